"""Locks a computer that nobody touches. In this version while it is on the road: after 120 s, without grace. Source: VR-P6.

The lock comes before everything else; the vault seals what is out when the screen is locked, whoever locked it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from app.domain.errors import AssistantError
from app.domain.locking import IDLE_ON_THE_ROAD, LockAttempt, LockOutcome, LockWatch, standing, time_left
from app.domain.messages import Message, msg
from app.domain.rules import GuardReport, RuleState

INTERVAL = timedelta(minutes=1)  # shorter than any limit, so input between two locks is always noticed
RETRY = timedelta(seconds=30)  # after a lock that failed, as long as nobody is there
WATCH_AFTER = {
    LockOutcome.LOCKED: LockWatch.READY,
    LockOutcome.NOT_CONFIRMED: LockWatch.UNSURE,
    LockOutcome.FAILED: LockWatch.FAILED,
}


class IdleClock(Protocol):
    def seconds_idle(self) -> float | None:
        """None: cannot tell."""
        ...


class LockActions(Protocol):
    def lock_now(self) -> LockAttempt: ...

    def is_locked(self) -> bool | None: ...

    def is_on_the_road(self) -> bool: ...

    def watch(self) -> LockWatch | None: ...

    def note_watch(self, watch: LockWatch) -> None: ...

    def close_days(self) -> None: ...


class VaultActions(Protocol):
    def seal_all(self, *, snapshot: bool = False) -> Sequence[object]:
        """Take back what is out; of what a program holds a sealed snapshot. Raises AssistantError."""
        ...


class IdleLockGuard:
    name = "idle-lock"
    requirements = ("VR-P6",)
    interval = INTERVAL

    def __init__(self, idle: IdleClock, locking: LockActions, vault: VaultActions) -> None:
        self._idle = idle
        self._locking = locking
        self._vault = vault
        self._asked = False  # for a lock, since the last input
        self._is_sealed = False  # since the screen was locked
        self._unrecorded: Message | None = None  # why the lock of this check could not be counted

    def check(self, now: datetime) -> GuardReport:
        """Raises EnvironmentLacking when the store cannot be used; the screen was locked before that if it had to be."""
        self._unrecorded = None
        is_locked = self._locking.is_locked()
        if self._locking.is_on_the_road():
            watch, next_check = self._keep(is_locked, now)
            state, sentence = standing(watch)
            self._locking.note_watch(watch)
        else:
            self._asked, next_check = False, None
            state, sentence = RuleState.PLANNED, msg("lock.planned")
        trouble = self._seal(is_locked) or self._unrecorded
        self._locking.close_days()
        if trouble is not None and state is not RuleState.OVERDUE:
            state, sentence, next_check = RuleState.ATTENTION, trouble, now + RETRY
        return GuardReport(guard=self.name, state=state, sentence=sentence, next_check_at=next_check)

    def _keep(self, is_locked: bool | None, now: datetime) -> tuple[LockWatch, datetime | None]:
        """Lock if it is time; what can be said of it, and when to look again."""
        if is_locked:
            return LockWatch.READY, None
        noted, seconds = self._locking.watch(), self._idle.seconds_idle()
        if seconds is None:
            return LockWatch.FAILED if noted is LockWatch.FAILED else LockWatch.BLIND, None
        left = time_left(timedelta(seconds=seconds), IDLE_ON_THE_ROAD)
        if left:  # a lock that failed stays said until one succeeds; that somebody is back mends nothing
            self._asked = False
            return noted if noted in (LockWatch.FAILED, LockWatch.UNSURE) else LockWatch.READY, now + left
        if self._asked and is_locked is None and noted is not LockWatch.FAILED:
            return LockWatch.UNSURE, None  # it may well be locked; asking every minute would tell no more
        return self._lock(now)

    def _lock(self, now: datetime) -> tuple[LockWatch, datetime | None]:
        attempt = self._locking.lock_now()
        self._asked, self._unrecorded = True, attempt.unrecorded
        watch = WATCH_AFTER[attempt.outcome]
        return watch, now + RETRY if watch is LockWatch.FAILED else None

    def _seal(self, is_locked: bool | None) -> Message | None:
        """Once for each lock, whoever asked for it. Why it did not go, if so: then it is tried again."""
        if not (is_locked or self._asked):
            self._is_sealed = False
        elif not self._is_sealed:
            try:
                self._vault.seal_all(snapshot=True)
            except AssistantError as error:
                return error.message
            self._is_sealed = True
        return None
