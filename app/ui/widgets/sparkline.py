"""How a number went: a small line with a dot at its end. The words beside it say it too. Source: look.md."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.rules import RuleState
from app.ui.theme.colours import colours_of

HEIGHT = 44
EDGE = 5  # room for the dot
DOT = 3.5


class Sparkline(QWidget):
    """Values in their order, the newest last; None where nothing is known leaves a gap. The ground line is zero."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[int | None, ...] = ()
        self._state = RuleState.OK
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_values(self, values: Sequence[int | None], state: RuleState, sentence: str) -> None:
        """`state` colours the dot; `sentence` is the tip and what a screen reader says."""
        self._values, self._state = tuple(values), state
        self.setAccessibleName(sentence)
        self.setToolTip(sentence)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's names
        return QSize(160, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        points = self._points(box)
        painter.setPen(QPen(QColor(colours.accent), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(_line(points))
        last = next((point for point in reversed(points) if point is not None), None)
        if last is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.of_state(self._state)))
            painter.drawEllipse(last, DOT, DOT)
        painter.end()

    def _points(self, box: QRectF) -> list[QPointF | None]:
        most = max((value for value in self._values if value is not None), default=0) or 1
        step = box.width() / max(1, len(self._values) - 1)
        return [
            None if value is None else QPointF(box.left() + number * step, box.bottom() - box.height() * value / most)
            for number, value in enumerate(self._values)
        ]


def _line(points: Sequence[QPointF | None]) -> QPainterPath:
    path = QPainterPath()
    for before, point in pairwise((None, *points)):
        if point is None:
            continue
        if before is None:
            path.moveTo(point)
        else:
            path.lineTo(point)
    return path
