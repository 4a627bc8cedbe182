"""What a person decides about one document: whose version counts, or that it may be filed after all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path

from app.actions.documents.conflicting import drop_copy, own_name
from app.actions.documents.fetching import Fetched, fetched, give_free_name
from app.actions.documents.reading import content_of, shape_of
from app.actions.documents.records import Records, moved
from app.actions.documents.target import FilingTarget
from app.domain.causes import cause_of
from app.domain.document import Document, DocumentState, Filed, Way, Why
from app.domain.document_names import numbered, suggested_name
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.messages import Message, msg
from app.domain.remote_errors import RemoteBroken, RemoteGone
from app.domain.remote_files import RemoteFile
from app.system.watch import FileProbe


class Solving:
    """`name`: renders a name in the person's language; `own`: what the person is called in it."""

    def __init__(
        self,
        records: Records,
        probe: FileProbe,
        clock: Callable[[], datetime],
        name: Callable[[Message], str],
        own: Callable[[], str],
        zone: tzinfo,
    ) -> None:
        self._records = records
        self._probe = probe
        self._clock = clock
        self._name = name
        self._own = own
        self._zone = zone

    def mine(self, document: Document, place: str, target: FilingTarget) -> Document:
        """It is sent at the next look, if there still stands what was shown; where nothing stands, as a new document."""
        filed = None
        if document.remote is not None:
            filed = Filed(sha256="", remote=document.remote, at=self._clock())
        drop_copy(document)
        queued = replace(document, filed=filed, copy_path=None, copy_sha256=None, agreed=True)
        return self._solved(document, moved(queued, DocumentState.QUEUED, self._clock()), Way.MINE)

    def theirs(self, document: Document, place: str, target: FilingTarget) -> Document:
        if document.remote is None:
            return self._leave_out(document)
        if not document.path:
            raise InputError(msg("documents.no-folder", path=document.remote_path))
        with self._brought(document, document.remote, place, target) as (passing, found):
            self._refuse_changed(document)
            try:
                if document.shape is None:
                    give_free_name(passing, Path(document.path))
                else:
                    passing.replace(document.path)
            except FileExistsError:
                raise InputError(msg("file.exists", path=document.path)) from None
            except OSError as error:
                raise InputError(msg("documents.not-replaced", path=document.path, why=cause_of(error))) from error
        drop_copy(document)
        return self._solved(document, self._here_as_there(document, found), Way.THEIRS)

    def both(self, document: Document, place: str, target: FilingTarget) -> Document:
        """Theirs gets the name; what is here goes on beside it, under a name with person and time, and is filed so."""
        if document.remote is None:
            return self.mine(document, place, target)
        with self._brought(document, document.remote, place, target) as (passing, found):
            self._refuse_changed(document)
            self._put_aside(Path(document.path))
            give_free_name(passing, Path(document.path))
        drop_copy(document)
        return self._solved(document, self._here_as_there(document, found), Way.BOTH)

    # -- how ----------------------------------------------------------------------------------------------------------

    @contextmanager
    def _brought(
        self, document: Document, remote: RemoteFile, place: str, target: FilingTarget
    ) -> Iterator[tuple[Path, Fetched]]:
        """Theirs as it was shown, beside the document. Raises InputError when something else stands there now."""
        folder = Path(document.path).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise EnvironmentLacking(msg("documents.not-replaced", path=document.path, why=cause_of(error))) from error
        with ExitStack() as fetching:
            try:
                brought = fetching.enter_context(fetched(target.remote, place, remote, folder))
            except (RemoteBroken, RemoteGone):
                now = target.remote.find(place, remote.path)
                if now is not None and now.version == remote.version:
                    raise  # it is the line that spoiled it
                raise InputError(msg("documents.changed-since", path=document.path)) from None
            yield brought

    def _refuse_changed(self, document: Document) -> None:
        """A decision counts for what was shown. Raises InputError."""
        if document.shape is None:
            return
        try:
            is_as_shown = content_of(document.path).sha256 == document.sha256
        except OSError:
            is_as_shown = False
        if not is_as_shown:
            raise InputError(msg("documents.changed-since", path=document.path))

    def _put_aside(self, path: Path) -> None:
        name = suggested_name(self._name(own_name(path.name, self._own(), self._clock().astimezone(self._zone))))
        for number in range(1, 1000):
            target = path.with_name(name if number == 1 else numbered(name, number))
            with suppress(FileExistsError):
                give_free_name(path, target)
                return
        raise InputError(msg("file.exists", path=str(path)))

    def _here_as_there(self, document: Document, found: Fetched) -> Document:
        look = os.lstat(document.path)
        filed = Filed(sha256=found.sha256, remote=found.file, at=self._clock())
        return moved(
            document,
            DocumentState.FILED,
            self._clock(),
            shape=shape_of(self._probe, look),
            sha256=found.sha256,
            size_bytes=look.st_size,
            filed=filed,
            remote=found.file,
            copy_path=None,
            copy_sha256=None,
            judged=None,
            attempts=0,
            retry_at=None,
        )

    def _leave_out(self, document: Document) -> Document:
        """It was deleted there and is not filed again: what is here stays, and is filed when it changes."""
        left = replace(document, left_sha256=document.sha256, filed=None)
        return self._solved(document, moved(left, DocumentState.FILED, self._clock()), Way.THEIRS)

    def _solved(self, before: Document, after: Document, how: Way) -> Document:
        self._records.save([before], [after])
        with self._records.change() as work:
            work.note("doc.solved", after.id, project=after.project_id, data={"how": how.value})
        return after


def refuse_other_ways(document: Document, ways: frozenset[Way], way: Way) -> None:
    if way not in ways or document.why is Why.BRAKE:
        raise InputError(msg("documents.not-this-way", path=document.path or document.remote_path))
