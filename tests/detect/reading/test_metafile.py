"""Drawings in the formats of Windows: their words are read, in a document of any kind; what is only drawn is a picture."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.detect.reading.readers.metafile import is_metafile, text_of
from tests.detect.reading.observed import read
from tests.detect.reading.old_office import atom, doc, ppt
from tests.detect.reading.packages import paragraph, word


def record(kind: int, content: bytes) -> bytes:
    content += b"\0" * (-len(content) % 4)
    return struct.pack("<II", kind, 8 + len(content)) + content


def wide_text(across: int, down: int, text: str) -> bytes:
    head = bytes(28) + struct.pack("<iiII", across, down, len(text), 76) + bytes(24)
    return record(84, head + text.encode("utf-16-le"))


def small_text(across: int, down: int, text: str) -> bytes:
    return record(108, struct.pack("<iiIIIff", across, down, len(text), 0x100 | 0x200, 1, 1, 1) + text.encode("cp1252"))


def emf(*records: bytes) -> bytes:
    head = struct.pack("<II4i4i4s", 1, 88, 0, 0, 500, 400, 0, 0, 500, 400, b" EMF").ljust(88, b"\0")
    return head + b"".join(records) + record(14, bytes(12))


def old_record(kind: int, content: bytes) -> bytes:
    content += b"\0" * (len(content) % 2)
    return struct.pack("<IH", 3 + len(content) // 2, kind) + content


def wmf(*records: bytes) -> bytes:
    return b"\1\0\x09\0" + bytes(14) + b"".join(records) + old_record(0, b"")


TABLE = emf(
    wide_text(200, 10, "Plaats"), wide_text(10, 10, "Naam"), small_text(10, 30, "Zoë Bos"), wide_text(200, 30, "Delft")
)


def test_what_stands_at_one_height_is_a_line() -> None:
    assert is_metafile(TABLE)
    assert text_of(TABLE) == "Naam Plaats\nZoë Bos Delft"


def test_the_older_format_is_read_too() -> None:
    plain = old_record(0x0521, struct.pack("<H", 4) + b"Naam" + struct.pack("<hh", 5, 10))
    framed = old_record(0x0A32, struct.pack("<hhHH4h", 5, 90, 6, 6, 0, 0, 9, 9) + b"Plaats")
    for content in (wmf(plain, framed), b"\xd7\xcd\xc6\x9a" + bytes(18) + wmf(plain, framed)):
        assert is_metafile(content)
        assert text_of(content) == "Naam Plaats"


def blip(content: bytes) -> bytes:
    """As drawings of old documents keep it: packed, behind an id and sizes."""
    head = bytes(16) + bytes(32) + b"\0\xfe"
    packed = head + zlib.compress(content)
    return struct.pack("<HHI", 0x3D4 << 4, 0xF01A, len(packed)) + packed


@pytest.mark.parametrize(
    "content",
    [
        word(paragraph("Bijlage"), **{"media/image1.emf": TABLE}),
        doc("Bijlage\r", Data=bytes(68) + blip(TABLE)),
        ppt(atom(0x0FA8, b"Bijlage"), Pictures=blip(TABLE)),
    ],
    ids=["docx", "doc", "ppt"],
)
def test_the_words_of_a_drawing_in_a_document_are_read(content: bytes) -> None:
    seen = read(content)
    assert "Zoë Bos Delft" in seen.whole
    assert (seen.why, seen.left_out_why) == (set(), set())


def test_what_is_said_of_a_picture_in_an_old_document_is_read() -> None:
    said = "Bijzonder woord\0".encode("utf-16-le")
    properties = struct.pack("<HI", 0xC381, len(said)) + said
    drawing = struct.pack("<HHI", 1 << 4 | 3, 0xF00B, len(properties)) + properties
    assert "Bijzonder woord" in read(doc("Bijlage\r", Data=bytes(68) + drawing)).whole


def test_a_drawing_alone_is_read_by_its_words() -> None:
    seen = read(TABLE)
    assert (seen.texts, seen.why) == (["Naam Plaats\nZoë Bos Delft"], set())


def test_a_drawing_without_words_is_a_picture() -> None:
    assert read(word(paragraph("Bijlage"), **{"media/image1.emf": emf(record(3, bytes(60_000)))})).why == {"picture"}


@given(st.binary(max_size=300))
def test_any_bytes_end_well(content: bytes) -> None:
    for start in (TABLE[:100], b"\1\0\x09\0" + bytes(14), b""):
        assert isinstance(text_of(start + content), str)


def test_a_metafile_of_one_colour_beside_text_is_a_picture_and_no_bomb() -> None:
    blank = emf(record(3, bytes(2_000_000)))
    text = paragraph(
        "Een verslag met een leeg vlak erbij en een toelichting daarop, zoals die gegeven is door de bouwer."
    )
    seen = read(word(text, **{"media/image1.emf": blank}))
    assert (seen.why, seen.left_out_why) == (set(), {"pictures-beside"})
