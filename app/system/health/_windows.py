"""Device health on Windows."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

from collections.abc import Hashable
from pathlib import Path

from app.domain.health import HealthCheck, HealthFacts, Unknown
from app.domain.ports import Disk
from app.system.health import NotSeen, encrypted, gathered, screen_lock
from app.system.health import _windows_firewall as firewalls
from app.system.health import _windows_versions as versions
from app.system.health._windows_antivirus import REAL_TIME, SIGNATURES, antivirus
from app.system.health._windows_products import Provider, health_of
from app.system.health._windows_registry import Machine
from app.system.lock_settings import LockSettingsSource, lock_settings

# Keys whose own writing shows a change; values that stand deeper are seen within the hour.
MARKS = (
    *(SIGNATURES, REAL_TIME, versions.WINDOWS, versions.OFFICE, versions.SERVICING, versions.UPDATES),
    *(key for keys in firewalls.KEYS.values() for key in keys),
)


class WindowsHealth:
    """Implements `DeviceHealth`. `machine`: the registry that is read."""

    def __init__(
        self,
        disk: Disk,
        data_dir: Path,
        machine: Machine | None = None,
        settings: LockSettingsSource | None = None,
    ) -> None:
        self._disk = disk
        self._data_dir = data_dir
        self._machine = machine or Machine()
        self._settings = settings or lock_settings()

    def facts(self) -> HealthFacts:
        machine = self._machine
        return gathered(
            (
                (HealthCheck.ANTIVIRUS, "antivirus", lambda: antivirus(machine)),
                (HealthCheck.FIREWALL, "firewall", lambda: firewalls.firewall(machine)),
                (HealthCheck.SYSTEM, "system", lambda: versions.system_version(machine)),
                (HealthCheck.OFFICE, "offices", lambda: versions.offices(machine)),
                (HealthCheck.ENCRYPTION, "encrypted", lambda: encrypted(self._disk, self._data_dir)),
                (HealthCheck.SCREEN_LOCK, "screen_lock", lambda: screen_lock(self._settings, Unknown.NOT_TOLD)),
                (HealthCheck.RESTART, "restart", lambda: versions.restart(machine)),
            )
        )

    def mark(self) -> Hashable:
        return (_security_center(), *(self._machine.changed_at(key) for key in MARKS))


def _security_center() -> tuple[int | None, ...]:
    """What it says of anti-virus and firewall: it hears at once when one is switched off."""
    answers: list[int | None] = []
    for provider in Provider:
        try:
            answers.append(int(health_of(provider)))
        except NotSeen:
            answers.append(None)
    return tuple(answers)
