"""What is kept and followed beyond this laptop: copies in the cloud, decisions about records, looks at a project's place."""

from __future__ import annotations

import sqlite3

from app.domain.audience import PlaceLook
from app.domain.cloud_copy import CloudCopy
from app.domain.messages import msg
from app.domain.retention import RecordDecision
from app.store.table import Register, table


class CloudCopies(Register[CloudCopy]):
    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, table("cloud_copies", CloudCopy), msg("store.kind-copy"))

    def open(self) -> list[CloudCopy]:
        """Those of which something may still be in the cloud, in the order in which they were noted."""
        return self._where("settled_at IS NULL", order="noted_at, id")

    def followed(self) -> frozenset[str]:
        """Ids of the copies whose item is known and not settled."""
        query = "SELECT id FROM cloud_copies WHERE settled_at IS NULL AND item_id IS NOT NULL"
        return frozenset(row[0] for row in self._connection.execute(query))

    def followed_by_agreement(self) -> dict[str, int]:
        """How many live copies in Office 365 are followed, by agreement."""
        query = (
            "SELECT agreement_id, count(*) FROM copies JOIN cloud_copies ON cloud_copies.id = copies.id "
            "WHERE location = 'office365' AND state NOT IN ('deleted', 'not-proven') "
            "AND settled_at IS NULL AND item_id IS NOT NULL GROUP BY agreement_id"
        )
        return dict(self._connection.execute(query).fetchall())


class RecordDecisions(Register[RecordDecision]):
    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, table("record_decisions", RecordDecision), msg("store.kind-project"))

    def put(self, decision: RecordDecision) -> None:
        """The last decision about a project counts."""
        if self.find(decision.id) is None:
            self.add(decision)
        else:
            self.update(decision)


class PlaceLooks(Register[PlaceLook]):
    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, table("place_looks", PlaceLook), msg("store.kind-project"))

    def put(self, look: PlaceLook) -> None:
        if self.find(look.id) is None:
            self.add(look)
        else:
            self.update(look)
