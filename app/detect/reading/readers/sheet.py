"""Worksheets: cells become rows of one table, in their own columns."""

from __future__ import annotations

import io

from app.detect.content.tables import Table
from app.detect.judging.evidence import Evidence
from app.detect.reading.document import Reading
from app.detect.reading.readers.cell_formats import CellFormats, plain_number, shape_of
from app.detect.reading.readers.parsing import Attributes, Ends, Starts, feed, xml_parser

ROWS = 2_000
COLUMNS = 512  # further cells follow without gaps: no sheet may make a row of 16,384 empty cells
_TEXTS = frozenset(
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
_SAID = {
    "hyperlink": ("display", "tooltip", "location"),
    "dataValidation": ("promptTitle", "prompt", "errorTitle", "error"),
    "scenario": ("name", "comment"),
    "inputCells": ("val",),
    "filter": ("val",),
    "customFilter": ("val",),
    "cfRule": ("text",),
    "sheetName": ("val",),
    "definedName": ("name",),
}
_OTHER = _TEXTS | set(_SAID) | {"sheetData", "row"}
_ENDS = _TEXTS | {"row", "f"}
_NO_FORMATS = CellFormats()


class SharedStrings:
    """The texts that cells refer to by number. Those that no cell shows any more are still in the file."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self.texts: list[str] = []
        self.used = bytearray()
        self._parts: list[str] = []
        self._phonetic = False
        self.starts: Starts = {"si": lambda _: self._parts.clear(), "rPh": lambda _: self._phonetics(True)}
        self.ends: Ends = {"si": self._end_string, "rPh": lambda: self._phonetics(False)}

    def data(self, text: str) -> None:
        if not self._phonetic:
            self._parts.append(text)

    def close(self) -> None:
        return

    def add(self, text: str) -> None:
        self.texts.append(text.strip().replace("\t", " ").replace("\n", " "))
        self.used.append(0)

    def tell_unused(self) -> None:
        """To be called when all sheets were read."""
        for text, used in zip(self.texts, self.used, strict=True):
            if not used:
                self._evidence.text(text)

    def _end_string(self) -> None:
        self.add("".join(self._parts))

    def _phonetics(self, begin: bool) -> None:
        self._phonetic = begin


class Styles:
    """styles.xml: what a cell's style does to its number."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._in_cells = False
        self.shapes: list[int] = []
        self.starts: Starts = {
            "numFmt": lambda found: self._codes.update({found["numFmtId"]: found.get("formatCode", "")}),
            "cellXfs": lambda _: self._enter(True),
            "xf": self._start_style,
        }
        self.ends: Ends = {"cellXfs": lambda: self._enter(False)}

    def data(self, text: str) -> None:
        return

    def close(self) -> None:
        return

    def _enter(self, begin: bool) -> None:
        self._in_cells = begin

    def _start_style(self, attributes: Attributes) -> None:
        if self._in_cells:
            number = attributes.get("numFmtId", "0")
            self.shapes.append(shape_of(int(number), self._codes.get(number)))


class Rows:
    """Batches of rows on their way into one table."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._table: Table | None = None
        self._rows: list[list[str]] = []

    def add(self, row: list[str]) -> None:
        self._rows.append(row)
        if len(self._rows) >= ROWS:
            self.flush()

    def flush(self) -> None:
        rows, self._rows = self._rows, []
        if rows:
            if self._table is None:
                self._table = self._evidence.open_table()
            self._evidence.rows(self._table, rows)

    def end_table(self) -> None:
        self.flush()
        self._table = None


class Sheet:
    """A sheet, hidden or not: cells, headers and footers of the page, targets of links. Or what a link to another workbook
    keeps of that one's cells.

    A workbook of a megabyte has 100,000 cells, so the parser's calls are kept few and short: names keep their prefix, and
    characters go straight into a list.
    """

    def __init__(self, evidence: Evidence, strings: SharedStrings, formats: CellFormats = _NO_FORMATS) -> None:
        self._evidence = evidence
        self._strings, self._used = strings.texts, strings.used
        self._formats = formats
        self._rows = Rows(evidence)
        self._row: list[str] = []
        self._row_number = 0
        self._columns: dict[str, int] = {}

    def parse(self, stream: io.BufferedIOBase, reading: Reading) -> None:
        """Raises ExpatError, LimitReachedError, ValueError, IndexError (a cell refers to a text that is not there)."""
        parser = xml_parser()
        characters: list[str] = []
        cell: dict[str, str] | None = None
        names: dict[str, str] = {}  # "x:c" -> "c"
        add_cell = self._end_cell

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal cell
            short = names.get(name)
            if short is None:
                short = name.rpartition(":")[2]
                short = names[name] = "c" if short == "cell" else short
            if short == "c":
                cell = attributes
                characters.clear()
            elif short in _OTHER:
                self._start_other(short, attributes, characters)

        def end(name: str) -> None:
            nonlocal cell
            short = names[name]
            if short == "c":
                if characters and cell is not None:
                    value = (characters[0] if len(characters) == 1 else "".join(characters)).strip()
                    if value:  # some programs put each element on a line of its own
                        add_cell(cell, value)
                cell = None
            elif short in _ENDS:
                if short == "row":
                    self._end_row()
                elif short != "f":
                    self._evidence.text("".join(characters))
                elif cell is not None:
                    characters.clear()  # how a value was computed

        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.CharacterDataHandler = characters.append
        try:
            feed(parser, stream, reading)
        finally:  # what was gathered before an error or a limit counts
            if self._row:
                self._end_row()
            self._rows.end_table()

    def _start_other(self, name: str, attributes: dict[str, str], characters: list[str]) -> None:
        characters.clear()
        if name == "row":
            return self._start_row(attributes.get("r", ""))
        if name == "sheetData":
            return self._rows.end_table()
        said = " ".join(value for key in _SAID.get(name, ()) if (value := attributes.get(key)))
        if said:
            self._evidence.text(said)
        return None

    def _start_row(self, number: str) -> None:
        """Rows that are not there are empty ones: what follows may be another table."""
        expected = self._row_number + 1
        self._row_number = int(number) if number.isdigit() else expected
        if self._row_number > expected:
            self._rows.add([])

    def _end_cell(self, cell: dict[str, str], value: str) -> None:
        kind = cell.get("t")
        if kind == "s":
            index = int(value)
            value = self._strings[index]
            self._used[index] = 1
        elif kind is None or kind == "n":
            if "E" in value or value.endswith(".0"):
                value = plain_number(value)
            if self._formats:
                value = self._formats.shown(cell.get("s"), value)
        elif kind == "d":
            value = value.removesuffix("T00:00:00")
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
        self._rows.add(self._row)
        self._row = []


def _column(letters: str) -> int:
    """`A` is 0; 0 for what is further than COLUMNS, which then follows without a gap."""
    column = 0
    for letter in letters[:4].upper():
        column = column * 26 + ord(letter) - 64
    return column - 1 if 0 < column <= COLUMNS else 0
