"""Copies in the firm's cloud: looks for those that could not be found yet, and asks after what was left of deleted ones.

Source: VR-U5b. What is due is a moment in the store; while nothing is, the cloud is not asked at all. Once a month
a look is taken at who can open each project's place (VR-P2), one project a round.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from app.domain.messages import Message, msg
from app.domain.rules import GuardReport, RuleState

INTERVAL = timedelta(minutes=10)
LOOK_EVERY = timedelta(hours=1)


class Tended(Protocol):
    @property
    def waiting(self) -> int: ...

    @property
    def reason(self) -> Message | None: ...


class Remainders(Protocol):
    """Raises EnvironmentLacking when the record cannot be read or written."""

    def next_moment(self) -> datetime | None: ...

    def tend(self) -> Tended: ...


class CloudCopyGuard:
    """`look`: takes one look at a project's place that is due, or none; what the remote says is told there."""

    name = "cloud-copies"
    requirements = ("VR-U5b", "VR-P2")
    interval = INTERVAL

    def __init__(self, remainders: Remainders, look: Callable[[], None] = lambda: None) -> None:
        self._remainders = remainders
        self._look = look
        self._last: Tended | None = None
        self._looked_at: datetime | None = None

    def check(self, now: datetime) -> GuardReport:
        if self._looked_at is None or not timedelta(0) <= now - self._looked_at < LOOK_EVERY:
            self._looked_at = now
            self._look()
        moment = self._remainders.next_moment()
        if moment is not None and moment <= now:
            self._last = self._remainders.tend()
            moment = self._remainders.next_moment()
        state, sentence = self._state(moment)
        ahead = now + INTERVAL if moment is None or moment <= now else min(moment, now + INTERVAL)
        return GuardReport(guard=self.name, state=state, sentence=sentence, next_check_at=ahead)

    def _state(self, moment: datetime | None) -> tuple[RuleState, Message]:
        if moment is None:
            return RuleState.OK, msg("cloud.guard-none")
        if self._last is not None and self._last.reason is not None:
            return RuleState.UNKNOWN, self._last.reason
        if self._last is not None and self._last.waiting:
            return RuleState.OK, msg("cloud.guard-waiting", n=self._last.waiting, at=moment)
        return RuleState.OK, msg("cloud.guard-looking")
