"""Copies a file to another folder under a name that is free: all of it, on the disk, or nothing."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import sys
from pathlib import Path

from app.domain.file_names import OWN_PREFIX


def carry(source: Path, target: Path) -> None:
    """With its date of change. Raises FileExistsError for a name that is taken, and OSError; then `target` is untouched."""
    if os.path.lexists(target):
        raise FileExistsError(str(target))
    passing = target.with_name(f"{OWN_PREFIX}{secrets.token_hex(8)}.tmp")
    try:
        with source.open("rb") as reading, passing.open("xb") as writing:
            shutil.copyfileobj(reading, writing, 1 << 20)
            writing.flush()
            os.fsync(writing.fileno())
        found = source.stat()
        os.utime(passing, ns=(found.st_atime_ns, found.st_mtime_ns))
        give_name(passing, target)
    finally:
        with contextlib.suppress(OSError):
            passing.unlink(missing_ok=True)


def give_name(passing: Path, target: Path) -> None:
    """Without taking another file's place: a second name, where the file system has those; Windows refuses by itself. The
    first name may stay. Raises FileExistsError, OSError."""
    if sys.platform != "win32":
        try:
            os.link(passing, target)
        except FileExistsError:
            raise
        except OSError:
            if os.path.lexists(target):
                raise FileExistsError(str(target)) from None
        else:
            return
    passing.rename(target)
