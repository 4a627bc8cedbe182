"""The ways that are not recommended, in a calm grid; below it why some of them are closed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.finding import ResolvedHow
from app.domain.messages import Message, listed, msg
from app.domain.recommendation import can_be_mended
from app.ui.desk import Desk
from app.ui.pages.findings.ways import BY_HOW, WAYS, Way
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import clear
from app.ui.widgets.labels import Muted

SPACING = 8


class OtherWays(QWidget):
    """`wanted` hands out the way that was pressed."""

    wanted = Signal(object)  # ResolvedHow

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._buttons = {way.how: self._button(way) for way in WAYS}
        self._widest = max(button.sizeHint().width() for button in self._buttons.values())
        self._shown: tuple[ResolvedHow, ...] = ()
        self._columns = 0
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(6)
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACING)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addLayout(self._grid)
        lines.addLayout(self._reasons)

    def show_ways(self, possible: Mapping[ResolvedHow, Message | None], recommended: ResolvedHow | None) -> None:
        """`possible`: None where a way is open, else why it is closed, or what must be done first."""
        shown = tuple(how for how in self._buttons if how is not recommended)
        for how, button in self._buttons.items():
            button.setVisible(how in shown)
            self._tell(button, BY_HOW[how], possible[how])
        if shown != self._shown:
            self._shown, self._columns = shown, 0
        self._arrange()
        self._say_why_not({how: reason for how in shown if (reason := possible[how]) is not None})

    @property
    def least_height(self) -> int:
        """What must be in sight for a person to see that there are other ways: the first two lines."""
        return 2 * self._buttons[ResolvedHow.SEALED].sizeHint().height() + SPACING

    def take_keyboard(self) -> None:
        """To the first of them that is open."""
        first = next((self._buttons[how] for how in self._shown if self._buttons[how].isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def button(self, how: ResolvedHow) -> Button:
        return self._buttons[how]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        self._arrange()

    # -- how ----------------------------------------------------------------------------------------------------------

    def _button(self, way: Way) -> Button:
        button = Button(self._desk.text(way.name), Weight.CHOICE, icon_name=way.icon_name, parent=self)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setProperty("how", way.how.value)
        button.clicked.connect(self._pressed)
        return button

    def _tell(self, button: Button, way: Way, reason: Message | None) -> None:
        text = "" if reason is None else self._desk.text(reason)
        is_open = reason is None or can_be_mended(reason)
        button.setEnabled(is_open)
        button.setToolTip(way_tip(self._desk, way) if is_open else text)
        button.setAccessibleDescription(text or self._desk.text(way.tip))

    def _say_why_not(self, reasons: Mapping[ResolvedHow, Message]) -> None:
        """Each reason once, with the ways that it closes."""
        by_text: dict[str, list[Message]] = {}
        for how, reason in reasons.items():
            by_text.setdefault(self._desk.text(reason), []).append(BY_HOW[how].name)
        clear(self._reasons)
        for text, ways in by_text.items():
            self._reasons.addWidget(Muted(self._desk.text(msg("ui.findings.why-not", ways=listed(ways), reason=text))))

    def _arrange(self) -> None:
        """Two beside each other where they fit."""
        columns = 2 if 2 * self._widest + SPACING <= self.width() else 1
        if columns == self._columns:
            return
        self._columns = columns
        while self._grid.count():
            self._grid.takeAt(0)
        for number, how in enumerate(self._shown):
            line, column = divmod(number, columns)
            self._grid.addWidget(self._buttons[how], line, column)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)

    @Slot()
    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.wanted.emit(ResolvedHow(button.property("how")))


def way_tip(desk: Desk, way: Way, *, is_recommended: bool = False) -> str:
    """What happens, and which keys do it."""
    if is_recommended:
        return desk.text(msg("ui.findings.with-enter", what=way.tip, key=way.key))
    if way.how is ResolvedHow.DELETED:
        return desk.text(msg("ui.findings.with-delete", what=way.tip, key=way.key))
    return desk.text(msg("ui.findings.with-key", what=way.tip, key=way.key))
