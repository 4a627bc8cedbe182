"""What a page or a list says when there is nothing: what that means and what to do first, with one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.messages import Message
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import row
from app.ui.widgets.labels import Muted, Section
from app.ui.widgets.picture import Picture

PICTURE = 40
WIDTH = 420


class EmptyState(QWidget):
    """`text` renders messages. Without a step there is no button."""

    def __init__(self, text: Callable[[Message], str], icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._picture = Picture(icon_name, "muted", PICTURE)
        self.title = Section()
        self.explanation = Muted()
        self.button = Button("", Weight.PRIMARY)
        self.other = Button("", Weight.LINK)
        self.other.hide()
        self._lay_out()

    def tell(self, title: Message, explanation: Message, step: Message | None = None) -> None:
        self.title.setText(self._text(title))
        self.explanation.setText(self._text(explanation))
        self.button.setVisible(step is not None)
        if step is not None:
            self.button.setText(self._text(step))

    def offer_other(self, step: Message) -> None:
        """A second way, less likely than the button."""
        self.other.setText(self._text(step))
        self.other.show()

    def _lay_out(self) -> None:
        column = QWidget()
        column.setFixedWidth(WIDTH)
        lines = QVBoxLayout(column)
        lines.setSpacing(8)
        for label in (self.title, self.explanation):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        lines.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addWidget(self.title)
        lines.addWidget(self.explanation)
        lines.addSpacing(8)
        lines.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addWidget(self.other, 0, Qt.AlignmentFlag.AlignHCenter)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(row(1, column, 1))  # no alignment: with one, Qt forgets how high wrapped text is
        outer.addStretch(2)
