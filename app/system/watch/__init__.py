"""Hears changes in folders and everything below them, and says so when some may have been missed."""

from __future__ import annotations

import sys
from pathlib import Path

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
    "mount_points",
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


def mount_points() -> tuple[Path, ...]:
    """Where volumes with files are mounted now; drives without a medium and the system's own file systems left out."""
    if sys.platform == "win32":
        from app.system.watch._windows import drive_roots

        return drive_roots()
    from app.system.watch._linux import mounted_disks

    return mounted_disks()
