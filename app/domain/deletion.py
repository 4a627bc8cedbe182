"""What a deletion can come to, and what it cannot reach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Outcome(StrEnum):
    DELETED = "deleted"
    WOULD_DELETE = "would-delete"
    BLOCKED = "blocked"
    ASKED = "asked"
    MISSING = "missing"
    HELD = "held"
    WAITING_FOR_TIME = "waiting-for-time"


class Method(StrEnum):
    """`unlink` is no sanitisation in the sense of NIST SP 800-88; `cloud-removal`: the service removed item, versions and bins,
    and showed it; `attested` is a person's word."""

    CRYPTOGRAPHIC_ERASE = "cryptographic-erase"
    UNLINK = "unlink"
    CLOUD_REMOVAL = "cloud-removal"
    ATTESTED = "attested"


class ResidualKind(StrEnum):
    CLOUD_SHADOW = "cloud-shadow"  # the folder is synchronised: recycle bins of the service
    CLOUD_HOLD = "cloud-hold"  # a retention rule of the service, or a record, keeps it
    HARD_LINK = "hard-link"
    TRASH = "trash"
    HELD_OPEN = "held-open"
    FURTHER_COPY = "further-copy"
    STORAGE_BLOCKS = "storage-blocks"  # freed, not overwritten, on an unencrypted or unknown disk
    RECOVERY_KEY = "recovery-key"
    KEY_FILE = "key-file"
    CHECKED_OUT = "checked-out"
    ELSEWHERE = "elsewhere"
    RECENT_LIST = "recent-list"  # the name among recent documents, where a program's own database keeps it
    THUMBNAIL = "thumbnail"  # a small picture of a page, in a cache that the system keeps for itself
    NOT_FOUND = "not-found"  # nothing stood at its place, and nobody saw it go


@dataclass(frozen=True, slots=True, kw_only=True)
class Residual:
    """What remains possible after a deletion. `where` is a place in words or a path; `until` its end when it is known."""

    kind: ResidualKind
    where: str
    until: datetime | None = None


class EraseResult(StrEnum):
    """What the file system showed after the attempt; nothing else is claimed."""

    GONE = "gone"
    MISSING = "missing"  # nothing at that path (nor under its last known name)
    OTHER_FILE = "other-file"  # another file stands there now: it was left alone
    BLOCKED = "blocked"  # the system refused; `detail` says why
    UNSAFE = "unsafe"  # a link or a swapped folder on the way: left alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    result: EraseResult
    detail: str | None = None  # errno name or system text, no path
    hard_links_left: int = 0
