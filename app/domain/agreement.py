"""What a client demonstrably agreed may be outside its environment. Source: VR-P3."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

REVIEW_AFTER = timedelta(days=90)  # an agreement without an end asks for attention


class Place(StrEnum):
    LAPTOP = "laptop"
    OFFICE365 = "office365"
    ELSEWHERE = "elsewhere"


class AgreementState(StrEnum):
    ACTIVE = "active"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    HOLD = "hold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The document that proves something: its own id names the sealed file. `sender_domain` where it is a mail."""

    id: str
    name: str
    sha256: str
    size_bytes: int
    sender_domain: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    id: str
    project_id: str
    scope: str
    purpose: str
    place: Place
    agreed_with_name: str
    agreed_with_mail: str
    agreed_at: datetime
    registered_at: datetime
    evidence: Evidence
    valid_until: datetime | None = None
    hold: bool = False
    purpose_fulfilled_at: datetime | None = None
    withdrawn_at: datetime | None = None
    withdrawal_evidence: Evidence | None = None
    approved_at: datetime | None = None  # the lead's approval for special categories (VT-U1)
    approved_by: str | None = None
    origin: str = "local"


def state_of(agreement: Agreement, now: datetime) -> AgreementState:
    if agreement.withdrawn_at is not None and agreement.withdrawn_at <= now:
        return AgreementState.WITHDRAWN
    ends = [t for t in (agreement.valid_until, agreement.purpose_fulfilled_at) if t is not None]
    if ends and min(ends) <= now:
        return AgreementState.ENDED
    return AgreementState.HOLD if agreement.hold else AgreementState.ACTIVE


def accepts_copies(agreement: Agreement, now: datetime) -> bool:
    """Whether another copy may be brought under it now."""
    return state_of(agreement, now) in (AgreementState.ACTIVE, AgreementState.HOLD)


def needs_review(agreement: Agreement, now: datetime) -> bool:
    """An agreement without an end asks for attention after 90 days. Source: design, Agreement."""
    open_ended = agreement.valid_until is None and accepts_copies(agreement, now)
    return open_ended and now - agreement.agreed_at >= REVIEW_AFTER
