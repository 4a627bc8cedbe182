"""VT-C1, VT-C3: leave by role and by membership, denied by default; what is refused is written down."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.actions.access import AccessDenied
from app.domain.access import NEEDS_MEMBERSHIP, PERMITTED, Act, Denial, denial
from app.domain.card import Role
from app.domain.errors import InputError
from app.domain.project import Member, Project
from app.domain.rules import RuleState
from tests.actions.laptop import CLIENT, DAY, OWN_MAIL, Laptop, refused
from tests.fakes import START

LEAD_ONLY = {Act.AGREEMENT_APPROVE}


def project(*members: Member) -> Project:
    return Project(id="p", code="P1", client_id="c", created_at=START, members=members)


class TestTheMatrix:
    @pytest.mark.parametrize("act", Act)
    @pytest.mark.parametrize("role", Role)
    def test_of_roles(self, act: Act, role: Role) -> None:
        """VT-C3"""
        expected = Denial.ROLE if act in LEAD_ONLY and role is not Role.LEAD else None
        assert denial(act.value, role, OWN_MAIL, project(), START) is expected

    @pytest.mark.parametrize("role", Role)
    def test_an_act_that_is_not_listed_is_nobodys(self, role: Role) -> None:
        """VT-C1"""
        assert denial("everything", role, OWN_MAIL, project(), START) is Denial.ROLE
        assert set(PERMITTED) == set(Act), "each act says whose it is"

    @pytest.mark.parametrize("act", Act)
    def test_of_membership(self, act: Act) -> None:
        ended = project(Member(name="Robin", mail=OWN_MAIL.upper(), until=START))
        lasting = project(
            Member(name="Robin", mail=OWN_MAIL, until=START), Member(name="Robin", mail=OWN_MAIL, until=START + DAY)
        )
        expected = Denial.MEMBERSHIP_ENDED if act in NEEDS_MEMBERSHIP else None
        if act not in LEAD_ONLY:
            assert denial(act.value, Role.CONSULTANT, OWN_MAIL, ended, START) is expected
            assert denial(act.value, Role.CONSULTANT, OWN_MAIL, lasting, START) is None
            assert denial(act.value, Role.CONSULTANT, "", ended, START) is None, "who is nobody is on no list"
        assert denial(act.value, Role.LEAD, OWN_MAIL, ended, START) is None


@pytest.fixture
def member(laptop: Laptop) -> Laptop:
    laptop.client()
    laptop.app.projects.add("P1", CLIENT, goals=("Salarisonderzoek",), members=(f"Robin <{OWN_MAIL}>",))
    return laptop


def new_work(laptop: Laptop, agreement: str, sealed: str) -> dict[str, Callable[[], object]]:
    finding = laptop.finding(laptop.file("gevonden.xlsx"))
    return {
        "agreement-add": lambda: laptop.agreement("P1"),
        "copy-add": lambda: laptop.app.copies.add(laptop.file("nieuw.xlsx"), agreement),
        "copy-move": lambda: laptop.app.copies.move(sealed, agreement),
        "vault-open": lambda: laptop.app.vault.open(sealed),
        "finding-seal": lambda: laptop.app.findings.seal([finding.id], agreement),
        "finding-keep": lambda: laptop.app.findings.keep([finding.id], agreement),
    }


@pytest.mark.parametrize(
    "what", ["agreement-add", "copy-add", "copy-move", "vault-open", "finding-seal", "finding-keep"]
)
def test_a_membership_that_ended_gives_no_new_work(member: Laptop, what: str) -> None:
    """VT-C1, VT-C3: grants expire."""
    agreement = member.agreement("P1")
    copy = member.sealed(agreement)
    acts = new_work(member, agreement.id, copy.id)
    member.app.projects.remove_member("P1", OWN_MAIL, member.now + DAY)
    member.passes(DAY)
    with pytest.raises(AccessDenied) as error:
        acts[what]()
    assert refused(error) == "access.membership-ended"
    (entry,) = member.events("access.denied")
    assert (entry.outcome, entry.data) == ("refused", {"command": what, "role": "consultant"})


def test_what_must_go_on_asks_no_leave(member: Laptop) -> None:
    agreement = member.agreement("P1")
    first, second = member.sealed(agreement), member.sealed(agreement, member.file("b.xlsx"))
    note = member.app.copies.add_elsewhere("op papier", agreement.id).copy
    member.app.projects.remove_member("P1", OWN_MAIL)
    member.app.deletion.delete_now([first.id], "klaar")
    member.app.copies.confirm(note.id)
    member.app.projects.close("P1")
    member.passes(7 * DAY)
    assert [i.copy.id for i in member.app.deletion.run_due().items] == [second.id]
    assert member.events("access.denied") == []


def test_who_stands_on_no_list_is_not_refused(laptop: Laptop) -> None:
    """Whoever registers a project on their own laptop need not list themselves."""
    laptop.client()
    laptop.app.projects.add("P1", CLIENT, goals=("Salarisonderzoek",), members=("Kim <kim@adviesbureau.example>",))
    laptop.sealed(laptop.agreement("P1"))


def test_only_a_lead_approves_and_a_refusal_is_written_down(member: Laptop) -> None:
    """VT-C1"""
    agreement = member.agreement("P1")
    with pytest.raises(InputError) as error:
        member.app.agreements.approve(agreement.id, role=member.app.team.role, device=member.app.team.device)
    assert refused(error) == "agreement.approve-lead"
    (entry,) = member.events("access.denied")
    assert entry.data == {"command": "agreement-approve", "role": "consultant"}
    member.policy["team.leads"] = (member.app.signer.fingerprint,)
    member.app.agreements.approve(agreement.id, role=member.app.team.role, device=member.app.team.device)


def test_the_rule_says_when_copies_outlast_a_membership(member: Laptop) -> None:
    """VT-C1, VT-C3"""
    member.sealed(member.agreement("P1"))

    def states() -> set[RuleState]:
        return {r.state for r in member.app.status.status().rules if r.id in ("VT-C1", "VT-C3")}

    assert states() == {RuleState.OK}
    member.app.projects.remove_member("P1", OWN_MAIL)
    assert states() == {RuleState.ATTENTION}
