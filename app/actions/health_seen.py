"""How the device's protection stands as of the last look, read from the store and judged by what counts now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

import msgspec

from app.domain.health import OLDEST_LOOK, HealthCheck, HealthFacts, HealthFinding, HealthLimits
from app.domain.health_baseline import BaselineReading
from app.domain.health_judging import judge, not_looked
from app.domain.health_records import Attestation, PartnerReview, newest_review, second_factor_by_policy
from app.domain.messages import msg
from app.store import Session

LOOK: Final = "health.look"  # note: when the system was last asked, and what it told
STATE: Final = "health.state."  # notes: the state of each check, and the day since when it has it


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthLook:
    at: datetime
    facts: HealthFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthStandards:
    """What facts are judged by: IT's baseline and its limits. `partner`, `second_factor_until`: what IT set
    by policy for every laptop."""

    baseline: BaselineReading = field(default_factory=BaselineReading)
    limits: HealthLimits = field(default_factory=HealthLimits)
    partner: PartnerReview | None = None
    second_factor_until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthSeen:
    """`findings` of this laptop; `looked_at`: when; `since`: the day since when a check has its state, by check."""

    findings: tuple[HealthFinding, ...] = ()
    looked_at: datetime | None = None
    since: Mapping[HealthCheck, datetime] = field(default_factory=dict)
    attestations: tuple[Attestation, ...] = ()
    partner: PartnerReview | None = None

    def of(self, *checks: HealthCheck) -> tuple[HealthFinding, ...]:
        return tuple(finding for finding in self.findings if finding.check in checks)


def last_look(session: Session) -> HealthLook | None:
    """None for none, and for one that another version wrote in a shape that is not known here."""
    noted = session.notes.get(LOOK)
    if noted is None:
        return None
    try:
        return msgspec.convert(noted, type=HealthLook)
    except msgspec.ValidationError:
        return None


def health_seen(session: Session, now: datetime, standards: HealthStandards) -> HealthSeen:
    look = last_look(session)
    return HealthSeen(
        findings=judged(look, now, standards),
        looked_at=None if look is None else look.at,
        since=_since(session.notes.listing(STATE)),
        attestations=_attestations(session, now, standards),
        partner=newest_review(session.partner_reviews.latest(), standards.partner),
    )


def _attestations(session: Session, now: datetime, standards: HealthStandards) -> tuple[Attestation, ...]:
    """What IT says by policy goes before what was recorded here."""
    recorded = session.attestations.latest()
    by_policy = second_factor_by_policy(standards.second_factor_until, now)
    if by_policy is None:
        return recorded
    return (by_policy, *(attestation for attestation in recorded if not attestation.is_about_account))


def judged(look: HealthLook | None, now: datetime, standards: HealthStandards) -> tuple[HealthFinding, ...]:
    """What nobody looked at, or too long ago, is unknown."""
    if look is None:
        return not_looked(msg("health.never-looked"))
    if now - look.at > OLDEST_LOOK:
        return not_looked(msg("health.look-old", at=look.at))
    return judge(look.facts, standards.baseline, now, standards.limits)


def _since(noted: Mapping[str, Any]) -> dict[HealthCheck, datetime]:
    known = {key.removeprefix(STATE): value for key, value in noted.items()}
    return {check: datetime.fromisoformat(known[check]["since"]) for check in HealthCheck if check in known}
