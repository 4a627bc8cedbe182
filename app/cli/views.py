"""Domain objects as the JSON of the contract. Fields may be added, never renamed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app.cli.moments import stamp
from app.domain.agreement import Agreement, AgreementState, Evidence
from app.domain.client import Client
from app.domain.copy import OutsideCopy
from app.domain.deletion import Residual
from app.domain.finding import Finding, Judgement, Reason
from app.domain.folder import WatchedFolder
from app.domain.moments import ClockJudgement
from app.domain.ports import Texts
from app.domain.settings import Effective

if TYPE_CHECKING:
    from app.actions.cards.items import CardItem
    from app.actions.copy_view import CopyView
    from app.actions.deadline_list import DeadlineRow
    from app.actions.deletion import DeletionItem
    from app.actions.doctor import Check
    from app.actions.projects import Closing, ProjectView
    from app.actions.scanning import ScanRow
    from app.actions.status import Status
    from app.actions.vault_rows import VaultItem
    from app.domain.certificate import IssuedCertificate
    from app.domain.journal import JournalCheck, JournalEntry, JournalHead
    from app.domain.working_file import WorkingFile

Document = dict[str, Any]


def client(item: Client) -> Document:
    terms = item.terms
    return {
        "id": item.id,
        "name": item.name,
        "variants": list(item.variants),
        "domains": list(item.domains),
        "tenant_ids": list(item.tenant_ids),
        "keywords": list(item.keywords),
        "hosts": list(item.hosts),
        "shares": list(item.shares),
        "mounts": list(item.mounts),
        "processor_domains": list(item.processor_domains),
        "contacts": [{"name": contact.name, "mail": contact.mail} for contact in item.contacts],
        "terms": {
            "deletion_hours": None if terms.erasure is None else int(terms.erasure.total_seconds() // 3600),
            "decision_hours": None if terms.decision is None else int(terms.decision.total_seconds() // 3600),
            "retention_years": terms.retention_years,
            "certificate_names": "hashed" if terms.hashed_names else "plain",
            "source": terms.source,
        },
        "origin": item.origin,
    }


def project(view: ProjectView) -> Document:
    item = view.project
    return {
        "id": item.id,
        "code": item.code,
        "client": view.client,
        "principal": item.principal,
        "goals": list(item.goals),
        "status": item.status.value,
        "closed_at": stamp(item.closed_at),
        "retention_until": stamp(item.retention_until),
        "members": [{"name": m.name, "mail": m.mail, "until": stamp(m.until)} for m in item.members],
        "documents": list(item.documents),
        "origin": item.origin,
        "open_findings": view.open_findings,
        "copies": view.copies,
        "overdue": view.overdue,
    }


def closing(plan: Closing) -> Document:
    return {
        "dry_run": plan.dry_run,
        "closed_at": stamp(plan.closed_at),
        "items": [
            {
                "copy": item.copy.id,
                "name": item.copy.name,
                "location": item.copy.location.value,
                "due_at": stamp(item.due_at),
                "action": item.action,
            }
            for item in plan.items
        ],
        "residuals": [residual(r) for r in plan.residuals],
    }


def agreement(item: Agreement, state: AgreementState, project_code: str) -> Document:
    return {
        "id": item.id,
        "project": project_code,
        "scope": item.scope,
        "purpose": item.purpose,
        "place": item.place.value,
        "agreed_with": {"name": item.agreed_with_name, "mail": item.agreed_with_mail},
        "agreed_at": stamp(item.agreed_at),
        "until": stamp(item.valid_until),
        "hold": item.hold,
        "evidence": evidence(item.evidence),
        "purpose_fulfilled_at": stamp(item.purpose_fulfilled_at),
        "withdrawn_at": stamp(item.withdrawn_at),
        "approved_at": stamp(item.approved_at),
        "state": state.value,
    }


def evidence(item: Evidence) -> Document:
    return {
        "name": item.name,
        "sha256": item.sha256,
        "bytes": item.size_bytes,
        "sender_domain": item.sender_domain,
    }


def reasons(items: Sequence[Reason]) -> list[Document]:
    return [{"type": reason.type.value, "detail": reason.detail} for reason in items]


def judgement_fields(judgement: Judgement) -> Document:
    return {
        "verdict": judgement.verdict.value,
        "kinds": dict(judgement.kinds),
        "reasons": reasons(judgement.reasons),
    }


def scan_row(row: ScanRow) -> Document:
    judgement = row.judgement
    return {
        "path": row.path,
        **judgement_fields(judgement),
        "client": row.client,
        "project": row.project,
        "special": judgement.special,
        "score": round(judgement.score, 3),
        "bytes": judgement.size_bytes,
        "ms": judgement.milliseconds,
        "error": judgement.error,
    }


def finding(item: Finding, clients: Mapping[str, str], projects: Mapping[str, str]) -> Document:
    resolution = item.resolution
    return {
        "id": item.id,
        "group": item.group,
        "path": item.path,
        "verdict": item.verdict.value,
        "kinds": dict(item.kinds),
        "reasons": reasons(item.reasons),
        "client": clients.get(item.client_id or ""),
        "project": projects.get(item.project_id or ""),
        "special": item.special,
        "state": item.state.value,
        "found_at": stamp(item.found_at),
        "decide_by": stamp(item.decide_by),
        "first_clean_up": item.first_clean_up,
        "place": item.is_place,
        "draft": item.draft,
        "resolution": None
        if resolution is None
        else {
            "how": resolution.how.value,
            "agreement": resolution.agreement_id,
            "reason": resolution.reason,
            "at": stamp(resolution.at),
        },
    }


def copy(view: CopyView, projects: Mapping[str, str]) -> Document:
    item = view.copy
    return {
        "id": item.id,
        "project": projects.get(item.project_id),
        "agreement": item.agreement_id,
        "location": item.location.value,
        "path": _path_of(item),
        "name": item.name,
        "bytes": item.size_bytes,
        "sha256": item.sha256,
        "state": view.state.value,
        "due_at": stamp(item.due_at),
        "planned_at": stamp(item.planned_at),
        "blocked_by": item.blocked_by,
        "trigger": None if item.trigger is None else item.trigger.value,
        "special": item.special,
        "further_of": item.further_of,
        "deleted_at": stamp(item.deleted_at),
        "method": item.method,
        "certificate": item.certificate_id,
    }


def _path_of(item: OutsideCopy) -> str | None:
    """Where plain text is now: an in-place copy's file, or a working file; nothing for what is sealed or elsewhere."""
    if item.location.value == "in-place":
        return item.path
    return item.checked_out_path if item.state.value == "checked-out" else None


def vault_item(item: VaultItem, projects: Mapping[str, str]) -> Document:
    return {
        "id": item.id,
        "project": projects.get(item.project_id or ""),
        "agreement": item.agreement_id,
        "name": item.name,
        "bytes": item.size_bytes,
        "sha256": item.sha256,
        "sealed_at": stamp(item.sealed_at),
        "state": item.state,
        "path": item.path,
        "due_at": stamp(item.due_at),
    }


def deadline(row: DeadlineRow, projects: Mapping[str, str]) -> Document:
    """Moments and words as they are: `as_json` writes them, and there can be 100,000 rows."""
    item = row.copy
    return {
        "copy": item.copy_id,
        "project": projects.get(item.project_id),
        "agreement": item.agreement_id,
        "trigger": item.trigger,
        "due_at": item.due_at,
        "planned_at": item.planned_at,
        "state": row.state,
        "seconds_late": row.seconds_late,
        "next_warning_at": row.next_warning_at,
    }


def residual(item: Residual) -> Document:
    return {"kind": item.kind.value, "where": item.where, "until": stamp(item.until)}


def deletion_item(item: DeletionItem, texts: Texts) -> Document:
    return {
        "copy": item.copy.id,
        "name": item.copy.name,
        "outcome": item.outcome.value,
        "method": item.method,
        "reason": None if item.reason is None else texts.render(item.reason),
        "residuals": [residual(r) for r in item.residuals],
    }


def certificate(item: IssuedCertificate, projects: Mapping[str, str]) -> Document:
    return {
        "id": item.id,
        "project": projects.get(item.project_id),
        "agreement": item.agreement_id,
        "issued_at": stamp(item.issued_at),
        "copies": item.copies,
        "methods": list(item.methods),
        "residuals": item.residuals,
        "complete": item.complete,
        "receipt": None if item.receipt is None else evidence(item.receipt),
        "supplement_to": item.supplement_to,
    }


def clock(judgement: ClockJudgement) -> Document:
    return {
        "state": judgement.state.value,
        "reason": judgement.reason.value,
        "highest_trusted_at": stamp(judgement.highest_trusted_at),
    }


def status(item: Status, titles: Mapping[str, str], texts: Texts) -> Document:
    return {
        "state": item.state.value,
        "clock": {"state": item.clock.state.value, "reason": item.clock.reason.value},
        "next_deadline": stamp(item.next_deadline),
        "notices": [texts.render(notice) for notice in item.notices],
        "rules": [
            {
                "id": rule.id,
                "title": titles.get(rule.id, rule.id),
                "state": rule.state.value,
                "sentence": texts.render(rule.sentence),
                "count": rule.count,
                "since": stamp(rule.since),
            }
            for rule in item.rules
        ],
    }


def check(item: Check, texts: Texts) -> Document:
    return {
        "id": item.id,
        "state": item.state.value,
        "sentence": texts.render(item.sentence),
        "fix": None if item.fix is None else texts.render(item.fix),
    }


def setting(item: Effective) -> Document:
    return {
        "key": item.key,
        "value": _plain(item.value),
        "default": _plain(item.default),
        "source": item.source.value,
        "locked": item.locked,
        "allowed": item.allowed,
    }


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def folder(item: WatchedFolder) -> Document:
    return {
        "id": item.id,
        "path": item.path,
        "kind": item.kind.value,
        "synchronised_by": item.synchronised_by,
        "last_reconciled_at": stamp(item.last_reconciled_at),
    }


def working_file(item: WorkingFile) -> Document:
    return {
        "path": item.path,
        "project": item.project,
        "modified_at": stamp(item.modified_at),
        "bytes": item.size_bytes,
    }


def card(item: CardItem, projects: Mapping[str, str]) -> Document:
    return {
        "id": item.id,
        "kind": item.kind,
        "version": item.version,
        "author": item.author,
        "role": item.role,
        "project": projects.get(item.project or "", item.project),
        "at": stamp(item.at),
        "state": item.state.value,
        "reason": item.reason,
    }


def journal_entry(item: JournalEntry, projects: Mapping[str, str]) -> Document:
    return {
        "seq": item.seq,
        "at": stamp(item.at),
        "event": item.event,
        "actor": item.actor,
        "role": item.role,
        "project": projects.get(item.project or "", item.project),
        "subject": item.subject,
        "outcome": item.outcome,
        "data": None if item.data is None else dict(item.data),
    }


def journal_head(head: JournalHead) -> Document:
    return {"seq": head.seq, "hash": head.hash, "at": stamp(head.at)}


def journal_check(item: JournalCheck) -> Document:
    return {
        "valid": item.valid,
        "entries": item.entries,
        "purged": item.purged,
        "first_bad": item.first_bad,
        "problem": None if item.problem is None else item.problem.value,
        "head": journal_head(item.head),
        "head_compared": item.head_compared,
        "fingerprint": item.fingerprint,
    }
