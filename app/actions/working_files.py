"""Working files outside Office 365: which stand on this laptop alone for longer than a day, and their move to the project's
documentation. Source: VR-U5a.

What is listed is looked up each time: no name and no path is kept, only how many there were.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, Protocol

from app.actions.content import client_storage, readable_sha256, sha256_of
from app.actions.office import Office
from app.actions.reading import absolute
from app.actions.settings import SettingsActions
from app.domain.causes import cause_of
from app.domain.deletion import EraseResult
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.finding import Judgement, Verdict
from app.domain.folder import FolderKind, is_private
from app.domain.identity import FileFacts
from app.domain.messages import msg
from app.domain.ports import Files, PlaceKind, Places, Surroundings
from app.domain.project import Project, ProjectStatus
from app.domain.working_file import ProjectNames, WorkingFile, is_working_name, stands_too_long
from app.store import Session

NOTE: Final = "working-files"
COUNT_EVERY: Final = timedelta(hours=1)
MAY_BE_FILED: Final = frozenset({Verdict.DOCUMENTATION, Verdict.CLEAN})


class Carry(Protocol):
    """Copies a file under a new name, all of it or nothing, with its date. Raises FileExistsError, OSError."""

    def __call__(self, source: Path, target: Path) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    source: Path
    target: Path
    project: str


class WorkingFileActions:
    """`judge`: the detector on one file, with the registers in mind."""

    def __init__(
        self,
        office: Office,
        settings: SettingsActions,
        files: Files,
        places: Places,
        surroundings: Surroundings,
        judge: Callable[[Path], Judgement],
        carry: Carry,
    ) -> None:
        self._office = office
        self._settings = settings
        self._files = files
        self._places = places
        self._surroundings = surroundings
        self._judge = judge
        self._carry = carry

    def list(self) -> tuple[WorkingFile, ...]:
        """Those that speak of a project, were not changed for the term, and stand in a watched folder that nobody
        synchronises; the oldest first."""
        with self._office.look() as session:
            projects, clients = tuple(session.projects.all()), tuple(session.clients.all())
            folders = tuple(session.folders.all())
        filed = [Path(path) for project in projects for path in project.documents]
        closed = [Path(f.path) for f in folders if f.kind is FolderKind.CLIENT_PLACE]
        names = ProjectNames(projects, clients)
        found = {}
        for folder in (Path(f.path) for f in folders if f.kind is FolderKind.WATCHED):
            if self._is_alone(folder):
                for file in self._standing(folder, names, [*filed, *closed]):
                    found[file.path] = file
        with self._office.look() as session:
            alone = [file for file in found.values() if not _is_registered(session, file.path)]
        return tuple(sorted(alone, key=lambda file: (file.modified_at, file.path)))

    def targets(self) -> tuple[str, ...]:
        """Codes of the projects that take files in: active, with a folder for documentation that is there."""
        with self._office.look() as session:
            projects = session.projects.all()
        return tuple(
            project.code
            for project in projects
            if project.status is ProjectStatus.ACTIVE and any(os.path.isdir(folder) for folder in project.documents)  # noqa: PTH112  # Path's raises
        )

    def note(self) -> None:
        """Note how many there are, once an hour; called by the guard of upkeep."""
        now = self._office.clock.now()
        with self._office.look() as session:
            noted = session.notes.get(NOTE)
        if isinstance(noted, dict) and timedelta(0) <= now - datetime.fromisoformat(noted["at"]) < COUNT_EVERY:
            return
        count = len(self.list())
        with self._office.change() as work:
            work.session.notes.set(NOTE, {"at": now.isoformat(), "count": count})

    def move(self, path: Path, code: str) -> Moved:
        """File it with the project's documentation, when the detector lets it pass. Raises InputError."""
        source = absolute(path)
        with self._office.look() as session:
            project = session.projects.resolve(code)
            target = _target(project, source)
            if client_storage(session, self._places, source) is not None:
                raise InputError(msg("place.client", path=str(source.parent)))
            if _is_registered(session, str(source)):
                raise InputError(msg("working.registered", path=str(source)))
        facts = self._facts(source)
        digest = readable_sha256(source)
        self._refuse_client_data(source)
        self._file(source, target, digest)
        if self._files.erase(source, facts.identity).result not in (EraseResult.GONE, EraseResult.MISSING):
            raise InputError(msg("working.source-stays", path=str(source), target=str(target)))
        with self._office.change() as work:
            work.session.notes.delete(NOTE)  # counted anew at the next look
            work.note("temp.moved", project.id, project=project.id, data={"count": 1})
        return Moved(source=source, target=target, project=project.code)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _is_alone(self, folder: Path) -> bool:
        return folder.is_dir() and self._places.of(folder).kind in (PlaceKind.LOCAL, PlaceKind.REMOVABLE)

    def _standing(self, folder: Path, names: ProjectNames, beside: Sequence[Path]) -> Iterator[WorkingFile]:
        now, after = self._office.clock.now(), timedelta(days=self._settings.number("working.after_days"))
        own = self._office.store.path.parent
        for facts in self._surroundings.files_below(folder):
            path = Path(facts.path)
            if not is_working_name(path.name) or any(place in path.parents for place in (*beside, own)):
                continue
            below = path.relative_to(folder)
            if is_private(str(folder), facts.path):
                continue
            modified = datetime.fromtimestamp(facts.modified_ns / 1e9, UTC)
            is_ours, project = names.project_of(str(below.with_suffix("")))
            if is_ours and stands_too_long(modified, now, after) and self._is_alone(path.parent):
                yield WorkingFile(path=facts.path, size_bytes=facts.size_bytes, modified_at=modified, project=project)

    def _facts(self, source: Path) -> FileFacts:
        try:
            facts = self._files.facts(source)
        except OSError as error:
            raise InputError(msg("file.unreadable", path=str(source), why=cause_of(error))) from error
        if facts is None:
            raise InputError(msg("file.missing", path=str(source)))
        return facts

    def _refuse_client_data(self, source: Path) -> None:
        """Documentation with a client's data in it is not filed; what could not be read is not called clean."""
        verdict = self._judge(source).verdict
        if verdict is Verdict.CLIENT_DATA:
            raise InputError(msg("working.client-data", path=str(source)))
        if verdict not in MAY_BE_FILED:
            raise InputError(msg("working.not-filed", path=str(source)))

    def _file(self, source: Path, target: Path, digest: str) -> None:
        try:
            self._carry(source, target)
            arrived = sha256_of(target)
        except FileExistsError as error:
            raise InputError(msg("file.exists", path=str(target))) from error
        except OSError as error:
            raise EnvironmentLacking(
                msg("vault.disk-refused", path=str(target.parent), reason=cause_of(error))
            ) from error
        if arrived != digest:  # it was changed meanwhile: both stay, and a person looks
            raise InputError(msg("working.source-stays", path=str(source), target=str(target)))


def _target(project: Project, source: Path) -> Path:
    if project.status is not ProjectStatus.ACTIVE:
        raise InputError(msg("working.project-closed", code=project.code))
    folder = next((Path(folder) for folder in project.documents if os.path.isdir(folder)), None)  # noqa: PTH112  # Path's raises
    if folder is None:
        raise InputError(msg("working.no-folder", code=project.code))
    if folder in source.parents:
        raise InputError(msg("working.filed-already", path=str(source)))
    return folder / source.name


def _is_registered(session: Session, path: str) -> bool:
    """Whether a file has a record of its own: a copy in its place, or what is to be decided about."""
    return bool(session.copies.by_path(path) or session.findings.at_path(path))


def counted(session: Session) -> int | None:
    """How many there were at the last count; None: they were not counted yet."""
    noted = session.notes.get(NOTE)
    return int(noted["count"]) if isinstance(noted, dict) else None
