"""What a picture file says of itself: width and height, who made it, what was written about it. Never where it was taken."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

HEAD_BYTES = 524_288  # metadata stand at the start
TEXT_BYTES = 100_000  # of one remark
_FIELDS = 500  # of one directory
_NOT_FRAMES = frozenset({0xC4, 0xC8, 0xCC})

# Tags of Exif. The XP ones are what Windows shows as properties, in UTF-16.
_ARTIST, _DESCRIPTION, _COPYRIGHT, _COMMENT, _OWNER, _EXIF = 0x013B, 0x010E, 0x8298, 0x9286, 0xA430, 0x8769
_XP_AUTHOR, _XP = 0x9C9D, frozenset({0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F})
_MADE_BY = frozenset({_ARTIST, _OWNER, _XP_AUTHOR, _COPYRIGHT})
_SAYS = frozenset({_DESCRIPTION, _COMMENT}) | _XP - _MADE_BY
_PNG_MADE_BY = frozenset({b"Author", b"Copyright"})
_PNG_OTHER = frozenset({b"Software", b"Creation Time", b"date:create", b"date:modify", b"XML:com.adobe.xmp"})
_IPTC_MADE_BY, _IPTC_SAYS = frozenset({80, 110, 115, 116}), frozenset({5, 25, 40, 105, 120})

_XMP_FIELD = re.compile(
    rb"<(?:dc:(creator|title|description|subject|rights)|photoshop:(Headline|Credit|Instructions))\b[^>]{0,500}>"
    rb"([^<]{0,20000}(?:<[^<]{0,20000}){0,200}?)</(?:dc|photoshop):"
)
_TAG = re.compile(rb"<[^>]*>")


@dataclass(slots=True)
class PictureFacts:
    made_by: list[str] = field(default_factory=list)
    says: list[str] = field(default_factory=list)


def size_of(head: bytes) -> tuple[int, int] | None:
    """Width and height in pixels (metafiles: in the units of their screen); None when they cannot be told."""
    try:
        return _size_of(head)
    except (struct.error, IndexError):
        return None


def _size_of(head: bytes) -> tuple[int, int] | None:
    if head.startswith(b"\x89PNG"):
        return _pair(">II", head, 16)
    if head.startswith(b"\xff\xd8"):
        return next(((width, height) for height, width in _frames(head)), None)
    if head.startswith(b"GIF8"):
        return _pair("<HH", head, 6)
    if head.startswith(b"BM"):
        width, height = _pair("<ii", head, 18)
        return width, abs(height)
    if head.startswith((b"II*\0", b"MM\0*")):
        values = dict(_numbers_of_tiff(head))
        return (values[0x100], values[0x101]) if {0x100, 0x101} <= set(values) else None
    if head.startswith(b"\x01\0\0\0") and head[40:44] == b" EMF":
        left, top, right, bottom = struct.unpack_from("<4i", head, 8)
        return right - left, bottom - top
    if head.startswith(b"\xd7\xcd\xc6\x9a"):
        left, top, right, bottom, inch = struct.unpack_from("<4hH", head, 6)
        return (right - left) * 96 // max(inch, 1), (bottom - top) * 96 // max(inch, 1)
    if head.startswith(b"RIFF") and head[8:16] == b"WEBPVP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    return None


def metadata_of(head: bytes) -> PictureFacts:
    """`head`: the first HEAD_BYTES."""
    facts = PictureFacts()
    try:
        if head.startswith(b"\xff\xd8"):
            _jpeg(head, facts)
        elif head.startswith(b"\x89PNG"):
            _png(head, facts)
        elif head.startswith((b"II*\0", b"MM\0*")):
            _exif(head, facts)
    except (struct.error, IndexError, zlib.error):
        pass  # a picture whose metadata are spoiled is still a picture
    start = head.find(b"<x:xmpmeta")
    if start >= 0:
        xmp(head[start : head.find(b"</x:xmpmeta>", start)], facts)
    return facts


def xmp(packet: bytes, facts: PictureFacts) -> None:
    """Creator, title, description of an XMP packet, as pictures and PDF files have them."""
    for dublin, photoshop, content in _XMP_FIELD.findall(packet):
        text = " ".join(_TAG.sub(b" ", content).decode("utf-8", "replace").split())
        if text:
            (facts.made_by if dublin in (b"creator", b"rights") or photoshop == b"Credit" else facts.says).append(text)


def _pair(form: str, head: bytes, at: int) -> tuple[int, int]:
    first, second = struct.unpack_from(form, head, at)
    return first, second


def _segments(head: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments of a JPEG before its pixels: marker, content."""
    at = 2
    while at + 4 <= len(head) and head[at] == 0xFF:
        marker = head[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xDA:
            return
        size = int.from_bytes(head[at + 2 : at + 4], "big")
        yield marker, head[at + 4 : at + 2 + size]
        at += 2 + max(size, 2)


def _frames(head: bytes) -> Iterator[tuple[int, int]]:
    for marker, content in _segments(head):
        if 0xC0 <= marker <= 0xCF and marker not in _NOT_FRAMES:
            yield _pair(">HH", content, 1)


def _jpeg(head: bytes, facts: PictureFacts) -> None:
    for marker, content in _segments(head):
        if marker == 0xE1 and content.startswith(b"Exif\0\0"):
            _exif(content[6:], facts)
        elif marker == 0xED and content.startswith(b"Photoshop 3.0\0"):
            _iptc(content, facts)
        elif marker == 0xFE:
            _add(facts.says, content)


def _png(head: bytes, facts: PictureFacts) -> None:
    at = 8
    while at + 8 <= len(head):
        size, kind = int.from_bytes(head[at : at + 4], "big"), head[at + 4 : at + 8]
        content = head[at + 8 : at + 8 + size]
        at += 12 + size
        if kind == b"eXIf":
            _exif(content, facts)
        if kind not in (b"tEXt", b"iTXt", b"zTXt"):
            continue
        keyword, _, text = content.partition(b"\0")
        if keyword in _PNG_OTHER:
            continue
        if kind == b"zTXt":
            text = zlib.decompressobj().decompress(text[1:], TEXT_BYTES)
        elif kind == b"iTXt":
            packed, rest = text[:1] == b"\1", text[2:].split(b"\0", 2)[-1]
            text = zlib.decompressobj().decompress(rest, TEXT_BYTES) if packed else rest
        _add(facts.made_by if keyword in _PNG_MADE_BY else facts.says, text)


def _iptc(content: bytes, facts: PictureFacts) -> None:
    at = content.find(b"\x1c\x02")
    while 0 <= at < len(content) - 5 and content[at] == 0x1C:
        tag, size = content[at + 2], int.from_bytes(content[at + 3 : at + 5], "big")
        value = content[at + 5 : at + 5 + size]
        if tag in _IPTC_MADE_BY or tag in _IPTC_SAYS:
            _add(facts.made_by if tag in _IPTC_MADE_BY else facts.says, value)
        at += 5 + size


def _exif(tiff: bytes, facts: PictureFacts) -> None:
    for tag, value in _fields_of_tiff(tiff):
        if tag in _MADE_BY or tag in _SAYS:
            if tag == _COMMENT:
                value = value[8:].replace(b"\0", b"") if value[:8] != b"UNICODE\0" else value[8:]
            known = value.decode("utf-16-le", "replace") if tag in _XP else None
            _add(facts.made_by if tag in _MADE_BY else facts.says, value, known)


def _add(to: list[str], value: bytes, text: str | None = None) -> None:
    if text is None:
        try:
            text = value[:TEXT_BYTES].decode("utf-8")
        except UnicodeDecodeError:
            text = value[:TEXT_BYTES].decode("cp1252", "replace")
    text = text.replace("\0", "").strip()
    if text:
        to.append(text)


def _entries(tiff: bytes) -> Iterator[tuple[str, int, int, int, int]]:
    """The fields of the first directory and of Exif's: byte order, tag, type, count, place of the value."""
    order = "<" if tiff.startswith(b"II") else ">"
    waiting = [struct.unpack_from(f"{order}I", tiff, 4)[0]]
    for _ in range(2):
        if not waiting:
            return
        start = waiting.pop()
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for index in range(min(count, _FIELDS)):
            at = start + 2 + 12 * index
            tag, kind, values = struct.unpack_from(f"{order}HHI", tiff, at)
            if tag == _EXIF:
                waiting.append(struct.unpack_from(f"{order}I", tiff, at + 8)[0])
            yield order, tag, kind, values, at + 8


def _fields_of_tiff(tiff: bytes) -> Iterator[tuple[int, bytes]]:
    for order, tag, kind, count, at in _entries(tiff):
        size = count * {1: 1, 2: 1, 7: 1}.get(kind, 0)
        if size > 4:
            at = struct.unpack_from(f"{order}I", tiff, at)[0]
        if size:
            yield tag, tiff[at : at + min(size, TEXT_BYTES)]


def _numbers_of_tiff(tiff: bytes) -> Iterator[tuple[int, int]]:
    for order, tag, kind, _, at in _entries(tiff):
        if kind in (3, 4):
            yield tag, struct.unpack_from(f"{order}{'H' if kind == 3 else 'I'}", tiff, at)[0]
