"""What kind of storage a folder is: local, synchronised, on the network, removable, roaming; and which are no roots."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Protocol

from app.domain.messages import Message
from app.domain.ports import Places


class LocalPlaces(Places, Protocol):
    """The places of this machine: the port, and what only actions and guards here ask for."""

    def removable_drives(self) -> tuple[Path, ...]:
        """Where the removable drives that are there now begin."""
        ...


def local_places(home: Path | None = None) -> LocalPlaces:
    """`home`: whose synchronisation clients are looked for; by default the person's own."""
    if sys.platform == "win32":
        from app.system.places._windows import WindowsPlaces as SystemPlaces
    else:
        from app.system.places._linux import LinuxPlaces as SystemPlaces
    return SystemPlaces(home or Path.home())


def forbidden_root(folder: Path, data_dir: Path, home: Path) -> Message | None:
    """Why `folder` can be neither watched nor the documents of a project; None when it can. Links are resolved first."""
    from app.system.places.roots import forbidden

    if sys.platform == "win32":
        from app.system.places._windows import system_folders
    else:
        from app.system.places._linux import system_folders
    return forbidden(folder, data_dir, home, system_folders())
