"""Findings added up by group, without making an object of each: there can be thousands."""

from __future__ import annotations

import json
import os
import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from app.domain.finding import FindingState, Reason, ReasonType, ResolvedHow, Verdict
from app.domain.finding_group import FindingGroup
from app.store.values import pack_moment, unpack_moment, unpack_text

_RANK = {kind: number for number, kind in enumerate(ReasonType)}
# As bytes, because names that are not UTF-8 lie as such: only among values of one type are the first and the last path
# the two that differ earliest.
_ENDS = "min(CAST(path AS BLOB)), max(CAST(path AS BLOB))"


class FindingCount(NamedTuple):
    """Unresolved findings of one group that stand alike in all that the rules ask. `late`: how many should have been decided
    on; the moments are the earliest of all."""

    group: str
    state: FindingState
    first_clean_up: bool
    is_place: bool
    client_id: str | None
    project_id: str | None
    files: int
    late: int
    found_at: datetime
    decide_by: datetime
    folder: str


class _Row(NamedTuple):
    group: str
    number: int
    verdicts: str
    client_id: str | None
    several_clients: int
    project_id: str | None
    special: int
    found_at: str
    decide_by: str
    first_clean_up: int
    is_place: int
    size_bytes: int
    hows: str | None
    resolved_at: str | None
    lowest: bytes
    highest: bytes
    first: int
    path: str | bytes


def count_unresolved(connection: sqlite3.Connection, now: datetime) -> list[FindingCount]:
    like = '"group", state, first_clean_up, is_place, client_id, project_id'
    query = (
        f"SELECT {like}, count(*), count(*) FILTER (WHERE decide_by <= ?), min(found_at), min(decide_by), {_ENDS} "
        f"FROM findings WHERE state IN ('open', 'waiting') GROUP BY {like}"
    )
    return [
        FindingCount(
            group,
            FindingState(state),
            bool(first),
            bool(place),
            client,
            project,
            files,
            late,
            unpack_moment(found_at),
            unpack_moment(decide_by),
            _folder(lowest, highest, is_place=bool(place)),
        )
        for group, state, first, place, client, project, files, late, found_at, decide_by, lowest, highest in (
            connection.execute(query, (pack_moment(now),))
        )
    ]


def groups_in(connection: sqlite3.Connection, state: FindingState, group: str | None = None) -> list[FindingGroup]:
    """All groups with findings in this state, or one of them; each with those findings only."""
    where, cells = "state = ?", [state.value]
    if group is not None:
        where, cells = f'{where} AND "group" = ?', [*cells, group]
    kinds, reasons = _kinds(connection, where, cells), _reasons(connection, where, cells)
    waiting = _waiting(connection, group)
    query = (
        f'SELECT counted.*, findings.path FROM (SELECT "group", count(*), group_concat(DISTINCT verdict), '
        "CASE count(DISTINCT client_id) WHEN 1 THEN min(client_id) END, count(DISTINCT client_id) > 1, "
        "CASE count(DISTINCT project_id) WHEN 1 THEN min(project_id) END, max(special), min(found_at), min(decide_by), "
        "min(first_clean_up), max(is_place), sum(size_bytes), group_concat(DISTINCT resolution ->> 'how'), "
        f"max(resolution ->> 'at'), {_ENDS}, min(rowid) AS first FROM findings WHERE {where} GROUP BY \"group\") AS counted "
        "JOIN findings ON findings.rowid = counted.first"
    )
    rows = [_Row(*cells) for cells in connection.execute(query, cells)]
    return [_group(row, state, kinds[row.group], reasons[row.group], waiting.get(row.group, 0)) for row in rows]


def _group(row: _Row, state: FindingState, kinds: dict[str, int], reasons: list[Reason], waiting: int) -> FindingGroup:
    return FindingGroup(
        id=row.group,
        state=state,
        count=row.number,
        verdicts=tuple(verdict for verdict in Verdict if verdict in row.verdicts.split(",")),
        client_id=row.client_id,
        project_id=row.project_id,
        special=bool(row.special),
        kinds=kinds,
        reasons=(*reasons, *_content_reasons(kinds)),
        folder=_folder(row.lowest, row.highest, is_place=bool(row.is_place)),
        first_name=os.path.basename(unpack_text(row.path)),  # noqa: PTH119  # Path drops a last dot
        found_at=unpack_moment(row.found_at),
        decide_by=unpack_moment(row.decide_by),
        first_clean_up=bool(row.first_clean_up),
        is_place=bool(row.is_place),
        bytes=row.size_bytes,
        waiting=waiting,
        several_clients=bool(row.several_clients),
        hows=tuple(how for how in ResolvedHow if how in (row.hows or "").split(",")),
        resolved_at=None if row.resolved_at is None else unpack_moment(row.resolved_at),
    )


def _waiting(connection: sqlite3.Connection, group: str | None) -> dict[str, int]:
    of, cells = ("", []) if group is None else (' AND "group" = ?', [group])
    query = f'SELECT "group", count(*) FROM findings WHERE state = \'waiting\'{of} GROUP BY "group"'
    return dict(connection.execute(query, cells).fetchall())


def _kinds(connection: sqlite3.Connection, where: str, cells: list[str]) -> Mapping[str, dict[str, int]]:
    query = f'SELECT "group", key, sum(value) FROM findings, json_each(kinds) WHERE {where} GROUP BY "group", key'
    kinds: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for group, kind, count in connection.execute(query, cells):
        kinds[group][kind] = count
    return kinds


def _reasons(connection: sqlite3.Connection, where: str, cells: list[str]) -> Mapping[str, list[Reason]]:
    """Each distinct one; not the counts of the content ("bsn 214"), which differ from file to file."""
    query = (
        'SELECT DISTINCT "group", value FROM findings, json_each(reasons) '
        f"WHERE {where} AND (value ->> 'type' <> 'content' OR value ->> 'detail' NOT LIKE '% %')"
    )
    found: defaultdict[str, list[Reason]] = defaultdict(list)
    for group, value in connection.execute(query, cells):
        reason = json.loads(value)
        found[group].append(Reason(type=ReasonType(reason["type"]), detail=reason["detail"]))
    for reasons in found.values():
        reasons.sort(key=lambda reason: (_RANK[reason.type], reason.detail))
    return found


def _content_reasons(kinds: Mapping[str, int]) -> list[Reason]:
    """As the detector says it of one file."""
    most_first = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    return [Reason(type=ReasonType.CONTENT, detail=f"{kind} {count}") for kind, count in most_first]


def _folder(lowest: bytes, highest: bytes, *, is_place: bool) -> str:
    """The folder that holds all paths between the two; a place is its own."""
    if is_place:
        return unpack_text(lowest)
    length = next((n for n, (a, b) in enumerate(zip(lowest, highest, strict=False)) if a != b), len(lowest))
    folder, separator, _ = lowest[:length].rpartition(os.sep.encode())
    return unpack_text(folder or separator)
