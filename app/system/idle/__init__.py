"""How long nobody has touched keyboard, mouse or screen. Source: VR-P6."""

from __future__ import annotations

import sys
from typing import Protocol


class IdleClock(Protocol):
    """Answers within seconds, whatever the system does. Nothing is kept: no idle timelines (VT-B2)."""

    def seconds_idle(self) -> float | None:
        """Seconds without input in the person's session; None: cannot tell."""
        ...


def idle_clock() -> IdleClock:
    if sys.platform == "win32":
        from app.system.idle._windows import WindowsIdleClock as PlatformClock
    else:
        from app.system.idle._linux import LinuxIdleClock as PlatformClock
    return PlatformClock()
