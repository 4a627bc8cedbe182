"""Finds columns where it is only known where words stand: on the pages of a PDF, on pictures of pages.

Lines with several cells, one under another, are the rows of a table; the rows with most cells say where its columns are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.detect.content.tables import Table
from app.detect.judging.evidence import Evidence

GAP = 0.95  # of the height of a line: what is wider parts two cells
ROWS_LEAST = 4  # fewer rows are lines of text, their cells parted by tabs
ROWS_LEAST_OF_TWO = 6  # a line of two cells may be a label with its value
SUPPORT = 0.15  # of the rows have so many cells that they show the columns
BETWEEN = 2  # lines of one cell between rows: a cell that takes several lines
COLUMNS = 64


@dataclass(slots=True)
class Cell:
    left: float
    right: float
    text: str


class Columns:
    """Tells the text of pages in their order. A table may go on over pages."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._table: Table | None = None
        self._places: list[tuple[float, float]] = []

    def page(self, lines: Sequence[Sequence[Cell]]) -> None:
        """Lines from top to bottom, their cells from left to right."""
        block: list[Sequence[Cell]] = []
        plain: list[str] = []
        singles = 0
        for cells in lines:
            if len(cells) > 1:
                block.append(cells)
                singles = 0
            elif block and singles < BETWEEN and cells:
                block.append(cells)
                singles += 1
            else:
                self._block(block, plain)
                block, singles = [], 0
                plain += [cell.text for cell in cells]
        self._block(block, plain)
        self._tell(plain)

    def _block(self, block: list[Sequence[Cell]], plain: list[str]) -> None:
        """Tell rows as a table, or add them to `plain` when they are none. Lines of one cell at the end are no rows."""
        behind: list[str] = []
        while block and len(block[-1]) == 1:
            behind.insert(0, block.pop()[0].text)
        self._rows(block, plain)
        plain += behind

    def _rows(self, block: list[Sequence[Cell]], plain: list[str]) -> None:
        rows = sum(len(cells) > 1 for cells in block)
        widest = max((len(cells) for cells in block), default=0)
        goes_on = self._table is not None and widest == len(self._places)
        if rows < (ROWS_LEAST if widest > 2 else ROWS_LEAST_OF_TWO) and not (goes_on and rows):
            plain += ["\t".join(cell.text for cell in cells) for cells in block]
            return
        self._tell(plain)
        places = _places(block)
        if self._table is None or not _alike(places, self._places):
            self._table, self._places = self._evidence.open_table(), places
        self._evidence.rows(self._table, [_row(cells, self._places) for cells in block])

    def _tell(self, plain: list[str]) -> None:
        if plain:
            self._evidence.text("\n".join(plain))
            plain.clear()


def _places(block: Sequence[Sequence[Cell]]) -> list[tuple[float, float]]:
    """Left and right end of each column, by the rows that have most cells; a single row with more is an exception."""
    counts = Counter(len(cells) for cells in block)
    least = max(2, SUPPORT * len(block))
    count = max((cells for cells, rows in counts.items() if rows >= least), default=max(counts))
    full = [cells for cells in block if len(cells) == count]
    columns = zip(*full, strict=True)
    return [(min(cell.left for cell in column), max(cell.right for cell in column)) for column in columns][:COLUMNS]


def _alike(places: Sequence[tuple[float, float]], others: Sequence[tuple[float, float]]) -> bool:
    pairs = list(zip(places, others, strict=False))
    return len(places) == len(others) and all(left < end and start < right for (left, right), (start, end) in pairs)


def _row(cells: Sequence[Cell], places: Sequence[tuple[float, float]]) -> list[str]:
    row = [""] * len(places)
    for cell in cells:
        index = max(range(len(places)), key=lambda index: _overlap(cell, places[index]))
        row[index] = f"{row[index]} {cell.text}".lstrip()
    return row


def _overlap(cell: Cell, place: tuple[float, float]) -> float:
    """How much of the column the cell takes; below zero it is the way to it."""
    return min(cell.right, place[1]) - max(cell.left, place[0])
