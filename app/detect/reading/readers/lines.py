"""Puts a document's text together to lines: paragraphs, and rows of cells parted by tabs."""

from __future__ import annotations

from app.detect.content.tables import Table
from app.detect.judging.evidence import Evidence

LARGE_TABLE = 40  # from here on the rows of a table are handed over as a table of its own, in batches
ROWS = 2_000
SPAN_AT_MOST = 64  # a cell over more columns moves the next ones no further
_CELL_SIGNS = str.maketrans("\t\n\r\v\f", "     ")


class _Rows:
    """The rows of one table of the document."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.row: list[str] = []
        self.sink: Table | None = None  # where they go once they are many


class Lines:
    """Filled by a reader in the order of the document.

    A table in a cell makes rows of its own, told before the row that it stands in: pages and letters are laid out in
    tables, and the columns of the inner one are what counts. An aside is a text at a place of its own (a note, a text box)
    that the document keeps in the middle of a sentence.
    """

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._line: list[str] = []
        self._table: _Rows | None = None
        self._outer: list[tuple[list[str], _Rows | None]] = []

    def add(self, text: str) -> None:
        self._line.append(text)

    def tell(self, text: str) -> None:
        """Hand over one line; readers that leave out lines override it."""
        self._evidence.text(text)

    @property
    def is_in_table(self) -> bool:
        return self._table is not None

    def end_line(self) -> None:
        """The end of a paragraph; in a cell it is a space."""
        if self._table is not None:
            self._line.append(" ")
        elif self._line:
            text = "".join(self._line).rstrip()
            self._line.clear()
            if text:
                self.tell(text)

    def begin_table(self) -> None:
        self._push()
        self._table = _Rows()

    def begin_cell(self) -> None:
        if self._table is None:  # a row without a table around it
            self._table = _Rows()
        if self._line:
            self._line = []

    def end_cell(self, columns: int = 1) -> None:
        """`columns`: how many it takes."""
        if self._table is not None:
            text = "".join(self._line).translate(_CELL_SIGNS).strip()
            self._line = []
            self._table.row.append(text)
            if columns > 1:
                self._table.row += [""] * (min(columns, SPAN_AT_MOST) - 1)

    def end_row(self, times: int = 1) -> None:
        table = self._table
        if table is None:
            return
        row, table.row = table.row, []
        if any(row):
            table.rows += [row] * times
            if len(table.rows) >= (LARGE_TABLE if table.sink is None else ROWS):
                self._hand_over(table)

    def end_table(self) -> None:
        table, self._table = self._table, None
        self.end_line()
        if table is not None:
            self._finish(table)
        self._pop()

    def begin_table_at_cell(self) -> None:
        """For formats that say only at the end of a cell that it was one: the letters added last are in the table."""
        letters, self._line = self._line, []
        self.begin_table()
        self._line = letters

    def end_table_before_line(self) -> None:
        """The letters added last are no longer in the table."""
        letters, self._line = self._line, []
        self.end_table()
        self._line += letters

    def begin_aside(self) -> None:
        self._push()

    def end_aside(self) -> None:
        if self._table is not None:
            self._finish(self._table)
            self._table = None
        self.end_line()
        self._pop()

    def close(self) -> None:
        """The document may have ended in the middle of everything."""
        while self._table is not None or self._outer:
            self.end_row()
            self.end_table()
        self.end_line()

    def _push(self) -> None:
        self._outer.append((self._line, self._table))
        self._line, self._table = [], None

    def _pop(self) -> None:
        if self._outer:
            self._line, self._table = self._outer.pop()

    def _finish(self, table: _Rows) -> None:
        if table.row:
            table.rows.append(table.row)
            table.row = []
        if table.sink is not None:
            self._hand_over(table)
            return
        for row in table.rows:
            self.tell("\t".join(row).rstrip())

    def _hand_over(self, table: _Rows) -> None:
        rows, table.rows = table.rows, []
        if table.sink is None:
            table.sink = self._evidence.open_table()
        if rows:
            self._evidence.rows(table.sink, rows)
