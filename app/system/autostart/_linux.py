"""Start with the session on Linux: a desktop file in `autostart`. Source: Desktop Application Autostart Specification.

A file in the person's folder stands in for the system's of the same name; with `Hidden=true` it switches that one off.
"""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import os
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from app.system.autostart import NAME, AutostartState
from app.system.files import write_atomically

FILE: Final = "vroom-assistant.desktop"
_MOST_BYTES: Final = 64 * 1024
_FIRST: Final = re.compile(r'\s*(?:"(?P<quoted>(?:[^"\\]|\\.)+)"|(?P<bare>[^\s"]+))(?:\s|$)')  # the program of an Exec
_RESERVED: Final = frozenset(" \t\n\"'\\><~|&;$*?#()`")


class LinuxAutostart:
    """Implements `Autostart`. `environment`: where the desktop says that its settings are elsewhere."""

    def __init__(self, home: Path, command: Sequence[str] | None, environment: Mapping[str, str] = os.environ) -> None:
        own = home == Path.home()
        self._own = Path((own and environment.get("XDG_CONFIG_HOME")) or home / ".config") / "autostart" / FILE
        system = environment.get("XDG_CONFIG_DIRS") or "/etc/xdg"
        self._for_all = [Path(folder) / "autostart" / FILE for folder in system.split(":") if folder]
        self._command = command

    def state(self) -> AutostartState | None:
        try:
            own, for_all = _entry(self._own), [entry for path in self._for_all if (entry := _entry(path)) is not None]
        except OSError:
            return None
        found = own if own is not None else next(iter(for_all), None)
        if found is None:
            return AutostartState.ABSENT
        if found.get("Hidden", "").lower() == "true" or found.get("X-GNOME-Autostart-enabled", "").lower() == "false":
            return AutostartState.SWITCHED_OFF
        if not _is_there(found.get("Exec", "")):
            return AutostartState.OTHER_PROGRAM
        return AutostartState.FOR_ALL if own is None else AutostartState.OWN

    def switch(self, on: bool) -> None:
        is_for_all = any(path.is_file() for path in self._for_all)
        if (on and is_for_all) or (not on and not is_for_all):
            self._own.unlink(missing_ok=True)
        elif not on:
            self._write("Hidden=true\n")
        elif self._command is None:
            raise FileNotFoundError("vroom-assistant")
        else:
            self._write(
                f"Exec={' '.join(map(_quoted, self._command))}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n"
            )

    def _write(self, rest: str) -> None:
        self._own.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(self._own, f"[Desktop Entry]\nType=Application\nName={NAME}\n{rest}".encode())


def _entry(path: Path) -> dict[str, str] | None:
    """The keys of a desktop file's main group; None where there is no such file. Raises OSError."""
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8", "replace")
    except (FileNotFoundError, NotADirectoryError):
        return None
    found: dict[str, str] = {}
    in_group = False
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            in_group = line == "[Desktop Entry]"
        elif in_group and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found.setdefault(key.strip(), value.strip())
    return found


def _is_there(command: str) -> bool:
    found = _FIRST.match(command.replace("\\\\", "\\"))
    if found is None:
        return False
    program = found["bare"] or re.sub(r"\\(.)", r"\1", found["quoted"])
    return shutil.which(program.replace("%%", "%")) is not None


def _quoted(word: str) -> str:
    """As the Desktop Entry Specification wants it: quotation marks, with four signs escaped, each backslash once more."""
    if not _RESERVED & set(word):
        return word.replace("%", "%%")
    quoted = "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in word)
    escaped = quoted.replace("\\", "\\\\")
    return f'"{escaped}"'.replace("%", "%%")
