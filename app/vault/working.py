"""The working folder: where a checked-out copy stands as plain text, and when it must go back into the vault."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from app.domain.copy import LONGEST_OUT
from app.domain.file_names import is_own_temporary, is_owner_file, owner_file_names, safe_name
from app.domain.messages import msg
from app.domain.ports import Files
from app.vault.disk import own_folder, storage_errors
from app.vault.errors import StorageRefused

QUIET = timedelta(seconds=30)  # without a handle and an owner file for this long: somebody is done with it
_COPY_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


class Use(StrEnum):
    """Whether a program still has a checked-out file open. `unknown` counts as in use; the 12 hours are the limit then."""

    IN_USE = "in-use"
    FREE = "free"
    UNKNOWN = "unknown"


def is_left_alone(last_in_use: datetime, now: datetime) -> bool:
    """Whether nobody had the file open for 30 s, so that it is sealed again without disturbing anybody. `last_in_use`: the
    last look that did not find it free, or the check-out itself."""
    return now - last_in_use >= QUIET


def is_out_too_long(checked_out_at: datetime, now: datetime) -> bool:
    """Whether its 12 hours are over: it is asked for and sealed, also while a program has it open."""
    return now - checked_out_at >= LONGEST_OUT


def use_of(path: Path, files: Files) -> Use:
    """Whether somebody works in `path`: an owner file of Office or LibreOffice beside it, or a program that has it open."""
    # Not Path.exists: an owner file of a name of 250 characters has a name that is too long to ask for.
    if any(os.path.exists(path.parent / name) for name in owner_file_names(path.name)):  # noqa: PTH110
        return Use.IN_USE
    holders = files.holders(path)
    if holders is None:
        return Use.UNKNOWN
    return Use.IN_USE if holders else Use.FREE


class WorkingFolder:
    """One folder per checked-out copy under `folder`, so that equal names never meet. Raises PlaceRefused, StorageRefused."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def folder(self) -> Path:
        return self._folder

    def path_for(self, copy_id: str, name: str) -> Path:
        """Where the copy goes: its own name made safe to write (no traversal, no reserved name, at most 250 bytes)."""
        return self._home_of(copy_id) / safe_name(name)

    def prepare(self, copy_id: str, name: str) -> Path:
        """`path_for`, in folders that exist and are ours alone."""
        own_folder(self._folder)
        own_folder(self._home_of(copy_id))
        return self.path_for(copy_id, name)

    def strays(self, copy_id: str, name: str) -> tuple[Path, ...]:
        """What else programs left beside the copy: plain text that the vault does not know. Owner files do not count."""
        home = self._home_of(copy_id)
        with storage_errors(home):
            found = sorted(home.rglob("*")) if home.is_dir() else []
        own = self.path_for(copy_id, name)
        documents = (path for path in found if path != own and not is_owner_file(path.name) and not _is_folder(path))
        # A private folder of an erasure that was killed is no document: who removes files takes it up.
        return tuple(path for path in documents if not any(map(is_own_temporary, path.relative_to(home).parts)))

    def leave(self, copy_id: str) -> bool:
        """Remove the copy's folder when nothing but owner files is left in it; False when something is."""
        home = self._home_of(copy_id)
        if not home.is_dir():
            return True
        with storage_errors(home):
            entries = list(home.iterdir())
            if any(not is_owner_file(entry.name) or _is_folder(entry) for entry in entries):
                return False
            for entry in entries:
                entry.unlink(missing_ok=True)
            home.rmdir()
        if home.exists():
            raise StorageRefused(msg("vault.not-removed"))
        return True

    def unknown(self, known_ids: Collection[str]) -> tuple[Path, ...]:
        """What stands in the working folder and belongs to no known check-out, after a crash or by somebody's hand."""
        with storage_errors(self._folder):
            entries = sorted(self._folder.iterdir()) if self._folder.is_dir() else []
        return tuple(entry for entry in entries if entry.name not in known_ids)

    def _home_of(self, copy_id: str) -> Path:
        if not _COPY_ID.fullmatch(copy_id):
            raise ValueError(f"no id of a copy: {copy_id!r}")
        return self._folder / copy_id


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()
