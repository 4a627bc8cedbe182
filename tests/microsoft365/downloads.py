"""Short-lived addresses that hand out a file without a token. Source: https://learn.microsoft.com/graph/api/driveitem-get-content"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.microsoft365.contents import Content
from tests.microsoft365.messages import Answer, Request, json_answer

if TYPE_CHECKING:
    from tests.microsoft365.world import World

_RANGE = re.compile(r"^bytes=(\d*)-(\d*)$")


@dataclass
class Download:
    content: Content
    etag: str
    expires_at: datetime


class Downloads:
    """`life`: how long an address is good for. They are as secret as the file: who has one needs no token."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.life = timedelta(hours=1)
        self._given: dict[str, Download] = {}

    def address(self, content: Content, etag: str) -> str:
        secret = secrets.token_urlsafe(48)
        self._given[secret] = Download(content, etag, self._world.clock.now() + self.life)
        return f"{self._world.files_address}/_files/download?UniqueId={secret}&tempauth=v1.{secrets.token_urlsafe(96)}"

    def answer(self, request: Request) -> Answer:
        if "Authorization" in request.headers:
            return json_answer(
                401, {"error": {"code": "unauthenticated", "message": "No Authorization header is expected."}}
            )
        found = self._given.get(request.query.get("UniqueId", ""))
        if found is None:
            return json_answer(404, {"error": {"code": "itemNotFound", "message": "The resource could not be found."}})
        if self._world.clock.now() >= found.expires_at:
            return json_answer(
                401, {"error": {"code": "unauthenticated", "message": "The download address has expired."}}
            )
        if request.method not in ("GET", "HEAD"):
            return Answer(405)
        return _file_answer(found, request.headers.get("Range"))


def _file_answer(found: Download, wanted: str | None) -> Answer:
    size = found.content.size
    headers = {"Content-Type": "application/octet-stream", "Accept-Ranges": "bytes", "ETag": found.etag}
    stretch = _RANGE.match(wanted or "")
    if not stretch or stretch[1] == stretch[2] == "":
        return found.content.answer(200, 0, size, headers)
    if stretch[1]:
        start, end = int(stretch[1]), min(int(stretch[2] or size - 1), size - 1)
    else:
        start, end = max(size - int(stretch[2]), 0), size - 1
    if start > end or start >= size:
        return Answer(416, headers={"Content-Range": f"bytes */{size}"})
    headers["Content-Range"] = f"bytes {start}-{end}/{size}"
    return found.content.answer(206, start, end - start + 1, headers)
