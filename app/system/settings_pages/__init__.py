"""Opens the page of the system's settings where a person mends something. Changes nothing itself."""

from __future__ import annotations

import sys
from typing import Protocol

from app.domain.health import SettingsPage


class SettingsPages(Protocol):
    def can_open(self, page: SettingsPage) -> bool:
        """Whether this system has such a page, or the nearest to it."""
        ...

    def open(self, page: SettingsPage) -> bool:
        """Bring it up, without waiting for it. False when the system did not."""
        ...


def settings_pages() -> SettingsPages:
    if sys.platform == "win32":
        from app.system.settings_pages._windows import WindowsSettings as PlatformSettings
    else:
        from app.system.settings_pages._linux import LinuxSettings as PlatformSettings
    return PlatformSettings()
