"""Versions of the schema: one numbered SQL file each, applied forward in one transaction each."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from importlib.resources import files

from app.store import errors
from app.store.values import pack_json

MIGRATED_NOTE = "store.migrated"  # {"from_version", "to_version"}: what the next action journals, then deletes


def migrations() -> list[tuple[int, str]]:
    """Version and SQL text of each migration, in order."""
    found = []
    for entry in (files("app.store") / "migrations").iterdir():
        match = re.fullmatch(r"(\d{4})_\w+\.sql", entry.name)
        if match:
            found.append((int(match[1]), entry.read_text("utf-8")))
    return sorted(found)


def latest_version() -> int:
    return migrations()[-1][0]


def version_of(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(connection: sqlite3.Connection, keep_copy: Callable[[int], None]) -> None:
    """Bring the database to the latest version. `keep_copy(version)` runs while nobody can write, before each step.

    A crash leaves a version wholly old or wholly new. Raises StoreError for a version later than this program's.
    """
    steps = migrations()
    first = version_of(connection)
    if first > steps[-1][0]:
        raise errors.newer(first)
    if first < 1:
        raise errors.unreadable("no schema version")
    for version, sql in steps:
        if version > first:
            _step(connection, version, sql, keep_copy)


def _step(connection: sqlite3.Connection, version: int, sql: str, keep_copy: Callable[[int], None]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        now = version_of(connection)  # another process may have done it while this one waited
        if now < version:
            keep_copy(version)
            apply(connection, version, sql)
            _remember(connection, now, version)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def apply(connection: sqlite3.Connection, version: int, sql: str) -> None:
    """Run the statements of one version inside the transaction under way."""
    for statement in statements(sql):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {version}")


def _remember(connection: sqlite3.Connection, before: int, after: int) -> None:
    """Only actions write the journal: leave them word, in the same transaction."""
    row = connection.execute("SELECT value ->> 'from_version' FROM notes WHERE key = ?", (MIGRATED_NOTE,)).fetchone()
    note = pack_json({"from_version": row[0] if row else before, "to_version": after})
    connection.execute("INSERT OR REPLACE INTO notes (key, value) VALUES (?, ?)", (MIGRATED_NOTE, note))


def statements(sql: str) -> Iterator[str]:
    """The single statements of a script: `executescript` would commit the transaction under way."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        raise ValueError("the script ends within a statement")
