"""Private folders and processes on Linux."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import ctypes
import os
import resource
import stat
from pathlib import Path

from app.domain.messages import msg
from app.system.privacy import NotPrivate

_PR_SET_DUMPABLE = 4
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_folder(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        check_folder(folder)
        return
    folder.chmod(0o700)  # the umask may have taken some of ours away
    check_folder(folder)


def close_folder(folder: Path) -> None:
    folder.chmod(0o700)


def check_folder(folder: Path) -> None:
    handle = _opened(folder)
    try:
        found = os.fstat(handle)
        if found.st_uid != os.geteuid():
            raise NotPrivate(msg("privacy.not-own", folder=str(folder)))
        if found.st_mode & _OTHERS:
            raise NotPrivate(msg("privacy.open-to-others", folder=str(folder), fix=f"chmod 700 {_quoted(folder)}"))
    finally:
        os.close(handle)


def _opened(folder: Path) -> int:
    try:
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except NotADirectoryError:
        raise NotPrivate(msg("privacy.no-folder", folder=str(folder))) from None
    except PermissionError:
        raise NotPrivate(msg("privacy.not-own", folder=str(folder))) from None


def _quoted(folder: Path) -> str:
    return "'" + str(folder).replace("'", "'\\''") + "'"


def own_id() -> str:
    return str(os.getuid())


def harden() -> tuple[str, ...]:
    refused: list[str] = []
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) != 0:
        refused.append("dumpable")
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        refused.append("core size")
    return tuple(refused)
