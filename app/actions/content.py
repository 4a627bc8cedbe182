"""Content digests, and the protected ground on which the assistant never touches a file."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from app.actions.folders import place_owner
from app.domain.errors import InputError
from app.domain.folder import FolderKind
from app.domain.messages import msg
from app.domain.ports import PlaceKind, Places
from app.store import Session

_CHUNK = 1 << 20


def sha256_of(path: Path) -> str:
    """SHA-256, hexadecimal, of a regular file; a link is not followed where the system allows to say so. Raises OSError."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    digest = hashlib.sha256()
    with os.fdopen(os.open(path, flags), "rb", buffering=0) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def refuse_protected(session: Session, places: Places, path: Path) -> None:
    """Inside a client place or on a network path nothing is deleted, moved or sealed, whatever was registered there.

    Raises InputError. Source: design, Client place.
    """
    for folder in session.folders.all():
        inside = Path(folder.path) in path.parents or Path(folder.path) == path
        if folder.kind is FolderKind.CLIENT_PLACE and inside:
            raise InputError(msg("place.client", path=folder.path))
    info = places.of(path.parent)
    if info.kind is PlaceKind.NETWORK:
        raise InputError(msg("place.network", path=str(path.parent)))
    if place_owner(info, str(path.parent), tuple(session.clients.all())) is not None:
        raise InputError(msg("place.client", path=str(path.parent)))
