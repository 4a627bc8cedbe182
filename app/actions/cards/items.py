"""What is shown of cards: lines of `card list`, and what an import or pull came to (contract: JSON)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.card import Card, CardState, Refusal
from app.domain.messages import Message, msg


@dataclass(frozen=True, slots=True, kw_only=True)
class CardItem:
    """Only id, state, reason and at are known of a file that is no card; its id is the file's name."""

    id: str
    kind: str | None
    version: int | None
    author: str | None
    role: str | None
    project: str | None
    at: datetime
    state: CardState
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """`known`: cards that were here already and still count; they are in no other count."""

    accepted: int
    refused: int
    known: int
    items: tuple[CardItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A file that is no card: its name, the digest of its bytes, and what is wrong."""

    name: str
    digest: str
    reason: Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What stands in a file or at the remote."""

    cards: tuple[Card, ...]
    unreadable: tuple[Unreadable, ...] = ()


def item_of(card: Card, state: CardState, reason: str | None = None) -> CardItem:
    return CardItem(
        id=card.id,
        kind=card.kind.value,
        version=card.version,
        author=card.author,
        role=card.role.value,
        project=card.project_id,
        at=card.at,
        state=state,
        reason=reason,
    )


def item_of_unreadable(name: str, reason: str, at: datetime) -> CardItem:
    return CardItem(
        id=name,
        kind=None,
        version=None,
        author=None,
        role=None,
        project=None,
        at=at,
        state=CardState.REFUSED,
        reason=reason,
    )


def reason_text(reason: str) -> Message:
    """Why a card was refused, in words; the JSON carries the reason itself."""
    texts = {
        Refusal.MALFORMED: msg("card.malformed"),
        Refusal.TOO_LARGE: msg("card.too-large"),
        Refusal.BAD_SIGNATURE: msg("card.bad-signature"),
        Refusal.UNKNOWN_AUTHOR: msg("card.unknown-author"),
        Refusal.RETIRED_DEVICE: msg("card.retired-device"),
        Refusal.NOT_A_LEAD: msg("card.not-a-lead"),
        Refusal.FUTURE: msg("card.future"),
        Refusal.UNKNOWN_SUBJECT: msg("card.unknown-subject"),
        Refusal.OUTDATED: msg("card.outdated"),
        Refusal.REPLAYED: msg("card.replayed"),
    }
    return texts[Refusal(reason)]
