"""Plain text and tables as they lie on laptops: long lines, broken letters, quotes, binary stretches."""

from __future__ import annotations

import io
import random

import pytest

from app.detect.reading.document import Part
from app.detect.reading.readers.text import LINE_CHARS
from tests.detect.reading.observed import read, read_part

HEADER = ["Naam", "Geboortedatum", "Plaats"]
ROWS = [
    ["Zoë de Vries", "1970-02-01", "Delft"],
    ["André Bos", "1981-12-24", "Gouda"],
    ["Ömer Kaya", "1990-06-30", "Hoorn"],
]


def table(delimiter: str, line_end: str = "\n") -> str:
    return line_end.join(map(delimiter.join, [HEADER, *ROWS])) + line_end


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "iso8859-15", "mac_roman"]
)
@pytest.mark.parametrize("delimiter", [";", "\t", ",", "|"])
def test_a_table_is_read_by_its_columns(encoding: str, delimiter: str) -> None:
    assert read(table(delimiter).encode(encoding)).only_table == [HEADER, *ROWS]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_end_as_on_any_system(line_end: str) -> None:
    assert read(table(";", line_end).encode()).only_table == [HEADER, *ROWS]


def test_quoted_cells_may_have_line_ends_and_quotes() -> None:
    seen = read(b'naam;"noot"\n"Jansen, ""Jan""";"een\r\ntwee"\nBos;-\n')
    assert seen.only_table == [["naam", "noot"], ['Jansen, "Jan"', "een\ntwee"], ["Bos", "-"]]


def test_a_quote_that_never_ends_costs_no_row() -> None:
    seen = read(b'naam;nummer\n"Jansen;1\n' + b"Bos;2\n" * 40)
    assert ["Bos", "2"] in list(seen.tables.values())[-1]
    assert len(list(seen.tables.values())[-1]) == 42


def test_mixed_encodings_are_read_letter_by_letter() -> None:
    text = "regel met één letter\n" * 20_000
    seen = read(text.encode() + "Zoë uit 1998\n".encode("cp1252") + text.encode())
    assert "Zoë uit 1998" in seen.whole
    assert "één" in seen.texts[-1]


def test_a_text_that_turns_out_to_be_of_an_old_system_is_read_so() -> None:
    seen = read(b"alleen gewone letters\n" * 10_000 + ("Zoë, Renée en Daniël\n" * 2_000).encode("cp1252"))
    assert seen.texts[-1].count("Renée") > 100
    assert seen.why == set()


def test_a_long_line_is_read_in_pieces_and_no_number_is_torn() -> None:
    numbers = [str(100_000_000 + index) for index in range(250_000)]
    seen = read(" ".join(numbers).encode())
    assert len(seen.texts) > 2
    assert max(map(len, seen.texts)) <= LINE_CHARS + 300_000
    assert [number for text in seen.texts for number in text.split()] == numbers


def test_a_piece_of_another_file_in_a_text_is_said() -> None:
    seen = read(b"een regel tekst\n" * 30_000 + random.Random(1).randbytes(20_000) + b"\nnog een regel\n")
    assert seen.why == {"unsupported"}
    assert "een regel tekst" in seen.texts[0]


def test_rubbish_in_a_log_is_no_reason_to_leave_it_unread() -> None:
    line = b"2026-11-03 10:00:00 INFO bericht ontvangen\n"
    seen = read(line * 5_000 + b"\x00\x00\x01\x02\x7f" + line * 5_000 + bytes(300))
    assert seen.why == set()
    assert seen.whole.count("bericht") == 10_000


@pytest.mark.parametrize("content", [b"", b"\n\n\n", b" ", b"\xef\xbb\xbf", bytes(5_000)])
def test_nothing_is_read_as_nothing(content: bytes) -> None:
    seen = read(content)
    assert seen.why == set()
    assert not seen.whole.strip()


def test_an_export_of_a_mainframe_is_read_by_its_columns() -> None:
    rows = [("70001", "JANSEN J", "19600115"), ("70002", "DE VRIES A", "19711224"), ("70003", "BAKKER", "19820630")] * 4
    lines = "".join(f"{number:<8}{name:<20}{born}\n" for number, name, born in rows)
    for encoding in ("cp1252", "cp500"):
        found = read(lines.encode(encoding)).only_table
        assert [row for row in found if row[0]] == [list(row) for row in rows]


def test_a_line_that_does_not_fit_the_columns_is_read_whole() -> None:
    lines = "".join(
        f"{index:06d}{name:<16}{19_600_101 + index}\n" for index, name in enumerate(["JANSEN", "BOS", "MOL"] * 5)
    )
    seen = read((lines + "TOTAAL VAN DE LIJST MET NUMMER 123456782\n12345678299 los\n" + lines).encode())
    assert "TOTAAL VAN DE LIJST MET NUMMER 123456782" in seen.texts
    assert "12345678299 los" in seen.texts
    assert len(seen.only_table) == 30


class _Slow(io.BytesIO):
    """Gives a few bytes at a time, as a member that is being unpacked may."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(size, 1_001) if size and size > 0 else 1_001)


def test_letters_that_are_cut_between_two_pieces_are_whole() -> None:
    content = ("é" * 50 + "\n").encode() * 3_000
    seen = read_part(Part(name="x", open=lambda: _Slow(content)))
    assert seen.whole.count("é") == 150_000
