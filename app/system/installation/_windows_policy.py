"""The policy that IT gives the installer, as registry values; and what the policy says about the removal."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import winreg
from collections.abc import Mapping
from typing import Any, cast

from app.domain.settings import SETTINGS, SettingValue
from app.system.installation.removing import SETTING, WhileOwing
from app.system.policy import accepted, policy_place, system_policy
from app.system.policy.toml import flattened

POLICY_KEY = policy_place().removeprefix("HKLM\\")
OWN_KEY = r"Software\Vroom\Assistant"
TAKEN_OVER = "PolicyTakenOver"  # names of the values that the installer wrote: only these go again
_MACHINE = winreg.HKEY_LOCAL_MACHINE
_ACCESS = winreg.KEY_READ | winreg.KEY_WRITE | winreg.KEY_WOW64_64KEY


class PolicyRefused(Exception):
    """Says why, in English, without a value."""


def import_policy(table: Mapping[str, object]) -> list[str]:
    """Write all values, or none: raises PolicyRefused when one is unknown or out of its bounds. Gives their names."""
    pairs = list(flattened(table))
    reading = accepted(pairs, "the file")
    wrong = sorted(str(key) for key, _ in pairs if key not in reading.values)
    if wrong:
        raise PolicyRefused("unknown or out of bounds: " + ", ".join(key if key in SETTINGS else "?" for key in wrong))
    with winreg.CreateKeyEx(_MACHINE, POLICY_KEY, 0, _ACCESS) as key:
        for name, value in reading.values.items():
            kind, stored = _stored(value)
            winreg.SetValueEx(key, name, 0, kind, cast(Any, stored))  # the stubs know one type a kind
    names = sorted(reading.values)
    with winreg.CreateKeyEx(_MACHINE, OWN_KEY, 0, _ACCESS) as key:
        known = {*names, *_taken_over(key)}
        winreg.SetValueEx(key, TAKEN_OVER, 0, winreg.REG_MULTI_SZ, sorted(known))
    return names


def forget_policy() -> None:
    """Take away what `import_policy` wrote; what IT set by other means stays."""
    try:
        with winreg.OpenKey(_MACHINE, OWN_KEY, 0, _ACCESS) as own:
            names = _taken_over(own)
            if names:
                winreg.DeleteValue(own, TAKEN_OVER)
        with winreg.OpenKey(_MACHINE, POLICY_KEY, 0, _ACCESS) as policy:
            for name in names:
                _forget(policy, name)
    except FileNotFoundError:
        return
    _forget_empty(OWN_KEY, r"Software\Vroom", POLICY_KEY, r"Software\Policies\Vroom")


def while_owing() -> WhileOwing:
    value = system_policy().read().values.get(SETTING, SETTINGS[SETTING].default)
    return WhileOwing(str(value))


def _stored(value: SettingValue) -> tuple[int, object]:
    if isinstance(value, bool):
        return winreg.REG_DWORD, int(value)
    if isinstance(value, int):
        return winreg.REG_DWORD, value
    if isinstance(value, tuple):
        return winreg.REG_MULTI_SZ, list(value)
    return winreg.REG_SZ, value


def _taken_over(key: winreg.HKEYType) -> list[str]:
    try:
        names, kind = winreg.QueryValueEx(key, TAKEN_OVER)
    except FileNotFoundError:
        return []
    return list(names) if kind == winreg.REG_MULTI_SZ else []


def _forget(key: winreg.HKEYType, name: str) -> None:
    try:
        winreg.DeleteValue(key, name)
    except FileNotFoundError:
        return  # IT took it away itself


def _forget_empty(*keys: str) -> None:
    for key in keys:
        try:
            with winreg.OpenKey(_MACHINE, key, 0, _ACCESS) as opened:
                below, values, _ = winreg.QueryInfoKey(opened)
            if not below and not values:
                winreg.DeleteKeyEx(_MACHINE, key, winreg.KEY_WOW64_64KEY, 0)
        except OSError:
            continue  # it is not there, or somebody else's
