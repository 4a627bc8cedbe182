"""What a deletion cannot reach, said honestly. Source: design, Deletion and Honesty."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from app.domain.copy import Location, OutsideCopy
from app.domain.deletion import Method, Residual, ResidualKind
from app.domain.ports import Disk, KeySource, PlaceKind, Places

CLOUD_BIN = timedelta(days=93)  # SharePoint and OneDrive: both recycle bins together (Microsoft: 93 days)


class ResidualRules:
    def __init__(self, places: Places, disk: Disk, key_source: KeySource, *, has_recovery_key: bool) -> None:
        self._places = places
        self._disk = disk
        self._key_source = key_source
        self._has_recovery_key = has_recovery_key

    def erase_method(self, *, key_destroyed: bool) -> Method:
        """Vault copies whose key went are cryptographically erased, unless a key file or a recovery copy keeps a way in."""
        way_in = self._has_recovery_key or self._key_source is KeySource.KEY_FILE
        return Method.CRYPTOGRAPHIC_ERASE if key_destroyed and not way_in else Method.UNLINK

    def foretold(self, copy: OutsideCopy, due_at: datetime) -> tuple[Residual, ...]:
        """What a deletion at `due_at` is expected to leave: for the list before a closing."""
        if copy.location in (Location.ELSEWHERE, Location.OFFICE365):
            return ()
        in_vault = copy.location is Location.VAULT
        return self.of(copy, self.erase_method(key_destroyed=in_vault), due_at)

    def of(
        self, copy: OutsideCopy, method: Method, deleted_at: datetime, *, links_left: int = 0
    ) -> tuple[Residual, ...]:
        """Residuals of one deleted copy; every place of plain text counts, not only the last."""
        found: list[Residual] = []
        if method is Method.ATTESTED:
            return ()
        for place in plain_paths(copy):
            found += self._of_place(place, deleted_at)
        if copy.location is Location.VAULT and method is Method.UNLINK:
            if self._has_recovery_key:
                found.append(Residual(kind=ResidualKind.RECOVERY_KEY, where="vault"))
            if self._key_source is KeySource.KEY_FILE:
                found.append(Residual(kind=ResidualKind.KEY_FILE, where="vault"))
        if links_left:
            found.append(Residual(kind=ResidualKind.HARD_LINK, where=str(links_left)))
        return tuple(dict.fromkeys(found))

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
    """Where plain text of `copy` was, as far as the assistant knows."""
    places = [copy.original_path, copy.checked_out_path]
    if copy.location is Location.IN_PLACE:
        places.append(copy.path)
    return tuple(dict.fromkeys(Path(place) for place in places if place is not None))


def short_folder(path: Path) -> str:
    """The folder as a client may read it: below the home folder as `~/…`, so that no account name stands in it."""
    folder = path.parent
    try:
        return "~/" + folder.relative_to(Path.home()).as_posix()
    except ValueError:
        return folder.as_posix()
