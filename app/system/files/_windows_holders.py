"""Which programs have a file open, from the Restart Manager (`rstrtmgr.dll`)."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import os
from ctypes import wintypes
from pathlib import Path

_MORE_DATA = 234
_MOST_PROCESSES = 4096
_SESSION_KEY_LENGTH = 33


class _UniqueProcess(ctypes.Structure):
    _fields_ = (("id", wintypes.DWORD), ("started", wintypes.FILETIME))


class _ProcessInfo(ctypes.Structure):
    """RM_PROCESS_INFO."""

    _fields_ = (
        ("process", _UniqueProcess),
        ("name", ctypes.c_wchar * 256),
        ("service", ctypes.c_wchar * 64),
        ("type", ctypes.c_int),
        ("status", wintypes.ULONG),
        ("session", wintypes.DWORD),
        ("restartable", wintypes.BOOL),
    )


def holders(path: Path) -> tuple[str, ...] | None:
    """Names of the programs, ourselves left out; None where the Restart Manager cannot tell."""
    try:
        manager = ctypes.WinDLL("rstrtmgr")
    except OSError:
        return None
    session = wintypes.DWORD()
    key = ctypes.create_unicode_buffer(_SESSION_KEY_LENGTH)
    if manager.RmStartSession(ctypes.byref(session), 0, key) != 0:
        return None
    try:
        files = (wintypes.LPCWSTR * 1)(str(path))
        if manager.RmRegisterResources(session, 1, files, 0, None, 0, None) != 0:
            return None
        return _listed(manager, session)
    finally:
        manager.RmEndSession(session)


def _listed(manager: ctypes.WinDLL, session: wintypes.DWORD) -> tuple[str, ...] | None:
    needed, count, reasons = wintypes.UINT(), wintypes.UINT(0), wintypes.DWORD()
    infos: ctypes.Array[_ProcessInfo] | None = None
    while True:
        answer = manager.RmGetList(session, ctypes.byref(needed), ctypes.byref(count), infos, ctypes.byref(reasons))
        if answer == 0:
            break
        if answer != _MORE_DATA or needed.value > _MOST_PROCESSES:
            return None
        count = wintypes.UINT(needed.value + 4)  # some room for those that come meanwhile
        infos = (_ProcessInfo * count.value)()
    found = list(infos)[: count.value] if infos is not None else []
    others = {info.name or f"pid {info.process.id}" for info in found if info.process.id != os.getpid()}
    return tuple(sorted(others))
