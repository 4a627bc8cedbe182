"""Sends one document, and says what came of it. Any thread; writes nothing but an open session of an upload."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Any, BinaryIO, Final

from app.actions.documents.essence import essence_of
from app.actions.documents.reading import content_in, opened, shape_of
from app.actions.documents.records import moved
from app.actions.documents.target import FilingTarget
from app.domain.document import Content, Document, DocumentState, Filed, Why
from app.domain.document_steps import Step
from app.domain.errors import AssistantError
from app.domain.messages import Message
from app.domain.remote_errors import (
    RemoteBroken,
    RemoteConflict,
    RemoteFull,
    RemoteGone,
    RemoteLocked,
    RemoteOnHold,
    RemoteRefused,
    RemoteRejected,
    RemoteThrottled,
    RemoteUnreachable,
    SignInNeeded,
    SourceChanged,
)
from app.domain.remote_files import RemoteFile, UnfinishedUpload
from app.system.watch import FileProbe

IN_MEMORY: Final = 4 << 20  # bytes; what is sent of a small document is exactly what was judged
OF_THE_REMOTE: Final = (RemoteUnreachable, SignInNeeded, RemoteThrottled, RemoteFull)
TRIED_AT_ONCE: Final = 3  # times; after that it is a failure that a person sees
PAUSES: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 360, 1440))

Remember = Callable[[str, "UnfinishedUpload | None"], None]


class Next(Enum):
    DONE = auto()
    AGAIN = auto()  # look at it once more in this round
    STOP = auto()  # the remote cannot be used now


@dataclass(frozen=True, slots=True)
class Outcome:
    document: Document
    next: Next = Next.DONE
    trouble: Message | None = None


class Uploading:
    """`remember`: keeps an open session durably, by the document's id."""

    def __init__(
        self, target: FilingTarget, probe: FileProbe, remember: Remember, clock: Callable[[], datetime]
    ) -> None:
        self._target = target
        self._probe = probe
        self._remember = remember
        self._clock = clock
        self._is_over = threading.Event()  # the remote cannot be used: what is still to be sent waits

    def send(self, document: Document, content: Content, step: Step, place: str) -> Outcome:
        if self._is_over.is_set():
            return Outcome(self._queued(document, Why.AGAIN))
        outcome = self._sent(document, content, step, place)
        if outcome.next is Next.STOP:
            self._is_over.set()
        return outcome

    def _sent(self, document: Document, content: Content, step: Step, place: str) -> Outcome:
        open_session: list[UnfinishedUpload | None] = [document.unfinished]

        def remember(unfinished: UnfinishedUpload | None) -> None:
            self._remember(document.id, unfinished)
            open_session[0] = unfinished

        try:
            with self._source(document, content) as source:
                reported = self._target.remote.upload(
                    place,
                    document.remote_path,
                    source,
                    sha256=content.sha256,
                    size_bytes=content.size_bytes,
                    replaces=document.remote.version if step is Step.REPLACE and document.remote else None,
                    unfinished=document.unfinished,
                    remember=remember,
                )
                essence = essence_of(source) if self._target.may_rewrite(document.remote_path) else None
        except _Changed:
            return Outcome(self._queued(document, Why.NOT_QUIET))
        except AssistantError as error:
            return self._failed(replace(document, unfinished=open_session[0]), place, error)
        except OSError as error:
            return Outcome(self._moved(document, DocumentState.FAILED, Why.LOCAL_READ, detail=str(error.errno)))
        return self._stored(replace(document, unfinished=None), content, reported, essence)

    # -- what is sent -------------------------------------------------------------------------------------------------

    def _source(self, document: Document, content: Content) -> BinaryIO:
        """What was judged, and nothing that came in its place. Raises _Changed, OSError."""
        file = opened(document.path)
        try:
            if shape_of(self._probe, os.lstat(document.path)) != document.shape:
                raise _Changed
            if content.size_bytes > IN_MEMORY:
                return file
            whole = io.BytesIO(file.read(IN_MEMORY + 1))
        except BaseException:
            file.close()
            raise
        file.close()
        if content_in(whole) != content:
            raise _Changed
        whole.seek(0)
        return whole

    # -- what came of it ----------------------------------------------------------------------------------------------

    def _stored(self, document: Document, content: Content, reported: RemoteFile, essence: str | None) -> Outcome:
        """`filed` only when the remote tells the digest of what was sent, or changed it as it does with such documents."""
        filed = Filed(sha256=content.sha256, remote=reported, at=self._clock(), essence=essence)
        fields: dict[str, Any] = {"filed": filed, "remote": reported, "remote_path": reported.path, "attempts": 0}
        is_whole = reported.size_bytes == content.size_bytes and reported.digest in (None, content.digest)
        if is_whole or self._target.may_rewrite(document.remote_path):
            return Outcome(self._filed(document, Why.REWRITTEN if not is_whole else None, fields))
        # What stands there now is ours, but not what was sent: it is sent again in its place.
        fields |= {"filed": replace(filed, sha256=""), "attempts": document.attempts + 1}
        return Outcome(self._broken(replace(document, **fields)))

    def _filed(self, document: Document, why: Why | None, fields: dict[str, Any]) -> Document:
        is_unread = document.judged is not None and document.judged.endswith("unread")
        reset = {"retry_at": None, "agreed": False, "release_reason": document.release_reason}
        return self._moved(
            document, DocumentState.FILED, why or (Why.NOT_READ if is_unread else None), **fields, **reset
        )

    def _failed(self, document: Document, place: str, error: AssistantError) -> Outcome:
        if isinstance(error, RemoteFull):
            later = replace(document, retry_at=self._later(document))
            return Outcome(self._queued(later, Why.AGAIN), Next.STOP, error.message)
        if isinstance(error, OF_THE_REMOTE):
            return Outcome(self._queued(document, Why.AGAIN), Next.STOP, error.message)
        if isinstance(error, RemoteConflict | RemoteGone):
            return self._elsewise(document, place, error)
        if isinstance(error, SourceChanged):
            return Outcome(self._queued(document, Why.NOT_QUIET))
        later = replace(document, attempts=document.attempts + 1, retry_at=self._later(document))
        if isinstance(error, RemoteLocked):
            return Outcome(self._queued(later, Why.IN_USE))
        if isinstance(error, RemoteBroken):
            return Outcome(self._broken(later))
        if isinstance(error, RemoteOnHold):
            return Outcome(self._moved(later, DocumentState.FAILED, Why.IS_RECORD if error.is_record else Why.ON_HOLD))
        if isinstance(error, RemoteRefused | RemoteRejected):
            return Outcome(self._moved(later, DocumentState.FAILED, Why.REFUSED))
        return Outcome(self._queued(later, Why.AGAIN), Next.STOP, error.message)

    def _elsewise(self, document: Document, place: str, error: RemoteConflict | RemoteGone) -> Outcome:
        """Something else stands there than was known, or nothing: it is decided anew by what does."""
        current = error.current if isinstance(error, RemoteConflict) else None
        try:
            current = current or self._target.remote.find(place, document.remote_path)
        except AssistantError as trouble:
            return Outcome(self._queued(document, Why.AGAIN), Next.STOP, trouble.message)
        return Outcome(self._queued(replace(document, remote=current)), Next.AGAIN)

    def _broken(self, document: Document) -> Document:
        later = replace(document, retry_at=self._later(document))
        if document.attempts < TRIED_AT_ONCE:
            return self._queued(later, Why.AGAIN)
        return self._moved(later, DocumentState.FAILED, Why.BROKEN)

    def _queued(self, document: Document, why: Why | None = None) -> Document:
        return self._moved(document, DocumentState.QUEUED, why)

    def _moved(self, document: Document, state: DocumentState, why: Why | None = None, **fields: Any) -> Document:
        return moved(document, state, self._clock(), why, **fields)

    def _later(self, document: Document) -> datetime:
        return self._clock() + PAUSES[min(document.attempts, len(PAUSES) - 1)]


class _Changed(Exception):  # no error: it is looked at again
    """The file is not what was judged any more."""
