"""Cards between laptops: by the remote, or by a file that somebody carries. Source: design, Cards; VT-C4."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from app.actions.cards.files import read_cards, write_cards
from app.actions.cards.items import CardItem, Merged, Offered, Unreadable, item_of
from app.actions.cards.merging import (
    Merging,
    note_unreadable,
    rank,
    refuse_replayed,
    room_left,
    unreadable_items,
)
from app.actions.cards.recording import record_changes
from app.actions.office import Office
from app.actions.team import TeamActions
from app.domain.card import RECONSIDERED, Card, CardState
from app.domain.card_document import CardRefused, decode, encode
from app.domain.ports import Remote, Signer

COLLECTION = "cards"
A_CHANGE = 250  # cards merged in one change, so that others do not wait long for the store
ID_CHARACTERS = 26  # a conflict copy's name begins with the id


class CardActions:
    """Every method first writes the cards this laptop owes, so that a merge never meets a state without one."""

    def __init__(self, office: Office, signer: Signer, team: TeamActions, remote: Remote) -> None:
        self._office = office
        self._signer = signer
        self._team = team
        self._remote = remote

    def list(self) -> tuple[CardItem, ...]:
        """Every card this laptop knows, the refused ones with their reason, oldest first."""
        with self._office.look() as session:
            items = [item_of(r.card, r.state, r.reason) for r in session.cards.all()]
            items += unreadable_items(session)
        return tuple(sorted(items, key=lambda item: (item.at, item.id)))

    def publish(self) -> tuple[CardItem, ...]:
        """Put what changed here on the remote; returns what was put, and as refused what fits no card.

        Raises EnvironmentLacking when the remote cannot be reached; what got there counts.
        """
        left_out = self._record()
        own = [card for card in self._accepted() if card.author == self._team.device]
        there = set(self._remote.names(COLLECTION))
        published: list[Card] = []
        try:
            for card in own:
                if card.id not in there:
                    self._remote.put(COLLECTION, card.id, encode(card))
                    published.append(card)
        finally:
            self._note_published(published)
        return (*(item_of(card, CardState.ACCEPTED) for card in published), *left_out)

    def pull(self) -> Merged:
        """Read the others' cards from the remote and merge them. Raises EnvironmentLacking when it cannot be reached."""
        self._record()
        return self._merge(self._offered(), "remote")

    def export_to(self, path: Path) -> int:
        """Write all accepted cards to one file, for colleagues without the remote; returns how many. Raises InputError."""
        self._record()
        cards = self._accepted()
        write_cards(path, cards)
        return len(cards)

    def import_from(self, path: Path) -> Merged:
        """Merge the cards of a file. What does not count is refused card by card; a file that is none raises InputError.

        A known card that was superseded since, offered without what superseded it, is an old state and is refused.
        """
        offered = read_cards(path)
        self._record()
        return self._merge(offered, "file")

    def _record(self) -> tuple[CardItem, ...]:
        role = self._team.role
        with self._office.change() as work:
            book = record_changes(work, self._signer, role)
        return tuple(item_of(card, CardState.REFUSED, reason.value) for card, reason in book.left_out)

    def _accepted(self) -> Sequence[Card]:
        with self._office.look() as session:
            return sorted((r.card for r in session.cards.all() if r.state is CardState.ACCEPTED), key=rank)

    def _note_published(self, published: Sequence[Card]) -> None:
        if published:
            with self._office.change() as work:
                for card in published:
                    data = {"kind": card.kind.value, "version": card.version}
                    work.note("card.published", card.id, project=card.project_id, data=data)

    def _offered(self) -> Offered:
        """What the remote has and this laptop has not accepted yet."""
        known = {card.id for card in self._accepted()}
        cards, unreadable = [], []
        for name in self._remote.names(COLLECTION):
            content = None if name[:ID_CHARACTERS] in known else self._remote.get(COLLECTION, name)
            if content is None:
                continue
            try:
                cards.append(decode(content))
            except CardRefused as refused:
                digest = hashlib.sha256(content).hexdigest()
                unreadable.append(Unreadable(name=name, digest=digest, reason=refused.reason))
        return Offered(cards=tuple(cards), unreadable=tuple(unreadable))

    def _merge(self, offered: Offered, source: str) -> Merged:
        with self._office.look() as session:
            recorded = session.cards.all()
        waiting = [r.card for r in recorded if r.reason in RECONSIDERED]
        outcome = self._judge([*waiting, *offered.cards], room_left(recorded))
        told = {_key(card) for card in offered.cards}
        known = [card for card in offered.cards if outcome[_key(card)] is None]
        items = [item for key, item in outcome.items() if item and (key in told or item.state is CardState.ACCEPTED)]
        with self._office.change() as work:
            replayed = refuse_replayed(work, offered.cards, known) if source == "file" else []
            items += replayed + note_unreadable(work, offered.unreadable, source)
        refused = sum(1 for item in items if item.state is CardState.REFUSED)
        return Merged(
            accepted=len(items) - refused, refused=refused, known=len(known) - len(replayed), items=tuple(items)
        )

    def _judge(self, cards: Sequence[Card], room: int) -> dict[str, CardItem | None]:
        named = self._team.named()
        ordered = sorted({_key(card): card for card in cards}.values(), key=rank)
        outcome: dict[str, CardItem | None] = {}
        for start in range(0, len(ordered), A_CHANGE):
            with self._office.change() as work:
                merging = Merging(work, named, room)
                outcome.update((_key(card), merging.take(card)) for card in ordered[start : start + A_CHANGE])
                room = merging.room
        return outcome


def _key(card: Card) -> str:
    """Tells a card from a forgery that carries its id and signature."""
    return hashlib.sha256(encode(card)).hexdigest()
