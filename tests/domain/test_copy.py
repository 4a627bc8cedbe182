"""What state of a copy a person sees. VR-P4."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.copy import CopyState, shown_state
from tests.domain.samples import MONDAY, outside_copy

SECOND = timedelta(seconds=1)
STORED = [state for state in CopyState if state not in (CopyState.OVERDUE, CopyState.WAITING_FOR_TIME)]


@pytest.mark.parametrize("state", [CopyState.KEPT, CopyState.CHECKED_OUT])
def test_a_kept_copy_is_overdue_from_its_deadline_on(state: CopyState):
    """VR-P4"""
    copy = outside_copy(state=state, due_at=MONDAY)
    assert shown_state(copy, MONDAY - SECOND, time_trusted=True) is state
    assert shown_state(copy, MONDAY, time_trusted=True) is CopyState.OVERDUE


def test_while_the_clock_is_suspect_it_waits_for_time():
    assert shown_state(outside_copy(due_at=MONDAY), MONDAY, time_trusted=False) is CopyState.WAITING_FOR_TIME


def test_without_a_deadline_it_is_kept():
    assert shown_state(outside_copy(), MONDAY, time_trusted=True) is CopyState.KEPT


@pytest.mark.parametrize("state", [CopyState.BLOCKED, CopyState.ASKED, CopyState.DELETED, CopyState.NOT_PROVEN])
def test_what_was_decided_is_shown_as_it_is(state: CopyState):
    assert shown_state(outside_copy(state=state, due_at=MONDAY), MONDAY + SECOND, time_trusted=True) is state


@pytest.mark.parametrize("state", STORED)
def test_only_a_deleted_or_given_up_copy_is_no_longer_live(state: CopyState):
    assert outside_copy(state=state).is_live == (state not in (CopyState.DELETED, CopyState.NOT_PROVEN))
