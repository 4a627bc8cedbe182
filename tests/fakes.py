"""Fakes of system parts that keep the contract of the real ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.domain.moments import ClockJudgement, ClockReason, ClockState

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday


class FakeClock:
    """Moves only when told. Set `state` to suspect to see what waits for time."""

    def __init__(self, start: datetime = START) -> None:
        self.moment = start
        self.state = ClockState.TRUSTED

    def now(self) -> datetime:
        return self.moment

    def advance(self, step: timedelta) -> None:
        self.moment += step

    def judgement(self) -> ClockJudgement:
        reason = ClockReason.SAME_BOOT if self.state is ClockState.TRUSTED else ClockReason.LEAP
        return ClockJudgement(state=self.state, reason=reason, now=self.moment, highest_trusted_at=self.moment)
