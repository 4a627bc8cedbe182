"""What the client demonstrably agreed: who may agree, with which evidence, and what ends it."""

from __future__ import annotations

import os
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.actions.agreements import belongs_to, speaks_for
from app.actions.clients import parse_mailbox
from app.domain.agreement import AgreementState
from app.domain.card import Role
from app.domain.client import Contact
from app.domain.copy import CopyState
from app.domain.deadline import Trigger
from app.domain.deletion import Outcome
from app.domain.errors import InputError
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import CLIENT, DAY, DOMAIN, EVA, GOAL, HOUR, OWN_MAIL, WEEK, Laptop, details


def refused(laptop: Laptop, **changes: object) -> str:
    before = sorted((laptop.data_dir / "evidence").iterdir())
    with pytest.raises(InputError) as error:
        laptop.agreement(**changes)  # type: ignore[arg-type]
    assert sorted((laptop.data_dir / "evidence").iterdir()) == before, "evidence was kept for what was refused"
    assert laptop.app.agreements.list() == ()
    return error.value.message.id


@pytest.fixture
def ready(laptop: Laptop) -> Laptop:
    laptop.client(processor_domains=("salarisverwerker.example",))
    laptop.project()
    return laptop


def test_an_agreement_carries_person_date_purpose_scope_end_and_evidence(ready: Laptop) -> None:
    """VR-P3, VR-U1: all that makes it demonstrable; in the journal only ids, hashes and the number of the goal."""
    until = ready.now + 30 * DAY
    agreement = ready.agreement(valid_until=until, purpose="salarisONDERZOEK")
    assert (agreement.agreed_with_mail, agreement.purpose, agreement.valid_until) == (f"eva@{DOMAIN}", GOAL, until)
    assert agreement.evidence.sender_domain == DOMAIN
    assert agreement.evidence.size_bytes > 0
    ((linked,), (goal,)) = (ready.events("agreement.linked"), ready.events("purpose.set"))
    assert linked.data is not None
    assert linked.data["evidence"] == agreement.evidence.sha256
    assert goal.data == {"goal": 0}
    assert "Salaris" not in repr((linked, goal))


@pytest.mark.parametrize(
    "mail", [OWN_MAIL, "collega@adviesbureau.example", "baas@mail.adviesbureau.example", "ROBIN@Adviesbureau.example"]
)
def test_an_own_colleague_cannot_agree(ready: Laptop, mail: str) -> None:
    """VR-P3: not even one who was made a contact of the client."""
    ready.app.clients.change(CLIENT, details(contacts=(parse_mailbox(mail),)))
    assert refused(ready, agreed_with=mail) == "agreement.own-colleague"


def test_colleagues_are_also_those_of_the_firms_other_domains(make_laptop: MakeLaptop) -> None:
    """VR-P3"""
    laptop = make_laptop(policy={"own.domains": ("bureau-twee.example",)})
    laptop.client(domains=(DOMAIN, "bureau-twee.example"))
    laptop.project()
    assert refused(laptop, agreed_with="Kim <kim@bureau-twee.example>") == "agreement.own-colleague"


@pytest.mark.parametrize(
    "who",
    [
        "Jan <jan@salarisverwerker.example>",  # a processor works for the client, it does not decide for it
        "Jan <jan@anders.example>",
        f"Jan <jan@nep{DOMAIN}>",
        f"Jan <jan@{DOMAIN}.anders.example>",
        f"Jan <{DOMAIN}@anders.example>",
    ],
)
def test_who_is_not_of_the_client_cannot_agree(ready: Laptop, who: str) -> None:
    """VR-P3"""
    assert refused(ready, agreed_with=who) == "agreement.not-the-client"


@pytest.mark.parametrize(
    "who", [f"Piet <piet@{DOMAIN}>", f"Piet <piet@mail.{DOMAIN}>", f"PIET@{DOMAIN.upper()}", "zzp@los.example"]
)
def test_a_contact_or_anybody_of_a_domain_of_the_client_can(ready: Laptop, who: str) -> None:
    ready.app.clients.change(CLIENT, details(contacts=(Contact(name="Zzp'er", mail="zzp@los.example"),)))
    assert ready.agreement(agreed_with=who).agreed_with_mail == parse_mailbox(who).mail


def test_a_domain_in_its_own_script_is_the_same_as_in_ascii(ready: Laptop) -> None:
    ready.app.clients.change(CLIENT, details(domains=("gemeente-één.example",)))
    assert ready.agreement(agreed_with="Eva <eva@gemeente-één.example>").agreed_with_mail.startswith("eva@xn--")


def test_dates_that_cannot_be_are_refused(ready: Laptop) -> None:
    assert refused(ready, agreed_at=ready.now + timedelta(seconds=1)) == "moment.in-future"
    assert refused(ready, valid_until=ready.now - DAY) == "moment.end-before-start"
    assert refused(ready, scope="  ") == "input.empty"
    assert refused(ready, purpose="Reclame") == "agreement.not-a-goal"
    assert refused(ready, agreed_with="Eva") == "input.mailbox"
    assert refused(ready, agreed_with="Eva <eva@a.example, jan@b.example>") == "input.mailbox"


def test_evidence_must_be_a_file_with_something_in_it(ready: Laptop, tmp_path: Path) -> None:
    """VR-P3: and whatever is offered, the answer is one sentence at once."""
    empty = ready.file("leeg.eml", b" \r\n ")
    huge = tmp_path / "groot.pdf"
    with huge.open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    loop = tmp_path / "lus.eml"
    loop.symlink_to(loop)
    for path, expected in (
        (tmp_path / "niets.eml", "file.missing"),
        (empty / "in-een-bestand.eml", "file.missing"),
        (tmp_path, "file.no-file"),
        (empty, "evidence.empty"),
        (huge, "file.too-large"),
        (loop, "file.unreadable" if loop.is_symlink() else "file.missing"),  # Wine says it made one, and did not
        *([] if sys.platform == "win32" else [(Path("/dev/zero"), "file.no-file")]),
        (tmp_path / ("x" * 5000), "file.missing" if sys.platform == "win32" else "file.unreadable"),
        (Path("~niemand/akkoord.eml"), "file.missing"),
    ):
        assert refused(ready, evidence=path) == expected, path


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX")
def test_a_fifo_as_evidence_does_not_wait_for_a_writer(ready: Laptop, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.eml")
    assert refused(ready, evidence=tmp_path / "pijp.eml") == "file.no-file"


def test_a_project_without_goals_gets_the_purpose_as_its_first(laptop: Laptop) -> None:
    """VR-U1"""
    laptop.client()
    laptop.project(goals=())
    laptop.agreement(purpose="Formatieplan")
    assert laptop.app.projects.show("P1").project.goals == ("Formatieplan",)
    with pytest.raises(InputError):
        laptop.agreement(purpose="Iets anders")


def test_a_fulfilled_purpose_gives_a_week_and_the_earliest_trigger_counts(ready: Laptop) -> None:
    """VR-P4, VR-U5b"""
    agreement = ready.agreement()
    copy = ready.sealed(agreement)
    ready.passes(2 * DAY)
    ready.app.agreements.fulfilled(agreement.id, ready.now - DAY)
    assert ready.copy(copy.id).due_at == ready.now - DAY + WEEK
    ready.app.agreements.fulfilled(agreement.id)  # later: changes nothing
    ready.app.projects.close("P1")
    assert ready.copy(copy.id).due_at == ready.now - DAY + WEEK
    assert ready.copy(copy.id).trigger is Trigger.PURPOSE_FULFILLED
    assert ready.app.agreements.show(agreement.id)[1] is AgreementState.ENDED
    with pytest.raises(InputError):
        ready.sealed(agreement, ready.file("nog een.xlsx"))


def test_a_purpose_is_not_fulfilled_before_it_was_agreed_nor_in_the_future(ready: Laptop) -> None:
    agreement = ready.agreement()
    for moment in (ready.now - DAY - HOUR, ready.now + HOUR):
        with pytest.raises(InputError):
            ready.app.agreements.fulfilled(agreement.id, moment)
    assert ready.app.agreements.show(agreement.id)[0].purpose_fulfilled_at is None


def test_a_withdrawal_ends_it_at_once(ready: Laptop) -> None:
    """VR-P4: no week; the copy goes with the next deletion."""
    agreement = ready.agreement()
    copy = ready.sealed(agreement)
    ready.passes(HOUR)
    withdrawn = ready.app.agreements.withdraw(agreement.id, ready.mail("intrekken.eml", text="Wis het"))
    assert (ready.copy(copy.id).due_at, ready.copy(copy.id).trigger) == (ready.now, Trigger.WITHDRAWN)
    assert withdrawn.withdrawal_evidence is not None
    assert [item.outcome for item in ready.app.deletion.run_due().items] == [Outcome.DELETED]
    evidence = sorted((ready.data_dir / "evidence").iterdir())
    again = ready.app.agreements.withdraw(agreement.id, ready.mail("nogmaals.eml", text="Echt"))
    assert again.withdrawn_at == withdrawn.withdrawn_at
    assert sorted((ready.data_dir / "evidence").iterdir()) == evidence


def test_an_end_date_ends_it_at_once(ready: Laptop) -> None:
    """VR-P4: what the client limited ends at its moment, without a week."""
    until = ready.now + 3 * DAY
    copy = ready.sealed(ready.agreement(valid_until=until))
    assert (copy.due_at, copy.trigger) == (until, Trigger.AGREEMENT_END)
    ready.app.projects.close("P1")
    assert ready.copy(copy.id).due_at == until


def test_only_a_lead_approves_special_categories(make_laptop: MakeLaptop) -> None:
    """VT-U1: until then the file lies sealed: it can be put away, not opened and not kept."""
    first = make_laptop()
    device = first.app.team.device
    lead = make_laptop(keys=first.keys, policy={"team.leads": (device,)})
    lead.usual()
    agreement = lead.agreement()
    finding = lead.finding(special=True, kinds={"health": 3})
    with pytest.raises(InputError) as error:
        lead.app.findings.keep([finding.id], agreement.id)
    assert error.value.message.id == "agreement.needs-approval"
    (sealed,) = lead.app.findings.seal([finding.id], agreement.id)
    assert sealed.copy_id is not None
    with pytest.raises(InputError) as error:
        lead.app.vault.open(sealed.copy_id)
    assert error.value.message.id == "agreement.needs-approval"
    with pytest.raises(InputError) as error:
        lead.app.agreements.approve(agreement.id, role=Role.CONSULTANT, device=device)
    assert error.value.message.id == "agreement.approve-lead"

    approved = lead.app.agreements.approve(agreement.id, role=lead.app.team.role, device=device)
    assert approved.approved_at == lead.now
    assert lead.app.vault.open(sealed.copy_id)[1].exists()
    assert lead.copy(sealed.copy_id).state is CopyState.CHECKED_OUT
    assert [e.subject for e in lead.events("agreement.approved")] == [agreement.id]


def test_the_same_laptop_without_the_policy_is_no_lead(laptop: Laptop) -> None:
    """VT-U1"""
    agreement = laptop.usual()
    with pytest.raises(InputError):
        laptop.app.agreements.approve(agreement.id, role=laptop.app.team.role, device=laptop.app.team.device)


@given(
    local=st.text("abc.", min_size=1, max_size=5), domain=st.sampled_from(["a.example", "b.a.example", "xa.example"])
)
def test_a_domain_covers_itself_and_its_parts_only(local: str, domain: str) -> None:
    assert belongs_to(f"{local}@{domain}", ("a.example",)) == (domain != "xa.example")


def test_a_client_without_domains_and_contacts_speaks_through_nobody(laptop: Laptop) -> None:
    client = laptop.client(domains=(), contacts=())
    assert not speaks_for(client, parse_mailbox(EVA).mail)
