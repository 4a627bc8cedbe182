"""The names of the programs that run now, from a Toolhelp snapshot: it needs no rights on any of them."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
from collections.abc import Iterator
from ctypes import wintypes

_PROCESSES = 0x2  # TH32CS_SNAPPROCESS
_INVALID = ctypes.c_void_p(-1).value


class _Entry(ctypes.Structure):
    """PROCESSENTRY32W."""

    _fields_ = (
        ("size", wintypes.DWORD),
        ("usage", wintypes.DWORD),
        ("id", wintypes.DWORD),
        ("heap", ctypes.c_size_t),
        ("module", wintypes.DWORD),
        ("threads", wintypes.DWORD),
        ("parent", wintypes.DWORD),
        ("priority", wintypes.LONG),
        ("flags", wintypes.DWORD),
        ("name", ctypes.c_wchar * 260),
    )


def running_programs() -> frozenset[str] | None:
    """File names in lower case ("zoom.exe"); None: the system does not tell."""
    kernel = ctypes.WinDLL("kernel32")
    kernel.CreateToolhelp32Snapshot.restype = wintypes.HANDLE
    for call in (kernel.Process32FirstW, kernel.Process32NextW):
        call.argtypes = [wintypes.HANDLE, ctypes.POINTER(_Entry)]
    kernel.CloseHandle.argtypes = [wintypes.HANDLE]
    snapshot = kernel.CreateToolhelp32Snapshot(_PROCESSES, 0)
    if snapshot in (None, _INVALID):
        return None
    try:
        return frozenset(_names(kernel, snapshot))
    finally:
        kernel.CloseHandle(snapshot)


def _names(kernel: ctypes.WinDLL, snapshot: int) -> Iterator[str]:
    entry = _Entry(size=ctypes.sizeof(_Entry))
    found = kernel.Process32FirstW(snapshot, ctypes.byref(entry))
    while found:
        yield str(entry.name).lower()
        found = kernel.Process32NextW(snapshot, ctypes.byref(entry))
