"""What a declaration of destruction says, as the JSON object that is signed. Source: contract, Certificate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.certificate import CertificateContent, CertificateItem, DeclaredOutcome, declared_outcome
from app.domain.deletion import Method, Residual, ResidualKind
from app.domain.messages import Message, msg
from app.domain.ports import Texts
from app.report.plain import iso, signable

TYPE = "declaration-of-destruction"
SCHEMA = 1
KEYED_HASH = "hmac-sha256:"  # an item's name where the client wants no names

# NIST SP 800-88 knows Clear, Purge and Destroy; cryptographic erase is a technique of Purge. Removing a name is none of them.
SANITISATION = {
    Method.CRYPTOGRAPHIC_ERASE: "cryptographic-erase",
    Method.UNLINK: "none",
    Method.CLOUD_REMOVAL: "not-assessed",
    Method.ATTESTED: "not-assessed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilingual:
    """The same catalogue in the two languages a declaration speaks."""

    nl: Texts
    en: Texts

    def render(self, message: Message) -> dict[str, str]:
        return {"nl": signable(self.nl.render(message)), "en": signable(self.en.render(message))}


def number_of(certificate_id: str, issued_at: datetime) -> str:
    """The number people say on the phone: `VA-2026-XXXXXX`, from the first characters of the id."""
    return f"VA-{issued_at.year:04d}-{certificate_id[:6].upper()}"


def describe(content: CertificateContent, texts: Bilingual) -> dict[str, Any]:
    """The whole declaration without signature: strings, whole numbers, booleans, null, lists and objects only."""
    outcome = outcome_of(content)
    supplement = {} if content.supplement_to is None else {"supplement_to": _supplement(content.supplement_to)}
    return {
        "schema": SCHEMA,
        "type": TYPE,
        "number": number_of(content.id, content.issued_at),
        "id": content.id,
        "issued_at": iso(content.issued_at),
        "firm": signable(content.firm),
        "device": signable(content.device),
        "client": signable(content.client),
        "project": signable(content.project_code),
        "agreement": _agreement(content),
        "trigger": {"kind": signable(content.trigger), "at": _iso(content.trigger_at)},
        "outcome": outcome.value,
        "wording": {"nl": wording(content, outcome, texts.nl), "en": wording(content, outcome, texts.en)},
        "complete": content.complete,
        "totals": {"items": len(content.items), "size_bytes": sum(item.size_bytes for item in content.items)},
        "items": [_item(item) for item in content.items],
        "attested": [_attested(item) for item in content.items if item.method is Method.ATTESTED or item.attested_by],
        "residuals": [_residual(residual, texts) for residual in residuals_of(content)],
        "disk_encryption": {True: "on", False: "off", None: "unknown"}[content.disk_encrypted],
        "methods": [_method(method, texts) for method in methods_of(content)],
        "limits": _limits(content, texts),
        "receipt": _receipt(texts),
        "journal_head": {"seq": content.journal_seq, "hash": content.journal_hash},
        **supplement,
    }


def _supplement(told: tuple[str, str]) -> dict[str, str]:
    number, id_ = told
    return {"number": number, "id": id_}


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else iso(moment)


def _agreement(content: CertificateContent) -> dict[str, Any]:
    return {
        "id": content.agreement_id,
        "scope": signable(content.agreement_scope),
        "purpose": signable(content.agreement_purpose),
        "agreed_with": signable(content.agreed_with),
        "agreed_at": iso(content.agreed_at),
        "evidence_sha256": content.evidence_sha256,
    }


def _item(item: CertificateItem) -> dict[str, Any]:
    late = None if item.due_at is None else max(0, int((item.deleted_at - item.due_at).total_seconds()))
    return {
        "copy": item.copy_id,
        "name": signable(item.name),
        "name_is_keyed_hash": item.name.startswith(KEYED_HASH),
        "sha256": item.sha256,
        "size_bytes": item.size_bytes,
        "location": signable(item.location),
        "method": item.method.value,
        "deleted_at": iso(item.deleted_at),
        "due_at": _iso(item.due_at),
        "seconds_late": late,
        "places": [{"where": signable(place.where), "method": place.method.value} for place in item.places],
        "attested_by": None if item.attested_by is None else signable(item.attested_by),
    }


def _attested(item: CertificateItem) -> dict[str, Any]:
    return {
        "copy": item.copy_id,
        "by": None if item.attested_by is None else signable(item.attested_by),
        "at": iso(item.deleted_at),
    }


def _residual(residual: Residual, texts: Bilingual) -> dict[str, Any]:
    return {
        "kind": residual.kind.value,
        "text": texts.render(residual_text(residual.kind.value)),
        "where": signable(residual.where),
        "until": _iso(residual.until),
    }


def methods_of(content: CertificateContent) -> list[Method]:
    used = {item.method for item in content.items} | {place.method for item in content.items for place in item.places}
    return [method for method in Method if method in used]


def _method(method: Method, texts: Bilingual) -> dict[str, Any]:
    return {
        "method": method.value,
        "nist_sp_800_88": SANITISATION[method],
        "name": texts.render(method_name(method.value)),
        "text": texts.render(method_text(method)),
    }


def outcome_of(content: CertificateContent) -> DeclaredOutcome:
    residuals, methods = residuals_of(content), methods_of(content)
    return declared_outcome(
        residuals=len(residuals), complete=content.complete, methods=methods if content.items else ()
    )


def residuals_of(content: CertificateContent) -> tuple[Residual, ...]:
    """What remains, with the freed blocks named even where nobody listed them: plain text lay on a disk that is not known
    to be encrypted, and only its name was taken away."""
    listed = any(residual.kind is ResidualKind.STORAGE_BLOCKS for residual in content.residuals)
    if listed or content.disk_encrypted is True or Method.UNLINK not in methods_of(content):
        return content.residuals
    return (*content.residuals, Residual(kind=ResidualKind.STORAGE_BLOCKS, where=content.device))


def wording(content: CertificateContent, outcome: DeclaredOutcome, texts: Texts) -> str:
    """The claim in words. *Vernietigd* (destroyed) is said for the outcome `destroyed` alone. Source: contract, glossary."""
    if outcome is DeclaredOutcome.DESTROYED:
        return texts.render(msg("certificate.wording-destroyed"))
    if outcome is DeclaredOutcome.INCOMPLETE:
        return texts.render(msg("certificate.wording-incomplete"))
    if outcome is DeclaredOutcome.ATTESTED:
        return texts.render(msg("certificate.wording-attested"))
    ends = [residual.until for residual in residuals_of(content)]
    known = [end for end in ends if end is not None]
    # One residual without a known end makes a date for all of them a claim that is not true.
    if known and len(known) == len(ends):
        return texts.render(msg("certificate.wording-residuals-until", until=texts.day(max(known))))
    return texts.render(msg("certificate.wording-residuals"))


def _limits(content: CertificateContent, texts: Bilingual) -> dict[str, list[str]]:
    messages = [
        msg("certificate.limit-scope"),
        msg("certificate.limit-reach"),
        msg("certificate.limit-storage"),
        msg("certificate.limit-keys"),
        msg("certificate.limit-time"),
    ]
    if Method.ATTESTED in methods_of(content) or any(item.attested_by for item in content.items):
        messages.append(msg("certificate.limit-attested"))
    if Method.CLOUD_REMOVAL in methods_of(content):
        messages.append(msg("certificate.limit-cloud"))
    messages.append(msg("certificate.limit-signature"))
    both = [texts.render(message) for message in messages]
    return {language: [text[language] for text in both] for language in ("nl", "en")}


def _receipt(texts: Bilingual) -> dict[str, Any]:
    """Empty fields for the client: signed as empty, so they are filled in on a print or in an answer."""
    return {"text": texts.render(msg("certificate.receipt-text")), "received_by": "", "received_at": "", "remarks": ""}


def method_name(method: str) -> Message:
    """The method in two or three words; a method of a later version by its own name."""
    names = {
        "cryptographic-erase": msg("certificate.method-cryptographic-erase"),
        "unlink": msg("certificate.method-unlink"),
        "cloud-removal": msg("certificate.method-cloud-removal"),
        "attested": msg("certificate.method-attested"),
    }
    return names.get(method, msg("certificate.as-written", text=method))


def method_text(method: Method) -> Message:
    return {
        Method.CRYPTOGRAPHIC_ERASE: msg("certificate.method-text-cryptographic-erase"),
        Method.UNLINK: msg("certificate.method-text-unlink"),
        Method.CLOUD_REMOVAL: msg("certificate.method-text-cloud-removal"),
        Method.ATTESTED: msg("certificate.method-text-attested"),
    }[method]


def residual_text(kind: str) -> Message:
    texts = {
        "cloud-shadow": msg("certificate.residual-cloud-shadow"),
        "cloud-hold": msg("certificate.residual-cloud-hold"),
        "hard-link": msg("certificate.residual-hard-link"),
        "trash": msg("certificate.residual-trash"),
        "held-open": msg("certificate.residual-held-open"),
        "further-copy": msg("certificate.residual-further-copy"),
        "storage-blocks": msg("certificate.residual-storage-blocks"),
        "recovery-key": msg("certificate.residual-recovery-key"),
        "key-file": msg("certificate.residual-key-file"),
        "checked-out": msg("certificate.residual-checked-out"),
        "elsewhere": msg("certificate.residual-elsewhere"),
        "recent-list": msg("certificate.residual-recent-list"),
        "thumbnail": msg("certificate.residual-thumbnail"),
        "not-found": msg("certificate.residual-not-found"),
    }
    return texts.get(kind, msg("certificate.as-written", text=kind))


def trigger_text(kind: str) -> Message:
    texts = {
        "purpose-fulfilled": msg("certificate.trigger-purpose-fulfilled"),
        "project-closed": msg("certificate.trigger-project-closed"),
        "agreement-end": msg("certificate.trigger-agreement-end"),
        "withdrawn": msg("certificate.trigger-withdrawn"),
        "person": msg("certificate.trigger-person"),
    }
    return texts.get(kind, msg("certificate.as-written", text=kind))


def location_text(location: str) -> Message:
    texts = {
        "vault": msg("certificate.location-vault"),
        "in-place": msg("certificate.location-in-place"),
        "office365": msg("certificate.location-office365"),
        "elsewhere": msg("certificate.location-elsewhere"),
    }
    return texts.get(location, msg("certificate.as-written", text=location))


def disk_text(state: str) -> Message:
    texts = {
        "on": msg("certificate.disk-on"),
        "off": msg("certificate.disk-off"),
        "unknown": msg("certificate.disk-unknown"),
    }
    return texts.get(state, msg("certificate.disk-unknown"))
