"""Language and time zone of a Windows session."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import winreg
from zoneinfo import ZoneInfo

LOCALE_NAME_MAX_LENGTH = 85
ZONE_KEY = r"SYSTEM\CurrentControlSet\Control\TimeZoneInformation"


def system_language() -> str | None:
    """Two letters of the user's locale ("nl" of "nl-NL"). Source: GetUserDefaultLocaleName."""
    name = ctypes.create_unicode_buffer(LOCALE_NAME_MAX_LENGTH)
    if not ctypes.windll.kernel32.GetUserDefaultLocaleName(name, LOCALE_NAME_MAX_LENGTH):
        return None
    return name.value.split("-")[0].lower() or None


def system_zone() -> ZoneInfo | None:
    """Windows names zones its own way ("W. Europe Standard Time"); Unicode keeps the table, Babel carries it."""
    from babel.core import get_global

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, ZONE_KEY) as key:
            windows_name, _ = winreg.QueryValueEx(key, "TimeZoneKeyName")
    except OSError:
        return None
    name = get_global("windows_zone_mapping").get(str(windows_name).rstrip("\0"))
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None
