"""The list of all that is outside, one page at a time: 100,000 live copies, and the files that wait for the client.

Copies are sorted, filtered and searched in one covering index each (`copies_listed_by_…`); only the rows of the page are
read from the table. Files that wait are few: they are sorted and filtered here, and merged in.
"""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from heapq import merge
from itertools import islice
from operator import itemgetter
from types import MappingProxyType
from typing import Final, NamedTuple

from app.domain.vault_list import VaultOrder, VaultQuery
from app.store.copies import LIVE
from app.store.list_filter import Condition, ListFilter, ProjectName, list_filter
from app.store.register import folded
from app.store.values import Cell, pack_moment, pack_text, unpack_moment, unpack_text

NAME = "name COLLATE NOCASE"
BY_PROJECT = "copies_listed_by_project"
FEW = 5000  # so many rows of a project are quicker found by project and sorted than met while all are walked through
_MOMENTS: Final = MappingProxyType({VaultOrder.SEALED_AT: "sealed_at", VaultOrder.DUE_AT: "due_at"})
Key = tuple[object, ...]


class ListedRow(NamedTuple):
    """A row of the table of copies, or of findings where `waits`."""

    waits: bool
    row: int


class ProjectStanding(NamedTuple):
    """Live copies of a project, how many of them are late, and when the first must go or is planned to."""

    copies: int
    overdue: int
    next_end: datetime | None


class _Waiting(NamedTuple):
    """A file that waits. `values`: what it may be sorted by, as the columns of a copy are."""

    row: int
    project_id: str | None
    values: Mapping[str, object]


class _Stretch(NamedTuple):
    """Rows that all come before those of the next stretch, sorted by `columns`, which the index holds. `copies`: how many;
    `waiting`: key and row of each file that waits, in the order of the list."""

    by_index: str
    columns: tuple[str, ...]
    where: Condition | None
    copies: int
    waiting: tuple[tuple[Key, int], ...]


class ListLayout(NamedTuple):
    """How the rows of a query lie: what is needed to find any page of them while nothing changes."""

    stretches: tuple[_Stretch, ...]
    total: int
    descending: bool


class Listing:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def projects(self) -> dict[str, ProjectName]:
        """Code and client of every project, by its id."""
        query = "SELECT projects.id, code, name FROM projects JOIN clients ON clients.id = projects.client_id"
        return {
            id_: ProjectName(id_, unpack_text(code), unpack_text(client))
            for id_, code, client in self._connection.execute(query)
        }

    def client_names(self) -> dict[str, str]:
        return {id_: unpack_text(name) for id_, name in self._connection.execute("SELECT id, name FROM clients")}

    def standing(self, now: datetime, project_id: str | None = None) -> dict[str, ProjectStanding]:
        """How the projects that have live copies stand, or the one."""
        only, cells = ("", ()) if project_id is None else (" AND project_id = ?", (project_id,))
        query = (
            "SELECT project_id, count(*), count(*) FILTER (WHERE due_at <= ?), min(due_at) FROM copies "
            f"INDEXED BY {BY_PROJECT} WHERE {LIVE}{only} GROUP BY project_id"
        )
        planned = (
            "SELECT project_id, min(planned_at) FROM copies INDEXED BY copies_live_by_planned_at "
            f"WHERE {LIVE} AND planned_at IS NOT NULL{only} GROUP BY project_id"
        )
        plans = dict(self._connection.execute(planned, cells))
        return {
            id_: ProjectStanding(copies, overdue, _first(due_at, plans.get(id_)))
            for id_, copies, overdue, due_at in self._connection.execute(query, (pack_moment(now), *cells))
        }

    def copies_by_agreement(self) -> dict[str, int]:
        """How many live copies are under each agreement that has any."""
        query = f"SELECT agreement_id, count(*) FROM copies INDEXED BY copies_by_agreement WHERE {LIVE} GROUP BY agreement_id"
        return dict(self._connection.execute(query))

    def open_findings(self) -> list[tuple[str | None, str | None, int]]:
        """How many files nobody has decided on: by client and project, as far as they are known."""
        query = (
            "SELECT client_id, project_id, count(*) FROM findings WHERE state = 'open' GROUP BY client_id, project_id"
        )
        return self._connection.execute(query).fetchall()

    def page(
        self, query: VaultQuery, now: datetime, *, time_trusted: bool, offset: int, limit: int | None
    ) -> tuple[list[ListedRow], int]:
        """At most `limit` rows (None: all) from `offset` on, and how many there are in all."""
        layout = self.layout(query, now, time_trusted=time_trusted)
        return self.rows(layout, offset, limit), layout.total

    def layout(self, query: VaultQuery, now: datetime, *, time_trusted: bool) -> ListLayout:
        stretches = self._stretches(query, now, time_trusted=time_trusted)
        total = sum(stretch.copies + len(stretch.waiting) for stretch in stretches)
        return ListLayout(tuple(stretches), total, query.descending)

    def rows(self, layout: ListLayout, offset: int, limit: int | None) -> list[ListedRow]:
        """At most `limit` rows (None: all) from `offset` on."""
        rows: list[ListedRow] = []
        before = 0
        for stretch in layout.stretches:
            size = stretch.copies + len(stretch.waiting)
            start, end = max(0, offset - before), size if limit is None else min(size, offset + limit - before)
            if start < end:
                rows += self._rows(stretch, start, end - start, descending=layout.descending)
            before += size
        return rows

    def ids(self, query: VaultQuery, now: datetime, *, time_trusted: bool) -> list[str]:
        """The ids of all rows, in their order."""
        rows, _ = self.page(query, now, time_trusted=time_trusted, offset=0, limit=None)
        copies, findings = (
            dict(self._connection.execute(f"SELECT rowid, id FROM {t}")) for t in ("copies", "findings")
        )
        return [(findings if row.waits else copies)[row.row] for row in rows]

    # -- stretches ----------------------------------------------------------------------------------------------------

    def _stretches(self, query: VaultQuery, now: datetime, *, time_trusted: bool) -> list[_Stretch]:
        projects = self.projects()
        shown = list_filter(query, projects, now, time_trusted=time_trusted)
        waiting = self._waiting(shown, projects)
        if query.order is VaultOrder.PROJECT:
            ordered = sorted(projects.values(), key=lambda p: (folded(p.code), p.id), reverse=query.descending)
            return self._by_project(query, shown, waiting, [project.id for project in ordered])
        if query.order in _MOMENTS:
            return self._by_moment(query, shown, waiting)
        index, columns = ("name", (NAME,)) if query.order is VaultOrder.NAME else ("size", ("size_bytes", NAME))
        count = self._count(query, shown.copies)
        return [_Stretch(_index(query, index, count), columns, shown.copies, count, _sorted(waiting, columns, query))]

    def _by_moment(self, query: VaultQuery, shown: ListFilter, waiting: tuple[_Waiting, ...]) -> list[_Stretch]:
        """Those that have the moment, then those that lack it."""
        column = _MOMENTS[query.order]
        index = f"copies_listed_by_{column}"
        if query.project is not None:
            index = _index(query, column, self._count(query, shown.copies))
        having, lacking = self._count_by(column, index, query, shown.copies)
        return [
            _Stretch(
                index,
                (column, NAME),
                _both(shown.copies, Condition(f"{column} IS NOT NULL", ())),
                having,
                _sorted((w for w in waiting if w.values[column] is not None), (column, NAME), query),
            ),
            _Stretch(
                index,
                (NAME,),
                _both(shown.copies, Condition(f"{column} IS NULL", ())),
                lacking,
                _sorted((w for w in waiting if w.values[column] is None), (NAME,), query),
            ),
        ]

    def _by_project(
        self, query: VaultQuery, shown: ListFilter, waiting: tuple[_Waiting, ...], ordered: list[str]
    ) -> list[_Stretch]:
        """One project after the other; files of no project yet come last."""
        smallest = "copies_by_project" if shown.copies is None else BY_PROJECT
        found = f"FROM copies INDEXED BY {smallest} WHERE {_sql(shown.copies)} GROUP BY project_id"
        copies = dict(self._connection.execute(f"SELECT project_id, count(*) {found}", _cells(shown.copies)))
        of_project: defaultdict[str | None, list[_Waiting]] = defaultdict(list)
        for item in waiting:
            of_project[item.project_id].append(item)
        return [
            _Stretch(
                BY_PROJECT,
                (NAME,),
                _both(shown.copies, Condition("project_id = ?", (id_,))),
                copies.get(id_ or "", 0),
                _sorted(of_project[id_], (NAME,), query),
            )
            for id_ in (*ordered, None)
            if id_ in copies or id_ in of_project
        ]

    def _count_by(self, column: str, index: str, query: VaultQuery, where: Condition | None) -> tuple[int, int]:
        """How many have a moment in `column`, and how many lack it."""
        found = f"FROM copies INDEXED BY {index} WHERE {_sql(where)}"
        if where is None:  # those that lack it lie together in the index
            lacking = int(self._connection.execute(f"SELECT count(*) {found} AND {column} IS NULL").fetchone()[0])
            return self._count(query, None) - lacking, lacking
        having, all_ = self._connection.execute(f"SELECT count({column}), count(*) {found}", where.cells).fetchone()
        return having, all_ - having

    def _count(self, query: VaultQuery, where: Condition | None) -> int:
        """In the index that is smallest, or leaves out most."""
        index = "copies_live_by_size" if where is None else "copies_listed_by_name"
        if query.project is not None:
            index = BY_PROJECT
        elif query.states is not None and not query.text.strip():
            index = "copies_listed_by_due_at"
        found = f"SELECT count(*) FROM copies INDEXED BY {index} WHERE {_sql(where)}"
        return int(self._connection.execute(found, _cells(where)).fetchone()[0])

    def _waiting(self, shown: ListFilter, projects: Mapping[str, ProjectName]) -> tuple[_Waiting, ...]:
        if shown.waiting is None:
            return ()
        clients = self.client_names()
        query = (
            "SELECT rowid, path, size_bytes, sealed_at, project_id, client_id FROM findings "
            "WHERE state = 'waiting' AND sealed_digest IS NOT NULL ORDER BY rowid"
        )
        found = []
        for row, path, size_bytes, sealed_at, project_id, client_id in self._connection.execute(query):
            name = os.path.basename(unpack_text(path))  # noqa: PTH119  # ten times as quick as a Path, for thousands
            client = projects[project_id].client if project_id in projects else clients.get(client_id, "")
            if shown.waiting(name, project_id, client):
                values = {
                    NAME: _in_order(pack_text(name)),
                    "size_bytes": size_bytes,
                    "sealed_at": sealed_at,
                    "due_at": None,
                }
                found.append(_Waiting(row, project_id, values))
        return tuple(found)

    # -- rows ---------------------------------------------------------------------------------------------------------

    def _rows(self, stretch: _Stretch, offset: int, limit: int, *, descending: bool) -> Iterator[ListedRow]:
        """Rows of one stretch. So many copies as there are waiting files before the page at most are read to merge them."""
        waiting = stretch.waiting
        skipped = max(0, offset - len(waiting))
        copies = self._copies(stretch, skipped, offset - skipped + limit, descending=descending)
        if not waiting:
            return (ListedRow(False, row) for _, row in copies)
        merged = merge(
            ((key, ListedRow(False, row)) for key, row in copies),
            ((key, ListedRow(True, row)) for key, row in waiting),
            key=itemgetter(0),
            reverse=descending,
        )
        # Waiting files that belong before the copies left out stand first now: no matter, for the page begins after them.
        start = offset - skipped
        return (row for _, row in islice(merged, start, start + limit))

    def _copies(self, stretch: _Stretch, offset: int, limit: int, *, descending: bool) -> list[tuple[Key, int]]:
        keys = [column.partition(" ")[0] for column in stretch.columns] if stretch.waiting else []
        # Where the index does not sort, rows that are alike need a place of their own, or pages would overlap.
        sorts = stretch.by_index != BY_PROJECT or stretch.columns == (NAME,)
        columns = stretch.columns if sorts else (*stretch.columns, "rowid")
        order = ", ".join(f"{column} DESC" if descending else column for column in columns)
        query = (
            f"SELECT {', '.join(['rowid', *keys])} FROM copies INDEXED BY {stretch.by_index} "
            f"WHERE {_sql(stretch.where)} ORDER BY {order} LIMIT ? OFFSET ?"
        )
        found = self._connection.execute(query, (*_cells(stretch.where), limit, offset))
        # The name is the last column always.
        return [((*cells[:-1], _in_order(cells[-1])) if cells else (), row) for row, *cells in found]


def _sorted(waiting: Iterable[_Waiting], columns: tuple[str, ...], query: VaultQuery) -> tuple[tuple[Key, int], ...]:
    keyed = ((tuple(item.values[column] for column in columns), item.row) for item in waiting)
    return tuple(sorted(keyed, key=itemgetter(0), reverse=query.descending))


def _index(query: VaultQuery, column: str, count: int) -> str:
    return BY_PROJECT if query.project is not None and count <= FEW else f"copies_listed_by_{column}"


def _first(*moments: str | None) -> datetime | None:
    known = [moment for moment in moments if moment is not None]
    return unpack_moment(min(known)) if known else None


def _in_order(name: Cell) -> Key:
    """A name as SQLite sorts it with NOCASE: by its bytes, ASCII in small letters; what is no text comes after all text."""
    return (1, name) if isinstance(name, bytes) else (0, str(name).encode().lower())


def _both(one: Condition | None, other: Condition) -> Condition:
    return other if one is None else Condition(f"({one.sql}) AND ({other.sql})", (*one.cells, *other.cells))


def _sql(where: Condition | None) -> str:
    return LIVE if where is None else f"{LIVE} AND ({where.sql})"


def _cells(where: Condition | None) -> tuple[Cell, ...]:
    return () if where is None else where.cells
