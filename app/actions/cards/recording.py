"""What changed on this laptop since its last card, as new cards signed by its device key."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from app.actions.cards.joining import Aliases, known_ends
from app.actions.office import Work
from app.domain.agreement import Agreement
from app.domain.card import Card, CardKind, CardState, Refusal, Role, absence_subject, device_id, moment_of, moment_text
from app.domain.card_body import (
    AbsenceBody,
    ApprovalBody,
    ClosingBody,
    DeletionRequestBody,
    FulfilledBody,
    ReopeningBody,
    WithdrawalBody,
    agreement_body,
    as_body,
    client_body,
    evidence_body,
    members_body,
    project_body,
)
from app.domain.card_document import CardRefused, decode, encode, signed_bytes
from app.domain.card_merge import code_told
from app.domain.client import Client
from app.domain.identity import new_id
from app.domain.journal import JournalEntry
from app.domain.ports import Signer
from app.domain.project import Project
from app.store import Session

SECOND = timedelta(seconds=1)
TOLD_UNTIL = "card.told-until"  # note: the last journal entry whose closing or reopening became a card
# A merge journals what follows from a card in its author's name; these are the entries of this laptop itself.
OWN_ACTORS = frozenset({"person", "guard"})


class CardBook:
    """The accepted cards by kind and subject, and the pen of this laptop."""

    def __init__(self, work: Work, signer: Signer, role: Role) -> None:
        self._work = work
        self._signer = signer
        self._role = role
        self.device = device_id(signer.public_key)
        self.aliases = Aliases(work.session)
        self.written: list[Card] = []
        self.left_out: list[tuple[Card, Refusal]] = []  # what fits no card (too long, too many); it stays here
        self._cards: dict[tuple[CardKind, str], list[Card]] = {}
        for recorded in work.session.cards.all():
            if recorded.state is CardState.ACCEPTED:
                self._cards.setdefault((recorded.card.kind, recorded.card.subject), []).append(recorded.card)

    def cards(self, kind: CardKind, id_: str) -> list[Card]:
        """Those about something here, whatever id their author knew it by."""
        return [card for subject in self.aliases.subjects(id_) for card in self._cards.get((kind, subject), ())]

    def latest(self, kind: CardKind, subject: str) -> Card | None:
        return max(self._cards.get((kind, subject), ()), key=lambda card: card.order, default=None)

    def write_if_new(self, kind: CardKind, subject: str, project_id: str | None, body: Mapping[str, Any]) -> None:
        latest = self.latest(kind, subject)
        if latest is None or latest.body != body:
            self.write(kind, subject, project_id, body)

    def write(
        self, kind: CardKind, subject: str, project_id: str | None, body: Mapping[str, Any], at: datetime | None = None
    ) -> None:
        """Sign and keep a card; `at` where the word was given earlier than now."""
        latest = self.latest(kind, subject)
        draft = Card(
            id=new_id(),
            kind=kind,
            subject=subject,
            project_id=project_id,
            version=1 if latest is None else latest.version + 1,
            author=self.device,
            role=self._role,
            at=at or self._work.now,
            body=body,
            key=self._signer.public_key,
            signature="",
        )
        try:
            card = decode(encode(replace(draft, signature=self._signer.sign(signed_bytes(draft)))))
        except (CardRefused, ValueError) as error:
            self.left_out.append((draft, error.reason if isinstance(error, CardRefused) else Refusal.MALFORMED))
            return
        self._work.session.cards.add(card, CardState.ACCEPTED)
        self._cards.setdefault((kind, subject), []).append(card)
        self.written.append(card)


def record_changes(work: Work, signer: Signer, role: Role) -> CardBook:
    """Write the cards that this laptop owes the others. Nothing changed: nothing written."""
    book = CardBook(work, signer, role)
    session = work.session
    for client in session.clients.all():
        _record_client(book, client)
    entries = _own_closings(session)
    for project in session.projects.all():
        _record_project(book, project)
        _record_ends(book, project, entries.get(project.id, []), work.now)
        _record_absence(book, session, project)
    for agreement in session.agreements.all():
        _record_agreement(book, agreement, role)
    return book


def _record_client(book: CardBook, client: Client) -> None:
    """Two laptops that learn the same list it in another order; that is nothing to tell."""
    body = as_body(client_body(client))
    latest = book.latest(CardKind.CLIENT, client.id)
    if latest is None or _in_one_order(latest.body) != _in_one_order(body):
        book.write(CardKind.CLIENT, client.id, None, body)


def _in_one_order(body: Mapping[str, Any]) -> dict[str, Any]:
    return {name: sorted(value, key=_written) if isinstance(value, list) else value for name, value in body.items()}


def _written(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def _record_project(book: CardBook, project: Project) -> None:
    body = as_body(project_body(project, project.client_id))
    latest = book.latest(CardKind.PROJECT, project.id)
    if latest is not None:
        if book.aliases.here(latest.body["client"]) == project.client_id:
            body["client"] = latest.body["client"]  # the id its author knows the client by
        if code_told(body["code"], latest.body["code"]):
            body["code"] = latest.body["code"]  # without the number that told it apart here
    book.write_if_new(CardKind.PROJECT, project.id, project.id, body)
    if project.members or book.latest(CardKind.MEMBERS, project.id) is not None:
        book.write_if_new(CardKind.MEMBERS, project.id, project.id, as_body(members_body(project.members)))
    request = project.client_request_evidence
    asked = {card.body["evidence_sha256"] for card in book.cards(CardKind.DELETION_REQUEST, project.id)}
    if request is not None and request not in asked:
        body = as_body(DeletionRequestBody(evidence_sha256=request))
        book.write(CardKind.DELETION_REQUEST, project.id, project.id, body)


def _record_agreement(book: CardBook, agreement: Agreement, role: Role) -> None:
    id_, project_id = agreement.id, agreement.project_id
    book.write_if_new(CardKind.AGREEMENT, id_, project_id, as_body(agreement_body(agreement)))
    if agreement.approved_at is not None and role is Role.LEAD and not book.cards(CardKind.APPROVAL, id_):
        approval = ApprovalBody(approved_at=moment_text(agreement.approved_at))
        book.write(CardKind.APPROVAL, id_, project_id, as_body(approval))
    if _is_earlier(agreement.purpose_fulfilled_at, book.cards(CardKind.FULFILLED, id_), "fulfilled_at"):
        assert agreement.purpose_fulfilled_at is not None  # it is earlier than something
        fulfilled = FulfilledBody(fulfilled_at=moment_text(agreement.purpose_fulfilled_at))
        book.write(CardKind.FULFILLED, id_, project_id, as_body(fulfilled))
    if _is_earlier(agreement.withdrawn_at, book.cards(CardKind.WITHDRAWAL, id_), "withdrawn_at"):
        assert agreement.withdrawn_at is not None  # it is earlier than something
        proof = agreement.withdrawal_evidence
        withdrawal = WithdrawalBody(
            withdrawn_at=moment_text(agreement.withdrawn_at), evidence=None if proof is None else evidence_body(proof)
        )
        book.write(CardKind.WITHDRAWAL, id_, project_id, as_body(withdrawal))


def _is_earlier(moment: datetime | None, cards: Iterable[Card], field: str) -> bool:
    told = [moment_of(card.body[field]) for card in cards]
    return moment is not None and all(moment < known for known in told)


def _own_closings(session: Session) -> dict[str, list[JournalEntry]]:
    """Closings and reopenings decided on this laptop since they were last told, by project, in their order."""
    told = session.notes.get(TOLD_UNTIL) or 0
    entries = [*session.journal.entries(event="project.closed"), *session.journal.entries(event="project.reopened")]
    fresh = sorted((entry for entry in entries if entry.seq > told), key=lambda entry: entry.seq)
    found: dict[str, list[JournalEntry]] = {}
    for entry in fresh:
        if entry.actor in OWN_ACTORS:
            found.setdefault(entry.subject, []).append(entry)
    if fresh:
        session.notes.set(TOLD_UNTIL, fresh[-1].seq)
    return found


def _record_ends(book: CardBook, project: Project, entries: list[JournalEntry], now: datetime) -> None:
    """Cards for closings and reopenings the team does not know, each with the moment it was decided.

    The journal tells of what was closed and reopened between two publishings. A reopening comes from there alone; a closing
    that it does not tell of any more is told as the register has it.
    """
    ends = _Ends(book, project)
    for entry in entries:
        if entry.event == "project.reopened":
            ends.reopen(entry.at)
        elif entry.data is not None and isinstance(closed := entry.data.get("closed_at"), str):
            ends.close(moment_of(closed), entry.at)
    told, here = ends.closed_at, project.closed_at
    if here is not None and (told is None or here < told):
        ends.close(here, now)


class _Ends:
    """The closings and reopenings of one project as cards."""

    def __init__(self, book: CardBook, project: Project) -> None:
        self._book = book
        self._id = project.id

    @property
    def closed_at(self) -> datetime | None:
        return known_ends(self._cards()).closed_at

    def close(self, closed_at: datetime, entered_at: datetime) -> None:
        reopened = [
            card.at for card in self._cards() if card.kind is CardKind.REOPENING and card.author == self._book.device
        ]
        # In the second of a reopening it would count as reopened.
        at = max([entered_at, *(moment + SECOND for moment in reopened)])
        body = ClosingBody(closed_at=moment_text(closed_at))
        self._book.write(CardKind.CLOSING, self._id, self._id, as_body(body), at)

    def reopen(self, entered_at: datetime) -> None:
        if self.closed_at is None:
            return
        at = max([entered_at, *(card.at for card in self._cards() if card.author == self._book.device)])
        body = ReopeningBody(closed_at=moment_text(self.closed_at), reopened_at=moment_text(at))
        self._book.write(CardKind.REOPENING, self._id, self._id, as_body(body), at)

    def _cards(self) -> list[Card]:
        return [card for kind in (CardKind.CLOSING, CardKind.REOPENING) for card in self._book.cards(kind, self._id)]


def _record_absence(book: CardBook, session: Session, project: Project) -> None:
    """A closed project of which this laptop holds nothing is said once; and when that changes, too."""
    subject = absence_subject(project.id, book.device)
    latest = book.latest(CardKind.ABSENCE, subject)
    if project.closed_at is None and latest is None:
        return
    absent = not any(copy.is_live for copy in session.copies.of_project(project.id))
    if latest is None and not absent:
        return
    if latest is not None and absent and project.closed_at is not None and latest.at < project.closed_at:
        # Word from before this closing does not speak of it.
        book.write(CardKind.ABSENCE, subject, project.id, as_body(AbsenceBody(absent=True)))
        return
    book.write_if_new(CardKind.ABSENCE, subject, project.id, as_body(AbsenceBody(absent=absent)))
