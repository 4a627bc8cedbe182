"""What outlives the program on a machine: that it was removed while somebody owed a deletion. Only administrators write it."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import contextlib
import winreg
from datetime import date

from app.system.installation._windows_policy import OWN_KEY
from app.system.installation.owed import PastRemoval

RECORDS = "RemovedWhileOwing"  # one text a removal: the day, and how many people
_MACHINE = winreg.HKEY_LOCAL_MACHINE
_64 = winreg.KEY_WOW64_64KEY


def record_removal(removal: PastRemoval) -> None:
    """Raises OSError."""
    with winreg.CreateKeyEx(_MACHINE, OWN_KEY, 0, winreg.KEY_READ | winreg.KEY_WRITE | _64) as key:
        told = [*_told(key), f"{removal.on.isoformat()} {removal.people}"]
        winreg.SetValueEx(key, RECORDS, 0, winreg.REG_MULTI_SZ, told)


def removals() -> tuple[PastRemoval, ...]:
    """Nothing where nothing was recorded, or it cannot be read."""
    found: list[PastRemoval] = []
    with contextlib.suppress(OSError), winreg.OpenKey(_MACHINE, OWN_KEY, 0, winreg.KEY_READ | _64) as key:
        for line in _told(key):
            day, _, people = line.partition(" ")
            with contextlib.suppress(ValueError):
                found.append(PastRemoval(on=date.fromisoformat(day), people=int(people)))
    return tuple(found)


def _told(key: winreg.HKEYType) -> list[str]:
    try:
        lines, kind = winreg.QueryValueEx(key, RECORDS)
    except FileNotFoundError:
        return []
    return list(lines) if kind == winreg.REG_MULTI_SZ else []
