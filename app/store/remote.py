"""What the remote remembers, by key. Secrets of upload sessions may stand here: the database is encrypted."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping


class RemoteNotes:
    """Texts by key. The keys are the remote's own."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> str | None:
        row = self._connection.execute("SELECT value FROM remote_memory WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def put(self, values: Mapping[str, str | None]) -> None:
        """None forgets a key."""
        gone = [(key,) for key, value in values.items() if value is None]
        kept = [(key, value) for key, value in values.items() if value is not None]
        self._connection.executemany("DELETE FROM remote_memory WHERE key = ?", gone)
        self._connection.executemany("INSERT OR REPLACE INTO remote_memory (key, value) VALUES (?, ?)", kept)
