"""A state, told by shape and word and only then by colour."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.rules import RuleState
from app.ui.theme.icons import state_icon
from app.ui.widgets.labels import Text
from app.ui.widgets.picture import Picture


class StateIcon(Picture):
    """The shape of a state. `word` is what a screen reader says."""

    def __init__(self, state: RuleState, word: str, size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__("state-unknown", "unknown", size, parent)
        self.tell(state, word)

    def tell(self, state: RuleState, word: str) -> None:
        self.draw(state_icon(state))
        self.setAccessibleName(word)
        self.setToolTip(word)


class StateBadge(QWidget):
    """Shape and word beside each other."""

    def __init__(self, state: RuleState, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = StateIcon(state, word, 18)
        self._word = Text(word, wraps=False)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self._icon)
        line.addWidget(self._word)
        line.addStretch(1)

    def tell(self, state: RuleState, word: str) -> None:
        self._icon.tell(state, word)
        self._word.setText(word)
