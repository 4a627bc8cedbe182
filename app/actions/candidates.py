"""Which agreements a person can choose from when findings are sealed or stay in their place. Source: VR-P3, VT-U1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.actions.advising import accepting
from app.actions.resolving import GROUND
from app.domain.agreement import Agreement, Place
from app.domain.deadline import deadline
from app.domain.finding import Finding, ResolvedHow
from app.domain.messages import Message, msg
from app.domain.ports import Places
from app.store import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An agreement that runs. `due_at`: when copies under it must be gone, None while no end is known. `refusal`: why it
    does not fit, None when it does. `awaits_approval`: it fits, and a lead must still approve it for special categories."""

    agreement: Agreement
    project_code: str
    client: str
    due_at: datetime | None
    refusal: Message | None
    awaits_approval: bool


def candidates(
    session: Session, findings: Sequence[Finding], how: ResolvedHow, places: Places, now: datetime
) -> tuple[Candidate, ...]:
    """Those of the findings' client, or of all clients while it is unknown: what fits first, then the newest. None for
    findings of several clients. `how`: SEALED or KEPT."""
    known = {finding.client_id for finding in findings if finding.client_id is not None}
    is_special = any(finding.special for finding in findings)
    found: list[Candidate] = []
    for client in (client for client in session.clients.all() if known <= {client.id}):
        for project in session.projects.of_client(client.id):
            for agreement in accepting(session, project, now):
                end = deadline(agreement, project, client.terms)
                found.append(
                    Candidate(
                        agreement=agreement,
                        project_code=project.code,
                        client=client.name,
                        due_at=end.due_at if end is not None else None,
                        refusal=_refusal(agreement, findings, how, places),
                        awaits_approval=is_special and agreement.approved_at is None,
                    )
                )
    return tuple(
        sorted(found, key=lambda c: (c.refusal is not None, -c.agreement.agreed_at.timestamp(), c.agreement.id))
    )


def _refusal(agreement: Agreement, findings: Sequence[Finding], how: ResolvedHow, places: Places) -> Message | None:
    """As the actions refuse it in the end."""
    if how is ResolvedHow.SEALED:
        return None if agreement.place is Place.LAPTOP else _other_place(agreement)
    if any(finding.special for finding in findings) and agreement.approved_at is None:
        return msg("agreement.needs-approval")
    if agreement.place is Place.LAPTOP:
        return None
    folders = _folders(finding for finding in findings if not finding.is_place)
    fits = all(places.of(folder).kind is GROUND[agreement.place] for folder in folders)
    return None if fits else _other_place(agreement)


def _other_place(agreement: Agreement) -> Message:
    return msg("agreement.other-place", place=agreement.place.value)


def _folders(findings: Iterable[Finding]) -> set[Path]:
    return {Path(finding.path).parent for finding in findings}
