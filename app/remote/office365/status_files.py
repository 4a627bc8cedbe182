"""The team's records as files on the firm's site, until IT has made the list: everybody who can open the site reads them."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Final, TypeVar

from app.domain.messages import msg
from app.domain.remote_errors import RemoteGone
from app.domain.team_board import BoardChanges, Posted, Reach, Readers, device_or_none
from app.remote.office365.client import unless_gone
from app.remote.office365.downloads import Downloads
from app.remote.office365.drive import SiteDrive
from app.remote.office365.items import DriveItem, item_of
from app.remote.office365.status_list import ListStatusBoard

FOLDER: Final = "Vroom assistant/status"
SUFFIX: Final = ".json"
MOST: Final = 256 * 1024  # bytes; a record is a fiftieth of it
LOOK_AGAIN: Final = 3600.0  # seconds until it is tried again whether IT made the list

T = TypeVar("T")


class FileStatusBoard:
    """As `StatusBoard`: what `ListOrFiles` falls back on."""

    def __init__(self, drive: SiteDrive, downloads: Downloads) -> None:
        self._drive = drive
        self._downloads = downloads

    def changes(self, known: Mapping[str, str], cursor: str | None) -> BoardChanges:
        folder = self._drive.at(FOLDER)
        there = [] if folder is None else [item for item in self._drive.children(folder.id) if _is_record(item)]
        fresh = [item for item in there if known.get(_name(item)) != item.version]
        posted = [document for item in fresh if (document := self._read(self._drive.site.by_id(item.id))) is not None]
        gone = known.keys() - {_name(item) for item in there}
        return BoardChanges(posted=tuple(posted), gone=tuple(sorted(gone)))

    def own(self, device: str) -> Posted | None:
        return self._read(self._drive.site.by_path(_path(device)))

    def post(self, device: str, content: bytes, over: Posted | None) -> Posted:
        path = _path(device)
        if over is None:
            self._drive.make_folders(path)
        behaviour = {"@microsoft.graph.conflictBehavior": "fail" if over is None else "replace"}
        headers = {"Content-Type": "application/json"} | ({} if over is None else {"If-Match": over.stamp})
        address = f"{self._drive.site.by_path(path)}:/content"
        answer = self._drive.client.request(
            "PUT", address, params=behaviour, content=content, headers=headers, again=over is not None
        )
        item = item_of(answer.body)
        if item is None:
            raise RemoteGone(msg("graph.gone"))
        return Posted(name=device, stamp=item.version, content=content, device=device, written_by=item.modified_by_mail)

    def check(self) -> None:
        """A folder that nobody made yet is made by who writes first."""

    def readers(self) -> Readers:
        return Readers(reach=Reach.SITE, sentence=msg("team.readers-site"))

    def shows_others(self, device: str) -> bool:
        folder = self._drive.at(FOLDER)
        children = () if folder is None else self._drive.children(folder.id)
        return any(_is_record(item) and _name(item) != device for item in children)

    def _read(self, address: str) -> Posted | None:
        content = io.BytesIO()
        item = unless_gone(lambda: self._downloads.fetch(address, content, limit=MOST))
        if item is None:
            return None
        return Posted(
            name=_name(item),
            stamp=item.version,
            content=content.getvalue(),
            device=device_or_none(_name(item)),
            written_by=item.modified_by_mail,
        )


class ListOrFiles:
    """Implements `StatusBoard`: the list where IT made it, else files. `seconds`: a clock that only runs.

    Whether the list is there shows when it is first asked for something: that costs no request of its own."""

    def __init__(
        self, lines: ListStatusBoard, files: FileStatusBoard, place: str, seconds: Callable[[], float]
    ) -> None:
        self.place = place
        self._lines = lines
        self._files = files
        self._seconds = seconds
        self._missed_at: float | None = None
        self._is_seen = False

    def changes(self, known: Mapping[str, str], cursor: str | None) -> BoardChanges:
        return self._either(lambda board: board.changes(known, cursor))

    def own(self, device: str) -> Posted | None:
        return self._either(lambda board: board.own(device))

    def post(self, device: str, content: bytes, over: Posted | None) -> Posted:
        return self._either(lambda board: board.post(device, content, over))

    def readers(self) -> Readers:
        if not self._is_seen and self._may_be_there():
            self._either(lambda board: board.check())
        return (self._files if self._missed_at is not None else self._lines).readers()

    def shows_others(self, device: str) -> bool:
        return self._either(lambda board: board.shows_others(device))

    def _either(self, ask: Callable[[ListStatusBoard | FileStatusBoard], T]) -> T:
        if self._may_be_there():
            try:
                answer = ask(self._lines)
            except RemoteGone:
                self._missed_at, self._is_seen = self._seconds(), False
            else:
                self._missed_at, self._is_seen = None, True
                return answer
        return ask(self._files)

    def _may_be_there(self) -> bool:
        return self._missed_at is None or self._seconds() - self._missed_at >= LOOK_AGAIN


def _path(device: str) -> str:
    return f"{FOLDER}/{device}{SUFFIX}"


def _name(item: DriveItem) -> str:
    return item.name.removesuffix(SUFFIX)


def _is_record(item: DriveItem) -> bool:
    return item.is_file and item.name.endswith(SUFFIX) and item.size_bytes > 0
