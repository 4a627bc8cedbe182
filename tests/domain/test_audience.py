"""VR-P2: who may know, denied by default; and what is to be thought of who can open a project's place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.audience import (
    AudienceReason,
    GrantFix,
    GrantVerdict,
    address_of,
    judge_audience,
    judge_grant,
)
from app.domain.client import Client, Contact
from app.domain.project import Member, Project
from app.domain.remote_files import Grant, GrantKind
from tests.fakes import START

CLIENT = Client(
    id="c",
    name="Gemeente Voorbeeldstad",
    created_at=START,
    domains=("voorbeeldstad.example",),
    contacts=(Contact(name="Eva Smit", mail="eva@voorbeeldstad.example"),),
)
PROJECT = Project(
    id="p",
    code="P1",
    client_id="c",
    created_at=START,
    principal="Ans Bos <ans@voorbeeldstad.example>",
    members=(
        Member(name="Robin", mail="robin@bureau.example"),
        Member(name="Kim", mail="kim@bureau.example", until=START),
        Member(name="Lou", mail="lou@inhuur.example"),
    ),
)
R = AudienceReason


def reason(mail: str, project: Project = PROJECT) -> AudienceReason:
    return judge_audience(mail, project, CLIENT, ("bureau.example",), START).reason


@pytest.mark.parametrize(
    ("mail", "expected", "allowed"),
    [
        ("ans@voorbeeldstad.example", R.PRINCIPAL, True),
        ("Eva@Voorbeeldstad.example", R.CLIENT_CONTACT, True),
        ("robin@bureau.example", R.MEMBER, True),
        ("lou@inhuur.example", R.MEMBER, True),
        ("kim@bureau.example", R.MEMBERSHIP_ENDED, False),
        ("chris@bureau.example", R.COLLEAGUE, False),
        ("chris@team.bureau.example", R.COLLEAGUE, False),
        ("iemand@voorbeeldstad.example", R.CLIENT_OTHER, False),
        ("iemand@elders.example", R.UNKNOWN, False),
        ("robin@bureau.example.evil", R.UNKNOWN, False),
    ],
)
def test_only_who_is_named_may_know(mail: str, expected: AudienceReason, allowed: bool) -> None:
    item = judge_audience(mail, PROJECT, CLIENT, ("bureau.example",), START)
    assert (item.reason, item.allowed) == (expected, allowed)


def test_a_principal_who_is_known_by_name_is_found_among_the_contacts() -> None:
    assert reason("eva@voorbeeldstad.example", replace(PROJECT, principal="Eva Smit")) is R.PRINCIPAL
    assert reason("eva@voorbeeldstad.example", replace(PROJECT, principal=None)) is R.CLIENT_CONTACT


def grant(kind: GrantKind = GrantKind.DIRECT, mail: str | None = "robin@bureau.example", **more: object) -> Grant:
    return Grant(id="g", kind=kind, name="naam", mail=mail, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("seen", "verdict", "fix"),
    [
        (grant(), GrantVerdict.FITS, GrantFix.NONE),
        (grant(mail="chris@bureau.example"), GrantVerdict.TOO_WIDE, GrantFix.REMOVE),
        (grant(mail="chris@bureau.example", is_inherited=True), GrantVerdict.TOO_WIDE, GrantFix.BREAK_INHERITANCE),
        (grant(GrantKind.GROUP, None), GrantVerdict.UNKNOWN, GrantFix.LOOK_INTO_GROUP),
        (grant(GrantKind.OWNER, None), GrantVerdict.UNKNOWN, GrantFix.LOOK_INTO_GROUP),
        (grant(GrantKind.LINK, None, scope="anonymous"), GrantVerdict.TOO_WIDE, GrantFix.REPLACE_LINK),
        (grant(GrantKind.LINK, None, scope="organization"), GrantVerdict.TOO_WIDE, GrantFix.REPLACE_LINK),
        (grant(GrantKind.LINK, None, scope="users"), GrantVerdict.UNKNOWN, GrantFix.LOOK_INTO_GROUP),
        (grant(GrantKind.LINK, "robin@bureau.example", scope="users"), GrantVerdict.FITS, GrantFix.NONE),
    ],
)
def test_each_grant_has_a_verdict_and_what_to_do(seen: Grant, verdict: GrantVerdict, fix: GrantFix) -> None:
    reasons = {mail: reason(mail) for mail in ("robin@bureau.example", "chris@bureau.example")}
    judged = judge_grant(seen, reasons)
    assert (judged.verdict, judged.fix) == (verdict, fix)


def test_a_guest_is_known_by_their_own_address() -> None:
    guest = grant(mail="eva_voorbeeldstad.example#EXT#@bureau.onmicrosoft.example")
    assert address_of(guest) == "eva@voorbeeldstad.example"
