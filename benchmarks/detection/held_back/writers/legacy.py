"""Workbooks of Excel 97 and documents of Word 97, and packages locked with a password."""

from __future__ import annotations

import struct
from datetime import date
from random import Random

from .compound import compound
from .parts import Book, Bullets, Cell, Document, Fields, Grid, Heading, Para, Sheet


def _biff(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _text(text: str) -> bytes:
    """A string with its length and its kind: one byte a letter where that is enough."""
    try:
        return struct.pack("<HB", len(text), 0) + text.encode("latin-1")
    except UnicodeEncodeError:
        return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def _cell(row: int, column: int, cell: Cell, strings: dict[str, int]) -> bytes:
    at = struct.pack("<HHH", row, column, 15)
    if cell is None:
        return b""
    if isinstance(cell, date):
        return _biff(0x203, at + struct.pack("<d", (cell - date(1899, 12, 30)).days))
    if isinstance(cell, int | float):
        return _biff(0x203, at + struct.pack("<d", cell))
    return _biff(0xFD, at + struct.pack("<I", strings.setdefault(cell, len(strings))))


def _sheet(sheet: Sheet, strings: dict[str, int]) -> bytes:
    width = max((len(r) for r in sheet.rows), default=0)
    out = [_biff(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0x0DBB, 0x07CC, 0, 6))]
    out.append(_biff(0x200, struct.pack("<IIHHH", 0, len(sheet.rows), 0, width, 0)))
    for i, row in enumerate(sheet.rows):
        out += [_cell(i, j, cell, strings) for j, cell in enumerate(row)]
    return b"".join(out) + _biff(0x0A, b"")


def _string_table(strings: dict[str, int]) -> bytes:
    """Cut into continued records between strings, never within one."""
    chunks, current = [], bytearray(struct.pack("<II", len(strings), len(strings)))
    for text in strings:
        data = _text(text)
        if len(current) + len(data) > 8000:
            chunks.append(bytes(current))
            current = bytearray()
        current += data
    chunks.append(bytes(current))
    return b"".join(_biff(0xFC if i == 0 else 0x3C, c) for i, c in enumerate(chunks))


def xls(book: Book) -> bytes:
    """A workbook of Excel 97 (BIFF8), hidden sheets included."""
    strings: dict[str, int] = {}
    sheets = [_sheet(s, strings) for s in book.sheets]
    fonts = _biff(0x31, struct.pack("<HHHHHBBBx", 200, 0, 0x7FFF, 400, 0, 0, 0, 0) + b"\x05\x00Arial") * 4
    formats = _biff(0xE0, struct.pack("<HHHBBBBII", 0, 0, 0xFFF5, 0x20, 0, 0, 0, 0, 0)[:20]) * 15
    formats += _biff(0xE0, struct.pack("<HHHBBBBII", 0, 0, 1, 0x20, 0, 0, 0, 0, 0)[:20])
    head = (
        _biff(0x809, struct.pack("<HHHHII", 0x600, 5, 0x0DBB, 0x07CC, 0, 6))
        + _biff(0x42, struct.pack("<H", 1200))
        + fonts
        + formats
    )
    tail = _string_table(strings) + _biff(0x0A, b"")
    states = {"visible": 0, "hidden": 1, "veryHidden": 2}
    names = [s.name.encode("latin-1", "replace")[:31] for s in book.sheets]
    offset = len(head) + sum(4 + 8 + len(n) for n in names) + len(tail)
    bounds = b""
    for sheet, name, data in zip(book.sheets, names, sheets, strict=True):
        bounds += _biff(0x85, struct.pack("<IBBBB", offset, states[sheet.state], 0, len(name), 0) + name)
        offset += len(data)
    stream = head + bounds + tail + b"".join(sheets)
    return compound({"Workbook": stream.ljust(4096, b"\0")})


def _lines(document: Document) -> str:
    """Paragraphs end with a return, cells with the mark of a cell."""
    out = [document.header] if document.header else []
    for block in document.blocks:
        match block:
            case Heading(text, _) | Para(text, _):
                out.append(text.replace("\n", "\r"))
            case Bullets(items):
                out += items
            case Grid(rows, _) | Fields(rows, _):
                out += ["\x07".join(row) + "\x07\x07" for row in rows]
    return "\r".join([*out, document.footer]) + "\r"


def doc(document: Document) -> bytes:
    """A document of Word 97: one piece of text, no formatting."""
    text = _lines(document).encode("utf-16-le")
    start = 0x800
    head = bytearray(0x400)
    struct.pack_into("<HHHHH", head, 0, 0xA5EC, 0xC1, 0, 0x0413, 0)
    struct.pack_into("<H", head, 0x0A, 0x0200 | 0x1000)  # the table stream is 1Table; extended characters
    struct.pack_into("<HI", head, 0x0C, 0xBF, 0)
    struct.pack_into("<II", head, 0x18, start, start + len(text))
    struct.pack_into("<H", head, 0x20, 0x0E)
    struct.pack_into("<H", head, 0x3E, 0x16)
    struct.pack_into("<I", head, 0x40, start + len(text))
    struct.pack_into("<I", head, 0x4C, len(text) // 2)
    struct.pack_into("<H", head, 0x98, 0x5D)
    pieces = struct.pack("<II", 0, len(text) // 2) + struct.pack("<HIH", 0, start, 0)
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<II", head, 0x1A2, 0, len(clx))
    stream = (bytes(head).ljust(start, b"\0") + text).ljust(4096, b"\0")
    return compound({"WordDocument": stream, "1Table": clx.ljust(4096, b"\0")})


def locked(data: bytes, rng: Random) -> bytes:
    """What Office makes of a package with a password (MS-OFFCRYPTO, agile): a description and noise of its size."""
    salt = "AAAAAAAAAAAAAAAAAAAAAA=="
    description = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
        '<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" '
        'xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData saltSize="16" '
        'blockSize="16" keyBits="256" '
        'hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" '
        f'saltValue="{salt}"/>'
        f'<dataIntegrity encryptedHmacKey="{salt}" encryptedHmacValue="{salt}"/><keyEncryptors>'
        '<keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey '
        'spinCount="100000" '
        'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" '
        'cipherChaining="ChainingModeCBC" '
        f'hashAlgorithm="SHA512" saltValue="{salt}" encryptedVerifierHashInput="{salt}" encryptedVerifierHashValue="'
        f'{salt}" '
        f'encryptedKeyValue="{salt}"/></keyEncryptor></keyEncryptors></encryption>'
    )
    info = struct.pack("<HHI", 4, 4, 0x40) + description.encode()
    noise = struct.pack("<Q", len(data)) + rng.randbytes(len(data) + -len(data) % 16)
    return compound({"EncryptionInfo": info, "EncryptedPackage": noise})
