"""VR-S1a, VR-S4, VT-U2: what people vouch for, and until when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.health_records import (
    ENDS_SOON,
    REVIEW_EVERY,
    Attestation,
    PartnerReview,
    attestation_standing,
    latest,
    newest_review,
    partner_standing,
    review_by_policy,
    second_factor_by_policy,
)
from app.domain.rules import RuleState
from tests.fakes import START as NOW

SECOND = timedelta(seconds=1)
OK, ATTENTION, UNKNOWN = RuleState.OK, RuleState.ATTENTION, RuleState.UNKNOWN


def attestation(device: str = "Tablet 14", left: timedelta = timedelta(days=90)) -> Attestation:
    return Attestation(id=device, device=device, attested_by="IT-beheer", attested_at=NOW, until=NOW + left)


def review(ago: timedelta) -> PartnerReview:
    at = NOW - ago
    return PartnerReview(id="r", name="Netwerkbeheer", contact="Servicedesk", reviewed_at=at, recorded_at=at)


@pytest.mark.parametrize(
    ("left", "state", "text"),
    [
        (ENDS_SOON + SECOND, OK, "health.attested"),
        (ENDS_SOON, ATTENTION, "health.attestation-ends"),
        (SECOND, ATTENTION, "health.attestation-ends"),
        (timedelta(0), ATTENTION, "health.attestation-ended"),
    ],
)
def test_a_word_counts_until_its_end(left: timedelta, state: RuleState, text: str) -> None:
    """VR-S1a"""
    standing = attestation_standing(attestation(left=left), NOW)
    assert (standing[0], standing[1].id) == (state, text)


def test_the_last_word_about_a_device_counts() -> None:
    first, other, second = attestation("Tablet 14"), attestation("Telefoon 3"), attestation("TABLET 14")
    assert latest([first, other, second]) == (second, other)


def test_one_name_is_about_the_account() -> None:
    """VT-U2"""
    assert attestation("MFA").is_about_account
    assert not attestation("mfa-tablet").is_about_account


@pytest.mark.parametrize(
    ("ago", "state", "text"),
    [
        (timedelta(0), OK, "rule.partner-ok"),
        (timedelta(days=336), OK, "rule.partner-soon"),
        (REVIEW_EVERY - SECOND, OK, "rule.partner-soon"),
        (REVIEW_EVERY, ATTENTION, "rule.partner-due"),
    ],
)
def test_the_partner_is_reviewed_every_year(ago: timedelta, state: RuleState, text: str) -> None:
    """VR-S4"""
    standing = partner_standing(review(ago), NOW)
    assert (standing[0], standing[1].id) == (state, text)


def test_a_partner_that_nobody_recorded_is_unknown() -> None:
    """VR-S4"""
    assert partner_standing(None, NOW)[0] is UNKNOWN


def test_policy_names_the_partner_for_every_laptop() -> None:
    """VR-S4"""
    named = review_by_policy("Netwerkbeheer", "Servicedesk", "2026-11-02")
    assert named is not None
    assert named.reviewed_at == datetime(2026, 11, 2, tzinfo=UTC)
    for parts in (("", "x", "2026-11-02"), ("x", " ", "2026-11-02"), ("x", "y", "gisteren"), ("x", "y", "")):
        assert review_by_policy(*parts) is None


def test_policy_vouches_for_the_second_factor_everywhere() -> None:
    """VT-U2"""
    word = second_factor_by_policy("2027-03-01", NOW)
    assert word is not None
    assert word.is_about_account
    assert word.until == datetime(2027, 3, 1, tzinfo=UTC)
    assert second_factor_by_policy("", NOW) is second_factor_by_policy("ooit", NOW) is None


def test_the_latest_review_counts_whoever_recorded_it() -> None:
    old, new = review(timedelta(days=300)), review(timedelta(days=3))
    assert newest_review(old, new) is newest_review(new, None, old) is new
    assert newest_review(None, None) is None
