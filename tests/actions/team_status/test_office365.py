"""The team's status over the firm's Microsoft 365: one list, each their own line, leads see all. VT-C4, VT-C1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.checks import CheckState
from app.actions.team_status.actions import TeamStatusActions
from app.actions.team_status.checks import TeamSurface, team_checks
from app.actions.team_status.desk import TeamDesk
from app.domain.remote_ports import SignedIn
from app.domain.settings import SettingValue
from app.domain.team_board import Reach
from app.domain.team_record import RecordProblem
from app.domain.team_view import LaptopState
from app.system.language import local_zone
from tests.actions.laptop import DAY, Laptop
from tests.actions.team_status.teams import by_person, data
from tests.microsoft365 import Microsoft365
from tests.microsoft365.fixtures import microsoft365
from tests.microsoft365.lists_state import Column
from tests.remote.office365.test_status_board import BO, LEAD, LIST, Boards, make_list

__all__ = ["microsoft365"]
S = LaptopState


class Firm:
    """Laptops that are signed in. `boards` is what each speaks to."""

    def __init__(self, root: Path, service: Microsoft365) -> None:
        self.root = root
        self.service = service
        self.boards = Boards(service)
        self.laptops: list[Laptop] = []

    def laptop(
        self, name: str, roles: tuple[str, ...] = (), **policy: SettingValue
    ) -> tuple[Laptop, TeamStatusActions]:
        mail = f"{name}@vroom.example"
        if mail not in self.service.people:
            self.service.add_person(mail, name.title(), access="owner" if roles else "write")
        own = {"team.council_date": "2026-09-01", **{key.replace("__", "."): value for key, value in policy.items()}}
        made = Laptop(self.root / name, policy=own)
        made.app.begin()
        self.laptops.append(made)
        account = SignedIn(account=mail, name=name.title(), tenant="t", roles=roles)
        board = self.boards.of(mail)
        app = made.app
        app.__dict__["status_board"] = lambda: board
        app.__dict__["signed_in_account"] = lambda: account
        return made, app.team_status

    def close(self) -> None:
        for laptop in self.laptops:
            laptop.close()
        for one in self.boards.made:
            one.session.close()


@pytest.fixture
def firm(tmp_path: Path, microsoft365: Microsoft365) -> Iterator[Firm]:
    microsoft365.add_person(BO, "Bo", access="write")
    microsoft365.add_person(LEAD, "Lead", access="owner")
    made = Firm(tmp_path, microsoft365)
    yield made
    made.close()


def test_each_publishes_a_line_and_the_lead_reads_them_all(firm: Firm) -> None:
    lines = make_list(firm.service)
    for name in ("anna", "bo"):
        firm.laptop(name)[1].publish()
    assert [json.loads(item.fields["Record"])["person"]["mail"] for item in lines.items.values()] == [
        "anna@vroom.example",
        BO,
    ]
    _, lead = firm.laptop("lead", roles=("Lead",))
    seen = by_person(lead.status())
    assert {name: row.state for name, row in seen.items()} == dict.fromkeys(("Anna", "Bo", "Lead"), S.REPORTING)


def test_publishing_takes_at_most_three_requests(firm: Firm) -> None:
    make_list(firm.service)
    anna, telling = firm.laptop("anna")
    telling.publish()
    for _ in range(2):
        anna.passes(DAY)
        firm.service.forget_requests()
        assert telling.publish() is not None
        assert len(firm.service.seen()) <= 3


def test_a_member_sees_their_own_line_and_asking_for_all_is_written_down(firm: Firm) -> None:
    """VT-C1"""
    make_list(firm.service)
    firm.laptop("bo")[1].publish()
    anna, telling = firm.laptop("anna", team__leads=("x" * 26,))
    status = telling.status()
    assert ([row.person for row in status.items], status.is_whole, status.history) == (["Anna"], False, ())
    assert data(anna, "access.denied") == [{"command": "team-status", "role": "consultant"}]
    assert telling.who_can_read().reach is Reach.LEADS


def test_an_app_role_makes_a_lead_too(firm: Firm) -> None:
    make_list(firm.service)
    firm.laptop("bo")[1].publish()
    _, lead = firm.laptop("lead", roles=("Lead",), team__leads=("x" * 26,))
    assert sorted(by_person(lead.status())) == ["Bo", "Lead"]


def test_a_record_that_somebody_else_put_there_is_rejected(firm: Firm) -> None:
    """VT-C4: SharePoint names the writer, which no laptop can pretend."""
    columns = [Column("Device", indexed=True), Column("Record", "note")]
    lines = firm.service.add_list(LIST, columns)
    firm.laptop("anna")[1].publish()
    _, lead = firm.laptop("lead", roles=("Lead",))
    assert by_person(lead.status())["Anna"].state is S.REPORTING
    [item] = [item for item in lines.items.values() if "anna@" in item.fields["Record"]]
    lines.update(item, dict(item.fields), firm.service.people[BO])
    row = by_person(lead.status())["Anna"]
    assert (row.state, row.problem) == (S.REJECTED, RecordProblem.OTHER_PERSON)


@pytest.mark.parametrize(
    ("record", "problem"),
    [("{", RecordProblem.MALFORMED), ("", RecordProblem.MALFORMED), ("of bo", RecordProblem.OTHER_DEVICE)],
)
def test_a_line_that_an_owner_spoilt_is_rejected(firm: Firm, record: str, problem: RecordProblem) -> None:
    """VT-C4: the line says whose it is, though the record in it does not."""
    lines = make_list(firm.service)
    for name in ("anna", "bo"):
        firm.laptop(name)[1].publish()
    _, lead = firm.laptop("lead", roles=("Lead",))
    lead.status()
    of = {name: item for item in lines.items.values() for name in ("anna", "bo") if f"{name}@" in item.fields["Record"]}
    spoilt = of["bo"].fields["Record"] if record == "of bo" else record
    lines.edits_own = False  # an owner could
    lines.update(of["anna"], {"Record": spoilt}, firm.service.people[BO])
    row = by_person(lead.status())["Anna"]
    assert (row.state, row.problem) == (S.REJECTED, problem)


def test_a_person_whom_sharepoint_knows_by_another_address_is_that_person(firm: Firm) -> None:
    make_list(firm.service)
    anna, telling = firm.laptop("anna")
    anna.app.__dict__["signed_in_account"] = lambda: SignedIn(account="a.bakker@vroom.example", name="Anna", tenant="t")
    desk = telling._desk
    told = TeamStatusActions(
        TeamDesk(
            office=desk.office,
            signer=desk.signer,
            settings=desk.settings,
            team=desk.team,
            compliance=desk.compliance,
            board=desk.board,
            account=anna.app.signed_in_account,
            zone=local_zone(),
        ),
        anna.app.press,
        anna.app.requirement_titles,
    )
    told.publish()
    assert told.what_was_sent()[0].document["person"]["mail"] == "anna@vroom.example"
    _, lead = firm.laptop("lead", roles=("Lead",))
    assert by_person(lead.status())["Anna"].state is S.REPORTING


def test_without_the_line_the_team_is_shown_as_it_was_known(firm: Firm) -> None:
    make_list(firm.service)
    firm.laptop("anna")[1].publish()
    _, lead = firm.laptop("lead", roles=("Lead",))
    lead.status()
    firm.service.faults.next("*", "*", refuse_line=True, times=200)
    status = lead.status()
    assert sorted(by_person(status)) == ["Anna", "Lead"]
    assert "team.not-reached" in [notice.id for notice in status.notices]


class TestDoctor:
    """Tried for real with the person's own rights."""

    def check(self, firm: Firm, name: str, roles: tuple[str, ...] = ()) -> tuple[CheckState, str]:
        _, telling = firm.laptop(name, roles)
        desk = telling._desk
        surface = TeamSurface(settings=desk.settings, team=desk.team, board=desk.board, account=desk.account)
        check = team_checks(surface)["team-status"]("team-status")
        return check.state, check.sentence.id

    def test_a_list_as_the_script_makes_it_is_fine(self, firm: Firm) -> None:
        make_list(firm.service)
        firm.laptop("bo")[1].publish()
        assert self.check(firm, "anna") == (CheckState.OK, "team.readers-leads")
        assert self.check(firm, "lead", ("Lead",)) == (CheckState.OK, "team.readers-leads")

    def test_a_list_in_which_a_member_reads_a_colleague_is_not(self, firm: Firm) -> None:
        firm.service.add_list(LIST, [Column("Device", indexed=True), Column("Record", "note")])
        firm.laptop("bo")[1].publish()
        assert self.check(firm, "anna") == (CheckState.ATTENTION, "doctor.team-open")
        assert self.check(firm, "lead", ("Lead",)) == (CheckState.OK, "team.readers-leads")

    def test_without_the_line_nobody_knows(self, firm: Firm) -> None:
        firm.service.faults.next("*", "*", refuse_line=True, times=200)
        assert self.check(firm, "anna") == (CheckState.UNKNOWN, "team.readers-unknown")

    def test_files_are_open_to_all_and_that_is_said(self, firm: Firm) -> None:
        assert self.check(firm, "anna") == (CheckState.ATTENTION, "team.readers-site")


def test_what_is_known_already_is_shown_without_asking(firm: Firm) -> None:
    make_list(firm.service)
    firm.laptop("anna")[1].publish()
    _, lead = firm.laptop("lead", roles=("Lead",))
    before = lead.status()
    firm.service.forget_requests()
    status = lead.status(refresh=False)
    assert firm.service.seen() == []
    assert (status.items, status.notices) == (before.items, before.notices)
