"""Keeps the house: notes trusted moments, takes up what a crash left, purges what is past its term. Source: VT-T1."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from app.domain.messages import msg
from app.domain.moments import ClockJudgement, ClockState
from app.domain.rules import GuardReport, RuleState

PURGE_EVERY = timedelta(hours=24)


class UpkeepGuard:
    """`keep_time`, `take_up`, `purge`: the actions; all may raise EnvironmentLacking."""

    name = "upkeep"
    requirements = ("VT-B2",)
    interval = timedelta(minutes=1)

    def __init__(
        self, keep_time: Callable[[], ClockJudgement], take_up: Callable[[], int], purge: Callable[[], int]
    ) -> None:
        self._keep_time = keep_time
        self._take_up = take_up
        self._purge = purge
        self._purged_at: datetime | None = None

    def check(self, now: datetime) -> GuardReport:
        judgement = self._keep_time()
        self._take_up()
        if self._purged_at is None or not timedelta(0) <= now - self._purged_at < PURGE_EVERY:
            self._purge()
            self._purged_at = now
        if judgement.state is ClockState.SUSPECT:
            return GuardReport(guard=self.name, state=RuleState.ATTENTION, sentence=msg("status.clock-suspect"))
        return GuardReport(guard=self.name, state=RuleState.OK, sentence=msg("guard.upkeep-done"))
