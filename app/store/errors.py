"""What can be wrong with the store, and the one place where the database's own errors are understood."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2

from app.domain.errors import EnvironmentLacking
from app.domain.messages import msg


class StoreError(EnvironmentLacking):
    """The store cannot be used. Nothing was changed. `detail` is for the log: the system's own words, no path."""

    detail: str = ""


class StoreMissing(StoreError):
    """There is no database where one should be; none is made in its place."""


class StoreExists(StoreError):
    """There already is a database where a new one was asked for; it is left alone."""


class StoreUnreadable(StoreError):
    """The key does not open it, or it is damaged: from the outside these cannot be told apart."""


class StoreReadOnly(StoreError):
    """File or folder may not be written."""


class StoreFull(StoreError):
    """No room on the disk; the change was taken back whole."""


class StoreBusy(StoreError):
    """Another process kept it for more than ten seconds."""


class StoreNewer(StoreError):
    """Made by a later version of the assistant."""


class StoreDiskError(StoreError):
    """The disk answered with an error; the change was taken back whole."""


DatabaseFault = dbapi2.Error  # what the driver raises; it ships no types

# The driver's backup function gives SQLite's fixed text without the code.
_BY_TEXT = {
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "database or disk is full": sqlite3.SQLITE_FULL,
    "database is locked": sqlite3.SQLITE_BUSY,
    "attempt to write a readonly database": sqlite3.SQLITE_READONLY,
    "unable to open database file": sqlite3.SQLITE_CANTOPEN,
    "database disk image is malformed": sqlite3.SQLITE_CORRUPT,
    "file is not a database": sqlite3.SQLITE_NOTADB,
}
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def missing() -> StoreError:
    return StoreMissing(msg("store.missing"))


def exists() -> StoreError:
    return StoreExists(msg("store.exists"))


def unreadable(detail: str) -> StoreError:
    return _with(StoreUnreadable(msg("store.unreadable")), detail)


def newer(version: int) -> StoreError:
    return StoreNewer(msg("store.newer", version=version))


def read_only(detail: str) -> StoreError:
    return _with(StoreReadOnly(msg("store.read-only")), detail)


def full(detail: str) -> StoreError:
    return _with(StoreFull(msg("store.full")), detail)


def busy(detail: str) -> StoreError:
    return _with(StoreBusy(msg("store.busy")), detail)


def disk_error(detail: str) -> StoreError:
    return _with(StoreDiskError(msg("store.disk-error")), detail)


def _with(error: StoreError, detail: str) -> StoreError:
    error.detail = detail
    return error


def from_database(error: Exception) -> StoreError | None:
    """What a database error means for the user; None for a mistake in our own statements or a broken constraint.

    Source: https://sqlite.org/rescode.html; the primary code is the lowest byte.
    """
    code = (getattr(error, "sqlite_errorcode", 0) or _BY_TEXT.get(str(error), 0)) & 0xFF
    text = f"{getattr(error, 'sqlite_errorname', '')}: {error}"
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT):
        return unreadable(text)
    if code == sqlite3.SQLITE_FULL:
        return full(text)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL):
        return busy(text)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return read_only(text)
    if code == sqlite3.SQLITE_CANTOPEN:
        return read_only(text)
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOLFS, sqlite3.SQLITE_NOMEM):
        return disk_error(text)
    return None


def from_system(error: OSError) -> StoreError:
    text = errno.errorcode.get(error.errno or 0, "OSError")
    if isinstance(error, FileNotFoundError):
        return missing()
    if error.errno in _FULL:
        return full(text)
    if error.errno in _REFUSED:
        return read_only(text)
    return disk_error(text)


@contextmanager
def database_understood(*, may_write: bool = True) -> Iterator[None]:
    """Turns errors of the database into those a user can act on; lets our own mistakes through."""
    try:
        yield
    except dbapi2.Error as error:
        if not may_write and getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY:
            raise RuntimeError("a read session cannot write") from error
        known = from_database(error)
        if known is None:
            raise
        raise known from error


@contextmanager
def understood() -> Iterator[None]:
    """The same, and for errors of the file system. Only around our own statements, never around an action's."""
    try:
        with database_understood():
            yield
    except OSError as error:
        raise from_system(error) from error
