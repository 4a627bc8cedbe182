"""Rows of cells in XML, as worksheets and text documents have them."""

from __future__ import annotations

from typing import Final

from app.detect.content.tables import Table
from app.detect.reading.document import Reading
from app.detect.reading.readers.records import ROWS

COLUMNS = 512
ROW: Final = frozenset({"row", "tr", "table-row"})
CELL: Final = frozenset({"cell", "tc", "td", "th", "table-cell", "entry", "c"})
_TABLE_END: Final = frozenset({"table", "tbl", "worksheet", "sheetdata", "rows", "rowset"})


class Cells:
    """Told of the elements of a document as they start and end. Names come in small letters."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._table: Table | None = None
        self._rows: list[list[str]] = []
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._depth = 0  # tables in cells

    @property
    def is_open(self) -> bool:
        """Whether this is within a cell, or a row that has cells."""
        return self._cell is not None or bool(self._row)

    def starts_cell(self, name: str) -> bool:
        return self._row is not None and name in CELL

    def is_row(self, name: str) -> bool:
        return name in ROW and self._row is not None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in ROW:
            self._depth += 1
            if self._depth == 1:
                self._row = []
        elif self._row is not None and self._depth == 1 and self._cell is None:
            self._cell = []
            at = next((value for key, value in attributes.items() if key.endswith(":Index")), "")
            if at.isascii() and at.isdigit() and len(self._row) < int(at[:4]) <= COLUMNS:
                self._row.extend([""] * (int(at[:4]) - 1 - len(self._row)))

    def take(self, value: str) -> bool:
        """Whether the value is a part of a cell."""
        if self._cell is None:
            return False
        self._cell.append(value)
        return True

    def end(self, name: str) -> None:
        if name in ROW and self._depth:
            self._depth -= 1
            if self._depth == 0 and self._row is not None:
                self._rows.append(self._row)
                self._row = None
                if len(self._rows) >= ROWS:
                    self._flush()
        elif name in CELL and self._cell is not None and self._row is not None and self._depth == 1:
            self._row.append(" ".join(self._cell).replace("\n", " "))
            self._cell = None
        elif name in _TABLE_END:
            self.close()

    def close(self) -> None:
        if self._row:
            self._rows.append(self._row)
            self._row = None
        self._flush()
        self._table = None

    def _flush(self) -> None:
        rows, self._rows = self._rows, []
        if any(any(row) for row in rows):
            if self._table is None:
                self._table = self._reading.evidence.open_table()
            self._reading.evidence.rows(self._table, rows)
