"""RAR: cannot be unpacked here; the names of its members are read. Sources: the technotes of RAR 4 and RAR 5."""

from __future__ import annotations

import io

from app.detect.reading.document import Part, Reading
from app.detect.reading.unread import Unread, UnreadableError

_RAR5 = b"Rar!\x1a\x07\x01\x00"
_RAR4 = b"Rar!\x1a\x07\x00"
_FILE4, _ENCRYPTED4, _HEADERS_LOCKED4, _LONG4, _LARGE4 = 0x74, 0x04, 0x80, 0x8000, 0x100
_FILE5, _LOCK5 = 2, 4
_EXTRA5, _DATA5 = 0x01, 0x02
_LOCKED_FIELD = 1
HEADER_BYTES = 2_097_152


def read_rar(part: Part, reading: Reading) -> None:
    """Raises UnreadableError always: encrypted, or unsupported."""
    locked = False
    with part.open() as stream:
        head = stream.read(len(_RAR5))
        try:
            locked = _names5(stream, reading) if head == _RAR5 else head.startswith(_RAR4) and _names4(part, reading)
        except (IndexError, ValueError, OSError):
            locked = False
    raise UnreadableError(Unread.ENCRYPTED if locked else Unread.UNSUPPORTED)


def _names4(part: Part, reading: Reading) -> bool:
    """Whether something is locked."""
    locked = False
    with part.open() as stream:
        stream.read(len(_RAR4))
        while len(base := stream.read(7)) == 7:
            reading.budget.take_member()
            kind, flags = base[2], int.from_bytes(base[3:5], "little")
            size = int.from_bytes(base[5:7], "little")
            rest = stream.read(max(size - 7, 0))
            if kind == 0x73 and flags & _HEADERS_LOCKED4:
                return True
            packed = int.from_bytes(rest[:4], "little") if flags & _LONG4 or kind == _FILE4 else 0
            if kind == _FILE4 and len(rest) >= 25:
                locked = locked or bool(flags & _ENCRYPTED4)
                packed += int.from_bytes(rest[25:29], "little") << 32 if flags & _LARGE4 else 0
                start = 33 if flags & _LARGE4 else 25
                name = rest[start : start + int.from_bytes(rest[19:21], "little")].partition(b"\0")[0]
                reading.evidence.name(name.decode("utf-8", "replace"))
            _skip(stream, packed)
    return locked


def _names5(stream: io.BufferedIOBase, reading: Reading) -> bool:
    locked = False
    while len(start := stream.read(7)) == 7:
        reading.budget.take_member()
        size, used = _number(start, 4)
        if size > HEADER_BYTES:
            break
        block = start[4 + used :] + stream.read(max(size - (len(start) - 4 - used), 0))
        kind, at = _at(block, 0)
        flags, at = _at(block, at)
        extra, data = 0, 0
        if flags & _EXTRA5:
            extra, at = _at(block, at)
        if flags & _DATA5:
            data, at = _at(block, at)
        if kind == _LOCK5:
            return True
        if kind == _FILE5:
            reading.evidence.name(_name5(block, at))
            locked = locked or _has_lock(block[len(block) - extra :])
        _skip(stream, data)
    return locked


def _name5(block: bytes, at: int) -> str:
    flags, at = _at(block, at)
    for _ in range(2):  # size, attributes
        _, at = _at(block, at)
    at += (4 if flags & 0x02 else 0) + (4 if flags & 0x04 else 0)  # time, checksum
    for _ in range(2):  # way of packing, system
        _, at = _at(block, at)
    length, at = _at(block, at)
    return block[at : at + length].decode("utf-8", "replace")


def _has_lock(extra: bytes) -> bool:
    at = 0
    while at < len(extra):
        size, start = _at(extra, at)
        kind, _ = _at(extra, start)
        if kind == _LOCKED_FIELD:
            return True
        at = start + max(size, 1)
    return False


def _at(block: bytes, at: int) -> tuple[int, int]:
    value, used = _number(block, at)
    return value, at + used


def _number(block: bytes, at: int) -> tuple[int, int]:
    """Seven bits a byte, the lowest first; at most ten bytes."""
    value = 0
    for index in range(10):
        byte = block[at + index]
        value |= (byte & 0x7F) << 7 * index
        if not byte & 0x80:
            return value, index + 1
    raise ValueError("a number without end")


def _skip(stream: io.BufferedIOBase, size: int) -> None:
    if size and stream.seekable():
        stream.seek(size, io.SEEK_CUR)
        return
    while size > 0 and (piece := stream.read(min(size, 1_000_000))):
        size -= len(piece)
