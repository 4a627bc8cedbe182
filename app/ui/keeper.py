"""The guards inside the tray's process. Where another process keeps them already, this one waits for its turn."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.assistant import Assistant, Warn
from app.guards.runner import Runner
from app.system.lease import guard_lease
from app.ui.bridge import GuardBridge

TRY_AGAIN_MS = 30_000

log = logging.getLogger(__name__)


class Keeper(QObject):
    """`keeping` changes: True when the guards run here."""

    keeping = Signal(bool)

    def __init__(self, assistant: Assistant, bridge: GuardBridge, warn: Warn, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._assistant = assistant
        self._bridge = bridge
        self._warn = warn
        self._lease = guard_lease(assistant.directory.lease("guards"))
        self._runner: Runner | None = None
        self._again = QTimer(self)
        self._again.setInterval(TRY_AGAIN_MS)
        self._again.timeout.connect(self.begin)

    @property
    def runner(self) -> Runner | None:
        return self._runner

    @Slot()
    def begin(self) -> None:
        """Start the guards, or try again later while another process keeps the rules."""
        if self._runner is not None:
            return
        if not self._lease.try_acquire():
            self._again.start()
            self.keeping.emit(False)
            return
        self._again.stop()
        self._runner = self._assistant.runner(self._bridge.report, self._warn, self._bridge.show_lock)
        self._runner.start()
        self.keeping.emit(True)

    @Slot()
    def look_at_the_road(self) -> None:
        """The computer went on the road, or is back: the guard of the lock need not find out by itself."""
        if self._runner is not None:
            self._runner.wake("idle-lock")

    def resumed(self) -> None:
        if self._runner is not None:
            self._runner.resumed()

    def end(self) -> None:
        """Stop the guards and let go of the lease; waits for a check under way."""
        self._again.stop()
        runner, self._runner = self._runner, None
        if runner is not None and not runner.stop():
            log.warning("a guard was still busy at the end")
        self._lease.release()
