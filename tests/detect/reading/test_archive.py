"""Zip archives: ways of packing, damage, locks, bombs, archives behind programs and within archives."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib

import pytest

from app.detect.reading.limits import Limits
from tests import samples
from tests.detect.reading.observed import read

CSV = b"naam;plaats\nBos;Delft\nMol;Gouda\n"
ROWS = [["naam", "plaats"], ["Bos", "Delft"], ["Mol", "Gouda"]]


def zip_of(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    return samples.zip_of(list(members), compression=method)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_members_are_read_however_they_are_packed(method: int) -> None:
    seen = read(zip_of(("map/namen.csv", CSV), ("leeg/", b""), method=method))
    assert seen.only_table == ROWS
    assert {"map/namen.csv", "leeg/"} <= set(seen.names)
    assert seen.why == set()


def packed_as(method: int, packed: bytes, content: bytes) -> bytes:
    """A zip with one member in a way of packing that zipfile cannot write."""
    stored = bytearray(zip_of(("a.csv", packed), method=zipfile.ZIP_STORED))
    central = stored.index(b"PK\x01\x02")
    for start, place in ((0, 8), (central, 10)):
        struct.pack_into("<H", stored, start + place, method)
        struct.pack_into("<I", stored, start + place + 6, zlib.crc32(content))
        struct.pack_into("<I", stored, start + place + 14, len(content))
    return bytes(stored)


def test_ways_of_packing_that_zipfile_does_not_know() -> None:
    import lzma

    import inflate64
    from backports import zstd

    content = CSV * 3_000
    deflater = inflate64.Deflater()
    for method, packed in (
        (9, deflater.deflate(content) + deflater.flush()),
        (93, zstd.compress(content)),
        (95, lzma.compress(content)),
    ):
        seen = read(packed_as(method, packed, content))
        assert (method, seen.why) == (method, set())
        assert len(seen.only_table) == 9_000


def test_a_way_nobody_reads_here_is_said_and_the_other_members_are_read() -> None:
    content = bytearray(zip_of(("a.txt", b"een"), ("b.csv", CSV)))
    central = content.index(b"PK\x01\x02")
    content[8:10] = content[central + 10 : central + 12] = b"\x06\x00"
    seen = read(bytes(content))
    assert seen.why == {"unsupported"}
    assert seen.only_table == ROWS


def test_a_wrong_checksum_is_said_and_what_was_read_counts() -> None:
    content = bytearray(zip_of(("a.csv", CSV), ("b.txt", b"de tekst"), method=zipfile.ZIP_STORED))
    content[content.index(b"Gouda")] = ord("K")
    seen = read(bytes(content))
    assert seen.why == {"corrupt"}
    assert ["Mol", "Kouda"] in seen.only_table
    assert "de tekst" in seen.texts


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("lost", [30, 150])
def test_a_download_that_was_cut_is_read_as_far_as_it_goes(method: int, lost: int) -> None:
    content = zip_of(("a.csv", CSV), ("b.txt", b"de tekst"), method=method)
    seen = read(content[:-lost])
    assert seen.why == {"corrupt"}
    assert seen.only_table == ROWS


def test_a_member_that_was_cut_is_read_as_far_as_it_goes() -> None:
    lines = b"".join(b"%d;%d\n" % (index, random.Random(index).randrange(10**9)) for index in range(40_000))
    content = zip_of(("a.csv", lines))
    seen = read(content[: len(content) // 2])
    assert seen.why == {"corrupt"}
    assert 10_000 < len(seen.only_table) < 40_000


def test_a_locked_member_keeps_no_other_from_being_read() -> None:
    content = bytearray(zip_of(("geheim.txt", b"x"), ("b.csv", CSV)))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    seen = read(bytes(content))
    assert seen.why == {"encrypted"}
    assert seen.only_table == ROWS
    assert "geheim.txt" in seen.names


def test_a_bomb_keeps_no_other_member_from_being_read() -> None:
    seen = read(zip_of(("bom.txt", b" " * 30_000_000), ("b.csv", CSV)))
    assert seen.why == {"limit"}
    assert not seen.is_limited
    assert ROWS in seen.tables.values()


def test_many_bombs_end_at_the_limit_of_the_whole() -> None:
    bombs = [(f"{index}.txt", b" " * 3_000_000 + random.Random(index).randbytes(30_000)) for index in range(8)]
    seen = read(samples.zip_of(bombs), limits=Limits(expanded_bytes=15_000_000, ratio=10_000))
    assert seen.is_limited


def nested(levels: int) -> bytes:
    content = zip_of(("a.csv", CSV))
    for level in range(levels):
        content = zip_of((f"{level}.zip", content), ("naast.txt", b"naast %d" % level))
    return content


def test_archives_within_archives_are_read_to_their_depth_and_no_further() -> None:
    assert read(nested(4)).only_table == ROWS
    seen = read(nested(6))
    assert seen.why == {"limit"}
    assert not seen.tables
    assert seen.whole.count("naast") == 5


def test_too_many_members_are_a_limit() -> None:
    assert read(samples.zip_of([(str(index), b"") for index in range(10_050)])).is_limited


def test_a_list_with_64_bit_sizes_is_read() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, archive.open("a.csv", "w", force_zip64=True) as member:
        member.write(CSV)
    assert read(buffer.getvalue()).only_table == ROWS


@pytest.mark.parametrize("before", [b"MZ" + bytes(500), b"#!/bin/sh\nexit 0\n" + bytes(10)])
def test_an_archive_behind_a_program_is_read(before: bytes) -> None:
    seen = read(before + zip_of(("a.csv", CSV)))
    assert seen.only_table == ROWS if before.startswith(b"MZ") else seen.why == {"unsupported"}


def test_an_electronic_book_is_read_with_its_pictures_left_out() -> None:
    page = "<html><body><p>" + "De tekst van het boek van Pietersen. " * 5 + "</p></body></html>"
    seen = read(
        samples.zip_of(
            [
                ("mimetype", b"application/epub+zip"),
                ("META-INF/container.xml", b"<container/>"),
                ("tekst.xhtml", page.encode()),
                ("omslag.jpg", b"\xff\xd8\xff\xe0" + bytes(90_000)),
            ]
        )
    )
    assert "Pietersen" in seen.whole
    assert seen.why == set()


def test_names_in_utf_8_are_read_though_the_archive_does_not_say_so() -> None:
    content = zip_of(("Zoë.txt", b"tekst"))
    for start, place in ((0, 6), (content.index(b"PK\x01\x02"), 8)):
        content = content[: start + place] + b"\0\0" + content[start + place + 2 :]
    assert "Zoë.txt" in read(content).names


def test_members_with_the_same_name_are_both_read() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "de eerste tekst")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", "de tweede tekst")
    assert {"de eerste tekst", "de tweede tekst"} <= set(read(buffer.getvalue()).texts)
