"""Whether the person is in a call, shows something to others, or is away: then nothing pops up. Source: look, Toasts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Protocol

from app.domain.presence import Presence


class PresenceSource(Protocol):
    def read(self) -> Presence:
        """How it is now. May take some seconds where a service does not answer: never in the window's thread."""
        ...


def presence_source(is_locked: Callable[[], bool | None]) -> PresenceSource:
    """`is_locked`: whether the session is locked, None for cannot tell (`app.system.lock`)."""
    if sys.platform == "win32":
        from app.system.presence._windows import WindowsPresence as PlatformPresence
    else:
        from app.system.presence._linux import LinuxPresence as PlatformPresence
    return PlatformPresence(is_locked)


def running_programs() -> frozenset[str] | None:
    """File names of the programs that run now, in lower case ("excel.exe"); None: it is not told, or no Windows."""
    if sys.platform == "win32":
        from app.system.presence._windows_programs import running_programs as programs

        return programs()
    else:  # noqa: RET505  # so that the type checker knows the platform
        return None
