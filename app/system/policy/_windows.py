"""Policy on Windows: registry values named after the settings, the machine's before the user's.

Texts (REG_SZ), numbers (REG_DWORD) and lists (REG_MULTI_SZ), or a list as ADMX writes it: a key named after the setting
with one text a value. Users cannot write below `Software\\Policies`, not in their own hive either.
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import winreg
from collections.abc import Iterator

from app.domain.causes import cause_of
from app.domain.messages import Message, msg
from app.system.policy import PolicyReading, PolicyState, accepted, broken

POLICY_KEY = r"Software\Policies\Vroom\Assistant"
_HIVES = ((winreg.HKEY_LOCAL_MACHINE, "HKLM"), (winreg.HKEY_CURRENT_USER, "HKCU"))
_KINDS = (winreg.REG_SZ, winreg.REG_DWORD, winreg.REG_MULTI_SZ)
_READ = winreg.KEY_READ | winreg.KEY_WOW64_64KEY


class RegistryPolicy:
    """Implements `PolicySource`."""

    def __init__(self, key: str = POLICY_KEY) -> None:
        self._key = key

    def read(self) -> PolicyReading:
        readings = [self._read_hive(hive, f"{name}\\{self._key}") for hive, name in _HIVES]
        machine, user = readings
        states = {reading.state for reading in readings}
        if states == {PolicyState.NONE}:
            return machine
        return PolicyReading(
            values={**user.values, **machine.values},
            state=PolicyState.IN_FORCE if PolicyState.IN_FORCE in states else PolicyState.BROKEN,
            problems=machine.problems + user.problems,
        )

    def _read_hive(self, hive: int, where: str) -> PolicyReading:
        try:
            with winreg.OpenKey(hive, self._key, 0, _READ) as key:
                found: list[tuple[str, object]] = []
                problems: list[Message] = []
                for name, value, kind in _values(key):
                    if kind in _KINDS:
                        found.append((name, value))
                    else:
                        problems.append(msg("policy.value-kind", key=name, where=where))
                found += [(name, _list_in(key, name)) for name in _subkeys(key)]
        except FileNotFoundError:
            return PolicyReading()
        except OSError as error:
            return broken(msg("policy.unreadable", path=where, reason=cause_of(error)))
        reading = accepted(found, where)
        return PolicyReading(values=reading.values, state=reading.state, problems=reading.problems + tuple(problems))


def _values(key: winreg.HKEYType) -> Iterator[tuple[str, object, int]]:
    """The named values; the unnamed one sets nothing."""
    for index in range(winreg.QueryInfoKey(key)[1]):
        name, value, kind = winreg.EnumValue(key, index)
        if name:
            yield name, value, kind


def _subkeys(key: winreg.HKEYType) -> list[str]:
    return [winreg.EnumKey(key, index) for index in range(winreg.QueryInfoKey(key)[0])]


def _list_in(key: winreg.HKEYType, name: str) -> list[str]:
    with winreg.OpenKey(key, name, 0, _READ) as below:
        return [value for _, value, kind in _values(below) if kind == winreg.REG_SZ and isinstance(value, str)]
