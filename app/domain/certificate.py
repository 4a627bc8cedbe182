"""The declaration of destruction: what was deleted, when, how, under which agreement, and what remains."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.domain.agreement import Evidence
from app.domain.deletion import Method, Residual


class DeclaredOutcome(StrEnum):
    """What a declaration claims. *Vernietigd* is said of `destroyed` alone. Source: contract, glossary."""

    DESTROYED = "destroyed"
    WITH_RESIDUALS = "deleted-with-residuals"
    INCOMPLETE = "deleted-incomplete"
    ATTESTED = "deleted-attested"


def declared_outcome(*, residuals: int, complete: bool, methods: Collection[str]) -> DeclaredOutcome:
    """`destroyed` only where nothing remains and nothing rests on a person's word alone; else what keeps it from that."""
    if residuals:
        return DeclaredOutcome.WITH_RESIDUALS
    if not complete:
        return DeclaredOutcome.INCOMPLETE
    if not methods or Method.ATTESTED in methods:
        return DeclaredOutcome.ATTESTED
    return DeclaredOutcome.DESTROYED


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPlace:
    """A place where plain text was, and how it left there."""

    where: str
    method: Method


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateItem:
    """`name` is the file name, or `hmac-sha256:…` where the client wants no names. `due_at`: the deadline it met or missed."""

    copy_id: str
    name: str
    sha256: str | None
    size_bytes: int
    location: str
    method: Method
    deleted_at: datetime
    due_at: datetime | None
    places: tuple[PlainPlace, ...] = ()
    attested_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateContent:
    """Everything that is signed. `disk_encrypted`: None means it could not be told. `complete`: no copy under the
    agreement is left on this laptop."""

    id: str
    issued_at: datetime
    firm: str
    client: str
    project_code: str
    agreement_id: str
    agreement_scope: str
    agreement_purpose: str
    agreed_with: str
    agreed_at: datetime
    evidence_sha256: str
    trigger: str
    trigger_at: datetime | None
    items: tuple[CertificateItem, ...]
    residuals: tuple[Residual, ...]
    disk_encrypted: bool | None
    device: str
    complete: bool
    journal_seq: int
    journal_hash: str
    supplement_to: tuple[str, str] | None = None  # number and id of the declaration whose residuals it tells the end of


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateHead:
    """What is known of a declaration without its document. `receipt`: the client's word that it was received. One about a
    whole project speaks of no single agreement; `supplement_to`: the declaration whose residuals it tells the end of."""

    id: str
    project_id: str
    agreement_id: str | None
    issued_at: datetime
    copies: int
    methods: tuple[str, ...]
    residuals: int
    complete: bool
    receipt: Evidence | None = None
    receipt_at: datetime | None = None
    supplement_to: str | None = None

    @property
    def outcome(self) -> DeclaredOutcome:
        return declared_outcome(residuals=self.residuals, complete=self.complete, methods=self.methods)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedCertificate(CertificateHead):
    """`document` is the signed JSON object as it is handed out."""

    document: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateCheck:
    """`signature`: valid | invalid; `signer`: known | unknown; `problem`: a message id or None."""

    valid: bool
    signature: str
    signer: str
    fingerprint: str | None
    problem: str | None
