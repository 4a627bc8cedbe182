"""A document read piece by piece for an upload session, and compared with what was asked to be stored before the last piece
goes: a document that changes meanwhile is never finished there.

While one fragment is on its way the next is read and added to the digest, so that this costs no time of its own.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Final

from app.domain.messages import msg
from app.domain.quick_xor import QuickXor
from app.domain.remote_errors import SourceChanged
from app.remote.office365.document import Document

UNIT: Final = 327_680  # bytes; every fragment but the last is a multiple
FRAGMENT: Final = 32 * UNIT  # 10 MiB, which the documentation calls optimal; the most is below 60 MiB
READ_AHEAD: Final = 2  # documents at once that hold a second fragment in memory


class ReadAhead:
    """Leave to read ahead, for some of the documents that are on their way. Any thread."""

    def __init__(self) -> None:
        self._left = threading.Semaphore(READ_AHEAD)

    @contextmanager
    def fragments(self, document: Document) -> Iterator[Fragments]:
        if not self._left.acquire(blocking=False):
            yield Fragments(document, None)
            return
        try:
            with ThreadPoolExecutor(1, "reading-ahead") as reader:
                yield Fragments(document, reader)
        finally:
            self._left.release()


class Fragments:
    """The digest grows as pieces are read in order; going back reads from the start again. `reader` reads ahead, if given."""

    def __init__(self, document: Document, reader: ThreadPoolExecutor | None) -> None:
        self._document = document
        self._reader = reader
        self._start_over()

    def _start_over(self) -> None:
        self._position = 0
        self._sha256 = hashlib.sha256()
        self._last: tuple[int, bytes] | None = None
        self._ahead: tuple[int, Future[bytes]] | None = None

    def at(self, start: int) -> bytes:
        """The fragment that begins at `start`. Raises SourceChanged."""
        if self._last is not None and self._last[0] == start:
            return self._last[1]  # sent again
        content = self._read_before(start)
        if content is None:
            if start < self._position:
                self._start_over()
            self._skip_to(start)
            content = self._fragment(start)
        self._last = start, content
        following = start + len(content)
        if self._reader is not None and following < self._document.size_bytes:
            self._ahead = following, self._reader.submit(self._fragment, following)
        return content

    def digest(self) -> str:
        """quickXorHash of the whole, in base64: seldom asked for, so it is read anew for it. Raises SourceChanged."""
        self._read_before(None)
        self._start_over()
        hashed = QuickXor()
        while self._position < self._document.size_bytes:
            hashed.update(self._take(min(FRAGMENT, self._document.size_bytes - self._position)))
        self._check_whole()
        return hashed.base64()

    def _read_before(self, start: int | None) -> bytes | None:
        """What was read ahead, if it is the fragment at `start`. Afterwards nobody else reads."""
        if self._ahead is None:
            return None
        (begins, reading), self._ahead = self._ahead, None
        content = reading.result()
        return content if begins == start else None

    def _fragment(self, start: int) -> bytes:
        content = self._take(min(FRAGMENT, self._document.size_bytes - start))
        if self._position == self._document.size_bytes:
            self._check_whole()
        return content

    def _skip_to(self, start: int) -> None:
        while self._position < start:
            self._take(min(FRAGMENT, start - self._position))

    def _take(self, size: int) -> bytes:
        self._document.source.seek(self._position)
        content = self._document.source.read(size)
        while len(content) < size:  # a file read without a buffer may give less than was asked for
            more = self._document.source.read(size - len(content))
            if not more:
                raise SourceChanged(msg("graph.source-changed"))
            content += more
        self._sha256.update(content)
        self._position += size
        return content

    def _check_whole(self) -> None:
        self._document.source.seek(self._document.size_bytes)
        longer = self._document.source.read(1)
        if longer or self._sha256.hexdigest() != self._document.sha256:
            raise SourceChanged(msg("graph.source-changed"))
