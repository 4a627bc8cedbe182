""" "What do you hold of us": one page for a client. Source: contract, client report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from app.actions.certificates import residual_of
from app.actions.copy_view import shown
from app.actions.declaring import LaptopWords
from app.actions.office import Office
from app.actions.settings import SettingsActions
from app.actions.status import StatusActions
from app.actions.storage_places import StoragePlaces
from app.domain.agreement import Agreement, state_of
from app.domain.certificate import IssuedCertificate
from app.domain.copy import CopyState, OutsideCopy
from app.domain.deletion import Residual
from app.domain.moments import ClockJudgement
from app.domain.project import Project
from app.domain.project_declaration import LaptopReport
from app.domain.rules import RuleState
from app.report import Press
from app.report.client_report import ClientReport, HeldCopies, ReportedAgreement, ReportedDeletion, ReportedProject

MEASURES = ("VR-P1a", "VR-P3", "VR-P4", "VR-U1", "VR-U5b", "VT-T2", "VT-U1")


class ClientReportActions:
    def __init__(
        self,
        office: Office,
        settings: SettingsActions,
        status: StatusActions,
        press: Press,
        words: LaptopWords,
        storage: StoragePlaces,
    ) -> None:
        self._office = office
        self._words = words
        self._storage = storage
        self._settings = settings
        self._status = status
        self._press = press

    def write(self, name: str, target: Path) -> ClientReport:
        """Write the report as .pdf or .json. Raises InputError for an unknown client or another ending."""
        report = self.report(name)
        self._press.write_client_report(report, target)
        return report

    def report(self, name: str) -> ClientReport:
        judgement = self._office.clock.judgement()
        with self._office.look() as session:
            client = session.clients.resolve(name)
            rules = self._status.of_client(client.id)
            projects = {p.id: p for p in session.projects.of_client(client.id)}
            agreements = [a for p in projects for a in session.agreements.of_project(p)]
            copies = [c for p in projects for c in session.copies.of_project(p)]
            certificates = [c for p in projects for c in session.certificates.of_project(p)]
        codes = {id_: project.code for id_, project in projects.items()}
        laptops = self._words.of_all(projects.values())
        return ClientReport(
            client=client.name,
            firm=self._settings.text("own.firm"),
            as_of=judgement.now,
            agreements=tuple(_agreement(a, codes[a.project_id], judgement.now) for a in agreements),
            copies=_held(copies, codes, judgement),
            deletions=tuple(_deletion(c, codes[c.project_id]) for c in certificates if c.agreement_id is not None),
            residuals=_residuals(certificates),
            projects=tuple(_project(project, laptops.get(project.id, ())) for project in projects.values()),
            storage=self._storage.all(),
            measures=tuple(
                (id_, rules[id_].state, rules[id_].sentence)
                for id_ in MEASURES
                if rules[id_].state is not RuleState.PLANNED
            ),
        )


def _agreement(agreement: Agreement, project: str, now: datetime) -> ReportedAgreement:
    return ReportedAgreement(
        project=project,
        scope=agreement.scope,
        purpose=agreement.purpose,
        agreed_with=agreement.agreed_with_name,
        agreed_at=agreement.agreed_at,
        until=agreement.valid_until,
        state=state_of(agreement, now).value,
    )


def _held(copies: Sequence[OutsideCopy], codes: Mapping[str, str], judgement: ClockJudgement) -> tuple[HeldCopies, ...]:
    """By project, place, state and end. One that is not proven to be gone is told: we cannot say that we no longer hold it."""
    held = Counter(
        (codes[copy.project_id], copy.location.value, shown(copy, judgement).state.value, copy.due_at)
        for copy in copies
        if copy.state is not CopyState.DELETED
    )
    return tuple(
        HeldCopies(project=project, location=location, state=state, due_at=due, count=count)
        for (project, location, state, due), count in held.items()
    )


def _deletion(certificate: IssuedCertificate, project: str) -> ReportedDeletion:
    return ReportedDeletion(
        project=project,
        certificate=certificate.id,
        issued_at=certificate.issued_at,
        copies=certificate.copies,
        methods=certificate.methods,
        residuals=certificate.residuals,
        supplement_to=certificate.supplement_to,
    )


def _project(project: Project, laptops: tuple[LaptopReport, ...]) -> ReportedProject:
    return ReportedProject(project=project.code, closed_at=project.closed_at, laptops=laptops)


def _residuals(certificates: Sequence[IssuedCertificate]) -> tuple[Residual, ...]:
    """What the declarations name as remaining, each once; of one that was supplemented the last word counts."""
    last = {c.supplement_to or c.id: c for c in certificates if c.agreement_id is not None}
    rows = (row for certificate in last.values() for row in certificate.document.get("residuals", ()))
    return tuple(dict.fromkeys(residual_of(row) for row in rows))
