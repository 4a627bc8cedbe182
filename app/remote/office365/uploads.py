"""Puts a document in the site's library, and never over something that was not seen.

Small documents go in one request, larger ones by an upload session (`sessions.py`). An answer that got lost is no conflict
with oneself: what stands there is looked at first. Sources: https://learn.microsoft.com/graph/api/driveitem-put-content,
https://learn.microsoft.com/graph/api/driveitem-createuploadsession
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from app.domain.messages import msg
from app.domain.ports import Progress
from app.domain.quick_xor import quick_xor
from app.domain.remote_errors import RemoteConflict, RemoteGone, RemoteUnreachable
from app.domain.remote_files import UnfinishedUpload
from app.remote.office365.client import AnswerLost
from app.remote.office365.document import Document
from app.remote.office365.downloads import Downloads
from app.remote.office365.drive import SiteDrive
from app.remote.office365.items import DriveItem, item_of
from app.remote.office365.sessions import SessionElsewhere, UploadSessions
from app.remote.office365.standing import Standing

SMALL: Final = 4_000_000  # bytes; the older documentation says "up to 4 MB" for one request
IN_ONE: Final = 60_000_000  # that still go in one, held in memory, where somebody's session stands in the way
TRIES: Final = 5  # of a document in one request


class Uploads:
    """Any thread; several documents may be on their way at once."""

    def __init__(
        self, drive: SiteDrive, sessions: UploadSessions, downloads: Downloads, now: Callable[[], datetime]
    ) -> None:
        self._drive = drive
        self._sessions = sessions
        self._downloads = downloads
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
        standing = Standing(self._drive, self._downloads, document, self._now)
        if document.size_bytes > SMALL:
            try:
                return self._sessions.upload(
                    document, standing, unfinished=unfinished, remember=remember, progress=progress
                )
            except SessionElsewhere:
                # Often our own, whose address got lost: nobody can end it, and it stands in the way for days.
                if document.size_bytes > IN_ONE:
                    raise
        elif unfinished is not None:
            self._sessions.cancel(unfinished.secret)
            remember(None)
        item = self._in_one(document, standing)
        if progress is not None:
            progress(document.size_bytes, document.size_bytes)
        return item

    def _in_one(self, document: Document, standing: Standing) -> DriveItem:
        content = document.whole()
        digest = quick_xor(content)
        is_doubtful, missing = False, 0
        for attempt in range(TRIES):
            try:
                return standing.described(self._put(document, content))
            except AnswerLost:
                there = standing.look()
                if there is not None and standing.is_ours(there, digest):
                    return there
                is_doubtful = True
                self._drive.client.pause(attempt)
            except RemoteGone:
                if document.replaces is not None:
                    raise standing.conflict(standing.look()) from None
                if missing == 2:
                    raise
                self._drive.make_folders(document.path, anew=missing == 1)
                missing += 1
            except RemoteConflict:
                there = standing.look()
                # Without a lost answer only the same content is ours: another version is somebody's.
                is_ours = standing.is_ours if is_doubtful else standing.is_same
                if there is not None and is_ours(there, digest):
                    return there
                if standing.is_as_before(there):
                    raise SessionElsewhere from None
                raise standing.conflict(there) from None
        raise RemoteUnreachable(msg("graph.no-answer"))

    def _put(self, document: Document, content: bytes) -> DriveItem:
        if document.replaces is None:
            self._drive.get_ready(document.path)
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
