"""Settings of Windows by their addresses: https://learn.microsoft.com/windows/apps/develop/launch/launch-settings-app"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from app.domain.health import SettingsPage

# An address Windows does not know opens Settings, or asks for a program: these stand in Windows 10 and 11.
ADDRESSES: Final[Mapping[SettingsPage, str]] = MappingProxyType(
    {
        SettingsPage.ANTIVIRUS: "windowsdefender://threat/",
        SettingsPage.FIREWALL: "windowsdefender://network/",
        SettingsPage.UPDATES: "ms-settings:windowsupdate",
        SettingsPage.ENCRYPTION: "ms-settings:deviceencryption",
        SettingsPage.SCREEN_LOCK: "ms-settings:lockscreen",
    }
)
OFFICE_UPDATER = Path("microsoft shared") / "ClickToRun" / "OfficeC2RClient.exe"
OFFICE_ARGUMENTS = "/update user"  # looks for updates and shows how far it is

Start = Callable[[str, str], None]


def _start(target: str, arguments: str) -> None:
    os.startfile(target, arguments=arguments)


class WindowsSettings:
    """Implements `SettingsPages`. `start`: has the Shell open something; raises OSError."""

    def __init__(self, environment: Mapping[str, str] = os.environ, start: Start = _start) -> None:
        self._environment = environment
        self._start = start

    def can_open(self, page: SettingsPage) -> bool:
        return page in ADDRESSES or self._updater() is not None

    def open(self, page: SettingsPage) -> bool:
        updater = self._updater() if page is SettingsPage.OFFICE else None
        target = str(updater) if updater is not None else ADDRESSES.get(page)
        if target is None:
            return False
        try:
            self._start(target, OFFICE_ARGUMENTS if updater is not None else "")
        except OSError:
            return False
        return True

    def _updater(self) -> Path | None:
        """The part of Office that updates it, where Office came by Click-to-Run."""
        folders = (self._environment.get(name) for name in ("CommonProgramW6432", "CommonProgramFiles"))
        programs = (Path(folder) / OFFICE_UPDATER for folder in folders if folder)
        return next((program for program in programs if program.exists()), None)
