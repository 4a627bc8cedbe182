"""Whether the taskbar is dark, so that the tray's icon can take the colours that read best on it."""

from __future__ import annotations

import sys


def taskbar_is_dark() -> bool | None:
    """None where the system does not tell; the taskbar has a colour of its own beside that of the windows."""
    if sys.platform == "win32":
        from app.system.taskbar._windows import is_dark
    else:
        from app.system.taskbar._linux import is_dark
    return is_dark()
