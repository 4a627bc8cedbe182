"""When it is time to lock, and what is said of a guard that should. VR-P6."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.locking import IDLE_ON_THE_ROAD, LockWatch, standing, time_left
from app.domain.rules import RuleState

SECOND = timedelta(seconds=1)


def test_on_the_road_two_minutes_without_input_is_the_end():
    """VR-P6"""
    assert timedelta(seconds=120) == IDLE_ON_THE_ROAD
    assert time_left(timedelta(0), IDLE_ON_THE_ROAD) == timedelta(seconds=120)
    assert time_left(119.5 * SECOND, IDLE_ON_THE_ROAD) == 0.5 * SECOND
    assert not time_left(120 * SECOND, IDLE_ON_THE_ROAD)
    assert not time_left(timedelta(days=3), IDLE_ON_THE_ROAD)


@pytest.mark.parametrize(
    ("watch", "state"),
    [
        (LockWatch.READY, RuleState.OK),
        (LockWatch.BLIND, RuleState.UNKNOWN),
        (LockWatch.UNSURE, RuleState.UNKNOWN),
        (LockWatch.FAILED, RuleState.OVERDUE),
    ],
)
def test_what_cannot_be_seen_is_unknown_and_what_failed_is_an_alarm(watch: LockWatch, state: RuleState):
    """VR-P6"""
    found, sentence = standing(watch)
    assert found is state
    assert sentence.id == f"lock.{watch.value}"


def test_every_watch_has_its_standing():
    assert {standing(watch)[0] for watch in LockWatch} == {RuleState.OK, RuleState.UNKNOWN, RuleState.OVERDUE}
