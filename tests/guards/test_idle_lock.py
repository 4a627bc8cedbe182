"""When the idle lock acts, what it says when it cannot, and that the vault follows the lock. VR-P6."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app.domain.errors import EnvironmentLacking
from app.domain.idle import COUNTDOWN, COUNTDOWN_AFTER_GRACE, IDLE_ON_THE_ROAD, IdleTerms, Phase, terms_for
from app.domain.locking import LockAttempt, LockNotice, LockOutcome, LockSeen, LockWatch
from app.domain.messages import Message, msg
from app.domain.presence import Presence
from app.domain.rules import GuardReport, RuleState, Stage
from app.guards.idle_lock import INTERVAL, LOOK_FOR_SIMULATORS, RETRY, IdleLockGuard, Signs
from app.guards.runner import LONGEST_WAIT, Runner
from app.guards.session_watch import TRY_AGAIN
from app.system.session_events import OnSessionEvent, SessionEvent
from tests.fakes import FakeClock, FakeIdleClock, FakeSessionEvents
from tests.guards.fakes import SteadyTicks

OK, UNKNOWN, OVERDUE = RuleState.OK, RuleState.UNKNOWN, RuleState.OVERDUE
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


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
        self.limit = 5 * MINUTE
        self.grace = 60 * MINUTE
        self.acts_as = Stage.ACT
        self.showing = self.calling = self.simulated = False
        self.told: list[LockNotice | None] = []
        self.events: list[FakeSessionEvents] = []
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

    def presence(self) -> Presence:
        return Presence(is_showing=self.showing, in_call=self.calling)

    def simulates(self) -> bool:
        return self.simulated

    def listens(self, on_event: OnSessionEvent) -> FakeSessionEvents:
        self.events.append(FakeSessionEvents(on_event))
        return self.events[-1]

    def signs(self) -> Signs:
        return Signs(presence=self.presence, simulates=self.simulates, events=self.listens, tell=self.told.append)

    # -- the terms

    def terms(self, *, on_the_road: bool) -> IdleTerms:
        return terms_for(limit=self.limit, grace=self.grace, on_the_road=on_the_road)

    def stage(self) -> Stage:
        return self.acts_as

    # -- the actions

    def lock_now(self) -> LockAttempt:
        self.happened.append("lock")
        if self.outcome is LockOutcome.LOCKED:
            self.state, self.locked_at = True, self.clock.now()
        return LockAttempt(outcome=self.outcome, sentence=msg("lock.locked"), unrecorded=self.unrecorded)

    def is_locked(self) -> bool | None:
        return self.state

    def is_on_the_road(self) -> bool:
        if self.store_fails:
            raise EnvironmentLacking(msg("store.full"))
        return self.on_road

    def seen(self) -> LockSeen | None:
        return None if self.noted is None else LockSeen(watch=self.noted)

    def note_seen(self, seen: LockSeen) -> None:
        if self.store_fails:
            raise EnvironmentLacking(msg("store.full"))
        self.noted = seen.watch

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
    return IdleLockGuard(room, room, room, room, room.signs())


def after(guard: IdleLockGuard, clock: FakeClock, step: timedelta) -> GuardReport:
    clock.advance(step)
    return guard.check(clock.now())


class TestOffTheRoad:
    @pytest.fixture(autouse=True)
    def _at_the_desk(self, room: Room) -> None:
        room.on_road = False

    def test_after_the_limit_it_locks(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        """VR-P6"""
        report = guard.check(clock.now())
        assert (report.state, report.sentence.id) == (OK, "lock.ready")
        assert report.next_check_at == clock.now() + 5 * MINUTE - COUNTDOWN
        after(guard, clock, 5 * MINUTE - SECOND)
        assert room.count("lock") == 0
        assert after(guard, clock, SECOND).state is OK
        assert room.count("lock") == 1

    def test_the_countdown_is_shown_and_goes_with_any_input(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        """VR-P6"""
        guard.check(clock.now())
        assert room.told == []
        after(guard, clock, 5 * MINUTE - 20 * SECOND)
        assert room.told == [LockNotice(phase=Phase.COUNTDOWN, left=20 * SECOND)]
        room.touch()
        report = after(guard, clock, SECOND)
        assert room.told[-1] is None
        assert report.next_check_at == clock.now() + 5 * MINUTE - COUNTDOWN - SECOND
        after(guard, clock, SECOND)
        assert len(room.told) == 2

    def test_a_lock_takes_the_countdown_away_first(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        after(guard, clock, 5 * MINUTE - SECOND)
        after(guard, clock, SECOND)
        assert (room.told[-1], room.count("lock")) == (None, 1)

    def test_a_call_gives_grace_that_is_shown(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        """VR-P6"""
        room.calling = True
        report = after(guard, clock, 20 * MINUTE)
        assert (report.state, report.sentence.id, room.noted) == (OK, "lock.grace", LockWatch.GRACE)
        assert room.told == [LockNotice(phase=Phase.GRACE, left=40 * MINUTE)]
        assert room.count("lock") == 0

    def test_a_presentation_gives_grace_and_its_end_two_minutes(
        self, guard: IdleLockGuard, room: Room, clock: FakeClock
    ):
        """VR-P6"""
        room.showing = True
        after(guard, clock, 20 * MINUTE)
        room.showing = False
        after(guard, clock, SECOND)
        assert room.told[-1] == LockNotice(phase=Phase.LAST_OF_GRACE, left=COUNTDOWN_AFTER_GRACE)
        after(guard, clock, COUNTDOWN_AFTER_GRACE - SECOND)
        assert room.count("lock") == 0
        after(guard, clock, SECOND)
        assert room.count("lock") == 1

    def test_without_input_no_grace_is_longer_than_an_hour(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        """VR-P6"""
        room.calling = True
        after(guard, clock, 59 * MINUTE)
        assert room.told[-1] == LockNotice(phase=Phase.LAST_OF_GRACE, left=MINUTE)
        after(guard, clock, MINUTE)
        assert room.count("lock") == 1

    def test_silence_and_keep_awake_tools_give_no_grace(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        """VR-P6: they are not among the signs of a person (`tests/system/presence`)."""
        assert not Presence(in_presentation=True).is_engaged
        after(guard, clock, 5 * MINUTE)
        assert room.count("lock") == 1

    def test_a_program_that_makes_input_is_told_of(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        """VR-P6"""
        room.simulated = True
        report = guard.check(clock.now())
        assert (report.state, report.sentence.id) == (RuleState.ATTENTION, "lock.simulated")
        room.simulated = False
        room.touch()
        assert after(guard, clock, MINUTE).state is RuleState.ATTENTION  # it is not looked for all the time
        room.touched_at = clock.now() + LOOK_FOR_SIMULATORS
        assert after(guard, clock, LOOK_FOR_SIMULATORS).state is OK

    @pytest.mark.parametrize("stage", [Stage.WATCH, Stage.WARN])
    def test_before_it_acts_it_says_so_and_locks_nothing(
        self, guard: IdleLockGuard, room: Room, clock: FakeClock, stage: Stage
    ):
        room.acts_as = stage
        report = after(guard, clock, 5 * MINUTE - 20 * SECOND)
        assert (report.state, report.sentence.id) == (RuleState.ATTENTION, "lock.held-back")
        shown = [LockNotice(phase=Phase.COUNTDOWN, left=20 * SECOND, stage=stage)] if stage is Stage.WARN else []
        assert room.told == shown
        after(guard, clock, timedelta(hours=3))
        assert room.count("lock") == 0
        room.on_road = True  # the person asks for it
        guard.check(clock.now())
        assert room.count("lock") == 1

    def test_the_vault_follows_a_lock_that_the_person_made(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        """VR-P6: and of what a program holds a snapshot is taken."""
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


class TestSession:
    """What the system tells of the session, in the order in which it happened."""

    @pytest.fixture
    def events(self, guard: IdleLockGuard, room: Room, clock: FakeClock) -> FakeSessionEvents:
        self.woken = 0
        guard.listen(self.wake)
        guard.check(clock.now())
        return room.events[0]

    def wake(self) -> None:
        self.woken += 1

    def test_an_event_wakes_the_guard(self, events: FakeSessionEvents):
        events.tell(SessionEvent.LOCKED)
        assert self.woken == 1

    def test_before_sleep_it_locks_and_seals_and_only_then_lets_go(
        self, events: FakeSessionEvents, guard: IdleLockGuard, room: Room, clock: FakeClock
    ):
        """VR-P6: suspend counts as locked."""
        events.tell(SessionEvent.SLEEPING)
        room.happened.clear()
        guard.check(clock.now())
        assert room.happened[:2] == ["lock", "seal"]
        assert events.let_go == 2  # after each look

    def test_a_sleep_that_found_it_locked_asks_for_nothing(
        self, events: FakeSessionEvents, guard: IdleLockGuard, room: Room, clock: FakeClock
    ):
        room.state = True
        events.tell(SessionEvent.SLEEPING)
        guard.check(clock.now())
        assert (room.count("lock"), room.count("seal")) == (0, 1)

    def test_what_wakes_open_is_locked_at_once(
        self, events: FakeSessionEvents, guard: IdleLockGuard, room: Room, clock: FakeClock
    ):
        """VR-P6: after resume the session must be locked, whoever touched a key to wake it."""
        events.tell(SessionEvent.AWAKE)
        room.touch()
        guard.check(clock.now())
        assert room.count("lock") == 1

    def test_who_unlocked_since_is_not_locked_out_again(
        self, events: FakeSessionEvents, guard: IdleLockGuard, room: Room, clock: FakeClock
    ):
        for event in (SessionEvent.SLEEPING, SessionEvent.LOCKED, SessionEvent.AWAKE, SessionEvent.UNLOCKED):
            events.tell(event)
        room.touch()
        guard.check(clock.now())
        assert room.count("lock") == 0

    def test_what_is_heard_once_is_obeyed_once(
        self, events: FakeSessionEvents, guard: IdleLockGuard, room: Room, clock: FakeClock
    ):
        events.tell(SessionEvent.AWAKE)
        guard.check(clock.now())
        room.unlock()
        guard.check(clock.now())
        assert room.count("lock") == 1

    def test_a_lock_that_cannot_be_had_before_sleep_is_an_alarm(
        self, events: FakeSessionEvents, guard: IdleLockGuard, room: Room, clock: FakeClock
    ):
        """VR-P6"""
        room.outcome = LockOutcome.FAILED
        events.tell(SessionEvent.SLEEPING)
        assert guard.check(clock.now()).state is OVERDUE
        assert room.count("seal") == 1

    def test_a_system_that_fell_silent_is_listened_to_again(
        self, events: FakeSessionEvents, guard: IdleLockGuard, room: Room, clock: FakeClock
    ):
        events.hears = False
        guard.check(clock.now())
        assert len(room.events) == 1
        after(guard, clock, TRY_AGAIN)
        assert (len(room.events), events.is_closed) == (2, True)
        guard.close()
        assert room.events[1].is_closed

    def test_who_does_not_listen_hears_nothing(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        guard.check(clock.now())
        assert room.events == []


class TestOnTheRoad:
    def test_it_sleeps_until_the_time_is_over_and_locks_then(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        """VR-P6"""
        report = guard.check(clock.now())
        assert (report.state, report.next_check_at) == (OK, clock.now() + IDLE_ON_THE_ROAD - COUNTDOWN)
        report = after(guard, clock, IDLE_ON_THE_ROAD - SECOND)
        assert (room.count("lock"), room.told) == (0, [LockNotice(phase=Phase.COUNTDOWN, left=SECOND)])
        report = after(guard, clock, SECOND)
        assert room.count("lock") == 1
        assert (report.state, report.sentence.id) == (OK, "lock.ready-road")
        assert room.noted is LockWatch.READY

    def test_input_starts_the_time_anew(self, guard: IdleLockGuard, room: Room, clock: FakeClock):
        for _ in range(5):
            room.touch()
            report = after(guard, clock, IDLE_ON_THE_ROAD - 40 * SECOND)
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
        assert IdleLockGuard(room, room, room, room, room.signs()).check(clock.now()).state is OVERDUE

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
        """VR-P6: nor late, whatever the runner does with a guard that fails."""
        guard.check(clock.now())
        room.store_fails = True
        report = after(guard, clock, IDLE_ON_THE_ROAD - SECOND)
        assert (report.state, report.sentence.id) == (UNKNOWN, "store.full")
        assert report.next_check_at is not None
        assert report.next_check_at <= clock.now() + SECOND
        assert after(guard, clock, SECOND).state is UNKNOWN
        assert room.state is True


class TestByTheRunner:
    @pytest.mark.parametrize("left_after", [0.0, 0.4, 37.0, 59.9, 60.1, 119.0])
    def test_it_locks_within_two_seconds_and_looks_seldom_before(self, room: Room, clock: FakeClock, left_after: float):
        """VR-P6: whenever somebody leaves, without polling."""
        reports: list[GuardReport] = []
        looks = 0
        runner = Runner(
            [IdleLockGuard(room, room, room, room, room.signs())], clock, reports.append, SteadyTicks(clock)
        )
        runner.listen()
        left_at = clock.now() + timedelta(seconds=left_after)
        while room.locked_at is None and looks < 100:
            room.touched_at = min(clock.now(), left_at)
            wait = runner.run_due(clock.now())
            looks += 1
            clock.advance(timedelta(seconds=min(wait, LONGEST_WAIT)))
        assert room.locked_at is not None
        assert timedelta(0) <= room.locked_at - left_at - IDLE_ON_THE_ROAD <= 2 * SECOND
        assert looks <= 6 + 2 * COUNTDOWN / SECOND


def test_the_fakes_keep_what_the_guard_asks_for(room: Room, clock: FakeClock):
    """A fake of the system serves as well: the guard asks it nothing more."""
    guard = IdleLockGuard(FakeIdleClock(IDLE_ON_THE_ROAD.total_seconds()), room, room, room)
    guard.check(clock.now())
    assert room.count("lock") == 1
