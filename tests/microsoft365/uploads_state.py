"""Upload sessions and the rules of their fragments.

Source: https://learn.microsoft.com/graph/api/driveitem-createuploadsession
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.microsoft365.contents import Content, QuickXorHash
from tests.microsoft365.drive_state import Conflict, Drive, Item
from tests.microsoft365.messages import Answer, GraphError, Json, Request, json_answer
from tests.microsoft365.people import Person
from tests.microsoft365.storing import store_content

if TYPE_CHECKING:
    from tests.microsoft365.world import World

FRAGMENT_STEP = 320 * 1024
FRAGMENT_LIMIT = 60 * 1024 * 1024
_RANGE = re.compile(r"^bytes (\d+)-(\d+)/(\d+)$")


@dataclass
class UploadSession:
    """`replaces`: the version that has to stand there at the end (If-Match). `total`: told by the first fragment, or before."""

    drive: Drive
    parent: Item
    name: str
    conflict: Conflict
    replaces: str | None
    by: Person
    expires_at: datetime
    file: Path
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(64))
    total: int | None = None
    received: int = 0
    hashed: QuickXorHash = field(default_factory=QuickXorHash)
    is_deferred: bool = False

    def told(self, *, closed: bool = False) -> Json:
        done = self.total is not None and self.received == self.total
        last = self.total - 1 if self.total is not None and closed else ""
        expires = self.expires_at.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
        return {"expirationDateTime": expires, "nextExpectedRanges": [] if done else [f"{self.received}-{last}"]}


class UploadSessions:
    """`strict_steps`: a fragment that is no multiple of 320 KiB is refused at once (the service: when the file is made).
    `closed_ranges`: what is missing is told with its end ("327680-655359"), as in one of the examples."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.open: dict[str, UploadSession] = {}
        self.strict_steps = True
        self.closed_ranges = False

    def begin(self, session: UploadSession) -> Answer:
        self._forget_expired()
        if self._world.only_one_session_a_name:
            key = (session.drive.id, session.parent.id, session.name.casefold())
            for other in self.open.values():
                if (other.drive.id, other.parent.id, other.name.casefold()) == key:
                    raise GraphError(409, "nameAlreadyExists", "Another upload session is open for this name.")
        self.open[session.secret] = session
        secret = f"guid={session.secret}&tempauth=v1.{secrets.token_urlsafe(64)}"
        address = f"{self._world.files_address}/_files/uploadSession?{secret}"
        told = {"uploadUrl": address, **session.told()}
        if self._world.is_sparse:
            del told["nextExpectedRanges"]
        return json_answer(200, told)

    def answer(self, request: Request) -> Answer:
        """GET, PUT, POST and DELETE of an upload address; it is a secret that stands for a token."""
        if "Authorization" in request.headers:
            raise GraphError(401, "unauthenticated", "The Authorization header must not be sent to an upload address.")
        self._forget_expired()
        session = self.open.get(request.query.get("guid", ""))
        if session is None:
            raise GraphError(404, "itemNotFound", "The upload session was not found.", inner="uploadSessionNotFound")
        match request.method:
            case "GET":
                return json_answer(200, session.told(closed=self.closed_ranges))
            case "DELETE":
                self._end(session)
                return Answer(204)
            case "PUT":
                return self._take(session, request)
            case "POST" if session.is_deferred and not request.body:
                return self._commit(session)
        raise GraphError(405, "invalidRequest", "The HTTP method is not allowed here.")

    def _take(self, session: UploadSession, request: Request) -> Answer:
        found = _RANGE.match(request.headers.get("Content-Range") or "")
        if not found:
            raise GraphError(400, "invalidRequest", "The Content-Range header is missing or malformed.")
        start, end, total = (int(text) for text in found.groups())
        self._check(session, start, end, total, len(request.body))
        session.total = total
        with session.file.open("ab") as file:
            file.write(request.body)
        session.hashed.update(request.body)
        session.received = end + 1
        if session.received < total or session.is_deferred:
            return json_answer(202, session.told(closed=self.closed_ranges))
        return self._commit(session)

    def _check(self, session: UploadSession, start: int, end: int, total: int, length: int) -> None:
        if end < start or end >= total or length != end - start + 1:
            raise GraphError(
                400, "invalidRequest", "Content-Length and Content-Range differ.", inner="fragmentLengthMismatch"
            )
        if length >= FRAGMENT_LIMIT:
            raise GraphError(413, "invalidRequest", "The fragment is too large.", inner="maxFragmentLengthExceeded")
        if session.total is not None and session.total != total:
            raise GraphError(400, "invalidRequest", "The total size differs from that of earlier fragments.")
        if start < session.received:
            raise GraphError(
                416, "invalidRange", "The uploaded fragment overlaps with existing data.", inner="fragmentOverlap"
            )
        if start > session.received:
            raise GraphError(416, "invalidRange", "The uploaded fragment is out of order.", inner="fragmentOutOfOrder")
        if self.strict_steps and end + 1 < total and length % FRAGMENT_STEP:
            raise GraphError(400, "invalidRequest", "The fragment is no multiple of 327680 bytes.")

    def _commit(self, session: UploadSession) -> Answer:
        """Make the file. On a conflict the session stays until its end, so that it can be committed otherwise."""
        if session.total is None or session.received < session.total:
            raise GraphError(
                400, "invalidRequest", "The upload session is incomplete.", inner="uploadSessionIncomplete"
            )
        content = Content(session.total, file=session.file, known_digest=session.hashed.text())
        drive, parent = session.drive, session.parent
        if parent.id not in drive.items:
            raise GraphError(404, "itemNotFound", "The folder is gone.")
        answer = store_content(
            self._world, drive, parent, session.name, content, session.by, session.conflict, session.replaces
        )
        self.open.pop(session.secret, None)
        return answer

    def _end(self, session: UploadSession) -> None:
        self.open.pop(session.secret, None)
        session.file.unlink(missing_ok=True)

    def _forget_expired(self) -> None:
        now = self._world.clock.now()
        for session in [session for session in self.open.values() if now >= session.expires_at]:
            self._end(session)
