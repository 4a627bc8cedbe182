"""What the watcher's threads heard, until the guard looks: bounded, repeats dropped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from app.system.watch import Change, ChangeKind, Lost

MOST = 20_000
_WRITES = (ChangeKind.CREATED, ChangeKind.MODIFIED, ChangeKind.CLOSED)


class Inbox:
    """Filled from any thread, emptied by the guard's. `is_known(path)`: the guard waits for that file already, so another
    write to it is no news. `wake` is called when there is something for a guard that had nothing."""

    def __init__(self, is_known: Callable[[str], bool], most: int = MOST) -> None:
        self._is_known = is_known
        self._most = most
        self._changes: list[Change] = []
        self._written: set[str] = set()
        self._lost: dict[Path, Lost] = {}
        self._lock = threading.Lock()
        self._wake: Callable[[], None] | None = None

    def on_news(self, wake: Callable[[], None]) -> None:
        self._wake = wake

    def put(self, change: Change) -> None:
        is_write = change.kind in _WRITES and not change.is_folder
        if is_write and self._is_known(change.path):
            return
        with self._lock:
            if is_write and change.path in self._written:
                return
            if len(self._changes) >= self._most:
                self._lost.setdefault(change.folder, Lost.OVERFLOW)
                return
            self._changes.append(change)
            if is_write:
                self._written.add(change.path)
            else:
                self._written.clear()  # after a move the same name can be another file
            is_first = len(self._changes) == 1
        if is_first and self._wake is not None:
            self._wake()

    def lose(self, folder: Path, why: Lost) -> None:
        with self._lock:
            self._lost[folder] = why
        if self._wake is not None:
            self._wake()

    def take(self) -> tuple[list[Change], dict[Path, Lost]]:
        """All that was heard, in order, and the folders where something was missed."""
        with self._lock:
            changes, lost = self._changes, self._lost
            self._changes, self._lost, self._written = [], {}, set()
        return changes, lost
