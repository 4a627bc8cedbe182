"""Power on Linux: what the kernel tells of batteries, the platform profile and the load."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import os
from pathlib import Path

from app.system.power import BUSY_PER_CORE, LOW_BATTERY

_OWN_SHARE = 1.0  # what a scan of ours adds to the load


class LinuxPower:
    """Implements `Power`. The paths are where the kernel tells; what cannot be read does not make us rest."""

    def __init__(
        self,
        supplies: Path = Path("/sys/class/power_supply"),
        profile: Path = Path("/sys/firmware/acpi/platform_profile"),
        load: Path = Path("/proc/loadavg"),
    ) -> None:
        self._supplies = supplies
        self._profile = profile
        self._load = load

    def should_rest(self) -> bool:
        return self._is_low() or self._is_saving() or self._is_busy()

    def _is_low(self) -> bool:
        """A battery of the machine itself discharges and is nearly empty; those of a mouse or headset do not count."""
        try:
            supplies = list(self._supplies.iterdir())
        except OSError:
            return False
        for supply in supplies:
            if _text(supply / "type") != "Battery" or _text(supply / "scope") == "Device":
                continue
            charge = _text(supply / "capacity")
            if _text(supply / "status") == "Discharging" and charge.isdigit() and int(charge) < LOW_BATTERY:
                return True
        return False

    def _is_saving(self) -> bool:
        """The profile "power saver" of the desktop sets the firmware to low power; without that file there is no telling."""
        return _text(self._profile) == "low-power" and self._is_on_battery()

    def _is_on_battery(self) -> bool:
        try:
            return any(_text(supply / "status") == "Discharging" for supply in self._supplies.iterdir())
        except OSError:
            return False

    def _is_busy(self) -> bool:
        try:
            load = float(_text(self._load).split(" ")[0])
        except ValueError:
            return False
        return load - _OWN_SHARE > (os.cpu_count() or 1) * BUSY_PER_CORE


def _text(path: Path) -> str:
    """The first line; empty when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
