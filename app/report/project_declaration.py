"""The declaration about a whole project: what this laptop's declarations say, put together, with the word of every laptop.

It has the shape of any declaration, so that the same tools check it; `laptops` and `declarations` are its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.certificate import DeclaredOutcome, declared_outcome
from app.domain.messages import Message, msg
from app.domain.ports import Signer, Texts
from app.domain.project_declaration import LaptopReport, LaptopState, is_complete
from app.domain.signatures import ALGORITHM, canonical
from app.report.document import SCHEMA, TYPE, Bilingual, number_of
from app.report.plain import iso, moment_of, signable


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectDeclaration:
    """`parts`: the signed documents of the project that this laptop issued, supplements after what they supplement.
    `agreements`: each as in a declaration's `agreement`."""

    id: str
    issued_at: datetime
    firm: str
    device: str
    client: str
    project_code: str
    closed_at: datetime
    agreements: tuple[Mapping[str, Any], ...]
    parts: tuple[Mapping[str, Any], ...]
    laptops: tuple[LaptopReport, ...]
    disk_encrypted: bool | None
    journal_seq: int
    journal_hash: str


def sign_project(
    declaration: ProjectDeclaration, signer: Signer, statement: Mapping[str, Any] | None, texts: Bilingual
) -> dict[str, Any]:
    document = describe_project(declaration, texts)
    if statement is not None:
        document["statement"] = dict(statement)
    value = signer.sign(canonical(document))
    document["signature"] = {"algorithm": ALGORITHM, "key": signer.public_key, "value": value}
    return document


def describe_project(declaration: ProjectDeclaration, texts: Bilingual) -> dict[str, Any]:
    """Without the signature."""
    parts = declaration.parts
    items = [item for part in parts if not part.get("supplement_to") for item in part["items"]]
    residuals = _residuals(parts)
    complete = is_complete(declaration.laptops)
    methods = _by_key((method for part in parts for method in part["methods"]), "method")
    outcome = declared_outcome(
        residuals=len(residuals), complete=complete, methods=[method["method"] for method in methods] if items else ()
    )
    return {
        "schema": SCHEMA,
        "type": TYPE,
        "scope": "project",
        "number": number_of(declaration.id, declaration.issued_at),
        "id": declaration.id,
        "issued_at": iso(declaration.issued_at),
        "firm": signable(declaration.firm),
        "device": signable(declaration.device),
        "client": signable(declaration.client),
        "project": signable(declaration.project_code),
        "agreement": _together(declaration.agreements, declaration.closed_at),
        "agreements": [dict(agreement) for agreement in declaration.agreements],
        "declarations": [part["number"] for part in parts],
        "laptops": [_laptop(report, texts) for report in declaration.laptops],
        "trigger": {"kind": "project-closed", "at": iso(declaration.closed_at)},
        "outcome": outcome.value,
        "wording": {language: _wording(outcome, declaration, residuals, t) for language, t in _both(texts)},
        "complete": complete,
        "totals": {"items": len(items), "size_bytes": sum(item["size_bytes"] for item in items)},
        "items": items,
        "attested": [one for part in parts if not part.get("supplement_to") for one in part["attested"]],
        "residuals": residuals,
        "disk_encryption": {True: "on", False: "off", None: "unknown"}[declaration.disk_encrypted],
        "methods": methods,
        "limits": _limits(parts, texts),
        "receipt": {
            "text": texts.render(msg("certificate.receipt-text")),
            "received_by": "",
            "received_at": "",
            "remarks": "",
        },
        "journal_head": {"seq": declaration.journal_seq, "hash": declaration.journal_hash},
    }


def _both(texts: Bilingual) -> tuple[tuple[str, Texts], tuple[str, Texts]]:
    return ("nl", texts.nl), ("en", texts.en)


def _together(agreements: Sequence[Mapping[str, Any]], closed_at: datetime) -> dict[str, Any]:
    """All agreements as one, for the place where a declaration names its agreement."""

    def joined(name: str) -> str:
        return "; ".join(dict.fromkeys(str(agreement[name]) for agreement in agreements)) or "–"

    return {
        "id": agreements[0]["id"] if len(agreements) == 1 else None,
        "scope": joined("scope"),
        "purpose": joined("purpose"),
        "agreed_with": joined("agreed_with"),
        "agreed_at": min((agreement["agreed_at"] for agreement in agreements), default=iso(closed_at)),
        "evidence_sha256": joined("evidence_sha256"),
    }


def _residuals(parts: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """What remains: where a supplement tells of a declaration's end, the last one counts instead of it."""
    last: dict[str, Mapping[str, Any]] = {}
    for part in parts:
        told = part.get("supplement_to")
        last[told["id"] if told else part["id"]] = part
    rows = [row for part in last.values() for row in part["residuals"]]
    return list({(row["kind"], row["where"], row["until"]): row for row in rows}.values())


def _by_key(rows: Any, key: str) -> list[dict[str, Any]]:  # rows of signed documents, in the order in which they came
    return list({row[key]: dict(row) for row in rows}.values())


def _laptop(report: LaptopReport, texts: Bilingual) -> dict[str, Any]:
    return {
        "device": report.device,
        "person": None if report.person is None else signable(report.person),
        "state": report.state.value,
        "at": None if report.at is None else iso(report.at),
        "text": texts.render(laptop_text(report.state)),
    }


def laptop_text(state: LaptopState) -> Message:
    return {
        LaptopState.REPORTED: msg("certificate.laptop-reported"),
        LaptopState.HOLDS: msg("certificate.laptop-holds"),
        LaptopState.NOT_REPORTED: msg("certificate.laptop-not-reported"),
        LaptopState.NOT_KNOWN: msg("certificate.laptop-not-known"),
    }[state]


def missing(laptops: Sequence[LaptopReport]) -> int:
    return sum(report.state is not LaptopState.REPORTED for report in laptops)


def _wording(
    outcome: DeclaredOutcome, declaration: ProjectDeclaration, residuals: Sequence[Mapping[str, Any]], texts: Texts
) -> str:
    """What is missing comes first: what remains is said beside it."""
    if not is_complete(declaration.laptops):
        return texts.render(msg("certificate.wording-laptops-missing", n=missing(declaration.laptops)))
    if outcome is DeclaredOutcome.DESTROYED:
        return texts.render(msg("certificate.wording-destroyed"))
    if outcome is DeclaredOutcome.ATTESTED:
        return texts.render(msg("certificate.wording-attested"))
    ends = [moment_of(row["until"]) for row in residuals]
    known = [end for end in ends if end is not None]
    if known and len(known) == len(ends):
        return texts.render(msg("certificate.wording-residuals-until", until=texts.day(max(known))))
    return texts.render(msg("certificate.wording-residuals"))


def _limits(parts: Sequence[Mapping[str, Any]], texts: Bilingual) -> dict[str, list[str]]:
    """Those of all parts, and what a word of another laptop does not prove."""
    own = texts.render(msg("certificate.limit-laptops"))
    return {
        language: [*dict.fromkeys(text for part in parts for text in part["limits"][language]), own[language]]
        for language in ("nl", "en")
    }
