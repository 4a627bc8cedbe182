"""Watched folders, and the fingerprints of files in them that were looked at."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from app.domain.folder import WatchedFolder
from app.domain.messages import msg
from app.store.table import Register, table
from app.store.values import pack_text

FINGERPRINT_BYTES = 16
NUMBER = "(SELECT number FROM folders WHERE id = ?)"


class Folders(Register[WatchedFolder]):
    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, table("folders", WatchedFolder), msg("store.kind-folder"))

    def by_path(self, path: str) -> WatchedFolder | None:
        return next(iter(self._where("path = ?", pack_text(path))), None)

    def remove(self, id_: str) -> None:
        """Stop knowing the folder and what was seen in it. Raises NotFoundError."""
        if self._connection.execute("DELETE FROM folders WHERE id = ?", (id_,)).rowcount != 1:
            raise self._not_found(id_)


class Seen:
    """Per folder a set of 16-byte keyed fingerprints: a judged file leaves neither path nor kind nor count."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def secret(self) -> bytes:
        """The 32 random bytes that key the fingerprints; made with the store."""
        (secret,) = self._connection.execute("SELECT value FROM meta WHERE name = 'seen_secret'").fetchone()
        return bytes(secret)

    def load(self, folder_id: str) -> set[bytes]:
        rows = self._connection.execute(f"SELECT fingerprint FROM seen WHERE folder = {NUMBER}", (folder_id,))
        return {fingerprint for (fingerprint,) in rows}

    def count(self, folder_id: str) -> int:
        (number,) = self._connection.execute(
            f"SELECT count(*) FROM seen WHERE folder = {NUMBER}", (folder_id,)
        ).fetchone()
        return int(number)

    def add_many(self, folder_id: str, fingerprints: Iterable[bytes]) -> None:
        """Nothing happens for a folder that was removed meanwhile. Raises ValueError for a wrong length."""
        query = "INSERT OR IGNORE INTO seen (folder, fingerprint) SELECT number, ? FROM folders WHERE id = ?"
        self._connection.executemany(query, [(_checked(fingerprint), folder_id) for fingerprint in fingerprints])

    def remove_many(self, folder_id: str, fingerprints: Iterable[bytes]) -> None:
        query = f"DELETE FROM seen WHERE fingerprint = ? AND folder = {NUMBER}"
        self._connection.executemany(query, [(fingerprint, folder_id) for fingerprint in fingerprints])

    def clear(self, folder_id: str) -> None:
        self._connection.execute(f"DELETE FROM seen WHERE folder = {NUMBER}", (folder_id,))


def _checked(fingerprint: bytes) -> bytes:
    if len(fingerprint) != FINGERPRINT_BYTES:
        raise ValueError("a fingerprint has 16 bytes")
    return fingerprint
