"""The card guard: hears at its own moments, at least hourly, what changed elsewhere; tells at once what changed here."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import EnvironmentLacking, GuardError
from app.domain.messages import msg
from app.domain.rules import RuleState
from app.guards.team_cards import PULL_EVERY, CardGuard, offset_of
from tests.fakes import START

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Pulled:
    accepted: int = 0
    refused: int = 0


class FakeCards:
    def __init__(self) -> None:
        self.done: list[str] = []
        self.is_away = False

    def publish(self) -> object:
        self._reach("publish")
        return None

    def pull(self) -> Pulled:
        self._reach("pull")
        return Pulled()

    def look_anew(self) -> None:
        self.done.append("look")

    @property
    def pulled(self) -> int:
        return self.done.count("pull")

    def _reach(self, what: str) -> None:
        if self.is_away:
            raise EnvironmentLacking(msg("remote.missing", path="/team"))
        self.done.append(what)


def test_it_pulls_at_the_start_looking_anew_and_publishes_after_that() -> None:
    """VT-C4"""
    cards = FakeCards()
    guard = CardGuard(cards, lambda: "device", cards.look_anew)
    assert guard.check(START).state is RuleState.OK
    assert cards.done == ["look", "pull", "publish"]


@given(device=st.text(min_size=1, max_size=26), minutes=st.integers(min_value=0, max_value=10_000))
def test_whatever_is_told_elsewhere_is_heard_within_the_hour(device: str, minutes: int) -> None:
    cards = FakeCards()
    guard = CardGuard(cards, lambda: device)
    now = start = START + timedelta(minutes=minutes)
    while now < start + 3 * HOUR:
        before = cards.pulled
        report = guard.check(now)
        if cards.pulled > before:
            last = now
        assert now - last < HOUR
        assert report.next_check_at is not None
        assert now < report.next_check_at <= now + guard.interval
        now = report.next_check_at
    assert cards.pulled in (4, 5)


def test_ten_thousand_laptops_spread_over_the_period_and_keep_their_moment() -> None:
    offsets = [offset_of(f"device-{number}") for number in range(10_000)]
    assert offsets == [offset_of(f"device-{number}") for number in range(10_000)]
    assert all(timedelta(0) <= offset < PULL_EVERY for offset in offsets)
    a_minute = Counter(offset // timedelta(minutes=1) for offset in offsets)
    assert max(a_minute.values()) < 2 * len(offsets) / len(a_minute)


def test_a_clock_that_was_set_back_puts_no_pull_off() -> None:
    cards = FakeCards()
    guard = CardGuard(cards)
    guard.check(START)
    guard.check(START - timedelta(days=3))
    assert cards.pulled == 2


def test_a_remote_that_cannot_be_reached_is_unknown_and_tried_again() -> None:
    """So a person who signs in hears the others at the next try, which the runner makes within minutes."""
    cards = FakeCards()
    cards.is_away = True
    guard = CardGuard(cards)
    with pytest.raises(GuardError) as failure:
        guard.check(START)
    assert failure.value.message.id == "remote.missing"
    cards.is_away = False
    guard.check(START + timedelta(seconds=5))
    assert cards.pulled == 1
