"""A card as it travels: canonical JSON, read strictly, signed over everything but the signature."""

from __future__ import annotations

import binascii
from typing import Annotated, Any, Literal

import msgspec

from app.domain.card import (
    PROJECT_KINDS,
    Card,
    CardKind,
    Id,
    Moment,
    Refusal,
    Role,
    absence_subject,
    device_id,
    moment_of,
    moment_text,
)
from app.domain.card_body import check_body
from app.domain.signatures import canonical, is_signed_by

SCHEMA = 1
MAX_CARD = 1024 * 1024  # bytes; a register entry of a large client is a hundredth of it


class CardRefused(Exception):
    """The bytes are no card that may be looked at further."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason.value)
        self.reason = reason


class _Envelope(msgspec.Struct, forbid_unknown_fields=True):
    """A card as it travels. `subject`: a global id; an absence adds the device."""

    schema: Literal[1]
    id: Id
    kind: CardKind
    subject: Annotated[str, msgspec.Meta(pattern=r"^[a-z2-7]{16,64}(\.[a-z2-7]{26})?\Z")]
    project: Id | None
    version: Annotated[int, msgspec.Meta(ge=1, le=1_000_000_000)]
    author: Annotated[str, msgspec.Meta(pattern=r"^[a-z2-7]{26}\Z")]
    role: Role
    at: Moment
    body: dict[str, Any]
    key: Annotated[str, msgspec.Meta(max_length=400)]
    signature: Annotated[str, msgspec.Meta(max_length=400)]


def signed_bytes(card: Card) -> bytes:
    """What the signature is over. Raises ValueError for a body that has no RFC 8785 form."""
    return canonical(_unsigned(card))


def encode(card: Card) -> bytes:
    """The file of a card: canonical JSON, so that the same card is the same bytes everywhere."""
    return canonical(as_document(card))


def as_document(card: Card) -> dict[str, Any]:
    return {**_unsigned(card), "signature": card.signature}


def _unsigned(card: Card) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "id": card.id,
        "kind": card.kind.value,
        "subject": card.subject,
        "project": card.project_id,
        "version": card.version,
        "author": card.author,
        "role": card.role.value,
        "at": moment_text(card.at),
        "body": dict(card.body),
        "key": card.key,
    }


def decode(content: bytes) -> Card:
    """Read a card strictly: shape, types, sizes; the signature is not looked at yet. Raises CardRefused, nothing else."""
    if len(content) > MAX_CARD:
        raise CardRefused(Refusal.TOO_LARGE)
    try:
        return _card(msgspec.json.decode(content, type=_Envelope))
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise CardRefused(Refusal.MALFORMED) from error


def _card(envelope: _Envelope) -> Card:
    check_body(envelope.kind, envelope.body)
    card = Card(
        id=envelope.id,
        kind=envelope.kind,
        subject=envelope.subject,
        project_id=envelope.project,
        version=envelope.version,
        author=envelope.author,
        role=envelope.role,
        at=moment_of(envelope.at),
        body=envelope.body,
        key=envelope.key,
        signature=envelope.signature,
    )
    if not _fits_its_kind(card):
        raise CardRefused(Refusal.MALFORMED)
    if len(encode(card)) > MAX_CARD:
        raise CardRefused(Refusal.TOO_LARGE)
    return card


def _fits_its_kind(card: Card) -> bool:
    """Whether subject and project are what the kind speaks of. An absence is about the author's own laptop only."""
    if card.kind is CardKind.CLIENT:
        return card.project_id is None and "." not in card.subject
    if card.kind is CardKind.ABSENCE:
        return card.subject == absence_subject(card.project_id or "", card.author)
    about_project = card.kind in PROJECT_KINDS
    return (
        card.project_id is not None
        and "." not in card.subject
        and (not about_project or card.subject == card.project_id)
    )


def is_genuine(card: Card) -> bool:
    """Whether the author's own key signed all of it, and the author's id is that key's."""
    try:
        return device_id(card.key) == card.author and is_signed_by(card.key, card.signature, signed_bytes(card))
    except (ValueError, binascii.Error):
        return False
