"""Findings, and what a person called "not client data"."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from app.domain.exception import NotClientData
from app.domain.finding import Finding, FindingState
from app.domain.finding_group import FindingGroup
from app.domain.identity import FileIdentity
from app.domain.messages import msg
from app.store.finding_groups import FindingCount, count_unresolved, groups_in
from app.store.table import Register, Resolving, table
from app.store.values import pack_identity, pack_moment, pack_text, unpack_moment, unpack_text

UNRESOLVED = "state IN ('open', 'waiting')"


class FoundFile(NamedTuple):
    """What is told of an open finding while the window is closed; reading no more keeps thousands of them quick."""

    group: str
    path: str
    client_id: str | None
    found_at: datetime
    decide_by: datetime


class Findings(Register[Finding]):
    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, table("findings", Finding), msg("store.kind-finding"))

    def all(self, state: FindingState | None = None) -> list[Finding]:
        return super().all() if state is None else self._where("state = ?", state.value)

    def of_group(self, group: str) -> list[Finding]:
        return self._where('"group" = ?', pack_text(group))

    def page_of_group(self, group: str, states: Collection[FindingState], offset: int, limit: int) -> list[Finding]:
        """At most `limit` findings of a group in any of `states`, in the order in which they were found."""
        marks = ", ".join("?" for _ in states)
        cells = (pack_text(group), *(state.value for state in states), limit, offset)
        return self._where(f'"group" = ? AND state IN ({marks})', *cells, order="rowid LIMIT ? OFFSET ?")

    def paths_in_group(self, state: FindingState, group: str) -> list[str]:
        """Where the files of one group are that stand in this state."""
        query = 'SELECT path FROM findings WHERE "group" = ? AND state = ?'
        return [unpack_text(path) for (path,) in self._connection.execute(query, (group, state.value))]

    def asked_at(self, group: str) -> datetime | None:
        """When the client was asked last about the files of a group that wait for its answer; None for no such files."""
        query = "SELECT max(sealed_at) FROM findings WHERE \"group\" = ? AND state = 'waiting'"
        (cell,) = self._connection.execute(query, (group,)).fetchone()
        return None if cell is None else unpack_moment(cell)

    def paths(self, state: FindingState) -> list[tuple[str, str]]:
        """Of all findings in this state: the group, and the path."""
        query = 'SELECT "group", path FROM findings WHERE state = ?'
        return [(group, unpack_text(path)) for group, path in self._connection.execute(query, (state.value,))]

    def groups(self, state: FindingState) -> list[FindingGroup]:
        """All findings in this state, added up by group."""
        return groups_in(self._connection, state)

    def group_in(self, state: FindingState, group: str) -> FindingGroup | None:
        """What stands in this state of one group, added up; None for nothing."""
        return next(iter(groups_in(self._connection, state, group)), None)

    def standing(self, now: datetime) -> list[FindingCount]:
        """All that is left to decide, counted."""
        return count_unresolved(self._connection, now)

    def at_path(self, path: str) -> list[Finding]:
        """Open and waiting findings for exactly this path."""
        return self._where(f"path = ? AND {UNRESOLVED}", pack_text(path))

    def by_identity(self, identity: FileIdentity) -> list[Finding]:
        """In any state, the oldest first."""
        return self._where("identity = ?", pack_identity(identity))

    def by_sha256(self, sha256: str) -> list[Finding]:
        """In any state, the oldest first."""
        return self._where("sha256 = ?", sha256)

    def found_after(self, moment: datetime | None) -> list[FoundFile]:
        """Files found later than `moment` (None: ever) and still open. Not a client place, nor what stood there before its
        folder was watched: those wait in the window."""
        query = (
            'SELECT "group", path, client_id, found_at, decide_by FROM findings '
            "WHERE state = 'open' AND found_at > ? AND NOT is_place AND NOT first_clean_up"
        )
        cell = "" if moment is None else pack_moment(moment)
        return [
            FoundFile(group, unpack_text(path), client, unpack_moment(found_at), unpack_moment(decide_by))
            for group, path, client, found_at, decide_by in self._connection.execute(query, (cell,))
        ]

    def count_open(self) -> int:
        query = "SELECT count(*) FROM findings WHERE state = 'open'"
        return int(self._connection.execute(query).fetchone()[0])

    def remove(self, id_: str) -> None:
        """Forget it. Raises NotFoundError."""
        if self._connection.execute("DELETE FROM findings WHERE id = ?", (id_,)).rowcount != 1:
            raise self._not_found(id_)

    def purge_resolved_before(self, moment: datetime) -> int:
        """Forget findings that were resolved before `moment`, except those whose exception still counts: it must be listed
        as long as it does. Returns how many."""
        query = (
            "DELETE FROM findings WHERE state = 'resolved' AND resolution ->> 'at' < ? "
            "AND id NOT IN (SELECT finding_id FROM exceptions)"
        )
        return self._connection.execute(query, (pack_moment(moment),)).rowcount

    def resolve(self, start: str) -> tuple[Finding, ...]:
        """The finding, or all findings of the group, whose id begins with `start`. Raises NotFoundError."""
        found, members = self._starting(start), self._starting(start, "group")
        exact = start.strip().lower()
        for complete in ([f for f in found if f.id == exact], [f for f in members if f.group == exact]):
            if complete:
                return tuple(complete)
        groups = {member.group for member in members}
        if len(found) + len(groups) > 1:
            raise self._ambiguous(start)
        if not found and not members:
            raise self._not_found(start)
        return tuple(found or members)


class Exceptions(Resolving[NotClientData]):
    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, table("exceptions", NotClientData), msg("store.kind-exception"))

    def remove(self, id_: str) -> None:
        """Take it back. Raises NotFoundError."""
        if self._connection.execute("DELETE FROM exceptions WHERE id = ?", (id_,)).rowcount != 1:
            raise self._not_found(id_)

    def match(self, sha256: str | None, series: str | None, now: datetime) -> NotClientData | None:
        """The exception that counts now for this content or this named series; None values match nothing."""
        condition = "expires_at > ? AND (sha256 = ? OR series = ?)"
        cells = (pack_moment(now), sha256, None if series is None else pack_text(series))
        return next(iter(self._where(condition, *cells)), None)
