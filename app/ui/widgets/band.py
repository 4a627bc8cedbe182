"""The 30-day band: a mark for each day on which something goes; weekends lighter, today a line. Source: look.md."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui.theme.colours import Colours, colours_of
from app.ui.theme.type import Size, of_size
from app.ui.widgets.card import row
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Muted

ABOVE = 6  # room for the line of today to stand out
TRACK = 40  # height of a day
BELOW = 24  # the dates
HEIGHT = ABOVE + TRACK + BELOW + 4
GAP = 2  # between two days
CORNER = 4
MARK = 22  # height of a mark
SAMPLE = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """`label` stands below (only some days have one); `sentence` is the tip and what a screen reader says of the day."""

    day: date
    copies: int
    label: str
    sentence: str
    is_weekend: bool = False
    is_today: bool = False
    is_overdue: bool = False


class Band(QWidget):
    """Left and right walk through the days with a mark, Home and End to the first and the last; Enter opens the day."""

    opened = Signal(object)  # date

    def __init__(self, name: str, summary: Callable[[Sequence[Day]], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = summary
        self._days: tuple[Day, ...] = ()
        self._at = -1
        self._under: int | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(name)

    def show_days(self, days: Sequence[Day]) -> None:
        """The day that the keyboard is on stays when something still goes on it."""
        at = self._days[self._at].day if 0 <= self._at < len(self._days) else None
        self._days = tuple(days)
        marked = self._marked()
        same = next((number for number in marked if self._days[number].day == at), None)
        self._at = same if same is not None else marked[0] if marked else -1
        # Nothing to walk through: the keyboard passes it by.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if marked else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(self._summary(self._days))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's names
        return QSize(600, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, day in enumerate(self._days):
            self._draw_day(painter, number, day)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        marked = self._marked()
        steps = {
            Qt.Key.Key_Right: next((n for n in marked if n > self._at), self._at),
            Qt.Key.Key_Left: next((n for n in reversed(marked) if n < self._at), self._at),
            Qt.Key.Key_Home: marked[0] if marked else self._at,
            Qt.Key.Key_End: marked[-1] if marked else self._at,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._move_to(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at >= 0:
            self.opened.emit(self._days[self._at].day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        number = self._number_at(event.position().x())
        if number is not None and self._days[number].copies:
            self._move_to(number)
            self.opened.emit(self._days[number].day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        number = self._number_at(event.position().x())
        is_mark = number is not None and self._days[number].copies > 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_mark else Qt.CursorShape.ArrowCursor)
        if number != self._under:
            self._under = number
            self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self._under = None
        self.update()
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = self._number_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self._days[number].sentence if number is not None else "", self)
            return True
        return super().event(event)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _marked(self) -> list[int]:
        return [number for number, day in enumerate(self._days) if day.copies]

    def _step(self) -> float:
        return self.width() / max(1, len(self._days))

    def _number_at(self, x: float) -> int | None:
        number = int(x // self._step()) if self._days else -1
        return number if 0 <= number < len(self._days) else None

    def _move_to(self, number: int) -> None:
        self._at = number
        if 0 <= number < len(self._days):
            self.setAccessibleDescription(self._days[number].sentence)
        self.update()

    def _draw_day(self, painter: QPainter, number: int, day: Day) -> None:
        colours = colours_of(self.palette())
        cell = QRectF(number * self._step() + GAP / 2, ABOVE, self._step() - GAP, TRACK)
        is_chosen = number == self._at and self.hasFocus()
        draw_ground(painter, cell, colours, is_weekend=day.is_weekend)
        if is_chosen or number == self._under:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.text if is_chosen else colours.field_border), 2 if is_chosen else 1))
            painter.drawRoundedRect(cell, CORNER, CORNER)
        if day.is_today:
            draw_today(painter, cell.left(), ABOVE - 4, ABOVE + TRACK + 4, colours)
        if day.copies:
            draw_mark(painter, cell, str(day.copies), colours, is_overdue=day.is_overdue)
        if day.label:
            self._draw_label(painter, cell, day, colours)

    def _draw_label(self, painter: QPainter, cell: QRectF, day: Day, colours: Colours) -> None:
        painter.setFont(of_size(Size.SMALL, QFont.Weight.DemiBold if day.is_today else QFont.Weight.Normal))
        painter.setPen(QColor(colours.text if day.is_today else colours.muted))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(day.label) + 2
        left = min(cell.left(), self.width() - wide)
        box = QRectF(left, ABOVE + TRACK + 6, wide, BELOW)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, day.label)


def draw_ground(painter: QPainter, cell: QRectF, colours: Colours, *, is_weekend: bool) -> None:
    """A working day is filled, a day of the weekend only outlined."""
    painter.setBrush(QColor(colours.card if is_weekend else colours.raised))
    painter.setPen(QPen(QColor(colours.border), 1) if is_weekend else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5) if is_weekend else cell, CORNER, CORNER)


def draw_today(painter: QPainter, left: float, top: float, bottom: float, colours: Colours) -> None:
    painter.setPen(QPen(QColor(colours.accent), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(left, top), QPointF(left, bottom))


def draw_mark(painter: QPainter, cell: QRectF, number: str, colours: Colours, *, is_overdue: bool) -> None:
    """Round, and square where something is late; with its number where there is room for it."""
    font = of_size(Size.SMALL, QFont.Weight.DemiBold)
    room, needed = cell.width(), QFontMetricsF(font).horizontalAdvance(number)
    has_room = bool(number) and needed + 2 <= room
    high = min(MARK, room - 2)
    box = QRectF(0, 0, min(max(high, needed + 10), room) if has_room else high, high)
    box.moveCenter(cell.center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.overdue if is_overdue else colours.accent))
    corner = 3 if is_overdue else high / 2
    painter.drawRoundedRect(box, corner, corner)
    if has_room:
        painter.setFont(font)
        painter.setPen(QColor(colours.card if is_overdue else colours.on_accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)


class Sign(StrEnum):
    MARK = "mark"
    LATE = "late"
    TODAY = "today"
    WEEKEND = "weekend"


class Legend(QWidget):
    """What the signs of the band mean, in words."""

    def __init__(self, mark: str, late: str, today: str, weekend: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[Sign, QWidget] = {}
        line = FlowLayout(self, spacing=18)
        words = {Sign.MARK: mark, Sign.LATE: late, Sign.TODAY: today, Sign.WEEKEND: weekend}
        for sign, word in words.items():
            item = QWidget()
            label = Muted(word)
            label.setWordWrap(False)
            item.setLayout(row(Sample(sign), label, spacing=6))
            self._items[sign] = item
            line.addWidget(item)

    def show_late(self, is_late: bool) -> None:
        """That something is late is explained only where it is."""
        self._items[Sign.LATE].setVisible(is_late)


class Sample(QWidget):
    def __init__(self, sign: Sign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        self.setFixedSize(QSize(SAMPLE, SAMPLE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._sign is Sign.TODAY:
            draw_today(painter, box.center().x(), 2, SAMPLE - 2, colours)
        elif self._sign is Sign.WEEKEND:
            draw_ground(painter, box.adjusted(1, 1, -1, -1), colours, is_weekend=True)
        else:
            draw_mark(painter, box, "", colours, is_overdue=self._sign is Sign.LATE)
        painter.end()
