"""The plain folder as remote: any folder that all laptops of the firm reach, synchronised or on the network.

Documents are written once under a name no other laptop uses, first under a temporary name, then moved into place, so that
nobody reads half a document of ours. What synchronisation leaves behind (half files, empty files, conflict copies, foreign
files) is read with care or left alone; nothing in the folder is ever removed.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

from app.domain.causes import cause_of
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.messages import msg

MAX_DOCUMENT = 1024 * 1024  # bytes; what is larger is no document of ours
MAX_NAMES = 100_000  # of one collection; a folder filled with junk must not fill the memory
SUFFIX = ".json"
_OWN_NAME = re.compile(r"^[a-z0-9][a-z0-9-]{0,127}$")
# Also what sync programs make of a name: "x (1)", "x-LAPTOP", "x.sync-conflict-20261122-101500-ABC", "x (conflicted copy)".
_READABLE_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9 ()._'-]{0,199}$")


class RemoteNameError(InputError):
    """A collection or document was asked for by a name that could leave the folder."""


class FolderRemote:
    """`folder`: an existing folder; with `create` it is made when it is missing (the default one in the data directory).

    Every method raises EnvironmentLacking when the folder cannot be reached or refuses.
    """

    kind = "folder"

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        self._folder = folder
        self._create = create

    def names(self, collection: str) -> Iterator[str]:
        """Names of documents that are there and not empty, conflict copies among them, sorted; at most 100,000."""
        found: list[str] = []
        try:
            with os.scandir(self._existing(collection)) as entries:
                for entry in entries:
                    if len(found) < MAX_NAMES and _is_document(entry):
                        found.append(entry.name.removesuffix(SUFFIX))
        except FileNotFoundError:
            pass  # nobody wrote to this collection yet
        except OSError as error:
            raise self._lacking(error) from error
        return iter(sorted(found))

    def get(self, collection: str, name: str) -> bytes | None:
        """The document; at most one byte over the limit is read, so that the reader sees it is too large. None: not there,
        or no regular file."""
        _check(name, _READABLE_NAME)
        path = self._existing(collection) / (name + SUFFIX)
        try:
            return _read(path)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise self._lacking(error) from error

    def put(self, collection: str, name: str, content: bytes) -> None:
        """Write a document durably, whole or not at all. Raises InputError for a name or size that may not be."""
        _check(name, _OWN_NAME)
        if len(content) > MAX_DOCUMENT:
            raise InputError(msg("remote.too-large", megabytes=MAX_DOCUMENT // 1024**2))
        folder = self._existing(collection)
        try:
            folder.mkdir(exist_ok=True)
            _write(folder, name + SUFFIX, content)
        except OSError as error:
            raise self._lacking(error) from error

    def _existing(self, collection: str) -> Path:
        """The collection's folder. A missing remote is said, not made: it may be a drive that is not connected."""
        _check(collection, _OWN_NAME)
        try:
            if self._create:
                self._folder.mkdir(parents=True, exist_ok=True)
            if not stat.S_ISDIR(self._folder.stat().st_mode):
                raise EnvironmentLacking(msg("remote.no-folder", folder=str(self._folder)))
        except FileNotFoundError as error:
            raise EnvironmentLacking(msg("remote.missing", folder=str(self._folder))) from error
        except OSError as error:
            raise self._lacking(error) from error
        return self._folder / collection

    def _lacking(self, error: OSError) -> EnvironmentLacking:
        why = cause_of(error)
        return EnvironmentLacking(msg("remote.unreachable", folder=str(self._folder), why=why))


def _check(name: str, pattern: re.Pattern[str]) -> None:
    if not pattern.fullmatch(name) or ".." in name:
        raise RemoteNameError(msg("remote.name"))


def _is_document(entry: os.DirEntry[str]) -> bool:
    """A regular file that could be a document: not hidden, not temporary, not empty, no link. What cannot be looked at is
    left alone: it may be gone the next moment."""
    name = entry.name
    if not name.endswith(SUFFIX) or not _READABLE_NAME.fullmatch(name.removesuffix(SUFFIX)) or ".." in name:
        return False
    try:
        return entry.is_file(follow_symlinks=False) and entry.stat(follow_symlinks=False).st_size > 0
    except OSError:
        return False


def _read(path: Path) -> bytes | None:
    # No link is followed and no FIFO waited for: others can write in this folder.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if path.is_symlink():
        return None
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return None
        return file.read(MAX_DOCUMENT + 1)


def _write(folder: Path, name: str, content: bytes) -> None:
    temporary = folder / f".{name}.{secrets.token_hex(8)}.tmp"
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(folder / name)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable. Windows opens no folders this way; network file systems may refuse: the file is there."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(descriptor)
