"""Long work: what, how much, how long yet, and a way to stop it. Source: look.md."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import row
from app.ui.widgets.labels import Muted, Text

ENOUGH = 2.0  # seconds of work before a rest time can be told at all
STEPS = 1000


class Progress(QWidget):
    """`ticks`: steady seconds."""

    stopped = Signal()

    def __init__(self, desk: Desk, ticks: Callable[[], float] = time.monotonic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ticks = ticks
        self._began = 0.0
        self.what = Text(wraps=False)
        self.rest = Muted()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = Button(desk.text(msg("ui.progress.stop")))
        self.stop.clicked.connect(self._stop)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addLayout(row(self.what, 1, self.stop))
        lines.addWidget(self.bar)
        lines.addWidget(self.rest)

    def begin(self, what: Message) -> None:
        self._began = self._ticks()
        self.what.setText(self._desk.text(what))
        self.bar.setAccessibleName(self._desk.text(what))
        self.bar.setRange(0, 0)  # how much is not known yet
        self.rest.setText("")
        self.stop.setEnabled(True)
        self.stop.hide()  # until there is something that can be stopped

    @Slot(object, object)
    def tell(self, done: int, total: int) -> None:
        """`done` of `total` bytes."""
        self.step(done, total, self._rest(done, total))

    def step(self, done: int, total: int, rest: Message) -> None:
        """`done` of `total` of anything; `rest` says what there is to say of it."""
        self.stop.show()
        self.bar.setRange(0, STEPS)
        self.bar.setValue(round(STEPS * done / total) if total else STEPS)
        self.rest.setText(self._desk.text(rest))

    def _rest(self, done: int, total: int) -> Message:
        sizes = {"done": self._desk.texts.size(done), "total": self._desk.texts.size(total)}
        passed = self._ticks() - self._began
        if passed < ENOUGH or not 0 < done < total:
            return msg("ui.progress.sizes", **sizes)
        seconds = round(passed * (total - done) / done)
        if seconds >= 90:
            return msg("ui.progress.minutes", n=round(seconds / 60), **sizes)
        return msg("ui.progress.seconds", n=max(1, seconds), **sizes)

    @Slot()
    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.stopped.emit()
