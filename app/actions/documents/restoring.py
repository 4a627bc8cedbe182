"""Brings a project back from the remote, each document compared with what was filed; as a whole, or as a test.

Source: VR-S2: what was never brought back is filed, and is no backup yet.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final, cast

from app.actions.documents.fetching import fetched, give_free_name
from app.actions.documents.placing import place_in
from app.actions.documents.reading import content_in, content_of, opened
from app.actions.documents.target import FilingTarget
from app.actions.office import Office
from app.domain.causes import cause_of
from app.domain.document import Content, Filed, NotVerified, Restored
from app.domain.document_names import collision_key, numbered
from app.domain.document_steps import has_changed, may_be_rewritten
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.file_names import safe_name
from app.domain.messages import Message, msg
from app.domain.ports import Progress
from app.domain.project import Project
from app.domain.remote_errors import RemoteBroken, RemoteGone, RemoteLocked, RemoteRefused, RemoteRejected
from app.domain.remote_files import RemoteFile

MARK: Final = ".vroom-restore.json"  # in a folder that is being filled: an interrupted restore goes on there
_SPOOLED: Final = 16 << 20  # bytes of a tested document in memory; a larger one passes through a temporary file
_OF_ONE: Final = (RemoteBroken, RemoteGone, RemoteLocked, RemoteRefused, RemoteRejected)

Place = Callable[[RemoteFile], "Content | None"]


class Restoring:
    def __init__(self, office: Office) -> None:
        self._office = office

    def restore(self, project: Project, target: FilingTarget, folder: Path, progress: Progress | None) -> Restored:
        """Raises InputError for a folder that holds anything else, EnvironmentLacking where nothing can be written."""
        _prepare(folder, project.code)
        names = _names()
        place = self._place(project, target)
        result = self._bring(
            project, target, progress, lambda file: _put(target, place, file, folder / names(file.path)), str(folder)
        )
        if result.is_complete:
            (folder / MARK).unlink(missing_ok=True)
        return result

    def drill(self, project: Project, target: FilingTarget, progress: Progress | None) -> Restored:
        """Nothing is kept of what is fetched."""
        place = self._place(project, target)
        return self._bring(project, target, progress, lambda file: _tested(target, place, file), None)

    def _place(self, project: Project, target: FilingTarget) -> str:
        with self._office.look() as session:
            return place_in(session, project, target.name).place

    def _bring(
        self, project: Project, target: FilingTarget, progress: Progress | None, place: Place, folder: str | None
    ) -> Restored:
        changes = target.remote.changes(self._place(project, target), None)
        files = [change.file for change in changes.changes if change.file is not None]
        with self._office.look() as session:
            rows = session.documents.of_project(project.id)
        filed = {d.filed.remote.id: d.filed for d in rows if d.filed is not None}
        total, done, rewritten = sum(file.size_bytes for file in files), 0, 0
        troubles: list[NotVerified] = []
        for file in files:
            if progress is not None:
                progress(done, total)
            problem, was_rewritten = _verified(file, _of(file, filed), place)
            if problem is not None:
                troubles.append(NotVerified(path=file.path, reason=problem))
            rewritten += was_rewritten
            done += file.size_bytes
        if progress is not None:
            progress(total, total)
        result = Restored(
            project=project.code,
            files=len(files) - len(troubles),
            size_bytes=total,
            rewritten=rewritten,
            not_verified=tuple(troubles),
            target=folder,
        )
        self._note(project, target, result)
        return result

    def _note(self, project: Project, target: FilingTarget, result: Restored) -> None:
        """Only a whole one with something in it counts as a drill."""
        outcome = "ok" if result.is_complete else "failed"
        data = {"files": result.files, "count": result.rewritten, "failed": len(result.not_verified)}
        with self._office.change_of_day() as work:
            work.note("restore.drilled", project.id, project=project.id, outcome=outcome, data=dict(data))
            if result.is_complete and result.files:
                known = place_in(work.session, project, target.name)
                drilled = replace(known, drilled_at=self._office.clock.now())
                work.session.documents.keep_place(drilled)


def _verified(file: RemoteFile, filed: Filed | None, place: Place) -> tuple[Message | None, bool]:
    """What is wrong with one document, and whether the service had changed it."""
    try:
        content = place(file)
    except _OF_ONE as error:
        return error.message, False
    except FileExistsError:
        return msg("documents.restore-exists"), False
    except OSError as error:
        raise EnvironmentLacking(msg("documents.restore-disk", why=cause_of(error))) from error
    if content is None or content.size_bytes != file.size_bytes:
        return msg("documents.restore-other"), False
    if file.digest is not None:
        is_rewritten = filed is not None and bool(filed.sha256) and filed.sha256 != content.sha256
        if is_rewritten and not may_be_rewritten(file.path):
            return msg("documents.restore-other"), False
        return (None, is_rewritten) if file.digest == content.digest else (msg("documents.restore-other"), False)
    if filed is not None and filed.sha256 == content.sha256:
        return None, False
    return msg("documents.restore-untold"), False


def _put(target: FilingTarget, place: str, file: RemoteFile, path: Path) -> Content | None:
    """What stands at `path` now; what an earlier try left there is not fetched again. Raises FileExistsError where something
    else stands there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if os.path.lexists(path):
        present = content_of(path)
        if present.size_bytes == file.size_bytes and file.digest in (None, present.digest):
            return present
        raise FileExistsError(str(path))
    with fetched(target.remote, place, file, path.parent) as (passing, _):
        give_free_name(passing, path)
    return content_of(path)


def _tested(target: FilingTarget, place: str, file: RemoteFile) -> Content | None:
    with tempfile.SpooledTemporaryFile(_SPOOLED) as whole:
        stream = cast(BinaryIO, whole)
        target.remote.download(place, file, stream)
        whole.seek(0)
        return content_in(stream)


def _of(file: RemoteFile, filed: Mapping[str, Filed]) -> Filed | None:
    """What was filed from here, where that still stands there; a colleague's newer version is compared with its own report."""
    known = filed.get(file.id)
    return None if known is None or has_changed(known.remote, file) else known


def _prepare(folder: Path, code: str) -> None:
    """A new folder, an empty one, or one in which the same restore was interrupted. Raises InputError, EnvironmentLacking."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        entries = os.listdir(folder)  # noqa: PTH208  # only the names
        mark = folder / MARK
        if MARK in entries:
            with opened(mark) as file:
                noted = json.loads(file.read(4096))
            if noted != {"project": code}:
                raise InputError(msg("documents.restore-not-empty", path=str(folder)))
            return
        if entries:
            raise InputError(msg("documents.restore-not-empty", path=str(folder)))
        mark.write_text(json.dumps({"project": code}), encoding="utf-8")
    except (FileExistsError, NotADirectoryError, ValueError):
        raise InputError(msg("documents.restore-not-empty", path=str(folder))) from None
    except OSError as error:
        raise EnvironmentLacking(msg("documents.restore-disk", why=cause_of(error))) from error


def _names() -> Callable[[str], Path]:
    """Paths below the folder, whatever the remote calls them: safe to write, and each another one."""
    taken: set[str] = set()

    def name(remote_path: str) -> Path:
        parts: Sequence[str] = [safe_name(part) for part in remote_path.split("/")]
        last, number = parts[-1], 2
        while collision_key("/".join([*parts[:-1], last])) in taken:
            last, number = numbered(parts[-1], number), number + 1
        path = "/".join([*parts[:-1], last])
        taken.add(collision_key(path))
        return Path(path)

    return name
