"""The text of drawings in the formats of Windows (EMF, WMF): a table that was pasted as a picture has all its words.

Source: MS-EMF, MS-WMF.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final, TypeAlias

MOST_BYTES = 30_000_000
_TEXT_NARROW, _TEXT_WIDE, _TEXT_SMALL, _END = 83, 84, 108, 14
_NO_BOUNDS, _BYTES = 0x100, 0x200  # of a small text: without a frame, letters of one byte
_OLD_TEXT, _OLD_TEXT_IN_FRAME = 0x0521, 0x0A32
_FRAMED = 0x06
_RECORD: Final = struct.Struct("<II")

Placed: TypeAlias = tuple[int, int, str]


def is_metafile(head: bytes) -> bool:
    return (head.startswith(b"\x01\0\0\0") and head[40:44] == b" EMF") or head.startswith(
        (b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0")
    )


def text_of(content: bytes) -> str:
    """Its words: what stands at one height is a line. Empty for a drawing without text, or of another kind."""
    try:
        found = list(_old(content) if not content.startswith(b"\x01\0\0\0") else _enhanced(content))
    except (struct.error, IndexError):
        return ""
    lines: dict[int, list[tuple[int, str]]] = {}
    for across, down, text in found:
        lines.setdefault(down, []).append((across, text))
    return "\n".join(" ".join(text for _, text in sorted(line)) for _, line in sorted(lines.items()))


def _enhanced(content: bytes) -> Iterator[Placed]:
    at = 0
    while at + 8 <= len(content):
        kind, size = _RECORD.unpack_from(content, at)
        if size < 8 or kind == _END:
            return
        record = content[at : at + size]
        if kind in (_TEXT_WIDE, _TEXT_NARROW):
            across, down, letters, start = struct.unpack_from("<iiII", record, 36)
            yield across, down, _decoded(record[start:], letters, is_wide=kind == _TEXT_WIDE)
        elif kind == _TEXT_SMALL:
            across, down, letters, flags = struct.unpack_from("<iiII", record, 8)
            start = 36 if flags & _NO_BOUNDS else 52
            yield across, down, _decoded(record[start:], letters, is_wide=not flags & _BYTES)
        at += size


def _old(content: bytes) -> Iterator[Placed]:
    """Sizes are counted in words of two bytes."""
    at = 22 if content.startswith(b"\xd7\xcd\xc6\x9a") else 0
    at += 18
    while at + 6 <= len(content):
        size, kind = struct.unpack_from("<IH", content, at)
        if size < 3:
            return
        record = content[at + 6 : at + 2 * size]
        if kind == _OLD_TEXT:
            (letters,) = struct.unpack_from("<H", record)
            down, across = struct.unpack_from("<hh", record, 2 + letters + letters % 2)
            yield across, down, _decoded(record[2:], letters, is_wide=False)
        elif kind == _OLD_TEXT_IN_FRAME:
            down, across, letters, flags = struct.unpack_from("<hhHH", record)
            yield across, down, _decoded(record[16 if flags & _FRAMED else 8 :], letters, is_wide=False)
        at += 2 * size


def _decoded(content: bytes, letters: int, *, is_wide: bool) -> str:
    if is_wide:
        return content[: 2 * letters].decode("utf-16-le", "replace")
    return content[:letters].decode("cp1252", "replace")
