"""What the remote says changed in a project's place, taken down beside what stands here. Nothing is fetched yet."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from app.actions.documents.noticing import Noticed
from app.actions.documents.records import moved
from app.domain.document import Document, DocumentState, Why
from app.domain.document_names import collision_key, sync_copy_of
from app.domain.document_steps import has_changed
from app.domain.file_names import is_passing
from app.domain.identity import new_id
from app.domain.remote_files import RemoteChanges, RemoteFile

_WAITING = frozenset({DocumentState.QUEUED, DocumentState.CHECKING, DocumentState.UPLOADING})


class Listening:
    """`folders`: by path of a documentation folder here, its name below the place."""

    def __init__(
        self, project_id: str, folders: Mapping[str, str], documents: Iterable[Document], now: datetime
    ) -> None:
        self._project_id = project_id
        self._folders = folders
        self._now = now
        self._rows = {document.id: document for document in documents}
        self._by_remote = {d.remote.id: d.id for d in self._rows.values() if d.remote is not None}
        self._by_key = {collision_key(d.remote_path): d.id for d in self._rows.values()}

    def heard(self, changes: RemoteChanges) -> Noticed:
        noticed = Noticed()
        told = set()
        for change in changes.changes:
            told.add(change.id)
            if change.file is None:
                self._deleted(noticed, change.id)
            elif not is_passing(change.file.path.rpartition("/")[2]):
                self._stands(noticed, change.file)
        if changes.is_everything:
            for remote_id in self._by_remote.keys() - told:
                if changes.missing_is_ours:
                    self._lost(noticed, remote_id)
                else:
                    self._deleted(noticed, remote_id)
        return noticed

    def _stands(self, noticed: Noticed, file: RemoteFile) -> None:
        row = self._rows.get(self._by_remote.get(file.id, "")) or self._rows.get(
            self._by_key.get(collision_key(file.path), "")
        )
        if row is None:
            self._new(noticed, file)
            return
        if row.remote == file:
            return
        follows = replace(row, remote=file, remote_path=file.path)
        if row.state in _WAITING or (row.filed is not None and not _differs(row, file)):
            noticed.becomes(row, follows)
        elif row.shape is None:
            noticed.becomes(row, follows)  # kept there, not here
        else:
            noticed.becomes(row, moved(follows, DocumentState.QUEUED, self._now, detail=row.detail))

    def _new(self, noticed: Noticed, file: RemoteFile) -> None:
        """A colleague's document: offered, not fetched. Or the second version of one that is known, put aside there."""
        is_copy = self._is_sync_copy(file.path)
        document = Document(
            id=new_id(),
            project_id=self._project_id,
            path=self._here(file.path),
            remote_path=file.path,
            state=DocumentState.CONFLICT if is_copy else DocumentState.FILED,
            why=Why.SYNC_COPY if is_copy else Why.REMOTE_ONLY,
            at=self._now,
            size_bytes=file.size_bytes,
            remote=file,
        )
        self._by_remote[file.id] = document.id
        self._rows[document.id] = document
        noticed.becomes(None, document)

    def _is_sync_copy(self, path: str) -> bool:
        folder, _, name = path.rpartition("/")
        first = sync_copy_of(name)
        return first is not None and collision_key(f"{folder}/{first}" if folder else first) in self._by_key

    def _deleted(self, noticed: Noticed, remote_id: str) -> None:
        row = self._rows.get(self._by_remote.get(remote_id, ""))
        if row is None or row.remote is None or row.remote.id != remote_id:
            return
        gone = replace(row, remote=None)
        if row.shape is None:
            noticed.forgotten.append(row.id)
        elif row.state in _WAITING:
            noticed.becomes(row, gone)
        else:
            noticed.becomes(row, moved(gone, DocumentState.QUEUED, self._now))

    def _lost(self, noticed: Noticed, remote_id: str) -> None:
        """The remote lost track of it: what is here is filed again, as if it never was."""
        row = self._rows.get(self._by_remote.get(remote_id, ""))
        if row is None or row.remote is None or row.remote.id != remote_id:
            return
        if row.shape is None:
            noticed.forgotten.append(row.id)
        else:
            anew = replace(row, remote=None, filed=None, unfinished=None)
            noticed.becomes(row, moved(anew, DocumentState.QUEUED, self._now))

    def _here(self, remote_path: str) -> str:
        """Where it would stand here; empty where no folder of this laptop has that name."""
        top, _, below = remote_path.partition("/")
        for folder, name in self._folders.items():
            if name == top and below:
                return os.path.join(folder, *below.split("/"))  # noqa: PTH118  # a name, not a look
        return ""


def _differs(row: Document, file: RemoteFile) -> bool:
    return row.filed is None or has_changed(row.filed.remote, file)
