"""Where the people of this machine have their data directories. Read from the registry, as SYSTEM."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import os
import winreg
from collections.abc import Iterator
from pathlib import Path

_PROFILES = r"Software\Microsoft\Windows NT\CurrentVersion\ProfileList"
_READ = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
_PEOPLE = "S-1-5-21-"  # local and domain accounts; Entra accounts begin with S-1-12-1-
_ENTRA = "S-1-12-1-"
_DATA = ("AppData", "Local", "vroom-assistant")


def data_directories() -> tuple[Path, ...]:
    """Of every person with a profile here, whether it exists or not. Somebody who chose another one with --data-dir is not
    known here."""
    return tuple(dict.fromkeys(profile.joinpath(*_DATA) for profile in _profiles()))


def _profiles() -> Iterator[Path]:
    with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _PROFILES, 0, _READ) as key:
        names = [winreg.EnumKey(key, index) for index in range(winreg.QueryInfoKey(key)[0])]
        for name in names:
            if name.startswith((_PEOPLE, _ENTRA)):
                with winreg.OpenKey(key, name, 0, _READ) as profile:
                    yield from _folder(profile)


def _folder(profile: winreg.HKEYType) -> Iterator[Path]:
    try:
        folder, _ = winreg.QueryValueEx(profile, "ProfileImagePath")
    except FileNotFoundError:
        return  # half removed by Windows: there is no folder any more
    yield Path(os.path.expandvars(str(folder)))
