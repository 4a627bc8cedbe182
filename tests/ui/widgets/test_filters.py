"""Filters: one of a few, by mouse and by keyboard; what was chosen stays while it is offered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.desk import Desk
from app.ui.widgets.filters import Filters

CHOICES = [("all", "Alles   7"), ("late", "Te laat   2"), ("out", "Uit de kluis   1")]


@pytest.fixture
def filters(desk: Desk) -> Filters:
    made = Filters("Welke kopieën")
    made.offer(CHOICES)
    made.show()
    return made


def test_the_first_is_chosen_at_first(filters: Filters):
    assert filters.value() == "all"
    assert filters.accessibleName() == "Welke kopieën"
    assert [button.text() for button in filters.group.buttons()] == [name for _, name in CHOICES]


def test_a_press_hands_out_the_value_once(filters: Filters):
    heard: list[object] = []
    filters.chosen.connect(heard.append)
    filters.group.button(1).click()
    filters.group.button(1).click()
    assert heard == ["late"]


def test_arrows_walk_through_them(filters: Filters):
    filters.group.button(0).setFocus()
    QTest.keyClick(filters.group.button(0), Qt.Key.Key_Right)
    assert filters.value() == "late"


def test_other_counts_keep_what_was_chosen_and_say_nothing(filters: Filters):
    filters.choose("out")
    heard: list[object] = []
    filters.chosen.connect(heard.append)
    filters.offer([("all", "Alles   9"), ("late", "Te laat   4"), ("out", "Uit de kluis   1")])
    filters.offer([("all", "Alles   9"), ("out", "Uit de kluis   1")])
    assert (filters.value(), heard) == ("out", [])
    assert [button.text() for button in filters.group.buttons()] == ["Alles   9", "Uit de kluis   1"]


def test_what_is_no_longer_offered_gives_way_to_the_first(filters: Filters):
    filters.choose("late")
    heard: list[object] = []
    filters.chosen.connect(heard.append)
    filters.offer([("all", "Alles   5")])
    assert (filters.value(), heard) == ("all", ["all"])
