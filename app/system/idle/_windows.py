"""Idle time on Windows: GetLastInputInfo, which knows the input of this session, remote ones included."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
from ctypes import wintypes

_TICKS = 2**32  # milliseconds; both counters start anew after 49.7 days
_AHEAD = 60_000  # made input can bear a tick of its own, a little later than now


class LastInput(ctypes.Structure):
    """LASTINPUTINFO."""

    _fields_ = (("size", wintypes.UINT), ("tick", wintypes.DWORD))


class WindowsIdleClock:
    """Implements `IdleClock`."""

    def seconds_idle(self) -> float | None:
        last = LastInput(size=ctypes.sizeof(LastInput))
        if not ctypes.WinDLL("user32").GetLastInputInfo(ctypes.byref(last)):
            return None
        count = ctypes.WinDLL("kernel32").GetTickCount
        count.restype = wintypes.DWORD
        return seconds_between(last.tick, count())


def seconds_between(last: int, now: int) -> float:
    """From one tick to the other, also when the counter started anew between them."""
    passed = (now - last) % _TICKS
    return 0.0 if passed > _TICKS - _AHEAD else passed / 1000
