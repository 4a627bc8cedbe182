"""SetWindowDisplayAffinity, and a look at what it came to."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
from ctypes import wintypes

WDA_NONE = 0x0
WDA_EXCLUDEFROMCAPTURE = 0x11  # before Windows 10 2004 it does what WDA_MONITOR does: the window is black to others


def exclude(window_id: int, excluded: bool) -> bool:
    """False: refused (the window is not ours, or has a parent), or not kept."""
    user = ctypes.WinDLL("user32")
    user.SetWindowDisplayAffinity.argtypes = [wintypes.HWND, wintypes.DWORD]
    user.GetWindowDisplayAffinity.argtypes = [wintypes.HWND, ctypes.POINTER(wintypes.DWORD)]
    if not user.SetWindowDisplayAffinity(window_id, WDA_EXCLUDEFROMCAPTURE if excluded else WDA_NONE):
        return False
    seen = wintypes.DWORD()
    return bool(user.GetWindowDisplayAffinity(window_id, ctypes.byref(seen))) and (seen.value != WDA_NONE) is excluded
