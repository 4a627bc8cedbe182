"""System calls that Python has no function for, by number or through the C library."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import ctypes
import os

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long
_libc.prctl.argtypes = (ctypes.c_int, *[ctypes.c_ulong] * 4)


def system_call(number: int, *arguments: object) -> int:
    """Integers travel as longs, ctypes' pointers as they are. Raises OSError."""
    as_longs = (ctypes.c_long(value) if isinstance(value, int) else value for value in arguments)
    result = int(_libc.syscall(ctypes.c_long(number), *as_longs))
    if result == -1:
        raise _error()
    return result


def process_control(option: int, *arguments: int) -> int:
    """prctl(2). Raises OSError."""
    result = int(_libc.prctl(option, *arguments, *[0] * (4 - len(arguments))))
    if result == -1:
        raise _error()
    return result


def _error() -> OSError:
    number = ctypes.get_errno()
    return OSError(number, os.strerror(number))
