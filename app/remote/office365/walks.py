"""Walks through the library: folders whose content the delta stream does not tell, and what it leaves out of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.remote.office365.batch import Batches
from app.remote.office365.drive import SiteDrive
from app.remote.office365.items import DriveItem, item_of
from app.remote.office365.place_state import PlaceState

TRIES: Final = 2  # of a folder in which something is written at the same time
OWN_KEPT: Final = 2_000


class Walks:
    """Brings what it finds into a place's state, under the number of the look."""

    def __init__(self, drive: SiteDrive, batches: Batches) -> None:
        self._drive = drive
        self._batches = batches
        self._own: dict[str, tuple[str, DriveItem]] = {}  # with its place

    def note(self, place: str, item: DriveItem) -> None:
        """What this process stored itself is known already."""
        self._own[item.id] = place, item
        if len(self._own) > OWN_KEPT:
            self._own.pop(next(iter(self._own)))

    def is_own(self, id_: str, place: str) -> bool:
        return self._own.get(id_, ("",))[0] == place

    def newly_come(self, place: PlaceState, folders: Sequence[DriveItem], number: int) -> None:
        """Folders that came in: what is in them may have been there before, and then the stream does not tell of it."""
        told = Counter(entry.parent for entry in place.items.values())
        for folder in folders:
            if folder.children is None or told[folder.id] < folder.children:
                self._walk(place, folder, number)

    def whole_place(self, name: str, place: PlaceState, number: int) -> None:
        root = self._drive.at(name)
        if root is not None and root.is_folder:
            place.root, place.way = root.id, self.way_to(name, root)
            self._walk(place, root, number)

    def way_to(self, name: str, root: DriveItem) -> tuple[tuple[str, str], ...]:
        way = [root]
        while (name := name.rpartition("/")[0]) and (above := self._drive.at(name)) is not None:
            way.append(above)
        return tuple((folder.id, folder.parent_id or "") for folder in way)

    def _walk(self, place: PlaceState, folder: DriveItem, number: int) -> None:
        waiting = [folder]
        while waiting:
            above = waiting.pop()
            for item in self._children(above):
                if item.is_folder or item.is_file:
                    place.put(item, number)
                if item.is_folder and item.children != 0:
                    waiting.append(item)

    def _children(self, folder: DriveItem) -> list[DriveItem]:
        """Pages shift when something is written at the same time, so fewer than there should be are asked for again."""
        for _ in range(TRIES):
            found = {item.id: item for item in self._drive.children(folder.id)}
            if folder.children is None or len(found) >= folder.children:
                break
        return [replace(item, parent_id=folder.id) for item in found.values()]

    def complete(self, place: PlaceState) -> None:
        """Ask for content versions that delta left out, of what this process did not store itself."""
        missing = place.without_content_version()
        for id_ in list(missing):
            _, own = self._own.get(id_, ("", None))
            if own is not None and own.version == place.items[id_].version and own.content_version:
                place.put(own, place.items[id_].number)
                missing.remove(id_)
        answers = self._batches.get([self._drive.site.by_id(id_) for id_ in missing])
        for id_, answer in zip(missing, answers, strict=True):
            item = item_of(answer.body) if answer.status == 200 else None
            if item is not None and item.is_file and item.id == id_:
                entry = place.items[id_]
                told = item.content_version or item.digest or item.version  # so that it is not asked for every time
                place.put(replace(item, parent_id=entry.parent, name=entry.name, content_version=told), entry.number)
