"""Worksheets: cells become rows of one table, in their own columns."""

from __future__ import annotations

import io

from app.detect.judging.evidence import Evidence
from app.detect.reading.document import Reading
from app.detect.reading.readers.markup import Attributes, MarkupText, feed, xml_parser

ROWS = 2_000
_PAGE = frozenset(
    [
        "oddHeader",
        "oddFooter",
        "evenHeader",
        "evenFooter",
        "firstHeader",
        "firstFooter",
        "formula1",
        "formula2",
    ]
)
_LINKS = frozenset({"hyperlink", "dataValidation"})
_PAGE_OR_LINKS = _PAGE | _LINKS
_ENDS = _PAGE | {"row", "f"}
COLUMNS = 512  # further cells follow without gaps: no sheet may make a row of 16,384 empty cells


class SharedStrings(MarkupText):
    """The texts that cells refer to by number. Those that no cell shows any more are still in the file."""

    def __init__(self, evidence: Evidence) -> None:
        super().__init__(evidence)
        self.texts: list[str] = []
        self.used = bytearray()
        self._parts: list[str] = []
        self._phonetic = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "si":
            self._parts = []
        elif name == "rPh":
            self._phonetic = True

    def data(self, text: str) -> None:
        if not self._phonetic:
            self._parts.append(text)

    def end(self, name: str, attributes: Attributes | None = None) -> None:
        if name == "si":
            self.texts.append("".join(self._parts).strip().replace("\t", " ").replace("\n", " "))
            self.used.append(0)
        elif name == "rPh":
            self._phonetic = False

    def close(self) -> None:
        return

    def tell_unused(self) -> None:
        """To be called when all sheets were read."""
        for text, used in zip(self.texts, self.used, strict=True):
            if not used:
                self._evidence.text(text)


class Sheet:
    """A sheet, hidden or not: cells, headers and footers of the page, targets of links.

    A workbook of a megabyte has 100,000 cells, so the parser's calls are kept few and short: names keep their prefix, and
    characters go straight into a list.
    """

    def __init__(self, evidence: Evidence, strings: SharedStrings) -> None:
        self._evidence = evidence
        self._strings, self._used = strings.texts, strings.used
        self._table = evidence.open_table()
        self._rows: list[list[str]] = []
        self._row: list[str] = []
        self._columns: dict[str, int] = {}

    def parse(self, stream: io.BufferedIOBase, reading: Reading) -> None:
        """Raises ExpatError, LimitReachedError, ValueError, IndexError (a cell refers to a text that is not there)."""
        parser = xml_parser(namespaces=False)
        characters: list[str] = []
        cell: dict[str, str] = {}
        names: dict[str, str] = {}  # "x:c" -> "c"
        add_cell = self._end_cell

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal cell
            short = names.get(name)
            if short is None:
                short = names[name] = name.rpartition(":")[2]
            if short == "c":
                cell = attributes
                characters.clear()
            elif short in _PAGE_OR_LINKS:
                self._start_other(short, attributes, characters)

        def end(name: str) -> None:
            short = names[name]
            if short == "c":
                if characters:
                    add_cell(cell, characters[0] if len(characters) == 1 else "".join(characters))
            elif short in _ENDS:
                self._end_other(short, characters)

        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.CharacterDataHandler = characters.append
        try:
            feed(parser, stream, reading)
        finally:  # what was gathered before an error or a limit counts
            self._flush_rows()

    def _start_other(self, name: str, attributes: dict[str, str], characters: list[str]) -> None:
        characters.clear()
        if name in _LINKS:
            self._evidence.text(" ".join(attributes.values()))

    def _end_other(self, name: str, characters: list[str]) -> None:
        if name == "row":
            self._end_row()
        elif name == "f":
            characters.clear()  # how a value was computed
        else:
            self._evidence.text("".join(characters))

    def _end_cell(self, cell: dict[str, str], value: str) -> None:
        kind = cell.get("t")
        if kind == "s":
            index = int(value)
            value = self._strings[index]
            self._used[index] = 1
        elif ("E" in value or value.endswith(".0")) and kind in (None, "n"):
            value = _plain_number(value)
        row = self._row
        reference = cell.get("r")
        if reference is not None:
            letters = reference.rstrip("0123456789")
            column = self._columns.get(letters)
            if column is None:
                column = self._columns[letters] = _column(letters)
            if column > len(row):
                row.extend([""] * (column - len(row)))
        row.append(value)

    def _end_row(self) -> None:
        self._rows.append(self._row)
        self._row = []
        if len(self._rows) >= ROWS:
            self._flush_rows()

    def _flush_rows(self) -> None:
        rows, self._rows = self._rows, []
        if rows:
            self._evidence.rows(self._table, rows)


def _column(letters: str) -> int:
    """`A` is 0; 0 for what is further than COLUMNS, which then follows without a gap."""
    column = 0
    for letter in letters[:4].upper():
        column = column * 26 + ord(letter) - 64
    return column - 1 if 0 < column <= COLUMNS else 0


def _plain_number(value: str) -> str:
    """`1.23456782E8` and `123456782.0` as they are shown: a citizen's number is stored as a number."""
    number = float(value)
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else value
