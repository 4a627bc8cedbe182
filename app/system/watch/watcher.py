"""One watcher over several folders, on top of watchdog's emitters."""

from __future__ import annotations

import logging
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
)

from app.system.watch.changes import Change, ChangeKind, Lost, OnChange, OnLost, Watching

HEARD: dict[type[FileSystemEvent], ChangeKind] = {
    FileCreatedEvent: ChangeKind.CREATED,
    FileModifiedEvent: ChangeKind.MODIFIED,
    FileClosedEvent: ChangeKind.CLOSED,
    FileMovedEvent: ChangeKind.MOVED,
    FileDeletedEvent: ChangeKind.DELETED,
    DirCreatedEvent: ChangeKind.CREATED,
    DirMovedEvent: ChangeKind.MOVED,
    DirDeletedEvent: ChangeKind.DELETED,
}

OnEvent = Callable[[FileSystemEvent], None]


class Stream(Protocol):
    """The events of one folder."""

    def is_working(self) -> bool: ...

    def end(self) -> None: ...


class EventSource(Protocol):
    """The platform's events. `open` raises OSError when the folder cannot be watched at all."""

    def open(self, folder: Path, on_event: OnEvent) -> Stream: ...

    def is_partial(self, folder: Path) -> bool: ...

    def close(self) -> None: ...


class FolderWatcher:
    """Watches folders with all that is below them, without following links.

    `on_change` and `on_lost` are called from threads of the watcher. The other methods may be called from any thread.
    """

    def __init__(self, on_change: OnChange, on_lost: OnLost, source: Callable[[OnLost], EventSource]) -> None:
        # watchdog logs each path it hears of at DEBUG and watched folders at WARNING; overflows are told by on_lost.
        logging.getLogger("watchdog").setLevel(logging.CRITICAL)
        self._on_change = on_change
        self._on_lost = on_lost
        self._make_source = source
        self._source: EventSource | None = None
        self._streams: dict[Path, Stream] = {}
        self._lock = threading.Lock()

    def watch(self, folder: Path) -> Watching:
        """Begin to watch; again is harmless. NOT: it is no folder, a link, or the system refuses."""
        with self._lock:
            stream = self._streams.get(folder)
            if stream is None or not stream.is_working():
                self._end(folder)
                self._begin(folder)
        return self.watching(folder)

    def unwatch(self, folder: Path) -> None:
        with self._lock:
            self._end(folder)

    def watching(self, folder: Path) -> Watching:
        stream = self._streams.get(folder)
        if stream is None or self._source is None or not stream.is_working():
            return Watching.NOT
        return Watching.PARTLY if self._source.is_partial(folder) else Watching.FULLY

    def close(self) -> None:
        """Stop all and end the threads; the watcher can be used again afterwards."""
        with self._lock:
            for folder in list(self._streams):
                self._end(folder)
            source, self._source = self._source, None
            if source is not None:
                source.close()

    def _begin(self, folder: Path) -> None:
        if not _is_plain_folder(folder):
            return
        try:
            if self._source is None:
                self._source = self._make_source(self._on_lost)
            self._streams[folder] = self._source.open(folder, self._translator(folder))
        except OSError:
            return  # `watching` says NOT: the caller looks more often and tells

    def _end(self, folder: Path) -> None:
        stream = self._streams.pop(folder, None)
        if stream is not None:
            stream.end()

    def _translator(self, folder: Path) -> OnEvent:
        root = str(folder)

        def pass_on(event: FileSystemEvent) -> None:
            kind = HEARD.get(type(event))
            if kind is None:
                return
            path = os.fsdecode(event.src_path)
            if path == root and kind in (ChangeKind.DELETED, ChangeKind.MOVED):
                self._on_lost(folder, Lost.ROOT)
                return
            moved_to = os.fsdecode(event.dest_path) if kind is ChangeKind.MOVED else None
            self._on_change(Change(kind, folder, path, moved_to, event.is_directory))

        return pass_on


def _is_plain_folder(folder: Path) -> bool:
    try:
        return stat.S_ISDIR(folder.lstat().st_mode)
    except (OSError, ValueError):
        return False
