"""Excel 97 to 2003 (BIFF8), Excel 5 and 95 (BIFF5): cells by row, whatever the state of their sheet; comments, text boxes,
headers, names, links, what links and pivot tables keep. Source: MS-XLS; for BIFF5 the files themselves."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Final

from app.detect.reading.document import Reading
from app.detect.reading.readers.biff import Strings, narrow_string, records, string
from app.detect.reading.readers.binary_rows import BinaryRows
from app.detect.reading.readers.cell_formats import CellFormats, number_text, rk_number, shape_of
from app.detect.reading.readers.loose_text import loose_texts
from app.detect.reading.readers.officeart import Drawing
from app.detect.reading.readers.pictures import Pictures
from app.detect.reading.readers.sheet import SharedStrings
from app.detect.reading.readers.storage import Storage
from app.detect.reading.unread import Unread, UnreadableError

_BIFF8 = 0x0600
_OLDEST = 0x0500
_CHECK_EVERY = 4_096  # records
_CELL: Final = struct.Struct("<HHH")
_PLACES: Final = struct.Struct("<HH")
_RK: Final = struct.Struct("<HI")
_DOUBLE: Final = struct.Struct("<d")
_INT: Final = struct.Struct("<I")
_TEXT_FOLLOWS = b"\xff\xff"

# Records whose build is of no interest beside the texts in them: names, links, lists of allowed values, scenarios, filters.
_WITH_TEXTS: Final = (0x0017, 0x0018, 0x0023, 0x01AE, 0x01B8, 0x0800, 0x01BE, 0x00AF, 0x009E, 0x00CD, 0x01AD)
_BESIDE: Final = frozenset({0x005C, 0x005B, 0x0014, 0x0015, 0x001C, 0x0085, 0x100D, 0x041E, 0x005A})
_DRAWINGS: Final = frozenset({0x00EB, 0x00EC})


def read_xls(storage: Storage, reading: Reading, depth: int) -> None:
    """Raises UnreadableError: encrypted, unsupported (older than Excel 5), picture; EOFError and others for a spoiled one."""
    stream = storage.stream("workbook") or storage.stream("book")
    pictures = Pictures(reading, depth)
    workbook = _Workbook(reading, Drawing(reading, pictures))
    try:
        workbook.read(stream)
    finally:  # what was gathered before an error or a limit counts
        workbook.close()
    pictures.conclude()


class _Workbook:
    def __init__(self, reading: Reading, drawing: Drawing) -> None:
        self._reading, self._evidence, self._drawing = reading, reading.evidence, drawing
        self._rows = BinaryRows(reading.evidence)
        self._strings = SharedStrings(reading.evidence)
        self._formats = CellFormats()
        self._codes: dict[int, str] = {}
        self._shapes: list[int] = []
        self._from_1904 = False
        self._is_8 = True
        self._codec = "cp1252"
        self._drawn: list[bytes] = []
        self._formula: tuple[int, int] | None = None  # the cell whose text follows
        self._version = 0
        self._acts: dict[int, Callable[[list[bytes]], None]] = {
            0x0203: self._number,
            0x027E: self._rk,
            0x00BD: self._many_rks,
            0x00FD: self._shared,
            0x0204: self._label,
            0x00D6: self._label,
            0x0006: self._formula_value,
            0x0206: self._formula_value,
            0x0406: self._formula_value,
            0x0207: self._formula_text,
            0x0809: self._begin,
            0x002F: self._locked,
            0x00FC: self._all_strings,
            0x041E: self._format,
            0x00E0: self._style,
            0x0022: self._dates,
            0x0042: self._code_page,
            0x0085: self._sheet_name,
            0x0014: self._header,
            0x0015: self._header,
            0x001C: self._note,
            0x01B6: self._text_box,
            0x100D: self._title,
            0x005C: self._written_by,
            0x005B: self._reserved_by,
            0x005A: self._cells_of_a_link,
            **dict.fromkeys(_WITH_TEXTS, self._texts),
            **dict.fromkeys(_DRAWINGS, self._drawn.extend),
        }

    def read(self, stream: bytes) -> None:
        acts = self._acts
        for index, (kind, chunks) in enumerate(records(stream)):
            act = acts.get(kind)
            if kind in _BESIDE:
                self._beside(acts[kind], chunks)
            elif act is not None:
                act(chunks)
            if index % _CHECK_EVERY == 0:
                self._reading.budget.check_time()
        if not self._version:
            raise UnreadableError(Unread.UNSUPPORTED)

    def _beside(self, act: Callable[[list[bytes]], None], chunks: list[bytes]) -> None:
        """What is no cell; some programs write it in a way of their own, and then its letters are told."""
        try:
            act(chunks)
        except (IndexError, ValueError, struct.error):
            self._texts(chunks)

    def close(self) -> None:
        self._rows.flush()
        self._strings.tell_unused()
        self._reading.attempt(lambda: self._drawing.search(b"".join(self._drawn)))

    def _begin(self, chunks: list[bytes]) -> None:
        """A sheet, a chart, or the workbook itself."""
        version = int.from_bytes(chunks[0][:2], "little")
        if version < _OLDEST:
            raise UnreadableError(Unread.UNSUPPORTED)
        self._version = self._version or version
        self._is_8 = self._version >= _BIFF8
        self._rows.flush()
        self._formats = CellFormats(self._shapes, from_1904=self._from_1904)

    def _locked(self, _chunks: list[bytes]) -> None:
        raise UnreadableError(Unread.ENCRYPTED)

    def _add(self, row: int, column: int, value: str) -> None:
        self._rows.add(row, column, value.replace("\t", " ").replace("\n", " "))

    def _number(self, chunks: list[bytes]) -> None:
        row, column, style = _CELL.unpack_from(chunks[0])
        self._rows.add(row, column, self._formats.number(style, _DOUBLE.unpack_from(chunks[0], 6)[0]))

    def _rk(self, chunks: list[bytes]) -> None:
        row, column, style = _CELL.unpack_from(chunks[0])
        self._rows.add(row, column, self._formats.number(style, rk_number(_INT.unpack_from(chunks[0], 6)[0])))

    def _many_rks(self, chunks: list[bytes]) -> None:
        content = chunks[0]
        row, column = _PLACES.unpack_from(content)
        for at in range(4, len(content) - 7, 6):
            style, packed = _RK.unpack_from(content, at)
            self._rows.add(row, column, self._formats.number(style, rk_number(packed)))
            column += 1

    def _shared(self, chunks: list[bytes]) -> None:
        row, column, _ = _CELL.unpack_from(chunks[0])
        index = _INT.unpack_from(chunks[0], 6)[0]
        self._strings.used[index] = 1
        self._rows.add(row, column, self._strings.texts[index])

    def _label(self, chunks: list[bytes]) -> None:
        row, column, _ = _CELL.unpack_from(chunks[0])
        self._add(row, column, self._string(chunks, 6))

    def _formula_value(self, chunks: list[bytes]) -> None:
        content = chunks[0]
        row, column, style = _CELL.unpack_from(content)
        self._formula = None
        if content[12:14] != _TEXT_FOLLOWS:
            self._rows.add(row, column, self._formats.number(style, _DOUBLE.unpack_from(content, 6)[0]))
        elif content[6] == 0:
            self._formula = (row, column)

    def _formula_text(self, chunks: list[bytes]) -> None:
        text = self._string(chunks, 0)
        if self._formula is not None:
            self._add(*self._formula, text)
            self._formula = None
        else:
            self._evidence.text(text)

    def _string(self, chunks: list[bytes], at: int) -> str:
        return Strings(chunks, at).next() if self._is_8 else narrow_string(chunks[0], at, self._codec)

    def _label_at(self, content: bytes, at: int, *, short: bool = False) -> str:
        """A name of few letters. Before BIFF8 its length is always one byte; `short`: in BIFF8, too."""
        if self._is_8:
            return string(content, at, short=short)[0]
        return narrow_string(content, at, self._codec, short=True)

    def _all_strings(self, chunks: list[bytes]) -> None:
        """The texts of the cells. Fewer than announced is no error: some programs count wrongly."""
        (count,) = _INT.unpack_from(chunks[0], 4)
        strings = Strings(chunks, 8)
        for index in range(count):
            try:
                self._strings.add(strings.next())
            except IndexError:
                break
            if index % _CHECK_EVERY == 0:
                self._reading.budget.check_time()

    def _format(self, chunks: list[bytes]) -> None:
        content = chunks[0]
        self._codes[int.from_bytes(content[:2], "little")] = self._label_at(content, 2)

    def _style(self, chunks: list[bytes]) -> None:
        number = int.from_bytes(chunks[0][2:4], "little")
        self._shapes.append(shape_of(number, self._codes.get(number)))

    def _dates(self, chunks: list[bytes]) -> None:
        self._from_1904 = bool(chunks[0][0])

    def _code_page(self, chunks: list[bytes]) -> None:
        number = int.from_bytes(chunks[0][:2], "little")
        codec = {0x8000: "mac_roman", 0x8001: "cp1252", 1200: "cp1252"}.get(number, f"cp{number}")
        try:
            "".encode(codec)
        except LookupError:
            return
        self._codec = codec

    def _sheet_name(self, chunks: list[bytes]) -> None:
        self._evidence.text(self._label_at(chunks[0], 6, short=True))

    def _header(self, chunks: list[bytes]) -> None:
        if chunks[0]:
            self._evidence.text(self._label_at(chunks[0], 0))

    def _note(self, chunks: list[bytes]) -> None:
        """A comment: in BIFF8 its author (the text is in a box of its own), before that its text."""
        content = chunks[0]
        if self._is_8:
            self._evidence.property(string(content, 8)[0])
        else:
            self._evidence.text(content[6:].decode(self._codec, "replace"))

    def _text_box(self, chunks: list[bytes]) -> None:
        """Letters follow in the continuations, each with its width before it; then the formatting."""
        left = int.from_bytes(chunks[0][10:12], "little")
        pieces = []
        for chunk in chunks[1:]:
            if not left or not chunk:
                break
            wide = chunk[0] & 1
            take = min(left, len(chunk) - 1 >> wide)
            letters = chunk[1 : 1 + (take << wide)]
            pieces.append(letters.decode("utf-16-le" if wide else "latin-1", "replace"))
            left -= take
        if pieces:
            self._evidence.text("".join(pieces))

    def _title(self, chunks: list[bytes]) -> None:
        """Of a chart's series or axis."""
        self._evidence.text(self._label_at(chunks[0], 2, short=True))

    def _written_by(self, chunks: list[bytes]) -> None:
        self._evidence.property(self._label_at(chunks[0], 0).strip())

    def _reserved_by(self, chunks: list[bytes]) -> None:
        for text in loose_texts(chunks[0][4:]):
            self._evidence.property(text)

    def _cells_of_a_link(self, chunks: list[bytes]) -> None:
        """Cells of another workbook that this one refers to: last and first column, row, then the values."""
        content = b"".join(chunks)
        column, row = content[1], int.from_bytes(content[2:4], "little")
        at = 4
        while at + 9 <= len(content) or (at < len(content) and content[at] == 2):
            kind = content[at]
            if kind == 2:
                text, at = string(content, at + 1)
                self._add(row, column, text)
            else:
                if kind == 1:
                    self._rows.add(row, column, number_text(_DOUBLE.unpack_from(content, at + 1)[0]))
                at += 9
            column += 1

    def _texts(self, chunks: list[bytes]) -> None:
        for chunk in chunks:
            for text in loose_texts(chunk):
                self._evidence.text(text)
