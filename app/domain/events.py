"""The journal's events and the fields each may carry. Ids, counts, states, dates; no names, no paths, no values.

A field that is not listed here cannot be written (VT-B2); a test keeps the list to harmless types.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from types import MappingProxyType
from typing import Final

Value = str | int | bool | None | dict[str, int] | list[str]


class Term(Enum):
    """How long the payload is kept (rules for every row; IT may differ). The header stays, so the chain stays whole."""

    SIGN_IN = timedelta(days=92)
    FINDING = timedelta(days=184)
    PROJECT = timedelta(days=5 * 366)


@dataclass(frozen=True, slots=True)
class EventType:
    name: str
    fields: frozenset[str]
    term: Term


def _event(name: str, fields: str = "", term: Term = Term.PROJECT) -> tuple[str, EventType]:
    return name, EventType(name, frozenset(fields.split()), term)


EVENTS: Final = MappingProxyType(
    dict(
        (
            _event("store.created", "key_source schema"),
            _event("store.migrated", "from_version to_version"),
            _event("store.restored", "entries"),
            _event("backup.made", "bytes"),
            _event("program.removed", "day count"),
            _event("client.added", "domains tenants hosts processors contacts"),
            _event("client.changed", "fields"),
            _event("term.set", "name source_given"),
            _event("dpa.applied", "name"),
            _event("project.added", "client goals members documents"),
            _event("project.changed", "fields"),
            _event("project.closed", "closed_at copies late"),
            _event("contract.closed", "copies"),
            _event("project.reopened", "taken_back copies"),
            _event("project.client-request", "evidence"),
            _event("member.added", "until"),
            _event("member.removed", "until"),
            _event("agreement.linked", "place evidence until hold"),
            _event("agreement.fulfilled", "at copies"),
            _event("agreement.withdrawn", "evidence copies"),
            _event("agreement.approved", ""),
            _event("purpose.set", "goal"),
            _event("folder.added", "kind synchronised", Term.FINDING),
            _event("folder.removed", "kind", Term.FINDING),
            _event("env.matched", "client kind", Term.FINDING),
            _event("temp.moved", "count"),
            _event("doc.queued", "day count"),
            _event("doc.verified", "day count"),
            _event("doc.flagged", "why", Term.FINDING),
            _event("doc.released", "why"),
            _event("doc.conflict", "why", Term.FINDING),
            _event("doc.solved", "how", Term.FINDING),
            _event("doc.failed", "why", Term.FINDING),
            _event("doc.braked", "count files", Term.FINDING),
            _event("restore.drilled", "files count failed"),
            _event("finding.opened", "verdict kinds reasons client files special", Term.FINDING),
            _event("finding.resolved", "how agreement", Term.FINDING),
            _event("finding.forgotten", "", Term.FINDING),
            _event("finding.vanished", "", Term.FINDING),
            _event("copy.assessed", "special approved"),
            _event("copy.added", "location agreement due_at trigger further_of"),
            _event("copy.moved", "from_agreement to_agreement due_at"),
            _event("copy.planned", "planned_at"),
            _event("copy.renewed", ""),
            _event("copy.asked", "why"),
            _event("copy.confirmed", "what"),
            _event("copy.due-set", "due_at trigger"),
            _event("vault.sealed", "bytes"),
            _event("vault.opened", ""),
            _event("vault.resealed", "changed"),
            _event("vault.snapshot", ""),
            _event("vault.damaged", "problem"),
            _event("key.created", "purpose"),
            _event("key.destroyed", "purpose"),
            _event("deletion.intended", "agreement location trigger due_at"),
            _event("deletion.blocked", "reason attempts"),
            _event("copy.deleted", "method agreement residuals seconds_late"),
            _event("copy.not-proven", "reason"),
            _event("finding.deleted", "result", Term.FINDING),
            _event("certificate.issued", "agreement copies complete residuals methods"),
            _event("certificate.receipt", "evidence changed"),
            _event("clock.suspect", "reason"),
            _event("clock.trusted", "reason"),
            _event("clock.confirmed", ""),
            _event("card.published", "kind version"),
            _event("card.accepted", "kind version author"),
            _event("card.refused", "kind version author reason"),
            _event("team.accepted", "fingerprint"),
            _event("team.retired", "reason_given"),
            _event("status.published", "sequence day", Term.FINDING),
            _event("status.rejected", "reason device"),
            _event("team.looked", "day laptops", Term.FINDING),
            _event("team.reported", "first_day last_day laptops", Term.FINDING),
            _event("audience.checked", "count refused", Term.FINDING),
            _event("audience.place-seen", "count refused unknown", Term.FINDING),
            _event("retention.blocked", "reason until"),
            _event("retention.decided", "until released"),
            _event("records.intended", "count documents"),
            _event("records.deleted", "count documents"),
            _event("records.removed-there", "answers failed"),
            _event("cloud.found", "kind"),
            _event("cloud.removed", "answer"),
            _event("project.declared", "complete copies count"),
            _event("signin.succeeded", "way", Term.SIGN_IN),
            _event("signin.refused", "way reason", Term.SIGN_IN),
            _event("signin.failed", "way reason", Term.SIGN_IN),
            _event("signin.signed-out", "", Term.SIGN_IN),
            _event("access.denied", "command role", Term.SIGN_IN),
            _event("policy.changed", "state", Term.FINDING),
            _event("settings.changed", "key", Term.FINDING),
            _event("guard.state", "guard state", Term.FINDING),
            _event("lock.day", "day locked not_confirmed failed", Term.FINDING),
            _event("lock.failed", "day reason", Term.FINDING),
            _event("health.changed", "day check state", Term.FINDING),
            _event("health.checked", "day state", Term.FINDING),
            _event("health.attested", "until about"),
            _event("partner.reviewed", "at"),
            _event("scan.paused", "count", Term.FINDING),
            _event("scan.resumed", "", Term.FINDING),
            _event("record.purged", "count first last", Term.PROJECT),
        )
    )
)
