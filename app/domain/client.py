"""The client register: who the clients are and how their environment is recognised."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from app.domain.errors import InputError
from app.domain.messages import msg

MAX_ERASURE = timedelta(hours=168)  # VR-P4, locked: a client's terms only make it shorter
MAX_DECISION = timedelta(hours=72)
MIN_RETENTION_YEARS = 2  # VR-R1


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    name: str
    mail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientTerms:
    """The client's own terms (VT-A4, VT-T3). None: the procedure's value. They are stricter, or longer for records only."""

    erasure: timedelta | None = None  # after purpose or closing; at most 168 h
    decision: timedelta | None = None  # to resolve a finding
    retention_years: int | None = None  # project records; at least 2
    hashed_names: bool = False  # certificates carry a keyed hash instead of file names
    source: str | None = None  # which document says so


SHARED_LISTS = ("variants", "domains", "tenant_ids", "keywords", "hosts", "shares", "processor_domains")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Revision:
    """A value of one of a client's lists (`what`) that was removed, and perhaps added again: `times` counts both, so that it
    is odd while the value is removed. Of two laptops' words the higher count is the later one. Of a contact it holds the
    `contact_mark`: who left is not remembered by name or address."""

    what: str
    value: str
    times: int

    @property
    def is_removed(self) -> bool:
        return self.times % 2 == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    id: str
    name: str
    created_at: datetime
    variants: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    tenant_ids: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    mounts: tuple[str, ...] = ()
    processor_domains: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    terms: ClientTerms = field(default_factory=ClientTerms)
    origin: str = "local"  # or "shared": it came with a card
    revisions: tuple[
        Revision, ...
    ] = ()  # removed is a state: what others still list does not come back with their cards


def revised(before: Client, after: Client) -> Client:
    """`after` with a revision for each value that it lacks of `before`, or has again. Mounts are of this laptop alone."""
    times = {(revision.what, revision.value): revision.times for revision in before.revisions}
    had, has = _values(before), _values(after)
    for value in had - has:
        times[value] = times.get(value, 0) + 1
    for value in has:
        if times.get(value, 0) % 2:
            times[value] += 1
    return replace(after, revisions=revisions_of(times))


def revisions_of(times: Mapping[tuple[str, str], int]) -> tuple[Revision, ...]:
    return tuple(sorted(Revision(what=what, value=value, times=count) for (what, value), count in times.items()))


def _values(client: Client) -> set[tuple[str, str]]:
    listed = {(name, value) for name in SHARED_LISTS for value in getattr(client, name)}
    # A name that was a variant before is still known.
    marks = {("contacts", contact_mark(contact.mail)) for contact in client.contacts}
    return listed | marks | {("variants", client.name)}


def contact_mark(mail: str) -> str:
    return hashlib.sha256(mail.encode("utf-8", "surrogatepass")).hexdigest()


TERM_NAMES = ("deletion-days", "deletion-hours", "decision-hours", "retention-years", "certificate-names")


def with_term(terms: ClientTerms, name: str, value: str) -> ClientTerms:
    """`terms` with one term set from text. Raises InputError for an unknown name or a value looser than the procedure."""
    key = name.strip().lower().replace("_", "-")
    if key == "certificate-names":
        if value not in ("plain", "hashed"):
            raise InputError(msg("client.term-value", name=name, value=value, allowed="plain, hashed"))
        return replace(terms, hashed_names=value == "hashed")
    if key not in TERM_NAMES:
        raise InputError(msg("client.term-unknown", name=name, allowed=", ".join(TERM_NAMES)))
    try:
        number = int(value)
    except ValueError:
        raise InputError(msg("client.term-value", name=name, value=value, allowed="0, 1, 2 …")) from None
    if key == "retention-years":
        if number < MIN_RETENTION_YEARS or number > 100:
            raise InputError(msg("client.term-value", name=name, value=value, allowed=f"{MIN_RETENTION_YEARS}–100"))
        return replace(terms, retention_years=number)
    limit = MAX_DECISION if key == "decision-hours" else MAX_ERASURE
    unit = timedelta(days=1) if key == "deletion-days" else timedelta(hours=1)
    if not 0 <= number <= limit // unit:
        raise InputError(msg("client.term-looser", name=name, value=value, limit=limit // unit))
    period = number * unit
    return replace(terms, decision=period) if key == "decision-hours" else replace(terms, erasure=period)
