"""The client's own terms. VT-A4, VT-T3."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.client import MAX_DECISION, MAX_ERASURE, TERM_NAMES, ClientTerms, with_term
from app.domain.errors import InputError


@pytest.mark.parametrize(
    ("name", "value", "terms"),
    [
        ("deletion-days", "3", ClientTerms(erasure=timedelta(days=3))),
        ("deletion-days", "0", ClientTerms(erasure=timedelta(0))),
        ("deletion-hours", "168", ClientTerms(erasure=timedelta(hours=168))),
        (" Deletion_Hours ", "12", ClientTerms(erasure=timedelta(hours=12))),
        ("decision-hours", "72", ClientTerms(decision=timedelta(hours=72))),
        ("retention-years", "7", ClientTerms(retention_years=7)),
        ("certificate-names", "hashed", ClientTerms(hashed_names=True)),
    ],
)
def test_a_term_is_set_from_text(name: str, value: str, terms: ClientTerms):
    """VT-A4"""
    assert with_term(ClientTerms(), name, value) == terms


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("deletion-days", "8"),
        ("deletion-hours", "169"),
        ("deletion-days", "-1"),
        ("deletion-days", "999999999999"),
        ("deletion-hours", "9" * 5000),
        ("deletion-days", "een week"),
        ("deletion-days", "1.5"),
        ("deletion-days", ""),
        ("decision-hours", "73"),
        ("retention-years", "1"),
        ("retention-years", "101"),
        ("certificate-names", "none"),
        ("erasure", "3"),
        ("", "3"),
    ],
)
def test_a_looser_or_senseless_term_is_refused(name: str, value: str):
    """VT-A4: a processing agreement never loosens the procedure."""
    with pytest.raises(InputError):
        with_term(ClientTerms(), name, value)


@given(st.sampled_from(TERM_NAMES), st.integers() | st.text())
def test_whatever_is_entered_no_term_is_looser_than_the_procedure(name, value):
    """VT-A4, VT-T3"""
    try:
        terms = with_term(ClientTerms(), name, str(value))
    except InputError:
        return
    assert terms.erasure is None or timedelta(0) <= terms.erasure <= MAX_ERASURE
    assert terms.decision is None or timedelta(0) <= terms.decision <= MAX_DECISION
    assert terms.retention_years is None or terms.retention_years >= 2
