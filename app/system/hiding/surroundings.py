"""Implements the port `Surroundings`: hiding places, and the files below a folder."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from app.domain.identity import FileFacts
from app.domain.ports import Files, HiddenFolder
from app.system.hiding import hiding_places
from app.system.hiding.walk import walk_files

log = logging.getLogger(__name__)

_MOST_FILES = 1_000_000  # of one folder: beyond that something else is wrong, and a sweep has to end


class LocalSurroundings:
    """Implements `Surroundings` for the person whose home it is."""

    def __init__(self, home: Path, files: Files) -> None:
        self._home = home
        self._files = files

    def hiding_places(self) -> tuple[HiddenFolder, ...]:
        return tuple(HiddenFolder(kind=place.kind.value, folder=place.folder) for place in hiding_places(self._home))

    def files_below(self, folder: Path) -> Iterator[FileFacts]:
        """Of the temporary folder only its own files: what lies below it belongs to programs that are running."""
        levels = {place.folder: place.levels for place in hiding_places(self._home)}
        walk = walk_files(folder, _MOST_FILES, self._files, levels.get(folder))
        yield from walk
        if walk.unreadable or walk.cut_off:
            log.warning("a sweep missed %d places, cut off: %s", walk.unreadable, walk.cut_off)
