"""Judges offered cards one by one: who says it, whether it is new, and what it changes here. Source: VT-C4, design: Cards."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.actions.cards.items import CardItem, Unreadable, item_of, item_of_unreadable
from app.actions.cards.joining import Aliases, Joining, accepted
from app.actions.office import Work
from app.actions.team import NamedDevices
from app.domain.card import Card, CardKind, CardState, Refusal, moment_of, moment_text
from app.domain.card_document import encode, signed_bytes
from app.store import RecordedCard, Session

MAX_REMEMBERED = 2000  # refused cards that are kept to be shown; a flood of junk must not fill store and journal
UNREADABLE = "card.unreadable"  # note: {source: {digest: [name, reason, moment]}}
MAX_UNREADABLE = 200

# What others hang on comes first: the client before its project, the project before its closing.
RANK = {kind: number for number, kind in enumerate(CardKind)}
REPLACED = frozenset({CardKind.CLIENT, CardKind.PROJECT, CardKind.MEMBERS, CardKind.AGREEMENT, CardKind.ABSENCE})


def rank(card: Card) -> tuple[int, int, datetime, str]:
    return RANK[card.kind], *card.order


class Merging:
    """One change in which cards are judged. `room`: how many more refused cards are remembered."""

    def __init__(self, work: Work, named: NamedDevices, room: int) -> None:
        self._work = work
        self._trust = named.trust(work.session)
        self._joining = Joining(work)
        self.room = room

    def take(self, card: Card) -> CardItem | None:
        """The outcome for one card; None when it was accepted before."""
        recorded = self._work.session.cards.find(card.id)
        is_here = recorded is not None and recorded.state is CardState.ACCEPTED
        if recorded is not None and is_here and signed_bytes(recorded.card) == signed_bytes(card):
            return None
        reason = self._trust.refusal(card, self._work.now)
        if reason is None:
            # An id is used once: another card under it is somebody's second word for the first.
            reason = Refusal.REPLAYED if is_here else self._joining.join(card)
        if reason is None:
            return self._accept(card)
        return self._refuse(card, reason)

    def _accept(self, card: Card) -> CardItem:
        self._work.session.cards.add(card, CardState.ACCEPTED)
        data = {"kind": card.kind.value, "version": card.version, "author": card.author}
        self._work.note("card.accepted", card.id, project=card.project_id, data=data)
        return item_of(card, CardState.ACCEPTED)

    def _refuse(self, card: Card, reason: Refusal) -> CardItem:
        kept = _marked(card) if reason is Refusal.BAD_SIGNATURE else card
        known = self._reason_known(kept)
        if known != reason.value and (known is not None or self.room > 0):
            self.room -= known is None
            self._work.session.cards.add(kept, CardState.REFUSED, reason.value)
            note_refused(self._work, card, reason)
        return item_of(card, CardState.REFUSED, reason.value)

    def _reason_known(self, card: Card) -> str | None:
        recorded = self._work.session.cards.of_subject(card.subject)
        same = (r for r in recorded if (r.card.id, r.card.signature) == (card.id, card.signature))
        return next((r.reason for r in same), None)


def _marked(forged: Card) -> Card:
    """A forgery is kept under a mark of its own: with the id and signature it copied it would stand for the genuine card."""
    return replace(forged, signature="forged:" + hashlib.sha256(encode(forged)).hexdigest())


def note_refused(work: Work, card: Card, reason: Refusal) -> None:
    data = {"kind": card.kind.value, "version": card.version, "author": card.author, "reason": reason.value}
    work.note("card.refused", card.id, project=card.project_id, outcome="refused", data=data)


def refuse_replayed(work: Work, offered: Sequence[Card], known: Iterable[Card]) -> list[CardItem]:
    """Known cards that are offered as if they still counted: superseded here, and what superseded them is not offered too."""
    items = []
    for card in known:
        reason = _replay(work.session, card, offered)
        if reason is not None:
            note_refused(work, card, reason)
            items.append(item_of(card, CardState.REFUSED, reason.value))
    return items


def _replay(session: Session, card: Card, offered: Sequence[Card]) -> Refusal | None:
    if card.kind in REPLACED:
        newer = [c for c in offered if (c.kind, c.subject) == (card.kind, card.subject) and c.version > card.version]
        superseded = session.cards.latest_version(card.kind, card.subject) > card.version
        return Refusal.OUTDATED if superseded and not newer else None
    if card.kind is not CardKind.CLOSING:
        return None
    aliases = Aliases(session)
    subjects = list(aliases.subjects(aliases.here(card.subject)))
    known = [c for subject in subjects for c in accepted(session, CardKind.REOPENING, subject)]
    told = [c for c in offered if c.kind is CardKind.REOPENING and c.subject in subjects]
    reopened = [moment for c in known if (moment := moment_of(c.body["reopened_at"])) >= card.at]
    return Refusal.REPLAYED if reopened and not told else None


def note_unreadable(work: Work, found: Sequence[Unreadable], source: str) -> list[CardItem]:
    """Remember what is no card, for `card list`; `source` is where it lies. Each content is journalled once."""
    notes = work.session.notes.get(UNREADABLE) or {}
    before: Mapping[str, Any] = notes.get(source, {})
    now: dict[str, list[str]] = {}
    for file in found[:MAX_UNREADABLE]:
        now[file.digest] = before.get(file.digest) or [file.name, file.reason.value, moment_text(work.now)]
        if file.digest not in before:
            data = {"reason": file.reason.value}
            work.note("card.refused", file.digest[:26], outcome="refused", data=data)
    if now != before:
        work.session.notes.set(UNREADABLE, {**notes, source: now})
    return [item_of_unreadable(file.name, file.reason.value, work.now) for file in found]


def unreadable_items(session: Session) -> list[CardItem]:
    notes = session.notes.get(UNREADABLE) or {}
    lines = [line for files in notes.values() for line in files.values()]
    return [item_of_unreadable(name, reason, moment_of(at)) for name, reason, at in lines]


def room_left(recorded: Iterable[RecordedCard]) -> int:
    return MAX_REMEMBERED - sum(1 for r in recorded if r.state is CardState.REFUSED)
