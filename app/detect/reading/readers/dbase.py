"""Tables of dBase, FoxPro and Clipper (.dbf), also as part of a map: records by their fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.detect.reading.document import Part, Reading
from app.detect.reading.readers.records import as_rows
from app.detect.reading.unread import Unread, UnreadableError

FIELDS = 1_024
_HEADER = 32
_DELETED = b"*"
# The code of the letters: DOS, Windows, Mac. Source: the header's byte 29, as Visual FoxPro tells.
_ENCODINGS: Final = {
    0x01: "cp437",
    0x02: "cp850",
    0x03: "cp1252",
    0x04: "mac_roman",
    0x57: "cp1252",
    0x58: "cp1252",
    0x59: "cp1252",
}


def read_dbase(part: Part, reading: Reading) -> None:
    """Also records that are marked as deleted: they are still there. Raises UnreadableError: encrypted, corrupt."""
    with part.open() as stream:
        header = stream.read(_HEADER)
        if header[15] == 1:
            raise UnreadableError(Unread.ENCRYPTED)
        start, size = int.from_bytes(header[8:10], "little"), int.from_bytes(header[10:12], "little")
        encoding = _ENCODINGS.get(header[29], "cp850" if header[29] == 0 else "cp1252")
        fields = _fields(stream.read(max(start - _HEADER, 0)))
        if not fields or sum(width for _, _, width in fields) + 1 > size:
            raise UnreadableError(Unread.CORRUPT)

        def records() -> Iterator[list[str]]:
            while len(record := stream.read(size)) == size:
                if record[:1] == b"\x1a":
                    return
                yield list(_cells(record, fields, encoding))

        as_rows(reading.evidence, [name for name, _, _ in fields], records())
    if header[0] in (0x83, 0x8B, 0x30, 0xF5) and any(kind in "MG" for _, kind, _ in fields):
        reading.evidence.cannot_read(Unread.UNSUPPORTED)  # long texts stand in another file beside this one


def _fields(raw: bytes) -> list[tuple[str, str, int]]:
    """Name, kind and width."""
    found: list[tuple[str, str, int]] = []
    for at in range(0, len(raw) - 31, 32):
        field = raw[at : at + 32]
        if field[0] in (0x0D, 0x00) or len(found) >= FIELDS:
            break
        width = field[16] + (field[17] << 8 if field[11:12] == b"C" else 0)
        found.append((field[:11].partition(b"\0")[0].decode("cp1252", "replace"), chr(field[11]), width))
    return found


def _cells(record: bytes, fields: list[tuple[str, str, int]], encoding: str) -> Iterator[str]:
    at = 1
    for _, kind, width in fields:
        raw = record[at : at + width]
        at += width
        if kind == "I" and width == 4:
            yield str(int.from_bytes(raw, "little", signed=True))
        elif kind == "D" and raw.isdigit():
            yield f"{raw[:4].decode()}-{raw[4:6].decode()}-{raw[6:8].decode()}"
        else:
            yield raw.decode(encoding, "replace").strip(" \0")
