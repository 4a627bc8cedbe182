"""What stands in one place of the library, as the feed last knew it: tracked by id, paths follow from the folders.

Numbers rise with each look that brought something; a cursor is such a number, so any caller can ask what came after its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final

import msgspec

from app.domain.remote_files import RemoteChange, RemoteFile
from app.remote.office365.items import DriveItem

GONE_KEPT: Final = 5_000  # deleted ids that are remembered for callers that come late
DEEPEST: Final = 100  # folders in folders; a path has 400 characters at most


class Entry(msgspec.Struct, array_like=True):
    """A file or folder. `number`: of the look that last brought something new about it."""

    parent: str
    name: str
    is_folder: bool
    number: int
    size_bytes: int = 0
    version: str = ""
    content_version: str = ""
    digest: str | None = None
    modified_at: datetime | None = None
    modified_by: str | None = None


class PlaceState(msgspec.Struct):
    """`root`: the id of the place's folder, None while it is not there. `way`: that folder and those above it by id, each with
    the one above: when one of them gets another name or place, the stream tells of that one alone. `whole_at`: cursors below it
    get everything. `is_resync`: that was because the remote lost track itself. `needs_content_versions`: whether anybody
    compares contents."""

    root: str | None
    whole_at: int
    needs_content_versions: bool
    items: dict[str, Entry] = {}
    gone: dict[str, int] = {}
    is_resync: bool = False
    way: tuple[tuple[str, str], ...] = ()

    def files(self) -> dict[str, RemoteFile]:
        """Files by their id."""
        folders: dict[str, str | None] = {}
        found = {}
        for id_, entry in self.items.items():
            path = None if entry.is_folder else self._path(id_, folders)
            if path is not None:
                found[id_] = _file(id_, entry, path)
        return found

    def is_folder(self, id_: str) -> bool:
        return id_ == self.root or (id_ in self.items and self.items[id_].is_folder)

    def put(self, item: DriveItem, number: int) -> None:
        """`number` counts only for an entry that was not there: what changed is told by `settle`."""
        old = self.items.get(item.id)
        content_version = item.content_version
        if not content_version and old is not None and old.version == item.version:
            content_version = old.content_version
        self.items[item.id] = Entry(
            parent=item.parent_id or "",
            name=item.name or (old.name if old else ""),
            is_folder=item.is_folder,
            number=old.number if old else number,
            size_bytes=item.size_bytes,
            version=item.version,
            content_version=content_version,
            digest=item.digest,
            modified_at=item.modified_at,
            modified_by=item.modified_by or (old.modified_by if old and old.version == item.version else None),
        )

    def drop(self, id_: str) -> None:
        """The entry with everything below it."""
        if self.items.pop(id_, None) is None:
            return
        below: dict[str, list[str]] = {}
        for other, entry in self.items.items():
            below.setdefault(entry.parent, []).append(other)
        waiting = [id_]
        while waiting:
            for child in below.get(waiting.pop(), ()):
                self.items.pop(child, None)
                waiting.append(child)

    def settle(self, before: Mapping[str, RemoteFile], number: int) -> None:
        """Give `number` to what differs from `before`."""
        after = self.files()
        changed = [id_ for id_, file in after.items() if before.get(id_) != file]
        for id_ in changed:
            self.items[id_] = msgspec.structs.replace(self.items[id_], number=number)
            self.gone.pop(id_, None)
        gone = [id_ for id_ in before if id_ not in after]
        for id_ in gone:
            self.gone[id_] = number
        self._forget_oldest()

    def since(self, number: int) -> Iterator[RemoteChange]:
        """What came after a cursor; only where that is not below `whole_at`."""
        for id_, file in self.files().items():
            if self.items[id_].number > number:
                yield RemoteChange(id=id_, file=file)
        yield from (RemoteChange(id=id_, file=None) for id_, at in self.gone.items() if at > number)

    def everything(self) -> Iterator[RemoteChange]:
        return (RemoteChange(id=id_, file=file) for id_, file in self.files().items())

    def without_content_version(self) -> list[str]:
        """Files of which nobody told the content version yet: delta leaves it out."""
        if not self.needs_content_versions:
            return []
        return [id_ for id_, entry in self.items.items() if not entry.is_folder and not entry.content_version]

    def _path(self, id_: str, folders: dict[str, str | None]) -> str | None:
        entry = self.items[id_]
        above = self._folder(entry.parent, folders, DEEPEST)
        return None if above is None else above + entry.name

    def _folder(self, id_: str, known: dict[str, str | None], depth: int) -> str | None:
        """Its path with a slash behind it; None for what does not hang below the root."""
        if id_ == self.root:
            return ""
        if id_ not in known:
            entry = self.items.get(id_)
            above = None if entry is None or depth == 0 else self._folder(entry.parent, known, depth - 1)
            known[id_] = None if above is None or entry is None else f"{above}{entry.name}/"
        return known[id_]

    def _forget_oldest(self) -> None:
        too_many = len(self.gone) - GONE_KEPT
        if too_many > 0:
            oldest = sorted(self.gone, key=self.gone.__getitem__)[:too_many]
            self.whole_at = max(self.whole_at, max(self.gone.pop(id_) for id_ in oldest))
            self.is_resync = False


class FeedState(msgspec.Struct):
    """`epoch`: cursors of another one get everything."""

    drive_id: str
    epoch: str
    number: int = 1
    places: dict[str, PlaceState] = {}


def take(place: PlaceState, items: Iterable[DriveItem], number: int) -> list[DriveItem]:
    """Bring what a delta told to a place. Gives folders that are new here: what is in them may have been there before.

    Items may come before the folder that they are in, so it is gone over until nothing more finds its place.
    """
    waiting = [item for item in items if item.id != place.root]
    for item in waiting:
        if item.is_deleted:
            place.drop(item.id)
    waiting = [item for item in waiting if not item.is_deleted]
    fresh: list[DriveItem] = []
    while True:
        left = []
        for item in waiting:
            if not place.is_folder(item.parent_id or ""):
                left.append(item)
                continue
            if item.is_folder and item.id not in place.items:
                fresh.append(item)
            if item.is_folder or item.is_file:
                place.put(item, number)
        if len(left) == len(waiting):
            break
        waiting = left
    for item in left:
        place.drop(item.id)  # moved out of the place
    return fresh


def _file(id_: str, entry: Entry, path: str) -> RemoteFile:
    return RemoteFile(
        id=id_,
        path=path,
        size_bytes=entry.size_bytes,
        version=entry.version,
        content_version=entry.content_version or entry.digest or entry.version,
        digest=entry.digest,
        modified_at=entry.modified_at,
        modified_by=entry.modified_by,
    )
