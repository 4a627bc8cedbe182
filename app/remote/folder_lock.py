"""One laptop at a time replaces a document in a folder that several reach: by a file that only one can make."""

from __future__ import annotations

import contextlib
import os
import secrets
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.domain.file_names import OWN_PREFIX
from app.domain.messages import msg
from app.domain.remote_errors import RemoteLocked

STALE_LOCK = 600.0  # seconds, by the clock of the disk that the folder is on


def lock_of(target: Path) -> Path:
    return target.with_name(f"{OWN_PREFIX}lock-{zlib.crc32(os.fsencode(target.name)):08x}")


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """One laptop at a time replaces this document. Raises RemoteLocked while another one does."""
    lock = lock_of(target)
    if not _taken(lock) and not (_is_stale(lock) and _taken(lock)):
        raise RemoteLocked(msg("remote.locked", path=target.name))
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            lock.unlink()


def _taken(lock: Path) -> bool:
    try:
        os.close(os.open(lock, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return False
    return True


def _is_stale(lock: Path) -> bool:
    """Whether its maker died with it: older than a replacement takes, by the clock of the disk itself. Then it is removed."""
    probe = lock.with_name(f"{OWN_PREFIX}{secrets.token_hex(8)}.tmp")
    try:
        os.close(os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        try:
            age = probe.stat().st_mtime - lock.stat().st_mtime
        finally:
            probe.unlink()
    except FileNotFoundError:
        return True  # it was given back just now
    if age < STALE_LOCK:
        return False
    lock.unlink(missing_ok=True)
    return True
