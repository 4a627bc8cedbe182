"""Where the records of a team are put: a shared folder, files on the firm's site, or a list with a line for each laptop."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.domain.messages import Message
from app.domain.remote_files import Grant

_DEVICE = re.compile(r"^[a-z2-7]{26}\Z")


def device_or_none(text: object) -> str | None:
    """What a place calls a document, if that is a device's id."""
    return text if isinstance(text, str) and _DEVICE.match(text) else None


class Reach(StrEnum):
    """Who can read this laptop's record where it is put."""

    NOBODY = "nobody"  # it is not sent, or the folder is on this laptop alone
    FOLDER = "folder"  # everybody who can open the shared folder
    SITE = "site"  # everybody who can open the firm's site: IT has not run the script yet
    LEADS = "leads"  # the list shows members their own record only, and leads all


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """`sentence` says it in words; `grants`: who, where the remote tells."""

    reach: Reach
    sentence: Message
    grants: tuple[Grant, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A document at the board. `name` stays with it, `stamp` changes with any change. `device`: whose place it is, as the
    place itself says (the file's name, a column); None where it says none. `written_by`: who wrote it last, a mail address
    in lower case; None where the place does not tell."""

    name: str
    stamp: str
    content: bytes
    device: str | None = None
    written_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardChanges:
    """What differs from what was known: new and changed documents, and names that are gone."""

    posted: tuple[Posted, ...]
    gone: tuple[str, ...]
    cursor: str | None = None


class StatusBoard(Protocol):
    """Methods raise the errors of `app.domain.remote_errors`."""

    @property
    def place(self) -> str:
        """Where it is: what a cursor belongs to."""
        ...

    def changes(self, known: Mapping[str, str], cursor: str | None) -> BoardChanges:
        """`known`: stamps by name, as they were last seen."""
        ...

    def own(self, device: str) -> Posted | None:
        """What stands there of this device, where its word may be written over."""
        ...

    def post(self, device: str, content: bytes, over: Posted | None) -> Posted:
        """Put the record of this device there, in place of `over`. RemoteConflict when that changed meanwhile."""
        ...

    def readers(self) -> Readers: ...

    def shows_others(self, device: str) -> bool:
        """Tried for real: whether any record of another device can be read with this person's own rights."""
        ...
