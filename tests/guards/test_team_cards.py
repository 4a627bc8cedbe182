"""The card guard: tells at once what changed here, hears at least hourly what changed elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest

from app.domain.errors import EnvironmentLacking, GuardError
from app.domain.messages import msg
from app.domain.rules import RuleState
from app.guards.team_cards import PULL_EVERY, CardGuard
from tests.fakes import START


@dataclass(frozen=True)
class Pulled:
    accepted: int = 0
    refused: int = 0


class FakeCards:
    def __init__(self) -> None:
        self.published = 0
        self.pulled = 0
        self.is_away = False

    def publish(self) -> object:
        self._reach()
        self.published += 1
        return None

    def pull(self) -> Pulled:
        self._reach()
        self.pulled += 1
        return Pulled()

    def _reach(self) -> None:
        if self.is_away:
            raise EnvironmentLacking(msg("remote.missing", path="/team"))


def test_it_pulls_at_the_start_and_then_within_the_hour() -> None:
    """VT-C4"""
    cards = FakeCards()
    guard = CardGuard(cards)
    assert guard.check(START).state is RuleState.OK
    assert (cards.published, cards.pulled) == (1, 1)
    guard.check(START + PULL_EVERY - timedelta(seconds=1))
    assert (cards.published, cards.pulled) == (2, 1)
    guard.check(START + PULL_EVERY)
    assert cards.pulled == 2
    assert timedelta(hours=1) >= PULL_EVERY + guard.interval


def test_a_clock_that_was_set_back_puts_no_pull_off() -> None:
    cards = FakeCards()
    guard = CardGuard(cards)
    guard.check(START)
    guard.check(START - timedelta(days=3))
    assert cards.pulled == 2


def test_a_remote_that_cannot_be_reached_is_unknown_and_tried_again() -> None:
    cards = FakeCards()
    cards.is_away = True
    guard = CardGuard(cards)
    with pytest.raises(GuardError) as failure:
        guard.check(START)
    assert failure.value.message.id == "remote.missing"
    cards.is_away = False
    guard.check(START + timedelta(seconds=5))
    assert cards.pulled == 1
