"""Graph's two ways to name an item: by id, and by path between colons.

Source: https://learn.microsoft.com/graph/onedrive-addressing-driveitems
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from tests.microsoft365.messages import GraphError

_SITE_BY_PATH = re.compile(r"^sites/([^/]+?):/(.+?)(?::(?:/(.*))?)?$")
_DRIVE = re.compile(
    r"^(?:(me)/drive|sites/([^/]+)/drive|sites/([^/]+)/drives/([^/]+)|drives/([^/]+)|me/drives/([^/]+))(?:/(.*))?$"
)
_ITEM = re.compile(r"^(root|items/[^/:]+)(?::/(.*?)(?::(?:/(.*))?)?|/(.*))?$")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True)
class ItemAddress:
    """`start`: an item id or "root"; `path`: decoded, below it, None when there is none; `rest`: what is asked of it."""

    start: str
    path: str | None
    rest: str


@dataclass(frozen=True)
class DriveAddress:
    """`drive_id` None: the default drive of `site`, or of the person when `site` is None too. `rest` raw."""

    drive_id: str | None
    site: str | None
    rest: str


def site_by_path(raw: str) -> tuple[str, str, str] | None:
    """Host, path and the raw rest of `sites/{host}:/{path}[:/rest]`."""
    found = _SITE_BY_PATH.match(raw)
    if not found:
        return None
    return decoded(found[1]), "/" + decoded(found[2]), found[3] or ""


def drive_address(raw: str) -> DriveAddress | None:
    found = _DRIVE.match(raw)
    if not found:
        return None
    me, site, site_of_drive, drive_in_site, drive, own = found.groups()[:6]
    rest = found[7] or ""
    named = drive_in_site or drive or own
    if named:
        return DriveAddress(decoded(named), decoded(site_of_drive) if site_of_drive else None, rest)
    return DriveAddress(None, None if me else decoded(site), rest)


def item_address(raw: str) -> ItemAddress | None:
    found = _ITEM.match(raw)
    if not found:
        return None
    start = found[1] if found[1] == "root" else decoded(found[1].removeprefix("items/"))
    path = None if found[2] is None else decoded(found[2])
    return ItemAddress(start, path, found[3] or found[4] or "")


def decoded(raw: str) -> str:
    """Percent-decoded; 400 for an escape that is none, as for a name with % that was sent as it is."""
    if _BAD_ESCAPE.search(raw):
        raise GraphError(400, "BadRequest", "Bad Request - Invalid URL")
    return unquote(raw, errors="strict")
