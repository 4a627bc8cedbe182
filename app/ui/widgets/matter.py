"""One matter that somebody has to see to: its state by shape and word, a sentence, what is known of it, and its ways out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.messages import Message
from app.domain.rules import RuleState
from app.ui.desk import Desk
from app.ui.theme.type import Size
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, Line, clear
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Muted, Text
from app.ui.widgets.state import StateIcon

SHAPE = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way out: what its button says, and what is handed out when it is pressed. One of them may be the recommended one."""

    says: Message
    step: object
    is_best: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """`word`: what a screen reader calls the state; `details` are said below the sentence, a line each."""

    state: RuleState
    word: str
    sentence: str
    details: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()


class MatterRow(QWidget):
    """A single way out stands beside the words, several stand below them. `taken` hands out the step of the pressed one."""

    taken = Signal(object)

    def __init__(self, desk: Desk, matter: Matter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matter = matter
        self.shape = StateIcon(matter.state, matter.word, SHAPE)
        self.sentence = Text(matter.sentence, Size.BODY)
        self.problem = Text(look="error")
        self.problem.hide()
        self.buttons = [WayButton(desk, way, matter.sentence) for way in matter.ways]
        for button in self.buttons:
            button.taken.connect(self.taken)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.sentence)
        for detail in matter.details:
            words.addWidget(Muted(detail))
        words.addWidget(self.problem)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 10, 12, 10)
        line.setSpacing(14)
        beside = Qt.AlignmentFlag.AlignTop if matter.details else Qt.AlignmentFlag.AlignVCenter
        line.addWidget(self.shape, 0, beside)
        line.addLayout(words, 1)
        if len(self.buttons) == 1:
            line.addWidget(self.buttons[0], 0, Qt.AlignmentFlag.AlignVCenter)
        elif self.buttons:
            below = FlowLayout()
            for button in self.buttons:
                below.addWidget(button)
            words.addSpacing(6)
            words.addLayout(below)

    def be_busy(self, busy: bool) -> None:
        for button in self.buttons:
            button.setEnabled(not busy)
        if busy:
            self.problem.hide()

    def complain(self, said: str) -> None:
        self.problem.setText(said)
        self.problem.show()


class WayButton(Button):
    """Its name for a screen reader tells what it is about too: on a page there are several that say the same."""

    taken = Signal(object)

    def __init__(self, desk: Desk, way: Way, about: str, parent: QWidget | None = None) -> None:
        says = desk.text(way.says)
        super().__init__(says, Weight.PRIMARY if way.is_best else Weight.PLAIN, parent=parent)
        self._way = way
        self.setAccessibleName(f"{says.replace('&', '')}: {about}")
        self.clicked.connect(self._take)

    @Slot()
    def _take(self) -> None:
        self.taken.emit(self._way.step)


class MatterCard(Card):
    """Matters below each other with lines between; what is the same as before stays as it is."""

    taken = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=4)
        self._desk = desk
        self._key: object = None
        self.rows: list[MatterRow] = []
        self.lines.setSpacing(0)

    def show_matters(self, matters: Sequence[Matter], key: object) -> None:
        """`key`: what the matters are made of; an equal one changes nothing, so the keyboard stays where it was."""
        if key == self._key:
            return
        self._key = key
        clear(self.lines)
        self.rows = []
        for number, matter in enumerate(matters):
            if number:
                self.lines.addWidget(Line())
            row = MatterRow(self._desk, matter)
            row.taken.connect(self.taken)
            self.lines.addWidget(row)
            self.rows.append(row)
        self._align()

    def be_busy(self, busy: bool) -> None:
        for row in self.rows:
            row.be_busy(busy)

    def _align(self) -> None:
        """Buttons that stand alone beside their words are equally wide, so that their edges are one line."""
        single = [row.buttons[0] for row in self.rows if len(row.buttons) == 1]
        width = max((button.sizeHint().width() for button in single), default=0)
        for button in single:
            button.setMinimumWidth(width)
