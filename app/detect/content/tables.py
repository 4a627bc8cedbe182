"""Tables: what a column holds follows from its header, or from values that nearly all pass a proof."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from app.detect.content import patterns
from app.detect.content.folding import words
from app.detect.content.numbers import is_bsn
from app.detect.judging.weights import SENSITIVE_KINDS

HEADER_ROWS = 15  # a header stands among the first rows, or just under an empty one
HEADER_CHARS = 60
COLUMNS = 512
UNLABELLED_LEAST = 5
UNLABELLED_SHARE = 0.9
NINE_SHARE = 0.8  # of the cells with something in them
NOT_BSN = "not-bsn"
WEAK_NAME = "weak-name"
COUNTED_BY_PATTERN = frozenset({"email", "phone", NOT_BSN, WEAK_NAME})
PERSON_COLUMNS = frozenset({"bsn", "name", "date_of_birth", "employee_number"})
NOTHING = frozenset(
    {"", "-", "n", "nee", "geen", "no", "none", "0", "0,00", "0.00", "false", "onwaar", "nvt", "n.v.t.", "null"}
)
NUMBERED = frozenset({"date_of_birth", "salary", "employee_number", "id_document", "credit_card", "big_number"})
DISTINCT_AT_MOST = 200_000
_LETTER, _DIGIT = re.compile(r"[^\W\d_]"), re.compile(r"[0-9]")


class _Column:
    """What one column held below its header: hashes of distinct values."""

    __slots__ = ("filled", "kind", "nine", "nine_values", "passing", "values")

    def __init__(self, kind: str | None) -> None:
        self.kind = kind
        self.filled = 0
        self.nine = 0
        self.nine_values: set[int] = set()
        self.passing: set[int] = set()
        self.values: set[int] = set()

    def take(self, cells: Sequence[str]) -> None:
        filled = [cell for cell in cells if cell]
        self.filled += len(filled)
        if self.kind in (None, "bsn"):
            self._take_numbers(filled)
        elif (self.kind == WEAK_NAME or self.kind not in COUNTED_BY_PATTERN) and len(self.values) < DISTINCT_AT_MOST:
            kind = "name" if self.kind == WEAK_NAME else self.kind or ""
            self.values.update(hash(cell) for cell in set(filled) if _fits(kind, cell))

    def _take_numbers(self, filled: Sequence[str]) -> None:
        for cell in filled:
            if not 8 <= len(cell) <= 13:
                continue
            digits = cell.encode("utf-8", "replace")
            if not digits.isdigit():
                digits = digits.strip().removesuffix(b".0").translate(None, b". -")
                if not digits.isdigit():
                    continue
            if self.kind == "bsn":
                digits = digits.zfill(9)  # a spreadsheet drops the leading zero
            if len(digits) != 9:
                continue
            self.nine += 1
            if len(self.nine_values) < DISTINCT_AT_MOST:
                key = hash(digits)
                self.nine_values.add(key)
                if is_bsn(digits):
                    self.passing.add(key)

    def bsns(self) -> set[int]:
        if self.kind == "bsn":
            return self.passing
        passing = len(self.passing)
        nearly_all = passing >= UNLABELLED_LEAST and passing >= UNLABELLED_SHARE * len(self.nine_values)
        return self.passing if nearly_all and self.nine >= NINE_SHARE * self.filled else set()


class Table:
    """One table, filled with batches of rows; its header is found on the way."""

    def __init__(self) -> None:
        self._columns: dict[int, _Column] = {}
        self._finished: list[_Column] = []
        self._look = HEADER_ROWS  # rows left in which a header may stand
        self._has_header = False
        self._names: set[int] = set()  # a first name and a last name are one person

    def rows(self, rows: Sequence[Sequence[str]]) -> None:
        start = 0
        for index, row in enumerate(rows):
            if not any(row):
                self._look = max(self._look, 3)
            elif self._look > 0:
                self._look -= 1
                kinds = header_kinds(row, sure=self._has_header)
                if kinds is not None:
                    self._take(rows[start:index])
                    self._begin(kinds)
                    start = index + 1
        self._take(rows[start:])

    def kinds(self) -> Mapping[str, set[int]]:
        """Distinct values (hashes) by kind. What is about persons counts only where the table has persons."""
        found: dict[str, set[int]] = {}
        for column in self._all():
            values = column.bsns() if column.kind in (None, "bsn") else column.values
            kind = "bsn" if column.kind is None else column.kind
            if values and kind not in COUNTED_BY_PATTERN:
                found[kind] = found[kind] | values if kind in found else values
        if self._names:
            found["name"] = self._names
        weak = [column for column in self._all() if column.kind == WEAK_NAME and column.values]
        if weak and "name" not in found and (set(found) or self._headers() & {"email", "phone"}):
            found["name"] = set().union(*(column.values for column in weak))
        return found if PERSON_COLUMNS & set(found) else {}

    def sensitive(self) -> set[str]:
        return set(self.kinds()) & SENSITIVE_KINDS

    def persons(self) -> int:
        """How many persons are named or numbered in a table that tells something sensitive about them."""
        kinds = self.kinds()
        telling = set(kinds) & SENSITIVE_KINDS
        counts = [len(kinds.get(kind, ())) for kind in ("name", "employee_number")]
        return max(counts) if telling else 0

    def _headers(self) -> set[str]:
        return {column.kind for column in self._all() if column.kind is not None}

    def _all(self) -> list[_Column]:
        return [*self._finished, *self._columns.values()]

    def _begin(self, kinds: Mapping[int, str]) -> None:
        self._finished += [column for column in self._columns.values() if column.filled]
        self._columns = {index: _Column(kind) for index, kind in kinds.items()}
        self._has_header = True

    def _take(self, rows: Sequence[Sequence[str]]) -> None:
        names = []
        for index, cells in enumerate(zip_longest(*(row[:COLUMNS] for row in rows), fillvalue="")):
            column = self._columns.get(index)
            if column is None:
                column = self._columns[index] = _Column(None)
            if column.kind == "name":
                names.append(cells)
            else:
                column.take(cells)
        if len(self._names) < DISTINCT_AT_MOST:
            self._names.update(map(hash, filter(_names_somebody, zip(*names, strict=True))))


def header_kinds(row: Sequence[str], *, sure: bool = False) -> Mapping[int, str] | None:
    """The kind of each column that a header row names; None when the row is no header. `sure`: under another header, where
    a row of data may hold a word of the vocabulary too, half of the cells must be headers, of two kinds."""
    cells = [(index, cell.strip()) for index, cell in enumerate(row[:COLUMNS]) if cell and cell.strip()]
    if not cells or any(len(cell) > HEADER_CHARS or "@" in cell or _is_number(cell) for _, cell in cells):
        return None
    kinds = {index: kind for index, cell in cells if (kind := kind_of_header(cell)) is not None}
    if sure and (len(set(kinds.values())) < 2 or 2 * len(kinds) < len(cells)):
        return None
    return kinds or None


def kind_of_header(header: str) -> str | None:
    key = words(header.partition("(")[0] or header)
    if not key:
        return None
    if patterns.NOT_BSN_HEADER.search(key) is not None:
        return NOT_BSN
    if patterns.WEAK_NAME_HEADER.search(key) is not None:
        return WEAK_NAME
    return next((kind for kind, pattern in patterns.HEADERS.items() if pattern.search(key) is not None), None)


def _names_somebody(cells: tuple[str, ...]) -> bool:
    return _LETTER.search("".join(cells)) is not None


def _is_number(cell: str) -> bool:
    return _DIGIT.search(cell) is not None and _LETTER.search(cell) is None


def _fits(kind: str, cell: str) -> bool:
    """Whether a cell says something of that kind at all."""
    if cell.strip().lower() in NOTHING:
        return False
    if kind == "name":
        return _LETTER.search(cell) is not None
    return kind not in NUMBERED or _DIGIT.search(cell) is not None
