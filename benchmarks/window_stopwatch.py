"""The tray app with a stopwatch in it; `window_speed` runs it in a process of its own."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

import psutil
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from app.assistant import Site
from app.system.memory import be_frugal
from app.ui.shell import Shell
from app.ui.start import TURN, dress
from benchmarks.window_speed import EVERY_MS, resident_mb, until

QUIET = 2.0  # seconds of rest before memory is read
PAGES = ("findings", "projects", "vault", "documents", "team", "settings", "about", "overview")


def rest(shell: Shell) -> None:
    """Let everything come to an end, as it does when nobody touches it."""
    until(lambda: shell.jobs.is_idle)
    begun = time.perf_counter()
    until(lambda: time.perf_counter() - begun > QUIET)


class Heartbeat(QObject):
    """The longest time between two beats of the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self.worst = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(EVERY_MS)

    def reset(self) -> None:
        self.worst = 0.0
        self._last = time.perf_counter()

    @Slot()
    def _beat(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, now - self._last - EVERY_MS / 1000)
        self._last = now


class Stopwatch:
    def __init__(self, root: Path, part: str, seal_gb: float) -> None:
        self._root = root
        self._part = part
        self._seal_gb = seal_gb

    def measure(self) -> dict[str, float]:
        # A tray that can be seen: without one the window would never be closed.
        QSystemTrayIcon.isSystemTrayAvailable = staticmethod(lambda: True)  # type: ignore[method-assign]
        be_frugal()
        sys.setswitchinterval(TURN)
        application = QApplication([])
        dress(application, "nl")
        shell = Shell(application, Site(data_dir=self._root / "data"), opens_window=False)
        shell.begin()
        figures: dict[str, float] = {}
        until(lambda: shell.tray.is_there and shell.place is not None)  # every entry of its menu works from here on
        figures["tray_s"] = time.time() - psutil.Process().create_time()
        until(lambda: not shell.is_starting)
        figures["guards_s"] = time.time() - psutil.Process().create_time()
        figures |= self._start(shell) if self._part == "start" else self._work(shell)
        shell.quit()
        return figures

    def _start(self, shell: Shell) -> dict[str, float]:
        rest(shell)
        figures = {"tray_mb": resident_mb()}
        for name in ("window_s", "window_again_s"):
            begun = time.perf_counter()
            shell.show_window()
            until(lambda: shell.place is not None and shell.place.is_shown)
            figures[name] = time.perf_counter() - begun
            rest(shell)
            figures.setdefault("open_mb", resident_mb())
            place = shell.place
            assert place is not None
            for page in PAGES:
                place.show_page(page)
                until(lambda: shell.jobs.is_idle)
            figures["all_pages_mb"] = resident_mb()
            assert place.window is not None
            place.window.close()
            rest(shell)
            figures["closed_mb"] = resident_mb()
        return figures

    def _work(self, shell: Shell) -> dict[str, float]:
        """The window stands open while everything long runs at once."""
        assert shell.assistant is not None
        assistant = shell.assistant
        until(lambda: shell.jobs.is_idle)
        shell.show_window()
        until(lambda: shell.jobs.is_idle)
        big = self._root / "groot.bin"
        chunk = os.urandom(1 << 20)
        with big.open("wb") as file:
            for _ in range(round(self._seal_gb * 1024)):
                file.write(chunk)
        agreement = assistant.agreements.rows(None)[0].agreement.id
        threads = [
            threading.Thread(target=lambda: assistant.copies.add(big, agreement), name="seal"),
            threading.Thread(target=lambda: assistant.journal.verify(full=True), name="journal"),
        ]
        heartbeat = Heartbeat()
        begun = time.perf_counter()
        assistant.folders.add(self._root / "watched")
        for thread in threads:
            thread.start()
        until(lambda: not any(thread.is_alive() for thread in threads) and self._is_scanned(shell))
        figures = {"gap_ms": heartbeat.worst * 1000, "work_s": time.perf_counter() - begun}
        heartbeat.reset()
        for page in PAGES:
            assert shell.place is not None
            shell.place.show_page(page)
            until(lambda: shell.jobs.is_idle)
            figures[f"gap_{page}_ms"] = heartbeat.worst * 1000
            heartbeat.reset()
        return figures

    def _is_scanned(self, shell: Shell) -> bool:
        assert shell.assistant is not None
        folders = [f for f in shell.assistant.folders.list() if f.path.endswith("watched")]
        return bool(folders) and folders[0].last_reconciled_at is not None
