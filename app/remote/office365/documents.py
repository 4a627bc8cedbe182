"""Documentation of projects in the firm's SharePoint library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import BinaryIO

from app.domain.ports import Progress
from app.domain.remote_files import Grant, RemoteChanges, RemoteFile, UnfinishedUpload
from app.remote.office365.document import Document
from app.remote.office365.downloads import Downloads
from app.remote.office365.drive import SiteDrive
from app.remote.office365.feed import SiteFeed
from app.remote.office365.items import joined
from app.remote.office365.permissions import grants_of
from app.remote.office365.uploads import Uploads


class Office365Documents:
    """Implements `DocumentRemote`. Any thread: several documents may be uploaded side by side (four to six)."""

    kind = "office365"

    def __init__(self, drive: SiteDrive, feed: SiteFeed, uploads: Uploads, downloads: Downloads) -> None:
        self._drive = drive
        self._feed = feed
        self._uploads = uploads
        self._downloads = downloads

    def look_now(self) -> None:
        """A person asks: what stands there is looked at anew, however short ago that was done."""
        self._feed.look_now()

    def find(self, place: str, path: str) -> RemoteFile | None:
        item = self._drive.at(joined(place, path))
        return item.as_file(path) if item is not None and item.is_file else None

    def upload(
        self,
        place: str,
        path: str,
        source: BinaryIO,
        *,
        sha256: str,
        size_bytes: int,
        replaces: str | None,
        unfinished: UnfinishedUpload | None,
        remember: Callable[[UnfinishedUpload | None], None],
        progress: Progress | None = None,
    ) -> RemoteFile:
        document = Document(
            place=place, below=path, source=source, sha256=sha256, size_bytes=size_bytes, replaces=replaces
        )
        item = self._uploads.upload(document, unfinished=unfinished, remember=remember, progress=progress)
        self._feed.note(place, item)
        return item.as_file(path)

    def download(self, place: str, file: RemoteFile, target: BinaryIO) -> RemoteFile:
        item = self._downloads.fetch(self._drive.site.by_id(file.id), target)
        return item.as_file(file.path)

    def changes(self, place: str, cursor: str | None) -> RemoteChanges:
        return self._feed.changes(place, cursor)

    def grants(self, place: str) -> Sequence[Grant]:
        """Nobody while the place is not there."""
        item = self._drive.at(place)
        if item is None:
            return ()
        told = self._drive.client.values(f"{self._drive.site.by_id(item.id)}/permissions")
        found: dict[Grant, None] = {}
        for permission in told:
            found |= dict.fromkeys(grants_of(permission))
        return tuple(found)

    def address(self, place: str) -> str | None:
        item = self._drive.at(place)
        return None if item is None else item.web_address
