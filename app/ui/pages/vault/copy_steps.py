"""What can be done with a row of the list, the best step first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from app.actions.vault_list import VaultRow
from app.domain.copy import AskedWhy, Location
from app.domain.deadline import should_propose
from app.domain.messages import Message, msg
from app.domain.vault_list import RowState
from app.ui.pages.vault.loaded import CopyLoaded
from app.ui.pages.vault.words import is_persons


class Step(StrEnum):
    """In the order of the buttons."""

    CONFIRM_CHANGED = "confirm-changed"  # yes, this is the copy
    CONFIRM_PAST = "confirm-past"  # yes, it may go
    CONFIRM_GONE = "confirm-gone"  # it is gone, where the assistant cannot see it
    RETRY = "retry"  # the program that held it was closed
    FINDING = "finding"  # it waits for the client: that is decided among the findings
    CLOCK = "clock"
    DELETE_NOW = "delete-now"  # its moment has come, or its purpose is met
    SEAL = "seal"
    OPEN = "open"  # check it out
    OPEN_AGAIN = "open-again"  # it is out already
    OPEN_IN_PLACE = "open-in-place"
    MOVE = "move"
    EARLIER = "earlier"


WORDS: Mapping[Step, Message] = {
    Step.CONFIRM_CHANGED: msg("ui.vault.do-confirm-changed"),
    Step.CONFIRM_PAST: msg("ui.vault.do-confirm-past"),
    Step.CONFIRM_GONE: msg("ui.vault.do-confirm-gone"),
    Step.RETRY: msg("ui.vault.do-retry"),
    Step.FINDING: msg("ui.vault.do-finding"),
    Step.CLOCK: msg("ui.vault.do-clock"),
    Step.SEAL: msg("ui.vault.do-seal"),
    Step.OPEN: msg("ui.vault.do-open"),
    Step.OPEN_AGAIN: msg("ui.vault.do-open-again"),
    Step.OPEN_IN_PLACE: msg("ui.vault.do-open"),
    Step.DELETE_NOW: msg("ui.vault.do-delete-now"),
    Step.MOVE: msg("ui.vault.do-move"),
    Step.EARLIER: msg("ui.vault.do-earlier"),
}


SIDE_STEPS = frozenset({Step.MOVE, Step.EARLIER})  # nothing asks for these


def steps_of(row: VaultRow, loaded: CopyLoaded | None, now: datetime) -> tuple[Step, ...]:
    """`loaded` is None while the agreement is being looked up."""
    if row.state is RowState.WAITING:
        return (Step.FINDING,)
    if is_persons(row):
        return Step.CONFIRM_GONE, Step.MOVE
    is_over = loaded is not None and should_propose(loaded.agreement, now)
    awaits_lead = row.special and loaded is not None and loaded.agreement.approved_at is None
    steps = [*_answers(row), *_urgent(row), *(() if awaits_lead else _openings(row))]
    if row.checked_out_path is None:
        if is_over and row.state is RowState.KEPT:
            steps.insert(0, Step.DELETE_NOW)
        steps.append(Step.MOVE)
    if Step.DELETE_NOW not in steps:
        steps.append(Step.EARLIER)
    return tuple(steps)


def _answers(row: VaultRow) -> tuple[Step, ...]:
    match row.asked_why:
        case AskedWhy.CHANGED:
            return (Step.CONFIRM_CHANGED,)
        case AskedWhy.PAST_DEADLINE:
            return (Step.CONFIRM_PAST,)
        case None:
            return ()


def _urgent(row: VaultRow) -> tuple[Step, ...]:
    match row.state:
        case RowState.BLOCKED:
            return (Step.RETRY,)
        case RowState.WAITING_FOR_TIME:
            return (Step.CLOCK,)
        case RowState.OVERDUE:
            return (Step.DELETE_NOW,)
        case _:
            return ()


def _openings(row: VaultRow) -> tuple[Step, ...]:
    if row.location is Location.IN_PLACE:
        return (Step.OPEN_IN_PLACE,)
    if row.checked_out_path is not None:
        return Step.SEAL, Step.OPEN_AGAIN
    return () if row.problem is not None or row.location is Location.OFFICE365 else (Step.OPEN,)
