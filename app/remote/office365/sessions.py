"""Upload sessions: a large document in fragments, taken up again where it stopped.

The upload address is a permission of its own: no token goes there, it is stored encrypted and never told. After any doubt the
session is asked what it still expects. Source: https://learn.microsoft.com/graph/api/driveitem-createuploadsession
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from app.domain.errors import AssistantError
from app.domain.messages import msg
from app.domain.ports import Progress
from app.domain.remote_errors import (
    RemoteConflict,
    RemoteGone,
    RemoteLocked,
    RemoteRefused,
    RemoteRejected,
    RemoteUnreachable,
    SourceChanged,
)
from app.domain.remote_files import UnfinishedUpload
from app.remote.office365.client import GraphClient, is_throttled
from app.remote.office365.document import Document
from app.remote.office365.drive import SiteDrive
from app.remote.office365.fragments import Fragments, ReadAhead
from app.remote.office365.items import DriveItem, item_of, moment_of
from app.remote.office365.line import TRIES, LineFault, Reply
from app.remote.office365.refusals import body_of, refusal
from app.remote.office365.silence import throttled
from app.remote.office365.standing import Standing

SESSIONS: Final = 3  # that are begun for one document before it is left until later
Remember = Callable[[UnfinishedUpload | None], None]

_RANGE = re.compile(r"\s*(\d+)")


class SessionGone(Exception):
    """The session cannot be gone on with: it ended, or it was finished and the answer got lost. `may_be_open`: it is still
    there, and would stand in the way of a new one."""

    def __init__(self, *, may_be_open: bool = False) -> None:
        super().__init__("gone")
        self.may_be_open = may_be_open


class SessionElsewhere(RemoteLocked):
    """Nothing stands in the way but a session for that name that is not known here. Source:
    https://github.com/OneDrive/onedrive-api-docs/issues/747"""

    def __init__(self) -> None:
        super().__init__(msg("graph.session-elsewhere"))


class UploadSessions:
    """Any thread."""

    def __init__(self, drive: SiteDrive) -> None:
        self._drive = drive
        self._ahead = ReadAhead()

    def upload(
        self,
        document: Document,
        standing: Standing,
        *,
        unfinished: UnfinishedUpload | None,
        remember: Remember,
        progress: Progress | None,
    ) -> DriveItem:
        """What stands there afterwards. A session that cannot be used (another content, another version) is cancelled."""
        if unfinished is not None and not _fits(document, unfinished):
            self.cancel(unfinished.secret)
            remember(None)
            unfinished = None
        with self._ahead.fragments(document) as fragments:
            for _ in range(SESSIONS):
                session = unfinished or self._begin(document, standing, fragments, remember)
                if isinstance(session, DriveItem):
                    return session
                sending = _Sending(self._drive.client, document, fragments, session.secret, progress)
                item = self._finish(sending, standing, session, remember, is_taken_up=unfinished is not None)
                if item is not None:
                    return item
                unfinished = None
        raise RemoteUnreachable(msg("graph.session-lost"))

    def _finish(
        self,
        sending: _Sending,
        standing: Standing,
        session: UnfinishedUpload,
        remember: Remember,
        *,
        is_taken_up: bool,
    ) -> DriveItem | None:
        """What stands there; None where the session went, and nothing was stored: a new one may be begun."""
        try:
            item = sending.run(asked_first=is_taken_up)
        except SessionGone as gone:
            if gone.may_be_open:
                self.cancel(session.secret)
            remember(None)
            there = standing.look()
            if there is not None and standing.is_ours(there, sending.fragments.digest()):
                return there
            if not standing.is_as_before(there):
                raise standing.conflict(there) from None
            return None
        except RemoteConflict:
            # Something else came to stand there while the fragments went. Both are kept: ours here, theirs there.
            self.cancel(session.secret)
            remember(None)
            there = standing.look()
            if there is not None and standing.is_ours(there, sending.fragments.digest()):
                return there
            raise standing.conflict(there) from None
        except (SourceChanged, RemoteRefused, RemoteRejected):
            self.cancel(session.secret)
            remember(None)
            raise
        remember(None)
        there = standing.look() if item is None else standing.described(item)
        if there is None:
            raise RemoteUnreachable(msg("graph.no-answer"))
        return there

    def cancel(self, secret: str) -> None:
        """Let go of a session; what cannot be cancelled ends by itself."""
        try:
            self._drive.client.bare("DELETE", secret)
        except (LineFault, AssistantError):
            return

    def _begin(
        self, document: Document, standing: Standing, fragments: Fragments, remember: Remember
    ) -> UnfinishedUpload | DriveItem:
        """A new session; or what stands there already, when that is the same content."""
        try:
            told = self._create_in_folders(document, standing)
        except RemoteConflict:
            there = standing.look()
            if there is not None and standing.is_same(there, fragments.digest()):
                return there
            if standing.is_as_before(there):
                raise SessionElsewhere from None
            raise standing.conflict(there) from None
        session = UnfinishedUpload(
            secret=_upload_url(told),
            sha256=document.sha256,
            size_bytes=document.size_bytes,
            replaces=document.replaces,
            expires_at=moment_of(told.get("expirationDateTime")),
        )
        remember(session)
        return session

    def _create_in_folders(self, document: Document, standing: Standing) -> Mapping[str, Any]:
        if document.replaces is None:
            self._drive.get_ready(document.path)
        for anew in (False, True):
            try:
                return self._create(document)
            except RemoteGone:
                if document.replaces is not None:
                    raise standing.conflict(standing.look()) from None
            self._drive.make_folders(document.path, anew=anew)
        return self._create(document)

    def _create(self, document: Document) -> Mapping[str, Any]:
        return self._drive.client.request(
            "POST",
            f"{self._drive.site.by_path(document.path)}:/createUploadSession",
            json={"item": {"@microsoft.graph.conflictBehavior": document.conflict_behaviour}},
            headers={} if document.replaces is None else {"If-Match": document.replaces},
            again=True,
        ).body


class _Sending:
    """The fragments of one document to one session."""

    def __init__(
        self,
        client: GraphClient,
        document: Document,
        fragments: Fragments,
        secret: str,
        progress: Progress | None,
    ) -> None:
        self._client = client
        self.document = document
        self.fragments = fragments
        self._secret = secret
        self._progress = progress
        self._failed = 0  # times in a row without anything having come through
        self._begin_at = 0

    def run(self, *, asked_first: bool) -> DriveItem | None:
        """The finished item; None where it is finished but was not described. Raises SessionGone, RemoteConflict, RemoteLocked,
        RemoteFull, RemoteThrottled, RemoteUnreachable, SourceChanged."""
        reply = self._ask() if asked_first else None
        while True:
            if reply is not None:
                done, item = self._understand(reply)
                if done:
                    self._tell(self.document.size_bytes)
                    return item
            reply = self._send()

    def _send(self) -> Reply:
        """One fragment. Where its answer does not come, what the session then says."""
        start = self._begin_at
        content = self.fragments.at(start)
        headers = {
            "Content-Range": f"bytes {start}-{start + len(content) - 1}/{self.document.size_bytes}",
            "Content-Type": "application/octet-stream",
        }
        try:
            reply = self._client.bare("PUT", self._secret, content=content, headers=headers)
        except LineFault as fault:
            return self._after_trouble(None, fault)
        if is_throttled(reply) or (reply.status >= 500 and reply.status != 507):
            return self._after_trouble(reply)
        if reply.status == 416:  # it has this already, or there is a gap
            return self._after_trouble(reply)
        return reply

    def _after_trouble(self, reply: Reply | None, fault: LineFault | None = None) -> Reply:
        """Pause, then ask what is still expected."""
        while True:
            self._failed += 1 if fault is None else TRIES // fault.tries
            if reply is not None and is_throttled(reply):
                if self._failed >= TRIES:
                    raise throttled(self._client.silent_until())
            elif self._failed > TRIES:
                raise RemoteUnreachable(msg("graph.no-answer"))
            else:
                self._client.pause(self._failed - 1)
            try:
                reply, fault = self._client.bare("GET", self._secret), None
            except LineFault as again:
                reply, fault = None, again
                continue
            if is_throttled(reply) or (reply.status >= 500 and reply.status != 507):
                continue
            return reply

    def _ask(self) -> Reply:
        """What a session that was left open still expects."""
        try:
            reply = self._client.bare("GET", self._secret)
        except LineFault as fault:
            return self._after_trouble(None, fault)
        return self._after_trouble(reply) if is_throttled(reply) or reply.status >= 500 else reply

    def _understand(self, reply: Reply) -> tuple[bool, DriveItem | None]:
        """Whether it is finished, and as what; else where to go on."""
        if reply.status in (401, 404, 410):
            raise SessionGone
        if not 200 <= reply.status < 300:
            raise refusal(reply.status, body_of(reply.content))
        body = body_of(reply.content)
        item = item_of(body)
        if item is not None:
            return True, item
        if "nextExpectedRanges" not in body:
            return reply.status in (200, 201), None
        expected = _first(body["nextExpectedRanges"])
        if expected is None:
            # Everything has come in, and nobody says what became of it: look at what stands there.
            raise SessionGone(may_be_open=True)
        self._go_on_at(expected)
        return False, None

    def _go_on_at(self, expected: int) -> None:
        if expected > self._begin_at:
            self._failed = 0
            self._tell(min(expected, self.document.size_bytes))
        if expected >= self.document.size_bytes:
            raise SessionGone(may_be_open=True)  # more than we have: not a session of this document
        self._begin_at = expected

    def _tell(self, done: int) -> None:
        if self._progress is not None:
            self._progress(done, self.document.size_bytes)


def _fits(document: Document, unfinished: UnfinishedUpload) -> bool:
    """Whether a session is of this content and for this version. Whether it is still there, the server tells: its clock
    counts."""
    return (unfinished.sha256, unfinished.replaces) == (document.sha256, document.replaces)


def _first(ranges: object) -> int | None:
    """Where the first missing range begins ("12345-55232", "77829-")."""
    starts = [match for entry in (ranges if isinstance(ranges, list) else ()) if (match := _RANGE.match(str(entry)))]
    return min((int(match[1]) for match in starts), default=None)


def _upload_url(told: Mapping[str, Any]) -> str:
    url = told.get("uploadUrl")
    if not isinstance(url, str) or not url:
        raise RemoteUnreachable(msg("graph.no-answer"))
    return url
