"""What is known of a thing: a name left, what it is right, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.widgets.labels import Muted, Text

NAMES_WIDTH = 152
MOST_BESIDE = 8  # how far a name is moved down to stand beside the first line of a button


class Facts(QWidget):
    """A value may be a text or a widget. Texts can be selected, so that an address can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, NAMES_WIDTH)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[tuple[str, str | QWidget]]) -> None:
        """Replace all lines."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, (name, value) in enumerate(facts):
            label = Muted(name)
            label.setFixedWidth(NAMES_WIDTH)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            label.setContentsMargins(0, 0 if isinstance(value, str) else _beside(label, value), 0, 0)
            shown = _selectable(value) if isinstance(value, str) else value
            self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(shown, number, 1)


def _beside(label: Text, value: QWidget) -> int:
    """So that the name stands on the line of what is in the middle of a low widget, such as a button."""
    room = value.minimumSizeHint().height() - label.fontMetrics().height()
    return min(MOST_BESIDE, max(0, room // 2))


def _selectable(text: str) -> Text:
    shown = Text(text)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return shown
