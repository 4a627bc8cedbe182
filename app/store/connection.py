"""One way to open the encrypted database. Source: SQLCipher API, https://www.zetetic.net/sqlcipher/sqlcipher-api/."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path
from typing import cast

from sqlcipher3 import dbapi2

from app.store.errors import disk_error, from_database, understood, unreadable

KEY_BYTES = 32
PAGE_BYTES = 4096  # SQLCipher's default
BUSY_SECONDS = 10.0
CACHE_KIB = 4096
WAL_KEPT_BYTES = 8 * 1024 * 1024


def connect(path: Path, key: bytes, *, read_only: bool = False, fresh: bool = False) -> sqlite3.Connection:
    """Open the existing database at `path` with the raw 32-byte key; statements run in autocommit until BEGIN.

    Never creates a file; only with `fresh` an empty one is accepted. Raises a StoreError when there is none, or the key
    does not fit.
    """
    if len(key) != KEY_BYTES:
        raise unreadable("the key is not 32 bytes long")
    with understood():
        facts = path.stat()
        least = 0 if fresh else PAGE_BYTES
        if not stat.S_ISREG(facts.st_mode) or facts.st_size < least:
            # SQLite would take what is shorter than a page for a new database and write to it.
            raise unreadable("no database file")
        connection = _connect(path)
        try:
            _prepare(connection, key, read_only=read_only)
        except BaseException:
            connection.close()
            raise
    return connection


def _connect(path: Path) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode=rw"
    # The module is a drop-in for sqlite3 and ships no types.
    return cast(
        sqlite3.Connection,
        dbapi2.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False),
    )


def _prepare(connection: sqlite3.Connection, key: bytes, *, read_only: bool) -> None:
    # Before the key: a failing key would otherwise be reported on stderr, which belongs to messages.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except dbapi2.Error as error:
        # A page whose check fails may come up under several codes; with a first read it is the key or the file.
        raise from_database(error) or unreadable(str(error)) from error
    (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    if mode != "wal":
        raise disk_error(f"the file system does not carry WAL: {mode}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute(f"PRAGMA journal_size_limit = {WAL_KEPT_BYTES}")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
