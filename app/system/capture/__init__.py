"""Keeps a window out of what others see when the screen is shared. Source: look, Toasts."""

from __future__ import annotations

import sys


def exclude_from_capture(window_id: int, excluded: bool) -> bool | None:
    """Whether the system does as asked with this window of ours (`QWidget.winId()`); None: no window can be kept out here.

    To be asked again when the window got another id.
    """
    if sys.platform == "win32":
        from app.system.capture._windows import exclude

        return exclude(window_id, excluded)
    return None  # neither X11 nor the portals of Wayland know such a wish
