"""Locking on Windows: LockWorkStation, and the flags of the session to see what came of it."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
from ctypes import wintypes

from app.domain.messages import msg
from app.system.lock import LockResult

_CURRENT_SERVER = None
_CURRENT_SESSION = 0xFFFFFFFF
_SESSION_INFO_EX = 25  # WTSSessionInfoEx
_LEVEL = 1
_DISCONNECTED = 4  # WTSDisconnected: another person's session is in front, or the remote one was left
_LOCKED, _UNLOCKED = 0, 1  # WTS_SESSIONSTATE_LOCK, WTS_SESSIONSTATE_UNLOCK; 0xFFFFFFFF is unknown


class SessionInfo(ctypes.Structure):
    """WTSINFOEXW as far as it is read. Its union begins at a multiple of 8: it holds 64-bit moments further on."""

    _fields_ = (
        ("level", wintypes.DWORD),
        ("_gap", wintypes.DWORD),
        ("session_id", wintypes.ULONG),
        ("connection", ctypes.c_int),
        ("flags", wintypes.DWORD),
    )


class WindowsSessionLock:
    """Implements `SessionLock`."""

    def mechanism(self) -> str | None:
        return "LockWorkStation"

    def lock(self, *, again: bool = False) -> LockResult:
        """There is one way, so `again` is the same. Windows answers before it locks."""
        ctypes.set_last_error(0)
        if ctypes.WinDLL("user32", use_last_error=True).LockWorkStation():
            return LockResult(requested=True)
        code = f"LockWorkStation {ctypes.get_last_error()}"
        return LockResult(requested=False, reason=msg("lock.refused", code=code))

    def is_locked(self) -> bool | None:
        info = _session_info()
        return None if info is None else is_locked_by(info)


def is_locked_by(info: SessionInfo) -> bool | None:
    """What the flags say; None: unknown. A session that nobody is connected to opens after signing in again: locked.

    Windows 7 and Server 2008 R2 have the two the other way round (documented). Python 3.11 does not start there, so the
    version is not asked: a program that is set to pretend to be on Windows 7 would turn a right answer round.
    """
    if info.level != _LEVEL:
        return None
    if info.connection == _DISCONNECTED:
        return True
    return {_LOCKED: True, _UNLOCKED: False}.get(info.flags)


def _session_info() -> SessionInfo | None:
    """None: it cannot be asked (Wine)."""
    terminal = ctypes.WinDLL("wtsapi32")
    query = terminal.WTSQuerySessionInformationW
    query.argtypes = [
        wintypes.HANDLE,
        wintypes.DWORD,
        ctypes.c_int,
        ctypes.POINTER(ctypes.c_void_p),
        ctypes.POINTER(wintypes.DWORD),
    ]
    terminal.WTSFreeMemory.argtypes = [ctypes.c_void_p]
    buffer, size = ctypes.c_void_p(), wintypes.DWORD()
    asked = (_CURRENT_SERVER, _CURRENT_SESSION, _SESSION_INFO_EX)
    if not query(*asked, ctypes.byref(buffer), ctypes.byref(size)) or not buffer.value:
        return None
    try:
        if size.value < ctypes.sizeof(SessionInfo):
            return None
        return SessionInfo.from_buffer_copy(ctypes.string_at(buffer.value, ctypes.sizeof(SessionInfo)))
    finally:
        terminal.WTSFreeMemory(buffer)
