"""What stands where a document should go, and whether that is the document itself: an answer that got lost is no conflict."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from app.domain.remote_errors import RemoteConflict
from app.remote.office365.document import Document
from app.remote.office365.downloads import Downloads
from app.remote.office365.drive import SiteDrive
from app.remote.office365.items import DriveItem

CLOCK_SLACK: Final = timedelta(minutes=2)  # between this laptop and the server


class Standing:
    """Of one upload, from its beginning."""

    def __init__(self, drive: SiteDrive, downloads: Downloads, document: Document, now: Callable[[], datetime]) -> None:
        self._drive = drive
        self._downloads = downloads
        self._document = document
        self._now = now
        self._began = now()

    def look(self) -> DriveItem | None:
        return self._drive.at(self._document.path)

    def described(self, item: DriveItem) -> DriveItem:
        """What an answer told in short, in full."""
        return item if item.version else self.look() or item

    def is_same(self, item: DriveItem, digest: str) -> bool:
        """Whether it has the same content. `digest`: quickXorHash of ours; where the library tells none, the content itself is
        read."""
        if not item.is_file or item.size_bytes != self._document.size_bytes:
            return False
        return (item.digest or self._downloads.digest(self._drive.site.by_id(item.id))) == digest

    def is_ours(self, item: DriveItem, digest: str) -> bool:
        """Whether it is what was sent. Where SharePoint rewrote it, only author and time can tell."""
        if item.version == self._document.replaces:
            return False
        if self.is_same(item, digest):
            return True
        account = self._drive.client.account
        return (
            self._document.is_rewritten
            and account is not None
            and item.modified_by_mail == account.lower()
            and item.modified_at is not None
            and self._began - CLOCK_SLACK <= item.modified_at <= self._now() + CLOCK_SLACK
        )

    def is_as_before(self, item: DriveItem | None) -> bool:
        """Whether nothing happened there yet."""
        return (item.version if item is not None else None) == self._document.replaces

    def conflict(self, item: DriveItem | None) -> RemoteConflict:
        return self._document.conflict(item)
