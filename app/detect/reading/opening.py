"""Opens the file once, without following a link and without waking what is no regular file."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
from types import TracebackType
from typing import Any

from app.detect.reading.budget import Budget
from app.detect.reading.unread import Unread, UnreadableError

# A FIFO would wait for a writer and a link would lead elsewhere. Windows has none of these flags.
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY"))
_LINK_TAGS = (getattr(stat, "IO_REPARSE_TAG_SYMLINK", -1), getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1))


class OpenedFile:
    """A regular file by handle. Raises UnreadableError: special-file, vanished, no-permission, corrupt (unreadable disk)."""

    def __init__(self, path: bytes | str) -> None:
        try:
            before = os.lstat(path)
            if not _is_regular(before):
                raise UnreadableError(Unread.SPECIAL_FILE)
            descriptor = _opened(path, _FLAGS)
        except OSError as error:
            raise UnreadableError(why_not_opened(error)) from None
        self._take(descriptor)

    @classmethod
    def handed_over(cls, descriptor: int) -> OpenedFile:
        """The same for a file that another process opened; from here on it is ours to close."""
        opened = cls.__new__(cls)
        opened._take(descriptor)
        return opened

    def _take(self, descriptor: int) -> None:
        self._fd, self.at_open = descriptor, os.fstat(descriptor)
        if not _is_regular(self.at_open):
            os.close(descriptor)
            raise UnreadableError(Unread.SPECIAL_FILE)
        self.file = io.FileIO(descriptor, closefd=True)

    @property
    def size_bytes(self) -> int:
        return self.at_open.st_size

    def has_changed(self) -> bool:
        """Whether it was written since it was opened."""
        now = os.fstat(self._fd)
        return (now.st_size, now.st_mtime_ns) != (self.at_open.st_size, self.at_open.st_mtime_ns)

    def __enter__(self) -> OpenedFile:
        return self

    def __exit__(self, _type: type[BaseException] | None, _e: BaseException | None, _tb: TracebackType | None) -> None:
        self.file.close()


class FileView(io.RawIOBase):
    """A place of its own in a shared open file; closing it leaves the file open. Counts what it reads."""

    def __init__(self, file: io.FileIO, size_bytes: int, budget: Budget) -> None:
        super().__init__()
        self._file, self._size, self._budget, self._at = file, size_bytes, budget, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise OSError(errno.EINVAL, "before the start")
        self._at = base + offset
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: Any) -> int:  # typeshed has no public name for a writable buffer in 3.11
        count = _read_at(self._file, buffer, self._at)
        self._at += count
        self._budget.read(count)
        return count


def _read_at(file: io.FileIO, buffer: Any, offset: int) -> int:
    """The count of bytes that were read into `buffer`."""
    if sys.platform == "win32":
        file.seek(offset)
        return file.readinto(buffer) or 0
    return os.preadv(file.fileno(), [buffer], offset)  # one call to the system instead of two


def _opened(path: bytes | str, flags: int) -> int:
    """A file descriptor for reading a document, in nobody's way. Raises OSError."""
    if sys.platform == "win32":
        from app.detect.reading._windows_open import open_shared

        return open_shared(path)
    return os.open(path, flags)


def _is_regular(facts: os.stat_result) -> bool:
    is_link = getattr(facts, "st_reparse_tag", 0) in _LINK_TAGS
    return stat.S_ISREG(facts.st_mode) and not is_link


def why_not_opened(error: OSError) -> Unread:
    """What an error of the file system means for the person."""
    if isinstance(error, PermissionError):
        return Unread.NO_PERMISSION
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return Unread.VANISHED
    if error.errno in (errno.ELOOP, errno.ENXIO, errno.EISDIR):
        return Unread.SPECIAL_FILE
    return Unread.CORRUPT
