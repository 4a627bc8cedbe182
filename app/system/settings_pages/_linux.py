"""Settings of Linux desktops: programs that show the page, the desktop's own before those that go with any."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from app.domain.health import SettingsPage

Command = tuple[str, ...]
START_SECONDS = 5.0
GNOME, PLASMA, CINNAMON = "gnome", "kde", "x-cinnamon"

# By page and desktop; "" goes with any desktop. The first program that is installed is taken.
PROGRAMS: Final[Mapping[SettingsPage, Mapping[str, tuple[Command, ...]]]] = MappingProxyType(
    {
        SettingsPage.ANTIVIRUS: {"": (("clamtk",), ("gnome-software",), ("plasma-discover",))},
        SettingsPage.FIREWALL: {
            PLASMA: (("systemsettings", "kcm_firewall"), ("systemsettings5", "kcm_firewall")),
            "": (("gufw",), ("firewall-config",)),
        },
        SettingsPage.UPDATES: {
            GNOME: (("gnome-software", "--mode=updates"),),
            PLASMA: (("plasma-discover", "--mode", "update"),),
            CINNAMON: (("mintupdate",),),
            "": (("update-manager",), ("mintupdate",), ("gnome-software", "--mode=updates")),
        },
        SettingsPage.OFFICE: {
            GNOME: (("gnome-software", "--mode=updates"),),
            PLASMA: (("plasma-discover", "--mode", "update"),),
            "": (("update-manager",), ("mintupdate",)),
        },
        SettingsPage.ENCRYPTION: {"": (("gnome-disks",), ("partitionmanager",))},
        SettingsPage.SCREEN_LOCK: {
            GNOME: (("gnome-control-center", "privacy"), ("gnome-control-center",)),
            PLASMA: (("systemsettings", "kcm_screenlocker"), ("systemsettings5", "kcm_screenlocker")),
            CINNAMON: (("cinnamon-settings", "screensaver"),),
            "": (("xfce4-screensaver-preferences",), ("mate-screensaver-preferences",)),
        },
    }
)


def _start(command: Sequence[str]) -> None:
    """In a session of its own, and nobody's child: it stays when the assistant ends. Raises OSError."""
    try:
        subprocess.run(  # a fixed program with fixed arguments
            ("setsid", "--fork", *command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=START_SECONDS,
            check=True,
        )
    except subprocess.SubprocessError as error:
        raise OSError(str(error)) from error


class LinuxSettings:
    """Implements `SettingsPages`. `find` tells where a program is; `start` starts one, or raises OSError."""

    def __init__(
        self,
        environment: Mapping[str, str] = os.environ,
        find: Callable[[str], str | None] = shutil.which,
        start: Callable[[Sequence[str]], None] = _start,
    ) -> None:
        names = environment.get("XDG_CURRENT_DESKTOP", "").lower().split(":")
        self._desktops = (*(name for name in names if name), "")
        self._find = find
        self._start = start

    def can_open(self, page: SettingsPage) -> bool:
        return self._command(page) is not None

    def open(self, page: SettingsPage) -> bool:
        command = self._command(page)
        if command is None:
            return False
        try:
            self._start(command)
        except OSError:
            return False
        return True

    def _command(self, page: SettingsPage) -> Command | None:
        """With the program's whole path."""
        for desktop in self._desktops:
            for program, *arguments in PROGRAMS[page].get(desktop, ()):
                path = self._find(program)
                if path is not None:
                    return (path, *arguments)
        return None
