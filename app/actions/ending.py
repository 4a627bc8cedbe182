"""What may go before a person leaves: copies that fall due soon, offered when the session ends or the laptop sleeps.

Source: VR-P4 (warn when the person is there: shutdown).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from app.actions.deletion import HANDLED_ELSEWHERE, DeletionActions, DeletionRun
from app.actions.office import Office
from app.actions.settings import SettingsActions
from app.domain.copy import OutsideCopy
from app.domain.deadline import acts_at

OFFERED_WITHIN: Final = timedelta(hours=72)
REASON: Final = "offered when the session ended"


class EndingActions:
    def __init__(self, office: Office, settings: SettingsActions, deletion: DeletionActions) -> None:
        self._office = office
        self._settings = settings
        self._deletion = deletion

    def falling_due(self) -> tuple[str, ...]:
        """Ids of the copies that the assistant deletes by itself within 72 hours, the first to go first. Not those that a
        person works in now, or is asked about: they take more than a click."""
        now = self._office.clock.now()
        margin = timedelta(hours=self._settings.number("deletion.margin_hours"))
        with self._office.look() as session:
            near = session.copies.due_by(now + OFFERED_WITHIN + margin)
        found = [(moment, copy.id) for copy in near if (moment := _moment(copy, margin)) is not None]
        return tuple(id_ for moment, id_ in sorted(found) if moment <= now + OFFERED_WITHIN)

    def delete(self, ids: Sequence[str]) -> DeletionRun:
        """Those that a person said yes to; what went meanwhile is left out. Raises as `delete_now` does."""
        still = set(self.falling_due())
        return self._deletion.delete_now([id_ for id_ in ids if id_ in still], REASON)


def _moment(copy: OutsideCopy, margin: timedelta) -> datetime | None:
    if copy.location in HANDLED_ELSEWHERE or copy.is_out or copy.asked_why is not None:
        return None
    return copy.planned_at if copy.due_at is None else acts_at(copy.due_at, copy.planned_at, margin)
