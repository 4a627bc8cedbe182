"""What a watcher can say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias


class ChangeKind(StrEnum):
    CREATED = "created"
    MODIFIED = "modified"
    CLOSED = "closed"  # after writing; Linux only
    MOVED = "moved"
    DELETED = "deleted"


class Watching(StrEnum):
    """How well a folder is watched."""

    FULLY = "fully"
    PARTLY = "partly"  # the system allows no more watches: some subfolders are not heard
    NOT = "not"


class Lost(StrEnum):
    """Why a look is needed beyond what was heard."""

    OVERFLOW = "overflow"  # the system threw events away
    LIMIT = "limit"  # a subfolder could not be watched
    ROOT = "root"  # the folder itself was moved, removed or replaced


@dataclass(frozen=True, slots=True)
class Change:
    """One event below the watched `folder`. Paths are text (names that are not UTF-8 with surrogate escapes).

    `moved_to` with MOVED only. `is_folder` is not known on Windows for what was deleted.
    """

    kind: ChangeKind
    folder: Path
    path: str
    moved_to: str | None = None
    is_folder: bool = False


OnChange: TypeAlias = Callable[[Change], None]
OnLost: TypeAlias = Callable[[Path, Lost], None]
