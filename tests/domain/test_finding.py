"""Findings: when they turn red, and what may be project documentation. VR-P3, VR-K1."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.client import ClientTerms
from app.domain.finding import (
    POINTS_TO_CLIENT,
    Reason,
    ReasonType,
    decide_by,
    may_be_documentation,
    points_to_client,
)
from tests.domain.samples import HOUR, MONDAY, moments


@pytest.mark.parametrize(
    ("terms", "limit", "hours"),
    [
        (None, 24, 24),
        (None, 72, 72),
        (None, 100, 72),
        (4, 24, 4),
        (48, 24, 24),
        (48, 72, 48),
    ],
)
def test_a_finding_turns_red_after_the_stricter_of_it_and_client(terms: int | None, limit: int, hours: int):
    """VR-P3, VT-A4"""
    own = ClientTerms(decision=None if terms is None else terms * HOUR)
    assert decide_by(MONDAY, own, limit * HOUR) == MONDAY + hours * HOUR


@given(moments, st.none() | st.integers(0, 10_000), st.integers(0, 10_000))
def test_no_finding_waits_longer_than_72_hours(found_at, terms, limit):
    """VR-P3"""
    own = ClientTerms(decision=None if terms is None else timedelta(hours=terms))
    assert decide_by(found_at, own, timedelta(hours=limit)) <= found_at + 72 * HOUR


@pytest.mark.parametrize("type_", list(ReasonType))
def test_an_unreadable_file_is_a_finding_only_when_something_points_to_a_client(type_: ReasonType):
    """VR-K1"""
    assert points_to_client((Reason(type=type_, detail="x"),)) == (type_ in POINTS_TO_CLIENT)


def test_nothing_points_nowhere():
    assert not points_to_client(())


@pytest.mark.parametrize(
    ("detail", "is_finding"), [("bsn 3", True), ("date_of_birth 12", True), ("bsn 1", False), ("name 9", False)]
)
def test_an_unreadable_file_that_told_of_several_persons_is_a_finding(detail: str, is_finding: bool) -> None:
    assert points_to_client((Reason(type=ReasonType.CONTENT, detail=detail),)) is is_finding


@pytest.mark.parametrize(
    ("kinds", "allowed"),
    [
        ({}, True),
        ({"name": 3, "email": 3, "phone": 1}, True),
        ({"name": 3, "bsn": 1}, False),
        ({"address": 1}, False),
        ({"something_new": 1}, False),
    ],
)
def test_documentation_holds_business_contacts_at_most(kinds: dict[str, int], allowed: bool):
    assert may_be_documentation(kinds) is allowed
