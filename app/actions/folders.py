"""Watched folders and folders of project documentation. Source: VR-P1a, VR-P1b."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.actions.folder_rows import FolderRow, drives_offered, folder_row
from app.actions.office import Office, Work
from app.actions.reading import absolute
from app.domain.client import Client
from app.domain.errors import InputError, NotFoundError
from app.domain.finding import FindingState
from app.domain.folder import FolderKind, WatchedFolder
from app.domain.identity import new_id
from app.domain.messages import Message, msg
from app.domain.ports import PlaceInfo, PlaceKind, Places
from app.store import Session


class FolderChoice:
    """Decides what a folder is, and which folders must be refused (`refusal` says why: a root, the home, own data)."""

    def __init__(self, places: Places, refusal: Callable[[Path], Message | None]) -> None:
        self._places = places
        self._refusal = refusal

    def checked(self, folder: Path) -> Path:
        """`folder` as an absolute path without links. Raises InputError with the reason for a refusal."""
        given = absolute(folder)
        if os.path.islink(given):  # noqa: PTH114  # unlike Path's, it raises for no path whatever
            raise InputError(msg("folder.link", path=str(given)))
        if not os.path.isdir(given):  # noqa: PTH112
            raise InputError(msg("folder.missing", path=str(given)))
        resolved = given.resolve()
        refusal = self._refusal(resolved)
        if refusal is not None:
            raise InputError(refusal)
        return resolved

    def documents(self, session: Session, folder: Path, project_id: str | None) -> str:
        """A documentation folder of one project: never inside, around or equal to another project's."""
        path = self.checked(folder)
        for project in session.projects.all():
            for known in map(Path, project.documents):
                if project.id != project_id and (known == path or known in path.parents or path in known.parents):
                    raise InputError(msg("folder.other-project", path=str(path), code=project.code))
        return str(path)

    def place(self, path: Path) -> PlaceInfo:
        return self._places.of(path)


class FolderActions:
    def __init__(self, office: Office, choice: FolderChoice) -> None:
        self._office = office
        self._choice = choice

    def list(self) -> tuple[WatchedFolder, ...]:
        """Watched folders, client places, and the documentation folders of the projects."""
        with self._office.look() as session:
            return self._all(session)

    def rows(self) -> tuple[FolderRow, ...]:
        """The same, each with its owner and how well it is looked at."""
        now = self._office.clock.now()
        with self._office.look() as session:
            return tuple(folder_row(session, folder, now) for folder in self._all(session))

    def offered(self) -> tuple[str, ...]:
        """Removable drives that are there and not watched."""
        with self._office.look() as session:
            return drives_offered(session, tuple(session.folders.all()))

    def add(self, folder: Path) -> WatchedFolder:
        """Watch a folder; a client's own storage becomes a client place, which is never walked. Raises InputError."""
        path = self._choice.checked(folder)
        info = self._choice.place(path)
        with self._office.change() as work:
            if work.session.folders.by_path(str(path)) is not None:
                raise InputError(msg("folder.exists", path=str(path)))
            owner = place_owner(info, str(path), tuple(work.session.clients.all()))
            added = WatchedFolder(
                id=new_id(),
                path=str(path),
                kind=FolderKind.CLIENT_PLACE if owner else FolderKind.WATCHED,
                synchronised_by=info.synchronised_by,
                client_id=owner.id if owner else None,
                added_at=work.now,
            )
            work.session.folders.add(added)
            work.note(
                "folder.added",
                added.id,
                data={"kind": added.kind.value, "synchronised": info.kind is PlaceKind.SYNCHRONISED},
            )
            if owner is not None:
                work.note("env.matched", added.id, data={"client": owner.id, "kind": info.kind.value})
            return added

    def remove(self, folder: Path) -> WatchedFolder:
        """Stop watching. What is registered there keeps its deadline."""
        wanted = absolute(folder)
        with self._office.change() as work:
            known = work.session.folders.by_path(str(wanted)) or work.session.folders.by_path(os.path.realpath(wanted))
            if known is None:
                raise NotFoundError(msg("folder.unknown", path=str(wanted)))
            work.session.folders.remove(known.id)
            for note in ("folder.", "missing."):
                work.session.notes.delete(note + known.id)
            work.note("folder.removed", known.id, data={"kind": known.kind.value})
            return known

    def recognise_client_places(self) -> tuple[WatchedFolder, ...]:
        """Look again which folders are a client's own storage, after the register changed; returns the changed ones."""
        with self._office.change() as work:
            clients = tuple(work.session.clients.all())
            changed = []
            for folder in work.session.folders.all():
                owner = place_owner(self._choice.place(Path(folder.path)), folder.path, clients)
                kind = FolderKind.CLIENT_PLACE if owner else FolderKind.WATCHED
                if kind is not folder.kind:
                    new = replace(folder, kind=kind, client_id=owner.id if owner else None)
                    work.session.folders.update(new)
                    _close_findings(work, new)
                    if owner is not None:
                        work.note("env.matched", folder.id, data={"client": owner.id, "kind": kind.value})
                    changed.append(new)
            return tuple(changed)

    def _all(self, session: Session) -> tuple[WatchedFolder, ...]:
        documents = tuple(
            WatchedFolder(
                id=f"{project.id}:{number}",
                path=path,
                kind=FolderKind.DOCUMENTS,
                added_at=project.created_at,
                synchronised_by=self._choice.place(Path(path)).synchronised_by,
                project_id=project.id,
            )
            for project in session.projects.all()
            for number, path in enumerate(project.documents)
        )
        return (*session.folders.all(), *documents)


def _close_findings(work: Work, folder: WatchedFolder) -> None:
    """A client place is one finding, not a pile of files; what is none any more is looked at file by file."""
    became_place = folder.kind is FolderKind.CLIENT_PLACE
    for finding in work.session.findings.all(FindingState.OPEN):
        is_within = Path(folder.path) in Path(finding.path).parents
        if is_within if became_place else (finding.is_place and finding.path == folder.path):
            work.session.findings.remove(finding.id)
            work.note("finding.vanished", finding.id, project=finding.project_id)


def place_owner(info: PlaceInfo, path: str, clients: tuple[Client, ...]) -> Client | None:
    """The client whose own storage this is: its tenant's sync client, its share, its mount. None for anybody else's."""
    for client in clients:
        if info.tenant_id is not None and info.tenant_id.lower() in client.tenant_ids:
            return client
        if info.share is not None and _is_share_of(client, info.share.lower()):
            return client
        if any(_is_within(path, mount) for mount in client.mounts):
            return client
    return None


def _is_share_of(client: Client, share: str) -> bool:
    server = share.strip("/").split("/", 1)[0]
    named = any(share == known or share.startswith(known + "/") for known in client.shares)
    hosts = (*client.hosts, *client.domains)
    return named or any(server == host or server.endswith("." + host) for host in hosts)


def _is_within(path: str, mount: str) -> bool:
    inner, outer = Path(path), Path(os.path.expanduser(mount))  # noqa: PTH111  # Path's raises for an unknown person
    return inner == outer or outer in inner.parents
