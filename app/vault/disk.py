"""The few steps on disk that sealing and opening need: read one regular file, write a new one, put it in place.

What differs between systems is asked for by feature (`fcntl`, `O_TMPFILE`), not by name, and every step has a fallback.
"""

from __future__ import annotations

import errno
import importlib
import importlib.util
import io
import os
import stat
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Final, TypeVar

from app.domain.causes import cause_of
from app.domain.file_names import OWN_PREFIX
from app.domain.messages import msg
from app.vault.errors import PlaceRefused, SourceChanged, SourceUnusable, StorageRefused, TargetExists
from app.vault.plain import BLOCK_BYTES

# Where it is missing (Windows) an open file cannot be unlinked, which keeps a file in use from a sweep just as well.
_FCNTL: Final[ModuleType | None] = importlib.import_module("fcntl") if importlib.util.find_spec("fcntl") else None
_NO_FOLLOW: Final[int] = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_CLOSED_ON_EXEC: Final[int] = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0)
_UNNAMED: Final[int] = getattr(os, "O_TMPFILE", 0)
_DO_NOT_NEED: Final[int] = getattr(os, "POSIX_FADV_DONTNEED", 0)
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NO_UNNAMED = (errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL, errno.ENOENT)
_NO_HARD_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL)
_ATTEMPTS = 5
_PIECE_BYTES = 256 << 10

T = TypeVar("T")


class FileSource:
    """Implements `Plain` over a regular file that is never changed here. Symbolic links, FIFOs and devices are refused.

    `check_unchanged` compares what the handle and the path say now with what they said at opening; a file that grows is
    read no further than its first size.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            if not stat.S_ISREG(os.lstat(path).st_mode):  # opening a device can already do something
                raise SourceUnusable(msg("vault.source-not-file", path=str(path)))
            self._file = _opened(path)
        except OSError as error:
            raise _unusable(path, error) from error
        self._before = os.fstat(self._file.fileno())
        if not stat.S_ISREG(self._before.st_mode):
            self._file.close()
            raise SourceUnusable(msg("vault.source-not-file", path=str(path)))
        self._lock = threading.Lock()

    @property
    def size(self) -> int:
        return self._before.st_size

    def fill(self, index: int, buffer: bytearray) -> int:
        offset = index * BLOCK_BYTES
        wanted = memoryview(buffer)[: max(0, min(BLOCK_BYTES, self.size - offset))]
        filled = 0
        try:
            with self._lock:
                self._file.seek(offset)
                while filled < len(wanted) and (count := self._file.readinto(wanted[filled:])):
                    filled += count
        except OSError as error:
            raise _unusable(self._path, error) from error
        return filled

    def check_unchanged(self) -> None:
        """Raises SourceChanged."""
        try:
            named = os.lstat(self._path)
        except OSError:
            named = None
        now = os.fstat(self._file.fileno())
        if named is None or (named.st_dev, named.st_ino) != (now.st_dev, now.st_ino) or _facts(now) != self._facts:
            raise SourceChanged(msg("vault.source-changed", path=str(self._path)))

    @property
    def _facts(self) -> tuple[int, ...]:
        return _facts(self._before)

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> FileSource:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _facts(found: os.stat_result) -> tuple[int, ...]:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _unusable(path: Path, error: OSError) -> SourceUnusable:
    if isinstance(error, FileNotFoundError):
        return SourceUnusable(msg("vault.source-missing", path=str(path)))
    if error.errno in (errno.ELOOP, errno.ENXIO, errno.EISDIR, errno.ENOTDIR):
        return SourceUnusable(msg("vault.source-not-file", path=str(path)))
    return SourceUnusable(msg("vault.source-unreadable", path=str(path), reason=cause_of(error)))


def patiently(step: Callable[[], T]) -> T:
    """Do `step`, on Windows once more while somebody else holds the file: a virus scanner, or a sweep that tries to remove
    the part which is the same file as what was just put in place. Gives up after 0.3 s and raises what `step` raised."""
    for attempt in range(_ATTEMPTS):
        try:
            return step()
        except PermissionError:
            if _FCNTL is not None:
                raise
        time.sleep(0.01 * 2**attempt)
    return step()


def _opened(path: Path) -> io.FileIO:
    return io.FileIO(patiently(lambda: os.open(path, os.O_RDONLY | _NO_FOLLOW | _CLOSED_ON_EXEC)), "rb")


def _created(path: Path) -> io.FileIO:
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _CLOSED_ON_EXEC
    return io.FileIO(os.open(path, flags, 0o600), "r+b")


def open_sealed(path: Path) -> io.FileIO | None:
    """A handle on the regular file `path`, unbuffered; None when there is none. Raises StorageRefused."""
    with storage_errors(path):
        try:
            file = _opened(path)
        except OSError as error:
            if isinstance(error, FileNotFoundError) or error.errno in (errno.ELOOP, errno.ENXIO):
                return None
            raise
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            file.close()
            return None
        return file


def write_all(file: io.FileIO, content: bytes | memoryview) -> None:
    """A raw file may take less than it is given, on a full disk above all. Pieces of 256 KiB: for larger ones the kernel
    looks for as large a stretch of memory, which cost 2 s in 1 GB where memory is handed out by a hypervisor."""
    rest = memoryview(content)
    while rest:
        rest = rest[file.write(rest[:_PIECE_BYTES]) or 0 :]


def settle(file: io.FileIO) -> None:
    """Bring what was written to the disk, and let go of the memory that held it: a large file shall not push everything
    else out, and fresh memory for all of it took longer than writing it."""
    os.fsync(file.fileno())
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, _DO_NOT_NEED)


class PartFile:
    """A sealed file in the making: `<name>.part`, 0600, held against `sweep_part` of any process while it is written.

    Leaving the block removes it; what was published stays."""

    def __init__(self, final: Path) -> None:
        self._final = final
        self.path = part_of(final)

    def __enter__(self) -> PartFile:
        with storage_errors(self.path):
            for _ in range(_ATTEMPTS):
                sweep_part(self.path)
                try:
                    self.file = _created(self.path)
                except FileExistsError:
                    continue  # somebody is sealing under this id
                if _hold(self.file) and os.fstat(self.file.fileno()).st_nlink:
                    return self
                self.file.close()  # a sweep was quicker
            raise StorageRefused(msg("vault.busy"))

    def publish(self) -> None:
        """Put it in place, durably; nothing is replaced. The caller has synced its content. Raises StorageRefused,
        FileExistsError."""
        with storage_errors(self._final):
            try:
                # A second name first: it never replaces, and the file stays held against a sweep until it has it.
                patiently(lambda: os.link(self.path, self._final))
            except FileExistsError:
                raise
            except OSError as error:
                if error.errno not in _NO_HARD_LINKS:
                    raise
                self.file.close()
                _move_new(self.path, self._final)
            sync_folder(self._final.parent)

    def __exit__(self, *_: object) -> None:
        if _FCNTL is not None:
            self._remove()
        self.file.close()
        if _FCNTL is None:  # Windows unlinks no open file
            self._remove()

    def _remove(self) -> None:
        with suppress(OSError):  # what stays is swept at the next start
            self.path.unlink()


def part_of(final: Path) -> Path:
    return final.with_name(final.name + ".part")


def sweep_part(path: Path) -> bool:
    """Remove what a crash left at `path`; False when there is nothing, or somebody is writing it."""
    if _FCNTL is None:
        return _unlinked(path)
    file = open_sealed(path)
    if file is None:
        return False
    with file:
        return _hold(file) and _unlinked(path)


def _unlinked(path: Path) -> bool:
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except PermissionError:
        if _FCNTL is None:  # on Windows: open somewhere
            return False
        raise
    return True


def _hold(file: io.FileIO) -> bool:
    if _FCNTL is None:
        return True
    try:
        _FCNTL.flock(file.fileno(), _FCNTL.LOCK_EX | _FCNTL.LOCK_NB)
    except BlockingIOError:
        return False
    return True


class PrivateFile:
    """Plain text in the making in the folder of `target`: without a name where the system can, so that not even a power
    cut leaves it; else under a hidden name that `partial_of` tells. 0600. Gone unless published."""

    def __init__(self, target: Path, tag: str) -> None:
        self._target = target
        self._named: Path | None = None
        self._tag = tag

    def __enter__(self) -> PrivateFile:
        with storage_errors(self._target):
            if os.path.lexists(self._target):
                raise TargetExists(msg("vault.target-exists", path=str(self._target)))
            if not self._target.parent.is_dir():
                raise StorageRefused(msg("vault.target-folder", path=str(self._target.parent)))
            self.file = self._unnamed() or self._with_name()
        return self

    def publish(self) -> None:
        """Give it its name, durably; whatever stands there meanwhile is never replaced. Raises TargetExists."""
        with storage_errors(self._target):
            os.fsync(self.file.fileno())
            try:
                if self._named is None:
                    _give_name(self.file, self._target)
                else:
                    self.file.close()
                    _move_new(self._named, self._target)
            except FileExistsError as error:
                raise TargetExists(msg("vault.target-exists", path=str(self._target))) from error
            sync_folder(self._target.parent)

    def __exit__(self, *_: object) -> None:
        self.file.close()
        if self._named is not None:
            self._named.unlink(missing_ok=True)

    def _unnamed(self) -> io.FileIO | None:
        if not _UNNAMED or not Path("/proc/self/fd").is_dir():
            return None
        try:
            handle = os.open(self._target.parent, os.O_RDWR | _UNNAMED | _CLOSED_ON_EXEC, 0o600)
        except OSError as error:
            if error.errno in _NO_UNNAMED:
                return None
            raise
        return io.FileIO(handle, "r+b")

    def _with_name(self) -> io.FileIO:
        named = partial_of(self._target.parent, self._tag)
        named.unlink(missing_ok=True)
        file = _created(named)
        self._named = named
        return file


def partial_of(folder: Path, tag: str) -> Path:
    """Where a crash may have left plain text of `tag` in `folder`, on systems without unnamed files."""
    return folder / f"{OWN_PREFIX}{tag}.part"


def _give_name(unnamed: io.FileIO, target: Path) -> None:
    """Raises FileExistsError. Source: open(2), O_TMPFILE."""
    folder = os.open(target.parent, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _CLOSED_ON_EXEC)
    try:
        # Only with a folder's handle does Python ask the system to follow the link in /proc.
        os.link(f"/proc/self/fd/{unnamed.fileno()}", target.name, dst_dir_fd=folder, follow_symlinks=True)
    finally:
        os.close(folder)


def _move_new(source: Path, target: Path) -> None:
    """Rename without replacing. Raises FileExistsError."""
    if _FCNTL is None:
        patiently(lambda: source.rename(target))  # Windows never replaces here
        return
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        # A file system without hard links (FAT): the folder is the person's own, so looking first is what is left.
        if os.path.lexists(target):
            raise FileExistsError(target) from error
        source.rename(target)


def sync_folder(folder: Path) -> None:
    """Make names in `folder` durable, where a folder can be synced (not on Windows, where NTFS journals them)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | _CLOSED_ON_EXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def own_folder(folder: Path) -> None:
    """Make `folder` (0700) when it is missing. Raises PlaceRefused for a link or anything that is no folder."""
    with storage_errors(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not stat.S_ISDIR(os.lstat(folder).st_mode):
            raise PlaceRefused(msg("vault.place-link", path=str(folder)))


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn the system's errors into StorageRefused. FileExistsError passes: its meaning is the caller's."""
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno in _FULL:
            raise StorageRefused(msg("vault.disk-full", path=str(path.parent))) from error
        reason = cause_of(error)
        raise StorageRefused(msg("vault.disk-refused", path=str(path.parent), reason=reason)) from error
