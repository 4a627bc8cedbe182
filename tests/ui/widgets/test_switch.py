"""A switch: a tick box for keyboard and screen reader, told by word and place of its knob."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.widgets.switch import TRACK, Switch
from tests.ui.pictures import greys
from tests.ui.windows import dress


@pytest.fixture
def switch(qtbot: QtBot, qapp: QApplication) -> Switch:
    dress(dark=False)
    made = Switch("Meldingen tonen", "Aan", "Uit")
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_says_which_it_is(switch: Switch):
    assert (switch.isChecked(), switch.text()) == (False, "Uit")
    switch.setChecked(True)
    assert switch.text() == "Aan"


def test_space_and_a_click_anywhere_turn_it(switch: Switch, qtbot: QtBot):
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert not switch.isChecked()
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=switch.rect().bottomRight() - QPoint(3, 3))
    assert switch.isChecked()


def test_a_screen_reader_hears_a_tick_box_with_its_name(switch: Switch):
    told = QAccessible.queryAccessibleInterface(switch)
    assert told.role() is QAccessible.Role.CheckBox
    assert told.text(QAccessible.Text.Name) == "Meldingen tonen"
    switch.setChecked(True)
    assert told.state().checked


def test_it_keeps_its_width_and_fits_both_words(switch: Switch):
    off = switch.sizeHint()
    switch.setChecked(True)
    assert switch.sizeHint() == off
    assert off.width() >= TRACK.width() + switch.fontMetrics().horizontalAdvance("Aan")


@pytest.mark.parametrize("dark", [False, True])
def test_on_and_off_differ_without_any_colour(switch: Switch, dark: bool):
    dress(dark=dark)
    off = greys(switch.grab(), "#FFFFFF")
    switch.setChecked(True)
    on = greys(switch.grab(), "#FFFFFF")
    differing = sum(abs(one - other) > 0.2 for one, other in zip(off, on, strict=True))
    assert differing / len(on) > 0.1


def test_the_keyboard_is_seen_on_it(switch: Switch, qtbot: QtBot):
    switch.activateWindow()
    switch.setFocus()
    focused = switch.grab().toImage()
    switch.clearFocus()
    assert focused != switch.grab().toImage()
