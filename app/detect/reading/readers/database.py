"""SQLite databases: every table by its columns, from bytes in memory. Nothing that the database defines is run."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from typing import Final

from app.detect.reading.document import Part, Reading, of_bytes
from app.detect.reading.formats import Format, format_of
from app.detect.reading.readers.records import ROWS
from app.detect.reading.unread import Unread, UnreadableError

ICON_BYTES = 20_000
BLOB_BYTES = 4_096  # what is shorter and of no known format is a key, a hash, a shape
CELL_CHARS = 1_000_000
ROW_BYTES = 50_000_000
TABLES = 1_000
STEPS = 20_000  # of the database's machine between two looks at the clock
_VERSIONS = slice(18, 20)  # how it is written and read: 2 is a log beside it, which is not here
_SILENT: Final = frozenset({Format.EMPTY, Format.TEXT, Format.NOTHING_TO_READ})


def read_sqlite(part: Part, reading: Reading) -> None:
    """Raises UnreadableError: limit; sqlite3.Error for a damaged one. The tables before the damage count."""
    content = _whole(bytearray(part.content(reading.budget)), reading)
    content[_VERSIONS] = b"\x01\x01"
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.deserialize(content)
        del content
        _bind(database, reading)
        tables = _tables(database)
        for name, _ in tables:
            reading.evidence.name(name)
        for name, statement in tables[:TABLES]:
            reading.budget.check_members(len(tables))
            if not statement.lstrip().upper().startswith("CREATE VIRTUAL"):  # its rows are kept in ordinary tables
                reading.attempt(lambda name=name: _read_table(database, name, part, reading))  # type: ignore[misc]
        if len(tables) > TABLES:
            raise UnreadableError(Unread.LIMIT)


def _whole(content: bytearray, reading: Reading) -> bytearray:
    """A database that was cut gets empty pages in the place of those that are lost, so that the others can be read."""
    page = int.from_bytes(content[16:18], "big")
    missing = (65_536 if page == 1 else page) * int.from_bytes(content[28:32], "big") - len(content)
    if missing > 0:
        reading.evidence.cannot_read(Unread.CORRUPT)
        reading.budget.check_memory(len(content) + missing)
        content.extend(bytes(missing))
    return content


def _bind(database: sqlite3.Connection, reading: Reading) -> None:
    """Reading alone: no function, no view's code, no other file, and no longer than the document may take."""
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, ROW_BYTES)
    database.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for pragma in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "query_only = ON",
        "temp_store = MEMORY",
        "mmap_size = 0",
    ):
        database.execute(f"PRAGMA {pragma}").close()
    database.text_factory = lambda raw: raw.decode("utf-8", "replace")
    database.set_authorizer(_allowed)
    ends = time.monotonic() + reading.budget.limits.wall_seconds
    database.set_progress_handler(lambda: int(time.monotonic() > ends), STEPS)


def _allowed(action: int, first: str | None, _second: str | None, _database: str | None, _source: str | None) -> int:
    is_read = action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)
    is_columns = action == sqlite3.SQLITE_PRAGMA and first == "table_xinfo"
    return sqlite3.SQLITE_OK if is_read or is_columns else sqlite3.SQLITE_DENY


def _tables(database: sqlite3.Connection) -> list[tuple[str, str]]:
    with contextlib.closing(database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")) as rows:
        return [(str(name), str(statement or "")) for name, statement in rows.fetchall()]


def _read_table(database: sqlite3.Connection, name: str, part: Part, reading: Reading) -> None:
    columns = list(_columns(database, name))
    if not columns:
        return
    listed = ", ".join(_quoted(column) for column in columns)
    table = reading.evidence.open_table()
    batch = [columns]
    with contextlib.closing(database.execute(f"SELECT {listed} FROM {_quoted(name)}")) as rows:
        while found := rows.fetchmany(ROWS):
            batch += [[_cell(value, part, reading) for value in row] for row in found]
            reading.evidence.rows(table, batch)
            batch = []
    if batch:
        reading.evidence.rows(table, batch)


def _columns(database: sqlite3.Connection, name: str) -> Iterator[str]:
    """Those that are stored: what is computed would run the database's own code."""
    with contextlib.closing(database.execute(f"PRAGMA table_xinfo({_quoted(name)})")) as rows:
        for _, column, _, _, _, _, hidden in rows.fetchall():
            if hidden in (0, 1):
                yield str(column)


def _cell(value: object, part: Part, reading: Reading) -> str:
    if isinstance(value, bytes):
        _read_blob(value, part, reading)
        return ""
    return "" if value is None else str(value)[:CELL_CHARS]


def _read_blob(value: bytes, part: Part, reading: Reading) -> None:
    """A document that is kept in the database."""
    if len(value) < 16:
        return
    found = format_of(value[:4_096])
    if found is Format.TEXT:
        reading.evidence.text(value.decode("utf-8", "replace"))
    if found in _SILENT or (found is Format.UNKNOWN and len(value) <= BLOB_BYTES):
        return
    if found is Format.PICTURE and len(value) <= ICON_BYTES:
        return
    reading.budget.take_member()
    reading.budget.expand(len(value))
    reading.read(of_bytes("", value, part.depth + 1))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
