"""What a client agreed. VR-P3."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given

from app.domain.agreement import AgreementState, accepts_copies, needs_review, state_of
from tests.domain.samples import DAY, MONDAY, agreement, agreements, moments

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, AgreementState.ACTIVE),
        ({"hold": True}, AgreementState.HOLD),
        ({"valid_until": MONDAY}, AgreementState.ENDED),
        ({"valid_until": MONDAY + SECOND}, AgreementState.ACTIVE),
        ({"purpose_fulfilled_at": MONDAY}, AgreementState.ENDED),
        ({"withdrawn_at": MONDAY}, AgreementState.WITHDRAWN),
        ({"withdrawn_at": MONDAY + SECOND}, AgreementState.ACTIVE),
        ({"withdrawn_at": MONDAY, "valid_until": MONDAY - DAY}, AgreementState.WITHDRAWN),
        ({"hold": True, "valid_until": MONDAY - DAY}, AgreementState.ENDED),
    ],
)
def test_the_state_follows_from_time(changes: dict[str, object], state: AgreementState):
    assert state_of(agreement(**changes), MONDAY) is state


@given(agreements, moments)
def test_what_ended_or_was_withdrawn_takes_no_more_copies(agreed, now):
    """VR-P3"""
    over = [t for t in (agreed.valid_until, agreed.purpose_fulfilled_at, agreed.withdrawn_at) if t and t <= now]
    assert accepts_copies(agreed, now) == (not over)


@given(agreements, moments, moments)
def test_what_is_over_stays_over(agreed, one, other):
    earlier, later = sorted((one, other))
    assert accepts_copies(agreed, earlier) or not accepts_copies(agreed, later)


def test_an_agreement_without_an_end_asks_for_attention_after_90_days():
    """VR-P3"""
    agreed_at = MONDAY - 90 * DAY
    assert needs_review(agreement(agreed_at=agreed_at), MONDAY)
    assert not needs_review(agreement(agreed_at=agreed_at), MONDAY - SECOND)
    assert not needs_review(agreement(agreed_at=agreed_at, valid_until=MONDAY + DAY), MONDAY)
    assert not needs_review(agreement(agreed_at=agreed_at, withdrawn_at=MONDAY - DAY), MONDAY)
