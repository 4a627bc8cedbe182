"""Language and time zone of a Linux session."""

from __future__ import annotations

import os
from pathlib import Path
from zoneinfo import ZoneInfo

LOCALTIME = Path("/etc/localtime")
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set counts. Source: locale(7)


def system_language() -> str | None:
    """Two letters, or None for the C locale. Source: locale(7)."""
    chosen = next((value for name in LOCALE_VARIABLES if (value := os.environ.get(name))), "")
    letters = chosen.replace("-", "_").split(".")[0].split("_")[0].lower()
    return letters if letters not in ("", "c", "posix") else None


def system_zone() -> ZoneInfo | None:
    """TZ where it is set, else what /etc/localtime links to; None where neither tells."""
    named = os.environ.get("TZ", "").lstrip(":")
    if named:
        return _zone(named)
    try:
        target = LOCALTIME.resolve(strict=True)
    except (OSError, RuntimeError):
        return None
    _, found, name = str(target).partition("/zoneinfo/")
    if found:
        return _zone(name)
    return _read(target)


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # an unknown zone is a KeyError
        return None


def _read(file: Path) -> ZoneInfo | None:
    """A copied zone file has no name, but the rules."""
    try:
        with file.open("rb") as opened:
            return ZoneInfo.from_file(opened)
    except (ValueError, OSError):
        return None
