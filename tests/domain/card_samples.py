"""Device keys and cards for tests: every card is really signed."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from app.domain.card import Card, CardKind, Role, absence_subject, device_id, moment_text
from app.domain.card_document import signed_bytes
from app.domain.signatures import fingerprint
from tests.fakes import START

CLIENT = "c" * 26
PROJECT = "p" * 26
AGREEMENT = "a" * 26
DIGEST = "0" * 64


class DeviceKey:
    """A P-256 key made from a name, so that a test is the same every time."""

    def __init__(self, name: str) -> None:
        number = int.from_bytes(hashlib.sha256(name.encode()).digest(), "big") >> 1
        self._key = ec.derive_private_key(number, ec.SECP256R1())

    @property
    def public_key(self) -> str:
        der = self._key.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        return base64.b64encode(der).decode()

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.public_key)

    @property
    def device(self) -> str:
        return device_id(self.public_key)

    def sign(self, content: bytes) -> str:
        return base64.b64encode(self._key.sign(content, ec.ECDSA(hashes.SHA256()))).decode()


ANNA = DeviceKey("anna")
BRAM = DeviceKey("bram")
CHAIMA = DeviceKey("chaima")

CLIENT_BODY: dict[str, Any] = {
    "name": "Gemeente Voorbeeldstad",
    "variants": ["Voorbeeldstad"],
    "domains": ["voorbeeldstad.example"],
    "tenant_ids": [],
    "keywords": [],
    "hosts": [],
    "shares": [],
    "processor_domains": [],
    "contacts": [{"name": "Eva Smit", "mail": "eva@voorbeeldstad.example"}],
    "terms": {
        "erasure_hours": None,
        "decision_hours": None,
        "retention_years": None,
        "hashed_names": False,
        "source": None,
    },
}
PROJECT_BODY: dict[str, Any] = {"code": "P1", "client": CLIENT, "principal": None, "goals": ["Salarisonderzoek"]}
EVIDENCE_BODY: dict[str, Any] = {
    "id": "e" * 26,
    "name": "akkoord.eml",
    "sha256": DIGEST,
    "bytes": 12,
    "sender_domain": "voorbeeldstad.example",
}
AGREEMENT_BODY: dict[str, Any] = {
    "scope": "Salarisbestand",
    "purpose": "Salarisonderzoek",
    "place": "laptop",
    "agreed_with": {"name": "Eva Smit", "mail": "eva@voorbeeldstad.example"},
    "agreed_at": moment_text(START),
    "registered_at": moment_text(START),
    "evidence": EVIDENCE_BODY,
    "valid_until": None,
    "hold": False,
}
MOMENT = moment_text(START)
BODIES: dict[CardKind, dict[str, Any]] = {
    CardKind.CLIENT: CLIENT_BODY,
    CardKind.PROJECT: PROJECT_BODY,
    CardKind.MEMBERS: {"members": [{"name": "Bram Bakker", "mail": "bram@vroom.example", "until": None}]},
    CardKind.AGREEMENT: AGREEMENT_BODY,
    CardKind.APPROVAL: {"approved_at": MOMENT},
    CardKind.CLOSING: {"closed_at": MOMENT},
    CardKind.REOPENING: {"closed_at": MOMENT, "reopened_at": MOMENT},
    CardKind.WITHDRAWAL: {"withdrawn_at": MOMENT, "evidence": EVIDENCE_BODY},
    CardKind.FULFILLED: {"fulfilled_at": MOMENT},
    CardKind.DELETION_REQUEST: {"evidence_sha256": DIGEST},
    CardKind.ABSENCE: {"absent": True},
}
SUBJECTS = {
    CardKind.CLIENT: CLIENT,
    CardKind.AGREEMENT: AGREEMENT,
    CardKind.APPROVAL: AGREEMENT,
    CardKind.WITHDRAWAL: AGREEMENT,
    CardKind.FULFILLED: AGREEMENT,
}


def make_card(
    kind: CardKind,
    body: Mapping[str, Any] | None = None,
    *,
    key: DeviceKey = ANNA,
    id_: str = "k" * 26,
    subject: str | None = None,
    project: str | None = PROJECT,
    version: int = 1,
    role: Role = Role.CONSULTANT,
    at: datetime = START,
) -> Card:
    """A card of `kind` about the one sample client, project or agreement, signed by `key`."""
    project = None if kind is CardKind.CLIENT else project
    known = SUBJECTS.get(kind, project or PROJECT)
    if kind is CardKind.ABSENCE:
        known = absence_subject(project or PROJECT, key.device)
    draft = Card(
        id=id_,
        kind=kind,
        subject=subject or known,
        project_id=project,
        version=version,
        author=key.device,
        role=role,
        at=at,
        body=BODIES[kind] if body is None else body,
        key=key.public_key,
        signature="",
    )
    return signed(draft, key)


def signed(card: Card, key: DeviceKey) -> Card:
    return replace(card, signature=key.sign(signed_bytes(card)))
