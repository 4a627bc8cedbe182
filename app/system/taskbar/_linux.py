"""The taskbar on Linux: a panel belongs to the desktop, and none tells its colour (a light GNOME has a dark bar)."""

from __future__ import annotations

import sys

assert sys.platform == "linux"


def is_dark() -> bool | None:
    return None
