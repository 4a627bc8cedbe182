"""Findings and copies by the command line: the seven ways, and what a person can do with a copy afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.cli.here import Here
from tests.cli.story import agreed, set_up
from tests.samples import mail_eml, payroll_csv, progress_report_docx

CLIENT_MAIL = "e.mulder@voorbeeldstad.example"


@dataclass(frozen=True)
class Desk:
    here: Here
    agreement: str

    def found(self, name: str, rows: int = 30) -> tuple[str, Path]:
        """A new finding and its file."""
        folder = self.here.program.home / "Downloads"
        folder.mkdir(exist_ok=True)
        path = payroll_csv(folder / name, rows)
        self.here.json("scan", path, "--register")
        rows_ = self.here.done("finding", "list", "--open")["items"]
        return next(row["id"] for row in rows_ if row["path"] == str(path)), path

    def resolve(self, *words: object) -> dict[str, object]:
        (item,) = self.here.done("finding", "resolve", *words)["items"]
        return dict(item)


@pytest.fixture
def desk(here: Here) -> Desk:
    return Desk(here, set_up(here, here.folder))


@pytest.mark.parametrize(
    ("way", "how", "gone"),
    [
        (("--seal", "AGREEMENT"), "sealed", True),
        (("--keep", "AGREEMENT"), "kept", False),
        (("--returned",), "returned", True),
        (("--delete",), "deleted", True),
        (("--not-client-data", "Voorbeeld van een cursus"), "not-client-data", False),
    ],
)
def test_a_finding_is_resolved_in_the_way_chosen(desk: Desk, way: tuple[str, ...], how: str, gone: bool):
    """VR-P1a, VR-P3"""
    finding, path = desk.found("een.csv")
    done = desk.resolve(finding, *(desk.agreement if word == "AGREEMENT" else word for word in way))
    assert done["state"] == "resolved"
    assert done["resolution"]["how"] == how
    assert path.exists() is not gone
    assert desk.here.done("finding", "show", finding)["resolution"]["how"] == how


def test_asking_the_client_gives_a_mail_and_the_answer_becomes_the_evidence(desk: Desk):
    """VR-P3"""
    finding, path = desk.found("een.csv")
    asked = desk.resolve(finding, "--ask", CLIENT_MAIL)
    draft = message_from_bytes(Path(str(asked["draft"])).read_bytes(), policy=policy.default)
    assert CLIENT_MAIL in str(draft["To"])
    assert "een.csv" not in draft.get_body().get_content()
    assert (asked["state"], path.exists()) == ("waiting", False)
    (waiting,) = desk.here.done("vault", "list")["items"]
    assert (waiting["id"], waiting["agreement"]) == (finding, None)
    answer = mail_eml(desk.here.folder / "antwoord.eml", CLIENT_MAIL, "b@adviesbureau.example", "Re", "Akkoord")
    agreement = str(desk.here.done(*agreed(answer))["id"])
    assert desk.resolve(finding, "--seal", agreement)["resolution"]["agreement"] == agreement
    (sealed,) = desk.here.done("vault", "list")["items"]
    assert sealed["agreement"] == agreement


def test_several_findings_and_a_group_are_resolved_at_once(desk: Desk):
    folder = desk.here.program.home / "Downloads"
    folder.mkdir()
    for number in range(3):
        payroll_csv(folder / f"{number}.csv", 20 + number)
    desk.here.json("scan", folder, "--register")
    (group,) = {row["group"] for row in desk.here.done("finding", "list", "--open")["items"]}
    assert len(desk.here.done("finding", "resolve", group, "--delete")["items"]) == 3
    assert list(folder.iterdir()) == []


def test_documentation_is_accepted_only_with_business_contacts(desk: Desk):
    """VR-P5a, VR-P5b"""
    folder = desk.here.program.home / "Downloads"
    folder.mkdir()
    report = progress_report_docx(folder / "voortgang.docx")
    row = desk.here.json("scan", report).items[0]
    assert row["verdict"] in ("documentation", "clean", "client-data")
    finding, _ = desk.found("lijst.csv")
    refused = desk.here.run("finding", "resolve", finding, "--documentation", "VBS-1")
    assert refused.code == 2


def test_not_client_data_can_be_taken_back(desk: Desk):
    finding, _ = desk.found("een.csv")
    desk.resolve(finding, "--not-client-data", "Voorbeeld van een cursus")
    assert desk.here.done("finding", "forget", finding)["state"] == "open"


def test_a_copy_can_be_planned_moved_and_deleted(desk: Desk):
    """VR-P4"""
    file = payroll_csv(desk.here.folder / "een.csv", 5)
    copy = desk.here.done("copy", "add", file, "--agreement", desk.agreement)["id"]
    assert desk.here.done("copy", "plan", copy, "2098-01-01")["planned_at"] == "2097-12-31T23:00:00Z"
    evidence = mail_eml(desk.here.folder / "tweede.eml", CLIENT_MAIL, "b@adviesbureau.example", "Nog eens", "Ook dit.")
    other = str(desk.here.done(*agreed(evidence))["id"])
    assert desk.here.done("copy", "move", copy, "--agreement", other)["agreement"] == other
    run = desk.here.done("copy", "delete", copy, "--reason", "Niet meer nodig")
    assert [item["outcome"] for item in run["items"]] == ["deleted"]
    assert desk.here.done("copy", "show", copy)["state"] == "deleted"
    assert len(run["certificates"]) == 1


def test_a_fulfilled_purpose_starts_the_week_and_a_withdrawal_ends_it_at_once(desk: Desk):
    """VR-U5b"""
    file = payroll_csv(desk.here.folder / "een.csv", 5)
    copy = desk.here.done("copy", "add", file, "--agreement", desk.agreement)["id"]
    fulfilled = desk.here.done("agreement", "fulfilled", desk.agreement)
    due = desk.here.done("copy", "show", copy)["due_at"]
    assert due[11:] == fulfilled["purpose_fulfilled_at"][11:]
    withdrawal = mail_eml(desk.here.folder / "stop.eml", CLIENT_MAIL, "b@adviesbureau.example", "Stop", "Stop ermee.")
    assert desk.here.done("agreement", "withdraw", desk.agreement, "--evidence", withdrawal)["state"] == "withdrawn"
    assert desk.here.done("copy", "show", copy)["due_at"] < due


def test_a_closing_is_taken_back_within_a_day(desk: Desk):
    file = payroll_csv(desk.here.folder / "een.csv", 5)
    copy = desk.here.done("copy", "add", file, "--agreement", desk.agreement)["id"]
    desk.here.done("project", "close", "VBS-1")
    assert desk.here.done("copy", "show", copy)["due_at"] is not None
    assert desk.here.done("project", "reopen", "VBS-1", "--reason", "Te vroeg")["status"] == "active"
    assert desk.here.done("copy", "show", copy)["due_at"] is None


def test_a_stricter_term_of_the_client_counts_at_once(desk: Desk):
    """VT-A4, VT-T3"""
    words = ("--term", "deletion-days=3", "--term-source", "Verwerkersovereenkomst")
    desk.here.done("client", "change", "Gemeente Voorbeeldstad", *words)
    desk.here.done("copy", "add", payroll_csv(desk.here.folder / "een.csv", 5), "--agreement", desk.agreement)
    plan = desk.here.done("project", "close", "VBS-1", "--at", "2026-11-20T10:00:00Z", "--dry-run")
    assert [item["due_at"] for item in plan["items"]] == ["2026-11-23T10:00:00Z"]


def test_members_come_and_go(desk: Desk):
    mailbox = "Chaima Bakker <c.bakker@adviesbureau.example>"
    added = desk.here.done("project", "member", "add", "VBS-1", mailbox, "--until", "2098-01-01")
    assert {"name": "Chaima Bakker", "mail": "c.bakker@adviesbureau.example", "until": "2097-12-31T23:00:00Z"} in added[
        "members"
    ]
    removed = desk.here.done("project", "member", "remove", "VBS-1", mailbox)
    assert next(m["until"] for m in removed["members"] if m["mail"].startswith("c.bakker")) < "2098"


def test_importing_clients_again_changes_nothing(desk: Desk):
    """VR-P1b"""
    file = desk.here.folder / "klanten.json"
    file.write_text(
        '[{"name": "Gemeente Elders", "domains": ["elders.example"], "processor_domains": ["drukker.example"],'
        ' "contacts": [{"name": "Kees Smit", "mail": "k.smit@elders.example"}]}]',
        encoding="utf-8",
    )
    first = desk.here.done("client", "import", file)
    assert desk.here.done("client", "import", file) == first
    assert first["items"][0]["processor_domains"] == ["drukker.example"]
    assert len(desk.here.done("client", "list")["items"]) == 2


def test_a_language_that_was_set_is_spoken_and_one_that_is_asked_for_comes_first(
    here: Here, capsys: pytest.CaptureFixture[str]
):
    from app.cli.main import main

    data = ("--data-dir", str(here.program.data_dir))
    assert main([*data, "config", "set", "language", "en"]) == 0
    capsys.readouterr()
    main([*data, "client", "list"])
    assert capsys.readouterr().out.startswith("There are no clients yet.")
    main([*data, "--lang", "nl", "client", "list"])
    assert capsys.readouterr().out.startswith("Er zijn nog geen klanten.")
