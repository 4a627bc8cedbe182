"""Ends the programs that run from the installed folder."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import os
from pathlib import Path

import psutil

_SECONDS = 10.0


def end_trays(folder: Path) -> int:
    """How many there were. They are ended, not asked: a window that waits for a person would keep the installer waiting, and
    what they write survives a crash. This process and its parents stay."""
    own = {os.getpid(), *(parent.pid for parent in psutil.Process().parents())}
    running = [process for process in psutil.process_iter() if process.pid not in own and _is_in(process, folder)]
    for process in running:
        try:
            process.kill()
        except psutil.Error:
            continue
    psutil.wait_procs(running, timeout=_SECONDS)
    return len(running)


def _is_in(process: psutil.Process, folder: Path) -> bool:
    try:
        program = process.exe()
    except (psutil.Error, OSError):
        return False
    return bool(program) and os.path.normcase(os.path.dirname(program)) == os.path.normcase(folder)  # noqa: PTH120
