"""Records of named values become tables: one a kind of record, its columns those that the first records have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from app.detect.content.tables import Table
from app.detect.judging.evidence import Evidence

HEADER_FROM = 100  # records that are looked at for the columns
ROWS = 2_000
KINDS = 50  # tables of one document; records of further kinds are in its text all the same
COLUMNS = 300
FILLED_LEAST = 0.2  # of the cells: records that have nothing in common are no table


class Records:
    """Takes records of several kinds as they come. `close` gives what is left."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._kinds: dict[str, _Kind] = {}

    def add(self, kind: str, record: Mapping[str, str]) -> None:
        if not record:
            return
        known = self._kinds.get(kind)
        if known is None:
            if len(self._kinds) >= KINDS:
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
        self._is_table = True

    def add(self, record: Mapping[str, str]) -> None:
        if not self._is_table:
            return
        self._waiting.append(record)
        if len(self._waiting) >= (ROWS if self._table is not None else HEADER_FROM):
            self.flush()

    def flush(self) -> None:
        records, self._waiting = self._waiting, []
        if not records:
            return
        rows: list[list[str]] = []
        if self._table is None:
            self._names = tuple(islice(dict.fromkeys(name for record in records for name in record), COLUMNS))
            self._is_table = sum(map(len, records)) >= FILLED_LEAST * len(records) * len(self._names)
            if not self._is_table:
                return
            self._table = self._evidence.open_table()
            rows.append([spaced(name) for name in self._names])
        rows += ([record.get(name, "") for name in self._names] for record in records)
        self._evidence.rows(self._table, rows)


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
