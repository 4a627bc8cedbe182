"""Python's collector of cycles runs in the window's thread, in small steps.

Wherever it runs it may finish Qt objects, which must happen in the thread that made them; and one pass over all that a
hundred thousand rows left would hold the window up. So the automatic one is off and a timer asks for the young ones.
"""

from __future__ import annotations

import gc
import linecache

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 2_000
YOUNG = 2_000  # new objects since the last pass that make one worth it
MIDDLE_AGED = 20  # passes over the young before the middle generation
OLD = 600  # 20 minutes


def forget_sources() -> None:
    """PySide reads the source of every module that is imported, to see whether it names PySide6, and Python keeps what was
    read: 11 MB of lines that nobody wants."""
    linecache.clearcache()


class Collecting(QObject):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._passes = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    @staticmethod
    def settle() -> None:
        """What is there after the start stays: it need not be looked at again."""
        forget_sources()
        gc.collect()
        gc.freeze()

    @staticmethod
    def clean() -> None:
        """All of it now: a window with its pages has gone."""
        forget_sources()
        gc.collect()

    def close(self) -> None:
        self._timer.stop()
        gc.enable()

    @Slot()
    def _collect(self) -> None:
        self._passes += 1
        if self._passes % OLD == 0:
            gc.collect()
        elif self._passes % MIDDLE_AGED == 0:
            gc.collect(1)
        elif gc.get_count()[0] > YOUNG:
            gc.collect(0)
