"""A zip whose list of members is missing or damaged, as of a download that was cut: its members one after another."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

from app.detect.reading.document import Part, Reading, of_bytes
from app.detect.reading.readers.ooxml_properties import is_look_of_office
from app.detect.reading.unread import Unread, UnreadableError

_MEMBER: Final = b"PK\x03\x04"
_RECORDS: Final = (b"PK\x07\x08", _MEMBER, b"PK\x01\x02")
_HEADER = 30
_ENCRYPTED, _SIZE_BEHIND = 0x1, 0x8
_STORED, _DEFLATED = 0, 8
PIECE_BYTES = 65_536


def read_broken_zip(part: Part, reading: Reading) -> None:
    """What can be read counts; the whole is corrupt all the same."""
    reading.evidence.cannot_read(Unread.CORRUPT)
    if part.depth == 0:
        reading.evidence.is_cut = True
    content = part.content(reading.budget)
    at = content.find(_MEMBER)
    while 0 <= at <= len(content) - _HEADER:
        reading.budget.take_member()
        at = content.find(_MEMBER, _read_member(content, at, part, reading))


def _read_member(content: bytes, at: int, part: Part, reading: Reading) -> int:
    """Where to look for the next one."""
    flags, method = (int.from_bytes(content[at + place : at + place + 2], "little") for place in (6, 8))
    packed = int.from_bytes(content[at + 18 : at + 22], "little")
    name_bytes, extra_bytes = (int.from_bytes(content[at + place : at + place + 2], "little") for place in (26, 28))
    start = at + _HEADER + name_bytes + extra_bytes
    raw_name = content[at + _HEADER : at + _HEADER + name_bytes]
    name = raw_name.decode("utf-8" if flags & 0x800 else "cp437", "replace")
    if flags & _ENCRYPTED:
        reading.evidence.name(name)
        reading.evidence.cannot_read(Unread.ENCRYPTED)
    elif method == _STORED:
        end = start + packed if packed or not flags & _SIZE_BEHIND else _next_record(content, start)
        reading.budget.expand(end - start)
        if content[start:end]:
            reading.read(of_bytes(name, content[start:end], part.depth + 1))
        return end
    elif method == _DEFLATED:
        inflater = zlib.decompressobj(-15)
        try:
            inside = b"".join(_inflated(inflater, content, start, reading))
        except UnreadableError as error:
            reading.evidence.cannot_read(error.why)
            return start
        if inside and not is_look_of_office(name):
            reading.read(of_bytes(name, inside, part.depth + 1))
        return len(content) - len(inflater.unused_data) if inflater.eof else len(content)
    else:
        reading.evidence.name(name)
    return start


def _next_record(content: bytes, start: int) -> int:
    """The end of a stored member that does not tell its size."""
    found = [at for mark in _RECORDS if (at := content.find(mark, start)) >= 0]
    return min(found, default=len(content))


def _inflated(inflater: zlib._Decompress, content: bytes, start: int, reading: Reading) -> Iterator[bytes]:
    """As far as it goes. Raises UnreadableError, LimitReachedError."""
    at, out = start, 0
    piece = b""
    while not inflater.eof and (at < len(content) or inflater.unconsumed_tail):
        if not inflater.unconsumed_tail:
            piece, at = content[at : at + PIECE_BYTES], at + PIECE_BYTES
        try:
            found = inflater.decompress(inflater.unconsumed_tail or piece, PIECE_BYTES * 16)
        except zlib.error:
            return
        out += len(found)
        reading.budget.expand(len(found))
        reading.budget.check_memory(out)
        reading.budget.check_ratio(at - start, out)
        yield found
