"""Findings: files outside the client environment that look like client data. Kinds and counts, never the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.client import ClientTerms
from app.domain.identity import FileIdentity

DECISION_DEFAULT = timedelta(hours=24)
DECISION_MAX = timedelta(hours=72)  # IT may allow no more
FIRST_CLEAN_UP = timedelta(days=30)
EXCEPTION_TERM = timedelta(days=365)  # "not client data" is asked again after a year

SPECIAL_KINDS = frozenset(
    {"health", "criminal", "union", "religion", "ethnicity", "orientation", "politics", "biometric"}
)
BUSINESS_CONTACT_KINDS = frozenset({"name", "email", "phone"})  # VR-P5b: what project documentation may hold


class Verdict(StrEnum):
    CLIENT_DATA = "client-data"
    DOCUMENTATION = "documentation"
    OWN = "own"
    CLEAN = "clean"
    UNREADABLE = "unreadable"


class ReasonType(StrEnum):
    ORIGIN = "origin"
    LABEL = "label"
    PROPERTY = "property"
    SENDER = "sender"
    SESSION = "session"
    KEYWORD = "keyword"
    NAME = "name"
    FINGERPRINT = "fingerprint"
    CONTENT = "content"
    LIMIT = "limit"


PROVENANCE_REASONS = frozenset({ReasonType.ORIGIN, ReasonType.LABEL})  # no exception ever overrules these
NUMBERS_OF_PERSONS = frozenset({"bsn", "date_of_birth"})  # each person has one
SEVERAL_PERSONS = 3
POINTS_TO_CLIENT = frozenset({ReasonType.ORIGIN, ReasonType.LABEL, ReasonType.NAME, ReasonType.SENDER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why the verdict. `detail` is a host, a client's name, a column header or a kind with its count; never a value."""

    type: ReasonType
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a file came from, as the system recorded it: host names only, lower case. Source: mark of the web.
    `session_hosts`: to which hosts remote sessions ran while it was written."""

    host: str | None = None
    referrer_host: str | None = None
    zone: int | None = None
    session_hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The detector's outcome for one file."""

    verdict: Verdict
    kinds: Mapping[str, int] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()
    client_id: str | None = None
    special: bool = False
    score: float = 0.0
    size_bytes: int = 0
    milliseconds: int = 0
    error: str | None = None  # why it could not be read: a message id of the catalogue under "unreadable."


class FindingState(StrEnum):
    OPEN = "open"
    WAITING = "waiting"
    RESOLVED = "resolved"


class ResolvedHow(StrEnum):
    SEALED = "sealed"
    KEPT = "kept"
    ASKED = "asked"
    RETURNED = "returned"
    DELETED = "deleted"
    DOCUMENTATION = "documentation"
    NOT_CLIENT_DATA = "not-client-data"


UNDOABLE = frozenset({ResolvedHow.DOCUMENTATION, ResolvedHow.NOT_CLIENT_DATA})  # nothing happened to the file


def can_undo(how: ResolvedHow) -> bool:
    """Whether a decision can be taken back."""
    return how in UNDOABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    how: ResolvedHow
    at: datetime
    agreement_id: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`sha256` and `identity` are None for a client place, which is one finding for the whole folder (`is_place`)."""

    id: str
    group: str
    path: str
    verdict: Verdict
    kinds: Mapping[str, int]
    reasons: tuple[Reason, ...]
    found_at: datetime
    decide_by: datetime
    client_id: str | None = None
    project_id: str | None = None
    special: bool = False
    state: FindingState = FindingState.OPEN
    resolution: Resolution | None = None
    identity: FileIdentity | None = None
    size_bytes: int = 0
    modified_ns: int = 0
    sha256: str | None = None
    is_place: bool = False
    first_clean_up: bool = False
    # While the client's answer is awaited the file lies sealed under a key of its own, named after the finding.
    asked_mail: str | None = None
    draft: str | None = None
    original_path: str | None = None
    original_gone: bool = False
    sealed_digest: str | None = None
    sealed_bytes: int | None = None
    sealed_at: datetime | None = None


def decide_by(found_at: datetime, terms: ClientTerms, limit: timedelta = DECISION_DEFAULT) -> datetime:
    """When an unresolved finding turns red: IT's limit (24 h, at most 72 h), or the client's shorter one. Source: VR-P3."""
    periods = [min(limit, DECISION_MAX)]
    if terms.decision is not None:
        periods.append(terms.decision)
    return found_at + min(periods)


def points_to_client(reasons: tuple[Reason, ...]) -> bool:
    """Whether an unreadable file is a finding and not a quiet list entry: a client's origin, label, name or sender, or several
    persons in what could be read of it."""
    return any(reason.type in POINTS_TO_CLIENT or _tells_of_several(reason) for reason in reasons)


def _tells_of_several(reason: Reason) -> bool:
    kind, _, count = reason.detail.rpartition(" ")
    is_number = reason.type is ReasonType.CONTENT and kind in NUMBERS_OF_PERSONS
    return is_number and count.isdecimal() and int(count) >= SEVERAL_PERSONS


def may_be_documentation(kinds: Mapping[str, int]) -> bool:
    """Personal data beyond business contacts keeps a file out of project documentation. Source: VR-P5a, VR-P5b."""
    return set(kinds) <= BUSINESS_CONTACT_KINDS
