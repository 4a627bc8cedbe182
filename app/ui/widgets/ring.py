"""The ring of rules kept, on one's own page only. Source: look.md."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.rules import RuleState
from app.ui.theme.colours import colours_of
from app.ui.theme.type import Size, of_size

SIZE = 112
WIDTH = 10
REST = 4  # what is not kept is thinner: it is told by shape too
FULL = 360 * 16  # Qt counts sixteenths of a degree
TOP = 90 * 16


class Ring(QWidget):
    """`kept` of `applicable`; the gap tells, and the words in it. `state` colours what is not kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = 0
        self._applicable = 0
        self._state = RuleState.UNKNOWN
        self.setFixedSize(QSize(SIZE, SIZE))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tell(self, kept: int, applicable: int, state: RuleState, sentence: str) -> None:
        self._kept, self._applicable, self._state = kept, applicable, state
        self.setAccessibleName(sentence)
        self.setToolTip(sentence)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(WIDTH / 2, WIDTH / 2, SIZE - WIDTH, SIZE - WIDTH)
        share = round(FULL * self._kept / self._applicable) if self._applicable else 0
        rest = colours.of_state(self._state) if self._kept < self._applicable else colours.border
        if share < FULL:
            self._arc(painter, box, rest, TOP - share, share - FULL, REST)
        if share:
            self._arc(painter, box, colours.ok, TOP, -share, WIDTH)
        painter.setPen(QColor(colours.text))
        painter.setFont(of_size(Size.TITLE, QFont.Weight.DemiBold))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, f"{self._kept}/{self._applicable}")
        painter.end()

    def _arc(self, painter: QPainter, box: QRectF, colour: str, start: int, span: int, width: int) -> None:
        pen = QPen(QColor(colour), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(box, start, span)
