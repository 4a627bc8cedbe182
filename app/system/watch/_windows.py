"""ReadDirectoryChangesW, through watchdog: says when Windows threw events away, which watchdog 7.1 passes over."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import os
import queue
import stat
import threading
import time
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent
from watchdog.observers.api import EventQueue, ObservedWatch
from watchdog.observers.read_directory_changes import WindowsApiEmitter
from watchdog.observers.winapi import DirectoryChangeReader, _cancel_handle_io

from app.system.watch.changes import Lost, OnLost
from app.system.watch.probe import Shape, is_cloud_only
from app.system.watch.watcher import OnEvent, Stream

_IDLE = 3600.0  # seconds the emitter waits for a buffer; `end` interrupts it
_BATCH = 16  # buffers (64 kB each) taken in one go
_BETWEEN_CANCELS, _LONGEST_STOP = 0.05, 4.0  # seconds


class WindowsSource:
    def __init__(self, on_lost: OnLost) -> None:
        self._on_lost = on_lost

    def open(self, folder: Path, on_event: OnEvent) -> Stream:
        emitter = _Emitter(folder, on_event, self._on_lost)
        try:
            emitter.start()
        except queue.Empty:
            raise OSError(f"no answer when the folder was opened: {folder.name}") from None
        if emitter.failed:
            emitter.end()
            raise OSError(f"the folder could not be opened: {folder.name}")
        return emitter

    def is_partial(self, folder: Path) -> bool:
        return False  # one watch covers everything below a folder

    def close(self) -> None:
        return


class _Buffers(queue.Queue[tuple[bytes, bool]]):
    """What the reader read. The first empty buffer says that it started; any other that Windows lost events: more came
    than fit, and the call returned nothing. `get` ends a batch as soon as nothing is waiting: watchdog's own reader
    would wait until the folder is quiet for a second."""

    def __init__(self, on_overflow: Any) -> None:
        super().__init__()
        self._on_overflow = on_overflow
        self._started = False
        self._taken = 0

    def put(self, item: tuple[bytes, bool], block: bool = True, timeout: float | None = None) -> None:
        if not item[0] and self._started:
            self._on_overflow()
        self._started = True
        super().put(item, block, timeout)

    def wake(self) -> None:
        super().put((b"", False))

    def get(self, block: bool = True, timeout: float | None = None) -> tuple[bytes, bool]:
        if self._taken == 0:
            item = super().get(block, timeout)
            self._taken = 1
            return item
        if self._taken >= _BATCH:
            self._taken = 0
            raise queue.Empty
        try:
            item = super().get(block=False)
        except queue.Empty:
            self._taken = 0
            raise
        self._taken += 1
        return item


class _Reader(DirectoryChangeReader):
    def __init__(self, path: str, on_overflow: Any) -> None:
        super().__init__(path, recursive=True)
        self.failed = False
        self.buffers = _Buffers(on_overflow)
        self._buf_queue = self.buffers

    def start(self) -> None:
        super().start()
        self.buffers._taken = 0  # the start marker is no batch

    def stop(self) -> None:
        """Cancels until the thread has ended. watchdog 7.1 cancels once and waits for ever: when the thread was about to ask
        for changes just then, nothing is left to wake it."""
        with self._lock:
            self._should_stop = True
            reading, self._reader_thread = self._reader_thread, None
        ends = time.monotonic() + _LONGEST_STOP
        while reading is not None and reading.is_alive() and time.monotonic() < ends:
            with self._lock:  # the thread closes the handle under this lock
                if self._handle is not None:
                    _cancel_handle_io(self._handle)
            reading.join(_BETWEEN_CANCELS)

    def _run(self) -> None:
        try:
            super()._run()
        except OSError:  # the folder is gone or may not be listed; `is_alive` tells
            self.failed = True
            self.buffers.wake()


class _Emitter(WindowsApiEmitter):
    """The thread of one folder; its events go straight to the listener."""

    def __init__(self, folder: Path, on_event: OnEvent, on_lost: OnLost) -> None:
        super().__init__(EventQueue(), ObservedWatch(str(folder), recursive=True), timeout=_IDLE)
        self._folder = folder
        self._on_event = on_event
        self._on_lost = on_lost
        self._own: _Reader | None = None

    @property
    def failed(self) -> bool:
        return self._own is not None and self._own.failed

    def on_thread_start(self) -> None:
        self._own = _Reader(str(self._folder), lambda: self._on_lost(self._folder, Lost.OVERFLOW))
        self._reader = self._own
        self._own.start()

    def on_thread_stop(self) -> None:
        super().on_thread_stop()
        if self._own is not None:
            self._own.buffers.wake()

    def queue_event(self, event: FileSystemEvent) -> None:
        self._on_event(event)

    def is_working(self) -> bool:
        return self.is_alive() and self.should_keep_running() and not self.failed

    def end(self) -> None:
        self.stop()
        if threading.current_thread() is not self:
            self.join(5)


class WindowsProbe:
    def shape(self, look: os.stat_result) -> Shape:
        created = getattr(look, "st_birthtime_ns", look.st_ctime_ns)  # 3.11 gives the creation time as ctime
        return Shape(look.st_size, look.st_mtime_ns, created, cloud_only=is_cloud_only(look))

    def is_link(self, look: os.stat_result) -> bool:
        # A folder of OneDrive is a reparse point as well, so the tag decides.
        tag = getattr(look, "st_reparse_tag", 0)
        return stat.S_ISLNK(look.st_mode) or tag in (stat.IO_REPARSE_TAG_SYMLINK, stat.IO_REPARSE_TAG_MOUNT_POINT)
