"""Programs, fonts, compiled code, shortcuts: no document of a person, unless one is packed in them."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import Final

from app.detect.reading.document import Part, Reading
from app.detect.reading.formats import encoding_of
from app.detect.reading.unread import Unread, UnreadableError

SLACK_BYTES = 4_096  # padding and signatures of programs behind their last section
MISSING_BYTES = 512  # the last section need not be filled up
SHORTCUT_BYTES = 65_536
TAIL_BYTES = 65_557  # a zip's end record with its longest comment
SCANNED_BYTES = 64_000_000
_SEVEN_ZIP: Final = b"7z\xbc\xaf\x27\x1c"
PLACES = 50
_WITHOUT_BYTES = 8  # a section that takes room in memory only
_FONTS: Final = (b"\x00\x01\x00\x00\x00", b"OTTO", b"true\0")


def read_program(part: Part, reading: Reading) -> None:
    """Nothing to read in a program that ends where it says. A self-extracting archive is read; with other content behind it
    raises UnreadableError (unsupported)."""
    with part.open() as stream:
        head = stream.read(SHORTCUT_BYTES)
    if head.startswith((b"MZ", b"\x7fELF")) and encoding_of(head) is not None:
        from app.detect.reading.readers.text import read_text

        return read_text(part, reading)  # words may begin with these letters
    content = part.content(reading.budget)
    if b"PK\x05\x06" in content[-TAIL_BYTES:]:
        from app.detect.reading.readers.archive import read_zip

        return read_zip(part, reading)
    at = next((at for at in _places(content, _SEVEN_ZIP) if _is_seven_zip(content, at)), None)
    if at is not None:
        from app.detect.reading.readers.seven_zip import read_seven_zip

        inside = content[at:]
        within = Part(name=part.name, open=lambda: io.BytesIO(inside), depth=part.depth, size_bytes=len(inside))
        return read_seven_zip(within, reading)
    if not _is_only_code(content):
        raise UnreadableError(Unread.UNSUPPORTED)
    return None


def _is_only_code(content: bytes) -> bool:
    """Whether all of it belongs to the program and no archive stands in it."""
    try:
        end = _end(content)
    except (struct.error, IndexError):
        return False
    if end is None or not end - MISSING_BYTES <= len(content) <= end + SLACK_BYTES or len(content) > SCANNED_BYTES:
        return False
    return not any(holds(content, at) for magic, holds in _ARCHIVES for at in _places(content, magic))


def _places(content: bytes, magic: bytes) -> Iterator[int]:
    """Where it stands. A program that reads archives has these bytes in its own code, too: some places are looked at."""
    at = content.find(magic)
    for _ in range(PLACES):
        if at < 0:
            return
        yield at
        at = content.find(magic, at + 1)


def _is_seven_zip(content: bytes, at: int) -> bool:
    """The checksum of its first header is right."""
    return zlib.crc32(content[at + 12 : at + 32]) == int.from_bytes(content[at + 8 : at + 12], "little")


def _is_cabinet(content: bytes, at: int) -> bool:
    size = int.from_bytes(content[at + 8 : at + 12], "little")
    return 36 < size <= len(content) - at and content[at + 24 : at + 26] in (b"\x03\x01", b"\x02\x01")


def _is_zip(content: bytes, at: int) -> bool:
    """Version, way of packing and length of the name are such as there are."""
    version, method = (int.from_bytes(content[at + place : at + place + 2], "little") for place in (4, 8))
    return 10 <= version <= 63 and method in (0, 8, 9, 12, 14) and content[at + 26] > 0 and content[at + 27] < 4


def _is_compound(content: bytes, at: int) -> bool:
    return content[at + 26 : at + 30] in (b"\x03\x00\xfe\xff", b"\x04\x00\xfe\xff")


def _is_rar(content: bytes, at: int) -> bool:
    return content[at + 6 : at + 8] == b"\x01\x00" or content[at + 9 : at + 10] == b"\x73"


def _is_pdf(content: bytes, at: int) -> bool:
    return (
        content[at + 7 : at + 8].isdigit() and content[at + 8 : at + 9] in (b"\r", b"\n") and b"%%EOF" in content[at:]
    )


# A program that has one of these within carries files: an installer, a self-extracting archive.
_ARCHIVES: Final[tuple[tuple[bytes, Callable[[bytes, int], bool]], ...]] = (
    (_SEVEN_ZIP, _is_seven_zip),
    (b"Rar!\x1a\x07", _is_rar),
    (b"MSCF\0\0\0\0", _is_cabinet),
    (b"PK\x03\x04", _is_zip),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _is_compound),
    (b"%PDF-1.", _is_pdf),
)


def _end(content: bytes) -> int | None:
    """Where the content ends by its own tables; None when it is none of these kinds."""
    if content.startswith(b"MZ"):
        return _end_of_windows(content)
    if content.startswith(b"\x7fELF"):
        return _end_of_linux(content)
    if content.startswith(_FONTS):
        return _end_of_font(content, 0)
    if content.startswith(b"ttcf"):
        return _end_of_font(content, struct.unpack_from(">I", content, 12)[0]) and len(content)
    if content.startswith((b"wOFF", b"wOF2")):
        return int(struct.unpack_from(">I", content, 8)[0])
    if content.startswith(b"L\0\0\0\x01\x14\x02\0"):
        return min(len(content), SHORTCUT_BYTES)
    if content.startswith((b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe")):
        return _end_of_mac(content)
    if content.startswith(b"\xca\xfe\xba\xbe"):  # a Java class, or a program for several processors
        return len(content) if 45 <= int.from_bytes(content[6:8], "big") <= 80 else None
    return len(content)  # compiled Python, WebAssembly, Dalvik, time zones, translations, symbols


def _end_of_windows(content: bytes) -> int | None:
    """Behind the last section, the symbols and the signature. Source: PE format."""
    start = struct.unpack_from("<I", content, 0x3C)[0]
    if content[start : start + 4] != b"PE\0\0":
        return None
    sections, symbols, symbol_count, optional = struct.unpack_from("<H4xIIH", content, start + 6)
    table = start + 24 + optional
    end = table + 40 * sections
    for index in range(sections):
        end = max(end, sum(struct.unpack_from("<II", content, table + 40 * index + 16)))
    if symbols:
        names = symbols + 18 * symbol_count
        end = max(end, names + struct.unpack_from("<I", content, names)[0])
    wide = struct.unpack_from("<H", content, start + 24)[0] == 0x20B
    certificates, length = struct.unpack_from("<II", content, start + 24 + (112 if wide else 96) + 4 * 8)
    if certificates and end <= certificates <= end + SLACK_BYTES:
        end = certificates + length
    return int(end)


def _end_of_linux(content: bytes) -> int:
    """Behind the last section, segment and the tables of both. Source: ELF."""
    wide, order = content[4] == 2, "<" if content[5] == 1 else ">"
    programs, sections = struct.unpack_from(f"{order}QQ" if wide else f"{order}II", content, 32 if wide else 28)
    counts = struct.unpack_from(f"{order}HHHH", content, 54 if wide else 42)
    program_size, program_count, section_size, section_count = counts
    end = sections + section_size * section_count
    for index in range(program_count):
        form, place = ("Q16xQ", 8) if wide else ("I8xI", 4)
        end = max(end, sum(struct.unpack_from(f"{order}{form}", content, programs + index * program_size + place)))
    for index in range(section_count):
        at = sections + index * section_size
        if struct.unpack_from(f"{order}I", content, at + 4)[0] != _WITHOUT_BYTES:
            form, place = ("QQ", 24) if wide else ("II", 16)
            end = max(end, sum(struct.unpack_from(f"{order}{form}", content, at + place)))
    return int(end)


def _end_of_mac(content: bytes) -> int:
    """Behind the last segment. Source: Mach-O; little-endian."""
    wide = content[0] == 0xCF
    commands = struct.unpack_from("<I", content, 16)[0]
    at, end = 32 if wide else 28, 0
    for _ in range(min(commands, 10_000)):
        kind, size = struct.unpack_from("<II", content, at)
        if kind in (0x19, 0x01):
            form, place = ("<QQ", 40) if kind == 0x19 else ("<II", 32)
            end = max(end, sum(struct.unpack_from(form, content, at + place)))
        at += max(size, 8)
    return int(end)


def _end_of_font(content: bytes, at: int) -> int:
    """Behind the last table. Source: OpenType."""
    tables = struct.unpack_from(">H", content, at + 4)[0]
    ends = (sum(struct.unpack_from(">II", content, at + 12 + 16 * index + 8)) for index in range(tables))
    return max(ends, default=0)
