"""What Enter does on a button: it presses the one that has the keyboard, and never destroys anything."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout

from app.ui.widgets.buttons import Button, Weight
from tests.ui.windows import application


class Two(QDialog):
    """A dialog with a default button, and another one."""

    def __init__(self, weight: Weight) -> None:
        super().__init__()
        self.default, self.other = Button("Verder", Weight.PRIMARY), Button("Terug", weight)
        self.default.setDefault(True)
        lines = QVBoxLayout(self)
        lines.addWidget(self.other)
        lines.addWidget(self.default)


@pytest.fixture
def made() -> Iterator[list[Two]]:
    application()
    dialogs: list[Two] = []
    yield dialogs
    for dialog in dialogs:
        dialog.deleteLater()
    QApplication.processEvents()


def dialog(made: list[Two], weight: Weight) -> tuple[Two, QSignalSpy, QSignalSpy]:
    shown = Two(weight)
    made.append(shown)
    shown.show()
    return shown, QSignalSpy(shown.default.clicked), QSignalSpy(shown.other.clicked)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_keyboard_not_the_default(made: list[Two], key: Qt.Key) -> None:
    shown, default, other = dialog(made, Weight.PLAIN)
    QTest.keyClick(shown.other, key)
    assert (default.count(), other.count()) == (0, 1)


def test_enter_alone_destroys_nothing_and_the_space_bar_does(made: list[Two]) -> None:
    shown, _, other = dialog(made, Weight.DANGER)
    QTest.keyClick(shown.other, Qt.Key.Key_Return)
    assert other.count() == 0
    QTest.keyClick(shown.other, Qt.Key.Key_Space)
    assert other.count() == 1


def test_enter_with_control_is_left_to_the_dialog(made: list[Two]) -> None:
    shown, _, other = dialog(made, Weight.PLAIN)
    QTest.keyClick(shown.other, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert other.count() == 0
