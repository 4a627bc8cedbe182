"""VR-U5b: the guard asks the cloud only when something is due, and says what it waits for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.guards.cloud_copies import CloudCopyGuard
from tests.fakes import START

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Tended:
    waiting: int = 0
    reason: Message | None = None


class FakeRemainders:
    """`moments`: when something is due next, one after each round."""

    def __init__(self, *moments: datetime | None, told: Tended | None = None) -> None:
        self._moments = list(moments)
        self._told = told or Tended()
        self.rounds = 0

    def next_moment(self) -> datetime | None:
        return self._moments[0]

    def tend(self) -> Tended:
        self.rounds += 1
        self._moments.pop(0)
        return self._told


def test_while_nothing_is_left_nothing_is_asked() -> None:
    remainders = FakeRemainders(None)
    guard = CloudCopyGuard(remainders)
    report = guard.check(START)
    assert (report.state, report.sentence.id, remainders.rounds) == (RuleState.OK, "cloud.guard-none", 0)


def test_what_is_due_is_done_and_the_next_moment_is_told() -> None:
    remainders = FakeRemainders(START + HOUR, START + 93 * DAY, told=Tended(waiting=2))
    guard = CloudCopyGuard(remainders)
    assert guard.check(START).sentence.id == "cloud.guard-looking"
    assert remainders.rounds == 0
    report = guard.check(START + HOUR)
    assert (remainders.rounds, report.state) == (1, RuleState.OK)
    assert report.sentence.arguments == {"n": 2, "at": START + 93 * DAY}


def test_it_looks_again_at_the_very_moment() -> None:
    report = CloudCopyGuard(FakeRemainders(START + timedelta(minutes=3))).check(START)
    assert report.next_check_at == START + timedelta(minutes=3)


def test_a_cloud_that_cannot_be_asked_is_unknown_with_the_reason() -> None:
    reason = msg("remote.missing", folder="x")
    guard = CloudCopyGuard(FakeRemainders(START, START + HOUR, told=Tended(waiting=1, reason=reason)))
    report = guard.check(START)
    assert (report.state, report.sentence) == (RuleState.UNKNOWN, reason)


def test_a_place_is_looked_at_once_an_hour_at_most() -> None:
    """VR-P2"""
    looks: list[int] = []
    guard = CloudCopyGuard(FakeRemainders(None), lambda: looks.append(1))
    for minutes in range(0, 121, 10):
        guard.check(START + timedelta(minutes=minutes))
    assert len(looks) == 3
