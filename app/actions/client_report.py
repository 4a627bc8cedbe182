""" "What do you hold of us": one page for a client. Source: contract, client report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from app.actions.office import Office
from app.actions.settings import SettingsActions
from app.actions.status import StatusActions
from app.domain.agreement import state_of
from app.domain.certificate import IssuedCertificate
from app.domain.copy import CopyState, shown_state
from app.domain.deletion import Residual, ResidualKind
from app.domain.moments import ClockState
from app.domain.rules import RuleState
from app.report import Press
from app.report.client_report import ClientReport, HeldCopies, ReportedAgreement, ReportedDeletion

MEASURES = ("VR-P1a", "VR-P3", "VR-P4", "VR-U1", "VR-U5b", "VT-T2", "VT-U1")


class ClientReportActions:
    def __init__(self, office: Office, settings: SettingsActions, status: StatusActions, press: Press) -> None:
        self._office = office
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
        now = judgement.now
        with self._office.look() as session:
            client = session.clients.resolve(name)
            rules = self._status.of_client(client.id)
            projects = {p.id: p for p in session.projects.of_client(client.id)}
            agreements = [a for p in projects for a in session.agreements.of_project(p)]
            # A copy that is not proven to be gone is told: we cannot say that we no longer hold it.
            held_or_lost = [
                c for p in projects for c in session.copies.of_project(p) if c.state is not CopyState.DELETED
            ]
            certificates = [c for p in projects for c in session.certificates.of_project(p)]
        trusted = judgement.state is ClockState.TRUSTED
        held = Counter(
            (projects[c.project_id].code, c.location.value, shown_state(c, now, time_trusted=trusted).value, c.due_at)
            for c in held_or_lost
        )
        return ClientReport(
            client=client.name,
            firm=self._settings.text("own.firm"),
            as_of=now,
            agreements=tuple(
                ReportedAgreement(
                    project=projects[a.project_id].code,
                    scope=a.scope,
                    purpose=a.purpose,
                    agreed_with=a.agreed_with_name,
                    agreed_at=a.agreed_at,
                    until=a.valid_until,
                    state=state_of(a, now).value,
                )
                for a in agreements
            ),
            copies=tuple(
                HeldCopies(project=project, location=location, state=state, due_at=due, count=count)
                for (project, location, state, due), count in held.items()
            ),
            deletions=tuple(
                ReportedDeletion(
                    project=projects[c.project_id].code,
                    certificate=c.id,
                    issued_at=c.issued_at,
                    copies=c.copies,
                    methods=c.methods,
                    residuals=c.residuals,
                )
                for c in certificates
            ),
            residuals=_residuals(certificates),
            measures=tuple(
                (id_, rules[id_].state, rules[id_].sentence)
                for id_ in MEASURES
                if rules[id_].state is not RuleState.PLANNED
            ),
        )


def _residuals(certificates: Sequence[IssuedCertificate]) -> tuple[Residual, ...]:
    """What the declarations name as remaining, each once."""
    rows = (row for certificate in certificates for row in certificate.document.get("residuals", ()))
    return tuple(
        dict.fromkeys(
            Residual(
                kind=ResidualKind(row["kind"]),
                where=row["where"],
                until=datetime.fromisoformat(row["until"]) if row.get("until") else None,
            )
            for row in rows
        )
    )
