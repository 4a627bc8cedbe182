"""VR-S1a, VR-S1b, VT-U2: when the device's protection is looked at."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from app.domain.errors import EnvironmentLacking
from app.domain.health import LOOK_EVERY, HealthFacts, HealthFinding, HealthLimits
from app.domain.health_judging import judge
from app.domain.messages import msg
from app.domain.rules import GuardReport, RuleState
from app.guards.guard import ListeningGuard
from app.guards.health import GLANCE_EVERY, HealthGuard
from app.guards.runner import Runner
from tests.fakes import FakeClock
from tests.guards.fakes import SteadyTicks
from tests.health_samples import READING, SOUND

SECOND = timedelta(seconds=1)


@dataclass
class Seen:
    findings: Sequence[HealthFinding]


@dataclass
class FakeHealth:
    clock: FakeClock
    told: HealthFacts = SOUND
    marked: Hashable = 0
    looks: int = 0
    is_failing: bool = False
    glances: list[Hashable] = field(default_factory=list)

    def look(self) -> Seen:
        if self.is_failing:
            raise EnvironmentLacking(msg("store.full"))
        self.looks += 1
        return Seen(judge(self.told, READING, self.clock.now(), HealthLimits()))

    def mark(self) -> Hashable:
        self.glances.append(self.marked)
        return self.marked


@pytest.fixture
def health(clock: FakeClock) -> FakeHealth:
    return FakeHealth(clock)


@pytest.fixture
def guard(health: FakeHealth) -> HealthGuard:
    return HealthGuard(health)


def test_it_looks_at_the_start_and_hourly(guard: HealthGuard, health: FakeHealth, clock: FakeClock) -> None:
    """VR-S1a"""
    report = guard.check(clock.now())
    assert (report.guard, report.state, report.sentence) == ("health", RuleState.OK, msg("health.fine", n=7))
    clock.advance(LOOK_EVERY - SECOND)
    guard.check(clock.now())
    assert health.looks == 1
    clock.advance(SECOND)
    guard.check(clock.now())
    assert health.looks == 2


def test_a_change_is_seen_at_the_next_glance(guard: HealthGuard, health: FakeHealth, clock: FakeClock) -> None:
    """VR-S1a"""
    guard.check(clock.now())
    health.told, health.marked = replace(SOUND, antivirus=()), 1
    clock.advance(GLANCE_EVERY)
    assert guard.check(clock.now()).sentence == msg("health.antivirus-none")
    clock.advance(GLANCE_EVERY)
    assert guard.check(clock.now()).sentence == msg("health.antivirus-none")
    assert health.looks == 2


def test_it_looks_again_after_sleep(guard: HealthGuard, health: FakeHealth, clock: FakeClock) -> None:
    """VR-S1a: on resume; the runner says so to every guard that listens."""
    assert isinstance(guard, ListeningGuard)
    reports: list[GuardReport] = []
    runner = Runner([guard], clock, reports.append, SteadyTicks(clock))
    runner.listen()
    runner.run_due(clock.now())
    runner.resumed()
    runner.run_due(clock.now())
    assert health.looks == 2
    assert [report.state for report in reports] == [RuleState.OK]
    guard.close()


def test_a_clock_that_was_set_back_costs_no_look(guard: HealthGuard, health: FakeHealth, clock: FakeClock) -> None:
    guard.check(clock.now())
    clock.advance(-timedelta(days=2))
    guard.check(clock.now())
    assert health.looks == 2


def test_a_look_that_failed_is_due_again(guard: HealthGuard, health: FakeHealth, clock: FakeClock) -> None:
    health.is_failing = True
    with pytest.raises(EnvironmentLacking):
        guard.check(clock.now())
    health.is_failing = False
    clock.advance(SECOND)
    guard.check(clock.now())
    assert health.looks == 1


def test_a_look_that_failed_after_a_change_is_due_again(
    guard: HealthGuard, health: FakeHealth, clock: FakeClock
) -> None:
    guard.check(clock.now())
    health.told, health.marked, health.is_failing = replace(SOUND, encrypted=False), 1, True
    with pytest.raises(EnvironmentLacking):
        guard.check(clock.now())
    health.is_failing = False
    assert guard.check(clock.now()).sentence == msg("health.encryption-off")


def test_what_is_unknown_is_reported_so(guard: HealthGuard, health: FakeHealth, clock: FakeClock) -> None:
    """VT-U2"""
    health.told = replace(SOUND, encrypted=None)
    assert guard.check(clock.now()).state is RuleState.UNKNOWN
