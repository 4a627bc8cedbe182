"""What can be asked of the list of all that is outside: live copies, and files that wait for the client's answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class RowState(StrEnum):
    """The state a person sees of a row: that of a live copy (see `shown_state`), or that a file waits for the client."""

    KEPT = "kept"
    CHECKED_OUT = "checked-out"
    OVERDUE = "overdue"
    BLOCKED = "blocked"
    ASKED = "asked"
    WAITING_FOR_TIME = "waiting-for-time"
    WAITING = "waiting"


class VaultOrder(StrEnum):
    """What the rows are sorted by; rows alike in it by name. Rows that lack the moment asked for come last."""

    NAME = "name"
    PROJECT = "project"
    SIZE = "size"
    SEALED_AT = "sealed-at"
    DUE_AT = "due-at"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoesBetween:
    """Deleted from `start` on and before `end` (UTC): at the deadline less IT's `margin`, or earlier by the person's plan.
    Without a `start` also what should have been gone before."""

    start: datetime | None
    end: datetime
    margin: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultQuery:
    """`text`: part of a name, a project's code or a client's name, whatever the case. `project`: its id. `states`: None
    for all. `goes`: only what has an end, and goes then."""

    text: str = ""
    project: str | None = None
    states: frozenset[RowState] | None = None
    goes: GoesBetween | None = None
    order: VaultOrder = VaultOrder.DUE_AT
    descending: bool = False
