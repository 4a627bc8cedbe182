"""The baseline on Linux: a file that only root can write."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import os
import stat
from pathlib import Path

from app.domain.messages import msg
from app.system.baseline import LIMIT, NotTrusted

DEFAULT_PLACE = Path("/etc/vroom-assistant/baseline.toml")
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH
_ROOT = 0


def trusted_content(path: Path, owner: int = _ROOT) -> bytes:
    """At most one byte more than allowed. File and folder belong to `owner` alone. Raises NotTrusted, OSError."""
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        _trust(os.fstat(folder), stat.S_IFDIR, owner)
        _trust(os.stat(path.name, dir_fd=folder, follow_symlinks=False), stat.S_IFREG, owner)
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        with os.fdopen(os.open(path.name, flags, dir_fd=folder), "rb") as file:
            _trust(os.fstat(file.fileno()), stat.S_IFREG, owner)
            return file.read(LIMIT + 1)
    finally:
        os.close(folder)


def _trust(found: os.stat_result, kind: int, owner: int) -> None:
    if stat.S_IFMT(found.st_mode) != kind:
        raise NotTrusted(msg("baseline.not-a-file"))
    if found.st_uid != owner or found.st_mode & _WRITABLE_BY_OTHERS:
        raise NotTrusted(msg("baseline.not-trusted"))
