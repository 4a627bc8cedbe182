"""What people vouch for: IT for a device or account that this program cannot see, the firm for its IT partner.

Source: VR-S1a (tablets are attested by IT), VT-U2 (a second factor is attested), VR-S4 (partner, contact, yearly review).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from app.domain.messages import Message, msg
from app.domain.rules import RuleState

SECOND_FACTOR: Final = "mfa"  # the one name that is no device: that signing in needs a second factor
ENDS_SOON = timedelta(days=14)
REVIEW_EVERY = timedelta(days=366)  # a year, leap years included
REVIEW_SOON = timedelta(days=30)

Standing = tuple[RuleState, Message]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """`attested_by` says that `device` is protected, until `until`. A later one about the same device takes its place."""

    id: str
    device: str
    attested_by: str
    attested_at: datetime
    until: datetime

    @property
    def is_about_account(self) -> bool:
        return self.device.casefold() == SECOND_FACTOR


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerReview:
    """The IT partner that secures the network, whom to reach there, and when that was last looked at together."""

    id: str
    name: str
    contact: str
    reviewed_at: datetime
    recorded_at: datetime


def review_by_policy(name: str, contact: str, reviewed: str) -> PartnerReview | None:
    """What IT set for every laptop at once; None where a part is missing or `reviewed` is no day (2026-11-02)."""
    try:
        at = datetime.combine(date.fromisoformat(reviewed.strip()), time(), UTC)
    except ValueError:
        return None
    if not name.strip() or not contact.strip():
        return None
    return PartnerReview(id="policy", name=name.strip(), contact=contact.strip(), reviewed_at=at, recorded_at=at)


def second_factor_by_policy(until: str, now: datetime) -> Attestation | None:
    """IT's word for every laptop at once that signing in needs a second factor; None where `until` is no day."""
    try:
        end = datetime.combine(date.fromisoformat(until.strip()), time(), UTC)
    except ValueError:
        return None
    return Attestation(id="policy", device=SECOND_FACTOR, attested_by="IT", attested_at=now, until=end)


def newest_review(*reviews: PartnerReview | None) -> PartnerReview | None:
    """The one of the latest review, whoever recorded it."""
    known = [review for review in reviews if review is not None]
    return max(known, key=lambda review: review.reviewed_at, default=None)


def latest(attestations: Iterable[Attestation]) -> tuple[Attestation, ...]:
    """The last one about each device, in the order in which they were given."""
    by_device = {attestation.device.casefold(): attestation for attestation in attestations}
    return tuple(by_device.values())


def attestation_standing(attestation: Attestation, now: datetime) -> Standing:
    by, until = attestation.attested_by, attestation.until
    if now >= until:
        return RuleState.ATTENTION, msg("health.attestation-ended", by=by, until=until)
    if until - now <= ENDS_SOON:
        return RuleState.ATTENTION, msg("health.attestation-ends", by=by, until=until)
    return RuleState.OK, msg("health.attested", by=by, until=until)


def partner_standing(review: PartnerReview | None, now: datetime) -> Standing:
    """VR-S4. What nobody recorded is unknown; a review of more than a year ago is due."""
    if review is None:
        return RuleState.UNKNOWN, msg("rule.partner-none")
    due = review.reviewed_at + REVIEW_EVERY
    if now >= due:
        return RuleState.ATTENTION, msg("rule.partner-due", name=review.name, at=review.reviewed_at)
    if due - now <= REVIEW_SOON:
        return RuleState.OK, msg("rule.partner-soon", name=review.name, at=review.reviewed_at)
    return RuleState.OK, msg("rule.partner-ok", name=review.name, at=review.reviewed_at)
