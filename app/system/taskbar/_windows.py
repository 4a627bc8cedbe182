"""The taskbar on Windows: the person's choice under Settings, Personalisation, Colours, for Windows itself.

`AppsUseLightTheme` beside it is for windows, which Qt follows.
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import winreg

KEY = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
VALUE = "SystemUsesLightTheme"


def is_dark(key: str = KEY) -> bool | None:
    """None on a Windows older than the choice (1903), or where the value is no number."""
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
            value, kind = winreg.QueryValueEx(opened, VALUE)
    except OSError:
        return None
    return value == 0 if kind == winreg.REG_DWORD else None
