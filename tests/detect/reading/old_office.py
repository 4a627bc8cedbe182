"""Writes old Office documents, as small as their formats allow. Source: MS-DOC, MS-XLS, MS-PPT, MS-OLEPS."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from tests.detect.reading.compound import Folder, compound_file

_TEXT_AT = 2_048
_PAGE = 512
SUMMARY = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
DOCUMENT = bytes.fromhex("02d5cdd59c2e1b10939708002b2cf9ae")
CUSTOM = bytes.fromhex("05d5cdd59c2e1b10939708002b2cf9ae")


def biff(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def wide(text: str) -> bytes:
    """Length in two bytes, the sign of two-byte letters, the letters."""
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def narrow(text: str) -> bytes:
    return struct.pack("<HB", len(text), 0) + text.encode("latin-1")


def short(text: str) -> bytes:
    """Length in one byte."""
    return struct.pack("<BB", len(text), 0) + text.encode("latin-1")


def workbook_stream(*records: bytes, version: int = 0x0600) -> bytes:
    begin = biff(0x0809, struct.pack("<HH", version, 0x0010) + bytes(12))
    return begin + b"".join(records) + biff(0x000A)


def xls(*records: bytes, version: int = 0x0600, **others: bytes | Folder) -> bytes:
    name = "Workbook" if version == 0x0600 else "Book"
    return compound_file({name: workbook_stream(*records, version=version), **others})


def ppt(*records: bytes, **others: bytes | Folder) -> bytes:
    return compound_file({"PowerPoint Document": b"".join(records), **others})


def atom(kind: int, content: bytes, *, container: bool = False) -> bytes:
    return struct.pack("<HHI", 0xF if container else 0, kind, len(content)) + content


def doc(
    text: str, ends: Sequence[tuple[int, int]] = (), deleted: tuple[int, int] | None = None, **others: bytes | Folder
) -> bytes:
    """`ends`: for paragraphs where they end (in letters) and a property (0x2416 in a table, 0x2417 end of a row); `deleted`:
    first letter and the one behind the last."""
    letters = text.encode("utf-16-le")
    pages = _TEXT_AT + -(-len(letters) // _PAGE) * _PAGE
    piece = struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, _TEXT_AT, 0)
    tables = {33: b"\x02" + struct.pack("<I", len(piece)) + piece}
    stream = letters.ljust(pages - _TEXT_AT, b"\0")
    if ends:
        tables[13] = _bin_table(pages // _PAGE)
        stream += _formatting_page([(at, struct.pack("<HB", code, 1)) for at, code in ends], of_paragraphs=True)
    if deleted is not None:
        tables[12] = _bin_table((_TEXT_AT + len(stream)) // _PAGE)
        runs = [(deleted[0], b""), (deleted[1], struct.pack("<HB", 0x0800, 1)), (len(text), b"")]
        stream += _formatting_page([run for run in runs if run[0]], of_paragraphs=False)
    head = struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0, 0, 0x0200).ljust(32, b"\0") + struct.pack("<H", 14) + bytes(28)
    head += struct.pack("<H", 22) + bytes(88) + struct.pack("<H", 93)
    table, places = b"", {}
    for index, content in tables.items():
        places[index] = (len(table), len(content))
        table += content
    head += b"".join(struct.pack("<II", *places.get(index, (0, 0))) for index in range(93))
    return compound_file({"WordDocument": head.ljust(_TEXT_AT, b"\0") + stream, "1Table": table, **others})


def older_doc(text: str, *, is_wide: bool) -> bytes:
    """Word 95, whose letters have one byte or two."""
    letters = text.encode("utf-16-le" if is_wide else "cp1252")
    head = struct.pack("<HHHHHH", 0xA5DC, 0x68, 0, 0, 0, 0x1000 * is_wide).ljust(24, b"\0")
    head += struct.pack("<II", _TEXT_AT, _TEXT_AT + len(letters))
    return compound_file({"WordDocument": head.ljust(_TEXT_AT, b"\0") + letters})


def _bin_table(page: int) -> bytes:
    return struct.pack("<II", _TEXT_AT, 0x7FFFFFFF) + struct.pack("<I", page)


def _formatting_page(runs: Sequence[tuple[int, bytes]], *, of_paragraphs: bool) -> bytes:
    """A page of formatting: where runs begin and end, where the properties of each stand, the properties from below."""
    starts = [0, *(at for at, _ in runs)]
    head = b"".join(struct.pack("<I", _TEXT_AT + 2 * at) for at in starts)
    page = bytearray(_PAGE)
    page[: len(head)] = head
    at = _PAGE - 2
    for index, (_, properties) in enumerate(runs):
        content = struct.pack("<H", 0) + properties if of_paragraphs else properties
        content += b"\0" * ((len(content) + 1) % 2 if of_paragraphs else 0)
        block = bytes([(len(content) + 1) // 2 if of_paragraphs else len(content)]) + content
        at = (at - len(block)) // 2 * 2
        page[at : at + len(block)] = block
        page[len(head) + index * (13 if of_paragraphs else 1)] = at // 2 if properties or of_paragraphs else 0
    page[-1] = len(runs)
    return bytes(page)


def property_set(kind: bytes, values: dict[int, bytes], names: dict[int, str] | None = None) -> bytes:
    """A property set with one section. `values`: by number, type and content in their bytes; `names` of made properties."""
    values = {1: struct.pack("<IHH", 2, 1252, 0), **values}
    if names:
        listed = b"".join(struct.pack("<II", key, len(name) + 1) + name.encode() + b"\0" for key, name in names.items())
        values = {0: struct.pack("<I", len(names)) + listed, **values}
    at = 8 + 8 * len(values)
    head, body = b"", b""
    for key, value in values.items():
        head += struct.pack("<II", key, at + len(body))
        body += value + b"\0" * (-len(value) % 4)
    section = struct.pack("<II", at + len(body), len(values)) + head + body
    return struct.pack("<HHI", 0xFFFE, 0, 0) + bytes(16) + struct.pack("<I", 1) + kind + struct.pack("<I", 48) + section


def said(text: str) -> bytes:
    """A text as the value of a property."""
    content = text.encode("cp1252") + b"\0"
    return struct.pack("<II", 30, len(content)) + content


def wrapped(name: str, content: bytes) -> bytes:
    """Ole10Native: a file in a wrapping."""
    label = name.encode() + b"\0"
    inside = struct.pack("<H", 2) + label + label + struct.pack("<HH", 0, 3) + struct.pack("<I", len(label)) + label
    inside += struct.pack("<I", len(content)) + content
    return struct.pack("<I", len(inside)) + inside
