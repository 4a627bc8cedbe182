"""Binary workbooks, written here record by record. Source: MS-XLSB."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.detect.reading.readers.xlsb import records
from tests.detect.reading.observed import Observed, read
from tests.detect.reading.packages import package

BEGIN, END = 129, 130  # of a sheet


def record(kind: int, content: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = len(content), b""
    while True:
        more = size >> 7
        length += bytes([size & 0x7F | (0x80 if more else 0)])
        size = more
        if not size:
            return head + length + content


def text(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def row(number: int) -> bytes:
    return record(0, struct.pack("<I", number) + bytes(13))


def cell(kind: int, column: int, content: bytes, style: int = 0) -> bytes:
    return record(kind, struct.pack("<II", column, style) + content)


def rk(value: int) -> bytes:
    return struct.pack("<I", (value & 0x3FFFFFFF) << 2 | 2)


def workbook(*cells: bytes, **parts: bytes) -> bytes:
    sheet = record(BEGIN) + b"".join(cells) + record(END)
    return package({"xl/workbook.bin": record(131), "xl/worksheets/sheet1.bin": sheet, **parts})


def test_cells_of_every_kind_stand_in_their_columns() -> None:
    strings = record(159, bytes(8)) + record(19, b"\0" + text("Bos")) + record(19, b"\0" + text("ongebruikt"))
    seen = read(
        workbook(
            row(0),
            cell(7, 0, struct.pack("<I", 0)),
            cell(6, 1, text("in de cel")),
            cell(62, 2, b"\0" + text("opgemaakt")),
            cell(1, 3, b""),
            cell(2, 4, rk(123456782)),
            cell(5, 5, struct.pack("<d", 1234.5)),
            cell(8, 6, text("berekend") + bytes(8)),
            cell(9, 8, struct.pack("<d", 2.0) + bytes(8)),
            row(3),
            cell(4, 0, b"\1"),
            cell(2, 2, struct.pack("<I", (250 & 0x3FFFFFFF) << 2 | 3)),
            **{"xl/sharedStrings.bin": strings},
        )
    )
    assert seen.only_table == [
        ["Bos", "in de cel", "opgemaakt", "", "123456782", "1234.5", "berekend", "", "2"],
        [],
        ["", "", "2.5"],
    ]
    assert "ongebruikt" in seen.texts
    assert seen.why == set()


def test_short_cells_stand_right_of_the_one_before() -> None:
    short = record(13, bytes(4) + rk(7)) + record(12, bytes(4)) + record(17, bytes(4) + text("Bos"))
    assert read(workbook(row(0), cell(2, 1, rk(5)), short)).only_table == [["", "5", "7", "", "Bos"]]


def test_days_are_shown_as_days() -> None:
    styles = record(44, struct.pack("<H", 164) + text("dd/mm/yyyy")) + record(617, bytes(4))
    styles += (
        record(47, struct.pack("<HH", 0, 0) + bytes(12))
        + record(47, struct.pack("<HH", 0, 164) + bytes(12))
        + record(618)
    )
    assert read(workbook(row(0), cell(2, 0, rk(28_522), style=1), **{"xl/styles.bin": styles})).only_table == [
        ["01-02-1978"]
    ]


def test_other_parts_tell_their_texts() -> None:
    book = record(156, struct.pack("<II", 2, 1) + text("rId1") + text("Verborgen blad")) + record(
        39, bytes(9) + text("Lonen")
    )
    comments = record(632, text("Anna Bos")) + record(637, b"\0" + text("een opmerking"))
    seen = read(workbook(**{"xl/workbook.bin": book, "xl/comments1.bin": comments}))
    assert {"Verborgen blad", "Lonen", "een opmerking"} <= set(seen.texts)
    assert seen.properties == ["Anna Bos"]


def test_headers_and_links_of_a_sheet_are_told() -> None:
    link = (
        struct.pack("<IIII", 0, 0, 0, 0)
        + text("rId1")
        + text("")
        + text("tip bij de koppeling")
        + text("tekst van de koppeling")
    )
    seen = read(workbook(record(479, bytes(2) + text("&Lkoptekst")), record(494, link)))
    assert {"&Lkoptekst", "tip bij de koppeling", "tekst van de koppeling"} <= set(seen.texts)


def test_cells_of_another_workbook_that_a_link_keeps_are_rows() -> None:
    link = record(363, bytes(5)) + record(366, struct.pack("<I", 0)) + record(371, struct.pack("<I", 1) + text("Bos"))
    link += record(368, struct.pack("<Id", 2, 5.0))
    seen = read(package({"xl/workbook.bin": b"", "xl/externalLinks/externalLink1.bin": link}))
    assert seen.only_table == [["", "Bos", "5"]]


def test_a_pivot_cache_is_told_by_its_fields() -> None:
    cache = (
        record(183, bytes(20) + text("Naam"))
        + record(189, bytes(4))
        + record(24, text("Bos"))
        + record(24, text("Mol"))
    )
    cache += record(190) + record(183, bytes(20) + text("Sinds")) + record(189, bytes(4))
    cache += record(25, struct.pack("<HHBBBB", 1978, 2, 1, 0, 0, 0)) + record(190)
    seen = read(workbook(**{"xl/pivotCache/pivotCacheDefinition1.bin": cache}))
    assert [["Naam", "Sinds"], ["Bos", "01-02-1978"], ["Mol", ""]] in seen.tables.values()


def test_a_sheet_that_is_cut_off_is_corrupt_and_what_stood_before_counts() -> None:
    cells = row(0) + cell(6, 0, text("Bos"))
    seen = read(
        package({"xl/workbook.bin": b"", "xl/worksheets/sheet1.bin": cells + cell(6, 1, text("Mol" * 50))[:-9]})
    )
    assert seen.only_table == [["Bos"]]
    assert seen.why == {"corrupt"}


@pytest.mark.parametrize("size", [0, 1, 127, 128, 20_000, 300_000])
def test_a_record_may_be_longer_than_what_is_read_at_once(size: int) -> None:
    chain = record(700, b"x" * size) + record(5, b"einde")
    assert [(kind, len(content)) for kind, content in _records(chain)] == [(700, size), (5, 5)]


def _records(chain: bytes) -> list[tuple[int, bytes]]:
    from app.detect.reading.document import Reading
    from app.detect.reading.limits import DEFAULT_LIMITS

    return list(records(io.BytesIO(chain), Reading(Observed(DEFAULT_LIMITS))))


@given(st.binary(max_size=300))
def test_any_bytes_end_well(content: bytes) -> None:
    seen = read(
        package({"xl/workbook.bin": content, "xl/worksheets/sheet1.bin": content, "xl/tables/table1.bin": content})
    )
    assert seen.why <= {"corrupt"}
