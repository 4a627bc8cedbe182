"""Brings a backup of the store back, on the laptop whose credential store still has its key."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from app.domain.causes import cause_of
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.messages import msg
from app.store import Store
from app.store.directory import DataDirectory, DirectoryRecord
from app.store.errors import StoreUnreadable
from app.system.credentials import keys_for
from app.system.lease import guard_lease

SIDE_FILES = ("-wal", "-shm")


def restore_backup(directory: DataDirectory, backup: Path) -> int:
    """Put `backup` in the store's place; returns the entries of its journal. What stood there is kept beside it.

    The backup is opened and checked first, under the key of this directory. Raises InputError, EnvironmentLacking; then
    nothing was changed.
    """
    if not backup.is_file():
        raise InputError(msg("file.missing", path=str(backup)))
    lease = guard_lease(directory.lease("guards"))
    if not lease.try_acquire():
        raise EnvironmentLacking(msg("backup.assistant-runs"))
    try:
        return _restore(directory, backup)
    except OSError as error:
        why = cause_of(error)
        raise EnvironmentLacking(msg("directory.unwritable", path=str(directory.root), why=why)) from error
    finally:
        lease.release()


def _restore(directory: DataDirectory, backup: Path) -> int:
    record = _record(directory)
    keys = keys_for(record.id, record.key_source, directory.key_file)
    database, journal = keys.get("database"), keys.get("journal")
    if database is None or journal is None:
        raise EnvironmentLacking(msg("directory.no-key"))
    incoming = directory.database.with_name("store.db.restoring")
    _clear(incoming)
    try:
        shutil.copyfile(backup, incoming)
        incoming.chmod(0o600)
        entries = _checked(incoming, database, journal, backup)
        _swap(directory.database, incoming)
    finally:
        _clear(incoming)
    return entries


def _checked(incoming: Path, database: bytes, journal: bytes, backup: Path) -> int:
    """Look whether it is a sound store under this key, and journal that it came back. Returns the entries it held."""
    try:
        store = Store.open(incoming, database, journal)
    except StoreUnreadable as error:
        raise InputError(msg("backup.damaged", path=str(backup))) from error
    try:
        if store.quick_check() is not None:
            raise InputError(msg("backup.damaged", path=str(backup)))
        with store.write(datetime.now(UTC)) as session:
            entries = session.journal.count()
            session.journal.append("store.restored", subject="store", actor="person", data={"entries": entries})
        return entries
    finally:
        store.close()


def _clear(incoming: Path) -> None:
    for ending in ("", *SIDE_FILES):
        incoming.with_name(incoming.name + ending).unlink(missing_ok=True)


def _record(directory: DataDirectory) -> DirectoryRecord:
    try:
        record = msgspec.json.decode(directory.record_path.read_bytes(), type=DirectoryRecord)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise EnvironmentLacking(msg("directory.damaged", path=str(directory.record_path))) from error
    return record


def _swap(database: Path, incoming: Path) -> None:
    """The old files step aside under a name of their own; nothing is overwritten."""
    number = 1
    while (aside := database.with_name(f"{database.name}.replaced-{number}")).exists():
        number += 1
    for ending in ("", *SIDE_FILES):
        old = database.with_name(database.name + ending)
        if old.exists():
            old.rename(aside.with_name(aside.name + ending))
    os.replace(incoming, database)  # noqa: PTH105  # the same call on both systems
