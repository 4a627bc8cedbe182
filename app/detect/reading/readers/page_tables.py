"""The tables of an HTML page, as its elements begin and end."""

from __future__ import annotations

from typing import Final

from app.detect.content.tables import Table
from app.detect.reading.document import Reading
from app.detect.reading.readers.records import ROWS

COLUMNS = 512
CELLS: Final = frozenset({"td", "th"})


class PageTables:
    """The innermost table with several columns is one; tables that only lay out a page are lines of text."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._open: list[_Rows] = []
        self._held: _Rows | None = None  # tables of one row each, one right below the other: a program's rows

    @property
    def in_cell(self) -> bool:
        return bool(self._open) and self._open[-1].cell is not None

    def start(self, name: str) -> None:
        if name == "table" or not self._open:
            self._open.append(_Rows(self._reading))
        if name != "table":
            self._open[-1].start(name)

    def take(self, text: str) -> bool:
        if not self.in_cell:
            self._release()
            return False
        cell = self._open[-1].cell
        assert cell is not None
        cell.append(text)
        return True

    def end(self, name: str) -> None:
        if not self._open:
            return
        if name == "table":
            self._end_table(self._open.pop())
        elif name == "tr" or name in CELLS:
            self._open[-1].end(name)

    def close(self) -> None:
        while self._open:
            self._end_table(self._open.pop())
        self._release()

    def _end_table(self, rows: _Rows) -> None:
        rows.end("tr")
        if self._open:
            rows.close()
        elif self._held is not None and rows.single is not None and self._held.width == rows.width:
            self._held.add(rows.single)
        else:
            self._release()
            if rows.single is None:
                rows.close()
            else:
                self._held = rows

    def _release(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            held.close()


class _Rows:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._table: Table | None = None
        self._rows: list[list[str]] = []
        self._row: list[str] = []
        self.cell: list[str] | None = None

    def start(self, name: str) -> None:
        if name in CELLS:
            self._end_cell()
            self.cell = []
        else:
            self._end_row()

    def end(self, name: str) -> None:
        if name in CELLS:
            self._end_cell()
        else:
            self._end_row()

    @property
    def single(self) -> list[str] | None:
        """The row of a table that has no more."""
        return self._rows[0] if self._table is None and len(self._rows) == 1 else None

    @property
    def width(self) -> int:
        return max(map(len, self._rows), default=0)

    def add(self, row: list[str]) -> None:
        self._rows.append(row)

    def close(self) -> None:
        self._end_row()
        self._flush()

    def _end_cell(self) -> None:
        if self.cell is not None and len(self._row) < COLUMNS:
            self._row.append(" ".join(self.cell))
        elif self.cell:
            self._reading.evidence.text(" ".join(self.cell))
        self.cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._row:
            self._rows.append(self._row)
            self._row = []
        if len(self._rows) >= ROWS:
            self._flush()

    def _flush(self) -> None:
        rows, self._rows = self._rows, []
        if self._table is None and rows and max(map(len, rows)) < 2:
            for row in rows:
                self._reading.evidence.text(row[0])
        elif rows:
            if self._table is None:
                self._table = self._reading.evidence.open_table()
            self._reading.evidence.rows(self._table, rows)
