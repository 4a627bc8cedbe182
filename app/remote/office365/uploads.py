"""Puts a document in the site's library, and never over something that was not seen.

Small documents go in one request, larger ones by an upload session (`sessions.py`). An answer that got lost is no conflict
with oneself: what stands there is looked at first. Sources: https://learn.microsoft.com/graph/api/driveitem-put-content,
https://learn.microsoft.com/graph/api/driveitem-createuploadsession
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from app.domain.messages import msg
from app.domain.ports import Progress
from app.domain.quick_xor import quick_xor
from app.domain.remote_errors import RemoteConflict, RemoteGone, RemoteUnreachable
from app.domain.remote_files import UnfinishedUpload
from app.remote.office365.client import AnswerLost
from app.remote.office365.document import Document
from app.remote.office365.drive import SiteDrive
from app.remote.office365.items import DriveItem, item_of
from app.remote.office365.sessions import UploadSessions

SMALL: Final = 4_000_000  # bytes; the older documentation says "up to 4 MB" for one request
TRIES: Final = 3  # of a small document whose answer gets lost
CLOCK_SLACK: Final = timedelta(minutes=2)


class Uploads:
    """Any thread; several documents may be on their way at once."""

    def __init__(self, drive: SiteDrive, sessions: UploadSessions, now: Callable[[], datetime]) -> None:
        self._drive = drive
        self._sessions = sessions
        self._now = now

    def upload(
        self,
        document: Document,
        *,
        unfinished: UnfinishedUpload | None,
        remember: Callable[[UnfinishedUpload | None], None],
        progress: Progress | None,
    ) -> DriveItem:
        """What stands there afterwards, as the library reports it. Raises RemoteConflict, SourceChanged, and the other
        errors of `app.domain.remote_errors`."""
        began = self._now()
        if document.size_bytes > SMALL:
            return self._sessions.upload(
                document,
                unfinished=unfinished,
                remember=remember,
                progress=progress,
                is_ours=lambda item, digest: self.is_ours(document, item, digest, began),
            )
        if unfinished is not None:
            self._sessions.cancel(unfinished.secret)
            remember(None)
        item = self._small(document, began)
        if progress is not None:
            progress(document.size_bytes, document.size_bytes)
        return item

    def is_ours(self, document: Document, item: DriveItem, digest: str, began: datetime) -> bool:
        """Whether what stands there is what was sent. Where SharePoint rewrote it, only author and time can tell."""
        if item.version == document.replaces:
            return False
        if document.is_same(item, digest):
            return True
        account = self._drive.client.account
        return (
            document.is_rewritten
            and account is not None
            and item.modified_by_mail == account.lower()
            and item.modified_at is not None
            and began - CLOCK_SLACK <= item.modified_at <= self._now() + CLOCK_SLACK
        )

    def _small(self, document: Document, began: datetime) -> DriveItem:
        content = document.whole()
        digest = quick_xor(content)
        for attempt in range(TRIES):
            try:
                return self._put(document, content)
            except AnswerLost:
                standing = self._drive.at(document.path)
                if standing is not None and self.is_ours(document, standing, digest, began):
                    return standing
                if not document.is_as_before(standing):
                    raise document.conflict(standing) from None
                self._drive.client.pause(attempt)
            except RemoteGone:
                self._no_place(document, attempt)
            except RemoteConflict:
                standing = self._drive.at(document.path)
                # On a first try only the same content is ours: another person's new version is seldom.
                if standing is not None and (
                    document.is_same(standing, digest)
                    or (attempt > 0 and self.is_ours(document, standing, digest, began))
                ):
                    return standing
                raise document.conflict(standing) from None
        raise RemoteUnreachable(msg("graph.no-answer"))

    def _put(self, document: Document, content: bytes) -> DriveItem:
        headers = {"Content-Type": "application/octet-stream"}
        if document.replaces is not None:
            headers["If-Match"] = document.replaces
        answer = self._drive.client.request(
            "PUT",
            f"{self._drive.site.by_path(document.path)}:/content",
            params={"@microsoft.graph.conflictBehavior": document.conflict_behaviour},
            content=content,
            headers=headers,
            again=False,
        )
        item = item_of(answer.body)
        if item is None:
            raise AnswerLost(msg("graph.no-answer"))
        return item

    def _no_place(self, document: Document, attempt: int) -> None:
        """404: the folders are missing, or what was to be replaced is gone."""
        if document.replaces is not None:
            raise document.conflict(self._drive.at(document.path)) from None
        if attempt > 0:
            raise RemoteGone(msg("graph.gone"))
        self._drive.forget_folders()
        self._drive.make_folders(document.path)
