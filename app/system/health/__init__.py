"""What the system tells of its own protection: anti-virus, firewall, versions, screen lock, restart.

All of it is read without administrator's rights and changes nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from app.domain.health import HealthCheck, HealthFacts, ScreenLock, Unknown
from app.domain.ports import Disk
from app.system.lock_settings import LockSettingsSource


class DeviceHealth(Protocol):
    """Every call ends within seconds, whatever the system does."""

    def facts(self) -> HealthFacts:
        """A whole look, a second or so. Raises nothing: what could not be seen is unknown, with the reason."""
        ...

    def mark(self) -> Hashable:
        """A glance, milliseconds: what of the system differs from an earlier mark was changed since, so look again."""
        ...


class NotSeen(Exception):
    """A check could not run. `why` is what a person is told."""

    def __init__(self, why: Unknown) -> None:
        super().__init__(why.value)
        self.why = why


# One reader for each check: gives the value of a field of HealthFacts, or raises NotSeen.
Readers = tuple[tuple[HealthCheck, str, Callable[[], object]], ...]


def gathered(readers: Readers) -> HealthFacts:
    """Ask every reader. What one of them cannot see keeps no other from looking."""
    facts, unknown = HealthFacts(), dict[HealthCheck, Unknown]()
    for check, name, read in readers:
        try:
            facts = replace(facts, **{name: read()})  # type: ignore[arg-type]  # each reader gives its field's type
        except NotSeen as refusal:
            unknown[check] = refusal.why
        except PermissionError:
            unknown[check] = Unknown.NO_RIGHT
        except (OSError, ValueError):  # a file that is not what it should be tells nothing either
            unknown[check] = Unknown.NOT_TOLD
    return replace(facts, unknown=unknown)


def encrypted(disk: Disk, path: Path) -> bool:
    """Whether the disk under `path` is encrypted. Raises NotSeen."""
    answer = disk.is_encrypted(path)
    if answer is None:
        raise NotSeen(Unknown.NOT_TOLD)
    return answer


def screen_lock(settings: LockSettingsSource, why: Unknown) -> ScreenLock:
    """When the system itself locks an idle screen. Raises NotSeen, with `why`, where it does not tell."""
    after = settings.read().locks_after
    if after is None:
        raise NotSeen(why)
    return ScreenLock(after_seconds=int(after.total_seconds()) or None)


def device_health(disk: Disk, data_dir: Path) -> DeviceHealth:
    """`disk` tells of the volume under `data_dir`, where the vault lies."""
    if sys.platform == "win32":
        from app.system.health._windows import WindowsHealth as PlatformHealth
    else:
        from app.system.health._linux import LinuxHealth as PlatformHealth
    return PlatformHealth(disk, data_dir)
