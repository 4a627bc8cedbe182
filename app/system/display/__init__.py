"""Whether a window can be shown at all."""

from __future__ import annotations

import os
import sys


def has_display() -> bool:
    """Windows always has one; elsewhere a display server must be named, or Qt was told to draw without."""
    if sys.platform == "win32":
        return True
    return any(os.environ.get(name) for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM"))
