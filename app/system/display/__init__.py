"""Whether a window can be shown at all."""

from __future__ import annotations

import sys


def has_display() -> bool:
    """Windows always has one; elsewhere a display server must be named and answer, or Qt was told to draw without."""
    if sys.platform == "win32":
        return True
    else:  # noqa: RET505  # so that the type checker sees which platform reads the rest
        from app.system.display._linux import has_display as has

        return has()
