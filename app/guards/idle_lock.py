"""Locks a computer that nobody touches, and sees to it that it is locked when it sleeps and wakes. Source: VR-P6.

The lock comes before everything else; the vault seals what is out when the screen is locked, whoever locked it. When it is time
is decided by `app.domain.idle`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol

from app.domain.errors import AssistantError
from app.domain.idle import IdleState, IdleStep, IdleTerms, Phase, step, wants_to_know_whether_engaged
from app.domain.locking import LockAttempt, LockNotice, LockOutcome, LockSeen, LockWatch, standing
from app.domain.messages import Message
from app.domain.presence import Presence
from app.domain.rules import GuardReport, RuleState, Stage
from app.guards.session_watch import MakeEvents, SessionWatch, asks_for_a_lock
from app.system.session_events import SessionEvent

INTERVAL = timedelta(minutes=1)  # no limit is shorter, so input between two locks is always noticed
RETRY = timedelta(seconds=30)  # after a lock that failed, as long as nobody is there
LOOK_FOR_SIMULATORS: Final = timedelta(minutes=5)
WATCH_AFTER = {
    LockOutcome.LOCKED: LockWatch.READY,
    LockOutcome.NOT_CONFIRMED: LockWatch.UNSURE,
    LockOutcome.FAILED: LockWatch.FAILED,
}
STAYS: Final = (LockWatch.FAILED, LockWatch.UNSURE)  # said until a lock succeeds; that somebody is back mends nothing


class IdleClock(Protocol):
    def seconds_idle(self) -> float | None:
        """None: cannot tell."""
        ...


class LockActions(Protocol):
    def lock_now(self) -> LockAttempt: ...

    def is_locked(self) -> bool | None: ...

    def is_on_the_road(self) -> bool: ...

    def seen(self) -> LockSeen | None: ...

    def note_seen(self, seen: LockSeen) -> None: ...

    def close_days(self) -> None: ...


class VaultActions(Protocol):
    def seal_all(self, *, snapshot: bool = False) -> Sequence[object]:
        """Take back what is out; of what a program holds a sealed snapshot. Raises AssistantError."""
        ...


class Terms(Protocol):
    """Raises nothing."""

    def terms(self, *, on_the_road: bool) -> IdleTerms: ...

    def stage(self) -> Stage: ...


def _nothing_known() -> Presence:
    return Presence()


def _tell_nobody(_notice: LockNotice | None) -> None:
    """Without a window the screen is locked all the same."""


def _none_known() -> bool:
    return False


@dataclass(frozen=True, kw_only=True)
class Signs:
    """What else the guard looks at, and whom it tells.

    `presence`: whether a call or a presentation is on; may take seconds. `simulates`: whether a program makes input itself.
    `events`: begins to hear what becomes of the session. `tell`: shows the countdown and the grace, None takes them away; it
    is called in the guard's thread and returns at once.
    """

    presence: Callable[[], Presence] = _nothing_known
    simulates: Callable[[], bool] = _none_known
    events: MakeEvents | None = None
    tell: Callable[[LockNotice | None], None] = _tell_nobody


class IdleLockGuard:
    name = "idle-lock"
    requirements = ("VR-P6",)
    interval = INTERVAL

    def __init__(
        self, idle: IdleClock, locking: LockActions, vault: VaultActions, terms: Terms, signs: Signs | None = None
    ) -> None:
        self._idle = idle
        self._locking = locking
        self._vault = vault
        self._terms = terms
        self._signs = signs or Signs()
        self._session = SessionWatch(self._signs.events)
        self._state = IdleState()
        self._on_the_road = False  # as it was read last
        self._simulated: tuple[datetime, bool] | None = None  # when it was looked for, and what was found
        self._told: LockNotice | None = None
        self._asked = False  # for a lock, since the last input
        self._is_sealed = False  # since the screen was locked
        self._unrecorded: Message | None = None  # why the lock of this check could not be counted

    # -- listening ----------------------------------------------------------------------------------------------------

    def listen(self, wake: Callable[[], None]) -> None:
        self._session.listen(wake)

    def resumed(self) -> None:
        """Sleep is told by the session's events, in their order; a clock that was moved changes nothing here."""

    def close(self) -> None:
        self._session.close()
        self._tell(None)

    # -- looking ------------------------------------------------------------------------------------------------------

    def check(self, now: datetime) -> GuardReport:
        """A store that cannot be used is told of and not raised: the screen is locked in time all the same."""
        self._unrecorded = None
        heard = self._session.take(now)
        is_locked = self._locking.is_locked()
        unread = self._read_the_road()
        if asks_for_a_lock(heard) and not is_locked and self._acts:
            watch, next_check = self._lock(now)
        else:
            watch, next_check = self._keep(now, is_locked)
        trouble = self._seal(is_locked, sleeps=SessionEvent.SLEEPING in heard) or self._unrecorded
        self._session.ready_to_sleep()
        seen = LockSeen.by(watch, self._terms.terms(on_the_road=self._on_the_road))
        state, sentence = standing(seen, on_the_road=self._on_the_road)
        untold = unread or self._note(seen)
        if state is not RuleState.OVERDUE and trouble is not None:
            state, sentence, next_check = RuleState.ATTENTION, trouble, now + RETRY
        elif state is not RuleState.OVERDUE and untold is not None:
            state, sentence = RuleState.UNKNOWN, untold
        return GuardReport(guard=self.name, state=state, sentence=sentence, next_check_at=next_check)

    def _note(self, seen: LockSeen) -> Message | None:
        """Why it could not be noted for those who show it."""
        try:
            self._locking.note_seen(seen)
            self._locking.close_days()
        except AssistantError as error:
            return error.message
        return None

    def _read_the_road(self) -> Message | None:
        """Why it could not be read: then what was known counts."""
        try:
            self._on_the_road = self._locking.is_on_the_road()
        except AssistantError as error:
            return error.message
        return None

    @property
    def _acts(self) -> bool:
        """IT may let it only watch or warn; on the road the person asked for it."""
        return self._on_the_road or self._terms.stage() is Stage.ACT

    def _keep(self, now: datetime, is_locked: bool | None) -> tuple[LockWatch, datetime | None]:
        """Lock if it is time; what can be said of it, and when to look again."""
        if is_locked:
            self._state = IdleState()
            self._tell(None)
            return self._at_rest(now, is_locked), None
        found = self._step(self._terms.terms(on_the_road=self._on_the_road))
        if found is None:
            self._tell(None)
            return (LockWatch.FAILED if self._noted() is LockWatch.FAILED else LockWatch.BLIND), None
        self._state = found.state
        return self._obey(found, now, is_locked)

    def _step(self, terms: IdleTerms) -> IdleStep | None:
        """None: cannot tell whether somebody is there."""
        idle = self._time_idle()
        if idle is None:
            return None
        is_engaged = False
        if wants_to_know_whether_engaged(idle, terms):
            is_engaged = self._signs.presence().is_engaged
            idle = self._time_idle()  # the question took its time, and a person may have come back meanwhile
            if idle is None:
                return None
        return step(self._state, idle, terms, engaged=is_engaged)

    def _time_idle(self) -> timedelta | None:
        seconds = self._idle.seconds_idle()
        return None if seconds is None else timedelta(seconds=seconds)

    # -- acting -------------------------------------------------------------------------------------------------------

    def _obey(self, found: IdleStep, now: datetime, is_locked: bool | None) -> tuple[LockWatch, datetime | None]:
        next_check = now + found.look_in
        if found.phase is Phase.ATTENDED:
            self._asked = False
            self._tell(None)
            return self._at_rest(now, is_locked), next_check
        if found.phase is not Phase.DUE:
            self._show(found)
            watch = self._at_rest(now, is_locked)
            is_grace = watch is LockWatch.READY and found.phase is not Phase.COUNTDOWN
            return (LockWatch.GRACE if is_grace else watch), next_check
        self._tell(None)
        if not self._acts:
            return self._at_rest(now, is_locked), None
        if self._asked and is_locked is None and self._noted() is not LockWatch.FAILED:
            return LockWatch.UNSURE, None  # it may well be locked; asking every minute would tell no more
        return self._lock(now)

    def _at_rest(self, now: datetime, is_locked: bool | None) -> LockWatch:
        """What is to be said while nothing has to be done."""
        if not self._acts:
            return LockWatch.HELD_BACK
        noted = self._noted()
        if noted is not None and noted in STAYS and not is_locked:
            return noted
        return LockWatch.SIMULATED if self._is_simulated(now) else LockWatch.READY

    def _noted(self) -> LockWatch | None:
        """A store that cannot be read is told of where this is noted, after the lock."""
        try:
            seen = self._locking.seen()
        except AssistantError:
            return None
        return None if seen is None else seen.watch

    def _is_simulated(self, now: datetime) -> bool:
        if self._simulated is None or not timedelta(0) <= now - self._simulated[0] < LOOK_FOR_SIMULATORS:
            self._simulated = now, self._signs.simulates()
        return self._simulated[1]

    def _lock(self, now: datetime) -> tuple[LockWatch, datetime | None]:
        self._tell(None)
        attempt = self._locking.lock_now()
        self._asked, self._unrecorded = True, attempt.unrecorded
        watch = WATCH_AFTER[attempt.outcome]
        return watch, now + RETRY if watch is LockWatch.FAILED else None

    def _seal(self, is_locked: bool | None, *, sleeps: bool) -> Message | None:
        """Once for each lock, whoever asked for it; sleep counts as one. Why it did not go, if so: then it is tried again."""
        if not (is_locked or self._asked or sleeps):
            self._is_sealed = False
        elif not self._is_sealed:
            try:
                self._vault.seal_all(snapshot=True)
            except AssistantError as error:
                return error.message
            self._is_sealed = True
        return None

    # -- telling ------------------------------------------------------------------------------------------------------

    def _show(self, found: IdleStep) -> None:
        stage = Stage.ACT if self._acts else self._terms.stage()
        self._tell(None if stage is Stage.WATCH else LockNotice(phase=found.phase, left=found.left, stage=stage))

    def _tell(self, notice: LockNotice | None) -> None:
        if notice is not None or self._told is not None:
            self._told = notice
            self._signs.tell(notice)
