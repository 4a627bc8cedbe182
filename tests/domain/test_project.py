"""Projects and their records. VR-R1, VT-T2, VT-T3."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.client import ClientTerms
from app.domain.project import TAKE_BACK, Member, retention_until, takes_back
from tests.domain.samples import DAY, MONDAY, moments


@pytest.mark.parametrize(
    ("closed", "years", "until"),
    [
        ("2026-11-23", None, "2028-11-23"),
        ("2028-02-29", None, "2030-03-01"),
        ("2028-02-29", 4, "2032-02-29"),
        ("2026-11-23", 7, "2033-11-23"),
        ("2026-11-23", 1, "2028-11-23"),
    ],
)
def test_project_records_stay_at_least_two_calendar_years(closed: str, years: int | None, until: str):
    """VT-T3: the client's longer term counts; minimum terms round up."""
    closed_at = datetime.fromisoformat(closed).replace(tzinfo=UTC)
    assert retention_until(closed_at, ClientTerms(retention_years=years)).date().isoformat() == until


@given(moments, st.none() | st.integers(0, 100))
def test_no_term_shortens_the_two_years(closed_at, years):
    assert retention_until(closed_at, ClientTerms(retention_years=years)) >= closed_at + 730 * DAY


def test_reopening_within_a_day_takes_a_closing_back():
    assert takes_back(MONDAY, MONDAY + TAKE_BACK)
    assert not takes_back(MONDAY, MONDAY + TAKE_BACK + timedelta(seconds=1))


def test_a_membership_ends_at_its_moment():
    member = Member(name="Sam Voorbeeld", mail="sam@example.nl", until=MONDAY)
    assert member.is_active(MONDAY - timedelta(seconds=1))
    assert not member.is_active(MONDAY)
    assert Member(name="Sam Voorbeeld", mail="sam@example.nl").is_active(MONDAY)
