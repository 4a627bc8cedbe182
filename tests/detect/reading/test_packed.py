"""Tar archives, packed files, 7z, RAR: read in memory, bounded, and never read as nothing."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import tarfile
import zlib
from functools import partial

import py7zr
import pytest
from backports import zstd

from app.detect.reading.limits import Limits
from tests.detect.reading.observed import read

CSV = b"naam;plaats\nBos;Delft\nMol;Gouda\n"
ROWS = [["naam", "plaats"], ["Bos", "Delft"], ["Mol", "Gouda"]]


def tar_of(*members: tuple[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=form) as archive:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress, zstd.compress, zlib.compress])
def test_archives_of_every_form_are_read(form: int, pack: object) -> None:
    name = ("map-" * 20 + "/" if form != tarfile.USTAR_FORMAT else "map/") + "namen.csv"
    assert callable(pack)
    seen = read(pack(tar_of((name, CSV), ("b.txt", b"de tekst"), form=form)))
    assert seen.only_table == ROWS
    assert "de tekst" in seen.texts
    assert name in seen.names
    assert seen.why == set()


def test_the_oldest_form_has_no_magic_number() -> None:
    content = bytearray(tar_of(("namen.csv", CSV), form=tarfile.USTAR_FORMAT))
    content[257:265] = bytes(8)
    header = bytes(content[:148]) + b" " * 8 + bytes(content[156:512])
    content[148:156] = b"%06o\0 " % sum(header)
    assert read(bytes(content)).only_table == ROWS


@pytest.mark.parametrize("lost", [1_600, 10_000 - 700])
def test_an_archive_that_was_cut_is_corrupt_and_its_start_counts(lost: int) -> None:
    content = tar_of(("a.csv", CSV), ("b.txt", b"x" * 900), form=tarfile.USTAR_FORMAT)
    seen = read(content[: 512 + 512 + 700] if lost > 2_000 else content[: 512 + 512 + 100])
    assert seen.why == {"corrupt"}
    assert seen.only_table == ROWS


def test_a_damaged_header_in_the_middle_is_no_end() -> None:
    content = bytearray(tar_of(("a.csv", CSV), ("b.txt", b"tekst"), form=tarfile.USTAR_FORMAT))
    content[1_024:1_030] = b"\xff" * 6
    seen = read(bytes(content))
    assert seen.why == {"corrupt"}
    assert seen.only_table == ROWS


def test_links_are_names_and_are_not_followed() -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        link = tarfile.TarInfo("verwijzing")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(link)
    seen = read(buffer.getvalue())
    assert "verwijzing" in seen.names
    assert not seen.whole


def test_a_member_that_is_too_large_costs_only_itself() -> None:
    seen = read(tar_of(("groot.txt", b"x" * 2_000_000), ("a.csv", CSV)), limits=Limits(member_bytes=1_000_000))
    assert seen.why == {"limit"}
    assert not seen.is_limited
    assert seen.only_table == ROWS


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, zstd.compress])
def test_several_packed_streams_in_one_file_are_all_read(pack: object) -> None:
    assert callable(pack)
    assert read(pack(CSV[:12]) + pack(CSV[12:])).only_table == ROWS


def test_the_older_form_of_xz_is_read() -> None:
    assert read(lzma.compress(CSV, format=lzma.FORMAT_ALONE)).only_table == ROWS


def test_the_name_that_a_packed_file_had_counts() -> None:
    buffer = io.BytesIO()
    with gzip.GzipFile("klantgegevens.csv", "wb", fileobj=buffer) as file:
        file.write(CSV)
    assert "klantgegevens.csv" in read(buffer.getvalue(), name="x.gz").names


@pytest.mark.parametrize("pack", [gzip.compress, partial(bz2.compress, compresslevel=1), lzma.compress, zstd.compress])
def test_a_packed_file_that_was_cut_is_corrupt_and_its_start_counts(pack: object) -> None:
    lines = b"".join(b"%d;%d\n" % (index, random.Random(index).randrange(10**9)) for index in range(60_000))
    assert callable(pack)
    content = pack(lines)
    seen = read(content[: len(content) // 2])
    assert seen.why == {"corrupt"}
    assert len(seen.only_table) > 5_000


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress, zstd.compress, zlib.compress])
def test_a_bomb_is_stopped(pack: object) -> None:
    assert callable(pack)
    assert read(pack(b" " * 40_000_000)).why == {"limit"}


def test_a_bomb_within_packed_files_is_stopped() -> None:
    assert read(gzip.compress(gzip.compress(gzip.compress(bytes(60_000_000))))).why == {"limit"}


def test_a_packed_file_that_asks_for_too_much_memory_is_a_limit() -> None:
    content = bytearray(lzma.compress(CSV, format=lzma.FORMAT_ALONE))
    content[1:5] = (1 << 30).to_bytes(4, "little")  # the window that it says to need
    assert read(bytes(content)).why == {"limit"}


def test_an_object_of_a_version_store_is_its_content() -> None:
    assert read(zlib.compress(b"blob %d\0" % len(CSV) + CSV)).only_table == ROWS


def seven_zip(*members: tuple[str, bytes], **options: object) -> bytes:
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w", **options) as archive:  # type: ignore[arg-type]
        for name, content in members:
            archive.writestr(content, name)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "filters",
    [
        None,
        [{"id": py7zr.FILTER_LZMA}],
        [{"id": py7zr.FILTER_DEFLATE}],
        [{"id": py7zr.FILTER_BZIP2}],
        [{"id": py7zr.FILTER_COPY}],
        [{"id": py7zr.FILTER_ZSTD}],
        [{"id": py7zr.FILTER_X86}, {"id": py7zr.FILTER_LZMA2, "preset": 1}],
    ],
)
def test_7z_is_read_however_it_is_packed(filters: object) -> None:
    seen = read(seven_zip(("map/namen.csv", CSV), ("b.txt", b"de tekst"), ("leeg.txt", b""), filters=filters))
    assert seen.only_table == ROWS
    assert "de tekst" in seen.texts
    assert {"map/namen.csv", "leeg.txt"} <= set(seen.names)
    assert seen.why == set()


def test_a_locked_7z_tells_its_names_unless_they_are_locked_too() -> None:
    seen = read(seven_zip(("klantgegevens.csv", CSV), password="x"))
    assert (seen.why, seen.whole) == ({"encrypted"}, "")
    assert "klantgegevens.csv" in seen.names
    assert read(seven_zip(("klantgegevens.csv", CSV), password="x", header_encryption=True)).why == {"encrypted"}


def test_a_damaged_7z_is_corrupt() -> None:
    content = seven_zip(("namen.csv", CSV * 50), filters=[{"id": py7zr.FILTER_COPY}])
    assert read(content[:-4]).why == {"corrupt"}
    spoiled = bytearray(content)
    spoiled[40] ^= 1
    seen = read(bytes(spoiled))
    assert seen.why == {"corrupt"}
    assert ["Bos", "Delft"] in seen.only_table


def test_a_way_of_packing_whose_decoder_crashes_is_not_tried() -> None:
    seen = read(seven_zip(("namen.csv", CSV), filters=[{"id": py7zr.FILTER_PPMD, "order": 6, "mem": 24}]))
    assert (seen.why, seen.whole) == ({"unsupported"}, "")
    assert "namen.csv" in seen.names


def test_a_bomb_in_7z_is_stopped() -> None:
    assert read(seven_zip(("bom.txt", b" " * 40_000_000))).why == {"limit"}


def test_7z_behind_a_program_is_read() -> None:
    assert read(b"MZ" + bytes(3_000) + seven_zip(("namen.csv", CSV))).only_table == ROWS


def number(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def rar5(name: str, *, locked: bool) -> bytes:
    """A list of one member, with its content. Source: technote of RAR 5."""
    extra = b"\x02\x01\x00" if locked else b""
    file = number(0) + number(5) + number(0) + number(0) + number(0) + number(len(name)) + name.encode()
    body = (
        number(2) + number(2 | (1 if extra else 0)) + (number(len(extra)) if extra else b"") + number(10) + file + extra
    )
    return b"Rar!\x1a\x07\x01\x00" + bytes(4) + number(len(body)) + body + bytes(10)


def rar4(name: str, *, locked: bool) -> bytes:
    body = (5).to_bytes(4, "little") * 2 + bytes(11) + len(name).to_bytes(2, "little") + bytes(4) + name.encode()
    head = (
        bytes(2)
        + b"\x74"
        + (0x8000 | (4 if locked else 0)).to_bytes(2, "little")
        + (7 + len(body)).to_bytes(2, "little")
    )
    return b"Rar!\x1a\x07\x00" + head + body + bytes(5)


@pytest.mark.parametrize("make", [rar4, rar5])
def test_the_names_in_a_rar_count_though_it_is_not_unpacked(make: object) -> None:
    assert callable(make)
    for locked, why in ((False, "unsupported"), (True, "encrypted")):
        seen = read(make("klantgegevens.csv", locked=locked))
        assert (seen.why, seen.names) == ({why}, ["klantgegevens.csv"])


@pytest.mark.parametrize(
    "content", [b"Rar!\x1a\x07\x01\x00" + b"\xff" * 60, b"Rar!\x1a\x07\x00" + bytes(60), b"MSCF\0\0\0\0" + bytes(60)]
)
def test_archives_nobody_reads_here_are_never_read_as_nothing(content: bytes) -> None:
    assert read(content).why == {"unsupported"}
