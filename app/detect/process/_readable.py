"""What the worker itself is made of: the files it must be able to read when a format's library is loaded late."""

from __future__ import annotations

import os
import site
import sys
from collections.abc import Iterator
from pathlib import Path

import app

# The C library's own: shared libraries, time zones, languages, chance, and how many processors there are.
_OF_THE_SYSTEM = (
    *("/lib", "/lib64", "/lib32", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache", "/nix/store"),
    *("/usr/share/zoneinfo", "/etc/localtime", "/usr/share/locale", "/etc/mime.types"),
    *("/usr/share/fonts", "/usr/local/share/fonts"),  # a PDF names fonts that it does not hold
    *("/dev/null", "/dev/urandom", "/dev/random", "/dev/zero"),
    *("/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/proc/sys/vm/overcommit_memory", "/sys/devices/system/cpu"),
)
_PACKAGE_FOLDERS = ("site-packages", "dist-packages")


def own_files() -> tuple[str, ...]:
    """Folders, with all below them, and single files; some may not exist on this machine.

    A folder on the module path counts when it belongs to Python. Where the program runs from a checkout, or Python was
    started in a person's folder, that folder lies on the module path too, with everything that is in it: of that only this
    program's own package counts.
    """
    return tuple(dict.fromkeys((*_of_python(), *_OF_THE_SYSTEM)))


def _of_python() -> Iterator[str]:
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:  # PyInstaller's folder; the modules themselves are packed in the program
        yield from (bundle, sys.executable)
    yield from (path for path in sys.path if path and _is_of_python(path))
    for prefix in _prefixes():
        yield from (os.fspath(Path(prefix, folder)) for folder in ("lib", "lib64"))
    yield from (os.fspath(Path(folder)) for folder in app.__path__)


def _is_of_python(path: str) -> bool:
    if Path(path).name in _PACKAGE_FOLDERS or path == site.getusersitepackages():
        return True
    return any(Path(prefix, "lib") in Path(path).parents for prefix in _prefixes())


def _prefixes() -> set[str]:
    return {sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix}
