"""Opens the data directory, or makes it when it is empty. Source: design, Store and Keys.

Opening never creates: a database without its key, or a key without its database, is an error and nothing is changed.
"""

from __future__ import annotations

import os
import secrets
import time
from dataclasses import dataclass
from datetime import datetime

from app.domain.causes import cause_of
from app.domain.errors import EnvironmentLacking
from app.domain.file_names import is_own_temporary
from app.domain.identity import new_id
from app.domain.messages import msg
from app.domain.ports import Keys, SystemClock
from app.store import MIGRATED_NOTE, Store
from app.store.directory import LEASE_ENDING, DataDirectory, DirectoryRecord
from app.system.credentials import choose_source, keys_for
from app.system.files import write_atomically
from app.system.lease import guard_lease
from app.system.privacy import check_private_folder, close_to_others, make_private_folder

PATIENCE = 20.0  # seconds to wait for another process that makes the directory
FOLDERS = ("vault", "evidence", "working", "drafts")


@dataclass(frozen=True, slots=True)
class Opened:
    store: Store
    keys: Keys


def open_directory(directory: DataDirectory, keys: Keys | None, clock: SystemClock) -> Opened:
    """Open what is there; make it when the directory is empty. `keys`: given by the demo and tests."""
    try:
        _prepare(directory)
        record = directory.read()
        if record is None or not record.complete:
            record = _make(directory, keys, clock)
    except OSError as error:
        raise EnvironmentLacking(msg("directory.unwritable", path=str(directory.root), why=cause_of(error))) from error
    used = keys or keys_for(record.id, record.key_source, directory.key_file)
    store = Store.open(directory.database, _key(used, "database"), _key(used, "journal"))
    _note_migration(store, clock)
    return Opened(store, used)


def _prepare(directory: DataDirectory) -> None:
    """The directory, private. An empty one that is there already becomes private; any other is only checked."""
    root = directory.root
    if not root.exists() and not root.is_symlink():
        make_private_folder(root)
        return
    if root.is_dir() and not root.is_symlink():
        names = {entry.name for entry in root.iterdir()}
        if not names and os.access(root, os.W_OK):
            close_to_others(root)
        _refuse_foreign(directory, names)
    check_private_folder(root)


def _refuse_foreign(directory: DataDirectory, names: set[str]) -> None:
    """Raises EnvironmentLacking for a folder that holds something else: it is not filled with ours.

    Another process may be making the directory just now. Its record comes before all that looks foreign, so the record
    is looked for after the names.
    """
    foreign = [name for name in names if not name.endswith(LEASE_ENDING) and not is_own_temporary(name)]
    if foreign and not directory.record_path.exists() and not directory.database.exists():
        raise EnvironmentLacking(msg("directory.foreign", path=str(directory.root)))


def _make(directory: DataDirectory, keys: Keys | None, clock: SystemClock) -> DirectoryRecord:
    """Make keys, database and record, one process at a time; a crash is taken up by the next call."""
    turn = guard_lease(directory.lease("making"))
    until = time.monotonic() + PATIENCE
    while not turn.try_acquire():
        if time.monotonic() > until:
            raise EnvironmentLacking(msg("directory.busy", path=str(directory.root)))
        time.sleep(0.02)  # another process makes it: the lock has no wake-up call
    try:
        record = directory.read()
        if record is not None and record.complete:
            return record
        if record is None:
            source = keys.source if keys is not None else choose_source()
            record = DirectoryRecord(id=new_id(), key_source=source, complete=False)
            directory.write(record, write_atomically)
        return _fill(directory, record, keys or keys_for(record.id, record.key_source, directory.key_file), clock)
    finally:
        turn.release()


def _fill(directory: DataDirectory, record: DirectoryRecord, keys: Keys, clock: SystemClock) -> DirectoryRecord:
    now = clock.read().wall
    if directory.database.exists():
        store = Store.open(directory.database, _key(keys, "database"), _key(keys, "journal"))
    else:
        for name in ("database", "journal"):
            keys.create(name, lambda: secrets.token_bytes(32))  # one that an interrupted making left is kept
        store = Store.create(directory.database, _key(keys, "database"), _key(keys, "journal"), now)
    try:
        _note_created(store, record, now)
    finally:
        store.close()
    for name in FOLDERS:
        (directory.root / name).mkdir(mode=0o700, exist_ok=True)
    complete = DirectoryRecord(id=record.id, key_source=record.key_source, complete=True)
    directory.write(complete, write_atomically)
    return complete


def _note_created(store: Store, record: DirectoryRecord, now: datetime) -> None:
    """The journal's first entry, also when the making was interrupted just before it."""
    with store.write(now) as session:
        if session.journal.count() == 0:
            data = {"key_source": record.key_source.value, "schema": 1}
            session.journal.append("store.created", subject="store", actor="assistant", data=dict(data))


def _key(keys: Keys, name: str) -> bytes:
    secret = keys.get(name)
    if secret is None:
        raise EnvironmentLacking(msg("directory.no-key"))
    return secret


def _note_migration(store: Store, clock: SystemClock) -> None:
    with store.read() as session:
        if session.notes.get(MIGRATED_NOTE) is None:
            return
    with store.write(clock.read().wall) as session:
        migrated = session.notes.get(MIGRATED_NOTE)
        if migrated is None:  # another process was first
            return
        session.notes.delete(MIGRATED_NOTE)
        session.journal.append(
            "store.migrated",
            subject="store",
            actor="assistant",
            data={"from_version": int(migrated["from_version"]), "to_version": int(migrated["to_version"])},
        )
