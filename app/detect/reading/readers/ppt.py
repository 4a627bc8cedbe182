"""PowerPoint 97 to 2003: all text of all slides, hidden ones and earlier versions of them among them, notes, comments, links.

The stream is a tree of records; what is behind the last saving is in it too. Source: MS-PPT 2.3.
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import Final

from app.detect.reading.document import Part, Reading, of_bytes
from app.detect.reading.readers.loose_text import wide_texts
from app.detect.reading.readers.officeart import Drawing
from app.detect.reading.readers.pictures import Pictures
from app.detect.reading.readers.storage import Storage
from app.detect.reading.unread import Unread, UnreadableError

_ENCRYPTED = 0xF3D1C4DF  # how the file of the current user begins then
_CONTAINER = 0xF
_WIDE_TEXT, _NARROW_TEXT, _STRING = 0x0FA0, 0x0FA8, 0x0FBA
_EMBEDDED, _COMMENT = 0x1011, 0x2EE0
_CHECK_EVERY = 4_096
_WITH_TEXT: Final = frozenset({_WIDE_TEXT, _NARROW_TEXT, _STRING, _EMBEDDED})
_BREAKS: Final = str.maketrans({"\r": "\n", "\x0b": "\n"})
_SKIPPED: Final = frozenset({0x07D5, 0x0FC8})  # fonts, settings of a program
_TEXT_HEADS: Final = re.compile(rb"\x00\x00[\xa0\xa8]\x0f")
_HEAD: Final = struct.Struct("<HHI")


def read_ppt(storage: Storage, part: Part, reading: Reading) -> None:
    """Raises UnreadableError: encrypted, corrupt, picture."""
    user = storage.stream("current user")
    if len(user) >= 16 and int.from_bytes(user[12:16], "little") == _ENCRYPTED:
        raise UnreadableError(Unread.ENCRYPTED)
    stream = storage.stream("powerpoint document")
    pictures = Pictures(reading, part.depth)
    slides = _Slides(part, reading)
    reading.attempt(lambda: slides.read(stream))
    drawing = Drawing(reading, pictures)
    for content in (stream, storage.stream("pictures")):
        reading.attempt(lambda content=content: drawing.search(content))  # type: ignore[misc]  # a bound loop name
    pictures.conclude()


class _Slides:
    def __init__(self, part: Part, reading: Reading) -> None:
        self._part, self._reading, self._evidence = part, reading, reading.evidence

    def read(self, stream: bytes) -> None:
        """Raises EOFError when a record is cut off, UnreadableError when there is none at all."""
        at, end, seen = 0, len(stream), 0
        ends = [end]  # of the containers that are open
        while at + 8 <= end:
            while at >= ends[-1]:
                ends.pop()
            first, kind, size = _HEAD.unpack_from(stream, at)
            at += 8
            seen += 1
            if seen % _CHECK_EVERY == 0:
                self._reading.budget.check_time()
            after = at + size
            if after > ends[-1] and kind not in _WITH_TEXT:
                # No record: some containers hold a package instead; else the chain is broken.
                at = ends[-1] if len(ends) > 1 else _next_text(stream, at)
            elif kind == _COMMENT:
                self._comment(stream[at:after])
                at = after
            elif first & _CONTAINER == _CONTAINER and kind not in _SKIPPED:
                ends.append(after)
            else:
                self._atom(kind, stream[at:after])
                at = after
        if at > end:
            raise EOFError
        if not seen:
            raise UnreadableError(Unread.CORRUPT)

    def _atom(self, kind: int, content: bytes) -> None:
        if kind in (_WIDE_TEXT, _STRING):
            self._evidence.text(content.decode("utf-16-le", "replace").translate(_BREAKS))
        elif kind == _NARROW_TEXT:
            self._evidence.text(content.decode("latin-1").translate(_BREAKS))
        elif kind == _EMBEDDED:
            self._embedded(content)

    def _comment(self, content: bytes) -> None:
        """Author, text, initials."""
        texts = list(wide_texts(content))
        if texts:
            self._evidence.property(texts[0])
        for text in texts[1:]:
            self._evidence.text(text)

    def _embedded(self, content: bytes) -> None:
        """A document in the presentation, packed or not."""
        if content[4:6] == b"\x78\x9c" or content[4:5] == b"\x78":
            size = int.from_bytes(content[:4], "little")
            self._reading.budget.check_memory(size)
            self._reading.budget.expand(size)
            content = zlib.decompressobj().decompress(content[4:], max(size, 1))
        self._reading.budget.take_member()
        self._reading.read(of_bytes("", content, self._part.depth + 1))


def _next_text(stream: bytes, at: int) -> int:
    """Where the next text begins, or the end."""
    match = _TEXT_HEADS.search(stream, at)
    return match.start() if match is not None else len(stream)
