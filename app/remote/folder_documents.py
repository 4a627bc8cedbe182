"""Documents in a plain folder: any folder that the firm's laptops reach, synchronised or on the network.

A version is told by the content alone (its digest and size), as times differ between the laptops that look. A document is
written under a passing name, read back, and moved into place; a new one never takes another's place. A replacement is guarded
by a lock file between laptops that share one disk; where a sync client carries the folder, each laptop has its own, and the
client puts what both wrote aside under another name, which then is a document of its own.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from app.domain.causes import cause_of
from app.domain.document_names import is_filed_kind
from app.domain.errors import AssistantError
from app.domain.file_names import OWN_PREFIX, is_passing
from app.domain.messages import msg
from app.domain.ports import Progress
from app.domain.quick_xor import QuickXor
from app.domain.remote_errors import (
    RemoteBroken,
    RemoteConflict,
    RemoteFull,
    RemoteGone,
    RemoteRefused,
    RemoteUnreachable,
)
from app.domain.remote_files import Grant, RemoteChange, RemoteChanges, RemoteFile, UnfinishedUpload
from app.remote.folder_cursor import Known, read_cursor, write_cursor
from app.remote.folder_lock import locked

FOLDER = "documents"  # beside the collections of small documents
LEFT_SECONDS = 86_400.0  # no upload takes longer
_PIECE = 1 << 20
_RACY = 2_000_000_000  # ns: a file that changed just now may change again within the same tick of its clock
_FULL = (errno.ENOSPC, errno.EDQUOT)
_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL, errno.ENOTDIR)


class FolderDocuments:
    """Implements `DocumentRemote`. `folder`: an existing one; with `create` it is made (the default one in the data
    directory). `is_cloud_only`: whether reading a file would fetch it from a cloud. Any thread."""

    kind = "folder"

    def __init__(self, folder: Path, *, is_cloud_only: Callable[[Path], bool], create: bool = False) -> None:
        self._folder = folder
        self._is_cloud_only = is_cloud_only
        self._create = create

    def find(self, place: str, path: str) -> RemoteFile | None:
        with self._understood():
            return self._look(self._at(place, path), path)

    def upload(
        self,
        place: str,
        path: str,
        source: BinaryIO,
        *,
        sha256: str,
        size_bytes: int,
        replaces: str | None,
        unfinished: UnfinishedUpload | None,
        remember: Callable[[UnfinishedUpload | None], None],
        progress: Progress | None = None,
    ) -> RemoteFile:
        with self._understood():
            target = self._at(place, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            passing = target.with_name(f"{OWN_PREFIX}{secrets.token_hex(8)}.tmp")
            try:
                digest = _write(passing, source, size_bytes, progress)
                if replaces is None:
                    self._place_new(passing, target, path)
                else:
                    self._replace(passing, target, path, replaces)
            finally:
                with contextlib.suppress(OSError):
                    passing.unlink(missing_ok=True)
            _sync_folder(target.parent)
            return _file(path, target.stat(), digest)

    def download(self, place: str, file: RemoteFile, target: BinaryIO) -> RemoteFile:
        with self._understood():
            try:
                source = _opened(self._at(place, file.path))
            except FileNotFoundError:
                raise RemoteGone(msg("remote.gone", path=file.path)) from None
            hashed = QuickXor()
            with source:
                while piece := source.read(_PIECE):
                    hashed.update(piece)
                    target.write(piece)
                found = _file(file.path, os.fstat(source.fileno()), hashed.base64())
        if file.digest is not None and (found.digest, found.size_bytes) != (file.digest, file.size_bytes):
            raise RemoteBroken(msg("remote.broken", path=file.path))
        return found

    def changes(self, place: str, cursor: str | None) -> RemoteChanges:
        """All there is, each time. The cursor spares reading what looks as it did."""
        known = read_cursor(cursor)
        with self._understood():
            root = self._root() / place
            if known and not root.is_dir():
                raise RemoteUnreachable(msg("remote.place-missing", folder=str(root)))
            present, seen = self._walked(root, known or {}), Known()
        for path, (_, mark) in present.items():
            seen[path] = mark
        # All of it each time: what was filed and removed between two looks is in no cursor.
        changes = tuple(RemoteChange(id=file.id, file=file) for file, _ in present.values())
        return RemoteChanges(changes=changes, cursor=write_cursor(seen), is_everything=True)

    def grants(self, place: str) -> tuple[Grant, ...]:
        return ()

    def address(self, place: str) -> str | None:
        return str(self._folder / FOLDER / place)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _root(self) -> Path:
        """A missing remote is said, not made: it may be a drive that is not connected."""
        if self._create:
            self._folder.mkdir(parents=True, exist_ok=True)
        if not self._folder.is_dir():
            raise RemoteUnreachable(msg("remote.missing", folder=str(self._folder)))
        return self._folder / FOLDER

    def _at(self, place: str, path: str) -> Path:
        """Below the place, through no link. Raises RemoteRefused for a path that would lead out of it."""
        root, parts = self._root(), [place, *path.split("/")]
        if any(part in ("", ".", "..") or "\\" in part or "\0" in part for part in parts) or "/" in place:
            raise RemoteRefused(msg("remote.name"))
        at = root
        for part in parts[:-1]:
            at = at / part
            if at.is_symlink():
                raise RemoteRefused(msg("remote.name"))
        return at / parts[-1]

    def _look(self, target: Path, path: str) -> RemoteFile | None:
        try:
            found = target.lstat()
            if not stat.S_ISREG(found.st_mode):
                return None
            if self._is_cloud_only(target):
                return _unread(path, found)
            with _opened(target) as file:
                return _file(path, os.fstat(file.fileno()), _digest_of(file))
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _place_new(self, passing: Path, target: Path, path: str) -> None:
        try:
            _give_name(passing, target)
        except FileExistsError:
            raise RemoteConflict(msg("remote.conflict", path=path), self._look(target, path)) from None

    def _replace(self, passing: Path, target: Path, path: str, replaces: str) -> None:
        with locked(target):
            current = self._look(target, path)
            if current is None:
                raise RemoteGone(msg("remote.gone", path=path))
            if current.version != replaces:
                raise RemoteConflict(msg("remote.conflict", path=path), current)
            passing.replace(target)

    def _walked(self, root: Path, known: Known) -> dict[str, tuple[RemoteFile, tuple[int, int, str | None]]]:
        """Every document below the place. A folder that cannot be read is an error: nothing may look deleted."""
        found = {}
        now = time.time_ns()
        for path, entry in _entries(root, ""):
            look = entry.stat(follow_symlinks=False)
            changed = max(look.st_mtime_ns, look.st_ctime_ns)
            before = known.get(path)
            if before is not None and before[:2] == (look.st_size, changed):
                file: RemoteFile | None = _with_digest(path, look, before[2])
            else:
                file = self._look(Path(entry.path), path)
            if file is not None:
                mark = 0 if abs(now - changed) < _RACY else changed
                found[path] = file, (file.size_bytes, mark, file.digest)
        return found

    @contextmanager
    def _understood(self) -> Iterator[None]:
        try:
            yield
        except AssistantError:
            raise
        except OSError as error:
            why = cause_of(error)
            if error.errno in _FULL:
                raise RemoteFull(msg("remote.full", folder=str(self._folder))) from error
            if error.errno in _REFUSED and self._folder.is_dir():
                raise RemoteRefused(msg("remote.refused", folder=str(self._folder), why=why)) from error
            raise RemoteUnreachable(msg("remote.unreachable", folder=str(self._folder), why=why)) from error


def _entries(folder: Path | str, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Documents below, by their path with "/". What an own write, a sync client or the system put there is none."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except FileNotFoundError:
        if prefix:
            return  # it went meanwhile
        entries = []
    for entry in entries:
        _clear_away(entry)
        if not is_filed_kind(entry.name) or is_passing(entry.name) or entry.is_symlink():
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(entry.path, f"{prefix}{entry.name}/")
        elif entry.is_file(follow_symlinks=False):
            yield prefix + entry.name, entry


def _clear_away(entry: os.DirEntry[str]) -> None:
    """What a laptop was writing when it died, a day ago or longer. Nothing else in the folder is ever removed."""
    if entry.name.startswith(OWN_PREFIX) and entry.name.endswith(".tmp"):
        with contextlib.suppress(OSError):
            if abs(time.time() - entry.stat(follow_symlinks=False).st_mtime) > LEFT_SECONDS:
                Path(entry.path).unlink()


def _file(path: str, look: os.stat_result, digest: str) -> RemoteFile:
    version = f"{digest}:{look.st_size}"
    return RemoteFile(
        id=path,
        path=path,
        size_bytes=look.st_size,
        version=version,
        content_version=version,
        digest=digest,
        modified_at=datetime.fromtimestamp(look.st_mtime_ns // 1_000_000_000, UTC),
    )


def _with_digest(path: str, look: os.stat_result, digest: str | None) -> RemoteFile:
    return _unread(path, look) if digest is None else _file(path, look, digest)


def _unread(path: str, look: os.stat_result) -> RemoteFile:
    """It is in the cloud only: reading would fetch it, so nothing tells its content but size and time."""
    version = f"unread:{look.st_size}:{look.st_mtime_ns}"
    return RemoteFile(id=path, path=path, size_bytes=look.st_size, version=version, content_version=version)


def _opened(path: Path) -> BinaryIO:
    """No link is followed and no FIFO waited for: others can write in this folder. Raises OSError."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    file = os.fdopen(os.open(path, flags), "rb", buffering=0)
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    return file


def _digest_of(file: BinaryIO) -> str:
    hashed = QuickXor()
    while piece := file.read(_PIECE):
        hashed.update(piece)
    return hashed.base64()


def _write(passing: Path, source: BinaryIO, size_bytes: int, progress: Progress | None) -> str:
    """The digest of what stands on the disk now, read back. Raises RemoteBroken when that is not what was to be sent."""
    sent, done = QuickXor(), 0
    with passing.open("xb", buffering=0) as file:
        while piece := source.read(_PIECE):
            sent.update(piece)
            done += len(piece)
            view = memoryview(piece)
            while view:
                view = view[file.write(view) :]
            if progress is not None:
                progress(done, size_bytes)
        os.fsync(file.fileno())
    with _opened(passing) as file_again:
        digest = _digest_of(file_again)
    if done != size_bytes or digest != sent.base64():
        raise RemoteBroken(msg("remote.broken", path=passing.parent.name))
    return digest


def _give_name(passing: Path, target: Path) -> None:
    """Never in another file's place. Raises FileExistsError."""
    try:
        os.link(passing, target)
    except FileExistsError:
        raise
    except (OSError, AttributeError):  # no second names here (FAT, some shares)
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL))  # the name is ours from here on
        passing.replace(target)


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
