"""Whether the tests run under Wine, where a few effects of Windows cannot be seen."""

from __future__ import annotations

import sys


def is_wine() -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    return hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")
