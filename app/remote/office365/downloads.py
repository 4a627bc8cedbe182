"""Fetches a document, and compares it with what the library says of it.

The content lies at a short-lived address that is a permission of its own: no token goes there. A download that is cut off
goes on where it stopped. Source: https://learn.microsoft.com/graph/api/driveitem-get-content
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any, BinaryIO, Final

import requests

from app.domain.messages import msg
from app.domain.quick_xor import QuickXor
from app.domain.remote_errors import RemoteBroken, RemoteGone, RemoteUnreachable
from app.remote.office365.client import GraphClient, is_throttled
from app.remote.office365.items import DOWNLOAD_URL, DriveItem, item_of
from app.remote.office365.line import Line, LineFault, Reply, lower
from app.remote.office365.refusals import refusal
from app.remote.office365.silence import Silence

PIECE: Final = 128 * 1024  # what came of a piece before the line dropped is lost
WHOLE_TRIES: Final = 2  # of a content that came whole but is not what it should be
_RANGE = re.compile(r"bytes (\d+)-\d+/(?:\d+|\*)")


class Downloads:
    """Any thread."""

    def __init__(self, client: GraphClient, silence: Silence) -> None:
        self._client = client
        self._silence = silence

    def fetch(self, address: str, target: BinaryIO, *, limit: int | None = None) -> DriveItem:
        """Write the content of the item at `address` (a path of Graph) to `target` from where it stands; gives what the library
        told of it. Raises RemoteGone, RemoteBroken (nothing is left in `target`), and what the client raises."""
        began = target.tell()
        for _ in range(WHOLE_TRIES):
            told = self._client.get(address)
            item = item_of(told)
            if item is None or not item.is_file:
                raise RemoteGone(msg("graph.gone"))
            if limit is not None and item.size_bytes > limit:
                raise RemoteBroken(msg("graph.too-long"))
            try:
                _Download(self._client, self._silence, address, item, target).run(told)
            except RemoteBroken:
                _take_back(target, began)
                continue
            except BaseException:
                _take_back(target, began)
                raise
            return item
        raise RemoteBroken(msg("graph.broken"))

    def digest(self, address: str) -> str:
        """quickXorHash of what stands there, read through, where the library does not tell it."""
        hashed = _Hashed()
        self.fetch(address, hashed)
        return hashed.digest.base64()


class _Hashed(io.RawIOBase, BinaryIO):
    """Takes a content and keeps its digest alone."""

    def __init__(self) -> None:
        super().__init__()
        self.digest = QuickXor()

    def write(self, content: Any, /) -> int:
        self.digest.update(content)
        return len(content)

    def tell(self) -> int:
        return 0

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Back to the beginning, which is the only place that is ever gone back to."""
        self.digest = QuickXor()
        return 0

    def truncate(self, size: int | None = None, /) -> int:
        return 0


class _Download:
    """One item, from its beginning to its end."""

    def __init__(self, client: GraphClient, silence: Silence, address: str, item: DriveItem, target: BinaryIO) -> None:
        self._client = client
        self._line: Line = client.line
        self._silence = silence
        self._address = address
        self._item = item
        self._target = target
        self._began = target.tell()
        self._digest = QuickXor()
        self._done = 0

    def run(self, told: Mapping[str, object]) -> None:
        url = told.get(DOWNLOAD_URL)
        source = url if isinstance(url, str) and url else None
        failed = 0
        while self._done < self._item.size_bytes:
            before = self._done
            try:
                self._some(source or self._look_up())
            except LineFault as fault:
                failed = 0 if self._done > before else failed + 1
                if failed >= fault.tries:
                    raise RemoteUnreachable(msg("graph.no-answer")) from None
                self._client.pause(failed)
                source = None  # the address may have ended
        self._check()

    def _look_up(self) -> str:
        """The short-lived address, anew."""
        # After a path a colon ends it: "root:/folder/name:/content".
        content = f"{self._address}:/content" if ":/" in self._address else f"{self._address}/content"
        answer = self._client.request("GET", content, accept=frozenset({302, 301, 307, 308}))
        location = answer.headers.get("location")
        if not location:
            raise RemoteUnreachable(msg("graph.no-answer"))
        return location

    def _some(self, url: str) -> None:
        """As much as comes. Raises LineFault for what can be tried again."""
        self._silence.keep()
        headers = {"Accept-Encoding": "identity"}
        if self._done:
            headers["Range"] = f"bytes={self._done}-"
        with self._line.open("GET", url, headers=headers) as response:
            self._judge(response)
            for piece in self._line.pieces(response, PIECE):
                self._take(piece)
        if self._done < self._item.size_bytes:
            raise LineFault("cut-off", was_sent=True)

    def _judge(self, response: requests.Response) -> None:
        reply = Reply(response.status_code, lower(response), b"")
        if is_throttled(reply):
            self._silence.begin(reply.headers)
            raise LineFault("throttled", was_sent=True)
        if reply.status in (401, 403, 404, 410) or reply.status >= 500:
            raise LineFault("ended", was_sent=True)  # these addresses live for minutes
        if reply.status == 206:
            self._check_range(reply.headers.get("content-range", ""))
        elif reply.status == 200:
            self._start_over()  # the range was not heeded: all of it comes
        elif reply.status == 416:
            raise RemoteBroken(msg("graph.broken"))
        else:
            raise refusal(reply.status, {})

    def _check_range(self, told: str) -> None:
        match = _RANGE.match(told)
        if match is None or int(match[1]) != self._done:
            raise RemoteBroken(msg("graph.broken"))

    def _start_over(self) -> None:
        _take_back(self._target, self._began)
        self._digest = QuickXor()
        self._done = 0

    def _take(self, piece: bytes) -> None:
        self._done += len(piece)
        if self._done > self._item.size_bytes:
            raise RemoteBroken(msg("graph.too-long"))
        self._target.write(piece)
        self._digest.update(piece)

    def _check(self) -> None:
        if self._item.digest is not None and self._digest.base64() != self._item.digest:
            raise RemoteBroken(msg("graph.broken"))


def _take_back(target: BinaryIO, began: int) -> None:
    target.seek(began)
    target.truncate()
