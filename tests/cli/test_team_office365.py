"""The team's status by the command line over Microsoft 365: sign in, publish, look, report (VR-P7, VT-C1, VT-C4)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.cli.contract import TEAM_ROW, lacking
from tests.cli.office365 import ManagedProgram, policy_file, policy_text
from tests.microsoft365 import Microsoft365
from tests.microsoft365.fixtures import microsoft365
from tests.remote.office365.test_status_board import make_list

__all__ = ["microsoft365"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there the policy is the machine's registry")

ANNA, LEAD = "anna@vroom.example", "lead@vroom.example"


@pytest.fixture
def people(microsoft365: Microsoft365, tmp_path: Path) -> dict[str, ManagedProgram]:
    """Anna and her lead, signed in on a laptop each."""
    microsoft365.add_person(LEAD, "Lena Lead", roles=("Lead",), access="owner")
    policy = policy_file(tmp_path, policy_text(microsoft365) + '\n[team]\ncouncil_date = "2026-09-01"\n')
    made = {}
    for mail in (ANNA, LEAD):
        home = tmp_path / mail.split("@")[0]
        home.mkdir()
        made[mail] = ManagedProgram(
            data_dir=home / "data", home=home, policy=policy, browser=microsoft365.browser_command(mail)
        )
        assert made[mail].run("signin").code == 0
    return made


def test_from_a_record_to_a_report(
    people: dict[str, ManagedProgram], microsoft365: Microsoft365, tmp_path: Path
) -> None:
    lines = make_list(microsoft365)
    anna, lead = people[ANNA], people[LEAD]
    preview = anna.done("team", "preview")
    assert preview["readers"]["reach"] == "leads"
    assert preview["record"]["person"] == {"name": "Anna Bakker", "mail": ANNA}
    [sent] = anna.done("team", "publish")["items"]
    [item] = lines.items.values()
    assert json.loads(item.fields["Record"]) == sent["record"]

    document = lead.json("team", "status").document
    rows = {row["person"]: row for row in document["items"]}
    assert {name: row["state"] for name, row in rows.items()} == {"Anna Bakker": "reporting", "Lena Lead": "reporting"}
    assert [lacking(row, TEAM_ROW) for row in rows.values()] == [set(), set()]
    assert document["notices"] == []

    lead.done("team", "report", tmp_path / "team.pdf")
    assert (tmp_path / "team.pdf").read_bytes().startswith(b"%PDF")
    looked = anna.json("team", "status").document
    assert [row["person"] for row in looked["items"]] == ["Anna Bakker"]  # SharePoint shows her her own line alone


def test_publishing_again_takes_at_most_three_requests_in_a_process_of_its_own(
    people: dict[str, ManagedProgram], microsoft365: Microsoft365
) -> None:
    make_list(microsoft365)
    anna = people[ANNA]
    anna.done("team", "publish")
    anna.done("config", "set", "team.name", "Zorg")
    microsoft365.forget_requests()
    assert len(anna.done("team", "publish")["items"]) == 1
    to_graph = [request for request in microsoft365.requests if request.path.startswith("/v1.0")]
    assert len(to_graph) <= 3, [f"{request.method} {request.path}" for request in to_graph]


def test_until_it_made_the_list_files_do_and_doctor_says_who_reads_them(
    people: dict[str, ManagedProgram], microsoft365: Microsoft365
) -> None:
    people[ANNA].done("team", "publish")
    assert len(microsoft365.drive.paths()) == 1
    document = people[LEAD].json("team", "status").document
    assert sorted(row["person"] for row in document["items"]) == ["Anna Bakker", "Lena Lead"]
    assert len(document["notices"]) == 1
    checks = {check["id"]: check for check in people[ANNA].json("doctor").document["checks"]}
    assert checks["team-status"]["state"] == "attention"
    make_list(microsoft365)
    checks = {check["id"]: check for check in people[ANNA].json("doctor").document["checks"]}
    assert checks["team-status"]["state"] == "ok"


def test_without_the_line_the_team_is_as_it_was_known_and_nothing_fails(
    people: dict[str, ManagedProgram], microsoft365: Microsoft365
) -> None:
    make_list(microsoft365)
    people[ANNA].done("team", "publish")
    people[LEAD].json("team", "status")
    microsoft365.faults.next("*", "/v1.0/*", refuse_line=True, times=500)
    answer = people[LEAD].json("team", "status")
    assert sorted(row["person"] for row in answer.document["items"]) == ["Anna Bakker", "Lena Lead"]
    assert answer.code in (0, 1)
    assert people[ANNA].run("team", "preview").code == 0
