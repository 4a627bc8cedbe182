"""Reads what a person hands over, whatever that is: a FIFO, a device or a huge file costs a sentence, not the process."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from app.domain.causes import cause_of
from app.domain.errors import InputError
from app.domain.messages import msg

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_PIECE_BYTES = 1024**2


def absolute(path: Path) -> Path:
    """`path` from the root, `~` filled in, links kept. `Path.expanduser` would raise for a person it does not know."""
    return Path(os.path.abspath(os.path.expanduser(path)))  # noqa: PTH100, PTH111


def read_given(path: Path, most_bytes: int) -> bytes:
    """The content of a regular file. Raises InputError: missing, not a file, not readable, larger than `most_bytes`."""
    try:
        return _read(path, most_bytes)
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(msg("file.missing", path=str(path))) from None
    except OSError as error:
        raise InputError(msg("file.unreadable", path=str(path), why=cause_of(error))) from error


def _read(path: Path, most_bytes: int) -> bytes:
    if absolute(path).is_dir():  # Windows says only that access to it is denied
        raise InputError(msg("file.no-file", path=str(path)))
    descriptor = os.open(absolute(path), _FLAGS)
    try:
        # Asked of what was opened: by the time of opening another thing may stand at the path.
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise InputError(msg("file.no-file", path=str(path)))
    except BaseException:
        os.close(descriptor)
        raise
    content = bytearray()
    with os.fdopen(descriptor, "rb") as file:
        # In pieces: one read of `most_bytes` would take all that memory for a mail of 2 kB.
        while len(content) <= most_bytes and (piece := file.read(_PIECE_BYTES)):
            content += piece
    if len(content) > most_bytes:
        raise InputError(msg("file.too-large", path=str(path), megabytes=most_bytes // 1024**2))
    return bytes(content)
