"""Brings what guards say into the window's thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.domain.copy import OutsideCopy
from app.domain.locking import LockNotice
from app.domain.rules import GuardReport


class GuardBridge(QObject):
    """Guards call `report`, `warn` and `show_lock` from any thread; slots of the signals run in the window's."""

    reported = Signal(object)  # GuardReport
    warned = Signal(object)  # tuple[OutsideCopy, ...]
    lock_noticed = Signal(object)  # LockNotice, or None

    def report(self, report: GuardReport) -> None:
        self.reported.emit(report)

    def warn(self, copies: Sequence[OutsideCopy]) -> None:
        self.warned.emit(tuple(copies))

    def show_lock(self, notice: LockNotice | None) -> None:
        self.lock_noticed.emit(notice)
