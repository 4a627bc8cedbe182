"""The birth of a process on Windows: its creation time, which does not change with the clock."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import psutil


def birth_of(pid: int) -> str | None:
    """None when there is no such process."""
    try:
        return f"{psutil.Process(pid).create_time():.6f}"
    except psutil.Error:
        return None
