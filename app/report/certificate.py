"""Signs declarations of destruction and checks them. Source: contract, Certificate."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from app.domain.certificate import CertificateCheck, CertificateContent
from app.domain.errors import InputError
from app.domain.messages import Message, msg
from app.domain.ports import Signer
from app.domain.signatures import ALGORITHM, canonical, fingerprint
from app.report.document import SCHEMA, TYPE, Bilingual, describe
from app.report.plain import moment_of
from app.report.signed import is_key, signed_by
from app.report.statement import is_valid_at, normal_fingerprint, read_statement, vouches


def sign(
    content: CertificateContent, signer: Signer, statement: Mapping[str, Any] | None, texts: Bilingual
) -> dict[str, Any]:
    """The declaration as it is handed out: signed are the RFC 8785 bytes of the object without `signature`.

    `statement`: the firm's word for this device's key (see `statement_for`), carried along so that the client needs the
    firm's fingerprint only.
    """
    document = describe(content, texts)
    if statement is not None:
        document["statement"] = dict(statement)
    value = signer.sign(canonical(document))
    document["signature"] = {"algorithm": ALGORITHM, "key": signer.public_key, "value": value}
    return document


def to_json(document: Mapping[str, Any]) -> bytes:
    """The file a person can read; its line breaks and order do not matter to the signature."""
    return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"


def verify(
    document: object, *, firm_key: str | None, statements: Sequence[str], fingerprint: str | None
) -> CertificateCheck:
    """Check a declaration. Never raises for what is in `document`.

    `firm_key`: the policy's, as base64 public key or as fingerprint. `statements`: the policy's. `fingerprint`: what the
    person trusts (`--key`), of the firm's or of the device's key; it then counts instead of the policy's firm key. Where a
    key to compare with is known, only a known signer makes a valid declaration. Raises InputError for a `fingerprint`
    that is none.
    """
    trusted = _trusted(firm_key, fingerprint)
    if not isinstance(document, Mapping):
        return _invalid(msg("certificate.problem-no-declaration"))
    if document.get("type") != TYPE or document.get("schema") != SCHEMA or isinstance(document.get("schema"), bool):
        return _invalid(msg("certificate.problem-no-declaration"))
    if "signature" not in document:
        return _invalid(msg("certificate.problem-unsigned"))
    device = signed_by(document)
    issued_at = moment_of(document.get("issued_at"))
    if device is None or issued_at is None:
        return _invalid(msg("certificate.problem-signature"))
    problem = _signer_problem(document, device, issued_at, trusted, statements)
    return CertificateCheck(
        valid=problem is None or trusted is None,
        signature="valid",
        signer="known" if problem is None else "unknown",
        fingerprint=device,
        problem=None if problem is None else problem.id,
    )


def _trusted(firm_key: str | None, given: str | None) -> str | None:
    if given is not None:
        known = normal_fingerprint(given)
        if known is None:
            raise InputError(msg("certificate.key-format"))
        return known
    if not firm_key:
        return None
    # A key that IT mistyped fits nobody; it does not make every signer good enough.
    return fingerprint(firm_key) if is_key(firm_key) else normal_fingerprint(firm_key) or firm_key


def _invalid(problem: Message) -> CertificateCheck:
    return CertificateCheck(valid=False, signature="invalid", signer="unknown", fingerprint=None, problem=problem.id)


def _signer_problem(
    document: Mapping[str, Any], device: str, issued_at: datetime, trusted: str | None, statements: Sequence[str]
) -> Message | None:
    """Why the signer is not known; None when it is."""
    if trusted is None:
        return msg("certificate.problem-signer-unknown")
    if trusted == device:
        return None
    candidates = [document.get("statement"), *(read_statement(text) for text in statements)]
    fitting = [
        statement
        for statement in candidates
        if isinstance(statement, Mapping) and vouches(statement, device) == trusted
    ]
    if any(is_valid_at(statement, issued_at) for statement in fitting):
        return None
    return msg("certificate.problem-statement-period") if fitting else msg("certificate.problem-signer-other")
