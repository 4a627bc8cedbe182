"""Reads the system's clocks; decides nothing (`app.domain.moments` does)."""

from __future__ import annotations

import sys

from app.domain.ports import SystemClock


def system_clock() -> SystemClock:
    if sys.platform == "win32":
        from app.system.clock._windows import WindowsClock as PlatformClock
    else:
        from app.system.clock._linux import LinuxClock as PlatformClock
    return PlatformClock()
