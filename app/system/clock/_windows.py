"""The clocks of Windows: system time, and the interrupt time that runs through sleep.

The boot id is the number the prefetcher counts up at each start (`PrefetchParameters\\BootId`). It stays when Windows
"shuts down" by hibernating the kernel (fast start-up), and so does the interrupt time, so the two agree. Derived boot
times move with the wall clock and are of no use here. Without the number each start counts as another boot, which is the
stricter reading. Whether the time service synchronised cannot be asked cheaply: None.
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import winreg
from datetime import UTC, datetime

from app.domain.moments import Reading

_BOOT_KEY = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
_LIBRARIES = ("kernelbase", "api-ms-win-core-realtime-l1-1-1")


class WindowsClock:
    """Implements `SystemClock`."""

    def read(self) -> Reading:
        return Reading(
            wall=datetime.now(UTC).replace(microsecond=0),
            boot_seconds=boot_seconds(),
            boot_id=_boot_id(),
            synchronised=None,
        )


def boot_seconds() -> float:
    """Seconds since boot, sleep included."""
    precise = _interrupt_time()
    if precise is not None:
        return precise
    kernel = ctypes.WinDLL("kernel32")
    kernel.GetTickCount64.restype = ctypes.c_uint64
    ticks: int = kernel.GetTickCount64()
    return ticks / 1000


def _interrupt_time() -> float | None:
    """From QueryInterruptTimePrecise, which is looked up at run time: its library differs, and Wine has none."""
    for name in _LIBRARIES:
        try:
            call = ctypes.WinDLL(name).QueryInterruptTimePrecise
        except (OSError, AttributeError):
            continue
        call.restype = None
        call.argtypes = [ctypes.POINTER(ctypes.c_uint64)]
        ticks = ctypes.c_uint64()
        call(ctypes.byref(ticks))
        if ticks.value:
            return ticks.value / 10_000_000
    return None


def _boot_id() -> str | None:
    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _BOOT_KEY) as key:
            number, kind = winreg.QueryValueEx(key, "BootId")
    except OSError:
        return None
    return f"boot-{number}" if kind == winreg.REG_DWORD else None
