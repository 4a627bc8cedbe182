"""Documents of a project and how far each is filed at the remote. Source: VR-P5a, VR-P5b, VR-S2."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from app.domain.messages import Message
from app.domain.remote_files import RemoteFile, UnfinishedUpload

DRILL_EVERY: Final = timedelta(days=365)
DRILL_FIRST: Final = timedelta(days=30)  # after the first document was filed


class DocumentState(StrEnum):
    """States of the contract. A crash in `checking` or `uploading` costs nothing: both are looked at anew."""

    QUEUED = "queued"
    CHECKING = "checking"
    HELD_BACK = "held-back"
    UPLOADING = "uploading"
    FILED = "filed"
    CONFLICT = "conflict"
    FAILED = "failed"


NEEDS_A_PERSON: Final = frozenset({DocumentState.HELD_BACK, DocumentState.CONFLICT, DocumentState.FAILED})


class Why(StrEnum):
    """Why a document is in its state, where there is more to say than the state."""

    # queued
    NOT_QUIET = "not-quiet"  # it is being written, or a program has it open
    CLOUD_ONLY = "cloud-only"  # reading would fetch it from another cloud
    BRAKE = "brake"  # many documents changed at once: a person is asked first
    AGAIN = "again"  # it did not go through; tried again later
    IN_USE = "in-use"  # somebody has it open at the remote
    # held-back
    CLIENT_DATA = "client-data"
    PERSONAL_DATA = "personal-data"
    UNREADABLE = "unreadable"
    REGISTERED = "registered"  # a copy under an agreement, in the vault or under a deletion order
    FINDING = "finding"  # an open finding
    FILED_BEFORE = "filed-before"  # it stands at the remote since before it was registered as a client's
    # failed
    NAME = "name"
    COLLISION = "collision"
    PATH_TOO_LONG = "path-too-long"
    LOCAL_READ = "local-read"
    REFUSED = "refused"
    ON_HOLD = "on-hold"
    IS_RECORD = "is-record"
    BROKEN = "broken"
    # conflict
    BOTH_CHANGED = "both-changed"
    BOTH_NEW = "both-new"
    REMOTE_DELETED = "remote-deleted"
    SYNC_COPY = "sync-copy"  # a sync client put a second version of a document aside there
    # filed
    REWRITTEN = "rewritten"  # the service changed what was sent, as it does with Office documents
    OFFERED = "offered"  # the remote has a newer version, and here nothing changed
    REMOTE_ONLY = "remote-only"  # a colleague filed it; here it never was
    LOCAL_DELETED = "local-deleted"  # deleted here, kept at the remote
    RENAMED = "renamed"  # here it has another name now, under which it is filed too
    NOT_READ = "not-read"  # filed although its content could not be looked at (a picture)


class Way(StrEnum):
    """What a person can do about a document."""

    RELEASE = "release"  # business contact data only, or no client data: a reason is asked for
    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    LEAVE = "leave-out"  # it is no project documentation: not filed as long as it holds this


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What stands here now. `digest`: its quickXorHash in base64."""

    sha256: str
    digest: str
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What was filed last: the content here (`sha256`, empty where a person decided over it) and what the remote reported of
    it. `essence`: what of an Office document stays the same when the service rewrites it."""

    sha256: str
    remote: RemoteFile
    at: datetime
    essence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A row of the queue. `path`: here, absolute; empty where no folder of this laptop fits. `remote_path`: below the
    project's place. `shape` None: not here (any more). `remote`: as it was last seen there; `sha256`: the content here at
    the last look; `judged`: the content and the register that its judgement belongs to."""

    id: str
    project_id: str
    path: str
    remote_path: str
    state: DocumentState
    at: datetime
    why: Why | None = None
    detail: str | None = None  # a count, a suggested name, a kind of trouble; never content
    shape: str | None = None
    sha256: str | None = None
    size_bytes: int | None = None
    filed: Filed | None = None
    remote: RemoteFile | None = None
    judged: str | None = None
    may_release: bool = False
    released_sha256: str | None = None
    release_reason: str | None = None
    agreed: bool = False  # a person let this change through the brake
    attempts: int = 0
    retry_at: datetime | None = None
    unfinished: UnfinishedUpload | None = None
    copy_path: str | None = None  # the other's version, beside it
    copy_sha256: str | None = None
    left_sha256: str | None = None  # a person left it out with this content

    @property
    def is_left_out(self) -> bool:
        return self.left_sha256 is not None and self.left_sha256 == self.sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document as people see it. `project`: its code; `path`: here, or at the remote where it never was here.
    `by`, `theirs_at`: who changed it at the remote and when, as far as the remote tells."""

    id: str
    project: str
    path: str
    state: DocumentState
    reason: Message | None
    at: datetime
    why: Why | None = None
    ways: frozenset[Way] = frozenset()
    by: str | None = None
    theirs_at: datetime | None = None
    ours_at: datetime | None = None  # when it was last changed here
    copy_path: str | None = None
    size_bytes: int | None = None

    @property
    def needs_a_person(self) -> bool:
        return self.state in NEEDS_A_PERSON


@dataclass(frozen=True, slots=True, kw_only=True)
class BrakeQuestion:
    """So many of the project's filed documents changed or vanished at once that a person is asked first."""

    project: str
    changed: int
    vanished: int
    filed: int
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFiling:
    """One project with documentation folders. `address`: where a person opens its place; `missing`: folders not there now;
    `drilled_at`: when it was last brought back as a test."""

    project: str
    counts: Mapping[DocumentState, int]
    address: str | None
    missing: tuple[str, ...] = ()
    drilled_at: datetime | None = None
    looked_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncStatus:
    """`remote`: folder | office365. `last_success_at`: when all that could be filed was, and the remote was looked at.
    `trouble`: why the remote cannot be used now. `left_out`: documents a person decided not to file."""

    remote: str
    last_success_at: datetime | None
    counts: Mapping[DocumentState, int] = field(default_factory=lambda: MappingProxyType({}))
    items: tuple[DocumentRow, ...] = ()
    trouble: Message | None = None
    trouble_since: datetime | None = None
    questions: tuple[BrakeQuestion, ...] = ()
    projects: tuple[ProjectFiling, ...] = ()
    first_filed_at: datetime | None = None
    drilled_at: datetime | None = None
    left_out: int = 0

    @property
    def needs_a_person(self) -> bool:
        return bool(self.questions) or any(self.counts.get(state, 0) for state in NEEDS_A_PERSON)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotVerified:
    """A document that could not be brought back as it was filed."""

    path: str
    reason: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restore or a drill came to. `rewritten`: compared with what the service reports, as it changed what was sent."""

    project: str
    files: int
    size_bytes: int
    rewritten: int
    not_verified: tuple[NotVerified, ...]
    target: str | None = None

    @property
    def is_complete(self) -> bool:
        return not self.not_verified


def drill_due_at(status: SyncStatus) -> datetime | None:
    """When documentation is to be brought back as a test: a year after the last time, at first soon after the first document
    was filed. None while nothing is filed. Source: VR-S2."""
    if status.first_filed_at is None:
        return None
    return status.first_filed_at + DRILL_FIRST if status.drilled_at is None else status.drilled_at + DRILL_EVERY
