"""Hears changes in folders and everything below them, and says so when some may have been missed."""

from __future__ import annotations

import sys

from app.system.watch.changes import Change, ChangeKind, Lost, OnChange, OnLost, Watching
from app.system.watch.probe import FileProbe, Shape
from app.system.watch.watcher import EventSource, FolderWatcher

__all__ = [
    "Change",
    "ChangeKind",
    "FileProbe",
    "FolderWatcher",
    "Lost",
    "OnChange",
    "OnLost",
    "Shape",
    "Watching",
    "file_probe",
    "folder_watcher",
]


def folder_watcher(on_change: OnChange, on_lost: OnLost) -> FolderWatcher:
    """A watcher of this platform. Both functions are called from threads of the watcher and must return at once."""
    return FolderWatcher(on_change, on_lost, _source)


def _source(on_lost: OnLost) -> EventSource:
    if sys.platform == "win32":
        from app.system.watch._windows import WindowsSource

        return WindowsSource(on_lost)
    from app.system.watch._linux import LinuxSource

    return LinuxSource(on_lost)


def file_probe() -> FileProbe:
    if sys.platform == "win32":
        from app.system.watch._windows import WindowsProbe

        return WindowsProbe()
    from app.system.watch._linux import LinuxProbe

    return LinuxProbe()
