"""inotify, through watchdog: says when the queue overflowed, the watches ran out, or the folder itself moved."""

from __future__ import annotations

import errno
import os
import stat
import threading
from pathlib import Path

from watchdog.events import FileSystemEvent
from watchdog.observers.api import EventQueue, ObservedWatch
from watchdog.observers.inotify import InotifyEmitter
from watchdog.observers.inotify_c import (
    CallbackId,
    InotifyConstants,
    InotifyEvent,
    InotifyFD,
    Mask,
    WatchCallback,
    WatchDescriptor,
)

from app.system.watch.changes import Lost, OnLost
from app.system.watch.probe import Shape
from app.system.watch.watcher import HEARD, OnEvent, Stream


class LinuxSource:
    """One inotify instance for all folders: users have few of them (128 by default)."""

    def __init__(self, on_lost: OnLost) -> None:
        self._notifier = _Notifier(on_lost)
        self._notifier.start()

    def open(self, folder: Path, on_event: OnEvent) -> Stream:
        self._notifier.add_root(folder)
        emitter = _Emitter(folder, on_event, self._notifier)
        try:
            emitter.start()
        except OSError:
            self._notifier.remove_root(folder)
            raise
        return emitter

    def is_partial(self, folder: Path) -> bool:
        return self._notifier.is_partial(folder)

    def close(self) -> None:
        self._notifier.stop()
        self._notifier.join(5)


class _Notifier(InotifyFD):
    """Adds to watchdog's reader what it keeps to itself."""

    def __init__(self, on_lost: OnLost) -> None:
        super().__init__()
        self._on_lost = on_lost
        self._roots: dict[bytes, Path] = {}
        self._root_watches: dict[WatchDescriptor, Path] = {}
        self._partial: set[Path] = set()
        self._notes = threading.Lock()

    def add_root(self, folder: Path) -> None:
        with self._notes:
            self._roots[os.fsencode(folder)] = folder
            self._partial.discard(folder)

    def remove_root(self, folder: Path) -> None:
        with self._notes:
            self._roots.pop(os.fsencode(folder), None)
            self._partial.discard(folder)
            self._root_watches = {wd: root for wd, root in self._root_watches.items() if root != folder}

    def is_partial(self, folder: Path) -> bool:
        with self._notes:
            return folder in self._partial

    def add_callback(self, path: bytes, mask: Mask, callback: WatchCallback, id_: CallbackId) -> WatchDescriptor:
        # watchdog takes a refused watch (EACCES) for a good one, with the descriptor -1
        if not os.access(path, os.R_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        wanted = Mask(mask | InotifyConstants.IN_MOVE_SELF | InotifyConstants.IN_ONLYDIR)
        try:
            descriptor = super().add_callback(path, wanted, callback, id_)
        except OSError as error:
            if error.errno == errno.ENOSPC:
                self._note_limit(path)
            raise
        with self._notes:
            if path in self._roots:
                self._root_watches[descriptor] = self._roots[path]
        return descriptor

    def handle_event(self, event: InotifyEvent) -> None:
        super().handle_event(event)
        if event.is_queue_overflow:
            with self._notes:
                roots = list(self._roots.values())
            for root in roots:
                self._on_lost(root, Lost.OVERFLOW)
        elif event.is_move_self:
            with self._notes:
                moved = self._root_watches.get(event.wd)
            if moved is not None:
                self._on_lost(moved, Lost.ROOT)

    def _note_limit(self, path: bytes) -> None:
        with self._notes:
            roots = [root for raw, root in self._roots.items() if path == raw or path.startswith(raw + b"/")]
            fresh = [root for root in roots if root not in self._partial]
            self._partial.update(fresh)
        for root in fresh:
            self._on_lost(root, Lost.LIMIT)


class _Emitter(InotifyEmitter):
    """The thread of one folder. Its events go straight to the listener: no queue in between can grow."""

    def __init__(self, folder: Path, on_event: OnEvent, notifier: _Notifier) -> None:
        watch = ObservedWatch(str(folder), recursive=True, event_filter=list(HEARD))
        super().__init__(EventQueue(), watch, event_filter=list(HEARD), inotify_fd=notifier)
        self._folder = folder
        self._on_event = on_event
        self._notifier = notifier

    def queue_event(self, event: FileSystemEvent) -> None:
        self._on_event(event)

    def is_working(self) -> bool:
        return self.is_alive() and self._notifier.is_alive() and self.should_keep_running()

    def end(self) -> None:
        self._notifier.remove_root(self._folder)
        self.stop()
        if threading.current_thread() is not self:
            self.join(5)


class LinuxProbe:
    def shape(self, look: os.stat_result) -> Shape:
        return Shape(look.st_size, look.st_mtime_ns, look.st_ino, cloud_only=False)

    def is_link(self, look: os.stat_result) -> bool:
        return stat.S_ISLNK(look.st_mode)
