"""Samples of registered content, by which the detector knows it again. Keyed hashes: no value can be read from them."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from app.store.values import pack_moment

NEWEST = 1_000  # of them the detector gets no more: they lie in its memory, 20 KB each at most
REGISTERED = "SELECT sha256 FROM copies WHERE sha256 IS NOT NULL"
WAITING = "SELECT sha256 FROM findings WHERE sha256 IS NOT NULL AND state = 'waiting'"


class Fingerprints:
    """`sketch` is the detector's; here it is opaque."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def key(self) -> bytes:
        """The 32 random bytes that key all samples of this store."""
        (key,) = self._connection.execute("SELECT value FROM meta WHERE name = 'fingerprint_key'").fetchone()
        return bytes(key)

    def has(self, sha256: str) -> bool:
        return self._connection.execute("SELECT 1 FROM fingerprints WHERE sha256 = ?", (sha256,)).fetchone() is not None

    def put(self, sha256: str, sketch: bytes, now: datetime) -> None:
        cells = (sha256, sketch, pack_moment(now))
        self._connection.execute(
            "INSERT OR REPLACE INTO fingerprints (sha256, sketch, made_at) VALUES (?, ?, ?)", cells
        )

    def by_client(self, most: int = NEWEST) -> dict[str, tuple[bytes, ...]]:
        """The newest sketches of content that is or was registered, by the client's id."""
        query = (
            "SELECT DISTINCT projects.client_id, fingerprints.sha256, fingerprints.sketch FROM fingerprints "
            "JOIN copies ON copies.sha256 = fingerprints.sha256 JOIN projects ON projects.id = copies.project_id "
            "ORDER BY fingerprints.made_at DESC, fingerprints.sha256 LIMIT ?"
        )
        found: dict[str, tuple[bytes, ...]] = {}
        for client_id, _, sketch in self._connection.execute(query, (most,)):
            found[client_id] = (*found.get(client_id, ()), bytes(sketch))
        return found

    def purge_made_before(self, moment: datetime) -> int:
        """Remove those whose content is no copy's any more, nor a file's that waits for the client's answer. Made before
        `moment`: while a file is being sealed its sample is there before its record."""
        query = (
            f"DELETE FROM fingerprints WHERE sha256 NOT IN ({REGISTERED}) AND sha256 NOT IN ({WAITING}) AND made_at < ?"
        )
        return self._connection.execute(query, (pack_moment(moment),)).rowcount
