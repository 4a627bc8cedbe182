"""Locking the screen: what came of an attempt, and how well a computer that nobody touches is kept. Source: VR-P6."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from app.domain.idle import IDLE_ON_THE_ROAD, LONGEST_LIMIT, NOTHING, IdleTerms, Phase
from app.domain.messages import Message, msg, unit_text
from app.domain.rules import RuleState, Stage

MINUTE: Final = timedelta(minutes=1)
SECOND: Final = timedelta(seconds=1)


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
    """What the guard can say of itself."""

    READY = "ready"
    GRACE = "grace"  # a call or a presentation keeps the screen open
    BLIND = "blind"  # cannot see whether somebody is there
    UNSURE = "unsure"  # asked for a lock that cannot be confirmed
    FAILED = "failed"  # did not get the screen locked, and has not since
    SIMULATED = "simulated"  # a program makes input itself, so it cannot be seen that nobody is there
    HELD_BACK = "held-back"  # IT lets it only watch or warn


@dataclass(frozen=True, slots=True, kw_only=True)
class LockSeen:
    """What the guard said last, and by which terms. No moment is among it."""

    watch: LockWatch
    limit: timedelta = LONGEST_LIMIT
    grace: timedelta = NOTHING

    @classmethod
    def by(cls, watch: LockWatch, terms: IdleTerms) -> LockSeen:
        return cls(watch=watch, limit=terms.limit, grace=terms.grace)


@dataclass(frozen=True, slots=True, kw_only=True)
class LockNotice:
    """What a person is to see now, because the screen is about to be locked or is kept open. `left`: until it locks."""

    phase: Phase
    left: timedelta
    stage: Stage = Stage.ACT


def standing(seen: LockSeen, *, on_the_road: bool = False) -> tuple[RuleState, Message]:
    """What a person sees of it. What cannot be seen or confirmed is unknown, never green."""
    after = span(seen.limit)
    match seen.watch:
        case LockWatch.READY:
            return RuleState.OK, msg("lock.ready-road", after=after) if on_the_road else msg("lock.ready", after=after)
        case LockWatch.GRACE:
            return RuleState.OK, msg("lock.grace", most=span(seen.grace))
        case LockWatch.BLIND:
            return RuleState.UNKNOWN, msg("lock.blind")
        case LockWatch.UNSURE:
            return RuleState.UNKNOWN, msg("lock.unsure")
        case LockWatch.FAILED:
            return RuleState.OVERDUE, msg("lock.failed")
        case LockWatch.SIMULATED:
            return RuleState.ATTENTION, msg("lock.simulated")
        case LockWatch.HELD_BACK:
            return RuleState.ATTENTION, msg("lock.held-back")


def span(length: timedelta) -> Message:
    """As people say it: "5 minuten", "90 seconden"."""
    if length >= MINUTE and not length % MINUTE:
        return unit_text("minutes", length // MINUTE)
    return unit_text("seconds", length // SECOND)


__all__ = [
    "IDLE_ON_THE_ROAD",
    "LockAttempt",
    "LockNotice",
    "LockOutcome",
    "LockSeen",
    "LockWatch",
    "span",
    "standing",
]
