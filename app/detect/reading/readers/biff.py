"""Records of old Excel workbooks and their strings. Source: MS-XLS 2.1.4, 2.5.293, 2.5.294."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import Final

CONTINUE, END = 0x003C, 0x000A
_WIDE, _RICH, _PHONETIC = 0x01, 0x08, 0x04
_HEAD: Final = struct.Struct("<HH")


def records(stream: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """The type and the content of each record: its own, then that of the records that continue it. Raises EOFError when the
    last one is cut off. What follows the end of a sheet may be rubbish: the rest of a sector."""
    at, end, last = 0, len(stream), END
    while at + 4 <= end:
        kind, size = _HEAD.unpack_from(stream, at)
        if at + 4 + size > end:
            if last == END:
                return
            raise EOFError
        last = kind or last
        chunks = [stream[at + 4 : at + 4 + size]]
        at += 4 + size
        while at + 4 <= end and stream[at] == CONTINUE and stream[at + 1] == 0:
            size = int.from_bytes(stream[at + 2 : at + 4], "little")
            chunks.append(stream[at + 4 : at + 4 + size])
            at += 4 + size
        yield kind, chunks


class Strings:
    """Reads strings one after another from a record and its continuations; letters may be cut anywhere between them."""

    def __init__(self, chunks: Sequence[bytes], at: int) -> None:
        self._chunks, self._chunk, self._at = chunks, 0, at

    def next(self) -> str:
        """Raises IndexError behind the last one."""
        chunk, at = self._chunks[self._chunk], self._at
        while len(chunk) - at < 3:
            if at < len(chunk):
                raise IndexError
            self._chunk += 1
            chunk, at = self._chunks[self._chunk], 0
        letters, flags = chunk[at] | chunk[at + 1] << 8, chunk[at + 2]
        at += 3
        more = 0
        if flags & _RICH:
            more = 4 * (chunk[at] | chunk[at + 1] << 8)
            at += 2
        if flags & _PHONETIC:
            more += int.from_bytes(chunk[at : at + 4], "little")
            at += 4
        size = letters << (flags & _WIDE)
        if at + size <= len(chunk):  # nearly always
            text = chunk[at : at + size].decode("utf-16-le" if flags & _WIDE else "latin-1", "replace")
            self._at = at + size
        else:
            text = self._across(letters, flags & _WIDE, at)
        if more:
            self._skip(more)
        return text

    def _across(self, letters: int, wide: int, at: int) -> str:
        pieces = []
        while True:
            chunk = self._chunks[self._chunk]
            take = min(letters, len(chunk) - at >> wide)
            piece = chunk[at : at + (take << wide)]
            pieces.append(piece.decode("utf-16-le" if wide else "latin-1", "replace"))
            letters -= take
            self._at = at + (take << wide)
            if not letters:
                return "".join(pieces)
            self._chunk += 1
            wide, at = self._chunks[self._chunk][0] & _WIDE, 1  # each continuation says anew how wide its letters are

    def _skip(self, size: int) -> None:
        while size:
            take = min(size, len(self._chunks[self._chunk]) - self._at)
            self._at += take
            size -= take
            if size:
                self._chunk += 1
                self._at = 0


def string(content: bytes, at: int, *, short: bool = False) -> tuple[str, int]:
    """A string with a length of two bytes (`short`: one), and the place behind it. Raises IndexError, ValueError."""
    letters = content[at] if short else content[at] | content[at + 1] << 8
    at += 1 if short else 2
    if not letters:
        return "", at
    wide = content[at] & _WIDE
    end = at + 1 + (letters << wide)
    if end > len(content):
        raise ValueError("a text longer than its record")
    return content[at + 1 : end].decode("utf-16-le" if wide else "latin-1", "replace"), end


def narrow_string(content: bytes, at: int, codec: str, *, short: bool = False) -> str:
    """As Excel 5 and 95 write it: a length, and letters of one byte. Raises IndexError."""
    letters = content[at] if short else content[at] | content[at + 1] << 8
    at += 1 if short else 2
    return content[at : at + letters].decode(codec, "replace")
