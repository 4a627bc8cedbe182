"""Device health on Linux."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

from collections.abc import Hashable
from pathlib import Path

from app.domain.health import HealthCheck, HealthFacts, Unknown
from app.domain.ports import Disk
from app.system.health import encrypted, gathered, screen_lock
from app.system.health._linux_antivirus import SIGNATURES, antivirus, running_programs
from app.system.health._linux_firewall import NFTABLES_RULES, UFW_CONFIGURATION, firewall
from app.system.health._linux_versions import RESTART_NOTES, offices, restart, system_version
from app.system.lock_settings import LockSettingsSource, lock_settings

# What a change shows in; what shows in no file (services, a desktop's settings) is seen within the hour.
MARKS = (
    *(f"var/lib/clamav/{name}" for name in SIGNATURES),
    *(UFW_CONFIGURATION, *NFTABLES_RULES, "etc/os-release", "etc/debian_version", *RESTART_NOTES, "lib/modules"),
)


class LinuxHealth:
    """Implements `DeviceHealth`. `root`: where the system's files begin."""

    def __init__(
        self, disk: Disk, data_dir: Path, root: Path = Path("/"), settings: LockSettingsSource | None = None
    ) -> None:
        self._disk = disk
        self._data_dir = data_dir
        self._root = root
        self._settings = settings or lock_settings()

    def facts(self) -> HealthFacts:
        root = self._root
        return gathered(
            (
                (HealthCheck.ANTIVIRUS, "antivirus", lambda: antivirus(root, running_programs())),
                (HealthCheck.FIREWALL, "firewall", lambda: firewall(root)),
                (HealthCheck.SYSTEM, "system", lambda: system_version(root)),
                (HealthCheck.OFFICE, "offices", lambda: offices(root)),
                (HealthCheck.ENCRYPTION, "encrypted", lambda: encrypted(self._disk, self._data_dir)),
                (HealthCheck.SCREEN_LOCK, "screen_lock", lambda: screen_lock(self._settings, Unknown.OTHER_DESKTOP)),
                (HealthCheck.RESTART, "restart", lambda: restart(root)),
            )
        )

    def mark(self) -> Hashable:
        return tuple(_changed_at(self._root / name) for name in MARKS)


def _changed_at(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return None
