"""Who may sign in (VR-S3): the firm's own people, and a guest only while IT's exception lasts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.office365 import PERSONAL_TENANT, GuestException
from app.domain.sign_in import (
    FAILURES,
    OFFLINE_RIGHTS,
    Identity,
    SignInFailed,
    SignInOutcome,
    SignInReason,
    identity_of,
    refusal,
    rights_end,
)

OURS = "7b0e4c52-93a1-4d0f-8a6e-1f2d3c4b5a69"
THEIRS = "0d9c8b7a-6f5e-4d3c-9b2a-112233445566"
TODAY = date(2026, 11, 28)
MEMBER = {
    "tid": OURS,
    "iss": f"https://login.microsoftonline.com/{OURS}/v2.0",
    "preferred_username": "Anna@vroom.example",
    "name": "Anna Bakker",
    "roles": ["Lead"],
}
KIM = GuestException(mail="kim@partner.example", until=TODAY, reason="werkt mee aan P-100")


def judged(changed: dict[str, object], *guests: GuestException, home: str | None = None) -> SignInReason | None:
    return refusal(identity_of({**MEMBER, **changed}, home), {OURS}, guests, TODAY)


def test_a_member_of_the_firm_may() -> None:
    who = identity_of(MEMBER, OURS)
    assert (who.account, who.name, who.tenant, who.roles) == ("Anna@vroom.example", "Anna Bakker", OURS, ("Lead",))
    assert refusal(who, {OURS.upper()}, (), TODAY) is None


@pytest.mark.parametrize(
    "changed",
    [{"acct": 0}, {"idp": f"https://sts.windows.net/{OURS}/"}, {"idp": MEMBER["iss"]}, {"email": "a@b.example"}],
)
def test_what_older_or_richer_tokens_say_of_a_member_makes_no_guest(changed: dict[str, object]) -> None:
    assert judged(changed) is None


@pytest.mark.parametrize("home", ["utid", "", None])
def test_a_home_that_is_no_tenant_says_nothing(home: str | None) -> None:
    assert judged({}, home=home) is None


def test_another_tenant_may_not() -> None:
    assert judged({"tid": THEIRS}) is SignInReason.OTHER_TENANT
    assert judged({"tid": None, "iss": f"https://login.microsoftonline.com/{THEIRS}/v2.0"}) is SignInReason.OTHER_TENANT
    assert judged({"tid": "", "iss": ""}) is SignInReason.OTHER_TENANT


@pytest.mark.parametrize(
    ("changed", "home"),
    [
        ({"tid": PERSONAL_TENANT}, None),
        ({"idp": "live.com", "acct": 1}, None),
        ({"idp": f"https://sts.windows.net/{PERSONAL_TENANT}/"}, None),
        ({}, PERSONAL_TENANT),
    ],
)
def test_a_private_account_may_never(changed: dict[str, object], home: str | None) -> None:
    guest = GuestException(mail="anna@vroom.example", until=TODAY, reason="x")
    assert judged(changed, guest, home=home) is SignInReason.PERSONAL


GUEST_SIGNS: list[tuple[dict[str, object], str | None]] = [
    ({"acct": 1}, None),
    ({"acct": "1"}, None),
    ({"idp": f"https://sts.windows.net/{THEIRS}/"}, None),
    ({"idp": "mail"}, None),
    ({"idp": "google.com"}, None),
    ({"upn": "kim_partner.example#EXT#@vroom.onmicrosoft.com"}, None),
    ({}, THEIRS),
]


@pytest.mark.parametrize(("changed", "home"), GUEST_SIGNS)
def test_each_sign_of_a_guest_keeps_out_without_an_exception(changed: dict[str, object], home: str | None) -> None:
    assert judged({"preferred_username": "kim@partner.example", **changed}, home=home) is SignInReason.GUEST


@pytest.mark.parametrize(("changed", "home"), GUEST_SIGNS)
def test_an_exception_lets_in_through_its_last_day(changed: dict[str, object], home: str | None) -> None:
    claims = {"preferred_username": "Kim@Partner.example", **changed}
    assert judged(claims, KIM, home=home) is None
    ended = GuestException(mail=KIM.mail, until=TODAY - timedelta(days=1), reason=KIM.reason)
    assert judged(claims, ended, home=home) is SignInReason.GUEST_ENDED
    assert judged(claims, ended, KIM, home=home) is None


def test_an_exception_is_for_one_person() -> None:
    assert judged({"acct": 1, "preferred_username": "bo@partner.example"}, KIM) is SignInReason.GUEST


def test_the_name_of_a_guest_in_the_tenant_is_read_back() -> None:
    who = identity_of({**MEMBER, "preferred_username": "jan_de_boer_partner.example#EXT#@vroom.onmicrosoft.com"})
    assert who.mails == {"jan_de_boer@partner.example"}


def test_claims_of_odd_types_are_no_crash() -> None:
    who = identity_of({"tid": 5, "roles": "Lead", "preferred_username": ["x"], "idp": 1, "iss": None, "acct": None})
    assert isinstance(who, Identity)
    assert who.roles == ()


def test_rights_without_the_line_last_72_hours() -> None:
    contact = datetime(2026, 11, 28, 9, tzinfo=UTC)
    assert rights_end(contact) == contact + timedelta(hours=72) == contact + OFFLINE_RIGHTS
    assert rights_end(None) is None


@pytest.mark.parametrize("reason", SignInReason)
def test_what_nobody_decided_is_a_failure_not_a_refusal(reason: SignInReason) -> None:
    expected = SignInOutcome.FAILED if reason in FAILURES else SignInOutcome.REFUSED
    assert SignInFailed(reason).outcome is expected
