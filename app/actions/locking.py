"""Locking the screen at once, being on the road, and what is kept of both: counts by day, no times. Source: VR-P6, VT-B2."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Final

from app.actions.office import Office, Work
from app.domain.errors import AssistantError
from app.domain.idle import LONGEST_LIMIT
from app.domain.locking import LockAttempt, LockOutcome, LockSeen, LockWatch
from app.domain.messages import Message, msg
from app.store import Session
from app.system.lock import LockResult, SessionLock

CONFIRM_SECONDS = 5.0  # for each request
LOOK_SECONDS = 0.1
SECOND: Final = timedelta(seconds=1)

ON_THE_ROAD: Final = "lock.on-the-road"  # note
WATCH: Final = "lock.watch"  # note: what the guard says of itself, and its terms in seconds
DAY: Final = "lock.day."  # notes: counts of a day that is not over
COUNTS: Final = {
    LockOutcome.LOCKED: "locked",
    LockOutcome.NOT_CONFIRMED: "not_confirmed",
    LockOutcome.FAILED: "failed",
}


class LockActions:
    """`office` is opened after the lock: a store that cannot be opened must not keep a screen unlocked.

    `pause` and `ticks` (steady seconds) wait for the session to lock; tests give their own.
    """

    def __init__(
        self,
        office: Callable[[], Office],
        session_lock: SessionLock,
        pause: Callable[[float], None] = time.sleep,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._office = office
        self._lock = session_lock
        self._pause = pause
        self._ticks = ticks

    # -- locking ------------------------------------------------------------------------------------------------------

    def lock_now(self) -> LockAttempt:
        """Lock, and look in the session whether it is; asked twice at most, about 10 s. It waits for no file and raises
        nothing: what the vault has to seal comes after it."""
        attempt = self._locked_or_not()
        return replace(attempt, unrecorded=self._count(attempt))

    def mechanism(self) -> str | None:
        """What would lock the screen, in the system's words; None where there is nothing."""
        return self._lock.mechanism()

    def is_locked(self) -> bool | None:
        """None: cannot tell."""
        return self._lock.is_locked()

    def _locked_or_not(self) -> LockAttempt:
        first = self._lock.lock()
        if first.requested and self._is_seen_locked():
            return LockAttempt(outcome=LockOutcome.LOCKED, sentence=msg("lock.locked"))
        second = self._lock.lock(again=True)
        if second.requested and self._is_seen_locked():
            return LockAttempt(outcome=LockOutcome.LOCKED, sentence=msg("lock.locked"))
        return self._unseen(first, second)

    def _unseen(self, first: LockResult, second: LockResult) -> LockAttempt:
        if not first.requested and not second.requested:
            return LockAttempt(outcome=LockOutcome.FAILED, sentence=first.reason or msg("lock.no-way"))
        if self._lock.is_locked() is None:
            return LockAttempt(outcome=LockOutcome.NOT_CONFIRMED, sentence=msg("lock.not-confirmed"))
        return LockAttempt(outcome=LockOutcome.FAILED, sentence=msg("lock.still-open"))

    def _is_seen_locked(self) -> bool:
        until = self._ticks() + CONFIRM_SECONDS
        while not self._lock.is_locked():
            if self._ticks() >= until:
                return False
            self._pause(LOOK_SECONDS)
        return True

    # -- on the road --------------------------------------------------------------------------------------------------

    def on_the_road(self, on: bool) -> None:
        """Kept in the store, so that every process sees it. Not journalled: it would tell where a person is (VT-B2)."""
        with self._office().change() as work:
            if on:
                work.session.notes.set(ON_THE_ROAD, True)
            else:
                work.session.notes.delete(ON_THE_ROAD)
            work.session.notes.delete(WATCH)  # nobody has looked since

    def is_on_the_road(self) -> bool:
        with self._office().look() as session:
            return is_on_the_road(session)

    def seen(self) -> LockSeen | None:
        """What the guard said last; None: it has not looked."""
        with self._office().look() as session:
            return seen_in(session)

    def note_seen(self, seen: LockSeen) -> None:
        """Called by the guard; writes when it changed. No moment is kept."""
        if self.seen() != seen:
            with self._office().change() as work:
                work.session.notes.set(WATCH, [seen.watch.value, seen.limit // SECOND, seen.grace // SECOND])

    # -- what is kept -------------------------------------------------------------------------------------------------

    def close_days(self) -> None:
        """Journal the counts of days that are over. Raises EnvironmentLacking."""
        office = self._office()
        today = office.clock.now().date().isoformat()
        with office.look() as session:
            is_over = any(key < DAY + today for key in session.notes.listing(DAY))
        if is_over:
            with office.change_of_day() as work:
                _close_days(work)

    def _count(self, attempt: LockAttempt) -> Message | None:
        """Why it could not be counted."""
        try:
            with self._office().change_of_day() as work:
                _close_days(work)
                _count(work, attempt)
        except AssistantError as error:
            return error.message
        return None


def is_on_the_road(session: Session) -> bool:
    return bool(session.notes.get(ON_THE_ROAD))


def seen_in(session: Session) -> LockSeen | None:
    noted = session.notes.get(WATCH)
    if noted is None:
        return None
    if isinstance(noted, str):  # as an older version noted it, without its terms
        return LockSeen(watch=LockWatch(noted), limit=LONGEST_LIMIT)
    watch, limit, grace = noted
    return LockSeen(watch=LockWatch(watch), limit=limit * SECOND, grace=grace * SECOND)


def _count(work: Work, attempt: LockAttempt) -> None:
    day = work.now.date().isoformat()
    counts = dict.fromkeys(COUNTS.values(), 0) | (work.session.notes.get(DAY + day) or {})
    counts[COUNTS[attempt.outcome]] += 1
    work.session.notes.set(DAY + day, counts)
    if attempt.outcome is LockOutcome.FAILED and counts["failed"] == 1:
        data = {"day": day, "reason": attempt.sentence.id}
        work.note("lock.failed", "lock", outcome="failed", data=data)


def _close_days(work: Work) -> None:
    today = DAY + work.now.date().isoformat()
    for key, counts in work.session.notes.listing(DAY).items():
        if key < today:
            work.note("lock.day", "lock", data={"day": key.removeprefix(DAY), **counts})
            work.session.notes.delete(key)
