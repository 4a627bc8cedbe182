"""What stands in a file here, read once for all digests; and how it looks, by which a later look knows it again."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path
from typing import BinaryIO, cast

from app.detect.reading.opening import OpenedFile
from app.detect.reading.unread import Unread, UnreadableError
from app.domain.document import Content
from app.domain.quick_xor import QuickXor
from app.system.watch import FileProbe

PIECE = 1 << 20
_ERRORS = {Unread.VANISHED: errno.ENOENT, Unread.NO_PERMISSION: errno.EACCES}


class NoDocument(OSError):
    """What stands there is no regular file."""


def shape_of(probe: FileProbe, look: os.stat_result) -> str:
    """Which file it is, how large, and when it was changed; the last part (ctime on Linux) nobody can set back."""
    shape = probe.shape(look)
    return f"{shape.file_id:x}.{shape.size_bytes:x}.{shape.modified_ns:x}.{look.st_ctime_ns:x}"


def is_same_file(shape: str | None, other: str | None) -> bool:
    """Whether two looks met one file that was moved or touched, and not written."""
    return shape is not None and other is not None and shape.split(".")[:3] == other.split(".")[:3]


def opened(path: str | Path) -> BinaryIO:
    """The file itself, unbuffered; no link is followed and no FIFO waited for, and on Windows a program can rename or delete
    it meanwhile, as Office does when it saves. Raises OSError."""
    try:
        return cast(BinaryIO, OpenedFile(os.fspath(path)).file)
    except UnreadableError as error:
        if error.why is Unread.SPECIAL_FILE:
            raise NoDocument from None
        number = _ERRORS.get(error.why, errno.EIO)
        raise OSError(number, os.strerror(number)) from None


def content_of(path: str | Path) -> Content:
    """Raises OSError."""
    with opened(path) as file:
        return content_in(file)


def content_in(file: BinaryIO) -> Content:
    """Of an open file, from where it stands to its end."""
    sha256, digest, size = hashlib.sha256(), QuickXor(), 0
    while piece := file.read(PIECE):
        sha256.update(piece)
        digest.update(piece)
        size += len(piece)
    return Content(sha256=sha256.hexdigest(), digest=digest.base64(), size_bytes=size)
