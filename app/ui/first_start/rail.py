"""Where a person is: the steps below each other, those that are done with a check."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.domain.first_start import STEPS, Step
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.theme.colours import colours_of
from app.ui.theme.icons import pixmap
from app.ui.theme.type import Size, of_size
from app.ui.tray.icon import app_icon
from app.ui.widgets.card import row
from app.ui.widgets.labels import Text

WIDTH = 224
MARK = 24
CHECK = 14

NAMES: Mapping[Step, Message] = {
    Step.LANGUAGE: msg("ui.first.step-language"),
    Step.SELF: msg("ui.first.step-self"),
    Step.FOLDERS: msg("ui.first.step-folders"),
    Step.WORK: msg("ui.first.step-work"),
    Step.SIGHT: msg("ui.first.step-sight"),
    Step.CLEAN_UP: msg("ui.first.step-clean-up"),
}


class StepsRail(QWidget):
    """Tells, and takes no part in the keyboard's way."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._marks = {step: StepMark(number) for number, step in enumerate(STEPS, 1)}
        self._names = {step: Text(desk.text(NAMES[step])) for step in STEPS}
        self.setProperty("look", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 24, 16, 24)
        lines.setSpacing(14)
        lines.addLayout(self._head())
        lines.addSpacing(10)
        for step in STEPS:
            line = row(self._marks[step], spacing=12)
            line.addWidget(self._names[step], 1)
            lines.addLayout(line)
        lines.addStretch(1)

    def show_step(self, current: Step) -> None:
        """Where it stands; the steps before it are done."""
        at = STEPS.index(current)
        for number, step in enumerate(STEPS):
            self._marks[step].tell(is_done=number < at, is_current=number == at)
            weight = QFont.Weight.DemiBold if number == at else QFont.Weight.Normal
            self._names[step].look("" if number <= at else "muted")  # which forgets the font
            self._names[step].setFont(of_size(Size.SMALL, weight))

    def _head(self) -> QVBoxLayout:
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(QSize(32, 32), self.devicePixelRatioF()))
        name = Text(self._desk.text(msg("ui.app")), Size.BODY, QFont.Weight.DemiBold)
        lines = QVBoxLayout()
        lines.setSpacing(8)
        lines.addWidget(picture)
        lines.addWidget(name)
        return lines


class StepMark(QWidget):
    """A number in a circle; a check where the step is done."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._is_done = False
        self._is_current = False
        self.setFixedSize(QSize(MARK, MARK))

    def tell(self, *, is_done: bool, is_current: bool) -> None:
        self._is_done, self._is_current = is_done, is_current
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = colours.accent if self._is_current else colours.ok if self._is_done else colours.field_border
        painter.setPen(QPen(QColor(ring), 1.5))
        painter.setBrush(QColor(colours.accent if self._is_current else colours.card))
        painter.drawEllipse(QRectF(1, 1, MARK - 2, MARK - 2))
        if self._is_done:
            at = (MARK - CHECK) // 2
            drawn = pixmap("check", CHECK, QColor(colours.ok), self.devicePixelRatioF())
            painter.drawPixmap(QRect(at, at, CHECK, CHECK), drawn)
        else:
            painter.setPen(QColor(colours.on_accent if self._is_current else colours.muted))
            painter.setFont(of_size(Size.SMALL, QFont.Weight.DemiBold))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
