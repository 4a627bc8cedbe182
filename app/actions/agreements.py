"""Agreements: what the client demonstrably agreed. Source: VR-P3, VR-U1, VT-A4, VT-U1."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from app.actions.clients import parse_mailbox
from app.actions.deadlines import refresh_agreement, stamp
from app.actions.errors import refuse_end_before_start, refuse_future, required
from app.actions.evidence import keep_evidence
from app.actions.office import Office, Work
from app.actions.settings import SettingsActions
from app.domain.agreement import Agreement, AgreementState, Evidence, Place, state_of
from app.domain.card import Role
from app.domain.client import Client, Contact
from app.domain.errors import InputError
from app.domain.identity import new_id
from app.domain.messages import msg
from app.domain.project import Project
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


class AgreementActions:
    def __init__(self, office: Office, vault: Vault, settings: SettingsActions) -> None:
        self._office = office
        self._vault = vault
        self._settings = settings

    def list(self) -> tuple[tuple[Agreement, AgreementState], ...]:
        now = self._office.clock.now()
        with self._office.look() as session:
            return tuple((agreement, state_of(agreement, now)) for agreement in session.agreements.all())

    def show(self, start: str) -> tuple[Agreement, AgreementState]:
        with self._office.look() as session:
            agreement = session.agreements.resolve(start)
        return agreement, state_of(agreement, self._office.clock.now())

    def add(self, new: NewAgreement) -> Agreement:
        """Record an agreement with its evidence. All is checked before the evidence is kept. Raises InputError."""
        with self._office.look() as session:
            project = session.projects.resolve(new.project_code)
            client = session.clients.get(project.client_id)
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
        """A lead approves special categories under this agreement (VT-U1). Raises InputError for anybody else."""
        with self._office.change() as work:
            agreement = work.session.agreements.resolve(start)
            if role is not Role.LEAD:
                raise InputError(msg("agreement.approve-lead"))
            return approve(work, agreement, work.now, device)

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
