"""What is said of a guard that should lock. VR-P6."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.idle import IdleTerms
from app.domain.locking import LockSeen, LockWatch, span, standing
from app.domain.messages import unit_text
from app.domain.rules import RuleState

TERMS = IdleTerms(limit=timedelta(minutes=5), grace=timedelta(minutes=45))


@pytest.mark.parametrize(
    ("watch", "state"),
    [
        (LockWatch.READY, RuleState.OK),
        (LockWatch.GRACE, RuleState.OK),
        (LockWatch.SIMULATED, RuleState.ATTENTION),
        (LockWatch.HELD_BACK, RuleState.ATTENTION),
        (LockWatch.BLIND, RuleState.UNKNOWN),
        (LockWatch.UNSURE, RuleState.UNKNOWN),
        (LockWatch.FAILED, RuleState.OVERDUE),
    ],
)
def test_what_cannot_be_seen_is_unknown_and_what_failed_is_an_alarm(watch: LockWatch, state: RuleState):
    """VR-P6"""
    found, sentence = standing(LockSeen.by(watch, TERMS))
    assert found is state
    assert sentence.id == f"lock.{watch.value}"


def test_every_watch_has_its_standing():
    found = {standing(LockSeen(watch=watch))[0] for watch in LockWatch}
    assert found == {RuleState.OK, RuleState.ATTENTION, RuleState.UNKNOWN, RuleState.OVERDUE}


def test_it_says_after_how_long_and_where():
    """VR-P6: the grace is visible."""
    ready, grace = (LockSeen.by(watch, TERMS) for watch in (LockWatch.READY, LockWatch.GRACE))
    assert standing(ready)[1].arguments["after"] == unit_text("minutes", 5)
    assert standing(grace)[1].arguments["most"] == unit_text("minutes", 45)
    assert standing(ready, on_the_road=True)[1].id == "lock.ready-road"


@pytest.mark.parametrize(("seconds", "unit", "n"), [(60, "minutes", 1), (300, "minutes", 5), (90, "seconds", 90)])
def test_lengths_are_said_as_people_say_them(seconds: int, unit: str, n: int):
    assert span(timedelta(seconds=seconds)) == unit_text(unit, n)
