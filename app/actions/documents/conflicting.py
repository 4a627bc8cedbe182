"""A document that changed here and there: the other's version is put beside it, under a name with person and time."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path, PurePath

from app.actions.documents.fetching import fetched, give_free_name, is_rewriting, is_same_document
from app.actions.documents.reading import content_of
from app.actions.documents.records import moved
from app.actions.documents.target import FilingTarget
from app.domain.document import Content, Document, DocumentState, Filed, Why
from app.domain.document_names import numbered, suggested_name
from app.domain.messages import Message, msg
from app.domain.remote_files import RemoteFile


class Conflicting:
    """`name`: renders the name of a version that is put beside, in the person's language; `zone`: the person's."""

    def __init__(
        self, target: FilingTarget, name: Callable[[Message], str], clock: Callable[[], datetime], zone: tzinfo
    ) -> None:
        self._target = target
        self._name = name
        self._clock = clock
        self._zone = zone

    def compare(self, document: Document, content: Content, place: str) -> Document | None:
        """What became of it when the service alone changed what is there: filed already, or known again so that what is here
        may replace it. None: somebody changed it. Raises what the remote raises, and OSError."""
        remote = self._target.remote
        same = is_same_document(remote, place, document)
        if same is not None:
            return self.adopted(replace(document, remote=same), content, same)
        rewritten = is_rewriting(remote, place, document)
        if rewritten is None or document.filed is None:
            return None
        return replace(document, filed=replace(document.filed, remote=rewritten), remote=rewritten)

    def adopted(self, document: Document, content: Content, there: RemoteFile) -> Document:
        """The same content stands there already: nothing has to be sent."""
        is_as_here = there.digest in (None, content.digest)
        filed = Filed(sha256=content.sha256, remote=there, at=self._clock())
        why = None if is_as_here else Why.REWRITTEN
        drop_copy(document)
        fields = {"filed": filed, "attempts": 0, "retry_at": None, "agreed": False, "copy_path": None}
        return moved(document, DocumentState.FILED, self._clock(), why, copy_sha256=None, **fields)

    def beside(self, document: Document, place: str) -> Document:
        """In conflict, with the other's version beside it. Raises what the remote raises, and OSError."""
        theirs = document.remote
        why = Why.BOTH_NEW if document.filed is None else Why.BOTH_CHANGED
        if theirs is None:
            return moved(document, DocumentState.CONFLICT, self._clock(), Why.REMOTE_DELETED)
        path, sha256 = document.copy_path, document.copy_sha256
        with fetched(self._target.remote, place, theirs, Path(document.path).parent) as (passing, found):
            if path is None or sha256 != found.sha256 or not os.path.lexists(path):
                drop_copy(document)
                path, sha256 = str(self._put(passing, document, found.file)), found.sha256
            theirs = found.file
        kept = replace(document, remote=theirs, copy_path=path, copy_sha256=sha256)
        return moved(kept, DocumentState.CONFLICT, self._clock(), why)

    def _put(self, passing: Path, document: Document, theirs: RemoteFile) -> Path:
        path = Path(document.path)
        at = (theirs.modified_at or self._clock()).astimezone(self._zone)
        message = conflict_name(path.name, theirs.modified_by, at)
        name = suggested_name(self._name(message))
        for number in range(1, 1000):
            target = path.with_name(name if number == 1 else numbered(name, number))
            with contextlib.suppress(FileExistsError):
                give_free_name(passing, target)
                return target
        raise FileExistsError(str(path))


def conflict_name(name: str, person: str | None, at: datetime) -> Message:
    """`report (conflict, Anna Smit, 2026-11-28 1430).docx`, `at` in the person's zone."""
    stem, ending = PurePath(name).stem, PurePath(name).suffix
    who: str | Message = person or msg("documents.somebody")
    return msg("documents.conflict-name", stem=stem, person=who, at=at.strftime("%Y-%m-%d %H%M"), ending=ending)


def own_name(name: str, person: str, at: datetime) -> Message:
    """`report (Robin, 2026-11-28 1430).docx`, `at` in the person's zone."""
    stem, ending = PurePath(name).stem, PurePath(name).suffix
    return msg("documents.own-name", stem=stem, person=person, at=at.strftime("%Y-%m-%d %H%M"), ending=ending)


def drop_copy(document: Document) -> None:
    """Remove the other's version that was put beside, if it still is that and nobody wrote in it."""
    if document.copy_path is None:
        return
    with contextlib.suppress(OSError):
        if content_of(document.copy_path).sha256 == document.copy_sha256:
            Path(document.copy_path).unlink()
