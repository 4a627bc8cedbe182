"""`audience`, and of `project`: retention, delete-records, declare, laptops. VR-P2, VR-R1."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.here import Here

MAIL = "Van: Eva Smit <eva@voorbeeldstad.example>\nSubject: verzoek\n\nGraag verwijderen.\n"


@pytest.fixture
def desk(here: Here) -> Here:
    here.done("client", "add", "Gemeente Voorbeeldstad", "--contact", "Eva Smit <eva@voorbeeldstad.example>")
    here.done("project", "add", "P-1", "--client", "Gemeente Voorbeeldstad", "--member", "Robin <robin@bureau.example>")
    return here


def mail(here: Here) -> Path:
    path = here.folder / "verzoek.eml"
    path.write_text(MAIL, encoding="utf-8")
    return path


def test_audience_check_as_the_contract_has_it(desk: Here) -> None:
    found = desk.done("audience", "check", "P-1", "eva@voorbeeldstad.example", "robin@bureau.example")
    assert (found["schema"], found["allowed"]) == (1, True)
    assert [set(item) >= {"mail", "allowed", "reason"} for item in found["items"]] == [True, True]
    found = desk.done("audience", "check", "P-1", "robin@bureau.example", "iemand@elders.example")
    assert [(item["mail"], item["allowed"]) for item in found["items"]] == [
        ("robin@bureau.example", True),
        ("iemand@elders.example", False),
    ]
    assert not found["allowed"]


@pytest.mark.parametrize("wrong", [("P-1", "geen adres"), ("P-1", "@"), ("P-9", "a@b.example"), ("P-1",)])
def test_what_is_no_address_or_no_project_is_exit_2(desk: Here, wrong: tuple[str, ...]) -> None:
    before = desk.kept()
    assert desk.run("audience", "check", *wrong).code == 2
    assert desk.kept() == before


def test_audience_reads_for_people(desk: Here) -> None:
    answer = desk.run("audience", "check", "P-1", "iemand@elders.example")
    assert answer.code == 0
    assert "niet bekend bij dit project" in answer.out
    assert "Van een gewone map" in desk.run("audience", "place", "P-1").out
    assert desk.done("audience", "place", "P-1")["can_tell"] is False


def test_records_stay_until_the_client_asks(desk: Here) -> None:
    assert desk.run("project", "delete-records", "P-1", "--confirm").code == 2
    desk.done("project", "close", "P-1")
    assert desk.run("project", "retention", "P-1", "--release").code == 2
    assert [e["event"] for e in desk.done("journal", "list", "--event", "retention.blocked")["items"]] == [
        "retention.blocked"
    ] * 2
    assert desk.done("project", "retention", "P-1")["state"] == "kept"
    desk.done("project", "client-request", "P-1", "--evidence", mail(desk))
    assert desk.done("project", "delete-records", "P-1")["dry_run"] is True
    done = desk.done("project", "delete-records", "P-1", "--confirm")
    assert (done["dry_run"], done["state"]) == (False, "deleted")
    assert [row["state"] for row in desk.done("project", "retention")["items"]] == ["deleted"]


def test_keeping_longer_takes_a_moment_and_a_reason(desk: Here) -> None:
    desk.done("project", "close", "P-1")
    assert desk.run("project", "retention", "P-1", "--reason", "lopende vraag").code == 2
    assert desk.run("project", "retention", "P-1", "--keep-until", "2099-01-01").code == 2
    assert desk.run("project", "retention", "P-1", "--keep-until", "2099-01-01", "--reason", "x", "--release").code == 2
    kept = desk.done("project", "retention", "P-1", "--keep-until", "2099-01-01", "--reason", "lopende vraag")
    assert kept["reason"] == "lopende vraag"
    assert "P-1" in desk.run("project", "retention").out
    assert "lopende vraag" in desk.run("project", "retention", "P-1").out


def test_one_declaration_over_all_laptops(desk: Here) -> None:
    assert desk.run("project", "declare", "P-1").code == 2
    desk.done("project", "close", "P-1")
    laptops = desk.done("project", "laptops", "P-1")
    assert (laptops["complete"], len(laptops["items"])) == (True, 1)
    issued = desk.done("project", "declare", "P-1")
    assert (issued["agreement"], issued["complete"]) == (None, True)
    target = desk.folder / "verklaring.json"
    desk.done("certificate", "export", issued["id"], target)
    assert desk.done("certificate", "verify", target)["signature"] == "valid"
    assert [row["id"] for row in desk.done("certificate", "list")["items"]] == [issued["id"]]
    assert "VA-" in desk.run("project", "declare", "P-1").out
    assert desk.run("certificate", "list").code == 0
