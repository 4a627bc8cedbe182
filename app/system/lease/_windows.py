"""The lease on Windows: `LockFileEx` on one byte far behind the content, freed by the system with the process."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import msvcrt
import os
from ctypes import wintypes
from pathlib import Path

_EXCLUSIVE = 0x2
_AT_ONCE = 0x1
_LOCKED = 0x4000_0000  # the byte that is locked: content before it stays readable
_LOCK_VIOLATION = 33
_IO_PENDING = 997


class _Overlapped(ctypes.Structure):
    _fields_ = (
        ("internal", ctypes.c_void_p),
        ("internal_high", ctypes.c_void_p),
        ("offset", wintypes.DWORD),
        ("offset_high", wintypes.DWORD),
        ("event", ctypes.c_void_p),
    )


class WindowsLease:
    """Implements `GuardLease`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    @property
    def is_held(self) -> bool:
        return self._handle is not None

    def try_acquire(self) -> bool:
        if self._handle is not None:
            return True
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_BINARY | os.O_NOINHERIT, 0o600)
        try:
            if not _lock(handle):
                os.close(handle)
                return False
            os.ftruncate(handle, 0)
            os.write(handle, str(os.getpid()).encode("ascii"))
        except OSError:
            os.close(handle)
            raise
        self._handle = handle
        return True

    def release(self) -> None:
        if self._handle is not None:
            handle, self._handle = self._handle, None
            _unlock(handle)
            os.close(handle)

    def holder(self) -> int | None:
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_BINARY | os.O_NOINHERIT)
        except FileNotFoundError:
            return None
        try:
            if not self.is_held and _lock(handle):
                _unlock(handle)
                return None
            written = os.read(handle, 20)
            return int(written) if written.isdigit() else None
        finally:
            os.close(handle)


def _call(name: str, handle: int, *before: int) -> bool:
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    call = getattr(kernel, name)
    place = _Overlapped(offset=_LOCKED)
    answer = call(ctypes.c_void_p(msvcrt.get_osfhandle(handle)), *before, 0, 1, 0, ctypes.byref(place))
    return bool(answer)


def _lock(handle: int) -> bool:
    if _call("LockFileEx", handle, _EXCLUSIVE | _AT_ONCE):
        return True
    code = ctypes.get_last_error()
    if code in (_LOCK_VIOLATION, _IO_PENDING):
        return False
    raise ctypes.WinError(code)


def _unlock(handle: int) -> None:
    if not _call("UnlockFileEx", handle):
        raise ctypes.WinError(ctypes.get_last_error())
