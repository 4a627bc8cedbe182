"""Outside copies: found by deadline, path, content, size; and claimed for an act that is done once."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from typing import NamedTuple

from app.domain.copy import CopyState, Location, OutsideCopy
from app.domain.deadline import Trigger
from app.domain.identity import FileIdentity
from app.domain.messages import msg
from app.store.table import Resolving, table
from app.store.values import pack_identity, pack_moment, pack_text, unpack_moment

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
    """Copies that are not deleted and stand alike in all that the rules ask: few, however many copies there are."""

    project_id: str
    agreement_id: str
    location: Location
    state: CopyState
    due_at: datetime | None
    special: bool
    copies: int  # how many


_TRIGGERS = {trigger.value: trigger for trigger in Trigger}
_STATES = {state.value: state for state in CopyState}
_LOCATIONS = {location.value: location for location in Location}


class Copies(Resolving[OutsideCopy]):
    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, table("copies", OutsideCopy), msg("store.kind-copy"))

    def all(self, live_only: bool = False) -> list[OutsideCopy]:
        return self._where(LIVE) if live_only else super().all()

    def of_agreement(self, agreement_id: str) -> list[OutsideCopy]:
        return self._where("agreement_id = ?", agreement_id)

    def of_project(self, project_id: str) -> list[OutsideCopy]:
        return self._where("project_id = ?", project_id)

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

    def groups(self) -> list[CopyGroup]:
        """All copies but the deleted ones, counted."""
        # One walk through the table: by an index each row would be sought on its own. An agreement has one project.
        query = (
            "SELECT project_id, agreement_id, location, state, due_at, special, count(*) FROM copies NOT INDEXED "
            "WHERE state <> 'deleted' GROUP BY agreement_id, location, state, due_at, special"
        )
        return [
            CopyGroup(
                project,
                agreement,
                _LOCATIONS[location],
                _STATES[state],
                due_at and unpack_moment(due_at),
                bool(special),
                count,
            )
            for project, agreement, location, state, due_at, special, count in self._connection.execute(query)
        ]

    def earliest(self) -> tuple[datetime | None, datetime | None]:
        """The first deadline and the first plan of all live copies."""
        query = (
            f"SELECT (SELECT min(due_at) FROM copies WHERE {LIVE}), "
            f"(SELECT min(planned_at) FROM copies WHERE {LIVE} AND planned_at IS NOT NULL)"
        )
        due_at, planned_at = self._connection.execute(query).fetchone()
        return due_at and unpack_moment(due_at), planned_at and unpack_moment(planned_at)

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
