"""A document read piece by piece for an upload session, and compared with what was asked to be stored before the last piece
goes: a document that changes meanwhile is never finished there."""

from __future__ import annotations

import hashlib
from typing import Final

from app.domain.messages import msg
from app.domain.quick_xor import QuickXor
from app.domain.remote_errors import SourceChanged
from app.remote.office365.document import Document

UNIT: Final = 327_680  # bytes; every fragment but the last is a multiple
FRAGMENT: Final = 32 * UNIT  # 10 MiB, which the documentation calls optimal; the most is below 60 MiB


class Fragments:
    """Digests grow as pieces are read in order; going back reads from the start again."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._start_over()

    def _start_over(self) -> None:
        self._position = 0
        self._sha256 = hashlib.sha256()
        self._digest = QuickXor()
        self._last: tuple[int, bytes] | None = None

    def at(self, start: int) -> bytes:
        """The fragment that begins at `start`. Raises SourceChanged."""
        if self._last is not None and self._last[0] == start:
            return self._last[1]  # sent again
        if start < self._position:
            self._start_over()
        self._skip_to(start)
        content = self._take(min(FRAGMENT, self._document.size_bytes - start))
        if self._position == self._document.size_bytes:
            self._check_whole()
        self._last = (start, content)
        return content

    def digest(self) -> str:
        """quickXorHash of the whole, in base64. Raises SourceChanged."""
        self._skip_to(self._document.size_bytes)
        self._check_whole()
        return self._digest.base64()

    def _skip_to(self, start: int) -> None:
        while self._position < start:
            self._take(min(FRAGMENT, start - self._position))

    def _take(self, size: int) -> bytes:
        self._document.source.seek(self._position)
        content = self._document.source.read(size)
        if len(content) != size:
            raise SourceChanged(msg("graph.source-changed"))
        self._sha256.update(content)
        self._digest.update(content)
        self._position += size
        return content

    def _check_whole(self) -> None:
        longer = self._document.source.read(1)
        if longer or self._sha256.hexdigest() != self._document.sha256:
            raise SourceChanged(msg("graph.source-changed"))
