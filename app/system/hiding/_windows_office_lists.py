r"""The lists of recent files that Office's programs keep in the registry, also those of a signed-in account.

`Software\Microsoft\Office\16.0\Word\File MRU` has values `Item 1`, `Item 2` ..., the newest first; each ends in `*` and the
path. `Place MRU` has the folders, which stay: only what names the file itself goes. A program that runs has its list in memory
and may write it back when it ends.
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import re
import winreg
from collections.abc import Callable, Iterator
from pathlib import Path, PureWindowsPath
from typing import Final

from app.system.presence import running_programs

ROOT: Final = r"Software\Microsoft\Office"
_VERSION: Final = re.compile(r"\d+\.\d+")
_ITEM: Final = re.compile(r"Item (\d+)", re.IGNORECASE)
_LISTS: Final = ("File MRU", "Place MRU")
_OF_ACCOUNTS: Final = "User MRU"
_PROGRAMS: Final = {
    "word": "winword.exe",
    "excel": "excel.exe",
    "powerpoint": "powerpnt.exe",
    "access": "msaccess.exe",
    "publisher": "mspub.exe",
    "visio": "visio.exe",
    "ms project": "winproj.exe",
}
_ACCESS: Final = winreg.KEY_READ | winreg.KEY_WRITE


def forget_in_lists(
    path: Path, root: str = ROOT, running: Callable[[], frozenset[str] | None] = running_programs
) -> bool:
    """Whether no list names `path` any more, and no program that runs can bring it back. `root`: a key below
    HKEY_CURRENT_USER."""
    is_gone = True
    for program, key in _lists(root):
        try:
            removed = _remove(key, PureWindowsPath(path))
        except OSError:
            is_gone = False
            continue
        if removed:
            names = running()
            is_gone &= names is not None and _PROGRAMS.get(program.lower()) not in names
    return is_gone


def _lists(root: str) -> Iterator[tuple[str, str]]:
    """Each program with the key of one of its lists."""
    for version in filter(_VERSION.fullmatch, _below(root)):
        for program in _below(rf"{root}\{version}"):
            own = rf"{root}\{version}\{program}"
            accounts = [rf"{own}\{_OF_ACCOUNTS}\{account}" for account in _below(rf"{own}\{_OF_ACCOUNTS}")]
            yield from ((program, rf"{holder}\{name}") for holder in (own, *accounts) for name in _LISTS)


def _remove(key: str, path: PureWindowsPath) -> bool:
    """Whether it stood there. What follows moves up: the programs read until a number is missing. Raises OSError."""
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_READ) as listed:
            if not any(_names(text, path) for _, text in _items(listed)):
                return False
    except FileNotFoundError:
        return False
    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, _ACCESS) as listed:
        items = _items(listed)
        kept = [text for _, text in items if not _names(text, path)]
        for number, text in enumerate(kept, start=1):
            winreg.SetValueEx(listed, f"Item {number}", 0, winreg.REG_SZ, text)
        for number, _ in items:
            if number > len(kept):
                winreg.DeleteValue(listed, f"Item {number}")
    return True


def _items(listed: winreg.HKEYType) -> list[tuple[int, str]]:
    """Number and text, in the order of the numbers."""
    found = []
    for at in range(winreg.QueryInfoKey(listed)[1]):
        name, value, _ = winreg.EnumValue(listed, at)
        if (numbered := _ITEM.fullmatch(name)) and isinstance(value, str):
            found.append((int(numbered[1]), value))
    return sorted(found)


def _names(text: str, path: PureWindowsPath) -> bool:
    """No path has an asterisk in it; before the first one stand flags and the time. Compared as Windows does."""
    return PureWindowsPath(text.partition("*")[2] or text) == path


def _below(key: str) -> list[str]:
    """The names of the keys in it; none where it cannot be read."""
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
            return [winreg.EnumKey(opened, at) for at in range(winreg.QueryInfoKey(opened)[0])]
    except OSError:
        return []
