"""Locking at once, being on the road, and what is kept of it: counts of days, never a time. VR-P6, VT-B2."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.actions.locking import CONFIRM_SECONDS, LOOK_SECONDS, WATCH, LockActions
from app.actions.office import Office
from app.domain.copy import CopyState
from app.domain.errors import EnvironmentLacking
from app.domain.file_names import owner_file_names
from app.domain.journal import JournalEntry
from app.domain.locking import LockOutcome, LockSeen, LockWatch
from app.domain.messages import msg
from app.guards.idle_lock import IdleLockGuard
from app.system.lock import LockResult
from tests.actions.laptop import DAY, HOUR, Laptop
from tests.fakes import FakeSessionLock


class Patience:
    """Steady seconds that pass while the actions wait, and what happens meanwhile."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.at: dict[float, object] = {}

    def pause(self, seconds: float) -> None:
        self.seconds += seconds

    def ticks(self) -> float:
        return self.seconds


class SlowScreen(FakeSessionLock):
    """Takes the request at once and is locked `after` seconds later."""

    def __init__(self, patience: Patience, after: float) -> None:
        super().__init__()
        self.patience, self.after = patience, after
        self.asked_at: float | None = None

    def lock(self, *, again: bool = False) -> LockResult:
        self.requests.append(again)
        self.asked_at = self.patience.seconds if self.asked_at is None else self.asked_at
        return LockResult(requested=True)

    def is_locked(self) -> bool | None:
        return self.asked_at is not None and self.patience.seconds >= self.asked_at + self.after


@pytest.fixture
def patience() -> Patience:
    return Patience()


@pytest.fixture
def locking(laptop: Laptop, patience: Patience) -> LockActions:
    return LockActions(lambda: laptop.app.office, laptop.screen, patience.pause, patience.ticks)


def with_screen(laptop: Laptop, patience: Patience, screen: FakeSessionLock) -> LockActions:
    return LockActions(lambda: laptop.app.office, screen, patience.pause, patience.ticks)


def counts(entry: JournalEntry) -> dict[str, object]:
    return dict(entry.data or {})


def a_day_later(laptop: Laptop, locking: LockActions) -> None:
    laptop.passes(DAY)
    locking.close_days()


class TestLockNow:
    def test_a_screen_that_locks_is_locked(self, laptop: Laptop, locking: LockActions, patience: Patience) -> None:
        """VR-P6"""
        attempt = locking.lock_now()
        assert (attempt.outcome, attempt.sentence.id, attempt.unrecorded) == (LockOutcome.LOCKED, "lock.locked", None)
        assert (laptop.screen.requests, patience.seconds) == ([False], 0.0)

    def test_the_session_has_five_seconds(self, laptop: Laptop, patience: Patience) -> None:
        """VR-P6: confirmed from the session, not from the request."""
        screen = SlowScreen(patience, after=CONFIRM_SECONDS - LOOK_SECONDS)
        assert with_screen(laptop, patience, screen).lock_now().outcome is LockOutcome.LOCKED
        assert screen.requests == [False]

    def test_after_five_seconds_it_is_asked_once_more(self, laptop: Laptop, patience: Patience) -> None:
        """VR-P6"""
        laptop.screen.obeys = False
        attempt = with_screen(laptop, patience, laptop.screen).lock_now()
        assert (attempt.outcome, laptop.screen.requests) == (LockOutcome.LOCKED, [False, True])
        assert patience.seconds == pytest.approx(CONFIRM_SECONDS, abs=2 * LOOK_SECONDS)

    def test_a_screen_that_stays_open_is_a_failure(
        self, laptop: Laptop, locking: LockActions, patience: Patience
    ) -> None:
        """VR-P6"""
        laptop.screen.obeys = laptop.screen.obeys_again = False
        attempt = locking.lock_now()
        assert (attempt.outcome, attempt.sentence.id) == (LockOutcome.FAILED, "lock.still-open")
        assert laptop.screen.requests == [False, True]
        assert patience.seconds == pytest.approx(2 * CONFIRM_SECONDS, abs=4 * LOOK_SECONDS)

    def test_a_session_that_does_not_tell_is_not_called_locked(self, laptop: Laptop, locking: LockActions) -> None:
        """VR-P6"""
        laptop.screen.state = None
        attempt = locking.lock_now()
        assert (attempt.outcome, attempt.sentence.id) == (LockOutcome.NOT_CONFIRMED, "lock.not-confirmed")

    def test_a_refusal_is_told_at_once(self, laptop: Laptop, locking: LockActions, patience: Patience) -> None:
        laptop.screen.refusal = msg("lock.refused", code="5")
        attempt = locking.lock_now()
        assert (attempt.outcome, attempt.sentence) == (LockOutcome.FAILED, laptop.screen.refusal)
        assert patience.seconds == 0.0

    def test_with_no_way_to_lock_that_is_said(self, laptop: Laptop, locking: LockActions) -> None:
        laptop.screen.way = None
        attempt = locking.lock_now()
        assert (attempt.outcome, attempt.sentence.id) == (LockOutcome.FAILED, "lock.no-way")

    def test_the_store_is_opened_after_the_lock(self, laptop: Laptop) -> None:
        """A store that hangs or is broken must not keep a screen unlocked."""
        seen = []

        def office() -> Office:
            seen.append(laptop.screen.state)
            raise EnvironmentLacking(msg("store.full"))

        attempt = LockActions(office, laptop.screen).lock_now()
        assert (attempt.outcome, attempt.unrecorded) == (LockOutcome.LOCKED, msg("store.full"))
        assert seen == [True]

    def test_it_waits_for_no_file(self, laptop: Laptop, locking: LockActions) -> None:
        """What is out of the vault is the guard's business, after the lock."""
        copy = laptop.sealed(laptop.usual())
        _, path = laptop.app.vault.open(copy.id)
        locking.lock_now()
        assert path.exists()


class TestWhatIsKept:
    def test_a_day_is_counted_and_journalled_when_it_is_over(self, laptop: Laptop, locking: LockActions) -> None:
        """VR-P6"""
        for _ in range(2):
            locking.lock_now()
            laptop.passes(HOUR)
        laptop.screen.state = None
        locking.lock_now()
        locking.close_days()
        assert laptop.events("lock.day") == []
        day = laptop.now.date().isoformat()
        a_day_later(laptop, locking)
        (entry,) = laptop.events("lock.day")
        assert counts(entry) == {"day": day, "locked": 2, "not_confirmed": 1, "failed": 0}
        a_day_later(laptop, locking)
        assert len(laptop.events("lock.day")) == 1

    def test_the_first_lock_of_a_day_closes_the_day_before(self, laptop: Laptop, locking: LockActions) -> None:
        locking.lock_now()
        laptop.passes(3 * DAY)
        locking.lock_now()
        assert [counts(entry)["locked"] for entry in laptop.events("lock.day")] == [1]
        a_day_later(laptop, locking)
        assert [counts(entry)["locked"] for entry in laptop.events("lock.day")] == [1, 1]

    def test_a_failure_is_journalled_at_once_and_once_a_day(self, laptop: Laptop, locking: LockActions) -> None:
        """VR-P6"""
        laptop.screen.refusal = msg("lock.refused", code="5")
        day = laptop.now.date().isoformat()
        for _ in range(3):
            locking.lock_now()
            laptop.passes(HOUR)
        (entry,) = laptop.events("lock.failed")
        assert (counts(entry), entry.outcome) == ({"day": day, "reason": "lock.refused"}, "failed")
        laptop.passes(DAY)
        locking.lock_now()
        assert len(laptop.events("lock.failed")) == 2
        assert counts(laptop.events("lock.day")[0])["failed"] == 3

    def test_no_time_of_day_is_kept_anywhere(self, laptop: Laptop, locking: LockActions) -> None:
        """VT-B2: nothing of it can be read as working hours."""
        laptop.passes(timedelta(hours=6, minutes=17, seconds=43))
        moment = laptop.now
        before = laptop.everything_stored()
        locking.on_the_road(True)
        locking.lock_now()
        locking.note_seen(LockSeen(watch=LockWatch.READY))
        laptop.screen.state, laptop.screen.refusal = False, msg("lock.refused", code="5")
        locking.lock_now()
        for _ in range(2):
            a_day_later(laptop, locking)
        entries = [*laptop.events("lock.day"), *laptop.events("lock.failed")]
        assert len(entries) == 2
        assert {entry.at.time().isoformat() for entry in entries} == {"00:00:00"}
        stored = laptop.everything_stored()
        for text in (moment.isoformat(), moment.strftime("%H:%M:%S")):
            assert stored.count(text.encode()) <= before.count(text.encode()), text

    def test_the_journal_stays_whole(self, laptop: Laptop, locking: LockActions) -> None:
        laptop.usual()
        laptop.screen.refusal = msg("lock.refused", code="5")
        locking.lock_now()
        laptop.client("Waterschap", domains=("waterschap.example",))
        a_day_later(laptop, locking)
        with laptop.app.office.look() as session:
            assert session.journal.verify(full=True).valid

    def test_being_on_the_road_is_journalled_nowhere(self, laptop: Laptop, locking: LockActions) -> None:
        """VT-B2: it would tell where a person is."""
        before = laptop.app.journal.head()
        locking.on_the_road(True)
        locking.note_seen(LockSeen(watch=LockWatch.BLIND))
        locking.on_the_road(False)
        assert laptop.app.journal.head() == before


class TestTheVaultFollows:
    """VR-P6: with the guard as it is wired."""

    def left_alone(self, laptop: Laptop) -> None:
        laptop.app.locking.on_the_road(True)
        laptop.idle.seconds = 120.0
        next(guard for guard in laptop.app.guards() if isinstance(guard, IdleLockGuard)).check(laptop.now)

    def test_what_is_out_goes_back_when_the_screen_is_locked(self, laptop: Laptop) -> None:
        copy = laptop.sealed(laptop.usual())
        _, path = laptop.app.vault.open(copy.id)
        path.write_bytes(b"changed")
        self.left_alone(laptop)
        assert laptop.screen.state is True
        assert not path.exists()
        assert laptop.copy(copy.id).state is CopyState.KEPT

    def test_of_what_a_program_holds_a_snapshot_is_sealed(self, laptop: Laptop) -> None:
        copy = laptop.sealed(laptop.usual())
        _, path = laptop.app.vault.open(copy.id)
        path.write_bytes(b"changed")
        (path.parent / owner_file_names(path.name)[0]).write_bytes(b"")  # as an office program leaves it
        self.left_alone(laptop)
        assert laptop.screen.state is True
        assert path.exists()
        assert laptop.copy(copy.id).state is CopyState.CHECKED_OUT
        assert len(laptop.events("vault.snapshot")) == 1


class TestOnTheRoad:
    def test_every_process_sees_it_also_after_a_restart(self, laptop: Laptop) -> None:
        """VR-P6"""
        other = laptop.again()
        assert not other.locking.is_on_the_road()
        laptop.app.locking.on_the_road(True)
        laptop.app.locking.on_the_road(True)
        assert other.locking.is_on_the_road()
        laptop.restart()
        assert laptop.app.locking.is_on_the_road()
        other.locking.on_the_road(False)
        assert not laptop.app.locking.is_on_the_road()

    def test_what_the_guard_said_holds_until_the_road_ends_or_begins(self, laptop: Laptop) -> None:
        locking = laptop.app.locking
        failed = LockSeen(watch=LockWatch.FAILED, limit=timedelta(seconds=90), grace=timedelta(minutes=7))
        assert locking.seen() is None
        locking.on_the_road(True)
        locking.note_seen(failed)
        assert laptop.again().locking.seen() == failed
        locking.on_the_road(True)
        assert locking.seen() is None

    def test_what_an_older_version_noted_is_still_an_alarm(self, laptop: Laptop) -> None:
        with laptop.app.office.change() as work:
            work.session.notes.set(WATCH, "failed")
        seen = laptop.app.locking.seen()
        assert seen is not None
        assert seen.watch is LockWatch.FAILED

    def test_a_word_that_stays_the_same_is_written_once(self, laptop: Laptop) -> None:
        laptop.app.locking.note_seen(LockSeen(watch=LockWatch.READY))
        watching = laptop.again()
        version = watching.store_version()
        laptop.app.locking.note_seen(LockSeen(watch=LockWatch.READY))
        assert watching.store_version() == version
        laptop.app.locking.note_seen(LockSeen(watch=LockWatch.BLIND))
        assert watching.store_version() != version
