"""What the page of projects shows, looked up in a working thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.actions.agreements import AgreementRow
from app.actions.clients import ClientRow
from app.actions.copy_view import CopyView
from app.actions.projects import ProjectView
from app.actions.vault_list import VaultPage
from app.domain.card import Role
from app.domain.errors import NotFoundError
from app.domain.folder import FolderKind, WatchedFolder
from app.domain.vault_list import VaultQuery
from app.ui.pages.projects.actions import Actions
from app.ui.pages.projects.words import is_closed

SHOWN_OUTSIDE = 200  # copies of a closed project; the vault's own page shows all of them


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectLoaded:
    """`outside` and `to_confirm` are looked up for a closed project only."""

    view: ProjectView
    agreements: tuple[AgreementRow, ...]
    role: Role
    outside: VaultPage | None
    to_confirm: tuple[CopyView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """`chosen`: the project in front; `places`: folders that are a client's own storage; `as_of`: the hour, as what is said
    of dates grows old."""

    as_of: datetime
    projects: tuple[ProjectView, ...]
    clients: tuple[ClientRow, ...]
    places: tuple[WatchedFolder, ...]
    chosen: ProjectLoaded | None


def load(actions: Actions, project_id: str | None, now: datetime) -> Loaded:
    """`project_id`: the project in front; the first one while none was chosen."""
    projects = actions.projects.list()
    folders = actions.folders.list()
    shown = next((view for view in projects if view.project.id == project_id), next(iter(projects), None))
    return Loaded(
        as_of=now.replace(minute=0, second=0, microsecond=0),
        projects=projects,
        clients=actions.clients.rows(),
        places=tuple(folder for folder in folders if folder.kind is FolderKind.CLIENT_PLACE),
        chosen=_whole(actions, shown) if shown is not None else None,
    )


def load_project(actions: Actions, project_id: str) -> ProjectLoaded | None:
    """None when it has gone meanwhile."""
    try:
        return _whole(actions, actions.projects.show(project_id))
    except NotFoundError:
        return None


def _whole(actions: Actions, view: ProjectView) -> ProjectLoaded:
    project_id, closed = view.project.id, is_closed(view.project)
    query = VaultQuery(project=view.project.id)
    return ProjectLoaded(
        view=view,
        agreements=actions.agreements.rows(project_id),
        role=actions.team.role,
        outside=actions.vault.page(query, 0, SHOWN_OUTSIDE) if closed else None,
        to_confirm=actions.copies.closing_list(project_id) if closed else (),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What somebody wants to see: a client, or a project with perhaps one of its agreements. Nothing when it has gone."""

    client_id: str | None = None
    project_id: str | None = None
    agreement_id: str | None = None


def find(actions: Actions, id_: str) -> Subject:
    """What the id, or a project's code, stands for."""
    if any(client.id == id_ for client in actions.clients.list()):
        return Subject(client_id=id_)
    for view in actions.projects.list():
        if id_ in (view.project.id, view.project.code):
            return Subject(project_id=view.project.id)
    try:
        agreement, _ = actions.agreements.show(id_)
        return Subject(project_id=agreement.project_id, agreement_id=agreement.id)
    except NotFoundError:
        pass
    try:
        copy = actions.copies.show(id_).copy
        return Subject(project_id=copy.project_id, agreement_id=copy.agreement_id)
    except NotFoundError:
        return Subject()
