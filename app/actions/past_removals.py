"""Brings into the journal that IT removed the program while deletions were owed. Source: VR-P4."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.actions.office import Office
from app.domain.events import Value
from app.system.installation.owed import PastRemoval

SEEN = "removals.seen"  # note: how many of them the journal has


class PastRemovals:
    """`recorded`: all that this machine knows of, in the order in which they happened."""

    def __init__(self, office: Office, recorded: Callable[[], Sequence[PastRemoval]]) -> None:
        self._office = office
        self._recorded = recorded
        self._looked = False

    def take_up(self) -> None:
        """Once a run of the program: it cannot be removed while it runs and go on. Raises EnvironmentLacking."""
        if self._looked:
            return
        recorded = self._recorded()
        with self._office.look() as session:
            seen = int(session.notes.get(SEEN) or 0)
        if len(recorded) > seen:
            with self._office.change() as work:
                for removal in recorded[seen:]:
                    data: dict[str, Value] = {"day": removal.on.isoformat(), "count": removal.people}
                    work.note("program.removed", "program", outcome="overridden", data=data)
                work.session.notes.set(SEEN, len(recorded))
        self._looked = True
