"""Start with the session on Windows: the Run keys, and what Task Manager keeps of those it switched off.

The installer writes HKLM's; a person has HKCU's. Whether one is switched off stands in `StartupApproved`: an odd first byte.
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import subprocess
import winreg
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from app.system.autostart import NAME, AutostartState

RUN: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED: Final = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
_VIEW: Final = winreg.KEY_WOW64_64KEY
_SWITCHED_ON: Final = b"\x02" + bytes(11)
_SWITCHED_OFF: Final = b"\x03" + bytes(11)


class WindowsAutostart:
    """Implements `Autostart`. `name`: of the values."""

    def __init__(self, command: Sequence[str] | None, name: str = NAME) -> None:
        self._command = command
        self._name = name

    def state(self) -> AutostartState | None:
        try:
            own = _value(winreg.HKEY_CURRENT_USER, RUN, self._name)
            for_all = _value(winreg.HKEY_LOCAL_MACHINE, RUN, self._name)
            states = [
                self._judge(command, hive, state)
                for command, hive, state in (
                    (for_all, winreg.HKEY_LOCAL_MACHINE, AutostartState.FOR_ALL),
                    (own, winreg.HKEY_CURRENT_USER, AutostartState.OWN),
                )
                if command is not None
            ]
        except OSError:
            return None
        works = (state for state in states if state in (AutostartState.FOR_ALL, AutostartState.OWN))
        return next(works, states[0] if states else AutostartState.ABSENT)

    def switch(self, on: bool) -> None:
        if _value(winreg.HKEY_LOCAL_MACHINE, RUN, self._name) is not None:
            # A person's own choice about what the installer put there, as Task Manager notes it.
            with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, APPROVED, 0, winreg.KEY_SET_VALUE | _VIEW) as key:
                winreg.SetValueEx(key, self._name, 0, winreg.REG_BINARY, _SWITCHED_ON if on else _SWITCHED_OFF)
        elif on:
            if self._command is None:
                raise FileNotFoundError("vroom-assistant")
            with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, RUN, 0, winreg.KEY_SET_VALUE | _VIEW) as key:
                winreg.SetValueEx(key, self._name, 0, winreg.REG_SZ, subprocess.list2cmdline(self._command))
            _forget(APPROVED, self._name)
        else:
            _forget(RUN, self._name)

    def _judge(self, command: object, hive: int, works: AutostartState) -> AutostartState:
        if not isinstance(command, str) or not _program_of(command).is_file():
            return AutostartState.OTHER_PROGRAM
        noted = [_value(where, APPROVED, self._name) for where in dict.fromkeys((winreg.HKEY_CURRENT_USER, hive))]
        is_off = any(isinstance(value, bytes) and value[:1] and value[0] & 1 for value in noted)
        return AutostartState.SWITCHED_OFF if is_off else works


def _program_of(command: str) -> Path:
    text = winreg.ExpandEnvironmentStrings(command.strip())
    return Path(text[1:].partition('"')[0] if text.startswith('"') else text.partition(" ")[0])


def _value(hive: int, key: str, name: str) -> object:
    """None where there is none. Raises OSError for a key that may not be read."""
    try:
        with winreg.OpenKey(hive, key, 0, winreg.KEY_READ | _VIEW) as opened:
            return winreg.QueryValueEx(opened, name)[0]
    except FileNotFoundError:
        return None


def _forget(key: str, name: str) -> None:
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE | _VIEW) as opened:
            winreg.DeleteValue(opened, name)
    except FileNotFoundError:
        return
