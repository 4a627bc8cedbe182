"""Names that SharePoint takes, places of projects there, and names of kept versions.

Source: https://support.microsoft.com/office/64883a5d-228e-48f5-b3d2-eb39e07630fa . The same rules count for a plain folder: it
may be synchronised with SharePoint, or read on Windows.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from app.domain.document import Why
from app.domain.file_names import safe_name

LONGEST_PATH: Final = 399  # characters: the whole path, decoded, from the site on; "under 400"
LONGEST_NAME: Final = 255
LIBRARY: Final = "Shared Documents"  # the longest common name of a site's default library in its addresses
UNKNOWN_SITE: Final = 40  # characters kept free where the address of the site is not known

_FORBIDDEN = re.compile(r'["*:<>?/\\|]')
_RESERVED = re.compile(r"(?:\.lock|con|prn|aux|nul|com[0-9]|lpt[0-9]|desktop\.ini)", re.IGNORECASE)
_SYSTEM_FILES: Final = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"})
# OneDrive: "name-LAPTOP.docx"; Dropbox, Nextcloud: "name (conflicted copy ...).docx"; Syncthing: "name.sync-conflict-...".
_SYNC_COPY = re.compile(
    r"^(?P<stem>.+?)(?: \([^()]*(?:conflict|in conflict|gesynchroniseerd)[^()]*\)"
    r"|-(?:DESKTOP|LAPTOP|PC|NB|WS)-?[A-Z0-9-]{2,15}|\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?|_conflict-\d{8}-\d{6})(?P<ending>\.[^.]*)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameProblem:
    """`why`: NAME, or PATH_TOO_LONG. `suggestion`: a name that would be taken, or by how many characters it is too long."""

    why: Why
    suggestion: str


def is_filed_kind(name: str) -> bool:
    """Whether a file or folder of this name is a document: not hidden, and none of the system's own."""
    return not name.startswith(".") and name.lower() not in _SYSTEM_FILES


def name_problem(name: str) -> str | None:
    """A name that would be taken instead; None where this one is."""
    suggestion = suggested_name(name)
    return None if suggestion == name else suggestion


def suggested_name(name: str) -> str:
    """The nearest name that is taken; applied twice nothing changes more."""
    cleaned = "".join("_" if unicodedata.category(c) in ("Cc", "Cs") else c for c in name)
    cleaned = _FORBIDDEN.sub("-", cleaned).strip(" ").rstrip(". ")
    while cleaned.startswith("~$"):
        cleaned = cleaned[2:].strip(" ")
    cleaned = re.sub("_vti_", "_", cleaned, flags=re.IGNORECASE)
    if _RESERVED.fullmatch(cleaned):
        cleaned = f"_{cleaned}"
    if len(cleaned) > LONGEST_NAME:
        path = PurePosixPath(cleaned)
        ending = path.suffix if len(path.suffix) <= 20 else ""
        cleaned = cleaned[: LONGEST_NAME - len(ending)].removesuffix(ending).rstrip(". ") + ending
    return cleaned or "_"


def path_problem(place: str, path: str, site_characters: int) -> NameProblem | None:
    """What keeps a document from being taken under this path below the project's place. `site_characters`: of the address
    before the place."""
    for name in path.split("/"):
        suggestion = name_problem(name)
        if suggestion is not None:
            return NameProblem(why=Why.NAME, suggestion=suggestion)
    too_many = site_characters + len(place) + 1 + len(path) - LONGEST_PATH
    if too_many > 0:
        return NameProblem(why=Why.PATH_TOO_LONG, suggestion=str(too_many))
    return None


def site_characters(site: str) -> int:
    """How many characters of the whole path site and library take. `site`: `https://host/sites/x`, `host:/sites/x`, or an id
    that tells nothing; empty: no site."""
    if not site:
        return 0
    path = unquote(urlsplit(site).path) if "://" in site else site.partition(":")[2]
    named = path.strip("/").partition(":")[0]
    return (len(named) + 2 if named else UNKNOWN_SITE) + len(LIBRARY) + 1


def collision_key(path: str) -> str:
    """Two paths with one key are one document to SharePoint and Windows."""
    return unicodedata.normalize("NFC", path).casefold()


def place_of(code: str) -> str:
    """The project's folder at the remote: its code, or where that cannot be a name the nearest one and a mark, so that no two
    projects ever share one. The same on every laptop."""
    name = suggested_name(code.strip())
    if name == code and name.lower() != "forms" and safe_name(name) == name:
        return name
    mark = hashlib.sha256(code.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{safe_name(name)} ({mark})"


def folder_names(known: Mapping[str, str], folders: Iterable[str]) -> dict[str, str]:
    """The name of each documentation folder below the place: its own; a second one of that name gets a number. What is
    `known` already stays, so that nothing moves at the remote."""
    found = {folder: known[folder] for folder in folders if folder in known}
    taken = {collision_key(name) for name in known.values()}
    for folder in folders:
        if folder not in found:
            found[folder] = _free(suggested_name(_last_part(folder)), taken)
            taken.add(collision_key(found[folder]))
    return found


def numbered(name: str, number: int) -> str:
    path = PurePosixPath(name)
    return f"{path.stem} ({number}){path.suffix}"


def sync_copy_of(name: str) -> str | None:
    """The document whose second version a sync client put aside under `name`; None for any other name."""
    found = _SYNC_COPY.match(name)
    return None if found is None else found["stem"] + (found["ending"] or "")


def _free(name: str, taken: set[str]) -> str:
    number, free = 2, name
    while collision_key(free) in taken:
        free, number = f"{name} ({number})", number + 1
    return free


def _last_part(folder: str) -> str:
    return re.split(r"[/\\]", folder.rstrip("/\\"))[-1] or "_"
