"""States of rules and guards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.messages import Message


class RuleState(StrEnum):
    OK = "ok"
    ATTENTION = "attention"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"
    PLANNED = "planned"  # not built yet; never green


SEVERITY = (
    RuleState.NOT_APPLICABLE,
    RuleState.PLANNED,
    RuleState.OK,
    RuleState.UNKNOWN,
    RuleState.ATTENTION,
    RuleState.OVERDUE,
)


def worst(states: list[RuleState]) -> RuleState:
    """The state that speaks for all; `ok` for none."""
    return max(states, key=SEVERITY.index, default=RuleState.OK)


class Stage(StrEnum):
    WATCH = "watch"
    WARN = "warn"
    ACT = "act"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleStatus:
    """How one requirement stands. `since`: the date the state began, where it is known."""

    id: str
    state: RuleState
    sentence: Message
    count: int = 0
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardReport:
    """What a guard saw and did in one check."""

    guard: str
    state: RuleState
    sentence: Message
    next_check_at: datetime | None = None  # earlier than the interval, when something falls due
