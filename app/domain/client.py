"""The client register: who the clients are and how their environment is recognised."""

from __future__ import annotations

from dataclasses import dataclass, field
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


TERM_NAMES = ("deletion-days", "deletion-hours", "decision-hours", "retention-years", "certificate-names")


def with_term(terms: ClientTerms, name: str, value: str) -> ClientTerms:
    """`terms` with one term set from text. Raises InputError for an unknown name or a value looser than the procedure."""
    from dataclasses import replace

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
