"""Implements the port `Surroundings`: hiding places, and the files below a folder."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath

from app.domain.identity import FileFacts
from app.domain.ports import Files, HiddenFolder
from app.system.hiding import HidingKind, hiding_places
from app.system.hiding.trash_records import TrashRecords
from app.system.hiding.walk import walk_files

log = logging.getLogger(__name__)

_MOST_FILES = 1_000_000  # of one folder: beyond that something else is wrong, and a sweep has to end


class LocalSurroundings:
    """Implements `Surroundings` for the person whose home it is."""

    def __init__(self, home: Path, files: Files) -> None:
        self._home = home
        self._files = files

    def hiding_places(self) -> tuple[HiddenFolder, ...]:
        return tuple(
            HiddenFolder(
                kind=place.kind.value, folder=place.folder, levels=place.levels, partials_only=place.partials_only
            )
            for place in hiding_places(self._home)
        )

    def files_below(self, folder: Path, levels: int | None = None) -> Iterator[FileFacts]:
        walk = walk_files(folder, _MOST_FILES, self._files, levels)
        yield from walk
        if walk.unreadable or walk.cut_off:
            log.warning("a sweep missed %d places, cut off: %s", walk.unreadable, walk.cut_off)

    def trash_records(self) -> Callable[[Path], PurePath | None]:
        trashes = tuple(place.folder for place in hiding_places(self._home) if place.kind is HidingKind.TRASH)
        return TrashRecords(trashes).original_path
