"""Brings an accepted card to the registers of this laptop. The joins themselves are in `domain.card_merge`.

A project with the same code and client, or a client with the same name, that was added on two laptops is one and the same:
the other laptop's id becomes an alias here, so that its closing starts the week here too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from app.actions.agreements import approve, fulfil, withdraw
from app.actions.clients import apply_terms
from app.actions.deadlines import refresh_agreement, refresh_project, stamp, terms_of
from app.actions.office import Work
from app.domain.agreement import Agreement
from app.domain.card import Card, CardKind, CardState, Refusal, moment_of
from app.domain.card_body import (
    AgreementBody,
    ClientBody,
    ProjectBody,
    WithdrawalBody,
    agreement_of,
    body_of,
    client_of,
    evidence_of,
)
from app.domain.card_merge import (
    Closed,
    ProjectEnds,
    Stood,
    code_told,
    ends_of,
    fold_members,
    free_code,
    is_taken_back,
    merge_agreement,
    merge_client,
    merge_project,
)
from app.domain.client import Client
from app.domain.copy import OutsideCopy
from app.domain.deadline import Deadline, Trigger, deadline, earliest
from app.domain.events import Value
from app.domain.project import Project, ProjectStatus, retention_until
from app.store import Session
from app.store.register import folded

ALIASES = "card.aliases"  # note: {subject of another laptop: id here}


class Aliases:
    """Which ids of other laptops stand for something that has another id here."""

    def __init__(self, session: Session) -> None:
        self._session = session
        noted = session.notes.get(ALIASES)
        self._known: dict[str, str] = dict(noted) if isinstance(noted, dict) else {}

    def here(self, subject: str) -> str:
        return self._known.get(subject, subject)

    def subjects(self, id_: str) -> Iterator[str]:
        """The id and all its aliases."""
        yield id_
        yield from (subject for subject, here in self._known.items() if here == id_)

    def add(self, subject: str, id_: str) -> None:
        self._known[subject] = id_
        self._session.notes.set(ALIASES, self._known)


class _Names:
    """Client names and project codes by how people would read them; read once for a merge of thousands of cards."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._clients: dict[str, str] | None = None
        self._projects: dict[str, str] | None = None

    def client(self, name: str) -> Client | None:
        if self._clients is None:
            self._clients = {}
            for client in self._session.clients.all():
                self.add_client(client)
        id_ = self._clients.get(folded(name))
        return None if id_ is None else self._session.clients.find(id_)

    def add_client(self, client: Client) -> None:
        """A name goes before somebody else's variant."""
        if self._clients is not None:
            self._clients[folded(client.name)] = client.id
            for variant in client.variants:
                self._clients.setdefault(folded(variant), client.id)

    def project(self, code: str) -> Project | None:
        if self._projects is None:
            self._projects = {folded(project.code): project.id for project in self._session.projects.all()}
        id_ = self._projects.get(folded(code))
        return None if id_ is None else self._session.projects.find(id_)

    def add_project(self, project: Project) -> None:
        if self._projects is not None:
            self._projects[folded(project.code)] = project.id

    def is_taken(self, code: str) -> bool:
        return self.project(code) is not None


class Joining:
    """One merge under way. `join` gives the reason why a card from a trusted author changes nothing, or None."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._session = work.session
        self.aliases = Aliases(work.session)
        self._names = _Names(work.session)
        self._joins: dict[CardKind, Callable[[Work, Card], Refusal | None]] = {
            CardKind.CLIENT: self._client,
            CardKind.PROJECT: self._project,
            CardKind.MEMBERS: self._members,
            CardKind.AGREEMENT: self._agreement,
            CardKind.APPROVAL: self._approval,
            CardKind.CLOSING: self._closing,
            CardKind.REOPENING: self._reopening,
            CardKind.WITHDRAWAL: self._withdrawal,
            CardKind.FULFILLED: self._fulfilled,
            CardKind.DELETION_REQUEST: self._deletion_request,
            CardKind.ABSENCE: self._absence,
        }

    def join(self, card: Card) -> Refusal | None:
        # What follows from a card is journalled in its author's name.
        return self._joins[card.kind](replace(self._work, actor=card.author), card)

    def project_here(self, card: Card) -> Project | None:
        return None if card.project_id is None else self._session.projects.find(self.aliases.here(card.project_id))

    def cards(self, kind: CardKind, id_: str) -> list[Card]:
        """The accepted cards of a kind about something here, whatever id their author knew it by."""
        return [card for subject in self.aliases.subjects(id_) for card in accepted(self._session, kind, subject)]

    def _client(self, work: Work, card: Card) -> Refusal | None:
        body = body_of(card, ClientBody)
        told = client_of(card.subject, body, card.at)
        known = self._session.clients.find(self.aliases.here(card.subject))
        if known is None and (known := self._names.client(told.name)) is not None:
            self.aliases.add(card.subject, known.id)
        if known is None:
            self._session.clients.add(told)
            self._names.add_client(told)
            return None
        newer = card.subject == known.id and self._is_newest(card)
        merged = self._with_free_name(merge_client(known, told, newer=newer), known)
        if merged == known:
            return self._nothing_new(card)
        self._session.clients.update(merged)
        self._names.add_client(merged)
        if merged.terms != known.terms:
            apply_terms(work, merged)
        return None

    def _with_free_name(self, merged: Client, known: Client) -> Client:
        other = self._names.client(merged.name)
        return merged if other is None or other.id == known.id else replace(merged, name=known.name)

    def _project(self, work: Work, card: Card) -> Refusal | None:
        body = body_of(card, ProjectBody)
        client = self._session.clients.find(self.aliases.here(body.client))
        if client is None:
            return Refusal.UNKNOWN_SUBJECT
        known = self._session.projects.find(self.aliases.here(card.subject))
        if known is None:
            same = self._names.project(body.code)
            if same is not None and same.client_id == client.id:
                self.aliases.add(card.subject, same.id)
                known = same
        if known is None:
            known = self._new_project(card, body, client)
            self._session.projects.add(known)
            self._names.add_project(known)
            return None
        newer = card.subject == known.id and self._is_newest(card)
        code = known.code if code_told(known.code, body.code) else free_code(body.code, self._names.is_taken)
        merged = merge_project(known, code, body.principal, body.goals, newer=newer)
        if merged == known:
            return self._nothing_new(card)
        self._session.projects.update(merged)
        self._names.add_project(merged)
        return None

    def _new_project(self, card: Card, body: ProjectBody, client: Client) -> Project:
        return Project(
            id=card.subject,
            code=free_code(body.code, self._names.is_taken),
            client_id=client.id,
            created_at=card.at,
            principal=body.principal,
            goals=tuple(body.goals),
            origin="shared",
        )

    def _members(self, work: Work, card: Card) -> Refusal | None:
        project = self.project_here(card)
        if project is None:
            return Refusal.UNKNOWN_SUBJECT
        before = self.cards(card.kind, project.id)
        members = fold_members([*before, card])
        if members == fold_members(before):
            return self._nothing_new(card)
        self._session.projects.update(replace(project, members=members))
        return None

    def _agreement(self, work: Work, card: Card) -> Refusal | None:
        project = self.project_here(card)
        if project is None:
            return Refusal.UNKNOWN_SUBJECT
        body = body_of(card, AgreementBody)
        told = agreement_of(card.subject, project.id, body)
        known = self._session.agreements.find(card.subject)
        if known is None:
            self._session.agreements.add(told)
            return None
        merged = merge_agreement(known, told)
        if merged == known:
            return self._nothing_new(card)
        self._session.agreements.update(merged)
        refresh_agreement(work, merged)
        return None

    def _approval(self, work: Work, card: Card) -> Refusal | None:
        agreement = self._agreement_here(card)
        if agreement is None:
            return Refusal.UNKNOWN_SUBJECT
        at = moment_of(card.body["approved_at"])
        if agreement.approved_at is None:
            approve(work, agreement, at, card.author)
        elif at < agreement.approved_at:
            self._session.agreements.update(replace(agreement, approved_at=at, approved_by=card.author))
        return None

    def _withdrawal(self, work: Work, card: Card) -> Refusal | None:
        agreement = self._agreement_here(card)
        if agreement is None:
            return Refusal.UNKNOWN_SUBJECT
        body = body_of(card, WithdrawalBody)
        evidence = None if body.evidence is None else evidence_of(body.evidence)
        at = moment_of(body.withdrawn_at)
        withdraw(work, agreement, at, evidence)
        return None

    def _fulfilled(self, work: Work, card: Card) -> Refusal | None:
        agreement = self._agreement_here(card)
        if agreement is None:
            return Refusal.UNKNOWN_SUBJECT
        fulfil(work, agreement, moment_of(card.body["fulfilled_at"]))
        return None

    def _agreement_here(self, card: Card) -> Agreement | None:
        return self._session.agreements.find(card.subject)

    def _closing(self, work: Work, card: Card) -> Refusal | None:
        project = self.project_here(card)
        if project is None:
            return Refusal.UNKNOWN_SUBJECT
        reopenings = [moment_of(c.body["reopened_at"]) for c in self.cards(CardKind.REOPENING, project.id)]
        if is_taken_back(closed_of(card), reopenings):
            return Refusal.REPLAYED
        self._ends(work, project, card)
        return None

    def _reopening(self, work: Work, card: Card) -> Refusal | None:
        project = self.project_here(card)
        if project is None:
            return Refusal.UNKNOWN_SUBJECT
        self._ends(work, project, card)
        return None

    def _ends(self, work: Work, project: Project, card: Card) -> None:
        """A closing or reopening is kept although it changes nothing now: what comes later may depend on it."""
        cards = [*self.cards(CardKind.CLOSING, project.id), *self.cards(CardKind.REOPENING, project.id), card]
        reopened = any(known.kind is CardKind.REOPENING for known in cards)
        apply_ends(work, project, known_ends(cards), reopened=reopened)

    def _deletion_request(self, work: Work, card: Card) -> Refusal | None:
        project = self.project_here(card)
        if project is None:
            return Refusal.UNKNOWN_SUBJECT
        if project.client_request_evidence is not None:
            return None
        evidence = card.body["evidence_sha256"]
        self._session.projects.update(replace(project, client_request_evidence=evidence))
        work.note("project.client-request", project.id, project=project.id, data={"evidence": evidence})
        return None

    def _absence(self, work: Work, card: Card) -> Refusal | None:
        return None if self._is_newest(card) else self._nothing_new(card)

    def _is_newest(self, card: Card) -> bool:
        orders = [known.order for known in accepted(self._session, card.kind, card.subject)]
        return all(card.order > order for order in orders)

    def _nothing_new(self, card: Card) -> Refusal | None:
        """A description that adds nothing is fine, unless it is an old one that comes after a newer one. What ends something is
        never outdated: two people may end the same thing, and the earlier counts."""
        newest = self._session.cards.latest_version(card.kind, card.subject)
        return Refusal.OUTDATED if card.version < newest else None


def accepted(session: Session, kind: CardKind, subject: str) -> list[Card]:
    recorded = session.cards.of_subject(subject)
    return [r.card for r in recorded if r.state is CardState.ACCEPTED and r.card.kind is kind]


def closed_of(card: Card) -> Closed:
    """A reopening tells of the closing it reopens, should that card never come."""
    entered = moment_of(card.body["reopened_at"]) if card.kind is CardKind.REOPENING else card.at
    return Closed(closed_at=moment_of(card.body["closed_at"]), entered_at=entered)


def known_ends(cards: list[Card]) -> ProjectEnds:
    """What closing and reopening cards of one project come to."""
    reopenings = [moment_of(c.body["reopened_at"]) for c in cards if c.kind is CardKind.REOPENING]
    return ends_of([closed_of(card) for card in cards], reopenings)


def apply_ends(work: Work, project: Project, ends: ProjectEnds, *, reopened: bool) -> None:
    """Bring the project and its copies to `ends` in one step.

    `reopened`: a reopening is known; then ends that closings set are worked out anew, else they only move earlier.
    """
    target = _at_end(work, project, ends)
    if target.closed_at != project.closed_at:
        work.session.projects.update(target)
    copies = refresh_project(work, target, _Binding(work, target, ends.stood, reopened=reopened))
    if target.closed_at == project.closed_at:
        return
    if project.closed_at is not None and (target.closed_at is None or target.closed_at > project.closed_at):
        stood = any(stood.closed_at == project.closed_at for stood in ends.stood)
        data: dict[str, Value] = {"taken_back": not stood, "copies": len(copies)}
        work.note("project.reopened", project.id, project=project.id, data=data)
    if target.closed_at is not None:
        late = any(copy.due_at is not None and copy.due_at < work.now for copy in copies)
        data = {"closed_at": stamp(target.closed_at), "copies": len(copies), "late": late}
        work.note("project.closed", project.id, project=project.id, data=data)
        work.note("contract.closed", project.id, project=project.id, data={"copies": len(copies)})


def _at_end(work: Work, project: Project, ends: ProjectEnds) -> Project:
    closed_at = ends.closed_at
    if closed_at is None:
        return replace(
            project, status=ProjectStatus.ACTIVE, closed_at=None, closing_known_at=None, retention_until=None
        )
    keep_until = retention_until(closed_at, terms_of(work, project))
    return replace(
        project,
        status=ProjectStatus.CLOSED,
        closed_at=closed_at,
        # An agreement that was made before the closing was entered knew nothing of it, however far that is dated back.
        closing_known_at=ends.entered_at,
        retention_until=keep_until,
    )


class _Binding:
    """The end of a copy by all closings that bind it: the one in force, and earlier ones that stood while it existed."""

    def __init__(self, work: Work, project: Project, stood: tuple[Stood, ...], *, reopened: bool) -> None:
        self._project = project
        self._stood = stood
        self._reopened = reopened
        self._terms = terms_of(work, project)
        self._agreements = {a.id: a for a in work.session.agreements.of_project(project.id)}

    def __call__(self, copy: OutsideCopy, end: Deadline | None) -> Deadline | None:
        for stood in self._stood:
            if copy.created_at <= stood.reopened_at:
                closed = replace(self._project, closed_at=stood.closed_at)
                end = earliest(end, deadline(self._agreements[copy.agreement_id], closed, self._terms))
        if self._reopened and copy.trigger is Trigger.PROJECT_CLOSED:
            return end
        known = Deadline(copy.due_at, copy.trigger) if copy.due_at is not None and copy.trigger is not None else None
        return earliest(known, end)
