"""What the laptops of the team told, how the team stood day by day, and what this laptop sent. Days, never times of day."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.store.values import pack_json, pack_text, unpack_text


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenEntry:
    """A document at the remote: `name` and `stamp` (changes with any change) as the remote has them, the device it speaks
    for where that could be told, the digest of its bytes, and why it does not count."""

    name: str
    stamp: str
    device: str | None
    digest: str
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRecord:
    """The last record of a device that counted, as canonical JSON. `mail`: of its person, lower case."""

    device: str
    mail: str
    first_day: date
    record: str
    digest: str
    pardoned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSpan:
    """Something that stood open on a laptop from `since` to `last_day` at least."""

    device: str
    what: str
    state: str
    count: int
    since: date
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A record of this laptop, as canonical JSON; `is_posted`: it stood at the remote."""

    sequence: int
    day: date
    record: str
    is_posted: bool


class TeamRecords:
    """What the team told. All of it can be read again from the remote, the days that passed apart."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    # -- at the remote ------------------------------------------------------------------------------------------------

    def entries(self) -> list[SeenEntry]:
        rows = self._connection.execute("SELECT name, stamp, device, digest, problem FROM team_entries ORDER BY name")
        return [SeenEntry(name=n, stamp=s, device=d, digest=g, problem=p) for n, s, d, g, p in rows]

    def entry(self, name: str) -> SeenEntry | None:
        query = "SELECT name, stamp, device, digest, problem FROM team_entries WHERE name = ?"
        row = self._connection.execute(query, (name,)).fetchone()
        if row is None:
            return None
        return SeenEntry(name=row[0], stamp=row[1], device=row[2], digest=row[3], problem=row[4])

    def stamps(self) -> dict[str, str]:
        return dict(self._connection.execute("SELECT name, stamp FROM team_entries"))

    def see(self, entry: SeenEntry) -> None:
        query = "INSERT OR REPLACE INTO team_entries (name, stamp, device, digest, problem) VALUES (?, ?, ?, ?, ?)"
        self._connection.execute(query, (entry.name, entry.stamp, entry.device, entry.digest, entry.problem))

    def unsee(self, names: Iterable[str]) -> None:
        self._connection.executemany("DELETE FROM team_entries WHERE name = ?", [(name,) for name in names])

    # -- records ------------------------------------------------------------------------------------------------------

    def all(self) -> list[KeptRecord]:
        """In the order in which devices were first heard."""
        return self._kept("TRUE")

    def find(self, device: str) -> KeptRecord | None:
        return next(iter(self._kept("device = ?", device)), None)

    def keep(self, kept: KeptRecord) -> None:
        query = (
            "INSERT INTO team_records (device, mail, first_day, record, digest, pardoned) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (device) DO UPDATE SET mail = excluded.mail, record = excluded.record,"
            " digest = excluded.digest, pardoned = excluded.pardoned"
        )
        cells = (kept.device, pack_text(kept.mail), kept.first_day.isoformat(), kept.record, kept.digest, kept.pardoned)
        self._connection.execute(query, cells)

    def pardon(self, device: str) -> bool:
        """Whatever this device tells next counts, if it is its own; what it told before is no measure any more. False: there
        was nothing to compare with. Its entries at the remote are read anew."""
        self._connection.execute("UPDATE team_entries SET stamp = '' WHERE device = ?", (device,))
        query = "UPDATE team_records SET pardoned = 1 WHERE device = ?"
        return self._connection.execute(query, (device,)).rowcount > 0

    def forget(self, device: str) -> None:
        for table in ("team_entries", "team_records", "team_open"):
            self._connection.execute(f"DELETE FROM {table} WHERE device = ?", (device,))

    def _kept(self, condition: str, *cells: str) -> list[KeptRecord]:
        query = f"SELECT device, mail, first_day, record, digest, pardoned FROM team_records WHERE {condition} ORDER BY rowid"
        return [
            KeptRecord(
                device=device,
                mail=unpack_text(mail),
                first_day=date.fromisoformat(first_day),
                record=record,
                digest=digest,
                pardoned=bool(pardoned),
            )
            for device, mail, first_day, record, digest, pardoned in self._connection.execute(query, cells)
        ]

    # -- day by day ---------------------------------------------------------------------------------------------------

    def days(self, start: date, end: date) -> list[tuple[date, Mapping[str, Any]]]:
        """The totals of the days from `start` to `end`, both included, oldest first."""
        query = "SELECT day, totals FROM team_days WHERE day BETWEEN ? AND ? ORDER BY day"
        rows = self._connection.execute(query, (start.isoformat(), end.isoformat()))
        return [(date.fromisoformat(day), json.loads(totals)) for day, totals in rows]

    def set_day(self, day: date, totals: Mapping[str, Any]) -> None:
        query = "INSERT OR REPLACE INTO team_days (day, totals) VALUES (?, ?)"
        self._connection.execute(query, (day.isoformat(), pack_json(totals)))

    def open_on(self, day: date) -> list[OpenSpan]:
        """What stood open when the team was last seen on `day`."""
        query = "SELECT device, what, state, count, since, last_day FROM team_open WHERE last_day = ? ORDER BY since"
        return [
            OpenSpan(
                device=device,
                what=what,
                state=state,
                count=count,
                since=date.fromisoformat(first),
                last_day=date.fromisoformat(last),
            )
            for device, what, state, count, first, last in self._connection.execute(query, (day.isoformat(),))
        ]

    def set_open(self, spans: Sequence[OpenSpan]) -> None:
        query = (
            "INSERT OR REPLACE INTO team_open (device, what, state, count, since, last_day) VALUES (?, ?, ?, ?, ?, ?)"
        )
        cells = [(s.device, s.what, s.state, s.count, s.since.isoformat(), s.last_day.isoformat()) for s in spans]
        self._connection.executemany(query, cells)

    def purge(self, *, open_before: date, days_before: date, sent_before: date) -> int:
        """Forget what is past its term; what was sent last stays, for the next record follows on it."""
        cells = [
            ("DELETE FROM team_open WHERE last_day < ?", open_before),
            ("DELETE FROM team_days WHERE day < ?", days_before),
            (
                "DELETE FROM team_sent WHERE day < ? AND sequence < (SELECT max(sequence) FROM team_sent)",
                sent_before,
            ),
        ]
        return sum(self._connection.execute(query, (day.isoformat(),)).rowcount for query, day in cells)

    # -- what was sent ------------------------------------------------------------------------------------------------

    def made(self) -> list[Sent]:
        """What this laptop made, posted or not, latest first."""
        return self._sent("TRUE")

    def last_made(self) -> Sent | None:
        """The next record follows on it, whether it was posted or not."""
        return next(iter(self._sent("TRUE", "LIMIT 1")), None)

    def last_posted(self) -> Sent | None:
        return next(iter(self._sent("is_posted", "LIMIT 1")), None)

    def note_made(self, sent: Sent) -> None:
        query = "INSERT OR REPLACE INTO team_sent (sequence, day, record, is_posted) VALUES (?, ?, ?, ?)"
        self._connection.execute(query, (sent.sequence, sent.day.isoformat(), sent.record, sent.is_posted))

    def _sent(self, condition: str, limit: str = "") -> list[Sent]:
        columns = "sequence, day, record, is_posted"
        query = f"SELECT {columns} FROM team_sent WHERE {condition} ORDER BY sequence DESC {limit}"
        return [
            Sent(sequence=sequence, day=date.fromisoformat(day), record=record, is_posted=bool(is_posted))
            for sequence, day, record, is_posted in self._connection.execute(query)
        ]
