"""What runs here, in versions: of the program, of Python and Qt, of the system. No name of the machine or of a person."""

from __future__ import annotations

import platform
import sqlite3
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version

from app import __version__

_PACKAGES = ("PySide6-Essentials", "PySide6", "sqlcipher3-wheels", "cryptography", "keyring", "watchdog", "olefile")


def versions() -> Mapping[str, str]:
    """By name; what cannot be told is left out."""
    system = platform.freedesktop_os_release().get("PRETTY_NAME", "Linux") if sys.platform == "linux" else "Windows"
    found = {
        "program": __version__,
        "bundled": "yes" if getattr(sys, "frozen", False) else "no",
        "python": platform.python_version(),
        "system": system,
        "kernel": platform.release(),
        "build": platform.version() if sys.platform == "win32" else "",  # on Linux it may name who built the kernel
        "machine": platform.machine(),
        "sqlite": sqlite3.sqlite_version,
    }
    found = {name: text for name, text in found.items() if text}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found
