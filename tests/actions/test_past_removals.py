"""A removal against the policy stands in the journal once."""

from __future__ import annotations

from datetime import date

from app.actions.past_removals import PastRemovals
from app.system.installation.owed import PastRemoval
from tests.actions.laptop import Laptop

FIRST = PastRemoval(on=date(2026, 11, 3), people=2)
SECOND = PastRemoval(on=date(2026, 11, 20), people=1)


def journalled(laptop: Laptop) -> list[object]:
    return [entry.data for entry in laptop.events("program.removed")]


def test_each_removal_is_journalled_once(laptop: Laptop) -> None:
    """VR-P4"""
    recorded = [FIRST]
    PastRemovals(laptop.app.office, lambda: recorded).take_up()
    PastRemovals(laptop.app.office, lambda: recorded).take_up()
    assert len(journalled(laptop)) == 1
    recorded.append(SECOND)
    PastRemovals(laptop.app.office, lambda: recorded).take_up()
    assert journalled(laptop) == [{"day": "2026-11-03", "count": 2}, {"day": "2026-11-20", "count": 1}]


def test_a_laptop_without_removals_says_nothing(laptop: Laptop) -> None:
    PastRemovals(laptop.app.office, lambda: ()).take_up()
    assert journalled(laptop) == []
