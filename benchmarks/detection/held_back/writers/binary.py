"""Workbooks in the binary form of Office Open XML (xlsb)."""

from __future__ import annotations

import struct
from datetime import date

from .package import pack, with_properties
from .parts import Book, Cell, Sheet

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_STATES = {"visible": 0, "hidden": 1, "veryHidden": 2}


def _record(kind: int, data: bytes = b"") -> bytes:
    """Kind and length in seven bits a byte."""
    head = bytes((kind,)) if kind < 128 else bytes((kind & 0x7F | 0x80, kind >> 7))
    length, size = b"", len(data)
    while True:
        length += bytes((size & 0x7F | (0x80 if size > 127 else 0),))
        size >>= 7
        if not size:
            return head + length + data


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _cell(column: int, cell: Cell) -> bytes:
    at = struct.pack("<II", column, 0)
    if cell is None:
        return b""
    if isinstance(cell, date):
        return _record(5, at + struct.pack("<d", (cell - date(1899, 12, 30)).days))
    if isinstance(cell, int | float):
        return _record(5, at + struct.pack("<d", cell))
    return _record(6, at + _wide(cell))


def _sheet(sheet: Sheet) -> bytes:
    width = max((len(r) for r in sheet.rows), default=1)
    out = [_record(129), _record(148, struct.pack("<IIII", 0, max(len(sheet.rows) - 1, 0), 0, width - 1)), _record(145)]
    for i, row in enumerate(sheet.rows):
        span = struct.pack("<III", 1, 0, max(len(row) - 1, 0))
        out.append(_record(0, struct.pack("<IIHHB", i, 0, 300, 0, 0) + span))
        out += [_cell(j, cell) for j, cell in enumerate(row)]
    return b"".join([*out, _record(146), _record(130)])


def xlsb(book: Book) -> bytes:
    shown = "".join(
        f'<Relationship Id="rId{i}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{i}.bin"/>'
        for i in range(1, len(book.sheets) + 1)
    )
    bundle = b"".join(
        _record(156, struct.pack("<II", _STATES[s.state], i) + _wide(f"rId{i}") + _wide(s.name))
        for i, s in enumerate(book.sheets, 1)
    )
    workbook = _record(131) + _record(143) + bundle + _record(144) + _record(132)
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{i}.bin" ContentType="application/vnd.ms-excel.worksheet"/>'
        for i in range(1, len(book.sheets) + 1)
    )
    types = (
        '<?xml version="1.0" encoding="UTF-8"?><Types '
        'xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    top = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.bin"/>'
    parts = {
        "[Content_Types].xml": types.encode(),
        "_rels/.rels": f'<?xml version="1.0"?><Relationships xmlns="{_SPACE}">{top}</Relationships>'.encode(),
        "xl/workbook.bin": workbook,
        "xl/_rels/workbook.bin.rels": f'<?xml version="1.0"?><Relationships xmlns="{_SPACE}">{shown}</Relationships>'.encode(),
    }
    parts |= {f"xl/worksheets/sheet{i}.bin": _sheet(s) for i, s in enumerate(book.sheets, 1)}
    return with_properties(pack(parts), book.properties)
