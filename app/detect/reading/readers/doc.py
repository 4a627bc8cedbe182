"""Word 97 to 2003, and the text of Word 6 and 95: body, footnotes, headers, comments, text boxes, what was deleted.

All of them are one text after another; a table says which piece of the stream is where (MS-DOC 2.4.1). Which paragraphs are
in tables, and which letters are marked as deleted, stands in pages of formatting (2.9.174, 2.9.33).
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from app.detect.judging.evidence import Evidence
from app.detect.reading.document import SPOILED, Reading
from app.detect.reading.readers.lines import Lines
from app.detect.reading.readers.loose_text import wide_texts
from app.detect.reading.readers.officeart import Drawing
from app.detect.reading.readers.pictures import Pictures
from app.detect.reading.readers.storage import Storage
from app.detect.reading.unread import Unread, UnreadableError

_MAGIC: Final = frozenset({0xA5EC, 0xA5DC, 0xA697, 0xA698, 0xA699})  # Word 97, Word 6 and 95, those of the Far East
_WORD_97 = 0xC1  # nFib: the form of the file
_ENCRYPTED, _SECOND_TABLE, _COMPLEX = 0x0100, 0x0200, 0x0004
_EXTENDED = 0x1000  # before Word 97: letters of two bytes
_PIECES, _PARAGRAPHS, _LETTERS = 33, 13, 12  # places in the list of tables (FibRgFcLcb97)
_ASSOCIATED, _REVISERS, _VARIABLES, _COMMENTERS, _DRAWINGS, _BOOKMARKS = 32, 51, 60, 36, 50, 21
_ASSOCIATED_BY_WHOM: Final = frozenset({1, 6, 7})  # template, author, last author
_HEADER_LETTERS = 84  # where the head tells how many letters are those of headers and footers
_PAGE = 512
_IN_TABLE, _ROW_END, _DELETED, _INSERTED = 0x2416, 0x2417, 0x0800, 0x0801
_INNER_CELL, _INNER_ROW_END = 0x244B, 0x244C
_OPERAND: Final = (1, 1, 2, 4, 2, 2, None, 3)  # bytes by the upper three bits of a property; None: the first tells
_ENTRIES = 100_000
_ROW_SIGN = "\x1d"  # put in the place of a cell's mark where a row ends
_MARK_SIGNS = "\x07\x0b\x0c\r\x13\x14\x15" + _ROW_SIGN
_MARKS = re.compile(f"([{_MARK_SIGNS}])")
_SIGNS: Final = dict.fromkeys((0, 1, 2, 3, 4, 5, 8, 0x1F)) | {0x1E: "-"}  # anchors of pictures, notes, hyphens


@dataclass(frozen=True, slots=True)
class _Piece:
    """`start`: where it stands in the stream; `width`: bytes a letter."""

    start: int
    letters: int
    width: int


@dataclass(slots=True)
class _Formatting:
    """Places in the stream: where paragraphs of tables end, where rows end, where a deletion begins or ends."""

    in_table: set[int] = field(default_factory=set)
    row_ends: set[int] = field(default_factory=set)
    changes: list[int] = field(default_factory=list)
    is_known: bool = False


def read_doc(storage: Storage, reading: Reading, depth: int) -> None:
    """Raises UnreadableError: encrypted, corrupt, picture; struct.error."""
    stream = storage.stream("worddocument")
    magic, version, flags = struct.unpack_from("<HH6xH", stream)
    if magic not in _MAGIC:
        raise UnreadableError(Unread.CORRUPT)
    if flags & _ENCRYPTED:
        raise UnreadableError(Unread.ENCRYPTED)
    pictures = Pictures(reading, depth)
    if version < _WORD_97:
        _tell(stream, _old_pieces(stream, flags), _Formatting(), reading)
        return
    table = storage.stream("1table" if flags & _SECOND_TABLE else "0table")
    tables = _Tables(stream, table)
    pieces = _pieces(tables.of(_PIECES))
    if not pieces:
        raise UnreadableError(Unread.CORRUPT)
    _tell(stream, pieces, _formatting(stream, tables), reading)
    pictures.pass_over(struct.unpack_from("<I", stream, _HEADER_LETTERS)[0])
    reading.attempt(lambda: _tell_tables(tables, reading.evidence))
    drawing = Drawing(reading, pictures)
    for content in (tables.of(_DRAWINGS), storage.stream("data")):
        reading.attempt(lambda content=content: drawing.search(content))  # type: ignore[misc]  # a bound loop name
    pictures.conclude()


class _Tables:
    """The tables that the document's head (FIB) lists."""

    def __init__(self, stream: bytes, table: bytes) -> None:
        words = struct.unpack_from("<H", stream, 32)[0]
        longs = struct.unpack_from("<H", stream, 34 + 2 * words)[0]
        self._start = 36 + 2 * words + 4 * longs + 2
        self._stream, self._table = stream, table

    def of(self, index: int) -> bytes:
        start, size = struct.unpack_from("<II", self._stream, self._start + 8 * index)
        return self._table[start : start + size]


def _pieces(clx: bytes) -> list[_Piece]:
    at = 0
    while at + 3 <= len(clx) and clx[at] == 1:  # properties of pieces
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at + 5 > len(clx) or clx[at] != 2:
        return []
    (size,) = struct.unpack_from("<I", clx, at + 1)
    plc = clx[at + 5 : at + 5 + size]
    count = (len(plc) - 4) // 12
    pieces = []
    for index in range(count):
        first, after = struct.unpack_from("<II", plc, 4 * index)
        place = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * index + 2)[0]
        is_narrow = bool(place & 0x40000000)
        place &= 0x3FFFFFFF
        pieces.append(_Piece(place // 2 if is_narrow else place, max(after - first, 0), 1 if is_narrow else 2))
    return pieces


def _old_pieces(stream: bytes, flags: int) -> list[_Piece]:
    """Word 6 and 95."""
    width = 2 if flags & _EXTENDED else 1
    if flags & _COMPLEX:
        start, size = struct.unpack_from("<II", stream, 0x160)
        return [_Piece(piece.start, piece.letters, width) for piece in _pieces(stream[start : start + size])]
    start, end = struct.unpack_from("<II", stream, 24)
    return [_Piece(start, max(end - start, 0) // width, width)]


def _tell(stream: bytes, pieces: Sequence[_Piece], formatting: _Formatting, reading: Reading) -> None:
    paragraphs = _Paragraphs(reading.evidence, formatting)
    try:
        for piece in pieces:
            content = stream[piece.start : piece.start + piece.letters * piece.width]
            paragraphs.take(content, piece)
            reading.budget.check_time()
    finally:
        paragraphs.close()


class _Paragraphs(Lines):
    """Letters become lines, and rows where the document has tables. The codes of fields are lines of their own."""

    def __init__(self, evidence: Evidence, formatting: _Formatting) -> None:
        super().__init__(evidence)
        self._formatting = formatting
        self._fields: list[bool] = []  # by field that is open: whether its code is being told
        self._code: list[str] = []

    def take(self, content: bytes, piece: _Piece) -> None:
        """A space stands where a deletion begins or ends: what was and what is are two words."""
        changes = self._formatting.changes
        first = bisect_right(changes, piece.start)
        last = bisect_left(changes, piece.start + len(content))
        cuts = [0, *(changes[index] - piece.start for index in range(first, last)), len(content)]
        for start, end in pairwise(cuts):
            if start:
                self.add(" ")
            self._run(content[start:end], piece.start + start, piece.width)

    def _run(self, content: bytes, start: int, width: int) -> None:
        text = content.decode("cp1252" if width == 1 else "utf-16-le", "replace")
        if not self._formatting.is_known:
            text = text.replace("\x07\x07", "\x07" + _ROW_SIGN)
        end = start
        for part in _MARKS.split(text):
            end += len(part) * width
            if len(part) == 1 and part in _MARK_SIGNS:
                self._mark(part, end)
            elif part:
                self._letters(part)

    def _letters(self, text: str) -> None:
        text = text.translate(_SIGNS)
        if self._fields and self._fields[-1]:
            self._code.append(text)
        else:
            self.add(text)

    def _mark(self, mark: str, end: int) -> None:
        """`end`: where the mark ends in the stream; that is how the formatting names it."""
        if mark in "\x13\x14\x15":
            self._field(mark)
        elif mark == "\x0b":
            self.add("\n")
        elif self._is_in_table(mark, end):
            if not self.is_in_table:
                self.begin_table_at_cell()
            if mark == _ROW_SIGN or (mark == "\x07" and end in self._formatting.row_ends):
                self.end_row()
            elif mark == "\x07":
                self.end_cell()
            else:
                self.add(" ")
        else:
            if self.is_in_table:
                self.end_table_before_line()
            self.end_line()

    def _is_in_table(self, mark: str, end: int) -> bool:
        return mark in "\x07\x1d" or end in self._formatting.in_table

    def _field(self, mark: str) -> None:
        if mark == "\x13":
            self._fields.append(True)
        elif mark == "\x14" and self._fields:
            self._fields[-1] = False
        elif mark == "\x15" and self._fields:
            self._fields.pop()
        if mark != "\x13" and self._code:
            code = "".join(self._code)
            self._code.clear()
            if '"' in code:
                self._evidence.text(code)


def _formatting(stream: bytes, tables: _Tables) -> _Formatting:
    """Empty where the pages of formatting are spoiled: then the text is told without columns."""
    found = _Formatting()
    try:
        for _, end, properties in _runs(stream, tables.of(_PARAGRAPHS), of_paragraphs=True):
            if not properties.keys().isdisjoint((_IN_TABLE, _INNER_CELL)):
                found.in_table.add(end)
            if not properties.keys().isdisjoint((_ROW_END, _INNER_ROW_END)):
                found.row_ends.add(end)
        changes: set[int] = set()
        for start, end, properties in _runs(stream, tables.of(_LETTERS), of_paragraphs=False):
            if properties.get(_DELETED) or properties.get(_INSERTED):
                changes |= {start, end}
        found.changes = sorted(changes)
        found.is_known = bool(found.row_ends)
    except SPOILED:
        return _Formatting()
    return found


def _runs(stream: bytes, plc: bytes, *, of_paragraphs: bool) -> Iterator[tuple[int, int, dict[int, int]]]:
    """Start and end in the stream, and the properties, of each run of letters or paragraph."""
    count = (len(plc) - 4) // 8
    for index in range(count):
        number = struct.unpack_from("<I", plc, 4 * (count + 1) + 4 * index)[0] & 0x3FFFFF
        page = stream[number * _PAGE : (number + 1) * _PAGE]
        if len(page) < _PAGE:
            continue
        runs = page[_PAGE - 1]
        step = 13 if of_paragraphs else 1
        for run in range(runs):
            start, end = struct.unpack_from("<II", page, 4 * run)
            offset = 2 * page[4 * (runs + 1) + step * run]
            properties = _paragraph(page, offset) if of_paragraphs else _letter(page, offset)
            yield start, end, _properties(properties)


def _paragraph(page: bytes, offset: int) -> bytes:
    if not offset:
        return b""
    size = 2 * page[offset] - 1
    if page[offset] == 0:
        offset += 1
        size = 2 * page[offset]
    return page[offset + 3 : offset + 1 + size]


def _letter(page: bytes, offset: int) -> bytes:
    return page[offset + 1 : offset + 1 + page[offset]] if offset else b""


def _properties(content: bytes) -> dict[int, int]:
    found = {}
    at = 0
    while at + 3 <= len(content):
        (code,) = struct.unpack_from("<H", content, at)
        size = _OPERAND[code >> 13]
        if size is None:
            size = 2 + content[at + 3] * 256 - 1 + content[at + 2] if code in (0xD608, 0xD606) else 1 + content[at + 2]
        found[code] = content[at + 2]
        at += 2 + size
    return found


def _tell_tables(tables: _Tables, evidence: Evidence) -> None:
    """What Word keeps beside the text: properties, variables, names of bookmarks, who commented and changed."""
    for index, text in enumerate(_strings(tables.of(_ASSOCIATED))):
        (evidence.property if index in _ASSOCIATED_BY_WHOM else evidence.text)(text)
    for text in (*_strings(tables.of(_REVISERS)), *wide_texts(tables.of(_COMMENTERS))):
        evidence.property(text)
    for text in (*wide_texts(tables.of(_VARIABLES)), *_strings(tables.of(_BOOKMARKS))):
        evidence.text(text)


def _strings(table: bytes) -> Iterator[str]:
    """STTB: a count, bytes beside each, then lengths and letters (MS-DOC 2.2.4)."""
    if len(table) < 6 or table[:2] != b"\xff\xff":
        return
    count, extra = struct.unpack_from("<HH", table, 2)
    at = 6
    for _ in range(min(count, _ENTRIES)):
        if at + 2 > len(table):
            return
        size = 2 * struct.unpack_from("<H", table, at)[0]
        yield table[at + 2 : at + 2 + size].decode("utf-16-le", "replace")
        at += 2 + size + extra
