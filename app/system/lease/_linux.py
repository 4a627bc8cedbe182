"""The lease on Linux: a lock that belongs to the open file (OFD), so it goes with the process however that ends.

Unlike `flock` it can be asked about without taking it, so looking who holds it keeps nobody from getting it.
"""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import fcntl
import os
import struct
from pathlib import Path

_OPEN = os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC


class LinuxLease:
    """Implements `GuardLease`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    @property
    def is_held(self) -> bool:
        return self._handle is not None

    def try_acquire(self) -> bool:
        if self._handle is not None:
            return True
        handle = os.open(self._path, _OPEN | os.O_CREAT, 0o600)
        try:
            fcntl.fcntl(handle, fcntl.F_OFD_SETLK, _whole_file(fcntl.F_WRLCK))
            # A lock on a file that somebody removed meanwhile would keep nobody out.
            if not self._is_current(handle):
                os.close(handle)
                return False
            os.truncate(handle, 0)
            os.pwrite(handle, str(os.getpid()).encode("ascii"), 0)
        except BlockingIOError:
            os.close(handle)
            return False
        except OSError:
            os.close(handle)
            raise
        self._handle = handle
        return True

    def release(self) -> None:
        if self._handle is not None:
            handle, self._handle = self._handle, None
            os.close(handle)

    def holder(self) -> int | None:
        try:
            handle = os.open(self._path, _OPEN)
        except FileNotFoundError:
            return None
        try:
            if not self.is_held and _is_free(handle):
                return None
            written = os.pread(handle, 20, 0)
            return int(written) if written.isdigit() else None
        finally:
            os.close(handle)

    def _is_current(self, handle: int) -> bool:
        try:
            there = self._path.lstat()
        except FileNotFoundError:
            return False
        ours = os.fstat(handle)
        return (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)


def _whole_file(kind: int) -> bytes:
    """A `struct flock` over the whole file; the process id must be zero for a lock of this sort."""
    return struct.pack("hhqqi", kind, os.SEEK_SET, 0, 0, 0)


def _is_free(handle: int) -> bool:
    answer = fcntl.fcntl(handle, fcntl.F_OFD_GETLK, _whole_file(fcntl.F_WRLCK))
    kind: int = struct.unpack("hhqqi", answer)[0]
    return kind == fcntl.F_UNLCK
