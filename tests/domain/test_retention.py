"""VR-R1: records stay two years or until the client asks; then somebody decides, and after a year undecided it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.project import Project, ProjectStatus
from app.domain.retention import RecordDecision, RetentionState, a_year_later, may_delete, retention_state

CLOSED = datetime(2024, 3, 1, 12, tzinfo=UTC)
TERM = datetime(2026, 3, 1, 12, tzinfo=UTC)
PROJECT = Project(
    id="p",
    code="P1",
    client_id="c",
    created_at=CLOSED - timedelta(days=90),
    status=ProjectStatus.CLOSED,
    closed_at=CLOSED,
    retention_until=TERM,
)
S = RetentionState
SECOND = timedelta(seconds=1)


def state(now: datetime, decision: RecordDecision | None = None, **changes: object) -> RetentionState:
    return retention_state(replace(PROJECT, **changes), decision, now)  # type: ignore[arg-type]


def decided(**values: object) -> RecordDecision:
    return RecordDecision(**({"id": "p", "decided_at": TERM} | values))  # type: ignore[arg-type]


def test_the_term_the_review_and_a_year_without_a_decision() -> None:
    assert [state(TERM - SECOND), state(TERM), state(a_year_later(TERM) - SECOND), state(a_year_later(TERM))] == [
        S.KEPT,
        S.REVIEW_DUE,
        S.REVIEW_DUE,
        S.UNDECIDED,
    ]


def test_a_running_project_has_no_term() -> None:
    assert state(TERM, closed_at=None, retention_until=None) is S.ACTIVE


def test_the_client_may_ask_while_the_project_runs() -> None:
    assert state(TERM, closed_at=None, retention_until=None, client_request_evidence="e" * 64) is S.CLIENT_ASKED


def test_what_was_added_after_a_reopening_has_a_term_of_its_own() -> None:
    gone = decided(deleted_at=TERM, released=True)
    assert state(TERM, gone) is S.DELETED
    again = {"closed_at": TERM + SECOND, "retention_until": TERM + timedelta(days=731)}
    assert state(TERM + SECOND, gone, **again) is S.KEPT


def test_kept_longer_is_decided_on_anew_when_that_is_over() -> None:
    longer = decided(keep_until=TERM + timedelta(days=700))
    assert state(TERM + timedelta(days=699), longer) is S.KEPT
    assert state(TERM + timedelta(days=700), longer) is S.REVIEW_DUE
    assert state(TERM + timedelta(days=1066), longer) is S.UNDECIDED


def test_a_decision_from_before_a_later_closing_does_not_count() -> None:
    assert state(TERM, decided(decided_at=CLOSED - SECOND, released=True)) is S.REVIEW_DUE


@given(days=st.integers(min_value=-700, max_value=3000), released=st.booleans(), asked=st.booleans())
def test_within_the_term_only_the_client_lets_records_go(days: int, released: bool, asked: bool) -> None:
    now = TERM + timedelta(days=days)
    found = state(now, decided(released=released), client_request_evidence="e" * 64 if asked else None)
    assert may_delete(found) is (asked or (released and now >= TERM))


def test_a_term_that_ends_on_a_leap_day_is_rounded_up() -> None:
    assert a_year_later(datetime(2028, 2, 29, tzinfo=UTC)) == datetime(2029, 3, 1, tzinfo=UTC)
