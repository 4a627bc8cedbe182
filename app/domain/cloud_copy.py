"""Copies that are in the firm's cloud: followed by id from their registration until the service has nothing of them left.

Source: VR-U5b, design: Deletion ("a folder that OneDrive redirects has a cloud shadow").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from app.domain.remote_files import CloudItem, CloudRemoval

CLOUD_BIN = timedelta(days=93)  # SharePoint and OneDrive: both recycle bins together (Microsoft: 93 days)
ASK_AGAIN = timedelta(hours=1)  # a removal that the service refused or that could not be asked for
HELD_ASK_AGAIN = timedelta(days=1)  # what a retention rule keeps does not go within the hour

_ADDRESS = re.compile(r"https://[^\s/?#]+/\S*", re.IGNORECASE)
_DRIVE = re.compile(r"(?:[A-Za-z]:)?[\\/]")


@dataclass(frozen=True, slots=True, kw_only=True)
class CloudCopy:
    """`id` is that of the copy. `told`: the web address (`is_address`) or the path in the person's own OneDrive by which it is
    looked for. The item is unknown until it was found there. `answer`: what the last removal came to."""

    id: str
    told: str
    is_address: bool
    noted_at: datetime
    drive_id: str | None = None
    item_id: str | None = None
    name: str | None = None
    version: str | None = None
    answer: CloudRemoval | None = None
    asked_at: datetime | None = None
    bin_until: datetime | None = None
    settled_at: datetime | None = None
    supplements: str | None = None  # the declaration that named what was left of it

    @property
    def item(self) -> CloudItem | None:
        if self.drive_id is None or self.item_id is None:
            return None
        return CloudItem(drive_id=self.drive_id, item_id=self.item_id, name=self.name or "", version=self.version or "")

    @property
    def is_held(self) -> bool:
        """Whether the service keeps it by a rule of its own."""
        return self.answer in (CloudRemoval.ON_HOLD, CloudRemoval.IS_RECORD)

    def next_at(self) -> datetime | None:
        """When something is to be done about what is left of it in the cloud; None: nothing, or it was never removed."""
        if self.settled_at is not None or self.supplements is None:
            return None
        wait = HELD_ASK_AGAIN if self.is_held else ASK_AGAIN
        again = self.noted_at if self.asked_at is None else self.asked_at + wait
        in_bin = self.answer in (CloudRemoval.IN_RECYCLE_BIN, CloudRemoval.NOT_FOUND)
        return max(again, self.bin_until) if in_bin and self.bin_until is not None else again


def address_or_path(text: str) -> tuple[str, bool] | None:
    """What `text` says of a place in the cloud: (a web address, True) or (a path in the own OneDrive, False); None where it
    is neither, but words ("the shared mailbox")."""
    stripped = text.strip()
    if _ADDRESS.fullmatch(stripped):
        return stripped, True
    path = stripped.replace("\\", "/").strip("/")
    is_path = "/" in path and "\n" not in path and not _DRIVE.match(stripped) and "://" not in stripped
    has_ending = "." in path.rpartition("/")[2]
    return (path, False) if is_path and has_ending else None


def readable(text: str) -> str:
    """How a copy is called in lists and on paper: of an address the host and the file's name, never what lets others in."""
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return text
    if parts.scheme.lower() != "https" or not parts.hostname:
        return text
    name = unquote(parts.path.rstrip("/").rpartition("/")[2])
    # A sharing link ends in a token (`/:x:/s/Site/EaB…?e=…`): that is a secret, and no name.
    return f"{parts.hostname} · {name}" if "." in name else parts.hostname


def path_below(root: PurePath, path: PurePath) -> str | None:
    """The path of a file below the folder that OneDrive keeps, "/" between folders; None when it is not below it."""
    try:
        below = path.relative_to(root)
    except ValueError:
        return None
    return below.as_posix() if below.parts else None


def in_bin_until(answer: CloudRemoval, removed_at: datetime) -> datetime | None:
    """The last moment it may still stand in a recycle bin. Of what was not found nobody knows when it went, so the whole
    term counts from now."""
    return removed_at + CLOUD_BIN if answer in (CloudRemoval.IN_RECYCLE_BIN, CloudRemoval.NOT_FOUND) else None
