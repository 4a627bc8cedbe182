"""What a deletion cannot reach, said honestly. Source: design, Deletion and Honesty."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.domain.cloud_copy import CLOUD_BIN
from app.domain.copy import Location, OutsideCopy
from app.domain.deletion import Method, Residual, ResidualKind
from app.domain.ports import Disk, KeySource, PlaceKind, Places

VAULT = "vault"


class ResidualRules:
    def __init__(self, places: Places, disk: Disk, key_source: KeySource, *, has_recovery_key: bool) -> None:
        self._places = places
        self._disk = disk
        self._key_source = key_source
        self._has_recovery_key = has_recovery_key

    def erase_method(self, *, key_destroyed: bool, has_recovery_copy: bool | None = None) -> Method:
        """Vault copies whose key went are cryptographically erased, unless a key file or a recovery copy keeps a way in.

        `has_recovery_copy`: what the sealed file itself says; None: not known, so what IT's policy says now counts.
        """
        recovery = self._has_recovery_key if has_recovery_copy is None else has_recovery_copy
        way_in = recovery or self._key_source is KeySource.KEY_FILE
        return Method.CRYPTOGRAPHIC_ERASE if key_destroyed and not way_in else Method.UNLINK

    def foretold(self, copy: OutsideCopy, due_at: datetime) -> tuple[Residual, ...]:
        """What a deletion at `due_at` is expected to leave: for the list before a closing."""
        if copy.location in (Location.ELSEWHERE, Location.OFFICE365):
            return ()
        in_vault = copy.location is Location.VAULT
        places = self.of_places(plain_paths(copy), due_at)
        if not in_vault or self.erase_method(key_destroyed=True) is Method.CRYPTOGRAPHIC_ERASE:
            return places
        return (*places, *self.of_sealed(key_destroyed=True))

    def of_places(self, paths: tuple[Path, ...], deleted_at: datetime) -> tuple[Residual, ...]:
        """What stays behind in each folder where plain text was; every one counts, not only the last."""
        found = [residual for path in paths for residual in self._of_place(path, deleted_at)]
        return tuple(dict.fromkeys(found))

    def of_sealed(self, *, key_destroyed: bool, has_recovery_copy: bool | None = None) -> tuple[Residual, ...]:
        """What stays behind of a sealed file that was unlinked, and why that was no cryptographic erase."""
        found = []
        if self._has_recovery_key if has_recovery_copy is None else has_recovery_copy:
            found.append(Residual(kind=ResidualKind.RECOVERY_KEY, where=VAULT))
        if self._key_source is KeySource.KEY_FILE:
            found.append(Residual(kind=ResidualKind.KEY_FILE, where=VAULT))
        if not key_destroyed:
            # Its siblings still need the key, so whoever brings the freed blocks back can open them until those go.
            found.append(Residual(kind=ResidualKind.STORAGE_BLOCKS, where=VAULT))
        return tuple(found)

    def _of_place(self, path: Path, deleted_at: datetime) -> list[Residual]:
        found = []
        info = self._places.of(path.parent)
        if info.kind is PlaceKind.SYNCHRONISED:
            where = info.synchronised_by or "cloud"
            found.append(Residual(kind=ResidualKind.CLOUD_SHADOW, where=where, until=deleted_at + CLOUD_BIN))
        if self._disk.is_encrypted(path.parent) is not True:
            found.append(Residual(kind=ResidualKind.STORAGE_BLOCKS, where=short_folder(path)))
        return found


def plain_paths(copy: OutsideCopy) -> tuple[Path, ...]:
    """Where plain text of `copy` was, as far as its record knows."""
    places = [copy.original_path, copy.checked_out_path]
    if copy.location is Location.IN_PLACE:
        places.append(copy.path)
    return tuple(dict.fromkeys(Path(place) for place in places if place is not None))


def short_folder(path: Path) -> str:
    """The folder as a client may read it: below the home folder as `~/…`, so that no account name stands in it."""
    folder = path.parent
    try:
        below = folder.relative_to(Path.home()).as_posix()
    except ValueError:
        return folder.as_posix()
    return "~" if below == "." else f"~/{below}"
