"""Finds columns where it is only known where words stand: on the pages of a PDF, on pictures of pages.

Lines with several cells, one under another, are the rows of a table when their cells stand in columns that do not overlap; the
rows with most cells say where the columns are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from app.detect.content.tables import Table
from app.detect.judging.evidence import Evidence

# Gaps between words, in heights of a line: narrower than the first there are in any text, the second part cells anywhere,
# what lies between parts the cells of a table, or stands in a line that was stretched.
NARROW, WIDE = 0.62, 0.95
ROWS_LEAST = 4  # fewer rows are lines of text, their cells parted by tabs
ROWS_LEAST_OF_TWO = 6  # a line of two cells may be a label with its value
SUPPORT = 0.15  # of the rows have so many cells that they show the columns
BETWEEN = 2  # lines of one cell between rows: a cell that takes several lines
ONE_HEIGHT = 0.3  # of the height of a line: parts of one line stand no further apart
# Lines of one cell: as near as the nearest, and rows stand at least so much further apart.
WRAPPED, APART = 1.1, 1.1
LOOKED_BACK = 8  # lines: a row may be told in parts, one cell after another
COLUMNS = 64
_FIGURE = re.compile(r"[€ ]*[-+]?\d[\d.,:/ %-]*")


@dataclass(slots=True)
class Cell:
    """Words with no gap between them. `base`: the height they stand at; `gap`: to the cell left of it, in heights."""

    left: float
    right: float
    base: float
    height: float
    text: str
    gap: float = inf


class Columns:
    """Tells the text of pages in their order. A table may go on over pages."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._table: Table | None = None
        self._places: list[tuple[float, float]] = []

    def page(self, lines: Sequence[Sequence[Cell]]) -> None:
        """Lines from top to bottom, their cells from left to right, parted by NARROW."""
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
        if not self._is_told_as_table(block, plain):
            plain += ["\t".join(cell.text for cell in _parted(cells, WIDE)) for cells in _unwrapped(block)]
        plain += behind

    def _is_told_as_table(self, block: list[Sequence[Cell]], plain: list[str]) -> bool:
        whole = _unwrapped(_on_one_height(block))
        for gap in (NARROW, WIDE):
            rows = [_parted(cells, gap) for cells in whole]
            places = self._places_of(rows)
            if places:
                self._tell(plain)
                if self._table is None or not _alike(places, self._places):
                    self._table, self._places = self._evidence.open_table(), places
                self._evidence.rows(self._table, [_row(cells, self._places) for cells in rows])
                return True
        return False

    def _places_of(self, rows: Sequence[Sequence[Cell]]) -> list[tuple[float, float]]:
        """Empty when the rows are no table."""
        several = [cells for cells in rows if len(cells) > 1]
        widest = max(map(len, several), default=0)
        goes_on = self._table is not None and widest == len(self._places)
        if not several or (not goes_on and len(several) < (ROWS_LEAST if widest > 2 else ROWS_LEAST_OF_TWO)):
            return []
        places = _places(rows)
        are_apart = all(left[1] <= right[0] for left, right in pairwise(places))
        return places if len(places) > 1 and are_apart else []

    def _tell(self, plain: list[str]) -> None:
        if plain:
            self._evidence.text("\n".join(plain))
            plain.clear()


def _on_one_height(block: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """A row whose cells take several lines comes in parts: what stands at one height and not in one place is one line."""
    lines: list[list[Cell]] = []
    for cells in block:
        line = next((line for line in reversed(lines[-LOOKED_BACK:]) if _goes_with(cells, line)), None)
        if line is None:
            lines.append(list(cells))
        else:
            line += cells
            line.sort(key=lambda cell: cell.left)
            for before, cell in pairwise(line):
                cell.gap = max((cell.left - before.right) / cell.height, NARROW)
    return lines


def _unwrapped(lines: Sequence[Sequence[Cell]]) -> Sequence[Sequence[Cell]]:
    """Lines that stand nearer to each other than rows do are one row: a label or a value took several lines."""
    steps = [abs(above[0].base - below[0].base) for above, below in pairwise(lines)]
    within = WRAPPED * min((step for step in steps if step > 0), default=0)
    if max(steps, default=0) <= APART * within:
        return lines
    found: list[Sequence[Cell]] = []
    group = [lines[0]]
    for step, line in zip(steps, lines[1:], strict=True):
        if step > within:
            found += _one_row(group)
            group = []
        group.append(line)
    return found + _one_row(group)


def _one_row(group: Sequence[Sequence[Cell]]) -> list[Sequence[Cell]]:
    """The cells of all lines, those in one place together; the lines as they are when several are rows of their own."""
    fullest = max(group, key=len)
    others = [line for line in group if line is not fullest]
    if not others or any(len(line) == len(fullest) or _is_row(line) for line in others):
        return list(group)
    row = [replace(cell, text="") for cell in fullest]
    for cell in (cell for line in group for cell in line):
        own = max(row, key=lambda other: _overlap(cell, (other.left, other.right)))
        own.text = _with(own.text, cell.text)
        own.left, own.right = min(own.left, cell.left), max(own.right, cell.right)
    return [row]


def _is_row(line: Sequence[Cell]) -> bool:
    """A name with its figure, as in a short list that is printed closely."""
    return len(line) > 1 and any(_FIGURE.fullmatch(cell.text) for cell in line)


def _with(text: str, more: str) -> str:
    """A word that is cut at the end of a line is one again."""
    if text[-1:] == "-" and text[-2:-1].isalpha() and more[:1].islower():
        return text[:-1] + more
    return f"{text} {more}".lstrip()


def _goes_with(cells: Sequence[Cell], line: Sequence[Cell]) -> bool:
    is_level = abs(cells[0].base - line[0].base) <= ONE_HEIGHT * line[0].height
    return is_level and all(one.right <= other.left or other.right <= one.left for one in cells for other in line)


def _parted(cells: Sequence[Cell], gap: float) -> list[Cell]:
    """Cells with at least that gap between them."""
    parted: list[Cell] = []
    for cell in cells:
        if parted and cell.gap < gap:
            parted[-1].right = cell.right
            parted[-1].text += f" {cell.text}"
        else:
            parted.append(replace(cell))
    return parted


def _places(rows: Sequence[Sequence[Cell]]) -> list[tuple[float, float]]:
    """Left and right end of each column, by the rows that have most cells; a single row with more is an exception."""
    counts = Counter(len(cells) for cells in rows)
    least = max(2, SUPPORT * len(rows))
    count = max((cells for cells, times in counts.items() if times >= least), default=max(counts))
    full = [cells for cells in rows if len(cells) == count]
    columns = zip(*full, strict=True)
    return [(min(cell.left for cell in column), max(cell.right for cell in column)) for column in columns][:COLUMNS]


def _alike(places: Sequence[tuple[float, float]], others: Sequence[tuple[float, float]]) -> bool:
    pairs = zip(places, others, strict=False)
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
