"""Folders the assistant looks at: watched ones, documentation, and the client's own storage."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.domain.identity import FileIdentity

PRIVATE_NAMES = frozenset({"privé", "prive", "private"})  # of folders that are the person's own; VT-B2


class FolderKind(StrEnum):
    WATCHED = "watched"
    DOCUMENTS = "documents"
    CLIENT_PLACE = "client-place"  # the client's own storage: never walked, never touched


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedFolder:
    """`synchronised_by`: the sync client's name; `identity` tells that another folder took its place."""

    id: str
    path: str
    kind: FolderKind
    added_at: datetime
    synchronised_by: str | None = None
    client_id: str | None = None
    project_id: str | None = None
    last_reconciled_at: datetime | None = None
    identity: FileIdentity | None = None


def is_private(root: str, path: str) -> bool:
    """Whether `path` lies in a folder called Privé below `root` (or `root` itself is one)."""
    folders = (Path(root).name, *Path(path.removeprefix(root)).parts[:-1])
    return any(unicodedata.normalize("NFC", name).casefold() in PRIVATE_NAMES for name in folders)
