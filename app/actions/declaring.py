"""One declaration about a project over all laptops, and who has not reported yet. Source: VR-P4, design: Cards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from app.actions.office import Office, Work
from app.actions.settings import SettingsActions
from app.actions.team import TeamActions
from app.domain.card import Card, CardKind, CardState, device_of_fingerprint
from app.domain.card_body import AbsenceBody, body_of
from app.domain.card_trust import clean_fingerprint
from app.domain.certificate import IssuedCertificate
from app.domain.copy import CopyState
from app.domain.errors import InputError
from app.domain.identity import new_id
from app.domain.messages import msg
from app.domain.ports import Disk, Signer
from app.domain.project import Project
from app.domain.project_declaration import AbsenceWord, LaptopReport, laptop_reports
from app.report import Press
from app.report.plain import iso, signable
from app.report.project_declaration import ProjectDeclaration
from app.store import Session

ALIASES = "card.aliases"  # note of the cards: ids of other laptops for what has another id here

# Addresses of persons by device, as published records tell.
Persons = Callable[[Session], Mapping[str, str]]


class LaptopWords:
    """What is known here of every laptop's word about a project."""

    def __init__(self, office: Office, settings: SettingsActions, team: TeamActions, persons: Persons) -> None:
        self._office = office
        self._settings = settings
        self._team = team
        self._persons = persons

    def of_all(self, projects: Iterable[Project]) -> dict[str, tuple[LaptopReport, ...]]:
        """By project id, of projects that are closed. Read in one look: a client's report asks about many."""
        named, mail = self._team.named(), self._settings.own().mail
        policy = _persons_of_policy(self._settings.texts("team.devices"))
        with self._office.look() as session:
            trust, words, authors = named.trust(session), _words(session), _authors(session)
            persons = {**policy, **self._persons(session)}
            if mail:
                persons[named.own] = mail
            known = (trust.known | trust.leads) - trust.retired
            return {
                project.id: laptop_reports(
                    project,
                    _concerned(project, known, persons, authors) | (_of_members(project, persons) - trust.retired),
                    words.get(project.id, {}),
                    persons,
                    own=named.own,
                    own_holds=_holds(session, project),
                    now=self._office.clock.now(),
                )
                for project in projects
                if project.closed_at is not None
            }


class Declaring:
    def __init__(
        self,
        office: Office,
        settings: SettingsActions,
        words: LaptopWords,
        press: Press,
        signer: Signer,
        disk: Disk,
        *,
        device: str,
        data_dir: Path,
    ) -> None:
        self._office = office
        self._settings = settings
        self._words = words
        self._press = press
        self._signer = signer
        self._disk = disk
        self._device = device
        self._data_dir = data_dir

    def laptops(self, code: str) -> tuple[LaptopReport, ...]:
        """Who reported, and who has not. Raises NotFoundError; InputError for a project that is not closed."""
        project = self._closed(code)
        return self._words.of_all([project])[project.id]

    def declare(self, code: str) -> IssuedCertificate:
        """Issue the project's declaration as it stands now; it is complete when every laptop reported. Raises as above."""
        project = self._closed(code)
        reports = self._words.of_all([project])[project.id]
        with self._office.change() as work:
            content = self._content(work, project, reports)
            document = self._press.sign_project(content, self._signer, self._statement(work))
            issued = IssuedCertificate(
                id=content.id,
                project_id=project.id,
                agreement_id=None,
                issued_at=work.now,
                copies=document["totals"]["items"],
                methods=tuple(sorted(method["method"] for method in document["methods"])),
                residuals=len(document["residuals"]),
                complete=document["complete"],
                document=document,
            )
            work.session.certificates.add(issued)
            data = {"complete": issued.complete, "copies": issued.copies, "count": len(reports)}
            work.note("project.declared", issued.id, project=project.id, data=data)
            return issued

    def _content(self, work: Work, project: Project, reports: tuple[LaptopReport, ...]) -> ProjectDeclaration:
        assert project.closed_at is not None  # asked above
        session, head = work.session, work.session.journal.head()
        issued = [c for c in session.certificates.of_project(project.id) if c.agreement_id is not None]
        return ProjectDeclaration(
            id=new_id(),
            issued_at=work.now,
            firm=self._settings.text("own.firm"),
            device=self._device,
            client=session.clients.get(project.client_id).name,
            project_code=project.code,
            closed_at=project.closed_at,
            agreements=_agreements(session, project),
            parts=tuple(certificate.document for certificate in issued),
            laptops=reports,
            disk_encrypted=self._disk.is_encrypted(self._data_dir),
            journal_seq=head.seq,
            journal_hash=head.hash,
        )

    def _closed(self, code: str) -> Project:
        with self._office.look() as session:
            project = session.projects.resolve(code)
        if project.closed_at is None:
            raise InputError(msg("project.not-closed", code=project.code))
        return project

    def _statement(self, work: Work) -> str | None:
        statements = self._settings.texts("certificate.statements")
        return self._press.statement_for(self._signer.fingerprint, statements, work.now)


def _agreements(session: Session, project: Project) -> tuple[Mapping[str, Any], ...]:
    return tuple(
        {
            "id": agreement.id,
            "scope": signable(agreement.scope),
            "purpose": signable(agreement.purpose),
            "agreed_with": signable(agreement.agreed_with_name),
            "agreed_at": iso(agreement.agreed_at),
            "evidence_sha256": agreement.evidence.sha256,
        }
        for agreement in session.agreements.of_project(project.id)
    )


def _concerned(
    project: Project, known: frozenset[str], persons: Mapping[str, str], authors: Mapping[str, set[str]]
) -> frozenset[str]:
    """Devices that may hold something of the project: of a firm with hundreds of laptops not those of which it is known that
    their person was no member, unless they told something about it. Without a list of members every one is asked."""
    members = {member.mail.casefold() for member in project.members}
    told = authors.get(project.id, set())
    return frozenset(
        device
        for device in known
        if not members or device in told or (mail := persons.get(device)) is None or mail.casefold() in members
    )


def _authors(session: Session) -> dict[str, set[str]]:
    """Who told something else about a project than that they hold nothing of it."""
    aliases = session.notes.get(ALIASES) or {}
    found: dict[str, set[str]] = {}
    for recorded in session.cards.all():
        card = recorded.card
        if recorded.state is CardState.ACCEPTED and card.project_id is not None and card.kind is not CardKind.ABSENCE:
            found.setdefault(aliases.get(card.project_id, card.project_id), set()).add(card.author)
    return found


def _of_members(project: Project, persons: Mapping[str, str]) -> frozenset[str]:
    """Devices that published something as a member's, whether or not their cards count here."""
    members = {member.mail.casefold() for member in project.members}
    return frozenset(device for device, mail in persons.items() if mail.casefold() in members)


def _holds(session: Session, project: Project) -> bool:
    """What is not proven to be gone may still be here."""
    return any(copy.state is not CopyState.DELETED for copy in session.copies.of_project(project.id))


def _words(session: Session) -> dict[str, dict[str, AbsenceWord]]:
    """The newest word of each device about each project here, whatever id its author knows the project by."""
    aliases = session.notes.get(ALIASES) or {}
    newest: dict[tuple[str, str], Card] = {}
    for recorded in session.cards.all():
        card = recorded.card
        is_word = recorded.state is CardState.ACCEPTED and card.kind is CardKind.ABSENCE
        if not is_word or card.project_id is None or card.subject.rpartition(".")[2] != card.author:
            continue  # one laptop does not speak for another
        key = (aliases.get(card.project_id, card.project_id), card.author)
        if key not in newest or newest[key].order < card.order:
            newest[key] = card
    words: dict[str, dict[str, AbsenceWord]] = {}
    for (project_id, device), card in newest.items():
        absent = body_of(card, AbsenceBody).absent
        words.setdefault(project_id, {})[device] = AbsenceWord(device=device, absent=absent, at=card.at)
    return words


def _persons_of_policy(entries: Iterable[str]) -> dict[str, str]:
    """Entries like "robin@firm.example=<fingerprint>"."""
    persons = {}
    for entry in entries:
        person, mark, fingerprint = entry.rpartition("=")
        try:
            device = device_of_fingerprint(clean_fingerprint(fingerprint))
        except ValueError:
            continue
        if mark and "@" in person:
            persons[device] = person.strip().casefold()
    return persons
