"""Looks at one document before it is filed: finished, by which way, under which name, and with what in it."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePath
from typing import Final

from app.actions.documents.reading import NoDocument, content_of, shape_of
from app.actions.documents.records import moved
from app.actions.documents.target import FilingTarget
from app.actions.intake import Intake
from app.actions.office import Office
from app.domain.document import Content, Document, DocumentState, Why
from app.domain.document_names import path_problem
from app.domain.document_policy import Hold, Standing, hold_of, is_unread
from app.domain.document_steps import Step, decide
from app.domain.finding import FindingState, Judgement, Origin, ResolvedHow, Verdict
from app.domain.identity import FileFacts, new_id
from app.domain.intake import Judged
from app.domain.ports import Detector
from app.store import Session
from app.system.files import LocalFiles
from app.system.watch import FileProbe

QUIET_NS: Final = 1_000_000_000  # without a change for so long it is finished
OPEN_LONG_NS: Final = 300_000_000_000  # some editors keep a document open all day: then its last save counts


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document with what is to be done about it. `content`: what stands here."""

    document: Document
    content: Content
    step: Step
    place: str


class Checking:
    """`wall_ns`: the time by which files are dated. `take_in`: makes a finding of client data that was met here."""

    def __init__(
        self,
        office: Office,
        intake: Intake,
        detector: Detector,
        files: LocalFiles,
        probe: FileProbe,
        wall_ns: Callable[[], int] = time.time_ns,
    ) -> None:
        self._office = office
        self._intake = intake
        self._detector = detector
        self._files = files
        self._probe = probe
        self._wall_ns = wall_ns
        self._revision = 0

    def use_register(self) -> None:
        """Judge by the registers as they are now. Called at the start of each round that has projects."""
        context, self._revision = self._intake.context()
        self._detector.use(context)

    # -- what is to be done -------------------------------------------------------------------------------------------

    def look(self, document: Document, place: str, target: FilingTarget, now: datetime) -> Document | Candidate:
        """The document in its new state, or what is to be done about it."""
        try:
            shape, waits = self._shape(document.path)
            if waits is not None:
                return moved(document, DocumentState.QUEUED, now, waits, shape=document.shape or shape)
            content = content_of(document.path)
            if self._shape(document.path)[0] != shape:
                return moved(document, DocumentState.QUEUED, now, Why.NOT_QUIET)
        except (FileNotFoundError, NotADirectoryError, NoDocument):
            return _not_here(document, now)
        except OSError as error:
            return moved(document, DocumentState.FAILED, now, Why.LOCAL_READ, detail=str(error.errno))
        here = replace(document, shape=shape, sha256=content.sha256, size_bytes=content.size_bytes)
        if here.is_left_out:
            return moved(here, DocumentState.FILED, now)
        step = decide(content, here.filed, here.remote, may_rewrite=target.may_rewrite(here.remote_path))
        return Candidate(here, content, step, place)

    def peek(self, path: str) -> str | None:
        """The SHA-256 of what stands there now; None where that cannot be told without waiting or fetching."""
        try:
            return None if self._shape(path)[1] is not None else content_of(path).sha256
        except OSError:
            return None

    def _shape(self, path: str) -> tuple[str, Why | None]:
        """How it looks, and why it has to wait. Raises OSError."""
        look = os.lstat(path)
        if self._probe.is_link(look) or not stat.S_ISREG(look.st_mode):
            raise NoDocument
        shape = shape_of(self._probe, look)
        if self._probe.shape(look).cloud_only or self._files.is_cloud_only(Path(path)):
            return shape, Why.CLOUD_ONLY
        age = self._wall_ns() - max(look.st_mtime_ns, look.st_ctime_ns)
        if 0 <= age < QUIET_NS or (age < OPEN_LONG_NS and not self._files.settled_open(Path(path))):
            return shape, Why.NOT_QUIET
        return shape, None

    # -- whether it may be filed --------------------------------------------------------------------------------------

    def judge(
        self, candidates: Iterable[Candidate], target: FilingTarget, now: datetime
    ) -> Iterable[Document | Candidate]:
        """Each in its order: held back, failed, or still a candidate. Raises EnvironmentLacking when nothing can judge."""
        some = list(candidates)
        with self._office.look() as session:
            standings = [self._standing(session, candidate.document, now) for candidate in some]
        for candidate, standing in zip(some, standings, strict=True):
            yield self._judged(candidate, standing, target, now)

    def may_try_again(self, document: Document, session: Session, now: datetime) -> bool:
        """Whether something changed for a document that is held back: a person's word, the registers, or a decision."""
        if document.sha256 is not None and document.released_sha256 == document.sha256:
            return True
        standing = self._standing(session, document, now)
        if document.why in (Why.REGISTERED, Why.FILED_BEFORE) and not standing.is_registered:
            return True
        if standing.has_finding or standing.is_registered:
            return False
        is_decided = standing.is_documentation or standing.is_excepted
        return document.why is Why.FINDING or is_decided or not self._is_judged(document)

    def _judged(
        self, candidate: Candidate, standing: Standing, target: FilingTarget, now: datetime
    ) -> Document | Candidate:
        document = candidate.document
        problem = path_problem(candidate.place, document.remote_path, target.site_characters)
        if problem is not None:
            return moved(document, DocumentState.FAILED, now, problem.why, detail=problem.suggestion)
        is_known = self._is_judged(document) and not (standing.is_registered or standing.has_finding)
        if is_known and document.judged is not None and not document.judged.endswith("held"):
            return candidate
        judgement = self._detector.judge(Path(document.path), self._origin(document.path))
        if self._has_changed(document):
            return moved(document, DocumentState.QUEUED, now, Why.NOT_QUIET)
        hold = hold_of(judgement, standing, PurePath(document.path).suffix.lower())
        is_released = document.released_sha256 == candidate.content.sha256
        if hold is not None and not (hold.may_release and is_released):
            self._take_in(document, judgement, hold)
            return self._held(document, hold, now)
        outcome = "unread" if is_unread(judgement) else "ok"
        return replace(candidate, document=replace(document, judged=self._mark(document, outcome)))

    def _held(self, document: Document, hold: Hold, now: datetime) -> Document:
        return moved(
            document,
            DocumentState.HELD_BACK,
            now,
            hold.why,
            detail=hold.detail,
            may_release=hold.may_release,
            judged=self._mark(document, "held"),
        )

    def _take_in(self, document: Document, judgement: Judgement, hold: Hold) -> None:
        """Client data here is a copy outside the client's environment, like any other: the person decides about it as a
        finding. Once for each content."""
        if judgement.verdict is not Verdict.CLIENT_DATA or hold.why not in (Why.CLIENT_DATA, Why.PERSONAL_DATA):
            return
        facts = self._facts(document.path)
        if facts is not None:
            judged = Judged(path=Path(document.path), facts=facts, judgement=judgement, group=new_id())
            self._intake.judged("", [judged])

    def _standing(self, session: Session, document: Document, now: datetime) -> Standing:
        sha256 = document.sha256
        if sha256 is None:
            return Standing()
        found = session.findings.by_sha256(sha256)
        how = {f.resolution.how for f in found if f.resolution is not None}
        return Standing(
            is_registered=bool(
                session.copies.by_sha256(sha256, live_only=False) or session.copies.by_path(document.path)
            ),
            has_finding=any(f.state is not FindingState.RESOLVED for f in found)
            or bool(session.findings.at_path(document.path)),
            is_documentation=ResolvedHow.DOCUMENTATION in how,
            is_excepted=session.exceptions.match(sha256, None, now) is not None,
        )

    def _mark(self, document: Document, outcome: str) -> str:
        return f"{document.sha256}.{self._revision:x}.{outcome}"

    def _is_judged(self, document: Document) -> bool:
        return document.judged is not None and document.judged.startswith(f"{document.sha256}.{self._revision:x}.")

    def _has_changed(self, document: Document) -> bool:
        try:
            return shape_of(self._probe, os.lstat(document.path)) != document.shape
        except OSError:
            return True

    def _facts(self, path: str) -> FileFacts | None:
        try:
            return self._files.facts(Path(path))
        except OSError:
            return None

    def _origin(self, path: str) -> Origin | None:
        try:
            return self._files.origin(Path(path))
        except OSError:
            return None


def _not_here(document: Document, now: datetime) -> Document:
    """It went since it was seen; the next look tells what became of it."""
    return moved(document, DocumentState.QUEUED, now, Why.NOT_QUIET)
