"""The journal inside one session: append, list, purge, check. Source: design, Journal; VT-B2."""

from __future__ import annotations

import json
import re
import secrets
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from app.domain.events import EVENTS, Term, Value
from app.domain.journal import JournalCheck, JournalEntry, JournalHead
from app.store import chain, export
from app.store.chain import JournalKey, Record
from app.store.chain_check import PURGED_EVENT, check_chain, head_of
from app.store.values import Cell, pack_moment, unpack_moment

NOTHING: Final[Mapping[str, Value]] = {}
RUNS_AN_ENTRY = 500  # of a purge, so that no payload grows without bound
LARGEST = 2**53 - 1  # whole numbers beyond it have no RFC 8785 form

# Ids, states, counts, moments, message ids: no blanks, slashes or at-signs, so no path, mail address or full name.
_CODE = re.compile(r"[A-Za-z0-9._:+-]{1,200}")

_RECORD = "journal.seq, at, event, subject, payload_hash, previous, hash, signature, salt, payload"
_JOINED = "journal LEFT JOIN journal_payloads ON journal_payloads.seq = journal.seq"
# In the words of its index.
_OF_PROJECT = "SELECT seq FROM journal_payloads WHERE json_extract(payload, '$.project') = ?"


class Journal:
    """Entries are numbered and chained as they are appended; `seal` signs the last one before the commit."""

    def __init__(self, connection: sqlite3.Connection, key: JournalKey, now: datetime | None) -> None:
        self._connection = connection
        self._key = key
        self._now = now
        self._unsigned: Record | None = None

    def append(
        self,
        event: str,
        *,
        subject: str,
        actor: str,
        role: str = "consultant",
        project: str | None = None,
        outcome: str = "ok",
        data: Mapping[str, Value] = NOTHING,
    ) -> int:
        """Write one entry at the session's moment; returns its number.

        Raises ValueError for an unknown event or field, and for a text that is no id, state or moment (VT-B2).
        """
        if self._now is None:
            raise RuntimeError("the journal is written in a write session only")
        _check(event, (subject, actor, role, outcome, *([] if project is None else [project])), data)
        payload = chain.canonical(
            {"actor": actor, "data": dict(data), "outcome": outcome, "project": project, "role": role}
        )
        record = self._next(event, subject, payload)
        self._connection.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, NULL)", record[:7])
        self._connection.execute(
            "INSERT INTO journal_payloads VALUES (?, ?, ?)", (record.seq, record.salt, payload.decode())
        )
        self._unsigned = record
        return record.seq

    def seal(self) -> None:
        """Sign the last entry of this transaction; the chain carries the signature on to what follows."""
        if self._unsigned is not None:
            signature = self._key.sign_head(self._unsigned.hash)
            query = "UPDATE journal SET signature = ? WHERE seq = ?"
            self._connection.execute(query, (signature, self._unsigned.seq))
            self._unsigned = None

    def entries(
        self,
        since: datetime | None = None,
        event: str | None = None,
        project: str | None = None,
        limit: int | None = None,
        after: int | None = None,
    ) -> list[JournalEntry]:
        """The latest `limit` entries that fit, the oldest first. `project` is an id; `after` a sequence number."""
        wanted: list[tuple[str, Cell]] = []
        if after is not None:
            wanted.append(("journal.seq > ?", after))
        if since is not None:
            wanted.append(("at >= ?", pack_moment(since)))
        if event is not None:
            wanted.append(("event = ?", event))
        if project is not None:
            wanted.append((f"journal.seq IN ({_OF_PROJECT})", project))
        condition = " AND ".join(part for part, _ in wanted) or "TRUE"
        query = (
            f"SELECT journal.seq, at, event, subject, payload FROM {_JOINED} WHERE {condition} "
            "ORDER BY journal.seq DESC LIMIT ?"
        )
        cells = [cell for _, cell in wanted] + [-1 if limit is None else max(0, limit)]
        return [_entry(*row) for row in self._connection.execute(query, cells)][::-1]

    def count(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM journal").fetchone()[0])

    def head(self) -> JournalHead:
        return head_of(self._last(), self._key.public)

    @property
    def fingerprint(self) -> str:
        """Of the key that signs (SHA-256 of its SubjectPublicKeyInfo)."""
        return self._key.public.fingerprint

    def verify(self, full: bool = False, head: JournalHead | str | None = None) -> JournalCheck:
        """Check chain, payloads and the last signature (with `full` all), and that `head` (or its hash) is in it."""
        return check_chain(self._records, self._key.public, full=full, head=head)

    def export(self, path: Path) -> JournalHead:
        """Write all of it to a file that can be checked without this store. Raises InputError when it cannot be written."""
        head = self.head()
        export.write_export(path, self._key, self.count(), head, self._records())
        return head

    def purge(self, now: datetime, actor: str = "guard") -> int:
        """Delete payloads whose term has passed; headers stay. Returns how many. Source: events.Term.

        Entries of a project count from its closing; those of none that hold no finding or sign-in are kept.
        """
        seqs = self._past_term(now)
        runs = _runs(seqs)
        for start in range(0, len(runs), RUNS_AN_ENTRY):
            part = runs[start : start + RUNS_AN_ENTRY]
            for first, last in part:
                self._connection.execute("DELETE FROM journal_payloads WHERE seq BETWEEN ? AND ?", (first, last))
            data: dict[str, Value] = {
                "count": sum(last - first + 1 for first, last in part),
                "first": [str(first) for first, _ in part],
                "last": [str(last) for _, last in part],
            }
            self.append(PURGED_EVENT, subject="journal", actor=actor, role="assistant", data=data)
        return len(seqs)

    def _past_term(self, now: datetime) -> list[int]:
        seqs: set[int] = set()
        for term in (Term.SIGN_IN, Term.FINDING):
            names = [name for name, kind in EVENTS.items() if kind.term is term]
            marks = ", ".join("?" for _ in names)
            query = (
                "SELECT journal.seq FROM journal JOIN journal_payloads ON journal_payloads.seq = journal.seq "
                f"WHERE event IN ({marks}) AND at < ?"
            )
            seqs |= {seq for (seq,) in self._connection.execute(query, [*names, pack_moment(now - term.value)])}
        query = (
            "SELECT journal.seq FROM journal JOIN journal_payloads ON journal_payloads.seq = journal.seq "
            "WHERE event <> ? AND json_extract(payload, '$.project') IN "
            "(SELECT id FROM projects WHERE status = 'closed' AND closed_at < ?)"
        )
        before = pack_moment(now - Term.PROJECT.value)
        return sorted(seqs | {seq for (seq,) in self._connection.execute(query, (PURGED_EVENT, before))})

    def _next(self, event: str, subject: str, payload: bytes) -> Record:
        last = self._unsigned or self._last()
        salt = secrets.token_bytes(chain.SALT_BYTES)
        assert self._now is not None  # checked by append
        draft = Record(
            seq=last.seq + 1 if last else 1,
            at=pack_moment(self._now),
            event=event,
            subject=subject,
            payload_hash=chain.payload_hash(salt, payload),
            previous=chain.link(last.hash, last.signature) if last else self._key.public.start,
            hash=b"",
            signature=None,
            salt=salt,
            payload=payload,
        )
        return draft._replace(hash=chain.header_hash(draft))

    def _last(self) -> Record | None:
        query = f"SELECT {_RECORD} FROM {_JOINED} ORDER BY journal.seq DESC LIMIT 1"
        row = self._connection.execute(query).fetchone()
        return None if row is None else _record(row)

    def _records(self) -> Iterator[Record]:
        return map(_record, self._connection.execute(f"SELECT {_RECORD} FROM {_JOINED} ORDER BY journal.seq"))


def _record(row: tuple[int, str, str, str, bytes, bytes, bytes, bytes | None, bytes | None, str | None]) -> Record:
    seq, at, event, subject, hashed, previous, hash_, signature, salt, payload = row
    encoded = None if payload is None else payload.encode()
    return Record(seq, at, event, subject, hashed, previous, hash_, signature, salt, encoded)


def _entry(seq: int, at: str, event: str, subject: str, payload: str | None) -> JournalEntry:
    told = {"actor": None, "role": None, "project": None, "outcome": None, "data": None}
    if payload is not None:
        told = json.loads(payload)
    return JournalEntry(seq=seq, at=unpack_moment(at), event=event, subject=subject, **told)


def _check(event: str, texts: tuple[str, ...], data: Mapping[str, Value]) -> None:
    kind = EVENTS.get(event)
    if kind is None:
        raise ValueError(f"unknown event {event!r}")
    unknown = set(data) - kind.fields
    if unknown:
        raise ValueError(f"{event} has no field {sorted(unknown)}")
    for text in texts:
        _check_value(event, text)
    for value in data.values():
        _check_value(event, value)


def _check_value(event: str, value: object) -> None:
    if isinstance(value, str):
        if not _CODE.fullmatch(value):
            raise ValueError(f"{event}: a text in the journal is an id, a state or a moment")
    elif isinstance(value, dict):
        for key, number in value.items():
            _check_value(event, key)
            if type(number) is not int:
                raise ValueError(f"{event}: a mapping in the journal counts")
            _check_value(event, number)
    elif isinstance(value, list):
        for text in value:
            if not isinstance(text, str):
                raise ValueError(f"{event}: a list in the journal holds ids or states")
            _check_value(event, text)
    elif isinstance(value, int):
        if abs(value) > LARGEST:
            raise ValueError(f"{event}: number too large")
    elif value is not None:
        raise ValueError(f"{event}: {type(value).__name__} cannot be journalled")


def _runs(seqs: list[int]) -> list[tuple[int, int]]:
    """Sorted numbers as runs of neighbours: first and last of each."""
    runs: list[tuple[int, int]] = []
    for seq in seqs:
        if runs and runs[-1][1] == seq - 1:
            runs[-1] = (runs[-1][0], seq)
        else:
            runs.append((seq, seq))
    return runs
