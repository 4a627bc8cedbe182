"""A card: what belongs together, with a thin border and round corners."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget


class Card(QFrame):
    """`lines` takes what stands below each other."""

    def __init__(self, parent: QWidget | None = None, *, padding: int = 16) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(padding, padding, padding, padding)
        self.lines.setSpacing(8)


class Line(QFrame):
    """Parts two things inside a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "line")


def row(*parts: QWidget | int, spacing: int = 8) -> QHBoxLayout:
    """Widgets beside each other; a number is a stretch."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(spacing)
    for part in parts:
        if isinstance(part, int):
            line.addStretch(part)
        else:
            line.addWidget(part)
    return line


def heading(title: QWidget, beside: QWidget) -> QHBoxLayout:
    """A title that takes the room there is, with something small at its right end."""
    line = row(title, beside, spacing=16)
    line.setStretch(0, 1)
    return line


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Remove everything in a layout, also what stands in layouts inside it."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            continue
        inner = item.layout()
        widget = item.widget()
        if isinstance(inner, QVBoxLayout | QHBoxLayout):
            clear(inner)
        elif widget is not None:
            widget.hide()
            widget.deleteLater()
