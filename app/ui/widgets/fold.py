"""What most people may skip: folded away behind its name, one press away."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme.icons import icon
from app.ui.widgets.buttons import ICON, Button, Weight


class Fold(QWidget):
    """`lines` takes what is folded. A screen reader hears whether it is open, as of every button that stays down."""

    def __init__(self, title: str, *, is_open: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button(title, Weight.LINK)
        self.button.setCheckable(True)
        self.button.setIconSize(ICON)
        self._inner = QWidget()
        self.lines = QVBoxLayout(self._inner)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self.button)
        outer.addWidget(self._inner)
        self.button.toggled.connect(self._toggle)
        self.button.setChecked(is_open)
        self._toggle(is_open)

    def unfold(self) -> None:
        self.button.setChecked(True)

    @Slot(bool)
    def _toggle(self, is_open: bool) -> None:
        self._inner.setVisible(is_open)
        self.button.setIcon(icon("chevron-down" if is_open else "chevron-right", "accent"))
