"""Opening a document on Windows so that nobody is in its way: others may write, rename and delete it meanwhile."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import msvcrt
import os
from ctypes import wintypes

_GENERIC_READ = 0x80000000
_SHARE_ALL = 0x7  # Python's own open lets nobody rename or delete the file until it is read
_OPEN_EXISTING = 3
_FLAG_OPEN_NO_RECALL = 0x00100000  # never fetch from a cloud
_INVALID_HANDLE = ctypes.c_void_p(-1).value


def open_shared(path: bytes | str) -> int:
    """A file descriptor for reading. Raises OSError."""
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateFileW.restype = ctypes.c_void_p
    kernel.CreateFileW.argtypes = [
        wintypes.LPCWSTR, wintypes.DWORD, wintypes.DWORD, ctypes.c_void_p, wintypes.DWORD, wintypes.DWORD, ctypes.c_void_p,
    ]  # fmt: skip
    handle = kernel.CreateFileW(
        os.fsdecode(path), _GENERIC_READ, _SHARE_ALL, None, _OPEN_EXISTING, _FLAG_OPEN_NO_RECALL, None
    )
    if handle is None or handle == _INVALID_HANDLE:
        raise ctypes.WinError(ctypes.get_last_error())
    try:
        return msvcrt.open_osfhandle(handle, os.O_RDONLY | os.O_BINARY | os.O_NOINHERIT)
    except OSError:
        kernel.CloseHandle.argtypes = [ctypes.c_void_p]
        kernel.CloseHandle(handle)
        raise
