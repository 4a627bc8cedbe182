"""Agreements: what the client demonstrably agreed. Source: VR-P3, VR-U1, VT-A4, VT-U1."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from app.actions.access import Leave
from app.actions.clients import parse_mailbox
from app.actions.deadlines import refresh_agreement, stamp
from app.actions.errors import refuse_end_before_start, refuse_future, required
from app.actions.evidence import MAX_EVIDENCE, keep_evidence
from app.actions.office import Office, Work
from app.actions.progress import shares
from app.actions.reading import read_given
from app.actions.settings import SettingsActions
from app.actions.storage_places import StoragePlaces
from app.domain.access import Act
from app.domain.agreement import Agreement, AgreementState, Evidence, Place, needs_review, state_of
from app.domain.card import Role
from app.domain.client import Client, Contact
from app.domain.copy import Location, OutsideCopy
from app.domain.deadline import deadline
from app.domain.errors import AssistantError, InputError, Stopped
from app.domain.identity import new_id
from app.domain.messages import Message, msg
from app.domain.ports import Progress
from app.domain.project import Project
from app.store import Session
from app.vault import Vault

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAgreement:
    project_code: str
    scope: str
    purpose: str
    agreed_with: str
    agreed_at: datetime
    evidence: Path
    place: Place = Place.LAPTOP
    valid_until: datetime | None = None
    hold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """An agreement as a list shows it. `ends_at`: when it ends or ended, by its own date, its purpose or the client's word;
    `due_at`: when the copies under it must be gone; None while no end is known."""

    agreement: Agreement
    state: AgreementState
    copies: int
    ends_at: datetime | None
    due_at: datetime | None
    needs_review: bool
    client: str
    project: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extended:
    """The new agreement, the ids of the copies that are under it now, and those that stayed, each with the reason."""

    agreement: Agreement
    moved: tuple[str, ...]
    left: tuple[tuple[str, Message], ...]


class MoveCopy(Protocol):
    """`CopyActions.move`: brings a copy under another agreement, or raises why it stays."""

    def __call__(self, start: str, agreement_start: str, *, progress: Progress | None = None) -> object: ...


class AgreementActions:
    def __init__(
        self,
        office: Office,
        vault: Vault,
        settings: SettingsActions,
        move: MoveCopy,
        may: Leave,
        storage: StoragePlaces,
    ) -> None:
        self._may = may
        self._storage = storage
        self._office = office
        self._vault = vault
        self._settings = settings
        self._move = move

    def list(self) -> tuple[tuple[Agreement, AgreementState], ...]:
        now = self._office.clock.now()
        with self._office.look() as session:
            return tuple((agreement, state_of(agreement, now)) for agreement in session.agreements.all())

    def rows(self, project: str | None = None) -> tuple[AgreementRow, ...]:
        """All agreements, or those of the project with this code, in the order in which they were recorded."""
        now = self._office.clock.now()
        with self._office.look() as session:
            agreements = session.agreements.all()
            projects = {known.id: known for known in session.projects.all()}
            clients = {client.id: client for client in session.clients.all()}
            only = None if project is None else session.projects.resolve(project).id
            copies = session.listing.copies_by_agreement()
        return tuple(
            _row(agreement, projects[agreement.project_id], clients, copies.get(agreement.id, 0), now)
            for agreement in agreements
            if only in (None, agreement.project_id)
        )

    def show(self, start: str) -> tuple[Agreement, AgreementState]:
        with self._office.look() as session:
            agreement = session.agreements.resolve(start)
        return agreement, state_of(agreement, self._office.clock.now())

    def add(self, new: NewAgreement) -> Agreement:
        """Record an agreement with its evidence. All is checked before the evidence is kept. Raises InputError."""
        with self._office.look() as session:
            project = session.projects.resolve(new.project_code)
            client = session.clients.get(project.client_id)
        self._may(Act.AGREEMENT_ADD, project.id)
        self._storage.refuse_outside(new.place)
        contact = self._checked(new, project, client)
        evidence = keep_evidence(self._vault, new.evidence)
        with self._office.change() as work:
            project = _with_goal(work, work.session.projects.get(project.id), new.purpose)
            agreement = Agreement(
                id=new_id(),
                project_id=project.id,
                scope=required(new.scope, "scope"),
                purpose=_goal(project, new.purpose),
                place=new.place,
                agreed_with_name=contact.name,
                agreed_with_mail=contact.mail,
                agreed_at=new.agreed_at,
                registered_at=work.now,
                evidence=evidence,
                valid_until=new.valid_until,
                hold=new.hold,
            )
            work.session.agreements.add(agreement)
            _note_linked(work, agreement, project)
            return agreement

    def extend(self, start: str, new: NewAgreement, *, progress: Progress | None = None) -> Extended:
        """Longer, by a new agreement with its own evidence: all live copies of the old one that can be moved come under it.

        What cannot move stays under the old agreement and is said; so is what was not begun when `progress` raised Stopped.
        Raises InputError, and then nothing was recorded.
        """
        with self._office.look() as session:
            old = session.agreements.resolve(start)
            self._refuse_no_extension(session, old, new)
        agreement = self.add(new)
        with self._office.look() as session:
            copies = [copy for copy in session.copies.of_agreement(old.id) if copy.is_live]
        moved, left = _moved(copies, agreement, self._move, progress)
        return Extended(agreement=agreement, moved=tuple(moved), left=tuple(left))

    def _refuse_no_extension(self, session: Session, old: Agreement, new: NewAgreement) -> None:
        """Of the same client, for the same place, and with evidence that is not that of the old one."""
        clients = {session.projects.get(old.project_id).client_id, session.projects.resolve(new.project_code).client_id}
        if len(clients) > 1:
            raise InputError(msg("agreement.other-client"))
        if new.place is not old.place:
            raise InputError(msg("agreement.extend-place"))
        if hashlib.sha256(read_given(new.evidence, MAX_EVIDENCE)).hexdigest() == old.evidence.sha256:
            raise InputError(msg("copy.move-own-evidence"))

    def fulfilled(self, start: str, at: datetime | None = None) -> Agreement:
        """The purpose is fulfilled: copies are proposed for deletion at once and must be gone in a week (VR-P4, VR-U5b)."""
        with self._office.change() as work:
            agreement = work.session.agreements.resolve(start)
            moment = at or work.now
            refuse_future(moment, work.now)
            # A date without a time is the start of its day, so within a day the order cannot be told.
            refuse_end_before_start(agreement.agreed_at - A_DAY, moment)
            return fulfil(work, agreement, moment)

    def withdraw(self, start: str, evidence: Path) -> Agreement:
        """The client takes its agreement back: copies are due at once."""
        with self._office.look() as session:
            agreement = session.agreements.resolve(start)
        if agreement.withdrawn_at is not None:
            return agreement
        kept = keep_evidence(self._vault, evidence)
        with self._office.change() as work:
            return withdraw(work, work.session.agreements.get(agreement.id), work.now, kept)

    def approve(self, start: str, *, role: Role, device: str) -> Agreement:
        """A lead approves special categories under this agreement (VT-U1). Raises AccessDenied for anybody else."""
        with self._office.look() as session:
            agreement = session.agreements.resolve(start)
        if role is not Role.LEAD:  # whoever speaks for a lead has to be one, for other laptops will ask
            self._may(Act.AGREEMENT_APPROVE, agreement.project_id)
            raise InputError(msg("agreement.approve-lead"))
        with self._office.change() as work:
            return approve(work, work.session.agreements.get(agreement.id), work.now, device)

    def _checked(self, new: NewAgreement, project: Project, client: Client) -> Contact:
        now = self._office.clock.now()
        required(new.scope, "scope")
        _goal(project, new.purpose)
        refuse_future(new.agreed_at, now)
        refuse_end_before_start(new.agreed_at, new.valid_until)
        contact = parse_mailbox(new.agreed_with)
        self._refuse_colleague(contact.mail)
        if not speaks_for(client, contact.mail):
            raise InputError(msg("agreement.not-the-client", client=client.name))
        return contact

    def _refuse_colleague(self, mail: str) -> None:
        """Own colleagues cannot agree for the client (design: Agreement)."""
        own = self._settings.own()
        if mail == own.mail or belongs_to(mail, own.domains):
            raise InputError(msg("agreement.own-colleague"))


def _moved(
    copies: Sequence[OutsideCopy], agreement: Agreement, move: MoveCopy, progress: Progress | None
) -> tuple[list[str], list[tuple[str, Message]]]:
    moved: list[str] = []
    left: list[tuple[str, Message]] = []
    sizes = [copy.size_bytes if copy.location is Location.VAULT else 0 for copy in copies]  # the others are records
    for position, (copy, part) in enumerate(zip(copies, shares(progress, sizes), strict=True)):
        try:
            move(copy.id, agreement.id, progress=part)
        except Stopped as stopped:
            left += [(rest.id, stopped.message) for rest in copies[position:]]
            break
        except AssistantError as error:
            left.append((copy.id, error.message))
        else:
            moved.append(copy.id)
    return moved, left


def _row(
    agreement: Agreement, project: Project, clients: Mapping[str, Client], copies: int, now: datetime
) -> AgreementRow:
    client = clients[project.client_id]
    ends = (agreement.valid_until, agreement.purpose_fulfilled_at, agreement.withdrawn_at)
    due = deadline(agreement, project, client.terms)
    return AgreementRow(
        agreement=agreement,
        state=state_of(agreement, now),
        copies=copies,
        ends_at=min((end for end in ends if end is not None), default=None),
        due_at=None if due is None else due.due_at,
        needs_review=needs_review(agreement, now),
        client=client.name,
        project=project.code,
        evidence=agreement.evidence.name,
    )


def fulfil(work: Work, agreement: Agreement, at: datetime) -> Agreement:
    """The earliest moment counts; a later one changes nothing."""
    if agreement.purpose_fulfilled_at is not None and agreement.purpose_fulfilled_at <= at:
        return agreement
    changed = replace(agreement, purpose_fulfilled_at=at)
    work.session.agreements.update(changed)
    copies = refresh_agreement(work, changed)
    work.note(
        "agreement.fulfilled",
        agreement.id,
        project=agreement.project_id,
        data={"at": stamp(at), "copies": len(copies)},
    )
    return changed


def withdraw(work: Work, agreement: Agreement, at: datetime, evidence: Evidence | None) -> Agreement:
    if agreement.withdrawn_at is not None and agreement.withdrawn_at <= at:
        return agreement
    changed = replace(agreement, withdrawn_at=at, withdrawal_evidence=evidence or agreement.withdrawal_evidence)
    work.session.agreements.update(changed)
    copies = refresh_agreement(work, changed)
    work.note(
        "agreement.withdrawn",
        agreement.id,
        project=agreement.project_id,
        data={"evidence": evidence.sha256 if evidence else None, "copies": len(copies)},
    )
    return changed


def approve(work: Work, agreement: Agreement, at: datetime, device: str) -> Agreement:
    if agreement.approved_at is not None:
        return agreement
    changed = replace(agreement, approved_at=at, approved_by=device)
    work.session.agreements.update(changed)
    work.note("agreement.approved", agreement.id, project=agreement.project_id)
    return changed


def speaks_for(client: Client, mail: str) -> bool:
    """Whether somebody with this address can agree for the client: a contact, or anybody of one of its domains.

    Domains of processors do not count: a processor works for the client, it does not decide for it.
    """
    return any(contact.mail == mail for contact in client.contacts) or belongs_to(mail, client.domains)


def belongs_to(mail: str, domains: Iterable[str]) -> bool:
    """Whether the address is of one of `domains`, or of a part of one (mail.client.nl)."""
    domain = mail.rpartition("@")[2]
    return any(domain == known or domain.endswith("." + known) for known in domains)


def _goal(project: Project, purpose: str) -> str:
    """The purpose must be one of the project's goals (VR-U1); a project without goals gets it as its first."""
    text = required(purpose, "purpose")
    if not project.goals:
        return text
    for goal in project.goals:
        if goal.casefold() == text.casefold():
            return goal
    raise InputError(msg("agreement.not-a-goal", purpose=text, goals="; ".join(project.goals)))


def _with_goal(work: Work, project: Project, purpose: str) -> Project:
    if project.goals:
        return project
    changed = replace(project, goals=(required(purpose, "purpose"),))
    work.session.projects.update(changed)
    work.note("project.changed", project.id, project=project.id, data={"fields": ["goals"]})
    return changed


def _note_linked(work: Work, agreement: Agreement, project: Project) -> None:
    work.note(
        "agreement.linked",
        agreement.id,
        project=agreement.project_id,
        data={
            "place": agreement.place.value,
            "evidence": agreement.evidence.sha256,
            "until": stamp(agreement.valid_until),
            "hold": agreement.hold,
        },
    )
    number = project.goals.index(agreement.purpose)  # the goal's place in the list: no text in the journal
    work.note("purpose.set", agreement.id, project=agreement.project_id, data={"goal": number})
