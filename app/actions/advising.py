"""What an advice on a group of findings rests on: its client, agreements and projects, and where its files stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from app.domain.agreement import Agreement, Place, accepts_copies
from app.domain.client import Client
from app.domain.deadline import outlives_closing
from app.domain.documentation import is_documentation_name
from app.domain.errors import InputError
from app.domain.finding import Finding, FindingState
from app.domain.finding_group import FindingGroup, part_of
from app.domain.messages import msg
from app.domain.ports import PlaceKind, Places
from app.domain.project import Project, ProjectStatus
from app.domain.recommendation import Facts
from app.store import Session

UNRESOLVED: Final = (FindingState.OPEN, FindingState.WAITING)
_GROUND: Final = {PlaceKind.SYNCHRONISED: Place.OFFICE365, PlaceKind.REMOVABLE: Place.ELSEWHERE}


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfClient:
    """What of the facts is the same for all groups of a client; of all clients together while it is unknown."""

    client: Client | None
    agreements: tuple[Agreement, ...]
    projects: tuple[Project, ...]
    has_ended: bool
    askable: bool


class Advising:
    """Finds the facts of groups in one snapshot; the register is read once for each client."""

    def __init__(self, session: Session, places: Places, now: datetime) -> None:
        self._session = session
        self._places = places
        self._now = now
        self._known: dict[str | None, _OfClient] = {}

    def facts_of(self, group_id: str, which: FindingState | None) -> Facts:
        """Raises NotFoundError for an unknown group, InputError when nothing is left to decide."""
        group = _group(self._session, group_id, which)
        findings = self._session.findings
        asked_at = findings.asked_at(group.id) if group.state is FindingState.WAITING else None
        return self._facts(group, findings.paths_in_group(group.state, group.id), asked_at)

    def facts_of_files(self, some: Sequence[Finding]) -> Facts:
        """The same for some files of one group, not for the others in it. Raises as `facts_of` does."""
        group = part_of(_group(self._session, some[0].group, some[0].state), some)
        asked = [f.sealed_at for f in some if f.state is FindingState.WAITING and f.sealed_at is not None]
        return self._facts(group, [finding.path for finding in some], max(asked, default=None))

    def _facts(self, group: FindingGroup, paths: Sequence[str], asked_at: datetime | None) -> Facts:
        known = self._of_client(group.client_id)
        return Facts(
            group=group,
            client=known.client,
            agreements=known.agreements,
            projects=known.projects,
            has_ended=known.has_ended,
            askable=known.askable,
            ground=_GROUND.get(self._places.of(Path(group.folder)).kind, Place.LAPTOP),
            is_document_like=all(is_documentation_name(Path(path).name) for path in paths),
            is_answer_late=group.decide_by <= self._now,
            asked_at=asked_at,
        )

    def _of_client(self, client_id: str | None) -> _OfClient:
        if client_id not in self._known:
            self._known[client_id] = self._look_up(client_id)
        return self._known[client_id]

    def _look_up(self, client_id: str | None) -> _OfClient:
        session = self._session
        client = session.clients.find(client_id) if client_id is not None else None
        clients = session.clients.all() if client is None else [client]
        projects = session.projects.all() if client is None else session.projects.of_client(client.id)
        by_id = {project.id: project for project in projects}
        theirs = (agreement for agreement in session.agreements.all() if agreement.project_id in by_id)
        active = tuple(project for project in projects if project.status is ProjectStatus.ACTIVE)
        return _OfClient(
            client=client,
            agreements=tuple(a for a in theirs if _accepts(a, by_id[a.project_id], self._now)),
            projects=active,
            has_ended=client is not None and bool(projects) and not active,
            askable=any(_can_be_asked(known) for known in clients),
        )


def _group(session: Session, group_id: str, which: FindingState | None) -> FindingGroup:
    states: Sequence[FindingState] = UNRESOLVED if which is None else (which,)
    found = (session.findings.group_in(state, group_id) for state in states if state in UNRESOLVED)
    group = next((part for part in found if part is not None), None)
    if group is None:
        session.findings.resolve(group_id)  # says that there is no such group
        raise InputError(msg("finding.resolved-already"))
    return group


def accepting(session: Session, project: Project, now: datetime) -> list[Agreement]:
    """The agreements of a project that take copies in."""
    return [agreement for agreement in session.agreements.of_project(project.id) if _accepts(agreement, project, now)]


def _accepts(agreement: Agreement, project: Project, now: datetime) -> bool:
    """A closing ends what a project's agreements may take in, unless the client agreed to more knowing of it."""
    is_active = project.status is ProjectStatus.ACTIVE
    return accepts_copies(agreement, now) and (is_active or outlives_closing(agreement, project))


def _can_be_asked(client: Client) -> bool:
    """Whether somebody is known who can agree for it (see `speaks_for`)."""
    return bool(client.contacts or client.domains)
