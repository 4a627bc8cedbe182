"""A region of a sheet: columns under one header, counted batch by batch."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from app.detect.content import people, shapes
from app.detect.content.columns import DISTINCT_AT_MOST, Column
from app.detect.content.fields import KINDS, ONLY_OF_PERSONS, PARTS_OF_ADDRESS, PARTS_OF_NAME, Field, Header
from app.detect.content.layout import COLUMNS, Row
from app.detect.content.meaning import Meaning
from app.detect.content.values import amount, plain, says_nothing

_SPOKEN: Final = frozenset({Field.NAME, Field.WEAK_NAME, Field.EMAIL, Field.ADDRESS})
_LEGEND: Final = re.compile(r"\b([A-Z]{1,3}|\d{1,2})\s*[=:]\s*(?:ziek|zwanger|sick|arbeidsongeschikt)")
_SAYS_WHAT_FOR: Final = frozenset({Field.TEXT, Field.NAME, Field.WEAK_NAME, Field.ORGANISATION})
# Euros: less is a part of somebody's pay, an advance or pocket money; more is the pay of many.
MONTHS_LEAST, MONTHS_MOST = 750.0, 25_000.0


@dataclass(slots=True)
class Rest:
    """What of a batch is still to be looked at as text: cells that no column explains; `spoken`: cells that are counted but
    may name a client or the consultant; `headings`: headers."""

    unexplained: list[str] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)

    def add(self, other: Rest) -> None:
        self.unexplained += other.unexplained
        self.spoken += other.spoken
        self.headings += other.headings


class Region:
    """`headers`: of the columns from the left; a column beyond them has none. `most`: so many columns may come."""

    def __init__(self, headers: Sequence[Header], most: int = 1) -> None:
        width = self._most = max(most, len(headers))
        self._columns: dict[int, Column] = {index: Column(header, width) for index, header in enumerate(headers)}
        self._combined: dict[tuple[int, ...], set[int]] = {}
        self._named = sum(header.field is not None for header in headers)
        self._sick_codes: set[str] = set()
        self._paid: set[int] = set()
        self.rows = 0

    def add_column(self, header: Header) -> int:
        index = len(self._columns)
        self._columns[index] = Column(header, self._most)
        self._named += header.field is not None
        return index

    def take_rows(self, rows: Sequence[Row]) -> Rest:
        if max(map(len, rows), default=0) > COLUMNS:
            rows = [row[:COLUMNS] for row in rows]
        return self.take_columns(list(zip_longest(*rows, fillvalue="")), len(rows))

    def take_columns(self, columns: Sequence[Sequence[str]], rows: int) -> Rest:
        self.rows += rows
        rest = Rest()
        for index, cells in enumerate(columns):
            column = self._columns.get(index)
            if column is None:
                column = self._columns[index] = Column(Header(), len(columns))
            taken = column.take(cells)
            rest.unexplained += taken.unexplained
            if column.field in _SPOKEN:
                rest.spoken += taken.fresh
        rest.spoken += self._combine(columns, PARTS_OF_NAME)
        self._combine(columns, PARTS_OF_ADDRESS)
        self._take_payments(columns)
        return rest

    def _take_payments(self, columns: Sequence[Sequence[str]]) -> None:
        """The amounts of pay among the lines of a bank statement."""
        if len(self._paid) >= DISTINCT_AT_MOST:
            return
        amounts = self._headed({Field.AMOUNT}, len(columns))
        for remark in self._headed(_SAYS_WHAT_FOR, len(columns)) if amounts else ():
            for index, cell in enumerate(columns[remark]):
                if cell and shapes.is_paid_pay(cell):
                    cells = (columns[at][index] for at in amounts)
                    self._paid.update(hash(plain(cell)) for cell in cells if _is_a_months(cell))

    def _headed(self, fields: Set[Field], width: int) -> list[int]:
        return [index for index, column in self._columns.items() if column.header.field in fields and index < width]

    def explain(self, remarks: Sequence[str]) -> None:
        """Remarks below a table may say which codes in it mean that somebody is ill: "Z = ziek"."""
        for remark in remarks:
            self._sick_codes.update(_LEGEND.findall(remark))

    def unexplained_lines(self, rows: Sequence[Row]) -> list[str]:
        """The rows without the cells of columns that are counted: a cell may be the label of the next. What is told of persons
        stays: it may stand among other things, as in the payload of a ticket."""
        counted = {
            index
            for index, column in self._columns.items()
            if column.field in KINDS and column.field not in ONLY_OF_PERSONS and column.values
        }
        lines = ("\t".join(cell for at, cell in enumerate(row) if cell and at not in counted) for row in rows)
        return [line for line in lines if line]

    def meaning(self) -> Meaning:
        """What the columns say by now."""
        for column in self._columns.values():
            column.settle()
        return Meaning(
            self._columns,
            self.rows,
            names=self._combined_of(PARTS_OF_NAME),
            addresses=self._combined_of(PARTS_OF_ADDRESS),
            sick=self._sick_cells(),
            paid=self._paid,
        )

    @property
    def columns(self) -> int:
        return sum(column.filled > 0 for column in self._columns.values())

    @property
    def has_header(self) -> bool:
        return self._named > 0

    def _sick_cells(self) -> set[int]:
        """The columns (days, shifts) in which a code of illness stands."""
        return {
            hash((index, code))
            for index, column in self._columns.items()
            for code in self._sick_codes
            if column.field is None and column.has_seen(code)
        }

    def _combine(self, columns: Sequence[Sequence[str]], fields: frozenset[Field]) -> list[str]:
        """What is parted over columns (first name, last name) is one value. Gives what was new."""
        indexes = self._indexes_of(fields)
        if not indexes or indexes[-1] >= len(columns):
            return []
        known = self._combined.setdefault(indexes, set())
        if len(known) >= DISTINCT_AT_MOST:
            return []
        rows = set(zip(*(columns[index] for index in indexes), strict=True))
        fresh = [" ".join(filter(None, row)) for row in rows if _says_something(row)]
        known.update(hash(plain(text)) for text in fresh)
        return fresh

    def _combined_of(self, fields: frozenset[Field]) -> set[int]:
        return self._combined.get(self._indexes_of(fields), set())

    def _indexes_of(self, fields: frozenset[Field]) -> tuple[int, ...]:
        return tuple(index for index, column in sorted(self._columns.items()) if column.field in fields)


def _is_a_months(cell: str) -> bool:
    figure = amount(cell)
    return figure is not None and MONTHS_LEAST <= figure <= MONTHS_MOST


def _says_something(cells: Sequence[str]) -> bool:
    told = (cell for cell in cells if cell and not says_nothing(cell))
    return any(people.is_name_part(cell) or any(map(str.isdigit, cell)) for cell in told)
