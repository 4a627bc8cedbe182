"""Tells the team how this laptop stands: once a day, and soon after a state or deadline changed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

from app.domain.errors import AssistantError, GuardError
from app.domain.messages import msg
from app.domain.remote_errors import RemoteConflict
from app.domain.rules import GuardReport, RuleState


class Telling(Protocol):
    def publish_if_due(self, now: datetime) -> bool:
        """Whether it was told. Raises AssistantError when it could not be."""
        ...


class TeamStatusGuard:
    name = "team-status"
    requirements = ("VR-P7",)
    interval = timedelta(minutes=5)

    def __init__(self, telling: Telling) -> None:
        self._telling = telling

    def check(self, now: datetime) -> GuardReport:
        try:
            self._telling.publish_if_due(now)
        except RemoteConflict:
            pass  # the command line told it in the same moment: at the next look it is due or it is not
        except AssistantError as error:
            raise GuardError(error.message) from error
        return GuardReport(guard=self.name, state=RuleState.OK, sentence=msg("guard.team-told"))
