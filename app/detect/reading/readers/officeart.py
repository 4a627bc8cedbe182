"""Drawings in old Office documents: what is written in and about shapes, and how large their pictures are.

Records of drawings stand in several streams between other things, so they are searched by their heads: two bytes with version
and instance, two with the type, four with the length. Source: MS-ODRAW 2.2.1, 2.3.7, 2.2.23.
"""

from __future__ import annotations

import contextlib
import io
import re  # re2 reads the bytes of a pattern as UTF-8
import struct
import zlib
from typing import Final

from app.detect.reading.document import Reading
from app.detect.reading.readers.loose_text import wide_texts
from app.detect.reading.readers.metafile import MOST_BYTES
from app.detect.reading.readers.pictures import Pictures

_HEADS: Final = re.compile(rb"(?s)[\x0b\x1a-\x1f\x21\x22\x29\x2a]\xf0")
_PROPERTIES: Final = frozenset({0xF00B, 0xF121, 0xF122})
# Of each kind of picture: its instances, and the bytes before its content.
_METAFILE, _BITMAP = 16 + 34, 16 + 1
_PICTURES: Final = {
    0xF01A: ((0x3D4, 0x3D5), _METAFILE),
    0xF01B: ((0x216, 0x217), _METAFILE),
    0xF01C: ((0x542, 0x543), _METAFILE),
    0xF01D: ((0x46A, 0x46B, 0x6E2, 0x6E3), _BITMAP),
    0xF01E: ((0x6E0, 0x6E1), _BITMAP),
    0xF01F: ((0x7A8, 0x7A9), _BITMAP),
    0xF029: ((0x6E4, 0x6E5), _BITMAP),
    0xF02A: ((0x46A, 0x46B, 0x6E2, 0x6E3), _BITMAP),
}
_DIB = 0xF01F
_SAID: Final = frozenset({0x00C0, 0x0381, 0x0382, 0x038D})  # letters of WordArt, description, link, tip
_COMPLEX = 0x8000


class Drawing:
    """The drawings of one document."""

    def __init__(self, reading: Reading, pictures: Pictures) -> None:
        self._reading, self._pictures = reading, pictures

    def search(self, content: bytes) -> None:
        after = 0
        for match in _HEADS.finditer(content):
            at = match.start() - 2
            if at < after or at + 8 > len(content):
                continue
            first, kind, size = struct.unpack_from("<HHI", content, at)
            body = at + 8
            if body + size > len(content):
                continue
            if kind in _PROPERTIES and first & 0xF == 3:
                self._tell_properties(content[body : body + size], first >> 4)
            elif kind in _PICTURES and first >> 4 in _PICTURES[kind][0]:
                self._look(kind, content[body : body + size], is_doubled=bool(first >> 4 & 1))
                after = body + size

    def _tell_properties(self, content: bytes, count: int) -> None:
        """Six bytes each; what does not fit in follows behind all of them, in their order."""
        at = 6 * count
        for index in range(min(count, len(content) // 6)):
            code, value = struct.unpack_from("<HI", content, 6 * index)
            if not code & _COMPLEX:
                continue
            if code & 0x3FFF in _SAID:
                for text in wide_texts(content[at : at + value]):
                    self._reading.evidence.text(text)
            at += value

    def _look(self, kind: int, content: bytes, *, is_doubled: bool) -> None:
        head = _PICTURES[kind][1] + (16 if is_doubled else 0)
        picture = content[head:]
        if _PICTURES[kind][1] == _METAFILE and content[head - 2 : head - 1] == b"\0":
            with contextlib.suppress(zlib.error):
                picture = zlib.decompressobj().decompress(picture, MOST_BYTES)
        if kind == _DIB and len(picture) > 12:  # a bitmap without the head that a file has
            picture = b"BM" + bytes(12) + picture
        name = ".emf" if _PICTURES[kind][1] == _METAFILE else ""
        self._pictures.look(name, len(picture), lambda: io.BytesIO(picture))
