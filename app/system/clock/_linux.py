"""The clocks of Linux: CLOCK_REALTIME, CLOCK_BOOTTIME (runs through sleep), and whether a time server set the first."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import ctypes
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.domain.moments import Reading

_STA_UNSYNC = 0x40
_SAME_CLOCK = 60.0  # seconds between what the kernel and the C library call now
_FRESH_SYNC = timedelta(days=1)  # systemd-timesyncd touches its file at every answer, at least every 35 minutes


class _Timex(ctypes.Structure):
    """`struct timex` of a 64-bit Linux."""

    _fields_ = (
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("freq", ctypes.c_long),
        ("maxerror", ctypes.c_long),
        ("esterror", ctypes.c_long),
        ("status", ctypes.c_int),
        ("constant", ctypes.c_long),
        ("precision", ctypes.c_long),
        ("tolerance", ctypes.c_long),
        ("seconds", ctypes.c_long),
        ("fraction", ctypes.c_long),
        ("rest", ctypes.c_char * 256),
    )


class LinuxClock:
    """Implements `SystemClock`. The paths are where the system keeps its boot id and its last synchronisation."""

    def __init__(
        self,
        boot_id: Path = Path("/proc/sys/kernel/random/boot_id"),
        synchronised: Path = Path("/run/systemd/timesync/synchronized"),
    ) -> None:
        self._boot_id = boot_id
        self._synchronised = synchronised

    def read(self) -> Reading:
        wall = datetime.now(UTC)
        boot_seconds = time.clock_gettime(time.CLOCK_BOOTTIME)
        return Reading(
            wall=wall.replace(microsecond=0),
            boot_seconds=boot_seconds,
            boot_id=self._read_boot_id(),
            synchronised=self._is_synchronised(wall, boot_seconds),
        )

    def _read_boot_id(self) -> str | None:
        try:
            return self._boot_id.read_text(encoding="ascii").strip() or None
        except (OSError, ValueError):
            return None

    def _is_synchronised(self, wall: datetime, boot_seconds: float) -> bool | None:
        """The kernel's word where it gives one: it forgets the synchronisation when somebody sets the clock by hand.

        timesyncd leaves the kernel's word out when the hardware clock keeps local time (two systems on one laptop); its
        own file tells then, as long as it was touched since boot and agrees with the wall clock.
        """
        kernel = _kernel_time()
        if kernel is not None and kernel[1] and abs(kernel[0] - wall.timestamp()) <= _SAME_CLOCK:
            return True
        try:
            touched = datetime.fromtimestamp(self._synchronised.lstat().st_mtime, UTC)
        except (OSError, ValueError, OverflowError):
            return None if kernel is None else False
        since_boot = touched >= wall - timedelta(seconds=boot_seconds)
        return since_boot and abs(wall - touched) <= _FRESH_SYNC


def _kernel_time() -> tuple[float, bool] | None:
    """The kernel's wall clock in seconds, and whether it says it is synchronised; None where it cannot be asked (a
    container may forbid it)."""
    timex = _Timex()
    try:
        state = ctypes.CDLL(None, use_errno=True).adjtimex(ctypes.byref(timex))
    except AttributeError:
        return None
    if state < 0:
        return None
    return float(timex.seconds), not timex.status & _STA_UNSYNC
