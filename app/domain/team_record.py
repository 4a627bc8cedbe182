"""What a laptop tells its team: rule states, counts and dates, signed by the device. Source: VT-B2, VT-C4, VR-P7.

The struct is the allow-list: a field that does not stand here cannot be sent, and a record that carries one is refused. There
is no name of a file or a client, no value, no path and no time of day; a project is told by its opaque id alone.
"""

from __future__ import annotations

import binascii
import datetime
import hashlib
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta

from app.domain.card import Id, Line, device_id
from app.domain.rules import RuleState
from app.domain.signatures import canonical, is_signed_by

SCHEMA: Final = 1
MAX_RECORD = 60_000  # characters: a multi-line column of a list holds 63,999 of them
MOST_PROJECTS = 200  # those with the most to do come first; 200 take a quarter of the room

Device = Annotated[str, Meta(pattern=r"^[a-z2-7]{26}\Z")]
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Day = Annotated[str, Meta(pattern=r"^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}\Z")]
Count = Annotated[int, Meta(ge=0, le=1_000_000_000)]
Mail = Annotated[str, Meta(max_length=254, pattern=r"^([^@\s<>\",;]+@[^@\s<>\",;]+)?\Z")]
RuleId = Annotated[str, Meta(pattern=r"^V[A-Z]-[A-Z]{1,2}[0-9]{0,2}[a-z]?\Z")]
Version = Annotated[str, Meta(pattern=r"^[0-9]{1,4}(\.[0-9]{1,6}){1,3}([.+-]?[a-z]{1,6}[0-9]{0,6})?\Z")]


class _Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    pass


class Person(_Struct, frozen=True):
    """Who works on the laptop, as signed in or set: work mail and name, nothing else (VT-B2)."""

    name: Line
    mail: Mail


class RuleWord(_Struct, frozen=True):
    """How one rule stands: what it counts (open findings, copies, days) where it counts something."""

    state: RuleState
    count: Count


class ProjectWord(_Struct, frozen=True):
    """What of a project lies on the laptop. `due`: the next day on which something must be gone."""

    copies: Count
    overdue: Count
    open_findings: Count
    due: Day | None


class Head(_Struct, frozen=True):
    """The last journal entry: published elsewhere it proves later that nothing was cut off."""

    seq: Count
    hash: Digest


class Versions(_Struct, frozen=True):
    app: Version
    store: Count


class TeamRecord(_Struct, frozen=True):
    """One record. `previous`: SHA-256 of the record before this one (None for the first). `date`: the day it was made (UTC),
    never the time. `contact`: the day of the last contact with the remote before this one. `guards_run`: whether
    the guards ran within a day. `looked`: how often the person looked at the records of others, by day."""

    schema: Literal[1]
    device: Device
    person: Person
    team: Line
    sequence: Annotated[int, Meta(ge=1, le=1_000_000_000)]
    previous: Digest | None
    date: Day
    contact: Day | None
    rules: dict[RuleId, RuleWord]
    open_findings: Count
    overdue: Count
    next_due: Day | None
    projects: Annotated[dict[Id, ProjectWord], Meta(max_length=MOST_PROJECTS)]
    head: Head
    versions: Versions
    guards_run: bool
    looked: Annotated[dict[Day, Count], Meta(max_length=90)]
    key: Annotated[str, Meta(max_length=400)]
    signature: Annotated[str, Meta(max_length=400)]

    @property
    def day(self) -> datetime.date:
        return datetime.date.fromisoformat(self.date)

    @property
    def next_due_day(self) -> datetime.date | None:
        return None if self.next_due is None else datetime.date.fromisoformat(self.next_due)


class RecordProblem(StrEnum):
    """Why a record does not count. The last word that did count stays."""

    MALFORMED = "malformed"
    BAD_SIGNATURE = "bad-signature"  # or a device id that is not the key's
    OTHER_DEVICE = "other-device"  # it stands where another device's record stood
    OTHER_PERSON = "other-person"  # somebody else wrote it there than it speaks for
    ROLLED_BACK = "rolled-back"  # an older record than one that was seen
    FORKED = "forked"  # the same or the next number, but not the one that was seen, or not after it
    JOURNAL_SHRANK = "journal-shrank"  # the laptop's journal is shorter, or another, than it was
    FUTURE = "future"  # dated further ahead than clocks differ
    GONE = "gone"  # it stood there and was taken away


class RecordRefused(Exception):
    """The bytes are no record that may be looked at further."""

    def __init__(self, problem: RecordProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


# What changes without anything having happened: a record that differs in these alone is not sent again the same day.
UNREMARKABLE: Final = frozenset({"sequence", "previous", "date", "contact", "head", "looked", "signature"})
# Told once a day only: whether the screen locks comes and goes with where somebody works, and must not tell when.
DAILY_RULES: Final = frozenset({"VR-P6"})


def as_document(record: TeamRecord) -> dict[str, Any]:
    """Plain JSON types, as they are sent."""
    plain: dict[str, Any] = msgspec.to_builtins(record)
    return plain


def signed_bytes(record: TeamRecord) -> bytes:
    """What the signature is over: the RFC 8785 bytes of all but the signature."""
    document = as_document(record)
    del document["signature"]
    return canonical(document)


def encode(record: TeamRecord) -> bytes:
    """The record as it travels: canonical JSON, the same bytes everywhere."""
    return canonical(as_document(record))


def digest_of(content: bytes) -> str:
    """By which the next record names this one."""
    return hashlib.sha256(content).hexdigest()


def decode(content: bytes) -> TeamRecord:
    """Read a record strictly: shape, types, sizes; the signature is not looked at yet. Raises RecordRefused, nothing else."""
    if len(content) > 4 * MAX_RECORD:
        raise RecordRefused(RecordProblem.MALFORMED)
    try:
        record = msgspec.json.decode(content, type=TeamRecord)
        _check_days(record)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise RecordRefused(RecordProblem.MALFORMED) from error
    return record


def _check_days(record: TeamRecord) -> None:
    """Raises ValueError for a day that does not exist (31 June)."""
    told = (record.date, record.contact, record.next_due, *record.looked, *(p.due for p in record.projects.values()))
    for day in told:
        if day is not None:
            datetime.date.fromisoformat(day)


def is_genuine(record: TeamRecord, content: bytes | None = None) -> bool:
    """Whether the device's own key signed all of it, and the device's id is that key's.

    `content`: the bytes that `record` was read from. They mostly are the signed ones with the signature put in between, which
    spares writing ten thousand records anew; where they are not, the record is written as it was signed.
    """
    try:
        if device_id(record.key) != record.device:
            return False
        if content is not None and is_signed_by(record.key, record.signature, without_signature(content, record)):
            return True
        return is_signed_by(record.key, record.signature, signed_bytes(record))
    except (ValueError, binascii.Error):
        return False


def without_signature(content: bytes, record: TeamRecord) -> bytes:
    """What was signed, if `content` is canonical. Quotes inside a text are escaped: the member is not found there."""
    return content.replace(b'"signature":"' + record.signature.encode() + b'",', b"", 1)


def told(record: TeamRecord) -> Mapping[str, Any]:
    """All that it says of the laptop: without what changes by itself."""
    return {name: value for name, value in as_document(record).items() if name not in UNREMARKABLE}


def urgent(record: TeamRecord) -> Mapping[str, Any]:
    """What the team hears within the hour when it changes: states and deadlines. How much was done in between is not told:
    counts that rise and fall while somebody works wait for the daily record."""
    return {
        "rules": {id_: word.state for id_, word in sorted(record.rules.items()) if id_ not in DAILY_RULES},
        "overdue": record.overdue,
        "next_due": record.next_due,
        "projects": {id_: (word.overdue, word.due) for id_, word in sorted(record.projects.items())},
    }


def changed_fields(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> tuple[str, ...]:
    """The paths of what differs between two documents ("overdue", "rules.VR-P4.state"), sorted; all of it without a first."""
    old, new = _flat(before or {}), _flat(after)
    return tuple(sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name)))


def _flat(document: Mapping[str, Any], start: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in document.items():
        if isinstance(value, Mapping):
            found.update(_flat(value, f"{start}{name}."))
        else:
            found[f"{start}{name}"] = value
    return found
