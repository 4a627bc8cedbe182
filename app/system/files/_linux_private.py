"""The private folder of a deletion: the name is moved there, looked at once more where nobody else comes, then unlinked.

Layout of `.vroom-<16 hex>` (0700, beside the file, so on its volume): `marker` (JSON: original name as hexadecimal bytes,
volume, file id; locked while a process works there, the lock goes with the process) and `file`, once it was moved.
"""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import fcntl
import json
import logging
import os
import secrets
import stat
from dataclasses import dataclass
from errno import EAGAIN, ENAMETOOLONG, EPERM
from pathlib import PurePath

from app.domain.file_names import OWN_PREFIX
from app.domain.identity import FileIdentity
from app.system.files._linux_handles import FOLDER, look, make_durable, move_new

FILE = "file"
MARKER = "marker"
_MARKER_LIMIT = 4096
_FREE_NAMES = 100
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC

log = logging.getLogger(__name__)


class InUse(OSError):
    """Another process is working in this private folder."""


@dataclass(frozen=True, slots=True)
class Marker:
    """What the private folder is for."""

    original: str
    identity: FileIdentity

    def to_bytes(self) -> bytes:
        fields = {
            "schema": 1,
            "name": os.fsencode(self.original).hex(),
            "volume": self.identity.volume,
            "file_id": self.identity.file_id,
        }
        return json.dumps(fields).encode("ascii")

    @classmethod
    def from_bytes(cls, content: bytes) -> Marker | None:
        """None when it is not one of ours, whole and harmless: the name must be one component."""
        try:
            fields = json.loads(content)
            name = os.fsdecode(bytes.fromhex(fields["name"]))
            identity = FileIdentity(volume=str(fields["volume"]), file_id=str(fields["file_id"]))
        except (ValueError, KeyError, TypeError, RecursionError):
            return None
        harmless = name not in ("", ".", "..") and "/" not in name and "\0" not in name
        return cls(name, identity) if harmless and fields.get("schema") == 1 else None


class PrivateFolder:
    """Handles of one private folder; the marker stays locked until `close`."""

    def __init__(self, parent: int, name: str, handle: int, lock: int, marker: Marker) -> None:
        self.parent = parent
        self.name = name
        self.handle = handle
        self.marker = marker
        self._lock = lock

    @classmethod
    def make(cls, parent: int, marker: Marker) -> PrivateFolder:
        """A new one under `parent` (a handle the caller keeps open). Raises OSError; then nothing is left."""
        name = f"{OWN_PREFIX}{secrets.token_hex(8)}"
        os.mkdir(name, 0o700, dir_fd=parent)
        try:
            return cls._furnish(parent, name, marker)
        except OSError:
            _remove_folder(parent, name)
            raise

    @classmethod
    def _furnish(cls, parent: int, name: str, marker: Marker) -> PrivateFolder:
        """Lay the marker down, locked and durable. Raises OSError; then the folder is empty again."""
        handle = _open_own(parent, name)
        try:
            lock = os.open(MARKER, _NEW, 0o600, dir_fd=handle)
            try:
                _lock(lock)
                os.write(lock, marker.to_bytes())
                os.fsync(lock)
                make_durable(handle)
            except OSError:
                os.close(lock)
                os.unlink(MARKER, dir_fd=handle)
                raise
        except OSError:
            os.close(handle)
            raise
        return cls(parent, name, handle, lock, marker)

    @classmethod
    def reopen(cls, parent: int, name: str) -> PrivateFolder | None:
        """One that was left behind, locked for us; None when its marker says nothing we understand. Raises InUse."""
        handle = _open_own(parent, name)
        try:
            lock = os.open(MARKER, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=handle)
        except FileNotFoundError:
            os.close(handle)
            return None
        except OSError:
            os.close(handle)
            raise
        try:
            _lock(lock)
            marker = Marker.from_bytes(os.read(lock, _MARKER_LIMIT)) if _is_plain(lock) else None
        except OSError:
            os.close(lock)
            os.close(handle)
            raise
        if marker is None:
            os.close(lock)
            os.close(handle)
            return None
        return cls(parent, name, handle, lock, marker)

    def holds_file(self) -> bool:
        return look(self.handle, FILE) is not None

    def take(self, name: str | None = None, as_name: str = FILE) -> None:
        move_new(self.parent, name or self.marker.original, self.handle, as_name)

    def put_back(self, as_name: str = FILE, original: str | None = None) -> str:
        """Move it back to its name, or to a free one beside it when somebody took the name meanwhile; says which."""
        wanted = original or self.marker.original
        for name in (wanted, *(_numbered(wanted, n) for n in range(1, _FREE_NAMES))):
            try:
                move_new(self.handle, as_name, self.parent, name)
            except FileExistsError:
                continue
            except OSError as error:
                if name != wanted and error.errno == ENAMETOOLONG:
                    break
                raise
            make_durable(self.parent)
            return name
        raise FileExistsError(EAGAIN, "no free name")

    def remove(self) -> None:
        """Take the empty folder away. One that still holds something is left for `recover_moved`, and said in the log."""
        if look(self.handle, FILE) is not None:
            log.warning("a private folder still holds a file; it is taken up again at the next start")
            return
        try:
            os.unlink(MARKER, dir_fd=self.handle)
        except FileNotFoundError:
            log.debug("the marker was gone already")
        _remove_folder(self.parent, self.name)

    def close(self) -> None:
        os.close(self._lock)
        os.close(self.handle)


def _open_own(parent: int, name: str) -> int:
    """Open it and see that it is ours: a folder of ourselves, not one that somebody put in its place."""
    handle = os.open(name, FOLDER, dir_fd=parent)
    found = os.fstat(handle)
    # The superuser meets file systems (FAT, a container's mount) on which everything belongs to somebody else.
    if found.st_uid != os.geteuid() and os.geteuid() != 0:
        os.close(handle)
        raise PermissionError(EPERM, "foreign folder")
    return handle


def _lock(marker: int) -> None:
    try:
        fcntl.flock(marker, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise InUse(EAGAIN, "in use") from error


def _is_plain(handle: int) -> bool:
    return stat.S_ISREG(os.fstat(handle).st_mode)


def _remove_folder(parent: int, name: str) -> None:
    try:
        os.rmdir(name, dir_fd=parent)
    except FileNotFoundError:
        log.debug("the private folder was gone already")
    except OSError as error:
        log.warning("a private folder could not be removed (%s)", error.strerror)


def _numbered(name: str, number: int) -> str:
    path = PurePath(name)
    return f"{path.stem} ({number}){path.suffix}"
