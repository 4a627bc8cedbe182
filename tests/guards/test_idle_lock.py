"""When the idle lock acts, what it says when it cannot, and that the vault follows the lock. VR-P6."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app.domain.errors import EnvironmentLacking
from app.domain.locking import IDLE_ON_THE_ROAD, LockAttempt, LockOutcome, LockWatch
from app.domain.messages import Message, msg
from app.domain.rules import GuardReport, RuleState
from app.guards.idle_lock import INTERVAL, RETRY, IdleLockGuard
from app.guards.runner import LONGEST_WAIT, Runner
from tests.fakes import FakeClock, FakeIdleClock
from tests.guards.fakes import SteadyTicks

OK, UNKNOWN, OVERDUE = RuleState.OK, RuleState.UNKNOWN, RuleState.OVERDUE
SECOND = timedelta(seconds=1)


class Room:
    """A computer with somebody at it or not, its screen and its vault; keeps the contract of the actions.

    `outcome`: how a lock goes. `happened`: in which order.
    """

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.on_road = True
        self.outcome = LockOutcome.LOCKED
        self.state: bool | None = False
        self.noted: LockWatch | None = None
        self.touched_at = clock.now()
        self.sees_input = True
        self.locked_at: datetime | None = None
        self.happened: list[str] = []
        self.snapshots: list[bool] = []
        self.unrecorded: Message | None = None
        self.vault_fails = False
        self.store_fails = False

    # -- the person

    def touch(self) -> None:
        self.touched_at = self.clock.now()

    def unlock(self) -> None:
        self.touch()
        self.state = False

    # -- the system

    def seconds_idle(self) -> float | None:
        return (self.clock.now() - self.touched_at).total_seconds() if self.sees_input else None

    # -- the actions

    def lock_now(self) -> LockAttempt:
        self.happened.append("lock")
        if self.outcome is LockOutcome.LOCKED:
            self.state, self.locked_at = True, self.clock.now()
        return LockAttempt(outcome=self.outcome, sentence=msg("lock.locked"), unrecorded=self.unrecorded)

    def is_locked(self) -> bool | None:
        return self.state

    def is_on_the_road(self) -> bool:
        return self.on_road

    def watch(self) -> LockWatch | None:
        return self.noted

    def note_watch(self, watch: LockWatch) -> None:
        if self.store_fails:
            raise EnvironmentLacking(msg("store.full"))
        self.noted = watch

    def close_days(self) -> None:
        self.happened.append("days")

    def seal_all(self, *, snapshot: bool = False) -> tuple[object, ...]:
        self.happened.append("seal")
        self.snapshots.append(snapshot)
        if self.vault_fails:
            raise EnvironmentLacking(msg("vault.disk-full", path="/w"))
        return ()

    def count(self, what: str) -> int:
        return self.happened.count(what)


@pytest.fixture
def room(clock: FakeClock) -> Room:
    return Room(clock)


@pytest.fixture
def guard(room: Room) -> IdleLockGuard:
    return IdleLockGuard(room, room, room)


def after(guard: IdleLockGuard, clock: FakeClock, step: timedelta) -> GuardReport:
    clock.advance(step)
    return guard.check(clock.now())


class TestOffTheRoad:
    def test_it_says_that_the_ordinary_limit_is_not_built(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        """VR-P6"""
        room.on_road = False
        report = after(guard, clock, timedelta(days=2))
        assert (report.state, report.sentence.id, report.next_check_at) == (RuleState.PLANNED, "lock.planned", None)
        assert room.count("lock") == 0
        assert room.noted is None

    def test_the_vault_follows_a_lock_that_the_person_made(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        """VR-P6: and of what a program holds a snapshot is taken."""
        room.on_road = False
        guard.check(clock.now())
        assert room.count("seal") == 0
        room.state = True
        for _ in range(3):
            after(guard, clock, INTERVAL)
        assert (room.count("seal"), room.snapshots) == (1, [True])
        room.unlock()
        after(guard, clock, INTERVAL)
        room.state = True
        after(guard, clock, INTERVAL)
        assert room.count("seal") == 2


class TestOnTheRoad:
    def test_it_sleeps_until_the_time_is_over_and_locks_then(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        """VR-P6"""
        report = guard.check(clock.now())
        assert (report.state, report.next_check_at) == (OK, clock.now() + IDLE_ON_THE_ROAD)
        report = after(guard, clock, IDLE_ON_THE_ROAD - SECOND)
        assert (room.count("lock"), report.next_check_at) == (0, clock.now() + SECOND)
        report = after(guard, clock, SECOND)
        assert room.count("lock") == 1
        assert (report.state, report.sentence.id) == (OK, "lock.ready")
        assert room.noted is LockWatch.READY

    def test_input_starts_the_time_anew(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        for _ in range(5):
            room.touch()
            report = after(guard, clock, IDLE_ON_THE_ROAD - 10 * SECOND)
            assert report.next_check_at == clock.now() + 10 * SECOND
        assert room.count("lock") == 0

    def test_the_lock_comes_before_the_vault(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        """VR-P6"""
        after(guard, clock, IDLE_ON_THE_ROAD)
        assert room.happened == ["lock", "seal", "days"]

    def test_a_locked_screen_is_left_alone(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        room.state = True
        for _ in range(10):
            report = after(guard, clock, INTERVAL)
            assert report.state is OK
        assert (room.count("lock"), room.count("seal")) == (0, 1)

    def test_a_screen_that_opens_without_anybody_is_locked_again(
        self, guard: IdleLockGuard, room: Room, clock: FakeClock
    ):
        after(guard, clock, IDLE_ON_THE_ROAD)
        room.state = False
        after(guard, clock, INTERVAL)
        assert room.count("lock") == 2

    def test_each_time_somebody_leaves_it_is_locked_and_sealed(
        self, guard: IdleLockGuard, room: Room, clock: FakeClock
    ):
        for times in (1, 2, 3):
            after(guard, clock, IDLE_ON_THE_ROAD)
            assert (room.count("lock"), room.count("seal")) == (times, times)
            room.unlock()
            guard.check(clock.now())

    def test_idle_time_that_cannot_be_read_is_unknown(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        """VR-P6: never green."""
        room.sees_input = False
        report = after(guard, clock, timedelta(hours=1))
        assert (report.state, report.sentence.id, room.noted) == (UNKNOWN, "lock.blind", LockWatch.BLIND)
        assert room.count("lock") == 0
        room.sees_input = True
        room.touch()
        assert after(guard, clock, SECOND).state is OK

    def test_a_lock_that_cannot_be_confirmed_is_unknown_and_not_asked_for_every_minute(
        self, guard: IdleLockGuard, room: Room, clock: FakeClock
    ):
        """VR-P6"""
        room.state, room.outcome = None, LockOutcome.NOT_CONFIRMED
        for _ in range(5):
            report = after(guard, clock, IDLE_ON_THE_ROAD)
            assert (report.state, report.sentence.id) == (UNKNOWN, "lock.unsure")
        assert (room.count("lock"), room.count("seal")) == (1, 1)
        room.touch()
        assert guard.check(clock.now()).state is UNKNOWN  # nothing was seen to lock since
        after(guard, clock, IDLE_ON_THE_ROAD)
        assert (room.count("lock"), room.count("seal")) == (2, 2)

    def test_a_lock_that_fails_is_an_alarm_and_tried_again(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        """VR-P6"""
        room.outcome = LockOutcome.FAILED
        for times in (1, 2, 3):
            report = after(guard, clock, IDLE_ON_THE_ROAD if times == 1 else RETRY)
            assert (report.state, report.sentence.id) == (OVERDUE, "lock.failed")
            assert report.next_check_at == clock.now() + RETRY
            assert (room.count("lock"), room.noted) == (times, LockWatch.FAILED)

    def test_the_alarm_stays_when_somebody_is_back_until_a_lock_succeeds(
        self, guard: IdleLockGuard, room: Room, clock: FakeClock
    ):
        """VR-P6: a person must be able to see that it failed."""
        room.outcome = LockOutcome.FAILED
        after(guard, clock, IDLE_ON_THE_ROAD)
        room.touch()
        assert guard.check(clock.now()).state is OVERDUE
        room.sees_input = False
        assert guard.check(clock.now()).state is OVERDUE
        room.sees_input = True
        room.outcome = LockOutcome.LOCKED
        assert after(guard, clock, IDLE_ON_THE_ROAD).state is OK

    def test_a_guard_that_starts_anew_remembers_the_alarm(self, room: Room, clock: FakeClock):
        room.noted = LockWatch.FAILED
        assert IdleLockGuard(room, room, room).check(clock.now()).state is OVERDUE

    def test_a_file_that_does_not_go_back_is_told_and_tried_again(
        self, guard: IdleLockGuard, room: Room, clock: FakeClock
    ):
        room.vault_fails = True
        report = after(guard, clock, IDLE_ON_THE_ROAD)
        assert (report.state, report.sentence.id) == (RuleState.ATTENTION, "vault.disk-full")
        assert report.next_check_at == clock.now() + RETRY
        room.vault_fails = False
        assert after(guard, clock, RETRY).state is OK
        after(guard, clock, INTERVAL)
        assert (room.count("lock"), room.count("seal")) == (1, 2)

    def test_a_lock_that_failed_says_more_than_a_file_that_did_not_go_back(
        self, guard: IdleLockGuard, room: Room, clock: FakeClock
    ):
        room.vault_fails, room.outcome = True, LockOutcome.FAILED
        assert after(guard, clock, IDLE_ON_THE_ROAD).sentence.id == "lock.failed"

    def test_a_lock_that_could_not_be_counted_is_told_once(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        room.unrecorded = msg("store.full")
        report = after(guard, clock, IDLE_ON_THE_ROAD)
        assert (report.state, report.sentence.id, room.count("lock")) == (RuleState.ATTENTION, "store.full", 1)
        assert after(guard, clock, RETRY).state is OK

    def test_a_store_without_room_keeps_no_screen_open(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        room.store_fails = True
        with pytest.raises(EnvironmentLacking):
            after(guard, clock, IDLE_ON_THE_ROAD)
        assert room.state is True


class TestByTheRunner:
    @pytest.mark.parametrize("left_after", [0.0, 0.4, 37.0, 59.9, 60.1, 119.0])
    def test_it_locks_within_two_seconds_and_looks_seldom(self, room: Room, clock: FakeClock, left_after: float):
        """VR-P6: whenever somebody leaves, without polling."""
        reports: list[GuardReport] = []
        looks = 0
        runner = Runner([IdleLockGuard(room, room, room)], clock, reports.append, SteadyTicks(clock))
        runner.listen()
        left_at = clock.now() + timedelta(seconds=left_after)
        while room.locked_at is None and looks < 10:
            room.touched_at = min(clock.now(), left_at)
            wait = runner.run_due(clock.now())
            looks += 1
            clock.advance(timedelta(seconds=min(wait, LONGEST_WAIT)))
        assert room.locked_at is not None
        assert timedelta(0) <= room.locked_at - left_at - IDLE_ON_THE_ROAD <= 2 * SECOND
        assert looks <= 6


def test_the_fakes_keep_what_the_guard_asks_for(room: Room, clock: FakeClock):
    """A fake of the system serves as well: the guard asks it nothing more."""
    guard = IdleLockGuard(FakeIdleClock(IDLE_ON_THE_ROAD.total_seconds()), room, room)
    guard.check(clock.now())
    assert room.count("lock") == 1
