"""Outside copies: found by deadline, path, content, size; and claimed for an act that is done once."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from app.domain.copy import AskedWhy, CopyState, Location, OutsideCopy
from app.domain.deadline import Trigger
from app.domain.identity import FileIdentity
from app.domain.messages import msg
from app.store.table import Resolving, table
from app.store.values import pack_identity, pack_json, pack_moment, pack_text, unpack_moment, unpack_text

LIVE = "state NOT IN ('deleted', 'not-proven')"  # as the partial indexes have it
STALE_CLAIM = timedelta(minutes=15)


class CopyDeadline(NamedTuple):
    """What a list of deadlines shows of a live copy; reading no more, into tuples, keeps 100,000 of them quick."""

    copy_id: str
    project_id: str
    agreement_id: str
    trigger: Trigger
    due_at: datetime
    planned_at: datetime | None
    state: CopyState


class CopyGroup(NamedTuple):
    """Live copies that stand alike in all that the rules ask: few, however many copies there are. `due_at`: the earliest
    of their deadlines, which all lie between the same two moments of the question."""

    project_id: str
    agreement_id: str
    location: Location
    state: CopyState
    due_at: datetime | None
    planned_at: datetime | None
    special: bool
    copies: int  # how many


class CopySum(NamedTuple):
    """How many live copies there are of a kind. `next_due`, `next_plan`: the first deadline and the first plan ahead of
    those that are still to go."""

    location: Location
    state: CopyState
    is_late: bool
    copies: int
    next_due: datetime | None
    next_plan: datetime | None


class WantingGroup(NamedTuple):
    """Copies that want a person for the same reason: asked about, held by a program, out of the vault, or not proven to be
    gone. `late`: how many had to be gone; the moments are the earliest of all."""

    project_id: str
    agreement_id: str
    location: Location
    state: CopyState
    asked_why: AskedWhy | None
    blocked_by: str | None
    copies: int
    late: int
    due_at: datetime | None
    asked_at: datetime | None
    out_since: datetime | None
    copy_id: str  # of one of them


class _Alike(NamedTuple):
    project_id: str
    agreement_id: str
    location: str
    state: str
    special: int
    planned_at: str | None
    first: str | None  # deadline
    last: str | None
    with_end: int
    copies: int

    def is_spread(self, edges: Sequence[str]) -> bool:
        """Whether some of the copies fall on another side of an edge than others, or have no end at all."""
        if self.first is None or self.last is None:
            return False
        return self.with_end < self.copies or bisect_left(edges, self.first) != bisect_left(edges, self.last)

    def group(self) -> CopyGroup:
        return CopyGroup(
            self.project_id,
            self.agreement_id,
            _LOCATIONS[self.location],
            _STATES[self.state],
            None if self.first is None else unpack_moment(self.first),
            None if self.planned_at is None else unpack_moment(self.planned_at),
            bool(self.special),
            self.copies,
        )


_TRIGGERS = {trigger.value: trigger for trigger in Trigger}
_STATES = {state.value: state for state in CopyState}
_LOCATIONS = {location.value: location for location in Location}
_ASKED = {why.value: why for why in AskedWhy}


class Copies(Resolving[OutsideCopy]):
    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, table("copies", OutsideCopy), msg("store.kind-copy"))

    def all(self, live_only: bool = False) -> list[OutsideCopy]:
        return self._where(LIVE) if live_only else super().all()

    def of_agreement(self, agreement_id: str) -> list[OutsideCopy]:
        return self._where("agreement_id = ?", agreement_id)

    def of_project(self, project_id: str) -> list[OutsideCopy]:
        return self._where("project_id = ?", project_id)

    def no_files_of_project(self, project_id: str) -> list[OutsideCopy]:
        """Live copies that are no files on this laptop, the earliest end first."""
        return self._where(
            f"project_id = ? AND {LIVE} AND location IN ('elsewhere', 'office365')",
            project_id,
            order="due_at IS NULL, due_at, rowid",
        )

    def by_path(self, path: str) -> list[OutsideCopy]:
        """Live copies whose file, or whose checked-out plain text, is exactly there."""
        cell = pack_text(path)
        return self._where(
            f"rowid IN (SELECT rowid FROM copies INDEXED BY copies_live_by_path WHERE {LIVE} AND path = ? "
            "UNION ALL SELECT rowid FROM copies INDEXED BY copies_live_by_check_out "
            f"WHERE {LIVE} AND checked_out_path IS NOT NULL AND checked_out_path = ?)",
            cell,
            cell,
        )

    def by_identity(self, identity: FileIdentity) -> list[OutsideCopy]:
        """In any state, the oldest first."""
        return self._where("identity = ?", pack_identity(identity))

    def by_sha256(self, sha256: str, live_only: bool = True) -> list[OutsideCopy]:
        return self._where(f"sha256 = ? AND {LIVE}" if live_only else "sha256 = ?", sha256)

    def due_by(self, moment: datetime) -> list[OutsideCopy]:
        """Live copies whose deadline or plan is at or before `moment`, the earliest first."""
        cell = pack_moment(moment)
        return self._where(
            # Two searches in named indexes: left to itself the planner reads every row.
            f"rowid IN (SELECT rowid FROM copies INDEXED BY copies_live_by_due_at WHERE {LIVE} AND due_at <= ? "
            "UNION ALL SELECT rowid FROM copies INDEXED BY copies_live_by_planned_at "
            f"WHERE {LIVE} AND planned_at IS NOT NULL AND planned_at <= ?)",
            cell,
            cell,
            order="min(ifnull(due_at, planned_at), ifnull(planned_at, due_at)), rowid",
        )

    def deadlines(self) -> list[CopyDeadline]:
        """All live copies that have a deadline, the earliest first."""
        query = (
            'SELECT id, project_id, agreement_id, "trigger", due_at, planned_at, state FROM copies '
            f"WHERE {LIVE} AND due_at IS NOT NULL ORDER BY due_at, rowid"
        )
        return [
            CopyDeadline(
                id_,
                project,
                agreement,
                _TRIGGERS[trigger],
                unpack_moment(due_at),
                planned_at and unpack_moment(planned_at),
                _STATES[state],
            )
            for id_, project, agreement, trigger, due_at, planned_at, state in self._connection.execute(query)
        ]

    def standing(self, edges: Iterable[datetime]) -> list[CopyGroup]:
        """All live copies, counted. Deadlines on the same side of each of `edges` count together, the edge itself with what
        is before it."""
        cells = sorted({pack_moment(edge) for edge in edges})
        groups = self._alike()
        # Mostly copies under one agreement go at one moment. Only where they do not is every row looked at again.
        spread = {row.agreement_id for row in groups if row.is_spread(cells)}
        if spread:
            groups = [row for row in groups if row.agreement_id not in spread] + self._alike(spread, cells)
        return [row.group() for row in groups]

    def _alike(self, agreements: Collection[str] = (), edges: Sequence[str] = ()) -> list[_Alike]:
        """In the order of the index, which so is read once and not sorted. Of some `agreements`: apart at `edges`."""
        like = "agreement_id, location, state, special, planned_at"  # an agreement has one project
        span, of, cells = "", "", list[str]()
        if agreements:
            bounds = " ".join(f"WHEN due_at <= ? THEN {number}" for number in range(len(edges)))
            span = f", CASE WHEN due_at IS NULL THEN -1 {bounds} ELSE {len(edges)} END"
            of, cells = " AND agreement_id IN (SELECT value FROM json_each(?))", [pack_json(sorted(agreements)), *edges]
        query = (
            f"SELECT min(project_id), {like}, min(due_at), max(due_at), count(due_at), count(*) "
            f"FROM copies INDEXED BY copies_live_alike WHERE {LIVE}{of} GROUP BY {like}{span}"
        )
        return [_Alike(*row) for row in self._connection.execute(query, cells)]

    def summed(self, now: datetime, margin: timedelta) -> list[CopySum]:
        """All live copies, counted in one walk through an index. They go `margin` before their deadline."""
        to_go = "(planned_at IS NULL OR planned_at > :now) AND (due_at IS NULL OR due_at > :edge)"
        query = (
            "SELECT location, state, due_at IS NOT NULL AND due_at <= :now AS late, count(*), "
            f"min(due_at) FILTER (WHERE {to_go}), min(planned_at) FILTER (WHERE {to_go}) "
            f"FROM copies INDEXED BY copies_live_alike WHERE {LIVE} GROUP BY location, state, late"
        )
        cells = {"now": pack_moment(now), "edge": pack_moment(now + margin)}
        return [
            CopySum(
                _LOCATIONS[location],
                _STATES[state],
                bool(late),
                copies,
                due and unpack_moment(due),
                plan and unpack_moment(plan),
            )
            for location, state, late, copies, due, plan in self._connection.execute(query, cells)
        ]

    def wanting(self, now: datetime) -> list[WantingGroup]:
        """The copies that want a person, counted."""
        like = "project_id, agreement_id, location, state, asked_why, blocked_by"
        query = (
            f"SELECT {like}, count(*), count(*) FILTER (WHERE due_at <= ?), min(due_at), min(asked_at), "
            "min(checked_out_at), min(id) FROM copies INDEXED BY copies_wanting "
            f"WHERE state IN ('asked', 'blocked', 'checked-out', 'not-proven') GROUP BY {like}"
        )
        return [
            WantingGroup(
                project,
                agreement,
                _LOCATIONS[location],
                _STATES[state],
                why and _ASKED[why],
                None if held is None else unpack_text(held),
                copies,
                late,
                due and unpack_moment(due),
                asked and unpack_moment(asked),
                out and unpack_moment(out),
                copy_id,
            )
            for project, agreement, location, state, why, held, copies, late, due, asked, out, copy_id in (
                self._connection.execute(query, (pack_moment(now),))
            )
        ]

    def earliest(self) -> tuple[datetime | None, datetime | None]:
        """The first deadline and the first plan of all live copies."""
        query = (
            f"SELECT (SELECT min(due_at) FROM copies WHERE {LIVE}), "
            f"(SELECT min(planned_at) FROM copies WHERE {LIVE} AND planned_at IS NOT NULL)"
        )
        due_at, planned_at = self._connection.execute(query).fetchone()
        return due_at and unpack_moment(due_at), planned_at and unpack_moment(planned_at)

    def first_due_after(self, moment: datetime) -> datetime | None:
        """The first deadline of all live copies after `moment`."""
        query = f"SELECT min(due_at) FROM copies INDEXED BY copies_live_by_due_at WHERE {LIVE} AND due_at > ?"
        (due_at,) = self._connection.execute(query, (pack_moment(moment),)).fetchone()
        return due_at and unpack_moment(due_at)

    def live_sizes(self) -> set[int]:
        """Sizes in bytes of what is registered: only a file of such a size can be a further copy."""
        rows = self._connection.execute(f"SELECT DISTINCT size_bytes FROM copies WHERE {LIVE} AND sha256 IS NOT NULL")
        return {size for (size,) in rows}

    def digests(self) -> dict[str, str]:
        """The client's id by SHA-256 of content that is or was registered."""
        query = (
            "SELECT copies.sha256, projects.client_id FROM copies JOIN projects ON projects.id = copies.project_id "
            "WHERE copies.sha256 IS NOT NULL"
        )
        return dict(self._connection.execute(query))

    def digest_sizes(self) -> frozenset[int]:
        """Sizes in bytes of the content that `digests` knows."""
        rows = self._connection.execute("SELECT DISTINCT size_bytes FROM copies WHERE sha256 IS NOT NULL")
        return frozenset(size for (size,) in rows)

    def claim(self, copy_id: str, claimant: str, now: datetime) -> bool:
        """Take the act on this live copy for oneself; False when another has it (a claim is stale after 15 minutes).

        A claim from the future counts as stale by the same measure: the clock was set back since.
        """
        query = (
            f"UPDATE copies SET claimed_by = ?, claimed_at = ? WHERE id = ? AND {LIVE} "
            "AND (claimed_by IS NULL OR claimed_at < ? OR claimed_at > ?)"
        )
        before, after = pack_moment(now - STALE_CLAIM), pack_moment(now + STALE_CLAIM)
        cells = (claimant, pack_moment(now), copy_id, before, after)
        return self._connection.execute(query, cells).rowcount == 1

    def release_claim(self, copy_id: str) -> None:
        self._connection.execute("UPDATE copies SET claimed_by = NULL, claimed_at = NULL WHERE id = ?", (copy_id,))
