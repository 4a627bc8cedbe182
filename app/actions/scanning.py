"""Looks at files on request: verdicts with reasons, and findings when asked. Source: contract, scan."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.actions.intake import Intake, only_project
from app.actions.office import Office, Work
from app.domain.errors import InputError
from app.domain.finding import Judgement, Origin, Verdict, points_to_client
from app.domain.identity import FileFacts, new_id
from app.domain.intake import Judged
from app.domain.messages import msg
from app.domain.ports import Detector, Files


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanRow:
    """One file. `client`, `project`: names as people know them; None where there is none or a choice."""

    path: str
    judgement: Judgement
    client: str | None
    project: str | None

    @property
    def needs_attention(self) -> bool:
        judgement = self.judgement
        if judgement.verdict is Verdict.UNREADABLE:
            return points_to_client(judgement.reasons)
        return judgement.verdict is Verdict.CLIENT_DATA


class ScanActions:
    def __init__(self, office: Office, intake: Intake, detector: Detector, files: Files) -> None:
        self._office = office
        self._intake = intake
        self._detector = detector
        self._files = files

    def scan(self, paths: Sequence[Path], *, register: bool = False) -> Iterator[ScanRow]:
        """Judge files, and folders with all below them, in the order given; links are not followed.

        Raises InputError before anything is judged when a path does not exist.
        """
        starts = [Path(os.path.abspath(path.expanduser())) for path in paths]  # noqa: PTH100  # keeps links as they are
        for start in starts:
            if not os.path.lexists(start):
                raise InputError(msg("scan.missing", path=str(start)))
        return self._rows(starts, register=register)

    def _rows(self, starts: Sequence[Path], *, register: bool) -> Iterator[ScanRow]:
        context, _ = self._intake.context()
        self._detector.use(context)
        with self._office.look() as session:
            names = {client.id: client.name for client in session.clients.all()}
            work = Work(session, self._office.clock.now(), "")
            projects = {client_id: only_project(work, client_id) for client_id in names}
            codes = {project.id: project.code for project in session.projects.all()}
        group = new_id()
        for path in _files_of(starts):
            facts = _facts(self._files, path)
            judgement = self._detector.judge(path, _origin(self._files, path))
            client = judgement.client_id or ""
            project = projects.get(client)
            yield ScanRow(
                path=str(path),
                judgement=judgement,
                client=names.get(client),
                project=codes.get(project) if project else None,
            )
            if register and facts is not None:
                real = path.parent.resolve() / path.name
                self._intake.judged("", [Judged(path=real, facts=facts, judgement=judgement, group=group)])


def _files_of(starts: Sequence[Path]) -> Iterator[Path]:
    for start in starts:
        if not start.is_dir() or start.is_symlink():
            yield start
            continue
        for folder, subfolders, names in os.walk(start, followlinks=False):
            subfolders.sort()
            for name in sorted(names):
                path = Path(folder, name)
                if not path.is_symlink():
                    yield path


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
