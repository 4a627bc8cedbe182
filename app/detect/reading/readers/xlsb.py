"""Binary workbooks (xlsb): parts that are chains of records instead of XML. Source: MS-XLSB.

A record is a number (1 or 2 bytes), a length (1 to 4 bytes, seven bits each) and its content. Numbers of records are decimal,
as in MS-XLSB 2.3.2.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Final

from app.detect.judging.evidence import Evidence
from app.detect.reading.document import Reading
from app.detect.reading.readers.binary_rows import BinaryRows
from app.detect.reading.readers.cell_formats import CellFormats, number_text, rk_number, shape_of
from app.detect.reading.readers.sheet import SharedStrings

CHUNK_BYTES = 262_144
RECORD_BYTES = 16_000_000  # a longer record is none
LOOKED_AT = 8  # times its length a record is searched for texts

ROW = 0
BLANK, RK, ERROR, BOOL, REAL, TEXT, SHARED, FORMULA_TEXT, FORMULA_NUMBER = 1, 2, 3, 4, 5, 6, 7, 8, 9
SHORT_BLANK, SHORT_RK, SHORT_ERROR, SHORT_BOOL, SHORT_REAL, SHORT_TEXT, SHORT_SHARED = range(12, 19)
RICH_TEXT = 62
SHARED_ITEM = 19
NUMBER_FORMAT, CELL_STYLE, BEGIN_CELL_STYLES, END_CELL_STYLES = 44, 47, 617, 618
WORKBOOK_FACTS = 153
EXTERNAL_ROW, EXTERNAL_NUMBER, EXTERNAL_TEXT = 366, 368, 371
EXTERNAL_TABLE = 363
PIVOT_NUMBER, PIVOT_TEXT, PIVOT_DATE, PIVOT_MISSING = 21, 24, 25, 20
PIVOT_NUMBER_A, PIVOT_TEXT_A, PIVOT_DATE_A = 28, 31, 32
PIVOT_FIELD, PIVOT_ITEMS, PIVOT_ITEMS_END = 183, 189, 190
COMMENT_AUTHOR, COMMENT_TEXT = 632, 637

_INT: Final = struct.Struct("<I")
_DOUBLE: Final = struct.Struct("<d")
_CELL: Final = struct.Struct("<II")


def read_shared_strings(stream: io.BufferedIOBase, strings: SharedStrings, reading: Reading) -> None:
    for kind, content in records(stream, reading):
        if kind == SHARED_ITEM:
            strings.add(_string(content, 1))


def read_styles(stream: io.BufferedIOBase, reading: Reading) -> list[int]:
    """What each style does to a number: the shapes of CellFormats."""
    codes: dict[int, str] = {}
    shapes: list[int] = []
    is_cells = False
    for kind, content in records(stream, reading):
        if kind == NUMBER_FORMAT:
            codes[int.from_bytes(content[:2], "little")] = _string(content, 2)
        elif kind in (BEGIN_CELL_STYLES, END_CELL_STYLES):
            is_cells = kind == BEGIN_CELL_STYLES
        elif kind == CELL_STYLE and is_cells:
            number = int.from_bytes(content[2:4], "little")
            shapes.append(shape_of(number, codes.get(number)))
    return shapes


def is_from_1904(stream: io.BufferedIOBase, reading: Reading) -> bool:
    """Whether the days of a workbook count from 1904."""
    return any(content[0] & 1 for kind, content in records(stream, reading) if kind == WORKBOOK_FACTS and content)


def read_sheet(stream: io.BufferedIOBase, strings: SharedStrings, formats: CellFormats, reading: Reading) -> None:
    """A sheet, or the cells that a link to another workbook keeps."""
    sheet = _Sheet(reading.evidence, strings, formats)
    try:
        for kind, content in records(stream, reading):
            sheet.take(kind, content)
    finally:  # what was gathered before an error or a limit counts
        sheet.close()


def read_other(stream: io.BufferedIOBase, reading: Reading) -> None:
    """Names of sheets and ranges, comments, tables, queries, pivot tables: whatever text their records hold."""
    for kind, content in records(stream, reading):
        if kind == COMMENT_AUTHOR:
            reading.evidence.property(_string(content, 0))
        elif kind == COMMENT_TEXT:
            reading.evidence.text(_string(content, 1))
        else:
            _tell_texts(content, reading.evidence)


def read_pivot_cache(stream: io.BufferedIOBase, reading: Reading) -> None:
    """The names of its fields and the values of each, as the columns of a table."""
    names: list[str] = []
    items: list[list[str]] = []
    is_item = False
    for kind, content in records(stream, reading):
        if kind == PIVOT_FIELD:
            names.append(next(iter(_texts_in(content)), ""))
            items.append([])
        elif kind in (PIVOT_ITEMS, PIVOT_ITEMS_END):
            is_item = kind == PIVOT_ITEMS
        elif is_item and items and (value := _pivot_value(kind, content)) is not None:
            items[-1].append(value)
        else:
            _tell_texts(content, reading.evidence)
    if any(items):
        rows = list(map(list, zip_longest(*items, fillvalue="")))
        reading.evidence.rows(reading.evidence.open_table(), [names, *rows])


def read_pivot_records(stream: io.BufferedIOBase, reading: Reading) -> None:
    """Values that no field shares: those that it shares were told with the field."""
    for kind, content in records(stream, reading):
        value = _pivot_value(kind, content)
        if value:
            reading.evidence.text(value)
        elif kind not in (ROW, BLANK):
            _tell_texts(content, reading.evidence)


def records(stream: io.BufferedIOBase, reading: Reading) -> Iterator[tuple[int, bytes]]:
    """Raises ValueError when the chain breaks, EOFError when it ends in the middle of a record."""
    buffer, at = stream.read(CHUNK_BYTES), 0
    while True:
        if len(buffer) - at < 6:
            reading.budget.check_time()
            buffer, at = buffer[at:] + stream.read(CHUNK_BYTES), 0
            if not buffer:
                return
        try:
            kind = buffer[at]
            at += 1
            if kind & 0x80:
                kind = kind & 0x7F | (buffer[at] & 0x7F) << 7
                at += 1
            size = buffer[at]
            at += 1
            if size & 0x80:
                size, at = _long_size(buffer, at - 1)
        except IndexError:
            raise EOFError from None
        if size > len(buffer) - at:
            buffer, at = _filled(buffer[at:], size, stream), 0
        yield kind, buffer[at : at + size]
        at += size


def _long_size(buffer: bytes, at: int) -> tuple[int, int]:
    size = shift = 0
    for _ in range(4):
        byte = buffer[at]
        at += 1
        size |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80:
            break
    return size, at


def _filled(rest: bytes, size: int, stream: io.BufferedIOBase) -> bytes:
    if size > RECORD_BYTES:
        raise ValueError("no record")
    pieces = [rest]
    have = len(rest)
    while have < size:
        piece = stream.read(max(size - have, CHUNK_BYTES))
        if not piece:
            raise EOFError
        pieces.append(piece)
        have += len(piece)
    return b"".join(pieces)


class _Sheet:
    def __init__(self, evidence: Evidence, strings: SharedStrings, formats: CellFormats) -> None:
        self._evidence, self._formats = evidence, formats
        self._strings, self._used = strings.texts, strings.used
        self._rows = BinaryRows(evidence)
        self._row = self._column = 0
        # A short cell has no column of its own: it stands right of the one before.
        self._values: dict[int, Callable[[bytes, int], str]] = {
            RK: lambda content, style: formats.number(style, rk_number(_INT.unpack(content[:4])[0])),
            REAL: lambda content, style: formats.number(style, _DOUBLE.unpack(content[:8])[0]),
            TEXT: lambda content, _: _string(content, 0),
            RICH_TEXT: lambda content, _: _string(content, 1),
            SHARED: self._shared,
            FORMULA_TEXT: lambda content, _: _string(content, 0),
            FORMULA_NUMBER: lambda content, style: formats.number(style, _DOUBLE.unpack(content[:8])[0]),
        }
        self._short = {SHORT_RK: RK, SHORT_REAL: REAL, SHORT_TEXT: TEXT, SHORT_SHARED: SHARED}

    def take(self, kind: int, content: bytes) -> None:
        """Raises IndexError (a text that is not there), struct.error."""
        if kind == ROW:
            self._row = _INT.unpack_from(content)[0]
            self._column = -1
        elif kind in self._values:
            self._column, style = _CELL.unpack_from(content)
            self._add(self._values[kind](content[8:], style & 0xFFFFFF))
        elif kind in self._short:
            self._column += 1
            style = int.from_bytes(content[:3], "little")
            self._add(self._values[self._short[kind]](content[4:], style))
        elif kind <= FORMULA_NUMBER + 2:
            self._column = _INT.unpack_from(content)[0]
        elif SHORT_BLANK <= kind <= SHORT_SHARED:
            self._column += 1
        else:
            self._other(kind, content)

    def close(self) -> None:
        self._rows.flush()

    def _other(self, kind: int, content: bytes) -> None:
        if kind == EXTERNAL_TABLE:
            self._rows.flush()
        elif kind == EXTERNAL_ROW:
            self._row = _INT.unpack_from(content)[0]
        elif kind == EXTERNAL_NUMBER:
            self._column = _INT.unpack_from(content)[0]
            self._add(number_text(_DOUBLE.unpack_from(content, 4)[0]))
        elif kind == EXTERNAL_TEXT:
            self._column = _INT.unpack_from(content)[0]
            self._add(_string(content, 4))
        else:  # headers and footers, links, hints of a validation
            _tell_texts(content, self._evidence)

    def _add(self, value: str) -> None:
        self._rows.add(self._row, self._column, value.replace("\t", " ").replace("\n", " "))

    def _shared(self, content: bytes, _style: int) -> str:
        index: int = _INT.unpack(content[:4])[0]
        self._used[index] = 1
        return self._strings[index]


def _pivot_value(kind: int, content: bytes) -> str | None:
    """A value of a pivot cache; None for another record."""
    if kind in (PIVOT_TEXT, PIVOT_TEXT_A):
        return _string(content, 0)
    if kind in (PIVOT_NUMBER, PIVOT_NUMBER_A):
        return number_text(_DOUBLE.unpack_from(content)[0])
    if kind in (PIVOT_DATE, PIVOT_DATE_A):
        year, month, day = struct.unpack_from("<HHB", content)
        return f"{day:02d}-{month:02d}-{year:04d}"
    return "" if kind == PIVOT_MISSING else None


def _string(content: bytes, at: int) -> str:
    """XLWideString: its length in signs, then UTF-16. Raises ValueError."""
    size: int = _INT.unpack_from(content, at)[0]
    if at + 4 + 2 * size > len(content):
        raise ValueError("a text longer than its record")
    return content[at + 4 : at + 4 + 2 * size].decode("utf-16-le", "replace")


def _tell_texts(content: bytes, evidence: Evidence) -> None:
    for text in _texts_in(content):
        evidence.text(text)


def _texts_in(content: bytes) -> Iterator[str]:
    """The texts of a record whose other fields are of no interest, found by their form: a length that fits, then letters."""
    at = looked_at = 0
    while at + 6 <= len(content) and looked_at <= LOOKED_AT * len(content):
        size = int.from_bytes(content[at : at + 4], "little")
        end = at + 4 + 2 * size
        if 0 < size <= 32_767 and end <= len(content):
            looked_at += 2 * size
            text = content[at + 4 : end].decode("utf-16-le", "replace")
            if all(sign.isprintable() or sign in "\r\n\t" for sign in text) and "\ufffd" not in text:
                yield text
                at = end
                continue
        at += 1
