"""What Graph tells of a file or folder in a drive. Source: https://learn.microsoft.com/graph/api/resources/driveitem"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import quote

from app.domain.errors import InputError
from app.domain.messages import msg
from app.domain.remote_files import RemoteFile

DOWNLOAD_URL: Final = "@microsoft.graph.downloadUrl"
SOMEBODY_ELSE: Final = "?"  # nobody's mail address


@dataclass(frozen=True, slots=True, kw_only=True)
class DriveItem:
    """`version`: eTag; `content_version`: cTag, empty where Graph left it out (delta does). `digest`: quickXorHash in base64.
    Of a deleted item only the id may be known. `modified_by_mail`: the account as SharePoint saw it, in small letters."""

    id: str
    name: str = ""
    parent_id: str | None = None
    drive_id: str | None = None
    is_file: bool = False
    is_folder: bool = False
    is_root: bool = False
    is_deleted: bool = False
    children: int | None = None
    size_bytes: int = 0
    version: str = ""
    content_version: str = ""
    digest: str | None = None
    modified_at: datetime | None = None
    modified_by: str | None = None
    modified_by_mail: str | None = None
    web_address: str | None = None

    def as_file(self, path: str) -> RemoteFile:
        return RemoteFile(
            id=self.id,
            path=path,
            size_bytes=self.size_bytes,
            version=self.version,
            content_version=self.content_version or self.digest or self.version,
            digest=self.digest,
            modified_at=self.modified_at,
            modified_by=self.modified_by,
        )


def item_of(told: Mapping[str, Any]) -> DriveItem | None:
    """None for something without an id."""
    id_ = told.get("id")
    if not isinstance(id_, str) or not id_:
        return None
    parent = _object(told, "parentReference")
    folder = told.get("folder")
    by = person_of(told.get("lastModifiedBy"))
    return DriveItem(
        id=id_,
        name=_text(told, "name"),
        parent_id=_text(parent, "id") or None,
        drive_id=_text(parent, "driveId") or None,
        is_file=isinstance(told.get("file"), dict),
        is_folder=isinstance(folder, dict) or isinstance(told.get("root"), dict),
        is_root=isinstance(told.get("root"), dict),
        is_deleted=told.get("deleted") is not None,
        children=_count(folder.get("childCount")) if isinstance(folder, dict) else None,
        size_bytes=_count(told.get("size")) or 0,
        version=_text(told, "eTag"),
        content_version=_text(told, "cTag"),
        digest=_text(_object(_object(told, "file"), "hashes"), "quickXorHash") or None,
        modified_at=moment_of(told.get("lastModifiedDateTime")),
        modified_by=by[0],
        modified_by_mail=writer_of(told),
        web_address=_text(told, "webUrl") or None,
    )


def person_of(told: object) -> tuple[str | None, str | None]:
    """Name and account of whoever did something; the account in small letters."""
    user = told.get("user") if isinstance(told, dict) else None
    if not isinstance(user, dict):
        return None, None
    account = _text(user, "email") or _text(user, "userPrincipalName") or _account_in(_text(user, "loginName"))
    name = _text(user, "displayName") or account
    return name or None, account.lower() or None


def writer_of(told: Mapping[str, Any]) -> str | None:
    """The account that changed an item last. The documentation shows people by name and id alone: then None stands for the
    item's own author, and SOMEBODY_ELSE for anybody but the author."""
    account = person_of(told.get("lastModifiedBy"))[1]
    if account is not None:
        return account
    author, writer = (_text(_object(_object(told, by), "user"), "id") for by in ("createdBy", "lastModifiedBy"))
    return SOMEBODY_ELSE if author and writer and author != writer else None


def _account_in(login: str) -> str:
    """Of "i:0#.f|membership|anna@firm.example"; other logins are groups and the like."""
    return login.rpartition("|membership|")[2] if "|membership|" in login else ""


def moment_of(told: object) -> datetime | None:
    if not isinstance(told, str):
        return None
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def escaped(path: str) -> str:
    """A path for Graph's addresses, each name by itself. Raises InputError for one that could mean another place."""
    names = path.split("/")
    if any(name in ("", ".", "..") for name in names):
        raise InputError(msg("remote.name"))
    return "/".join(quote(name, safe="") for name in names)


def joined(place: str, path: str) -> str:
    return f"{place}/{path}" if place else path


def _object(told: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = told.get(key)
    return value if isinstance(value, dict) else {}


def _text(told: Mapping[str, Any], key: str) -> str:
    value = told.get(key)
    return value if isinstance(value, str) else ""


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
