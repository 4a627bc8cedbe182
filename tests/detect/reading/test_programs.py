"""Programs, fonts and shortcuts hold no document, unless something is packed in them; other binary content is unread."""

from __future__ import annotations

import random
import struct
import sys
from pathlib import Path

import pytest

from tests.detect.reading.observed import read


def windows_program(*, behind: bytes = b"", inside: bytes = b"") -> bytes:
    """A header, one section, and what lies behind it. Source: PE format."""
    code = random.Random(1).randbytes(2_000) + inside
    optional = struct.pack("<H", 0x20B) + bytes(238)
    header = b"MZ" + bytes(58) + struct.pack("<I", 64)
    header += b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, len(optional), 0x22) + optional
    header += b".text\0\0\0" + struct.pack("<IIII", len(code), 0x1000, len(code), 1_024) + bytes(16)
    return header.ljust(1_024, b"\0") + code + behind


def font(tables: int = 2) -> bytes:
    body = random.Random(2).randbytes(1_000)
    start = 12 + 16 * tables
    records = b"".join(b"glyf" + struct.pack(">III", 0, start + 500 * index, 500) for index in range(tables))
    return b"\x00\x01\x00\x00" + struct.pack(">H", tables) + bytes(6) + records + body


CABINET = b"MSCF\0\0\0\0" + struct.pack("<IIIIBB", 300, 0, 44, 0, 3, 1) + bytes(300)
MAGIC = (
    b"7z\xbc\xaf\x27\x1c"
    + b"Rar!\x1a\x07\0"
    + b"MSCF"
    + b"PK\x03\x04"
    + b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    + b"%PDF-"
    + bytes(40)
)
NOTHING = {
    "program": windows_program(),
    "program that reads archives": windows_program(inside=MAGIC),
    "font": font(),
    "web font": b"wOF2" + bytes(4) + struct.pack(">I", 500) + random.Random(3).randbytes(488),
    "compiled Python": b"\xa7\r\r\n" + bytes(12) + random.Random(4).randbytes(300),
    "shortcut": b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F" + random.Random(5).randbytes(500),
    "Java class": b"\xca\xfe\xba\xbe\0\0\x003" + random.Random(6).randbytes(300),
    "what a Mac leaves": b"\x00\x00\x00\x01Bud1" + bytes(300),
}


@pytest.mark.parametrize("case", NOTHING)
def test_what_holds_no_document_is_nothing_to_read(case: str) -> None:
    seen = read(NOTHING[case])
    assert (seen.why, seen.whole) == (set(), "")


@pytest.mark.skipif(sys.platform == "win32", reason="reads a program of Linux")
def test_the_interpreter_itself_holds_no_document() -> None:
    assert read(Path(sys.executable).resolve().read_bytes()).why == set()


UNREAD = {
    "installer": windows_program(behind=random.Random(7).randbytes(50_000)),
    "cabinet in a program": windows_program(inside=CABINET),
    "program without a header": b"MZ" + random.Random(8).randbytes(5_000),
    "program that was cut": windows_program()[:900],
    "font with something behind it": font() + random.Random(9).randbytes(20_000),
    "sound": b"ID3\x03\0\0\0\0\x0fv" + random.Random(10).randbytes(3_000),
    "film": b"\0\0\0\x18ftypmp42" + random.Random(11).randbytes(3_000),
    "binary": random.Random(12).randbytes(3_000),
    "statistics": b"$FL2@(#) SPSS DATA FILE" + bytes(60) + random.Random(13).randbytes(300),
}


@pytest.mark.parametrize("case", UNREAD)
def test_what_may_hold_one_is_unread(case: str) -> None:
    assert read(UNREAD[case]).why == {"unsupported"}


@pytest.mark.parametrize(
    "content",
    [
        b"-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n",
        b"age-encryption.org/v1\n-> X25519 abc\n",
        b"Salted__" + random.Random(14).randbytes(200),
        b"\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5" + random.Random(15).randbytes(200),
    ],
)
def test_locked_files_are_said_to_be_locked(content: bytes) -> None:
    assert read(content).why == {"encrypted"}


def test_a_text_may_begin_with_the_letters_of_a_program() -> None:
    assert "MZ en de tekst van Pietersen" in read(b"MZ en de tekst van Pietersen\n" * 3).whole
