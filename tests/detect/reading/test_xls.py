"""Excel 97 to 2003, Excel 5 and 95: cells, texts cut by the length of a record, comments, names, caches, pivot tables."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.detect.reading.readers.biff import Strings
from tests.detect.reading.observed import read
from tests.detect.reading.old_office import biff, narrow, short, wide, workbook_stream, xls

SHEET = biff(0x0809, struct.pack("<HH", 0x0600, 0x0010) + bytes(12))


def place(row: int, column: int, style: int = 0) -> bytes:
    return struct.pack("<HHH", row, column, style)


def rk(value: int) -> bytes:
    return struct.pack("<I", (value & 0x3FFFFFFF) << 2 | 2)


def strings(*texts: str) -> bytes:
    return biff(0x00FC, struct.pack("<II", len(texts), len(texts)) + b"".join(map(wide, texts)))


def test_cells_of_every_kind_stand_in_their_columns() -> None:
    seen = read(
        xls(
            strings("Bos", "ongebruikt"),
            SHEET,
            biff(0x00FD, place(0, 0) + struct.pack("<I", 0)),
            biff(0x0204, place(0, 1) + narrow("Zoë")),
            biff(0x027E, place(0, 3) + rk(123456782)),
            biff(0x0203, place(0, 4) + struct.pack("<d", 1234.5)),
            biff(0x00BD, struct.pack("<HH", 1, 1) + b"\0\0" + rk(5) + b"\0\0" + rk(6) + struct.pack("<H", 2)),
            biff(0x0006, place(1, 3) + b"\0\0\0\0\0\0\xff\xff" + bytes(6)),
            biff(0x0207, wide("berekend")),
            biff(0x0006, place(1, 4) + struct.pack("<d", 7) + bytes(6)),
            biff(0x0006, place(4, 0) + b"\x01\0\1\0\0\0\xff\xff" + bytes(6)),
            biff(0x0204, place(4, 1) + wide("later")),
        )
    )
    assert seen.only_table == [
        ["Bos", "Zoë", "", "123456782", "1234.5"],
        ["", "5", "6", "berekend", "7"],
        [],
        ["", "later"],
    ]
    assert "ongebruikt" in seen.texts
    assert seen.why == set()


def test_days_are_shown_as_days() -> None:
    styles = biff(0x041E, struct.pack("<H", 164) + wide("dd-mm-yyyy")) + biff(0x00E0, bytes(20))
    styles += biff(0x00E0, struct.pack("<HH", 0, 164) + bytes(16))
    assert read(xls(styles, SHEET, biff(0x027E, place(0, 0, 1) + rk(28_522)))).only_table == [["01-02-1978"]]
    moved = styles + biff(0x0022, b"\1\0")
    assert read(xls(moved, SHEET, biff(0x027E, place(0, 0, 1) + rk(27_060)))).only_table == [["01-02-1978"]]


def test_names_comments_headers_and_boxes_are_text_and_their_writers_are_not() -> None:
    box = (
        biff(0x01B6, bytes(10) + struct.pack("<HH", 13, 16) + bytes(4))
        + biff(0x003C, b"\0een op")
        + biff(0x003C, b"\1" + "merking".encode("utf-16-le"))
    )
    seen = read(
        xls(
            biff(0x005C, wide("Ivo Mol").ljust(112, b" ")),
            biff(0x0085, bytes(4) + b"\2\0" + short("Verborgen blad")),
            biff(0x0018, bytes(14) + b"\0" + b"Lonen_van_Bos"),
            SHEET,
            biff(0x0014, wide("&Lkoptekst")),
            biff(0x0015, b""),
            box,
            biff(0x001C, struct.pack("<HHHH", 0, 0, 0, 1) + narrow("Anna Bos")),
            biff(0x01B8, bytes(32) + "http://intranet.voorbeeld.example".encode("utf-16-le")),
            biff(0x100D, bytes(2) + short("Salaris per maand")),
        )
    )
    for text in ("Verborgen blad", "Lonen_van_Bos", "&Lkoptekst", "een opmerking", "Salaris per maand"):
        assert text in seen.whole
    assert "intranet.voorbeeld.example" in seen.whole
    assert seen.properties == ["Ivo Mol", "Anna Bos"]


def test_cells_of_another_workbook_that_a_link_keeps_are_rows() -> None:
    values = b"\1" + struct.pack("<d", 5) + b"\2" + wide("Bos")
    assert read(xls(biff(0x005A, b"\2\1" + struct.pack("<H", 3) + values))).only_table == [["", "5", "Bos"]]


def test_the_older_form_has_letters_of_one_byte() -> None:
    begin = biff(0x0809, struct.pack("<HH", 0x0500, 0x0010) + bytes(4))
    label = struct.pack("<H", 3) + "Zoë".encode("cp1252")
    seen = read(
        xls(
            biff(0x0042, struct.pack("<H", 1252)),
            biff(0x0085, bytes(6) + b"\4Blad"),
            begin,
            biff(0x0204, place(0, 0) + label),
            biff(0x00D6, place(0, 1) + label + bytes(3)),
            biff(0x001C, struct.pack("<HHH", 0, 0, 3) + b"kop"),
            version=0x0500,
        )
    )
    assert seen.only_table == [["Zoë", "Zoë"]]
    assert {"Blad", "kop"} <= set(seen.texts)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (xls(biff(0x002F, bytes(54))), "encrypted"),
        (xls(version=0x0400), "unsupported"),
        (xls(biff(0x00FD, place(0, 0) + struct.pack("<I", 9))), "corrupt"),
        (xls(biff(0x0203, place(0, 0))), "corrupt"),
    ],
)
def test_what_cannot_be_read_is_said(content: bytes, why: str) -> None:
    assert read(content).why == {why}


def test_a_workbook_that_is_cut_off_is_corrupt_and_what_stood_before_counts() -> None:
    from tests.detect.reading.compound import compound_file

    stream = workbook_stream(SHEET, biff(0x0204, place(0, 0) + wide("Bos")), biff(0x0204, place(1, 0) + wide("Mol")))
    seen = read(compound_file({"Workbook": stream[:-10]}))
    assert seen.only_table == [["Bos"]]
    assert seen.why == {"corrupt"}


def test_a_pivot_cache_is_told_by_its_fields_and_its_records() -> None:
    def field(name: str) -> bytes:
        return biff(0x00C7, bytes(14) + wide(name))

    cache = field("Naam") + biff(0x00CD, wide("Bos")) + biff(0x00CD, wide("Mol")) + field("Sinds")
    cache += biff(0x00C8, b"\1") + biff(0x00CE, struct.pack("<HHBBBB", 1978, 2, 1, 0, 0, 0))
    cache += biff(0x00C8, b"\0") + biff(0x00C9, struct.pack("<d", 5))
    seen = read(xls(_SX_DB_CUR={"0001": cache}))
    assert [["Naam", "Sinds"], ["Mol", "01-02-1978"], ["Bos", "5"]] in seen.tables.values()


@given(
    st.lists(st.text(max_size=12, alphabet=st.characters(max_codepoint=0x24F, exclude_categories=("Cs",))), max_size=6),
    st.data(),
)
def test_a_text_may_be_cut_between_any_two_letters(texts: list[str], data: st.DataObject) -> None:
    """The records that continue a table of texts begin with the width of the letters when a text is cut."""
    chunks, chunk, room = [], b"", data.draw(st.integers(3, 40))
    for text in texts:
        is_wide = not all(ord(sign) < 256 for sign in text)
        if room < 3:
            chunks, chunk, room = [*chunks, chunk], b"", data.draw(st.integers(3, 40))
        chunk += struct.pack("<HB", len(text), is_wide)
        room -= 3
        for sign in text:
            letter = sign.encode("utf-16-le" if is_wide else "latin-1")
            if room < len(letter):
                chunks, chunk, room = [*chunks, chunk], bytes([is_wide]), data.draw(st.integers(3, 40))
            chunk += letter
            room -= len(letter)
    reader = Strings([*chunks, chunk], 0)
    assert [reader.next() for _ in texts] == texts
