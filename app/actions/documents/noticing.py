"""What changed in the documentation folders since the last look: new, changed, moved, gone. Nothing is opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.actions.documents.reading import is_same_file
from app.actions.documents.records import moved
from app.actions.documents.walking import Met, Walked
from app.domain.document import Document, DocumentState, Why
from app.domain.document_names import collision_key, numbered
from app.domain.identity import new_id


@dataclass(slots=True)
class Noticed:
    """`before` and `after` belong together; `forgotten`: rows of what was never filed and is gone. `burst`: filed documents
    that changed or vanished just now, by which the brake decides."""

    before: list[Document | None] = field(default_factory=list)
    after: list[Document] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    burst: list[str] = field(default_factory=list)
    queued: int = 0

    def becomes(self, old: Document | None, new: Document) -> None:
        if old != new:
            self.before.append(old)
            self.after.append(new)


def notice(project_id: str, documents: Iterable[Document], walked: Walked, now: datetime) -> Noticed:
    """`documents`: all rows of the project whose file looks different, or is not met any more; see `differing`."""
    noticed = Noticed()
    known = {document.path: document for document in documents if document.path}
    keys = {collision_key(document.remote_path): document for document in known.values()}
    fresh = [met for met in walked.files.values() if met.path not in known]
    gone = [d for d in known.values() if d.shape is not None and d.path not in walked.files and walked.knows_of(d.path)]
    recased = {}
    for met in sorted(fresh, key=lambda met: met.path):
        other = keys.get(collision_key(met.remote_path))
        if other is not None and other.path not in walked.files:
            recased[other.id] = met  # the same name but for its case, or a document that was not here yet
    for document in known.values():
        here = recased.get(document.id) or walked.files.get(document.path)
        if here is not None and (here.shape != document.shape or here.path != document.path):
            _changed(noticed, document, here, now)
    taken: dict[str, str] = {}
    for met in sorted(walked.files.values(), key=lambda met: _collides(known.get(met.path))):
        if met.path in known:
            taken.setdefault(collision_key(met.remote_path), met.path)
    for met in sorted(fresh, key=lambda met: met.path):
        if met not in recased.values():
            _new(noticed, project_id, met, taken, now)
    for document in known.values():
        if document.why is Why.COLLISION and taken.get(collision_key(document.remote_path)) == document.path:
            noticed.becomes(document, moved(document, DocumentState.QUEUED, now))  # the other one is gone
    for document in gone:
        if document.id not in recased:
            _gone(noticed, document, fresh, now)
    return noticed


def _collides(document: Document | None) -> bool:
    return document is not None and document.why is Why.COLLISION


def _new(noticed: Noticed, project_id: str, met: Met, taken: dict[str, str], now: datetime) -> None:
    key = collision_key(met.remote_path)
    collides = taken.setdefault(key, met.path) != met.path
    document = Document(
        id=new_id(),
        project_id=project_id,
        path=met.path,
        remote_path=met.remote_path,
        state=DocumentState.FAILED if collides else DocumentState.QUEUED,
        why=Why.COLLISION if collides else None,
        detail=numbered(met.remote_path.rpartition("/")[2], 2) if collides else None,
        at=now,
        shape=met.shape,
        size_bytes=met.size_bytes,
    )
    noticed.becomes(None, document)
    noticed.queued += not collides


def _changed(noticed: Noticed, document: Document, met: Met, now: datetime) -> None:
    """It looks different; whether it is, its content tells when its turn comes."""
    path_again = met.remote_path if document.filed is None and document.remote is None else document.remote_path
    new = moved(
        document,
        DocumentState.QUEUED,
        now,
        path=met.path,
        remote_path=path_again,
        shape=met.shape,
        size_bytes=met.size_bytes,
        sha256=None,
        attempts=0,
        retry_at=None,
        agreed=document.filed is None,
    )
    if document.filed is not None and document.shape is not None:
        noticed.burst.append(document.id)
    noticed.becomes(document, new)
    noticed.queued += 1


def _gone(noticed: Noticed, document: Document, fresh: list[Met], now: datetime) -> None:
    if document.filed is None and document.remote is None:
        noticed.forgotten.append(document.id)
        return
    is_moved = any(is_same_file(document.shape, met.shape) for met in fresh)
    if document.filed is not None and not is_moved:
        noticed.burst.append(document.id)
    noticed.becomes(document, kept_at_remote(document, now, Why.RENAMED if is_moved else Why.LOCAL_DELETED))


def kept_at_remote(document: Document, now: datetime, why: Why) -> Document:
    """It is not here any more. Deleting here never deletes there."""
    gone = replace(document, shape=None, sha256=None, copy_path=None, copy_sha256=None, agreed=False)
    return moved(gone, DocumentState.FILED, now, why)


def differing(known: Mapping[str, tuple[str, str | None]], walked: Walked) -> bool:
    """Whether anything stands differently from the rows (`known`: by path, id and shape)."""
    if any(known.get(path, ("", ""))[1] != met.shape for path, met in walked.files.items()):
        return True
    return any(
        shape is not None and path not in walked.files and walked.knows_of(path) for path, (_, shape) in known.items()
    )
