"""Cells of binary workbooks on their way to rows: they come one by one, with their place."""

from __future__ import annotations

from app.detect.judging.evidence import Evidence
from app.detect.reading.readers.sheet import COLUMNS, Rows


class BinaryRows:
    """Cells in the order of the sheet; one that comes late makes a row of its own. `flush` at the end of the sheet."""

    def __init__(self, evidence: Evidence) -> None:
        self._rows = Rows(evidence)
        self._row: list[str] = []
        self._number = -1

    def add(self, row: int, column: int, value: str) -> None:
        if row != self._number:
            self._start_row(row)
        cells = self._row
        if column > len(cells) and column <= COLUMNS:
            cells.extend([""] * (column - len(cells)))
        cells.append(value)

    def flush(self) -> None:
        self._end_row()
        self._number = -1
        self._rows.end_table()

    def _start_row(self, row: int) -> None:
        self._end_row()
        if row > self._number + 1 and self._number >= 0:
            self._rows.add([])
        self._number = row

    def _end_row(self) -> None:
        if self._row:
            self._rows.add(self._row)
            self._row = []
