"""Walks the files of a folder: no link is followed, what cannot be read is counted, and there is an end to it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from app.domain.file_names import is_own_temporary
from app.domain.identity import FileFacts
from app.domain.ports import Files

_DEEPEST = 64
_NAME_SURROGATE = 0x20000000  # of a reparse tag on Windows: a junction or link


class FileWalk:
    """Iterate over it once for the facts of each regular file; afterwards `unreadable` and `cut_off` tell what was missed.

    `limit`: the most files to look at. `levels`: how deep (1: the folder's own files); None: all of it.
    """

    def __init__(self, folder: Path, files: Files, *, limit: int, levels: int | None = None) -> None:
        self.unreadable = 0  # folders and files that could not be looked at
        self.cut_off = False  # the limit was reached, or the depth is beyond reason
        self._files = files
        self._limit = limit
        self._levels = _DEEPEST if levels is None else levels
        self._cut_by_depth = levels is None
        self._waiting: list[tuple[Path, int]] = [(folder, 1)]

    def __iter__(self) -> Iterator[FileFacts]:
        seen = 0
        while self._waiting:
            folder, level = self._waiting.pop()
            for entry in self._entries(folder):
                if self._is_folder(entry):
                    self._descend(Path(entry.path), level + 1)
                    continue
                if seen >= self._limit:
                    self.cut_off = True
                    return
                seen += 1
                facts = self._facts(Path(entry.path))
                if facts is not None:
                    yield facts

    def _descend(self, folder: Path, level: int) -> None:
        if level <= self._levels:
            self._waiting.append((folder, level))
        elif self._cut_by_depth:
            self.cut_off = True

    def _entries(self, folder: Path) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                return [entry for entry in entries if not is_own_temporary(entry.name)]
        except FileNotFoundError:  # it went meanwhile
            return []
        except OSError:
            self.unreadable += 1
            return []

    def _is_folder(self, entry: os.DirEntry[str]) -> bool:
        """A folder to go into. On Windows a junction looks like one, and is none."""
        try:
            if not entry.is_dir(follow_symlinks=False):
                return False
            found = entry.stat(follow_symlinks=False)
        except OSError:
            self.unreadable += 1
            return False
        return not getattr(found, "st_reparse_tag", 0) & _NAME_SURROGATE

    def _facts(self, path: Path) -> FileFacts | None:
        try:
            return self._files.facts(path)
        except OSError:
            self.unreadable += 1
            return None


def walk_files(folder: Path, limit: int, files: Files, levels: int | None = None) -> FileWalk:
    return FileWalk(folder, files, limit=limit, levels=levels)
