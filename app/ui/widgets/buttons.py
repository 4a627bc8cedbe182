"""Buttons that say what they do. One filled button a view: the step we recommend."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from app.ui.theme.icons import icon

ICON = QSize(18, 18)


class Weight(StrEnum):
    """How much a button asks to be pressed. DANGER: what it does cannot be taken back. CHOICE: one of several in a grid,
    with its text at the left. FILTER: stays down, and says what a list shows."""

    PRIMARY = "primary"
    PLAIN = ""
    QUIET = "quiet"
    LINK = "link"
    DANGER = "danger"
    CHOICE = "choice"
    FILTER = "filter"


class Button(QPushButton):
    def __init__(
        self, text: str, weight: Weight = Weight.PLAIN, *, icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(f" {text}" if icon_name else text, parent)
        self._icon_name = icon_name
        if icon_name:  # the blank that parts picture and text is no part of the name
            self.setAccessibleName(text.replace("&", ""))
        if icon_name:
            self.setIconSize(ICON)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.weigh(weight)

    def weigh(self, weight: Weight) -> None:
        """Make it the recommended one, or one of the others."""
        self.setProperty("look", weight.value)
        if self._icon_name:
            self.setIcon(icon(self._icon_name, _COLOURS.get(weight, "text")))
        self.style().unpolish(self)
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Enter presses the button that has the keyboard, also where a dialog has another one as its default; but it never
        destroys anything: that takes a click or the space bar."""
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not with_control
        if is_enter and self.property("look") != Weight.DANGER.value:
            self.click()
            return
        super().keyPressEvent(event)


_COLOURS = {Weight.PRIMARY: "on_accent", Weight.LINK: "accent", Weight.DANGER: "overdue"}


class IconButton(QToolButton):
    """Shows a picture only, so it always has a name: for a screen reader and as a tip."""

    def __init__(self, icon_name: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icon(icon_name))
        self.setIconSize(ICON)
        self.setAccessibleName(name)
        self.setToolTip(name)
