"""The names of the programs that run now, from a Toolhelp snapshot: it needs no rights on them. And which is in front."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import ntpath
from collections.abc import Iterator
from ctypes import wintypes

_PROCESSES = 0x2  # TH32CS_SNAPPROCESS
_QUERY = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
_PATH_LENGTH = 1024
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


def foreground_program() -> str | None:
    """The file name of the program whose window is in front, in lower case; None: there is none, or Windows does not tell."""
    user, kernel = ctypes.WinDLL("user32"), ctypes.WinDLL("kernel32")
    user.GetForegroundWindow.restype = wintypes.HWND
    user.GetWindowThreadProcessId.argtypes = [wintypes.HWND, ctypes.POINTER(wintypes.DWORD)]
    kernel.OpenProcess.restype = wintypes.HANDLE
    kernel.OpenProcess.argtypes = [wintypes.DWORD, wintypes.BOOL, wintypes.DWORD]
    kernel.CloseHandle.argtypes = [wintypes.HANDLE]
    window, owner = user.GetForegroundWindow(), wintypes.DWORD()
    if not window or not user.GetWindowThreadProcessId(window, ctypes.byref(owner)):
        return None
    process = kernel.OpenProcess(_QUERY, False, owner.value)
    if not process:
        return None
    try:
        return _file_name(kernel, process)
    finally:
        kernel.CloseHandle(process)


def _file_name(kernel: ctypes.WinDLL, process: int) -> str | None:
    kernel.QueryFullProcessImageNameW.argtypes = [
        wintypes.HANDLE,
        wintypes.DWORD,
        wintypes.LPWSTR,
        ctypes.POINTER(wintypes.DWORD),
    ]
    path, length = ctypes.create_unicode_buffer(_PATH_LENGTH), wintypes.DWORD(_PATH_LENGTH)
    if not kernel.QueryFullProcessImageNameW(process, 0, path, ctypes.byref(length)):
        return None
    return ntpath.basename(path.value).lower()


def _names(kernel: ctypes.WinDLL, snapshot: int) -> Iterator[str]:
    entry = _Entry(size=ctypes.sizeof(_Entry))
    found = kernel.Process32FirstW(snapshot, ctypes.byref(entry))
    while found:
        yield str(entry.name).lower()
        found = kernel.Process32NextW(snapshot, ctypes.byref(entry))
