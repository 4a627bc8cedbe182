"""A switch: on or off, at once, with the word for it beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from app.ui.theme.colours import colours_of

TRACK = QSize(40, 20)
GAP = 10
ROOM = 4  # above and below it


class Switch(QCheckBox):
    """A tick box in all but its look, so screen readers and keyboards know it."""

    def __init__(self, name: str, on: str, off: str, parent: QWidget | None = None) -> None:
        super().__init__(off, parent)
        self._words = (off, on)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._say)

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's names
        words = max(self.fontMetrics().horizontalAdvance(word) for word in self._words)
        height = max(TRACK.height(), self.fontMetrics().height())
        return QSize(words + GAP + TRACK.width(), height + 2 * ROOM)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(
            self.width() - TRACK.width() + 1,
            (self.height() - TRACK.height()) / 2 + 1,
            TRACK.width() - 2,
            TRACK.height() - 2,
        )
        words = QRectF(0, 0, track.left() - GAP, self.height())
        painter.setPen(QColor(colours.text))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.text())
        self._draw_track(painter, track)
        painter.end()

    def _draw_track(self, painter: QPainter, track: QRectF) -> None:
        """On: filled, the knob right. Off: only a line, the knob left. So also without colour."""
        colours = colours_of(self.palette())
        on = self.isChecked()
        line = colours.accent if on else colours.field_border
        painter.setPen(QPen(QColor(colours.text), 2) if self.hasFocus() else QPen(QColor(line), 1))
        painter.setBrush(QColor(colours.accent if on else colours.card))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.on_accent if on else colours.muted))
        half = track.height() / 2
        centre = QPointF(track.right() - half if on else track.left() + half, track.center().y())
        painter.drawEllipse(centre, 6, 6)

    @Slot(bool)
    def _say(self, on: bool) -> None:
        self.setText(self._words[on])
