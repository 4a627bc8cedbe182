"""Whether the installed program is whole: every module and library loads, also those that are only asked for late."""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module

import app

# Of Windows, loaded by name when they are needed, so that no list of imports shows them.
LOADED_LATE = (
    *("keyring.backends.Windows", "win32ctypes.pywin32"),
    *("msal", "msal.broker", "pymsalruntime", "requests", "truststore"),
    *("winrt.windows.ui.notifications", "winrt.windows.data.xml.dom"),
    *("winrt.windows.foundation", "winrt.windows.foundation.collections", "winrt.windows.storage.streams"),
    *("winrt.windows.media.ocr", "winrt.windows.globalization", "winrt.windows.graphics.imaging"),
)
_OTHER = "._linux" if sys.platform == "win32" else "._windows"


def missing(modules: Iterable[str]) -> list[str]:
    """Names of those that do not load, each with the kind of the failure."""
    return [f"{name}: {kind}" for name, kind in _failures(modules)]


def own_modules() -> Iterator[str]:
    """Of the program, without those that are named after another system."""
    for module in pkgutil.walk_packages(app.__path__, "app.", onerror=lambda _name: None):
        if not module.name.endswith("__main__") and _OTHER not in module.name:
            yield module.name


def _failures(modules: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in modules:
        try:
            import_module(name)
        except AssertionError:
            continue  # of another system: they begin with an assertion of theirs
        except Exception as error:  # noqa: BLE001  # whatever keeps it from loading is what is looked for
            yield name, type(error).__name__
