"""Small state: settings, the clock's last trusted moment, notes of the guards."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

import msgspec

from app.domain.moments import Recorded
from app.domain.settings import SettingValue
from app.store.table import AFTER_ALL
from app.store.values import pack_json, pack_text, unpack_json, unpack_text


class Settings:
    """What the person set, by key. Bounds and policy are the business of the actions."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> SettingValue | None:
        return self.all().get(key)

    def set(self, key: str, value: SettingValue) -> None:
        self._connection.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", (key, pack_json(value)))

    def delete(self, key: str) -> None:
        self._connection.execute("DELETE FROM settings WHERE key = ?", (key,))

    def all(self) -> dict[str, SettingValue]:
        rows = self._connection.execute("SELECT key, value FROM settings ORDER BY key")
        return {key: _setting(unpack_json(value)) for key, value in rows}


def _setting(value: Any) -> SettingValue:
    return tuple(value) if isinstance(value, list) else value


class ClockRecord:
    """The one row that remembers the last moment that was trusted."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def load(self) -> Recorded | None:
        row = self._connection.execute("SELECT recorded FROM clock").fetchone()
        return None if row is None else msgspec.convert(json.loads(row[0]), type=Recorded)

    def save(self, recorded: Recorded) -> None:
        self._connection.execute("INSERT OR REPLACE INTO clock (id, recorded) VALUES (1, ?)", (pack_json(recorded),))


class Notes:
    """Values (anything JSON holds) by key: since when a rule has its state, attempts, daily counters."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> Any:
        """None when there is no such note."""
        row = self._connection.execute("SELECT value FROM notes WHERE key = ?", (pack_text(key),)).fetchone()
        return None if row is None else unpack_json(row[0])

    def set(self, key: str, value: Any) -> None:
        query = "INSERT OR REPLACE INTO notes (key, value) VALUES (?, ?)"
        self._connection.execute(query, (pack_text(key), pack_json(value)))

    def count(self, key: str, step: int = 1) -> int:
        """Add to a counter; returns its new value. A missing note counts from 0."""
        total = int(self.get(key) or 0) + step
        self.set(key, total)
        return total

    def delete(self, key: str) -> None:
        self._connection.execute("DELETE FROM notes WHERE key = ?", (pack_text(key),))

    def listing(self, prefix: str) -> dict[str, Any]:
        """All notes whose key begins with `prefix`, by key."""
        within = "SELECT key, value FROM notes WHERE key >= ? AND key < ?"
        # Keys that are not UTF-8 lie as bytes, which sort after all text: a second search finds those.
        plain = prefix.encode()
        cells = (prefix, prefix + AFTER_ALL, plain, plain + b"\xff")
        rows = self._connection.execute(f"{within} UNION ALL {within}", cells)
        return {key: unpack_json(value) for key, value in sorted((unpack_text(key), value) for key, value in rows)}
