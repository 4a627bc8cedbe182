r"""Windows' own settings about locking, from registry, policies and the power plan in force; all to be read without rights.

- After how long: the machine's limit (`InactivityTimeoutSecs`), that of device management (`MaxInactivityTimeDeviceLock`,
  minutes), and the screen saver with a password, set by policy or by the person.
- On waking: `CONSOLELOCK` of the power plan (sleep), and `DelayLockInterval` (modern standby).
- The lid: `LIDACTION` of the power plan. Policies of the power plan go before it.
- Dynamic Lock: `EnableGoodbye`, or its policy.
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import uuid
import winreg
from collections.abc import Callable, Iterator
from ctypes import wintypes
from datetime import timedelta
from typing import Final

from app.domain.lock_settings import LockSettings, OnLid

MACHINE_LIMIT: Final = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System"
MANAGED_LIMIT: Final = r"SOFTWARE\Microsoft\PolicyManager\current\device\DeviceLock"
SAVER_POLICY: Final = r"Software\Policies\Microsoft\Windows\Control Panel\Desktop"
SAVER: Final = r"Control Panel\Desktop"
POWER_POLICY: Final = r"SOFTWARE\Policies\Microsoft\Power\PowerSettings"
GOODBYE: Final = r"Software\Microsoft\Windows NT\CurrentVersion\Winlogon"
GOODBYE_POLICY: Final = r"SOFTWARE\Policies\Microsoft\PassportForWork\DynamicLock"

NO_SUBGROUP: Final = "fea3413e-7e05-4911-9a71-700331f1c294"
CONSOLE_LOCK: Final = "0e796bdb-100d-47d6-a2d5-f7d2daa51f51"
BUTTONS: Final = "4f971e89-eebd-4455-a8de-9e59040e7347"
LID_ACTION: Final = "5ca83367-6e45-459f-a27b-476b1d01c936"

NEVER: Final = 0xFFFFFFFF  # DelayLockInterval: no password after modern standby
# LIDACTION's numbers; the least safe first.
LIDS: Final = {0: OnLid.NOTHING, 1: OnLid.SLEEPS, 2: OnLid.HIBERNATES, 3: OnLid.SHUTS_DOWN}

ReadValue = Callable[[int, str, str], "int | str | None"]
ReadPower = Callable[[str, str], tuple["int | None", "int | None"]]  # on mains, on battery


def registry_value(root: int, key: str, name: str) -> int | str | None:
    """A number or a text; None where there is none, or one of another kind."""
    try:
        with winreg.OpenKey(root, key) as opened:
            value, _ = winreg.QueryValueEx(opened, name)
    except OSError:
        return None
    return value if isinstance(value, (int, str)) else None


class WindowsLockSettings:
    """Implements `LockSettingsSource`. `value` and `power` read registry and power plan; for tests."""

    def __init__(self, value: ReadValue = registry_value, power: ReadPower | None = None) -> None:
        self._value = value
        self._power = power or power_setting

    def read(self) -> LockSettings:
        return LockSettings(
            locks_after=self._locks_after(),
            asks_on_wake=self._asks_on_wake(),
            on_lid=self._on_lid(),
            dynamic_lock=self._dynamic_lock(),
        )

    def _number(self, root: int, key: str, name: str) -> int | None:
        value = self._value(root, key, name)
        if isinstance(value, str):  # Control Panel keeps numbers as text
            return int(value) if value.isascii() and value.isdigit() else None
        return value

    def _locks_after(self) -> timedelta:
        """The shortest; zero when none is set: what is not set does not lock."""
        return min((timedelta(seconds=seconds) for seconds in self._limits() if seconds), default=timedelta(0))

    def _limits(self) -> Iterator[int]:
        yield self._number(winreg.HKEY_LOCAL_MACHINE, MACHINE_LIMIT, "InactivityTimeoutSecs") or 0
        yield 60 * (self._number(winreg.HKEY_LOCAL_MACHINE, MANAGED_LIMIT, "MaxInactivityTimeDeviceLock") or 0)
        if self._of_saver("ScreenSaveActive") == 1 and self._of_saver("ScreenSaverIsSecure") == 1 and self._has_saver():
            yield self._of_saver("ScreenSaveTimeOut") or 0

    def _of_saver(self, name: str) -> int | None:
        set_by_policy = self._number(winreg.HKEY_CURRENT_USER, SAVER_POLICY, name)
        return self._number(winreg.HKEY_CURRENT_USER, SAVER, name) if set_by_policy is None else set_by_policy

    def _has_saver(self) -> bool:
        """Without a program as screen saver the others have no effect."""
        name = "SCRNSAVE.EXE"
        keys = (SAVER_POLICY, SAVER)
        return any(bool(self._value(winreg.HKEY_CURRENT_USER, key, name)) for key in keys)

    def _asks_on_wake(self) -> bool | None:
        """After sleep and after modern standby; a laptop has one of the two, and which one is not asked: both have to."""
        delay = self._number(winreg.HKEY_CURRENT_USER, SAVER, "DelayLockInterval")
        if delay == NEVER:
            return False
        known = [index for index in self._of_plan(NO_SUBGROUP, CONSOLE_LOCK) if index is not None]
        return all(known) if known else None

    def _on_lid(self) -> OnLid | None:
        found = [LIDS[index] for index in self._of_plan(BUTTONS, LID_ACTION) if index in LIDS]
        order = list(LIDS.values())
        return min(found, key=order.index, default=None)

    def _of_plan(self, group: str, setting: str) -> tuple[int | None, int | None]:
        on_mains, on_battery = self._power(group, setting)
        key = rf"{POWER_POLICY}\{setting}"
        forced_on_mains = self._number(winreg.HKEY_LOCAL_MACHINE, key, "ACSettingIndex")
        forced_on_battery = self._number(winreg.HKEY_LOCAL_MACHINE, key, "DCSettingIndex")
        return (
            on_mains if forced_on_mains is None else forced_on_mains,
            on_battery if forced_on_battery is None else forced_on_battery,
        )

    def _dynamic_lock(self) -> bool:
        forced = self._number(winreg.HKEY_LOCAL_MACHINE, GOODBYE_POLICY, "DynamicLock")
        chosen = self._number(winreg.HKEY_CURRENT_USER, GOODBYE, "EnableGoodbye")
        return (chosen if forced is None else forced) == 1


class _Guid(ctypes.Structure):
    _fields_ = (("bytes", ctypes.c_ubyte * 16),)

    @classmethod
    def of(cls, text: str) -> _Guid:
        return cls.from_buffer_copy(uuid.UUID(text).bytes_le)


def power_setting(group: str, setting: str) -> tuple[int | None, int | None]:
    """An index of the power plan in force, on mains and on battery; None where Windows does not tell."""
    try:
        power = ctypes.WinDLL("powrprof")
        active, free = power.PowerGetActiveScheme, ctypes.WinDLL("kernel32").LocalFree
        readers = (power.PowerReadACValueIndex, power.PowerReadDCValueIndex)
    except (OSError, AttributeError):
        return None, None
    free.argtypes = [ctypes.c_void_p]
    plan = ctypes.POINTER(_Guid)()
    if active(None, ctypes.byref(plan)) != 0 or not plan:
        return None, None
    try:
        on_mains, on_battery = (_index(reader, plan, group, setting) for reader in readers)
    finally:
        free(plan)
    return on_mains, on_battery


def _index(
    reader: Callable[..., int],
    plan: ctypes._Pointer[_Guid],
    group: str,
    setting: str,
) -> int | None:
    index = wintypes.DWORD()
    subgroup, wanted = _Guid.of(group), _Guid.of(setting)
    answered = reader(None, plan, ctypes.byref(subgroup), ctypes.byref(wanted), ctypes.byref(index))
    return index.value if answered == 0 else None
