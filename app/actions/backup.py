"""Back the store up, encrypted as it is, and bring it back on the same laptop."""

from __future__ import annotations

import os
from pathlib import Path

from app.actions.office import Office
from app.actions.reading import absolute
from app.domain.errors import InputError
from app.domain.messages import msg
from app.store import Store


class BackupActions:
    def __init__(self, office: Office, store: Store) -> None:
        self._office = office
        self._store = store

    def backup(self, target: Path) -> int:
        """Write a consistent copy of the store; its key stays in the credential store. Returns its size in bytes."""
        place = absolute(target)
        if os.path.lexists(place):
            raise InputError(msg("file.exists", path=str(place)))
        self._store.backup(place)
        size = place.stat().st_size
        with self._office.change() as work:
            work.note("backup.made", "store", data={"bytes": size})
        return size
