"""Ends the programs that run from the installed folder."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import _winapi
import ctypes
import ntpath
import os
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes
from pathlib import Path

import psutil

_QUERY_LIMITED, _TERMINATE, _SYNCHRONIZE = 0x1000, 0x1, 0x10_0000
_PATH_LENGTH = 32_768
_MILLISECONDS = 10_000


def end_programs(folder: Path) -> int:
    """How many there were. They are ended, not asked: a window that waits for a person would keep the installer waiting, and
    what they write survives a crash. This process stays."""
    ended = 0
    for process_id in psutil.pids():
        if process_id != os.getpid():
            with _opened(process_id) as process:
                if process is not None and _is_in(process, folder):
                    _end(process)
                    ended += 1
    return ended


@contextmanager
def _opened(process_id: int) -> Iterator[int | None]:
    """None for what is gone, or not for us to end."""
    try:
        process = _winapi.OpenProcess(_QUERY_LIMITED | _TERMINATE | _SYNCHRONIZE, False, process_id)
    except OSError:
        yield None
        return
    try:
        yield process
    finally:
        _winapi.CloseHandle(process)


def _is_in(process: int, folder: Path) -> bool:
    # psutil's own way to the path asks for more than Wine has.
    ask = ctypes.WinDLL("kernel32").QueryFullProcessImageNameW
    ask.argtypes = (wintypes.HANDLE, wintypes.DWORD, wintypes.LPWSTR, ctypes.POINTER(wintypes.DWORD))
    path, length = ctypes.create_unicode_buffer(_PATH_LENGTH), wintypes.DWORD(_PATH_LENGTH)
    if not ask(process, 0, path, ctypes.byref(length)):
        return False
    return ntpath.normcase(ntpath.dirname(path.value)) == ntpath.normcase(str(folder))


def _end(process: int) -> None:
    try:
        _winapi.TerminateProcess(process, 1)
        _winapi.WaitForSingleObject(process, _MILLISECONDS)
    except OSError:
        return  # it ended by itself
