"""Records of named values become tables: one a kind of record, its columns those that the first records have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from app.detect.content.tables import Table
from app.detect.judging.evidence import Evidence

HEADER_FROM = 100  # records that are looked at for the columns
ROWS = 2_000
KINDS = 50  # tables of one document
COLUMNS = 300
FILLED_LEAST = 0.2  # of the cells: records that have nothing in common are no table
SHORT_NAME = 7
FEW = 5  # so few records say more as lines of a name and a value; they are told both ways


class Records:
    """Takes records of several kinds as they come. `close` gives what is left. Every value is told: what does not fit the
    columns of its table, as text."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._kinds: dict[str, _Kind] = {}

    def add(self, kind: str, record: Mapping[str, str]) -> None:
        if not record:
            return
        known = self._kinds.get(kind)
        if known is None:
            if len(self._kinds) >= KINDS:
                as_text(self._evidence, record)
                return
            known = self._kinds[kind] = _Kind(self._evidence)
        known.add(record)

    def close(self) -> None:
        for kind in self._kinds.values():
            kind.flush()


class _Kind:
    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._waiting: list[Mapping[str, str]] = []
        self._table: Table | None = None
        self._names: tuple[str, ...] = ()
        self._known: frozenset[str] = frozenset()
        self._is_table = True

    def add(self, record: Mapping[str, str]) -> None:
        self._waiting.append(record)
        if len(self._waiting) >= (HEADER_FROM if self._table is None else ROWS):
            self.flush()

    def flush(self) -> None:
        records, self._waiting = self._waiting, []
        if not records:
            return
        rows: list[list[str]] = []
        if self._table is None and self._is_table:
            self._begin(records, rows)
        if self._table is None:
            for record in records:
                as_text(self._evidence, record)
            return
        for record in records:
            rows.append([record.get(name, "") for name in self._names])
            if not record.keys() <= self._known:
                as_text(self._evidence, {name: value for name, value in record.items() if name not in self._known})
        self._evidence.rows(self._table, rows)

    def _begin(self, records: Sequence[Mapping[str, str]], rows: list[list[str]]) -> None:
        self._names = tuple(islice(dict.fromkeys(name for record in records for name in record), COLUMNS))
        self._known = frozenset(self._names)
        self._is_table = sum(map(len, records)) >= FILLED_LEAST * len(records) * len(self._names)
        if not self._is_table:
            return
        if len(records) < FEW:
            for record in records:
                as_text(self._evidence, record)
        self._table = self._evidence.open_table()
        rows.append([spaced(name) for name in self._names])


def as_text(evidence: Evidence, record: Mapping[str, str]) -> None:
    """A line for each value, with its name."""
    evidence.text("\n".join([f"{spaced(name)}: {value}" for name, value in record.items()]))


def inner_name(outer: str, inner: str, known: Mapping[str, str]) -> str:
    """What a value of a record within a record is called: by itself, or with the name around it where that says little
    (`naam voor`), or is taken."""
    return inner if len(inner) > SHORT_NAME and inner not in known else f"{outer} {inner}"


def spaced(name: str) -> str:
    """`dateOfBirth`: words, as a header has them."""
    pairs = zip(" " + name, name, strict=False)
    return "".join(f" {sign}" if sign.isupper() and before.islower() else sign for before, sign in pairs)


def as_rows(evidence: Evidence, names: Iterable[str], records: Iterable[Iterable[str]]) -> None:
    """A table whose columns are known, row after row in batches."""
    table = evidence.open_table()
    batch = [list(names)]
    for record in records:
        batch.append(list(record))
        if len(batch) >= ROWS:
            evidence.rows(table, batch)
            batch = []
    evidence.rows(table, batch)
