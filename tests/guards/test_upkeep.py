"""The upkeep guard: keeps the time, takes up what was left, purges daily, looks ahead hourly."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest

from app.domain.errors import EnvironmentLacking
from app.domain.messages import msg
from app.domain.moments import ClockJudgement, ClockReason, ClockState
from app.domain.rules import RuleState
from app.guards.upkeep import LOOK_EVERY, PURGE_EVERY, UpkeepGuard
from tests.fakes import START


class House:
    def __init__(self) -> None:
        self.done: Counter[str] = Counter()
        self.state = ClockState.TRUSTED
        self.is_full = False

    def guard(self) -> UpkeepGuard:
        return UpkeepGuard(
            self.keep_time,
            self.note_alive,
            lambda: self._count("take up"),
            lambda: self._count("purge"),
            lambda: self._count("look ahead"),
        )

    def keep_time(self) -> ClockJudgement:
        self._count("time")
        return judged(START, self.state)

    def note_alive(self) -> None:
        self._count("alive")

    def _count(self, what: str) -> int:
        self.done[what] += 1
        if self.is_full and what == "take up":
            raise EnvironmentLacking(msg("store.full"))
        return 0


def judged(now: datetime, state: ClockState) -> ClockJudgement:
    return ClockJudgement(now=now, state=state, reason=ClockReason.SAME_BOOT, highest_trusted_at=now)


@pytest.fixture
def house() -> House:
    return House()


def test_every_check_keeps_the_time_and_takes_up_what_was_left(house: House) -> None:
    """VT-B2"""
    guard = house.guard()
    for minute in range(3):
        assert guard.check(START + timedelta(minutes=minute)).state is RuleState.OK
    assert house.done == {"time": 3, "alive": 3, "take up": 3, "purge": 1, "look ahead": 1}


def test_it_purges_daily_and_looks_ahead_hourly(house: House) -> None:
    """VT-T1"""
    guard = house.guard()
    guard.check(START)
    guard.check(START + LOOK_EVERY)
    assert (house.done["purge"], house.done["look ahead"]) == (1, 2)
    guard.check(START + PURGE_EVERY)
    assert (house.done["purge"], house.done["look ahead"]) == (2, 3)


def test_a_clock_that_was_set_back_puts_nothing_off(house: House) -> None:
    guard = house.guard()
    guard.check(START)
    guard.check(START - timedelta(days=30))
    assert (house.done["purge"], house.done["look ahead"]) == (2, 2)


def test_on_a_suspect_clock_nothing_is_forgotten_and_nobody_is_asked(house: House) -> None:
    house.state = ClockState.SUSPECT
    report = house.guard().check(START)
    assert (report.state, report.sentence.id) == (RuleState.ATTENTION, "status.clock-suspect")
    assert house.done == {"time": 1, "alive": 1, "take up": 1}


def test_trouble_is_passed_on_and_the_purge_is_not_forgotten(house: House) -> None:
    guard = house.guard()
    house.is_full = True
    with pytest.raises(EnvironmentLacking):
        guard.check(START)
    house.is_full = False
    guard.check(START + timedelta(minutes=1))
    assert (house.done["purge"], house.done["time"]) == (1, 2)
