"""Outside copies: client data that lawfully is outside the client environment, until its deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.deadline import Trigger
from app.domain.identity import FileIdentity

LONGEST_OUT = timedelta(hours=12)  # of the vault, as plain text (design: Vault)


class Location(StrEnum):
    VAULT = "vault"
    IN_PLACE = "in-place"
    OFFICE365 = "office365"
    ELSEWHERE = "elsewhere"


class CopyState(StrEnum):
    """`overdue` and `waiting-for-time` are shown, never stored: they follow from time (see `shown_state`)."""

    KEPT = "kept"
    CHECKED_OUT = "checked-out"
    OVERDUE = "overdue"
    BLOCKED = "blocked"
    ASKED = "asked"
    WAITING_FOR_TIME = "waiting-for-time"
    DELETED = "deleted"
    NOT_PROVEN = "not-proven"


class AskedWhy(StrEnum):
    """Why a person is asked before the deletion."""

    PAST_DEADLINE = "past-deadline"  # the deadline already lay in the past when its date was entered
    CHANGED = "changed"  # the file changed where the guard did not see it


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideCopy:
    """`path` is the file of an in-place copy, the sealed file of a vault copy (relative to the vault), None elsewhere.

    `sha256` and `size_bytes` are of the plain content; `sealed_digest` (BLAKE3) is of the sealed file. `due_at` and
    `trigger` are stored when the end becomes known and never move later. `further_of` names the copy whose content this
    one repeats. `original_path` is where the plain text was before it was sealed.
    """

    id: str
    project_id: str
    agreement_id: str
    location: Location
    name: str
    created_at: datetime
    path: str | None = None
    size_bytes: int = 0
    sha256: str | None = None
    identity: FileIdentity | None = None
    modified_ns: int = 0
    state: CopyState = CopyState.KEPT
    due_at: datetime | None = None
    trigger: Trigger | None = None
    planned_at: datetime | None = None
    asked_why: AskedWhy | None = None
    asked_at: datetime | None = None
    blocked_by: str | None = None
    sealed_digest: str | None = None
    sealed_bytes: int | None = None
    sealed_at: datetime | None = None
    checked_out_path: str | None = None
    checked_out_at: datetime | None = None
    original_path: str | None = None
    original_method: str | None = None
    further_of: str | None = None
    special: bool = False
    deleted_at: datetime | None = None
    method: str | None = None
    certificate_id: str | None = None

    @property
    def is_live(self) -> bool:
        return self.state not in (CopyState.DELETED, CopyState.NOT_PROVEN)

    @property
    def is_out(self) -> bool:
        """Whether plain text of it stands outside the vault now. `checked_out_path` alone says where it once was."""
        return self.is_live and self.checked_out_path is not None and self.checked_out_at is not None


def shown_state(copy: OutsideCopy, now: datetime, *, time_trusted: bool) -> CopyState:
    """The state a person sees: what is stored, or that its moment has come."""
    return state_at(copy.state, copy.due_at, now, time_trusted=time_trusted)


def state_at(stored: CopyState, due_at: datetime | None, now: datetime, *, time_trusted: bool) -> CopyState:
    if stored not in (CopyState.KEPT, CopyState.CHECKED_OUT) or due_at is None or now < due_at:
        return stored
    return CopyState.OVERDUE if time_trusted else CopyState.WAITING_FOR_TIME
