"""The answer to a client's "what do you hold of us": counts, dates and agreements; no names of files. Source: VR-P3, VR-P4."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.copy import CopyState
from app.domain.deletion import Residual
from app.domain.messages import Message, msg
from app.domain.ports import Texts
from app.domain.project_declaration import LaptopReport, is_complete
from app.domain.rules import RuleState
from app.domain.storage_place import StoragePlace, StoreKind
from app.report.document import number_of, residual_text
from app.report.plain import iso, signable
from app.report.project_declaration import laptop_text, missing

TYPE = "client-report"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedAgreement:
    project: str
    scope: str
    purpose: str
    agreed_with: str
    agreed_at: datetime
    until: datetime | None
    state: str  # AgreementState


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldCopies:
    """Copies that share project, place, state and deadline."""

    project: str
    location: str  # Location
    state: str  # CopyState
    due_at: datetime | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedDeletion:
    """One declaration: its id, and how many residuals it names. `supplement_to`: the id of one whose residuals it tells the
    end of."""

    project: str
    certificate: str
    issued_at: datetime
    copies: int
    methods: tuple[str, ...]
    residuals: int
    supplement_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedProject:
    """A project with the word of every laptop about it; `laptops` is empty while it is not closed."""

    project: str
    closed_at: datetime | None
    laptops: tuple[LaptopReport, ...] = ()

    @property
    def is_complete(self) -> bool:
        return self.closed_at is not None and is_complete(self.laptops)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientReport:
    """`measures`: the rules that are kept: id, state, sentence."""

    firm: str
    client: str
    as_of: datetime
    agreements: tuple[ReportedAgreement, ...] = ()
    copies: tuple[HeldCopies, ...] = ()
    deletions: tuple[ReportedDeletion, ...] = ()
    residuals: tuple[Residual, ...] = ()
    measures: tuple[tuple[str, RuleState, Message], ...] = ()
    projects: tuple[ReportedProject, ...] = ()
    storage: tuple[StoragePlace, ...] = ()


def copies_outside(report: ClientReport) -> int:
    return sum(copies.count for copies in report.copies if copies.state != CopyState.DELETED)


def headline(report: ClientReport) -> Message:
    """The answer in one sentence."""
    count = copies_outside(report)
    if count == 0:
        return msg("client-report.headline-nothing", client=report.client)
    return msg("client-report.headline", n=count, client=report.client)


def client_report_document(report: ClientReport, texts: Texts) -> dict[str, Any]:
    """The report as a JSON object; sentences in the language of `texts`."""
    return {
        "schema": 1,
        "type": TYPE,
        "firm": signable(report.firm),
        "client": signable(report.client),
        "as_of": iso(report.as_of),
        "language": texts.language,
        "sentence": signable(texts.render(headline(report))),
        "copies_outside": copies_outside(report),
        "agreements": [_agreement(agreement) for agreement in report.agreements],
        "copies": [_copies(copies) for copies in report.copies],
        "deletions": [_deletion(deletion) for deletion in report.deletions],
        "residuals": [_residual(residual, texts) for residual in report.residuals],
        "measures": [_measure(measure, texts) for measure in report.measures],
        "projects": [_project(project, texts) for project in report.projects],
        "storage": [_storage(place, texts) for place in report.storage],
        "limits": [texts.render(msg("client-report.limits"))],
    }


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else iso(moment)


def _agreement(agreement: ReportedAgreement) -> dict[str, Any]:
    return {
        "project": signable(agreement.project),
        "scope": signable(agreement.scope),
        "purpose": signable(agreement.purpose),
        "agreed_with": signable(agreement.agreed_with),
        "agreed_at": iso(agreement.agreed_at),
        "until": _iso(agreement.until),
        "state": str(agreement.state),
    }


def _copies(copies: HeldCopies) -> dict[str, Any]:
    return {
        "location": str(copies.location),
        "project": signable(copies.project),
        "due_at": _iso(copies.due_at),
        "state": str(copies.state),
        "count": copies.count,
    }


def _deletion(deletion: ReportedDeletion) -> dict[str, Any]:
    return {
        "number": number_of(deletion.certificate, deletion.issued_at),
        "certificate": deletion.certificate,
        "project": signable(deletion.project),
        "issued_at": iso(deletion.issued_at),
        "copies": deletion.copies,
        "methods": list(deletion.methods),
        "residuals": deletion.residuals,
        "supplement_to": deletion.supplement_to,
    }


def _project(project: ReportedProject, texts: Texts) -> dict[str, Any]:
    return {
        "project": signable(project.project),
        "closed_at": _iso(project.closed_at),
        "complete": project.is_complete,
        "laptops": [_laptop(laptop, texts) for laptop in project.laptops],
        "not_reported": missing(project.laptops),
    }


def _laptop(laptop: LaptopReport, texts: Texts) -> dict[str, Any]:
    return {
        "device": laptop.device,
        "person": None if laptop.person is None else signable(laptop.person),
        "state": laptop.state.value,
        "at": _iso(laptop.at),
        "text": texts.render(laptop_text(laptop.state)),
    }


def _storage(place: StoragePlace, texts: Texts) -> dict[str, Any]:
    return {
        "store": place.kind.value,
        "name": texts.render(store_text(place.kind)),
        "country": place.country,
        "law": None if place.law is None else signable(place.law),
        "in_eea": None if place.country is None else not place.is_outside_eea,
    }


def store_text(kind: StoreKind) -> Message:
    return {
        StoreKind.OFFICE365: msg("storage.office365"),
        StoreKind.FOLDER: msg("storage.folder"),
        StoreKind.LAPTOP: msg("storage.laptop"),
    }[kind]


def _measure(measure: tuple[str, RuleState, Message], texts: Texts) -> dict[str, str]:
    id_, state, sentence = measure
    return {"rule": id_, "state": state.value, "sentence": signable(texts.render(sentence))}


def _residual(residual: Residual, texts: Texts) -> dict[str, Any]:
    return {
        "kind": residual.kind.value,
        "text": texts.render(residual_text(residual.kind.value)),
        "where": signable(residual.where),
        "until": _iso(residual.until),
    }


def agreement_state_text(state: str) -> Message:
    texts = {
        "active": msg("client-report.agreement-active"),
        "ended": msg("client-report.agreement-ended"),
        "withdrawn": msg("client-report.agreement-withdrawn"),
        "hold": msg("client-report.agreement-hold"),
    }
    return texts.get(state, msg("certificate.as-written", text=state))


def copy_state_text(state: str) -> Message:
    texts = {
        "kept": msg("client-report.copy-kept"),
        "checked-out": msg("client-report.copy-checked-out"),
        "overdue": msg("client-report.copy-overdue"),
        "blocked": msg("client-report.copy-blocked"),
        "asked": msg("client-report.copy-asked"),
        "waiting-for-time": msg("client-report.copy-waiting-for-time"),
        "deleted": msg("client-report.copy-deleted"),
        "not-proven": msg("client-report.copy-not-proven"),
    }
    return texts.get(state, msg("certificate.as-written", text=state))
