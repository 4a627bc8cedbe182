"""Locking the screen: what came of an attempt, and how well a computer that is on the road is kept. Source: VR-P6."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from app.domain.messages import Message, msg
from app.domain.rules import RuleState

IDLE_ON_THE_ROAD = timedelta(seconds=120)  # without grace; no setting lengthens it


class LockOutcome(StrEnum):
    LOCKED = "locked"  # the session itself says so
    NOT_CONFIRMED = "not-confirmed"  # asked for, but the session does not tell whether it is locked
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LockAttempt:
    """`unrecorded`: why it could not be counted; the screen was locked, or not, all the same."""

    outcome: LockOutcome
    sentence: Message
    unrecorded: Message | None = None


class LockWatch(StrEnum):
    """What the guard can say of itself while the computer is on the road."""

    READY = "ready"
    BLIND = "blind"  # cannot see whether somebody is there
    UNSURE = "unsure"  # asked for a lock that cannot be confirmed
    FAILED = "failed"  # did not get the screen locked, and has not since


def time_left(idle: timedelta, limit: timedelta) -> timedelta:
    """How long the computer may still be without input; zero when it is time to lock."""
    return max(limit - idle, timedelta(0))


def standing(watch: LockWatch) -> tuple[RuleState, Message]:
    """What a person sees of `watch`. What cannot be seen or confirmed is unknown, never green."""
    match watch:
        case LockWatch.READY:
            return RuleState.OK, msg("lock.ready", n=IDLE_ON_THE_ROAD // timedelta(minutes=1))
        case LockWatch.BLIND:
            return RuleState.UNKNOWN, msg("lock.blind")
        case LockWatch.UNSURE:
            return RuleState.UNKNOWN, msg("lock.unsure")
        case LockWatch.FAILED:
            return RuleState.OVERDUE, msg("lock.failed")
