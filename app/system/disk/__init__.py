"""The disk under a folder: encrypted or not, and how much room is left."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Protocol


class Disk(Protocol):
    def is_encrypted(self, path: Path) -> bool | None:
        """Whether the volume that holds `path` is encrypted at rest; None when the system does not tell."""
        ...


def system_disk() -> Disk:
    if sys.platform == "win32":
        from app.system.disk._windows import WindowsDisk as SystemDisk
    else:
        from app.system.disk._linux import LinuxDisk as SystemDisk
    return SystemDisk()


def free_bytes(path: Path) -> int:
    """What the person may still write on the volume of `path`, or of the nearest folder above it that exists.

    Raises OSError.
    """
    level = path
    while not level.exists() and level != level.parent:
        level = level.parent
    return shutil.disk_usage(level).free
