"""A packed member as a stream: what comes out is counted, and its checksum is looked at when all of it came out."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

from app.detect.reading.budget import Budget
from app.detect.reading.unread import Unread, UnreadableError

BUFFER_BYTES = 65_536


class Expanding(io.RawIOBase):
    """Stops at the limits. `packed_bytes`: what went in. A wrong checksum is told to `spoiled`, or without it raised as
    BadZipFile when the stream is closed: what was read before that counts."""

    def __init__(
        self,
        member: Any,  # the readers of several libraries
        packed_bytes: int,
        budget: Budget,
        checksum: int | None = None,
        spoiled: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        self._member, self._packed, self._budget, self._out = member, packed_bytes, budget, 0
        self._checksum, self._spoiled, self._crc, self._at_end = checksum, spoiled, 0, False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        content = self._member.read(len(buffer))
        count = len(content)
        buffer[:count] = content
        self._out += count
        self._budget.expand(count)
        self._budget.check_ratio(self._packed, self._out)
        if self._checksum is not None:
            self._crc = zlib.crc32(content, self._crc)
        self._at_end = not count
        return count

    def close(self) -> None:
        if self.closed:
            return
        self._member.close()
        super().close()
        if self._at_end and self._checksum not in (None, self._crc):
            if self._spoiled is None:
                raise zipfile.BadZipFile("wrong checksum")
            self._spoiled()


def buffered(raw: Expanding) -> io.BufferedReader:
    return io.BufferedReader(raw, BUFFER_BYTES)


class Inflated:
    """Reads through a decompressor that has `decompress(content, most)`, `needs_input` and `eof`, as those of bz2 have.
    `again` makes one for what follows the end of a packed stream: several may be put together."""

    def __init__(
        self, packed: Any, decompressor: Any, again: Callable[[], Any] | None = None
    ) -> None:  # Any: several libraries
        self._packed, self._decompressor, self._again = packed, decompressor, again

    def read(self, size: int) -> bytes:
        """Raises EOFError, UnreadableError (it takes too much memory), and what the decompressor raises."""
        while not self._decompressor.eof or self._next():
            piece = self._packed.read(BUFFER_BYTES) if self._decompressor.needs_input else b""
            if not piece and self._decompressor.needs_input:
                raise EOFError("packed content ends too early")
            found = self._decompress(piece, size)
            if found:
                return found
        return b""

    def close(self) -> None:
        self._packed.close()

    def _decompress(self, piece: bytes, size: int) -> bytes:
        try:
            found: bytes = self._decompressor.decompress(piece, size)
        except lzma.LZMAError as error:
            if "memory" in str(error).lower():
                raise UnreadableError(Unread.LIMIT) from None
            raise
        return found

    def _next(self) -> bool:
        """Whether another packed stream follows; what else follows is padding."""
        if self._again is None:
            return False
        rest = self._decompressor.unused_data or self._packed.read(BUFFER_BYTES)
        if not rest.strip(b"\0"):
            return False
        self._packed = _Before(rest.lstrip(b"\0"), self._packed)
        self._decompressor = self._again()
        return True


class _Before:
    """A stream with bytes put back before it."""

    def __init__(self, first: bytes, rest: Any) -> None:
        self._first, self._rest = first, rest

    def read(self, size: int) -> bytes:
        if self._first:
            first, self._first = self._first, b""
            return first
        found: bytes = self._rest.read(size)
        return found

    def close(self) -> None:
        self._rest.close()


class ZlibDecompressor:
    """zlib's (`wbits` as there) and deflate64's in the manner of bz2's."""

    def __init__(self, wbits: int) -> None:
        self._inner = zlib.decompressobj(wbits)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    def decompress(self, piece: bytes, most: int) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + piece, most)
