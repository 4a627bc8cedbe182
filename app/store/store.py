"""The encrypted local database: making, opening, transactions, backup, check. Source: design, Store."""

from __future__ import annotations

import contextlib
import glob
import os
import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from app.domain.causes import cause_of
from app.domain.errors import InputError
from app.domain.identity import new_id
from app.domain.messages import msg
from app.store import errors, schema
from app.store.chain import JournalKey
from app.store.connection import connect
from app.store.errors import database_understood, understood
from app.store.session import Session
from app.store.values import pack_moment

SECRET_BYTES = 32
UNFINISHED = ".new-"
BEFORE = ".before-"
PARTIAL = ".part"
IDLE_KEPT = 2  # connections for reading and for writing; each has a cache of its own
COPY_KEPT = timedelta(days=30)
CHECKS = 3  # a page may be written while it is checked; what is damaged stays so


class Store:
    """One database file under one raw 32-byte key; usable from all threads.

    Each session borrows a connection of its own, so readers in one thread do not wait for a writer in another. All
    methods raise a StoreError (exit 3) when file, disk or key let it down; then nothing was changed.
    """

    def __init__(self, path: Path, key: bytes, journal_key: bytes) -> None:
        """Only `create` and `open` call this."""
        self.path = path
        self._key = key
        self._journal_key = JournalKey(journal_key)
        self._lock = threading.Lock()
        self._idle: dict[bool, list[sqlite3.Connection]] = {True: [], False: []}
        self._watch: sqlite3.Connection | None = None
        self._current = threading.local()
        self._closed = False

    @classmethod
    def create(cls, path: Path, key: bytes, journal_key: bytes, now: datetime) -> Store:
        """Make a new database; `path` must not exist. It appears whole or not at all, readable by its owner alone."""
        if path.exists():
            raise errors.exists()
        fresh = path.with_name(f"{path.name}{UNFINISHED}{new_id()[:8]}")
        try:
            with understood():
                try:
                    _fill(fresh, key, now)
                    _place(fresh, path)
                finally:
                    _remove(fresh)
        except errors.StoreError as error:
            if path.exists():  # another process was first, and cleared away what this one was making
                raise errors.exists() from error
            raise
        return cls.open(path, key, journal_key)

    @classmethod
    def open(cls, path: Path, key: bytes, journal_key: bytes) -> Store:
        """Open what is there, never creating it; an older schema is brought forward, with a copy kept beside it.

        After that the note `schema.MIGRATED_NOTE` waits for an action to journal it.
        """
        store = cls(path, key, journal_key)
        with understood():
            connection = connect(path, key)
            _clear_away(path, UNFINISHED)
            try:
                schema.migrate(connection, store._keep_copy)
            except BaseException:
                connection.close()
                raise
        store._give_back(connection, writer=True)
        return store

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A consistent snapshot. Inside another session of this thread it is that session."""
        session = self._session()
        if session is not None:
            yield session
            return
        with self._transaction("BEGIN", writer=False) as connection:
            yield self._enter(Session(connection, self._journal_key, None))

    @contextmanager
    def write(self, now: datetime) -> Iterator[Session]:
        """One change: committed durably with its journal entries at the end of the block, taken back on any error.

        `now` is the moment of its journal entries. Raises RuntimeError inside another session of this thread.
        """
        if self._session() is not None:
            raise RuntimeError("a change cannot begin inside another session")
        with self._transaction("BEGIN IMMEDIATE", writer=True) as connection:
            session = self._enter(Session(connection, self._journal_key, now))
            yield session
            session.journal.seal()

    def data_version(self) -> int:
        """Changes whenever any process or thread commits a change."""
        with self._lock, understood():
            if self._watch is None:
                self._watch = self._connect(writer=False)
            return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    def backup(self, target: Path) -> None:
        """Write a consistent, encrypted copy under the same key; it appears whole or not at all.

        Raises InputError when something is there already, or nothing may be written there.
        """
        if target.exists():
            raise InputError(msg("store.backup-exists", path=str(target)))
        try:
            self._copy_to(target)
        except OSError as error:
            raise InputError(msg("store.backup-failed", path=str(target), why=cause_of(error))) from error

    def quick_check(self) -> str | None:
        """Check every page's authentication code, the structure and the references; None when all is well."""
        problem = None
        for _ in range(CHECKS):
            with understood():
                connection = self._connect(writer=False)
                try:
                    problem = _problem(connection)
                finally:
                    connection.close()
            if problem is None:
                return None
        return problem

    def clear_old_copies(self, now: datetime) -> int:
        """Remove copies from before a migration after 30 days: they hold what was purged since. Returns how many."""
        removed = 0
        with understood():
            for copy in self.path.parent.glob(f"{glob.escape(self.path.name + BEFORE)}*"):
                if copy.stat().st_mtime < (now - COPY_KEPT).timestamp():
                    copy.unlink()
                    removed += 1
        return removed

    def rest(self) -> None:
        """Let go of idle connections and their caches; the next session opens one of its own."""
        with self._lock:
            idle = [*self._idle[True], *self._idle[False]]
            self._idle = {True: [], False: []}
        for connection in idle:
            connection.close()

    def close(self) -> None:
        """Close all idle connections; a session under way in another thread closes its own at its end."""
        with self._lock:
            self._closed = True
            idle = [*self._idle[True], *self._idle[False], *([self._watch] if self._watch else [])]
            self._idle = {True: [], False: []}
            self._watch = None
        for connection in idle:
            connection.close()

    def _session(self) -> Session | None:
        return getattr(self._current, "session", None)

    def _enter(self, session: Session) -> Session:
        self._current.session = session
        return session

    @contextmanager
    def _transaction(self, begin: str, *, writer: bool) -> Iterator[sqlite3.Connection]:
        connection = self._borrow(writer=writer)
        try:
            with database_understood(may_write=writer):
                connection.execute(begin)
                yield connection
                connection.execute("COMMIT")
        except BaseException:
            # Closing takes back what is left of the transaction; the next session gets a fresh connection.
            connection.close()
            raise
        finally:
            self._current.session = None
        self._give_back(connection, writer=writer)

    def _borrow(self, *, writer: bool) -> sqlite3.Connection:
        with self._lock:
            if self._closed:
                raise RuntimeError("the store is closed")
            if self._idle[writer]:
                return self._idle[writer].pop()
        return self._connect(writer=writer)

    def _give_back(self, connection: sqlite3.Connection, *, writer: bool) -> None:
        with self._lock:
            if not self._closed and len(self._idle[writer]) < IDLE_KEPT:
                self._idle[writer].append(connection)
                return
        connection.close()

    def _connect(self, *, writer: bool) -> sqlite3.Connection:
        return connect(self.path, self._key, read_only=not writer)

    def _keep_copy(self, version: int) -> None:
        """What the store was before `version`; the writer lock is held meanwhile, so leftovers are nobody's."""
        with understood():
            _clear_away(self.path, BEFORE, ending=f"{PARTIAL}*")
            self._copy_to(self.path.with_name(f"{self.path.name}{BEFORE}{version}"))

    def _copy_to(self, target: Path) -> None:
        """Raises OSError where the target's folder refuses, StoreError for the rest."""
        partial = target.with_name(f"{target.name}.{new_id()[:8]}{PARTIAL}")
        with database_understood():
            source = self._connect(writer=False)
            try:
                _touch(partial)
                _copy(source, partial, self._key)
                _sync(partial)
                partial.replace(target)
                _sync_folder(target.parent)
            finally:
                source.close()
                _remove(partial)


def _fill(path: Path, key: bytes, now: datetime) -> None:
    _touch(path)
    connection = connect(path, key, fresh=True)
    try:
        connection.execute("BEGIN IMMEDIATE")
        for version, sql in schema.migrations():
            schema.apply(connection, version, sql)
        meta = [("seen_secret", secrets.token_bytes(SECRET_BYTES)), ("created_at", pack_moment(now))]
        connection.executemany("INSERT INTO meta (name, value) VALUES (?, ?)", meta)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
    _sync(path)


def _copy(source: sqlite3.Connection, target: Path, key: bytes) -> None:
    """Copy all pages in one go (one snapshot), then look whether the copy is sound."""
    copy = connect(target, key, fresh=True)
    try:
        source.backup(copy)
        copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        problem = _problem(copy)
    finally:
        copy.close()
    if problem is not None:
        raise errors.unreadable(problem)


def _problem(connection: sqlite3.Connection) -> str | None:
    for pragma in ("cipher_integrity_check", "quick_check(1)", "foreign_key_check"):
        rows = [row for row in connection.execute(f"PRAGMA {pragma}") if row[0] != "ok"]
        if rows:
            return f"{pragma}: {rows[0][0]}"
    return None


def _touch(path: Path) -> None:
    """An empty file for the owner alone; what SQLite puts beside it gets the same rights."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _place(fresh: Path, path: Path) -> None:
    """Give the finished file its name, without ever replacing one that came meanwhile."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise errors.exists() from None
    except OSError:  # a file system without hard links
        if path.exists():
            raise errors.exists() from None
        fresh.rename(path)
    _sync_folder(path.parent)


def _remove(path: Path) -> None:
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)


def _clear_away(path: Path, mark: str, ending: str = "") -> None:
    """Remove what a killed process left unfinished beside the store."""
    for left in path.parent.glob(f"{glob.escape(path.name + mark)}*{ending}"):
        if left.is_file():
            with contextlib.suppress(PermissionError):  # on Windows another process still has it open
                left.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """So that the new name outlives a power cut, where folders can be opened; elsewhere the file system's log does it."""
    flag = getattr(os, "O_DIRECTORY", None)
    if flag is None:
        return
    descriptor = os.open(folder, os.O_RDONLY | flag)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
