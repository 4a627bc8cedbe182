"""Carries cards: hears what changed elsewhere at start and then at least hourly, and tells the team what changed here.

Each laptop asks at moments of its own, which follow from its device id: ten thousand of them do not come at once, and none of
them comes at another moment after a restart.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from app.domain.errors import AssistantError, GuardError
from app.domain.messages import msg
from app.domain.rules import GuardReport, RuleState

PULL_EVERY = timedelta(minutes=50)  # with the check before it (5 min) and a slow remote still within the hour
PUBLISH_EVERY = timedelta(minutes=5)
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


class Pulled(Protocol):
    @property
    def accepted(self) -> int: ...

    @property
    def refused(self) -> int: ...


class CardActions(Protocol):
    """Both raise EnvironmentLacking when the remote cannot be reached."""

    def publish(self) -> object: ...

    def pull(self) -> Pulled: ...


class CardGuard:
    """`device`: this laptop's id. `look_anew`: before a pull, so that it is answered from the remote and not from what was
    seen there before."""

    name = "cards"
    requirements = ("VT-C4",)
    interval = PUBLISH_EVERY

    def __init__(
        self, cards: CardActions, device: Callable[[], str] = str, look_anew: Callable[[], None] = lambda: None
    ) -> None:
        self._cards = cards
        self._device = device
        self._look_anew = look_anew
        self._offset: timedelta | None = None
        self._turn: int | None = None  # of the last pull that got through; None at the start, and until one does

    def check(self, now: datetime) -> GuardReport:
        try:
            turn = self._turn_at(now)
            if turn != self._turn:
                self._look_anew()
                self._cards.pull()
                self._turn = turn
            self._cards.publish()
        except AssistantError as error:
            raise GuardError(error.message) from error
        ahead = min(now + PUBLISH_EVERY, self._begins(turn + 1))
        return GuardReport(
            guard=self.name, state=RuleState.OK, sentence=msg("guard.cards-carried"), next_check_at=ahead
        )

    def _turn_at(self, now: datetime) -> int:
        """Another number means another pull; also after a clock was set back."""
        if self._offset is None:
            self._offset = offset_of(self._device())
        return (now - EPOCH - self._offset) // PULL_EVERY

    def _begins(self, turn: int) -> datetime:
        return EPOCH + (self._offset or timedelta(0)) + turn * PULL_EVERY


def offset_of(device: str) -> timedelta:
    """When in each period this device pulls, to the second: as good as random, and always the same."""
    number = int.from_bytes(hashlib.sha256(f"cards:{device}".encode()).digest()[:8], "big")
    return timedelta(seconds=number % int(PULL_EVERY.total_seconds()))
