"""How the system itself is set to lock: after how long, on waking, on closing the lid. Read, never changed. Source: VR-P6."""

from __future__ import annotations

import sys
from typing import Protocol

from app.domain.lock_settings import LockSettings


class LockSettingsSource(Protocol):
    def read(self) -> LockSettings:
        """How it is set now. May take some seconds: never in the window's thread."""
        ...


def lock_settings() -> LockSettingsSource:
    if sys.platform == "win32":
        from app.system.lock_settings._windows import WindowsLockSettings as PlatformSettings
    else:
        from app.system.lock_settings._linux import LinuxLockSettings as PlatformSettings
    return PlatformSettings()
