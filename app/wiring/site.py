"""Where and how an assistant runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.domain.ports import Keys, SystemClock
from app.store.directory import DataDirectory
from app.system.policy import PolicyReading


@dataclass(frozen=True, kw_only=True)
class Site:
    """Where and how an assistant runs. None: the system's own. `keys` and `system_clock` are given by the demo and tests."""

    data_dir: Path | None = None
    language: str | None = None
    keys: Keys | None = None
    system_clock: SystemClock | None = None
    policy: PolicyReading | None = None
    account: Mapping[str, str] | None = None
    home: Path | None = None


def data_directory(site: Site) -> DataDirectory:
    """The directory of `site`, by default in the person's local (never roaming) application data."""
    from platformdirs import user_data_path

    folder = site.data_dir or user_data_path("vroom-assistant", appauthor=False, roaming=False)
    return DataDirectory(folder.expanduser().absolute())
