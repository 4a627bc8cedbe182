"""The first start: its steps, what each proposes, and how far a person came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.domain.ports import PlaceKind

OWN: Final = ("own.name", "own.mail", "own.firm")  # settings that say who somebody is
DOWNLOADS: Final = "downloads"  # where what a person fetches arrives: the one folder that is proposed to be watched

# Addresses there tell nothing about the organisation of whoever has one.
PUBLIC_MAIL: Final = frozenset(
    (
        *("gmail.com", "outlook.com", "hotmail.com", "live.com", "live.nl", "hotmail.nl", "icloud.com", "me.com"),
        *("yahoo.com", "proton.me", "protonmail.com", "ziggo.nl", "kpnmail.nl", "planet.nl", "xs4all.nl", "home.nl"),
    )
)


class Step(StrEnum):
    """In the order they are asked."""

    LANGUAGE = "language"
    SELF = "self"
    FOLDERS = "folders"
    WORK = "work"
    SIGHT = "sight"  # what the assistant does and does not see
    CLEAN_UP = "clean-up"  # nothing is asked any more: what was there already is looked at


STEPS: Final = tuple(Step)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstStartState:
    """`is_needed`: it is to be shown by itself. `is_unfinished`: a person can go on with it. `step`: where to go on."""

    is_needed: bool
    is_unfinished: bool
    step: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDetail:
    """A setting of `OWN`. `locked`: IT set it. `from_account`: nobody typed it, the system account tells it."""

    key: str
    value: str
    locked: bool
    from_account: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedFolder:
    """`shown`: its path as people read it, below the home without that. `name`: which of the standard folders it is
    (`downloads`, `documents`, `desktop`), None for one the person added. `client`: whose own storage it is. `is_watched`
    already, or `is_chosen` to be from the end of the first start on."""

    path: str
    shown: str
    name: str | None
    kind: PlaceKind
    synchronised_by: str | None = None
    client: str | None = None
    is_watched: bool = False
    is_chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstWork:
    """A client with a contact, and a project for it. Empty: not given; without a client nothing else is looked at."""

    client: str = ""
    domain: str = ""
    contact_name: str = ""
    contact_mail: str = ""
    code: str = ""
    goal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownWork:
    """A client as it is known by now, with the codes of its projects."""

    client: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanUp:
    """How far the first look at the watched folders is. `files` were looked at, `found` of them need a decision before
    `decide_by`, within `days` from when they were found. `is_waiting` for a computer that has less to do."""

    folders: int
    folders_done: int
    files: int
    found: int
    decide_by: datetime | None
    days: int
    is_waiting: bool = False

    @property
    def is_over(self) -> bool:
        return self.folders_done >= self.folders


def before(step: Step) -> Step:
    """The step before it; of the first one itself."""
    return STEPS[max(0, STEPS.index(step) - 1)]


def after(step: Step) -> Step:
    """The step after it; of the last one itself."""
    return STEPS[min(len(STEPS) - 1, STEPS.index(step) + 1)]


def organisation_of(mail: str) -> str:
    """The domain of whoever has this address; empty where everybody can have one there, or where it is no address."""
    local, _, domain = mail.strip().lower().rpartition("@")
    return domain if local and "." in domain and domain not in PUBLIC_MAIL else ""
