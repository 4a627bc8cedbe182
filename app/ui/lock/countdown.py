"""The countdown: a small calm window over everything else. It takes no focus, and goes as soon as anybody touches anything."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCursor, QGuiApplication
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.domain.idle import COUNTDOWN, COUNTDOWN_AFTER_GRACE, Phase
from app.domain.locking import LockNotice
from app.domain.rules import Stage
from app.ui.lock.words import detail_of, sentence_of
from app.ui.texts import WindowTexts
from app.ui.widgets.card import Card, row
from app.ui.widgets.labels import Muted, Title
from app.ui.widgets.picture import Picture

WIDTH = 400
MARGIN = 24  # from the edge of the screen
TICK_MS = 250
STEPS = 1000
FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)
TOUCHES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class Countdown(QWidget):
    """What it counts is only shown: the guard looks whether somebody is there, and locks. `ticks`: steady seconds."""

    def __init__(
        self, texts: WindowTexts, ticks: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setMouseTracking(True)
        self.setFixedWidth(WIDTH)
        self._texts = texts
        self._ticks = ticks
        self._notice: LockNotice | None = None
        self._ends_at = 0.0
        self._cursor = QPoint()
        self.sentence = Title()
        self.detail = Muted()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, STEPS)
        card = Card()
        for part in (card, self.sentence, self.detail, self.bar):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # so that all input comes to the window
        top = row(Picture("lock"), self.sentence, spacing=12)
        top.setStretch(1, 1)
        card.lines.addLayout(top)
        card.lines.addWidget(self.detail)
        card.lines.addWidget(self.bar)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(card)
        self._ticking = QTimer(self)
        self._ticking.setInterval(TICK_MS)
        self._ticking.timeout.connect(self._tick)

    def speak(self, texts: WindowTexts) -> None:
        self._texts = texts
        self._write()

    def tell(self, notice: LockNotice) -> None:
        """Show what is left, from now on."""
        self._notice = notice
        self._ends_at = self._ticks() + notice.left.total_seconds()
        self._write()
        if not self.isVisible():
            self._come()

    def leave(self) -> None:
        self._ticking.stop()
        self._notice = None
        self.hide()

    def event(self, event: QEvent) -> bool:
        if event.type() in TOUCHES or (event.type() is QEvent.Type.MouseMove and QCursor.pos() != self._cursor):
            self.leave()  # the guard sees the same input, and says so half a second later
            return True
        return super().event(event)

    def _come(self) -> None:
        self._cursor = QCursor.pos()  # a mouse that lies still under the new window touches nothing
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._ticking.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _place(self) -> None:
        """At the lower right of the screen with the mouse, where news of the system stands too."""
        screen = QGuiApplication.screenAt(self._cursor) or QGuiApplication.primaryScreen()
        if screen is not None:
            free = screen.availableGeometry()
            self.move(free.right() - self.width() - MARGIN, free.bottom() - self.height() - MARGIN)

    @Slot()
    def _tick(self) -> None:
        self._write()

    def _write(self) -> None:
        if self._notice is None:
            return
        left = timedelta(seconds=max(0.0, self._ends_at - self._ticks()))
        whole = COUNTDOWN_AFTER_GRACE if self._notice.phase is Phase.LAST_OF_GRACE else COUNTDOWN
        sentence, detail = (
            self._texts.render(said) for said in (sentence_of(self._notice, left), detail_of(self._notice))
        )
        self.sentence.setText(sentence)
        self.detail.setText(detail)
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(detail)
        self.bar.setVisible(self._notice.stage is Stage.ACT)  # else nothing happens at its end
        self.bar.setAccessibleName(sentence)
        self.bar.setValue(min(STEPS, round(STEPS * (left / whole))))
