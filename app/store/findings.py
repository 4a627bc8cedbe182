"""Findings, and what a person called "not client data"."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from app.domain.exception import NotClientData
from app.domain.finding import Finding, FindingState
from app.domain.identity import FileIdentity
from app.domain.messages import msg
from app.store.table import Register, Resolving, table
from app.store.values import pack_identity, pack_moment, pack_text

UNRESOLVED = "state IN ('open', 'waiting')"


class Findings(Register[Finding]):
    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, table("findings", Finding), msg("store.kind-finding"))

    def all(self, state: FindingState | None = None) -> list[Finding]:
        return super().all() if state is None else self._where("state = ?", state.value)

    def of_group(self, group: str) -> list[Finding]:
        return self._where('"group" = ?', pack_text(group))

    def at_path(self, path: str) -> list[Finding]:
        """Open and waiting findings for exactly this path."""
        return self._where(f"path = ? AND {UNRESOLVED}", pack_text(path))

    def by_identity(self, identity: FileIdentity) -> list[Finding]:
        """In any state, the oldest first."""
        return self._where("identity = ?", pack_identity(identity))

    def by_sha256(self, sha256: str) -> list[Finding]:
        """In any state, the oldest first."""
        return self._where("sha256 = ?", sha256)

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
