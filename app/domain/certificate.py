"""The declaration of destruction: what was deleted, when, how, under which agreement, and what remains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.deletion import Method, Residual


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


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedCertificate:
    """`document` is the signed JSON object as it is handed out."""

    id: str
    project_id: str
    agreement_id: str
    issued_at: datetime
    copies: int
    methods: tuple[str, ...]
    residuals: int
    complete: bool
    document: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateCheck:
    """`signature`: valid | invalid; `signer`: known | unknown; `problem`: a message id or None."""

    valid: bool
    signature: str
    signer: str
    fingerprint: str | None
    problem: str | None
