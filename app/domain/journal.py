"""What the journal tells: entries, its head, and the outcome of a check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.events import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """One entry. After its payload was purged on its term, `actor` to `data` are None; the header stays."""

    seq: int
    at: datetime
    event: str
    subject: str
    actor: str | None
    role: str | None
    project: str | None
    outcome: str | None
    data: Mapping[str, Value] | None

    @property
    def is_purged(self) -> bool:
        return self.actor is None


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalHead:
    """The last entry: what is published elsewhere to prove later that nothing was cut. Empty journal: seq 0, at None."""

    seq: int
    hash: str
    at: datetime | None = None


class JournalProblem(StrEnum):
    EDITED = "edited"
    REMOVED = "removed"
    INSERTED = "inserted"
    REORDERED = "reordered"
    CUT = "cut"  # the head that was given is not in it: the end was cut, or an older copy was put back
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalCheck:
    """`first_bad`: the first sequence number that does not fit. `fingerprint`: of the key that signed (SHA-256 of its
    SubjectPublicKeyInfo); `key_compared`: it was compared with one that was given."""

    valid: bool
    entries: int
    purged: int
    first_bad: int | None
    problem: JournalProblem | None
    head: JournalHead
    head_compared: bool
    fingerprint: str
    key_compared: bool = False
