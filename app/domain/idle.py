"""When a computer that nobody touches is locked: its limit, the countdown before it, and the grace of a call. Source: VR-P6.

A machine without a clock of its own: what runs is `idle`, the time since the last input. Input is what makes that smaller, and
it starts everything anew. So no moment is kept, and nothing but a person's input lengthens the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

IDLE_ON_THE_ROAD: Final = timedelta(seconds=120)  # without grace; no setting lengthens it
SHORTEST_LIMIT: Final = timedelta(seconds=60)
LONGEST_LIMIT: Final = timedelta(seconds=900)  # IT's most
LONGEST_GRACE: Final = timedelta(minutes=60)  # IT's most, without any input
COUNTDOWN: Final = timedelta(seconds=30)  # the last of the ordinary time
COUNTDOWN_AFTER_GRACE: Final = timedelta(minutes=2)  # the last of a grace, also when what it was for ended

LOOK_IN_COUNTDOWN: Final = timedelta(seconds=0.5)  # a person who comes back sees it go
LOOK_IN_GRACE: Final = timedelta(seconds=10)  # whether it is still on
SOON: Final = timedelta(seconds=0.05)  # a reading may lag; the shortest step to the next phase

NOTHING: Final = timedelta(0)


class Phase(StrEnum):
    ATTENDED = "attended"
    COUNTDOWN = "countdown"  # the ordinary one
    GRACE = "grace"  # a call or a presentation keeps it open
    LAST_OF_GRACE = "last-of-grace"  # the countdown at its end
    DUE = "due"  # it is time to lock


@dataclass(frozen=True, slots=True, kw_only=True)
class IdleTerms:
    """What holds now. `grace`: how long without input a call or presentation may keep it open; zero on the road."""

    limit: timedelta
    grace: timedelta = NOTHING

    @property
    def has_grace(self) -> bool:
        """A grace that ends before the limit is none."""
        return self.grace > self.limit


@dataclass(frozen=True, slots=True, kw_only=True)
class IdleState:
    """What is remembered between two looks. `locks_at`: the idle time at which it locks, once a grace was used; None before."""

    idle: timedelta = NOTHING
    locks_at: timedelta | None = None
    was_engaged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IdleStep:
    """`left`: until it locks (in a grace: if what keeps it open goes on). `look_in`: when to look again at the latest;
    zero when it is time to lock. `state`: for the next look."""

    phase: Phase
    left: timedelta
    look_in: timedelta
    state: IdleState


def terms_for(
    *, limit: timedelta, grace: timedelta, system_limit: timedelta | None = None, on_the_road: bool = False
) -> IdleTerms:
    """The stricter of ours and the system's; whatever the settings say, within what the procedure allows.

    `system_limit`: after how long the system locks by itself; None where it does not, or does not tell.
    """
    strictest = min(max(limit, SHORTEST_LIMIT), LONGEST_LIMIT)
    if system_limit is not None and system_limit > NOTHING:
        strictest = min(strictest, system_limit)
    if on_the_road:
        return IdleTerms(limit=min(strictest, IDLE_ON_THE_ROAD))
    return IdleTerms(limit=strictest, grace=min(max(grace, NOTHING), LONGEST_GRACE))


def wants_to_know_whether_engaged(idle: timedelta, terms: IdleTerms) -> bool:
    """Whether a call or a presentation would change anything: while somebody is at work it is not asked."""
    return terms.has_grace and idle >= _countdown_begins(terms)


def step(before: IdleState, idle: timedelta, terms: IdleTerms, *, engaged: bool = False) -> IdleStep:
    """How it stands after `idle` without input. `engaged`: a call or a full-screen presentation is on, as far as can be
    told; what cannot be told gives no grace."""
    begins = _countdown_begins(terms)
    if idle < begins:
        return IdleStep(
            phase=Phase.ATTENDED, left=terms.limit - idle, look_in=_until(begins - idle), state=IdleState(idle=idle)
        )
    if idle < before.idle:  # touched since, and left again
        before = IdleState()
    if terms.has_grace and engaged:
        return _in_grace(idle, terms)
    if terms.has_grace and before.locks_at is not None:
        return _after_grace(before, idle, terms)
    state = IdleState(idle=idle)
    if idle >= terms.limit:
        return _due(state)
    return _counting(Phase.COUNTDOWN, terms.limit - idle, state)


def _in_grace(idle: timedelta, terms: IdleTerms) -> IdleStep:
    state = IdleState(idle=idle, locks_at=terms.grace, was_engaged=True)
    left = terms.grace - idle
    if left <= NOTHING:
        return _due(state)
    if left <= COUNTDOWN_AFTER_GRACE:
        return _counting(Phase.LAST_OF_GRACE, left, state)
    look_in = _until(min(LOOK_IN_GRACE, left - COUNTDOWN_AFTER_GRACE))
    return IdleStep(phase=Phase.GRACE, left=left, look_in=look_in, state=state)


def _after_grace(before: IdleState, idle: timedelta, terms: IdleTerms) -> IdleStep:
    """What kept it open is over, so the countdown runs; the end of the grace itself is never passed."""
    locks_at = terms.grace if before.locks_at is None else min(before.locks_at, terms.grace)
    if before.was_engaged:
        locks_at = min(locks_at, idle + COUNTDOWN_AFTER_GRACE)
    state = IdleState(idle=idle, locks_at=locks_at)
    if idle >= locks_at:
        return _due(state)
    return _counting(Phase.LAST_OF_GRACE, locks_at - idle, state)


def _counting(phase: Phase, left: timedelta, state: IdleState) -> IdleStep:
    return IdleStep(phase=phase, left=left, look_in=_until(min(LOOK_IN_COUNTDOWN, left)), state=state)


def _due(state: IdleState) -> IdleStep:
    return IdleStep(phase=Phase.DUE, left=NOTHING, look_in=NOTHING, state=state)


def _countdown_begins(terms: IdleTerms) -> timedelta:
    return max(terms.limit - COUNTDOWN, NOTHING)


def _until(wait: timedelta) -> timedelta:
    return max(wait, SOON)
