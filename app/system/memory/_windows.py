"""Windows trims the working set of a process that asks. Source: SetProcessWorkingSetSize, both sizes (SIZE_T)-1."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes

ALL = ctypes.c_size_t(-1)


def give_back() -> bool:
    kernel32 = ctypes.WinDLL("kernel32")
    kernel32.GetCurrentProcess.restype = ctypes.c_void_p
    kernel32.SetProcessWorkingSetSize.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_size_t)
    return bool(kernel32.SetProcessWorkingSetSize(kernel32.GetCurrentProcess(), ALL, ALL))
