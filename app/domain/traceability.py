"""Which part keeps a requirement, and which journal events prove it. What is not listed is planned, never green."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from app.domain.rules import RuleState


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """`kept_by`: modules, the guard or action first. `events`: what the journal shows; empty where a test is the proof."""

    id: str
    kept_by: tuple[str, ...]
    events: tuple[str, ...] = ()


def _trace(id_: str, kept_by: str, events: str = "") -> tuple[str, Trace]:
    return id_, Trace(id=id_, kept_by=tuple(f"app.{name}" for name in kept_by.split()), events=tuple(events.split()))


TRACES: Final[Mapping[str, Trace]] = MappingProxyType(
    dict(
        (
            _trace("VR-K1", "guards.copies detect", "finding.opened"),
            _trace("VR-P1a", "guards.copies actions.findings", "finding.opened finding.resolved"),
            _trace("VR-P1b", "guards.copies actions.clients", "env.matched"),
            _trace("VR-P2", "actions.audience domain.audience", "audience.checked"),
            _trace("VR-P3", "actions.agreements actions.findings", "agreement.linked finding.resolved"),
            _trace("VR-P4", "guards.deletion actions.deletion", "deletion.intended copy.deleted certificate.issued"),
            _trace("VR-P5a", "guards.documents actions.documents", "doc.queued doc.flagged"),
            _trace("VR-P5b", "actions.documents domain.document_policy", "doc.flagged doc.released"),
            _trace("VR-P6", "guards.idle_lock actions.locking", "lock.day lock.failed"),
            _trace("VR-P7", "actions.team_status guards.team_status", "status.published"),
            _trace("VR-R1", "actions.retention domain.retention", "retention.blocked retention.decided"),
            _trace("VR-S1a", "guards.health actions.health", "health.changed health.attested"),
            _trace("VR-S1b", "guards.health actions.health", "health.changed"),
            _trace("VR-S3", "remote.office365.sign_in actions.signing_in", "signin.refused"),
            _trace("VR-S2", "actions.documents guards.documents", "doc.verified restore.drilled"),
            _trace("VR-S4", "actions.health_records", "partner.reviewed"),
            _trace("VR-U1", "actions.agreements", "purpose.set"),
            _trace("VR-U5a", "actions.working_files guards.upkeep", "temp.moved"),
            _trace(
                "VR-U5b",
                "guards.deletion actions.agreements actions.cloud_copies",
                "agreement.fulfilled copy.deleted cloud.removed",
            ),
            _trace("VT-A4", "actions.clients", "dpa.applied"),
            _trace("VT-B2", "domain.events store domain.team_record"),
            _trace("VT-B4", "remote.office365.http actions.team_status"),
            _trace("VT-C1", "actions.access domain.access", "access.denied"),
            _trace("VT-C3", "actions.access domain.access", "access.denied member.removed"),
            _trace("VT-C4", "actions.cards actions.team_status", "card.refused status.rejected"),
            _trace("VT-C5", "remote.office365.sign_in"),
            _trace("VT-C6", "actions.signing_in", "signin.succeeded signin.refused signin.failed signin.signed-out"),
            _trace("VT-O1", "actions.storage_places domain.storage_place"),
            _trace("VT-S1", "remote.office365.http"),
            _trace("VT-T2", "actions.projects guards.deletion", "contract.closed copy.due-set"),
            _trace("VT-T3", "actions.clients domain.deadline", "term.set"),
            _trace("VT-U1", "actions.copies actions.agreements", "copy.assessed agreement.approved"),
            _trace("VT-U2", "guards.health actions.health", "health.checked health.changed"),
        )
    )
)


def state_when_nothing_is_known(requirement_id: str) -> RuleState:
    """What a row says before any guard looked: a check that has not run is unknown, what is not built is planned."""
    return RuleState.UNKNOWN if requirement_id in TRACES else RuleState.PLANNED
