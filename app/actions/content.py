"""Content digests, and the protected ground on which the assistant never touches a file."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from app.actions.folders import place_owner
from app.domain.causes import cause_of
from app.domain.errors import InputError
from app.domain.folder import FolderKind
from app.domain.messages import msg
from app.domain.ports import PlaceKind, Places, Progress
from app.store import Session
from app.vault.counting import ByteCounter

_CHUNK = 1 << 20


def sha256_of(path: Path, progress: Progress | None = None) -> str:
    """SHA-256, hexadecimal, of a regular file; a link is not followed where the system allows to say so. Raises OSError,
    and what `progress` raises."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    digest = hashlib.sha256()
    with os.fdopen(os.open(path, flags), "rb", buffering=0) as file:
        count = ByteCounter(os.fstat(file.fileno()).st_size, progress)
        count.begin()
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            count.add(len(chunk))
    count.finish()
    return digest.hexdigest()


def readable_sha256(path: Path, progress: Progress | None = None) -> str:
    """`sha256_of`, for a file that a person named: raises InputError where it cannot be read, and what `progress` raises."""
    try:
        return sha256_of(path, progress)
    except OSError as error:
        raise InputError(msg("file.unreadable", path=str(path), why=cause_of(error))) from error


def client_storage(session: Session, places: Places, path: Path) -> str | None:
    """The client's own storage that `path` lies in; None elsewhere. What lies there is no copy. Source: VR-P1b."""
    for folder in session.folders.all():
        inside = Path(folder.path) in path.parents or Path(folder.path) == path
        if folder.kind is FolderKind.CLIENT_PLACE and inside:
            return folder.path
    owner = place_owner(places.of(path.parent), str(path.parent), tuple(session.clients.all()))
    return None if owner is None else str(path.parent)


def refuse_protected(session: Session, places: Places, path: Path) -> None:
    """Inside a client place or on a network path nothing is deleted, moved or sealed, whatever was registered there.

    Raises InputError. Source: design, Client place.
    """
    storage = client_storage(session, places, path)
    if storage is not None:
        raise InputError(msg("place.client", path=storage))
    if places.of(path.parent).kind is PlaceKind.NETWORK:
        raise InputError(msg("place.network", path=str(path.parent)))
