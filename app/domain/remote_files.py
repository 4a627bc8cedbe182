"""Files at the remote, as the remote itself reports them: what it stores may differ from what was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteFile:
    """`id` stays with a file when it is renamed or moved. `path` is below the project's place, "/" between folders.

    `version` changes with any change (an eTag), `content_version` with the content alone (a cTag). `digest` is the base64
    quickXorHash of what is stored there; None where the remote does not tell. SharePoint rewrites Office, PDF and HTML files
    after they came in: size, digest and versions are those of the rewritten file.
    """

    id: str
    path: str
    size_bytes: int
    version: str
    content_version: str
    digest: str | None = None
    modified_at: datetime | None = None
    modified_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteChange:
    """`file` is None when it was deleted there; of a deleted file the remote may tell no name, only its id."""

    id: str
    file: RemoteFile | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteChanges:
    """What changed since a cursor, the last word about each id alone. `is_everything`: these are all files there are, so what
    is not named is gone (the first look, or after the remote forgot the cursor). `missing_is_ours`: the remote says that it
    lost track itself, so what is not named is to be filed again, not taken for deleted there."""

    changes: tuple[RemoteChange, ...]
    cursor: str
    is_everything: bool = False
    missing_is_ours: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfinishedUpload:
    """A session that the remote keeps open. `secret` lets anybody write to it: stored encrypted, never logged. It belongs to
    this content (`sha256`, `size_bytes`) and to the version that it replaces (None: a new file)."""

    secret: str
    sha256: str
    size_bytes: int
    replaces: str | None
    expires_at: datetime | None = None


class GrantKind(StrEnum):
    """How somebody came to reach a place."""

    OWNER = "owner"
    DIRECT = "direct"
    GROUP = "group"
    LINK = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Who can open a place. `mail` is None for a group or a link; `scope` of a link: anonymous, organization, users.
    An inherited grant cannot be removed at the place itself."""

    id: str
    kind: GrantKind
    name: str
    mail: str | None = None
    scope: str | None = None
    may_write: bool = False
    is_inherited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CloudItem:
    """A file in somebody's OneDrive or a SharePoint library, followed by its ids wherever it is moved. `size_bytes`: as the
    service reports it; None where it does not tell."""

    drive_id: str
    item_id: str
    name: str
    version: str
    size_bytes: int | None = None


class CloudRemoval(StrEnum):
    """What a removal came to: gone from item, versions and both recycle bins; in a recycle bin until its end; refused because
    the place keeps it (retention, record)."""

    GONE = "gone"
    IN_RECYCLE_BIN = "in-recycle-bin"
    ON_HOLD = "on-hold"
    IS_RECORD = "is-record"
    NOT_FOUND = "not-found"
