"""Carries cards: tells the team what changed here, and hears what changed elsewhere, at start and at least hourly."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

from app.domain.errors import AssistantError, GuardError
from app.domain.messages import msg
from app.domain.rules import GuardReport, RuleState

PULL_EVERY = timedelta(minutes=55)  # "at least hourly", with room for a slow remote


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
    name = "cards"
    requirements = ("VT-C4",)
    interval = timedelta(minutes=5)

    def __init__(self, cards: CardActions) -> None:
        self._cards = cards
        self._pulled_at: datetime | None = None

    def check(self, now: datetime) -> GuardReport:
        try:
            self._cards.publish()
            if self._pulled_at is None or not timedelta(0) <= now - self._pulled_at < PULL_EVERY:
                self._cards.pull()
                self._pulled_at = now
        except AssistantError as error:
            raise GuardError(error.message) from error
        return GuardReport(guard=self.name, state=RuleState.OK, sentence=msg("guard.cards-carried"))
