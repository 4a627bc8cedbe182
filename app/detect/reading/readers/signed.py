"""Mail that was signed or locked as a whole (S/MIME, .p7m): a signed one holds the mail, a locked one cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.detect.reading.document import Part, Reading, of_bytes
from app.detect.reading.unread import Unread, UnreadableError

_SIGNED: Final = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"  # 1.2.840.113549.1.7.2
_DATA: Final = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01"
_LOCKED: Final = (b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03", b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x17")
_OBJECT_ID, _OCTETS, _EXPLICIT = 0x06, 0x04, 0xA0
_CONSTRUCTED = 0x20
LEVELS = 30


def read_signed(part: Part, reading: Reading) -> None:
    """Raises UnreadableError: encrypted; unsupported (certificates and keys have the same form); ValueError, IndexError."""
    content = part.content(reading.budget)
    kind = _first(content, 0, len(content), _OBJECT_ID, LEVELS)
    if kind in _LOCKED:
        raise UnreadableError(Unread.ENCRYPTED)
    if kind != _SIGNED:
        raise UnreadableError(Unread.UNSUPPORTED)
    inside = _signed_content(content)
    if inside:
        reading.budget.take_member()
        reading.read(of_bytes("", inside, part.depth + 1))


def _signed_content(content: bytes) -> bytes:
    """SignedData -> encapContentInfo -> the octets. Empty for a signature that stands beside what it signs."""
    at = content.find(_DATA)
    if at < 0:
        return b""
    at += len(_DATA)
    if content[at : at + 1] != bytes([_EXPLICIT]):
        return b""
    start, end = _extent(content, at, len(content))
    return b"".join(_octets(content, start, end, 0))


def _octets(content: bytes, start: int, end: int, level: int) -> Iterator[bytes]:
    """A string of octets, whole or in pieces."""
    while start < end and level < LEVELS:
        tag = content[start]
        if tag == 0 and content[start + 1 : start + 2] == b"\x00":
            return
        inner, stop = _extent(content, start, end)
        if tag & _CONSTRUCTED:
            yield from _octets(content, inner, stop, level + 1)
        elif tag == _OCTETS:
            yield content[inner:stop]
        start = stop + (2 if content[start + 1] == 0x80 else 0)


def _first(content: bytes, start: int, end: int, tag: int, levels: int) -> bytes:
    """The first value with that tag, looking into what comes first."""
    while levels and start < end:
        inner, stop = _extent(content, start, end)
        if content[start] == tag:
            return content[inner:stop]
        if not content[start] & _CONSTRUCTED:
            break
        start, end, levels = inner, stop, levels - 1
    return b""


def _extent(content: bytes, at: int, most: int) -> tuple[int, int]:
    """Where a value starts and ends. Source: X.690; a length of 0x80 means that the value ends with two zeros."""
    length = content[at + 1]
    if length < 0x80:
        return at + 2, min(at + 2 + length, most)
    if length == 0x80:
        return at + 2, _end_of_open(content, at + 2, most)
    size = length & 0x7F
    start = at + 2 + size
    return start, min(start + int.from_bytes(content[at + 2 : start], "big"), most)


def _end_of_open(content: bytes, start: int, most: int) -> int:
    """The end of a value without a length: behind its values, before its two zeros. One walk over the values, with a stack."""
    open_values = 1
    at = start
    while at < most:
        if content[at] == 0 and content[at + 1 : at + 2] == b"\x00":
            open_values -= 1
            if open_values == 0:
                return at
            at += 2
            continue
        length = content[at + 1]
        if length == 0x80:
            open_values += 1
            at += 2
        else:
            size = length & 0x7F if length > 0x80 else 0
            told = int.from_bytes(content[at + 2 : at + 2 + size], "big") if size else length
            at += 2 + size + told
    return most
