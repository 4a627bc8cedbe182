"""Keeps the house: notes trusted moments and that the guards run, takes up what a crash left, purges what is past its term.

Source: VT-T1.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from app.domain.messages import msg
from app.domain.moments import ClockJudgement, ClockState
from app.domain.rules import GuardReport, RuleState

PURGE_EVERY = timedelta(hours=24)
LOOK_EVERY = timedelta(hours=1)


class UpkeepGuard:
    """`keep_time`, `note_alive`, `take_up`, `look_ahead`, `purge`, `note_owed`: the actions; all may raise EnvironmentLacking.

    `look_ahead` asks about files that fall due soon and were changed unseen; on a trusted clock only. `note_owed` keeps the
    note that the uninstaller reads.
    """

    name = "upkeep"
    requirements = ("VT-B2",)
    interval = timedelta(minutes=1)

    def __init__(
        self,
        keep_time: Callable[[], ClockJudgement],
        note_alive: Callable[[], None],
        take_up: Callable[[], int],
        purge: Callable[[], int],
        look_ahead: Callable[[], int] = lambda: 0,
        note_owed: Callable[[], None] = lambda: None,
    ) -> None:
        self._keep_time = keep_time
        self._note_alive = note_alive
        self._take_up = take_up
        self._purge = purge
        self._look_ahead = look_ahead
        self._note_owed = note_owed
        self._purged_at: datetime | None = None
        self._looked_at: datetime | None = None

    def check(self, now: datetime) -> GuardReport:
        judgement = self._keep_time()
        self._note_alive()
        self._take_up()
        self._note_owed()
        if judgement.state is ClockState.SUSPECT:
            return GuardReport(guard=self.name, state=RuleState.ATTENTION, sentence=msg("status.clock-suspect"))
        if _is_time(self._purged_at, now, PURGE_EVERY):
            self._purge()
            self._purged_at = now
        if _is_time(self._looked_at, now, LOOK_EVERY):
            self._look_ahead()
            self._looked_at = now
        return GuardReport(guard=self.name, state=RuleState.OK, sentence=msg("guard.upkeep-done"))


def _is_time(last: datetime | None, now: datetime, every: timedelta) -> bool:
    """A clock that was set back must not put it off."""
    return last is None or not timedelta(0) <= now - last < every
