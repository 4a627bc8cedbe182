"""When a copy must be gone. VR-P4, VR-U5b, VT-T2, VT-T3."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.client import ClientTerms
from app.domain.deadline import (
    ERASURE_PERIOD,
    Deadline,
    Trigger,
    acts_at,
    confirmation_over,
    deadline,
    earliest,
    erasure_period,
    lies_in_the_past,
    next_warning,
    outlives_closing,
    proposal_is_late,
    should_propose,
    warnings,
)
from tests.domain.samples import (
    DAY,
    HOUR,
    MONDAY,
    agreement,
    agreements,
    maybe_moments,
    moments,
    project,
    projects,
    terms,
)

NO_TERMS = ClientTerms()
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WEEK = timedelta(hours=168)


def test_a_closing_gives_a_week():
    """VR-P4, VT-T2"""
    assert deadline(agreement(), project(MONDAY), NO_TERMS) == Deadline(MONDAY + WEEK, Trigger.PROJECT_CLOSED)


def test_a_fulfilled_purpose_gives_a_week():
    """VR-P4"""
    fulfilled = agreement(purpose_fulfilled_at=MONDAY)
    assert deadline(fulfilled, project(), NO_TERMS) == Deadline(MONDAY + WEEK, Trigger.PURPOSE_FULFILLED)


@pytest.mark.parametrize(
    ("field", "trigger"), [("valid_until", Trigger.AGREEMENT_END), ("withdrawn_at", Trigger.WITHDRAWN)]
)
def test_what_the_client_limited_or_withdrew_ends_at_once(field: str, trigger: Trigger):
    """VR-P4"""
    assert deadline(agreement(**{field: MONDAY}), project(), NO_TERMS) == Deadline(MONDAY, trigger)


def test_without_an_end_there_is_no_deadline():
    assert deadline(agreement(), project(), NO_TERMS) is None


def test_the_clients_own_term_is_shorter():
    """VT-T3, VT-A4"""
    two_days = ClientTerms(erasure=2 * DAY)
    assert deadline(agreement(), project(MONDAY), two_days) == Deadline(MONDAY + 2 * DAY, Trigger.PROJECT_CLOSED)


def test_a_longer_term_of_the_client_changes_nothing():
    """VT-A4: the processing agreement never loosens the procedure."""
    assert erasure_period(ClientTerms(erasure=30 * DAY)) == WEEK


def test_a_hold_outlives_the_closing_but_not_its_withdrawal():
    held = agreement(hold=True)
    assert deadline(held, project(MONDAY), NO_TERMS) is None
    withdrawn = replace(held, withdrawn_at=MONDAY + 40 * DAY)
    assert deadline(withdrawn, project(MONDAY), NO_TERMS) == Deadline(MONDAY + 40 * DAY, Trigger.WITHDRAWN)


def test_a_new_agreement_with_its_own_end_outlives_the_closing():
    later = agreement(agreed_at=MONDAY + DAY, registered_at=MONDAY + DAY, valid_until=MONDAY + 60 * DAY)
    assert deadline(later, project(MONDAY), NO_TERMS) == Deadline(MONDAY + 60 * DAY, Trigger.AGREEMENT_END)


@pytest.mark.parametrize(
    "changes",
    [
        {"agreed_at": MONDAY - 2 * DAY, "registered_at": MONDAY + DAY, "valid_until": MONDAY + 60 * DAY},
        {"agreed_at": MONDAY, "registered_at": MONDAY, "valid_until": MONDAY + 60 * DAY},
        {"agreed_at": MONDAY + DAY, "registered_at": MONDAY + DAY, "valid_until": None},
    ],
    ids=["agreed long before", "registered before", "without an end"],
)
def test_what_was_agreed_without_knowing_of_the_closing_does_not_outlive_it(changes: dict[str, object]):
    """VR-P4: longer only by a new agreement."""
    assert not outlives_closing(agreement(**changes), project(MONDAY))


@pytest.mark.parametrize(
    "closing", [datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2027, 3, 28, 0, 30, tzinfo=UTC)]
)
@pytest.mark.parametrize("before", [timedelta(0), timedelta(days=3), timedelta(days=7)])
def test_a_week_is_168_hours_when_the_clocks_change(closing: datetime, before: timedelta):
    """VR-P4: 02:30 on 25 October 2026 exists twice, on 28 March 2027 not at all."""
    end = deadline(agreement(), project((closing - before).astimezone(AMSTERDAM)), NO_TERMS)
    assert end is not None
    assert end.due_at.astimezone(UTC) - (closing - before) == WEEK


@given(agreements, projects, terms)
def test_the_earliest_trigger_counts(agreed, on, of_client):
    """VR-P4"""
    end = deadline(agreed, on, of_client)
    alone = [
        deadline(replace(agreed, purpose_fulfilled_at=None, withdrawn_at=None), project(), of_client),
        deadline(replace(agreed, valid_until=None, withdrawn_at=None), project(), of_client),
        deadline(replace(agreed, valid_until=None, purpose_fulfilled_at=None), project(), of_client),
        None
        if on.closed_at is None or outlives_closing(agreed, on)
        else Deadline(on.closed_at + erasure_period(of_client), Trigger.PROJECT_CLOSED),
    ]
    assert end == min((one for one in alone if one is not None), default=None)


@given(agreements, projects, terms)
def test_never_later_than_a_week_after_purpose_or_closing(agreed, on, of_client):
    """VR-P4: the only exceptions are a hold and a new agreement after the closing."""
    end = deadline(agreed, on, of_client)
    if agreed.purpose_fulfilled_at is not None:
        assert end is not None
        assert end.due_at <= agreed.purpose_fulfilled_at + WEEK
    if on.closed_at is not None and not outlives_closing(agreed, on):
        assert end is not None
        assert end.due_at <= on.closed_at + WEEK


@given(agreements, projects, st.integers(-1000, 100_000))
def test_no_term_of_the_client_lengthens(agreed, on, hours):
    """VT-T3, VT-A4"""
    usual = deadline(agreed, on, NO_TERMS)
    own = deadline(agreed, on, ClientTerms(erasure=timedelta(hours=hours)))
    assert (own is None) == (usual is None)
    assert own is None or usual is None or own.due_at <= usual.due_at


@given(agreements, projects, moments)
def test_a_further_end_never_moves_a_deadline_later(agreed, on, moment):
    """VR-P4"""
    usual = deadline(agreed, on, NO_TERMS)
    for field in ("valid_until", "purpose_fulfilled_at", "withdrawn_at"):
        if getattr(agreed, field) is None and not (field == "valid_until" and on.closed_at is not None):
            further = deadline(replace(agreed, **{field: moment}), on, NO_TERMS)
            assert further is not None
            assert usual is None or further.due_at <= usual.due_at


@given(st.none() | moments, st.none() | moments)
def test_an_end_once_reached_never_moves_later(known_at, newly_at):
    """VR-P4: reopening and later dates leave what existing copies have."""
    known = known_at and Deadline(known_at, Trigger.PROJECT_CLOSED)
    newly = newly_at and Deadline(newly_at, Trigger.PURPOSE_FULFILLED)
    kept = earliest(known, newly)
    assert known is None or (kept is not None and kept.due_at <= known.due_at)
    assert kept in (known, newly)


@given(moments, maybe_moments, st.integers(-500, 500))
def test_no_plan_and_no_margin_acts_later_than_the_deadline(due_at, planned_at, hours):
    """VR-P4: margin 0 to 48 h earlier; a plan only earlier."""
    at = acts_at(due_at, planned_at, timedelta(hours=hours))
    assert at <= due_at
    assert at >= min(due_at - 48 * HOUR, planned_at or due_at)


def test_it_acts_at_the_deadline_itself():
    assert acts_at(MONDAY) == MONDAY
    assert acts_at(MONDAY, margin=2 * HOUR) == MONDAY - 2 * HOUR
    assert acts_at(MONDAY, MONDAY - DAY) == MONDAY - DAY


def test_a_deadline_entered_in_the_past_waits_a_day_for_a_person():
    assert lies_in_the_past(MONDAY - timedelta(seconds=1), MONDAY)
    assert not lies_in_the_past(MONDAY, MONDAY)
    assert not confirmation_over(MONDAY, MONDAY + DAY - timedelta(seconds=1))
    assert confirmation_over(MONDAY, MONDAY + DAY)


def test_deletion_is_proposed_at_once_and_asks_for_attention_after_a_day():
    """VR-U5b"""
    fulfilled = agreement(purpose_fulfilled_at=MONDAY)
    assert not should_propose(agreement(), MONDAY)
    assert not should_propose(fulfilled, MONDAY - timedelta(seconds=1))
    assert should_propose(fulfilled, MONDAY)
    assert not proposal_is_late(fulfilled, MONDAY + DAY - timedelta(seconds=1))
    assert proposal_is_late(fulfilled, MONDAY + DAY)


@pytest.mark.parametrize(
    ("due", "first", "second"),
    [
        # Wednesday 14:00: Tuesday 09:00, and a day before.
        ("2026-12-02T14:00+01:00", "2026-12-01T09:00+01:00", "2026-12-01T14:00+01:00"),
        # Monday 00:30: Friday 09:00, not in the weekend only.
        ("2026-11-30T00:30+01:00", "2026-11-27T09:00+01:00", "2026-11-29T00:30+01:00"),
        # Early on Tuesday: 24 h before comes first.
        ("2026-12-01T08:00+01:00", "2026-11-30T08:00+01:00", "2026-11-30T09:00+01:00"),
        # Monday after the clocks went back: Friday 09:00 is still summer time.
        ("2026-10-26T10:00+01:00", "2026-10-23T09:00+02:00", "2026-10-25T10:00+01:00"),
    ],
)
def test_a_person_is_warned_on_the_last_weekday_and_a_day_before(due: str, first: str, second: str):
    """VR-P4"""
    due_at = datetime.fromisoformat(due).astimezone(UTC)
    assert warnings(due_at, AMSTERDAM) == (datetime.fromisoformat(first), datetime.fromisoformat(second))


@given(moments, moments)
def test_warnings_come_before_the_deadline_and_one_on_a_weekday(due_at, now):
    """VR-P4"""
    both = warnings(due_at, AMSTERDAM)
    assert both[0] <= both[1] < due_at
    assert any(one.astimezone(AMSTERDAM).hour == 9 and one.astimezone(AMSTERDAM).weekday() < 5 for one in both)
    assert due_at - both[0] <= 4 * DAY + 16 * HOUR
    following = next_warning(due_at, now, AMSTERDAM)
    assert following == next((one for one in both if one > now), None)


def test_the_week_is_what_the_procedure_says():
    """VR-P4: locked; no setting may touch it."""
    from app.domain.settings import SETTINGS

    assert ERASURE_PERIOD == WEEK
    assert [key for key in SETTINGS if "erasure" in key or "week" in key] == []
    margin = SETTINGS["deletion.margin_hours"]
    assert (margin.default, margin.least, margin.most) == (0, 0, 48)
