"""Locks the screen of the person's session, and looks whether it is locked. Source: VR-P6."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Protocol

from app.domain.messages import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class LockResult:
    """`requested`: the system took the request, which is no proof that it locked. `reason`: why it did not."""

    requested: bool
    reason: Message | None = None


class SessionLock(Protocol):
    """Every call ends within seconds, whatever the system does."""

    def mechanism(self) -> str | None:
        """What would be asked to lock, in the system's own words; None where there is nothing."""
        ...

    def lock(self, *, again: bool = False) -> LockResult:
        """Ask for the lock. `again`: an earlier request had no effect, so another way goes first where there is one."""
        ...

    def is_locked(self) -> bool | None:
        """None: cannot tell."""
        ...


def session_lock() -> SessionLock:
    if sys.platform == "win32":
        from app.system.lock._windows import WindowsSessionLock as PlatformLock
    else:
        from app.system.lock._linux import LinuxSessionLock as PlatformLock
    return PlatformLock()
