"""Documents of projects: how far each is filed, the names of their folders at the remote, how far the remote was heard."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from app.domain.document import Document, DocumentState
from app.domain.messages import msg
from app.domain.remote_files import UnfinishedUpload
from app.store.table import Resolving, table
from app.store.values import pack_json, pack_moment, pack_text, unpack_moment, unpack_text

_STATES = {state.value: state for state in DocumentState}
_LEFT_OUT = "(left_sha256 IS NOT NULL AND left_sha256 IS sha256)"


class DocumentSum(NamedTuple):
    """How many documents of a project stand in a state, and since when the first of them. `to_release`: held back for
    personal data beyond business contacts."""

    project_id: str
    state: DocumentState
    documents: int
    first_at: datetime
    flagged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPlace:
    """The folder of one project at one remote (`target`), and how far it was heard. `place` stays when the project gets
    another code."""

    project_id: str
    target: str
    place: str
    cursor: str | None = None
    looked_at: datetime | None = None
    drilled_at: datetime | None = None


class Documents(Resolving[Document]):
    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, table("documents", Document), msg("store.kind-document"))

    def of_project(self, project_id: str) -> list[Document]:
        return self._where("project_id = ?", project_id)

    def shapes(self, project_id: str) -> dict[str, tuple[str, str | None]]:
        """By path: the id and how the file looked, of documents that are or were here; 10,000 of them in a moment."""
        query = "SELECT path, id, shape FROM documents WHERE project_id = ? AND path <> ''"
        rows = self._connection.execute(query, (project_id,))
        return {unpack_text(path): (id_, shape) for path, id_, shape in rows}

    def copies_beside(self, project_id: str) -> list[str]:
        """Versions of others that were put beside documents of the project."""
        query = "SELECT copy_path FROM documents WHERE project_id = ? AND copy_path IS NOT NULL"
        return [unpack_text(path) for (path,) in self._connection.execute(query, (project_id,))]

    def standing_in(self, project_id: str, states: Collection[DocumentState]) -> list[Document]:
        marks = ", ".join("?" for _ in states)
        return self._where(f"project_id = ? AND state IN ({marks})", project_id, *(state.value for state in states))

    def offered(self, project_id: str) -> list[Document]:
        """Filed ones of which the remote has a newer version."""
        return self._where("project_id = ? AND state = 'filed' AND why = 'offered'", project_id)

    def by_sha256(self, sha256: str) -> list[Document]:
        return self._where("sha256 = ?", sha256)

    def filed_and_registered(self) -> list[Document]:
        """Filed ones with the content of what is or was a registered copy of a client's file."""
        return self._where(
            "state = 'filed' AND shape IS NOT NULL AND filed IS NOT NULL AND sha256 IS NOT NULL "
            "AND sha256 IN (SELECT sha256 FROM copies WHERE sha256 IS NOT NULL)"
        )

    def at_path(self, path: str) -> Document | None:
        return next(iter(self._where("path = ?", pack_text(path))), None)

    def save_all(self, documents: Iterable[Document]) -> None:
        """Write them, whether they are new or known."""
        listed = ", ".join(f'"{column}"' for column in self._rows.columns)
        marks = ", ".join("?" for _ in self._rows.columns)
        query = f"INSERT OR REPLACE INTO documents ({listed}) VALUES ({marks})"
        self._connection.executemany(query, [self._rows.pack(document) for document in documents])

    def reshape(self, shapes: Mapping[str, str]) -> None:
        """Files that look different and hold what they held: by id, how they look now."""
        self._connection.executemany("UPDATE documents SET shape = ? WHERE id = ?", [(s, i) for i, s in shapes.items()])

    def remember_upload(self, id_: str, unfinished: UnfinishedUpload | None) -> None:
        cell = None if unfinished is None else pack_json(unfinished)
        self._connection.execute("UPDATE documents SET unfinished = ? WHERE id = ?", (cell, id_))

    def forget(self, ids: Iterable[str]) -> None:
        self._connection.executemany("DELETE FROM documents WHERE id = ?", [(id_,) for id_ in ids])

    def sums(self) -> list[DocumentSum]:
        """All documents that are not left out, counted by project and state."""
        query = (
            "SELECT project_id, state, count(*), min(at), count(*) FILTER (WHERE why = 'personal-data') "
            f"FROM documents WHERE NOT {_LEFT_OUT} GROUP BY project_id, state"
        )
        return [
            DocumentSum(project, _STATES[state], n, unpack_moment(first), flagged)
            for project, state, n, first, flagged in self._connection.execute(query)
        ]

    def left_out(self) -> int:
        (count,) = self._connection.execute(f"SELECT count(*) FROM documents WHERE {_LEFT_OUT}").fetchone()
        return int(count)

    def filed_of(self, project_id: str) -> int:
        query = "SELECT count(*) FROM documents WHERE project_id = ? AND filed IS NOT NULL"
        return int(self._connection.execute(query, (project_id,)).fetchone()[0])

    # -- folders and places -------------------------------------------------------------------------------------------

    def folder_names(self, project_id: str) -> dict[str, str]:
        """By path of a documentation folder: its name below the project's place."""
        rows = self._connection.execute("SELECT path, name FROM document_folders WHERE project_id = ?", (project_id,))
        return {unpack_text(path): unpack_text(name) for path, name in rows}

    def keep_folder_names(self, project_id: str, names: Mapping[str, str]) -> None:
        query = "INSERT OR IGNORE INTO document_folders (project_id, path, name) VALUES (?, ?, ?)"
        cells = [(project_id, pack_text(path), pack_text(name)) for path, name in names.items()]
        self._connection.executemany(query, cells)

    def place(self, project_id: str) -> DocumentPlace | None:
        query = "SELECT target, place, cursor, looked_at, drilled_at FROM document_places WHERE project_id = ?"
        row = self._connection.execute(query, (project_id,)).fetchone()
        return None if row is None else _place(project_id, *row)

    def places(self) -> dict[str, DocumentPlace]:
        query = "SELECT project_id, target, place, NULL, looked_at, drilled_at FROM document_places"
        return {row[0]: _place(*row) for row in self._connection.execute(query)}

    def keep_place(self, place: DocumentPlace) -> None:
        query = (
            "INSERT OR REPLACE INTO document_places (project_id, target, place, cursor, looked_at, drilled_at) "
            "VALUES (?, ?, ?, ?, ?, ?)"
        )
        moments = [moment and pack_moment(moment) for moment in (place.looked_at, place.drilled_at)]
        cursor = None if place.cursor is None else pack_text(place.cursor)
        self._connection.execute(
            query, (place.project_id, pack_text(place.target), pack_text(place.place), cursor, *moments)
        )


def _place(
    project_id: str,
    target: str | bytes,
    place: str | bytes,
    cursor: str | bytes | None,
    looked_at: str | None,
    drilled_at: str | None,
) -> DocumentPlace:
    return DocumentPlace(
        project_id=project_id,
        target=unpack_text(target),
        place=unpack_text(place),
        cursor=None if cursor is None else unpack_text(cursor),
        looked_at=None if looked_at is None else unpack_moment(looked_at),
        drilled_at=None if drilled_at is None else unpack_moment(drilled_at),
    )
