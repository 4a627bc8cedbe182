"""Opening and moving by handle on Linux: no path is ever resolved twice, no link ever followed."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import ctypes
import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.domain.identity import FileIdentity

LOOK = os.O_PATH | os.O_NOFOLLOW | os.O_CLOEXEC  # O_PATH opens nothing: a FIFO does not block, a device does not stir
FOLDER = LOOK | os.O_DIRECTORY
RENAME_NOREPLACE = 1


class LinkOnTheWay(OSError):
    """A component of the path is a link, or was swapped while it was opened."""


@contextmanager
def opened_folder(folder: Path) -> Iterator[int]:
    """The handle (O_PATH) of `folder`, each level opened from the root without following links.

    Raises LinkOnTheWay, FileNotFoundError, NotADirectoryError, another OSError.
    """
    handle = os.open("/", FOLDER)
    try:
        for name in folder.parts[1:]:
            below = _open_level(handle, name)
            os.close(handle)
            handle = below
        yield handle
    finally:
        os.close(handle)


def _open_level(parent: int, name: str) -> int:
    try:
        return os.open(name, FOLDER, dir_fd=parent)
    except OSError as error:
        if error.errno not in (errno.ENOTDIR, errno.ELOOP):
            raise
        # ENOTDIR is said of links and of files alike. What is a folder by now was swapped meanwhile.
        found = look(parent, name)
        if found is None or stat.S_ISLNK(found.st_mode) or stat.S_ISDIR(found.st_mode):
            raise LinkOnTheWay(errno.ELOOP, "link on the way") from error
        raise


def look(folder: int, name: str) -> os.stat_result | None:
    """What stands under `name` itself; None for nothing."""
    try:
        return os.stat(name, dir_fd=folder, follow_symlinks=False)
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENAMETOOLONG):
            return None
        raise


def identity_of(found: os.stat_result, handle: int) -> FileIdentity:
    """Volume and inode, hexadecimal; `handle` is the file or its folder.

    The volume is the file system's own id where it has one: device numbers are given out anew at each boot (Btrfs, LVM,
    USB), and a registered file must be recognised after one.
    """
    own_id = os.fstatvfs(handle).f_fsid
    return FileIdentity(volume=f"{own_id or found.st_dev:x}", file_id=f"{found.st_ino:x}")


def is_file(found: os.stat_result, handle: int, identity: FileIdentity) -> bool:
    """Whether `found`, looked at through `handle` or in the folder `handle`, is the regular file `identity`."""
    return stat.S_ISREG(found.st_mode) and identity_of(found, handle) == identity


def move_new(from_folder: int, from_name: str, to_folder: int, to_name: str) -> None:
    """Move a name, never onto an existing one (`renameat2`). Raises FileExistsError, another OSError."""
    try:
        _renameat2(from_folder, from_name, to_folder, to_name)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOSYS):
            raise
        # A file system without NOREPLACE (some FUSE ones): a second name never replaces, then the first one goes.
        os.link(from_name, to_name, src_dir_fd=from_folder, dst_dir_fd=to_folder, follow_symlinks=False)
        os.unlink(from_name, dir_fd=from_folder)


def _renameat2(from_folder: int, from_name: str, to_folder: int, to_name: str) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        call = libc.renameat2
    except AttributeError:  # a C library without it
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS)) from None
    call.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]
    if call(from_folder, os.fsencode(from_name), to_folder, os.fsencode(to_name), RENAME_NOREPLACE) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def make_durable(folder: int) -> None:
    """Write the folder's names to disk. A folder that may not be read, or a file system without it, is left to the
    system's own pace."""
    try:
        readable = os.open(".", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC, dir_fd=folder)
    except PermissionError:
        return
    try:
        os.fsync(readable)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(readable)
