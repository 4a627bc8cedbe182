"""A notice within a page: an icon, a sentence, at most one step."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.theme.icons import icon
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.labels import Text
from app.ui.widgets.picture import Picture


class Tone(StrEnum):
    INFO = "info"
    OK = "ok"
    ATTENTION = "attention"
    OVERDUE = "overdue"


_ICONS = {
    Tone.INFO: ("info", "accent"),
    Tone.OK: ("state-ok", "ok"),
    Tone.ATTENTION: ("state-attention", "attention"),
    Tone.OVERDUE: ("state-overdue", "overdue"),
}


class Notice(QFrame):
    """`button` is hidden until it gets a text by `offer`."""

    def __init__(self, tone: Tone, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Picture("info")
        self.label = Text(text)
        self.button = Button("", Weight.PLAIN)
        self.button.hide()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(12, 10, 12, 10)
        self._line.setSpacing(10)
        self._line.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self.label, 1)
        self._line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.tell(tone, text)

    def tell(self, tone: Tone, text: str) -> None:
        name, colour = _ICONS[tone]
        self.setProperty("look", f"notice-{tone.value}")
        self.style().unpolish(self)
        self.style().polish(self)
        self._picture.draw(icon(name, colour))
        self.label.setText(text)
        self.setAccessibleName(text)

    def offer(self, step: str) -> None:
        self.button.setText(step)
        self.button.show()
        self._line.setAlignment(self._picture, Qt.AlignmentFlag.AlignVCenter)  # all three beside each other
