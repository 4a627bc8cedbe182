"""Toasts with buttons on Windows are not built: every toast goes through the tray icon, without buttons.

They need an application id (AUMID), which the installer's shortcut registers.
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

from app.system.notify import OnAnswer, Toast


class WindowsNotifier:
    """Implements `Notifier`, and shows nothing."""

    def __init__(self, on_answer: OnAnswer) -> None:
        self._on_answer = on_answer

    def show(self, toast: Toast, replaces: int | None = None) -> int | None:
        return None

    def withdraw(self, id_: int) -> None:
        """Nothing was shown."""

    def close(self) -> None:
        """Nothing is held."""
