"""Values of the machine's registry, as 64-bit Windows has them; of another kind than asked for counts as absent."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import winreg
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_READ = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Machine:
    """`base`: a key below which the machine's keys are looked for, in `hive`; tests have one of their own."""

    hive: int = winreg.HKEY_LOCAL_MACHINE
    base: str = ""

    def text(self, key: str, name: str) -> str | None:
        value, kind = self._value(key, name)
        return value if kind in (winreg.REG_SZ, winreg.REG_EXPAND_SZ) and isinstance(value, str) else None

    def number(self, key: str, name: str) -> int | None:
        value, kind = self._value(key, name)
        return value if kind == winreg.REG_DWORD and isinstance(value, int) else None

    def texts(self, key: str, name: str) -> tuple[str, ...] | None:
        value, kind = self._value(key, name)
        return tuple(value) if kind == winreg.REG_MULTI_SZ and isinstance(value, list) else None

    def moment(self, key: str, name: str) -> datetime | None:
        """A FILETIME in eight bytes."""
        value, kind = self._value(key, name)
        if kind != winreg.REG_BINARY or not isinstance(value, bytes) or len(value) != 8:
            return None
        ticks = int.from_bytes(value, "little")
        try:
            return _EPOCH + timedelta(microseconds=ticks // 10) if ticks else None
        except OverflowError:
            return None

    def has_key(self, key: str) -> bool:
        """Raises PermissionError where only an administrator may see it."""
        try:
            winreg.OpenKey(self.hive, self.base + key, 0, _READ).Close()
        except FileNotFoundError:
            return False
        return True

    def changed_at(self, key: str) -> int | None:
        """When the key itself was last written, in 100 ns; None for none that can be seen."""
        try:
            with winreg.OpenKey(self.hive, self.base + key, 0, _READ) as opened:
                return winreg.QueryInfoKey(opened)[2]
        except OSError:
            return None

    def _value(self, key: str, name: str) -> tuple[object, int]:
        try:
            with winreg.OpenKey(self.hive, self.base + key, 0, _READ) as opened:
                return winreg.QueryValueEx(opened, name)
        except FileNotFoundError:
            return None, winreg.REG_NONE


ReadService = Callable[[str], "bool | None"]


def service_runs(name: str) -> bool | None:
    """Whether a Windows service runs; None when there is no such service, or it is not told."""
    import psutil

    try:
        return bool(psutil.win_service_get(name).status() == "running")
    except (psutil.Error, OSError):
        return None
