"""Device health as the JSON of the contract: this laptop check by check, then what people vouch for."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.cli.moments import stamp
from app.domain.health import HealthFinding
from app.domain.health_records import SECOND_FACTOR, Attestation, PartnerReview, attestation_standing
from app.domain.messages import check_text, msg
from app.domain.ports import Texts

if TYPE_CHECKING:
    from app.actions.health_seen import HealthSeen

Document = dict[str, Any]
ATTESTATION = "attestation"  # the check of what cannot be looked at from here


def rows(seen: HealthSeen, device: str, now: datetime, texts: Texts) -> list[Document]:
    """`device`: the id of this laptop."""
    here = [_finding(finding, device, seen.looked_at, texts) for finding in seen.findings]
    return here + [attested(attestation, now, texts) for attestation in seen.attestations]


def attested(attestation: Attestation, now: datetime, texts: Texts) -> Document:
    state, sentence = attestation_standing(attestation, now)
    return {
        "device": attestation.device,
        "check": SECOND_FACTOR if attestation.is_about_account else ATTESTATION,
        "state": state.value,
        "sentence": texts.render(sentence),
        "fix": None,
        "checked_at": stamp(attestation.attested_at),
        "attested_by": attestation.attested_by,
        "until": stamp(attestation.until),
    }


def partner(review: PartnerReview) -> Document:
    return {"name": review.name, "contact": review.contact, "reviewed_at": stamp(review.reviewed_at)}


def readable(row: Document, texts: Texts) -> Document:
    """The same for a table: this laptop as people call it, checks by their names."""
    is_here = row["attested_by"] is None
    device = texts.render(msg("health.this-laptop")) if is_here else row["device"]
    return {**row, "device": device, "check": texts.render(check_text(row["check"]))}


def _finding(finding: HealthFinding, device: str, looked_at: datetime | None, texts: Texts) -> Document:
    return {
        "device": device,
        "check": finding.check.value,
        "state": finding.state.value,
        "sentence": texts.render(finding.sentence),
        "fix": None if finding.fix is None else texts.render(finding.fix),
        "checked_at": stamp(looked_at),
        "attested_by": None,
        "until": None,
    }
