"""The runner keeps the guards: when they look, what a failure becomes, how it ends."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from app.domain.errors import EnvironmentLacking, GuardError
from app.domain.messages import msg
from app.domain.rules import GuardReport, RuleState
from app.guards.runner import BACK_OFF, Runner
from tests.fakes import FakeClock
from tests.guards.fakes import SteadyTicks


class FakeGuard:
    """Reports what it is told; counts its looks."""

    requirements = ("VR-P4",)

    def __init__(self, name: str = "fake", interval: timedelta = timedelta(minutes=5)) -> None:
        self.name = name
        self.interval = interval
        self.looks: list[datetime] = []
        self.error: Exception | None = None
        self.state = RuleState.OK
        self.next_check_at: datetime | None = None
        self.wake: Callable[[], None] | None = None
        self.resumes = 0
        self.is_closed = False
        self.looked = threading.Event()

    def check(self, now: datetime) -> GuardReport:
        self.looks.append(now)
        self.looked.set()
        if self.error is not None:
            raise self.error
        return GuardReport(
            guard=self.name, state=self.state, sentence=msg("guard.fine"), next_check_at=self.next_check_at
        )

    def listen(self, wake: Callable[[], None]) -> None:
        self.wake = wake

    def resumed(self) -> None:
        self.resumes += 1

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def guard() -> FakeGuard:
    return FakeGuard()


@pytest.fixture
def ticks(clock: FakeClock) -> SteadyTicks:
    return SteadyTicks(clock)


@pytest.fixture
def reports() -> list[GuardReport]:
    return []


@pytest.fixture
def runner(guard: FakeGuard, clock: FakeClock, ticks: SteadyTicks, reports: list[GuardReport]) -> Runner:
    made = Runner([guard], clock, reports.append, ticks)
    made.listen()
    return made


def advance(runner: Runner, clock: FakeClock, step: timedelta) -> None:
    clock.advance(step)
    runner.run_due(clock.now())


def test_every_guard_looks_at_the_start(runner: Runner, guard: FakeGuard, clock: FakeClock) -> None:
    wait = runner.run_due(clock.now())
    assert guard.looks == [clock.now()]
    assert wait == guard.interval.total_seconds()


def test_a_guard_looks_again_after_its_interval_and_not_before(
    runner: Runner, guard: FakeGuard, clock: FakeClock
) -> None:
    runner.run_due(clock.now())
    advance(runner, clock, timedelta(seconds=20))
    assert len(guard.looks) == 1
    for _ in range(14):
        advance(runner, clock, timedelta(seconds=20))
    assert len(guard.looks) == 2


def test_a_guard_that_knows_a_moment_is_checked_then(runner: Runner, guard: FakeGuard, clock: FakeClock) -> None:
    guard.next_check_at = clock.now() + timedelta(seconds=7)
    assert runner.run_due(clock.now()) == 7
    guard.next_check_at = None
    advance(runner, clock, timedelta(seconds=7))
    assert len(guard.looks) == 2


def test_a_moment_later_than_the_interval_does_not_stretch_it(
    runner: Runner, guard: FakeGuard, clock: FakeClock
) -> None:
    guard.next_check_at = clock.now() + timedelta(days=3)
    assert runner.run_due(clock.now()) == guard.interval.total_seconds()


def test_a_wake_up_checks_at_once(runner: Runner, guard: FakeGuard, clock: FakeClock) -> None:
    runner.run_due(clock.now())
    runner.wake("fake")
    runner.run_due(clock.now())
    assert len(guard.looks) == 2
    assert guard.wake is not None
    guard.wake()
    runner.run_due(clock.now())
    assert len(guard.looks) == 3


def test_an_unknown_guard_cannot_be_woken(runner: Runner) -> None:
    with pytest.raises(KeyError):
        runner.wake("nobody")


@pytest.mark.parametrize("error", [GuardError(msg("guard.blind")), EnvironmentLacking(msg("store.full"))])
def test_a_guard_that_cannot_look_is_unknown_never_green(
    runner: Runner,
    guard: FakeGuard,
    clock: FakeClock,
    reports: list[GuardReport],
    error: GuardError,
) -> None:
    guard.error = error
    runner.run_due(clock.now())
    assert [(r.state, r.sentence) for r in reports] == [(RuleState.UNKNOWN, error.message)]


def test_a_bug_in_one_guard_does_not_end_the_others(clock: FakeClock, ticks: SteadyTicks) -> None:
    broken, sound = FakeGuard("broken"), FakeGuard("sound")
    broken.error = ZeroDivisionError()
    reports: list[GuardReport] = []
    runner = Runner([broken, sound], clock, reports.append, ticks)
    runner.run_due(clock.now())
    assert {r.guard: r.state for r in reports} == {"broken": RuleState.UNKNOWN, "sound": RuleState.OK}


def test_a_failing_guard_is_asked_ever_less_often(runner: Runner, guard: FakeGuard, clock: FakeClock) -> None:
    guard.error = GuardError(msg("guard.blind"))
    waits = []
    for _ in range(len(BACK_OFF) + 1):
        wait = runner.run_due(clock.now())
        waits.append(wait)
        clock.advance(timedelta(seconds=wait))
    assert waits == [*BACK_OFF, BACK_OFF[-1]]


def test_wake_ups_do_not_make_a_failing_guard_spin(runner: Runner, guard: FakeGuard, clock: FakeClock) -> None:
    guard.error = GuardError(msg("guard.blind"))
    runner.run_due(clock.now())
    for _ in range(50):
        runner.wake("fake")
        runner.run_due(clock.now())
    assert len(guard.looks) == 1
    advance(runner, clock, timedelta(seconds=BACK_OFF[0]))
    assert len(guard.looks) == 2


def test_the_first_failure_and_the_recovery_are_logged_not_every_repeat(
    runner: Runner, guard: FakeGuard, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    guard.error = GuardError(msg("guard.blind"))
    for _ in range(5):
        advance(runner, clock, timedelta(minutes=6))
    guard.error = None
    for _ in range(3):
        advance(runner, clock, timedelta(minutes=6))
    assert [record.getMessage() for record in caplog.records] == [
        "guard fake could not look: guard.blind",
        "guard fake works again after 5 failures",
    ]


def test_a_report_is_passed_on_when_it_says_something_new(
    runner: Runner, guard: FakeGuard, clock: FakeClock, reports: list[GuardReport]
) -> None:
    for _ in range(3):
        advance(runner, clock, timedelta(minutes=6))
    guard.state = RuleState.ATTENTION
    advance(runner, clock, timedelta(minutes=6))
    assert [r.state for r in reports] == [RuleState.OK, RuleState.ATTENTION]
    assert runner.reports()["fake"].state is RuleState.ATTENTION


def test_a_listener_that_fails_does_not_end_the_guard(
    guard: FakeGuard, clock: FakeClock, ticks: SteadyTicks, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_report: GuardReport) -> None:
        raise EnvironmentLacking(msg("store.full"))

    runner = Runner([guard], clock, fail, ticks)
    runner.run_due(clock.now())
    advance(runner, clock, guard.interval)
    assert len(guard.looks) == 2
    assert "could not be passed on" in caplog.text


def test_after_a_sleep_every_guard_looks_at_once(
    runner: Runner, guard: FakeGuard, clock: FakeClock, ticks: SteadyTicks
) -> None:
    """VR-P4: a deadline that passed while the laptop slept is kept at the resume."""
    runner.run_due(clock.now())
    clock.advance(timedelta(hours=9))
    ticks.apart = timedelta(hours=9)  # the steady clock stood still
    runner.run_due(clock.now())
    assert guard.resumes == 1
    assert len(guard.looks) == 2


@pytest.mark.parametrize("leap", [timedelta(days=3), timedelta(days=-3)])
def test_a_clock_that_is_moved_makes_every_guard_look_once(
    runner: Runner, guard: FakeGuard, clock: FakeClock, ticks: SteadyTicks, leap: timedelta
) -> None:
    runner.run_due(clock.now())
    clock.advance(leap)
    ticks.apart = leap
    for _ in range(4):
        runner.run_due(clock.now())
    assert len(guard.looks) == 2


def test_threads_look_wake_and_end(clock: FakeClock) -> None:
    guard, other = FakeGuard("one"), FakeGuard("two")
    runner = Runner([guard, other], clock, lambda _report: None)
    runner.start()
    assert guard.looked.wait(5)
    assert other.looked.wait(5)
    guard.looked.clear()
    runner.wake("one")
    assert guard.looked.wait(5)
    assert runner.stop()
    assert guard.is_closed


def test_stopping_does_not_wait_longer_than_it_says_for_a_busy_guard(clock: FakeClock) -> None:
    release, busy = threading.Event(), threading.Event()

    class Busy(FakeGuard):
        def check(self, now: datetime) -> GuardReport:
            busy.set()
            release.wait(30)
            return super().check(now)

    runner = Runner([Busy()], clock, lambda _report: None)
    runner.start()
    assert busy.wait(5)
    started = time.monotonic()
    assert runner.stop(timeout=0.2) is False
    assert time.monotonic() - started < 5
    release.set()


def test_a_guard_that_was_told_to_stop_as_it_began_to_look_does_not_sleep_first(clock: FakeClock) -> None:
    release, asked = threading.Event(), threading.Event()

    class SlowClock(FakeClock):
        def now(self) -> datetime:
            asked.set()
            release.wait(30)
            return clock.now()

    runner = Runner([FakeGuard()], SlowClock(), lambda _report: None)
    runner.start()
    assert asked.wait(5)
    [thread] = [one for one in threading.enumerate() if one.name == f"guard-{FakeGuard().name}"]
    assert runner.stop(timeout=0) is False
    release.set()  # only now it looks, and forgets that it was woken
    thread.join(10)
    assert not thread.is_alive()


def test_a_clock_that_cannot_be_read_makes_the_guards_unknown(guard: FakeGuard) -> None:
    told = threading.Event()
    reports: list[GuardReport] = []

    class NoClock(FakeClock):
        def now(self) -> datetime:
            raise EnvironmentLacking(msg("store.full"))

    def hear(report: GuardReport) -> None:
        reports.append(report)
        told.set()

    runner = Runner([guard], NoClock(), hear)
    runner.start()
    assert told.wait(5)
    runner.stop()
    assert reports[0].state is RuleState.UNKNOWN
    assert guard.looks == []
