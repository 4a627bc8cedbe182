"""Looks at files on request: verdicts with reasons, and findings when asked. Source: contract, scan."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.actions.content import client_storage
from app.actions.intake import Intake
from app.actions.office import Office, Work
from app.actions.reading import absolute
from app.actions.taking_in import only_project
from app.domain.errors import InputError
from app.domain.explaining import explanation
from app.domain.finding import Judgement, Origin, Verdict, points_to_client
from app.domain.identity import FileFacts, new_id
from app.domain.intake import Judged
from app.domain.messages import Message, msg
from app.domain.ports import Detector, Files, Places


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanRow:
    """One file. `client`, `project`: names as people know them; None where there is none or a choice. `explanation`: why
    it is what it is, in one sentence without a value; None when there is nothing to say."""

    path: str
    judgement: Judgement
    client: str | None
    project: str | None
    explanation: Message | None = None

    @property
    def needs_attention(self) -> bool:
        judgement = self.judgement
        if judgement.verdict is Verdict.UNREADABLE:
            return points_to_client(judgement.reasons)
        return judgement.verdict is Verdict.CLIENT_DATA


class ScanActions:
    def __init__(self, office: Office, intake: Intake, detector: Detector, files: Files, places: Places) -> None:
        self._office = office
        self._intake = intake
        self._detector = detector
        self._files = files
        self._places = places

    def scan(self, paths: Sequence[Path], *, register: bool = False) -> Iterator[ScanRow]:
        """Judge files, and folders with all below them, in the order given; links are not followed.

        Raises InputError before anything is judged when a path does not exist.
        """
        starts = [absolute(path) for path in paths]
        for start in starts:
            if not os.path.lexists(start):
                raise InputError(msg("scan.missing", path=str(start)))
        return self._rows(starts, register=register)

    def _rows(self, starts: Sequence[Path], *, register: bool) -> Iterator[ScanRow]:
        context, _ = self._intake.context()
        self._detector.use(context)
        with self._office.look() as session:
            clients = {client.id: client for client in session.clients.all()}
            work = Work(session, self._office.clock.now(), "")
            projects = {client_id: only_project(work, client_id) for client_id in clients}
            codes = {project.id: project.code for project in session.projects.all()}
        group = new_id()
        own = self._office.store.path.parent
        for path in _met(starts, own):
            if isinstance(path, Closed):
                yield ScanRow(path=str(path.folder), judgement=NOT_LOOKED_INTO, client=None, project=None)
                continue
            facts = _facts(self._files, path)
            judgement = self._detector.judge(path, _origin(self._files, path))
            client = clients.get(judgement.client_id or "")
            project = projects.get(client.id) if client is not None else None
            yield ScanRow(
                path=str(path),
                judgement=judgement,
                client=client.name if client is not None else None,
                project=codes.get(project) if project else None,
                explanation=explanation(judgement, client),
            )
            if register and facts is not None and not self._is_protected(path):
                real = path.parent.resolve() / path.name
                self._intake.judged("", [Judged(path=real, facts=facts, judgement=judgement, group=group)])

    def _is_protected(self, path: Path) -> bool:
        """In a client's own storage a file is no copy (VR-P1b): it is told, never registered."""
        with self._office.look() as session:
            return client_storage(session, self._places, path) is not None


@dataclass(frozen=True, slots=True)
class Closed:
    """A folder that the system does not let us look into."""

    folder: Path


NOT_LOOKED_INTO = Judgement(verdict=Verdict.UNREADABLE, error="no-permission")


def _met(starts: Sequence[Path], own: Path) -> Iterator[Path | Closed]:
    """All files at and below `starts`; `own` is the data directory, which holds no documents of the person."""
    for start in starts:
        if not os.path.isdir(start) or os.path.islink(start):  # noqa: PTH112, PTH114  # they raise for no path whatever
            yield start
            continue
        yield from _below(start, own)


def _below(start: Path, own: Path) -> Iterator[Path | Closed]:
    closed: list[OSError] = []
    for folder, subfolders, names in os.walk(start, onerror=closed.append):
        subfolders[:] = sorted(name for name in subfolders if Path(folder, name) != own)
        for name in sorted(names):
            path = Path(folder, name)
            if not path.is_symlink():
                yield path
    for error in closed:
        yield Closed(Path(error.filename))


def _facts(files: Files, path: Path) -> FileFacts | None:
    try:
        return files.facts(path)
    except OSError:
        return None  # the detector says why it cannot be read


def _origin(files: Files, path: Path) -> Origin | None:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        return files.origin(path)
    except OSError:
        return None
