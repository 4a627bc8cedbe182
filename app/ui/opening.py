"""Opens files and folders with the programs of the person."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_with_system(path: Path) -> bool:
    """Whether the system found a program for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
