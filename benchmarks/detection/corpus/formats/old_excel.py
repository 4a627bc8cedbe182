"""Workbooks of Excel 97 (`.xls`) and binary workbooks (`.xlsb`). Source: [MS-XLS], [MS-XLSB]."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from datetime import date
from typing import Final
from xml.sax.saxutils import escape

from benchmarks.detection.corpus.blocks import NO_PROPERTIES, Cell, Properties, Sheet
from benchmarks.detection.corpus.formats.compound import compound_of
from benchmarks.detection.corpus.formats.package import OFFICE, RELATIONS, dressed, zipped
from benchmarks.detection.corpus.formats.summary import summary_streams

STATES: Final = {"visible": 0, "hidden": 1, "veryHidden": 2}
DATE_STYLE = 16  # the first style after the sixteen that every workbook has
RECORD_MOST = 8_200


def xls_of(sheets: Sequence[Sheet], properties: Properties = NO_PROPERTIES) -> bytes:
    strings: dict[str, int] = {}
    bodies = [_sheet(sheet, strings) for sheet in sheets]
    head = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)) + _record(
        0x0042, struct.pack("<H", 1200)
    )
    head += _record(0x003D, struct.pack("<9H", 0, 0, 16_000, 9_000, 0x38, 0, 0, 1, 600))
    head += _font() * 4 + b"".join(_style(number) for number in range(DATE_STYLE + 1))
    tail = _shared(strings) + _record(0x000A, b"")
    named = [(sheet, _short(sheet.name[:31])) for sheet in sheets]
    start = len(head) + sum(10 + len(name) for _, name in named) + len(tail)
    bound = b""
    for (sheet, name), body in zip(named, bodies, strict=True):
        bound += _record(0x0085, struct.pack("<IBB", start, STATES[sheet.state], 0) + name)
        start += len(body)
    return compound_of({"Workbook": head + bound + tail + b"".join(bodies), **summary_streams(properties)})


def _record(number: int, content: bytes) -> bytes:
    return struct.pack("<HH", number, len(content)) + content


def _short(text: str) -> bytes:
    """A string with one byte of length."""
    return struct.pack("<BB", len(text), 1) + text.encode("utf-16-le")


def _font() -> bytes:
    return _record(0x0031, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + _short("Arial"))


def _style(number: int) -> bytes:
    is_cell = number >= DATE_STYLE - 1
    layout = 14 if number == DATE_STYLE else 0
    return _record(
        0x00E0, struct.pack("<HHHBBBBIIH", 0, layout, 0x0001 if is_cell else 0xFFF5, 0x20, 0, 0, 0, 0, 0, 0x20C0)
    )


def _shared(strings: dict[str, int]) -> bytes:
    """The table of strings, continued in further records between two strings."""
    content = struct.pack("<II", len(strings), len(strings))
    out, number = b"", 0x00FC
    for text in strings:
        item = struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")
        if len(content) + len(item) > RECORD_MOST:
            out += _record(number, content)
            number, content = 0x003C, b""
        content += item
    return out + _record(number, content)


def _sheet(sheet: Sheet, strings: dict[str, int]) -> bytes:
    width = max((len(row) for row in sheet.rows), default=0)
    out = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    out += _record(0x0200, struct.pack("<IIHHH", 0, len(sheet.rows), 0, width, 0))
    for number in sheet.hidden_columns:
        out += _record(0x007D, struct.pack("<HHHHHH", number - 1, number - 1, 2_000, 15, 1, 0))
    cells = []
    for row, values in enumerate(sheet.rows):
        for column, value in enumerate(values):
            if value is not None and value != "":
                cells.append(_cell(row, column, value, strings))
    return out + b"".join(cells) + _record(0x000A, b"")


def _cell(row: int, column: int, value: Cell, strings: dict[str, int]) -> bytes:
    if isinstance(value, str):
        return _record(0x00FD, struct.pack("<HHHI", row, column, 15, strings.setdefault(value, len(strings))))
    return _record(
        0x0203, struct.pack("<HHHd", row, column, DATE_STYLE if isinstance(value, date) else 15, as_number(value))
    )


def as_number(value: Cell) -> float:
    """A date as days since the last day of 1899, as workbooks count."""
    if isinstance(value, date):
        return float(value.toordinal() - date(1899, 12, 30).toordinal())
    assert isinstance(value, (int, float))
    return float(value)


def xlsb_of(sheets: Sequence[Sheet], properties: Properties = NO_PROPERTIES) -> bytes:
    main = "application/vnd.ms-excel."
    overrides = f'<Override PartName="/xl/workbook.bin" ContentType="{main}sheet.binary.macroEnabled.main"/>'
    links, listed = "", b""
    members: dict[str, bytes | str] = {"[Content_Types].xml": "", "_rels/.rels": _relations()}
    for number, sheet in enumerate(sheets, start=1):
        members[f"xl/worksheets/sheet{number}.bin"] = _binary_sheet(sheet)
        overrides += f'<Override PartName="/xl/worksheets/sheet{number}.bin" ContentType="{main}worksheet"/>'
        target = f'Target="worksheets/sheet{number}.bin"'
        links += f'<Relationship Id="rId{number}" Type="{OFFICE}/relationships/worksheet" {target}/>'
        entry = struct.pack("<II", STATES[sheet.state], number) + _wide(f"rId{number}") + _wide(sheet.name[:31])
        listed += _binary(156, entry)
    members["xl/styles.bin"] = _binary_styles()
    overrides += f'<Override PartName="/xl/styles.bin" ContentType="{main}styles"/>'
    links += f'<Relationship Id="rIdS" Type="{OFFICE}/relationships/styles" Target="styles.bin"/>'
    members["xl/workbook.bin"] = _binary(131) + _binary(143) + listed + _binary(144) + _binary(132)
    members["xl/_rels/workbook.bin.rels"] = (
        f'<?xml version="1.0"?><Relationships xmlns="{RELATIONS}">{links}</Relationships>'
    )
    members["[Content_Types].xml"] = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    return dressed(zipped(members), properties)


def _relations() -> str:
    core = escape("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties")
    return (
        f'<?xml version="1.0"?><Relationships xmlns="{RELATIONS}">'
        f'<Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument" Target="xl/workbook.bin"/>'
        f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>'
    )


def _binary(number: int, content: bytes = b"") -> bytes:
    """A record whose number and length take seven bits a byte."""
    head = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
    size, length = b"", len(content)
    while True:
        size += bytes([length & 0x7F | (0x80 if length > 0x7F else 0)])
        length >>= 7
        if not length:
            return head + size + content


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _binary_styles() -> bytes:
    """Two styles of cells: general, and a date."""
    cell = [struct.pack("<HHHHHBBHH", 0, layout, 0, 0, 0, 0, 0, 0x1000, 1) for layout in (0, 14)]
    return (
        _binary(278)
        + _binary(617, struct.pack("<I", 2))
        + b"".join(_binary(47, one) for one in cell)
        + _binary(618)
        + _binary(279)
    )


def _binary_sheet(sheet: Sheet) -> bytes:
    width = max((len(row) for row in sheet.rows), default=1)
    out = [_binary(129), _binary(148, struct.pack("<IIII", 0, max(len(sheet.rows) - 1, 0), 0, width - 1)), _binary(145)]
    for number, row in enumerate(sheet.rows):
        is_hidden = 0x10 if number + 1 in sheet.hidden_rows else 0
        out.append(_binary(0, struct.pack("<IIHBBBI", number, 0, 300, 0, is_hidden, 0, 0)))
        for column, value in enumerate(row):
            if isinstance(value, str) and value:
                out.append(_binary(6, struct.pack("<II", column, 0) + _wide(value)))
            elif value is not None and value != "":
                out.append(_binary(5, struct.pack("<IId", column, int(isinstance(value, date)), as_number(value))))
    return b"".join([*out, _binary(146), _binary(130)])
