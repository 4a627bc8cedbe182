"""Tables as they stand in the lines of a document: a head, and the rows below it that have as many cells."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.detect.content.people import is_likely

_LINES: Final = 240  # looked at
_ROWS: Final = 60  # of one table
_ROWS_LEAST: Final = 3
_GRIDS: Final = 6
_DELIMITERS: Final = (b"\t", b";", b"|", b",")
_SHARE: Final = 0.6  # of the cells of a column


@dataclass(frozen=True, slots=True)
class Grid:
    """`rows`: about as wide as the head; empty cells at the end may be left out. Cells folded, without quotes and blanks
    around them."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, at: int) -> list[str]:
        """Its cells, the empty ones among them."""
        return [row[at] if at < len(row) else "" for row in self.rows]

    def columns(self) -> Iterator[tuple[str, list[str]]]:
        """The head and the filled cells of each column."""
        for at, title in enumerate(self.head):
            yield title, [cell for cell in self.column(at) if cell]


def grids(lines: Sequence[bytes]) -> list[Grid]:
    """`lines`: folded, cells parted by tabs or as in a file of delimited values."""
    found: list[Grid] = []
    for delimiter in _DELIMITERS:
        if not found:
            found += _grids(lines[:_LINES], delimiter)
    return found[:_GRIDS]


def are_persons(cells: Sequence[str]) -> bool:
    """Whether most of the filled cells of a column are likely to be names of persons, and not of one alone."""
    filled = [cell for cell in cells if cell]
    if len(set(filled)) < min(_ROWS_LEAST, max(2, len(filled))):
        return False
    return sum(map(is_likely, filled)) >= max(_ROWS_LEAST, _SHARE * len(filled))


def most(cells: Sequence[str], said: re.Pattern[str]) -> bool:
    """Whether most of the filled cells of a column, and three at least, say such a thing and nothing else."""
    filled = [cell for cell in cells if cell]
    return sum(said.fullmatch(cell) is not None for cell in filled) >= max(_ROWS_LEAST, _SHARE * len(filled))


def _grids(lines: Sequence[bytes], delimiter: bytes) -> Iterator[Grid]:
    at = 0
    while at < len(lines) - _ROWS_LEAST:
        head = _cells(lines[at], delimiter)
        at += 1
        if len(head) < 2:
            continue
        below: list[tuple[str, ...]] = []
        while at + len(below) < len(lines) and len(below) < _ROWS:
            row = _cells(lines[at + len(below)], delimiter)
            if not _is_below(len(row), len(head), delimiter):
                break
            below.append(row)
        if len(below) >= _ROWS_LEAST:
            yield Grid(head, tuple(below))
            at += len(below)


def _is_below(cells: int, heads: int, delimiter: bytes) -> bool:
    """Whether a row of so many cells belongs to a head of so many."""
    if delimiter == b"\t":
        return 2 <= cells <= heads + 1  # empty cells at the end of a row were left out
    # Sentences have commas, too: there only rows of the very same width are a table.
    return cells >= 2 and abs(cells - heads) <= (0 if delimiter == b"," else 1)


def _cells(line: bytes, delimiter: bytes) -> tuple[str, ...]:
    if delimiter not in line:
        return ()
    text = line.decode("utf-8", "replace")
    if '"' in text:
        try:
            return tuple(cell.strip() for cell in next(csv.reader([text], delimiter=delimiter.decode())))
        except (csv.Error, StopIteration):
            return ()
    return tuple(cell.strip() for cell in text.split(delimiter.decode()))
