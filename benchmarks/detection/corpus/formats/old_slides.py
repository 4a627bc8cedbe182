"""Presentations of PowerPoint 97 (`.ppt`): the texts of slides, where the outline keeps them.

No drawings, no notes: enough for who reads texts, not for who shows slides. Source: [MS-PPT].
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from benchmarks.detection.corpus.blocks import NO_PROPERTIES, Properties, Slide, text_of
from benchmarks.detection.corpus.formats.compound import compound_of
from benchmarks.detection.corpus.formats.summary import summary_streams

DOCUMENT, DOCUMENT_ATOM, END_DOCUMENT, LIST, PERSIST = 0x03E8, 0x03E9, 0x03EA, 0x0FF0, 0x03F3
SLIDE, SLIDE_ATOM, HEADER, CHARS, USER_EDIT, DIRECTORY, CURRENT = 0x03EE, 0x03EF, 0x0F9F, 0x0FA0, 0x0FF5, 0x1772, 0x0FF6
TITLE, BODY = 0, 1
CONTAINER = 0xF


def ppt_of(slides: Sequence[Slide], properties: Properties = NO_PROPERTIES) -> bytes:
    texts = b""
    for number, slide in enumerate(slides):
        grid = ["\t".join(text_of(cell) for cell in row) for row in slide.grid]
        texts += (
            _persist(number + 2, 256 + number)
            + _text(TITLE, slide.title)
            + _text(BODY, "\r".join([*slide.lines, *grid]))
        )
    atom = _record(
        DOCUMENT_ATOM, struct.pack("<iiiiiiIIHHBBBB", 5760, 4320, 4320, 5760, 1, 2, 0, 0, 1, 0, 0, 0, 0, 1), version=1
    )
    lists = _record(LIST, texts, version=CONTAINER)
    parts = [_record(DOCUMENT, atom + lists + _record(END_DOCUMENT, b""), version=CONTAINER)]
    slide_atom = _record(SLIDE_ATOM, struct.pack("<I8sIIHH", 1, bytes(8), 0, 0, 7, 0), version=2)
    parts += [_record(SLIDE, slide_atom, version=CONTAINER) for _ in slides]
    offsets, place = [], 0
    for part in parts:
        offsets.append(place)
        place += len(part)
    table = struct.pack("<I", len(offsets) << 20 | 1) + b"".join(struct.pack("<I", offset) for offset in offsets)
    directory = _record(DIRECTORY, table)
    edit = struct.pack("<IHBBIIIIHH", 256, 0, 0, 3, 0, place, 1, len(offsets) + 1, 1, 0)
    stream = b"".join(parts) + directory + _record(USER_EDIT, edit)
    current = (
        struct.pack("<IIIHHBBH", 0x14, 0xE391C05F, place + len(directory), 4, 0x03F4, 3, 0, 0)
        + b"user"
        + struct.pack("<I", 8)
    )
    return compound_of(
        {
            "PowerPoint Document": stream.ljust(4_096, b"\0"),
            "Current User": _record(CURRENT, current),
            **summary_streams(properties),
        }
    )


def _record(kind: int, content: bytes, *, version: int = 0, instance: int = 0) -> bytes:
    return struct.pack("<HHI", version | instance << 4, kind, len(content)) + content


def _persist(reference: int, slide: int) -> bytes:
    return _record(PERSIST, struct.pack("<IIiII", reference, 0, 2, slide, 0))


def _text(kind: int, text: str) -> bytes:
    return _record(HEADER, struct.pack("<I", kind)) + _record(CHARS, text.encode("utf-16-le"))
