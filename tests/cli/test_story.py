"""The main job from the command line: exit codes, the fields of the contract, and what became of the file."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli import contract
from tests.cli.contract import lacking
from tests.cli.story import Story
from tests.samples import CLIENT_NAME

ATTENTION = {
    *("status of nothing", "status", "doctor", "doctor with a bundle", "scan", "scan lines", "scan and register"),
    *("not yet", "would delete", "verify tampered", "journal check of cut export"),
}
KEYS = "ok" if sys.platform == "win32" else "attention"  # a key file is asked attention for
LISTS = {
    "scan": contract.SCAN,
    "findings": contract.FINDING,
    "sealed": contract.FINDING,
    "vault": contract.VAULT,
    "copies": contract.COPY,
    "copies while open": contract.COPY,
    "deadlines": contract.DEADLINE,
    "certificates": contract.CERTIFICATE,
    "journal": contract.JOURNAL,
    "cards": contract.CARD,
    "clients": contract.CLIENT,
    "projects": contract.PROJECT,
    "agreements": contract.AGREEMENT,
    "folders": contract.FOLDER,
    "health": contract.HEALTH,
    "settings": contract.SETTING,
    "policy": contract.SETTING,
    "card publish": contract.CARD,
}
OBJECTS = {
    "client": contract.CLIENT,
    "project": contract.PROJECT,
    "agreement": contract.AGREEMENT,
    "finding": contract.FINDING,
    "opened": "id path",
    "vault check": "checked failed items",
    "confirmed": contract.COPY,
    "elsewhere": contract.COPY,
    "would close": contract.CLOSING,
    "closed": contract.CLOSING,
    "not yet": contract.DELETION,
    "deleted": contract.DELETION,
    "verify pdf": contract.CERTIFICATE_CHECK,
    "verify json": contract.CERTIFICATE_CHECK,
    "verify html": contract.CERTIFICATE_CHECK,
    "verify tampered": contract.CERTIFICATE_CHECK,
    "journal check": contract.JOURNAL_CHECK,
    "journal check of export": contract.JOURNAL_CHECK,
    "card import": contract.CARD_MERGE,
    "card pull": contract.CARD_MERGE,
    "status": contract.STATUS,
    "doctor": contract.DOCTOR,
    "clock": contract.CLOCK,
    "attested": contract.HEALTH,
    "partner": "id name contact reviewed_at",
    "who": contract.WHOAMI,
}


def test_every_call_leaves_with_the_exit_code_of_the_contract(story: Story):
    codes = {name: answer.code for name, answer in story.said.items()}
    assert {name: code for name, code in codes.items() if code != (1 if name in ATTENTION else 0)} == {}


def test_nothing_but_json_is_said(story: Story):
    assert {name: answer.err for name, answer in story.said.items() if answer.err} == {}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_the_fields_of_the_contract(story: Story, name: str):
    items = story.said[name].items
    assert items
    assert [lacking(item, LISTS[name]) for item in items if lacking(item, LISTS[name])] == []


@pytest.mark.parametrize("name", OBJECTS)
def test_an_answer_has_the_fields_of_the_contract(story: Story, name: str):
    assert lacking(story.said[name].document, OBJECTS[name]) == set()


def test_a_file_of_the_client_is_recognised_with_reasons(story: Story):
    """VR-K1, VR-P1a"""
    (row,) = story.said["scan"].items
    assert (row["verdict"], row["client"], row["project"]) == ("client-data", "Gemeente Voorbeeldstad", "VBS-1")
    assert row["kinds"]["bsn"] == 40
    assert {reason["type"] for reason in row["reasons"]} >= {"name", "content"}
    assert 0 <= row["score"] <= 1
    line = json.loads(story.said["scan lines"].out)
    assert {**line, "ms": 0} == {**row, "ms": 0}


def test_what_is_registered_is_a_finding_and_a_second_look_adds_none(story: Story):
    assert story.said["scan and register"].code == 1
    (found,) = story.said["findings"].items
    assert (found["state"], found["resolution"]) == ("open", None)
    assert len(story.said["all findings"].items) == 1


def test_sealing_takes_the_file_away_and_keeps_it_under_the_agreement(story: Story):
    """VR-P3"""
    (done,) = story.said["sealed"].items
    agreement = story.said["agreement"].document["id"]
    assert (done["state"], done["resolution"]["how"]) == ("resolved", "sealed")
    assert done["resolution"]["agreement"] == agreement
    assert not Path(done["path"]).exists()
    (sealed,) = story.said["vault"].items
    assert (sealed["id"], sealed["agreement"], sealed["state"]) == (done["copy"], agreement, "sealed")
    assert sealed["path"] is None


def test_a_copy_can_be_worked_on_and_goes_back(story: Story):
    assert story.said["opened content"].out == "PK"
    (opened,) = story.said["copies while open"].items
    assert (opened["state"], opened["path"]) == ("checked-out", story.said["opened"].document["path"])
    (sealed,) = story.said["resealed"].items
    assert sealed["state"] == "sealed"
    assert not Path(opened["path"]).exists()
    assert story.said["vault check"].document["failed"] == 0


def test_a_dry_run_tells_what_will_go_and_changes_nothing(story: Story):
    plan = story.said["would close"].document
    assert plan["dry_run"] is True
    assert {item["action"] for item in plan["items"]} == {"delete", "attest"}
    assert [lacking(item, contract.CLOSING_ITEM) for item in plan["items"]] == [set(), set()]
    assert story.said["project after dry run"].document["status"] == "active"


def test_closing_gives_each_copy_a_week(story: Story):
    """VR-P4"""
    closed = story.said["closed"].document
    assert {item["due_at"][:10] > closed["closed_at"][:10] for item in closed["items"]} == {True}
    for row in story.said["deadlines"].items:
        assert row["trigger"] == "project-closed"
        assert row["seconds_late"] > 0


def test_a_deadline_in_the_past_waits_for_a_confirmation(story: Story):
    states = {row["state"] for row in story.said["deadlines"].items}
    assert states == {"asked"}
    run = story.said["not yet"].document
    assert {item["outcome"] for item in run["items"]} == {"asked"}
    assert run["certificates"] == []
    assert story.said["confirmed"].document["state"] == "overdue"
    assert "would-delete" in {item["outcome"] for item in story.said["would delete"].document["items"]}


def test_after_the_confirmation_the_copy_is_gone_and_proven(story: Story):
    run = story.said["deleted"].document
    assert [item["outcome"] for item in run["items"]] == ["deleted"]
    assert lacking(run["items"][0], contract.DELETION_ITEM) == set()
    assert run["items"][0]["residuals"]
    assert len(run["certificates"]) == 1
    assert {copy["state"] for copy in story.said["all copies"].items} == {"deleted"}
    assert [item["state"] for item in story.said["vault in the end"].items] == ["erased"]
    assert not list((story.program.data_dir / "vault").glob("*.age"))
    assert story.said["nothing left"].document["items"] == []


def test_what_a_person_attests_is_on_a_declaration_of_its_own(story: Story):
    assert story.said["gone elsewhere"].document["state"] == "deleted"
    assert story.said["gone elsewhere"].document["method"] == "attested"
    methods = {tuple(row["methods"]) for row in story.said["certificates"].items}
    assert ("attested",) in methods


@pytest.mark.parametrize("ending", ["pdf", "json", "html"])
def test_a_declaration_verifies_in_every_form(story: Story, ending: str):
    answer = story.said[f"verify {ending}"].document
    assert (answer["valid"], answer["signature"], answer["signer"]) == (True, "valid", "unknown")
    assert answer["problem"] is None
    assert story.said["verify known"].document["signer"] == "known"


def test_a_declaration_that_was_changed_is_invalid(story: Story):
    answer = story.said["verify tampered"].document
    assert (answer["valid"], answer["signature"], answer["problem"]) == (False, "invalid", "signature")


def test_the_journal_is_whole_and_an_export_tells_the_same(story: Story):
    own, export = story.said["journal check"].document, story.said["journal check of export"].document
    assert (own["valid"], export["valid"]) == (True, True)
    assert export["entries"] >= own["entries"] > 10
    assert set(own["head"]) == {"seq", "hash", "at"}
    cut = story.said["journal check of cut export"].document
    assert (cut["valid"], cut["problem"]) == (False, "cut")


def test_the_journal_holds_no_names_of_files_or_people(story: Story):
    """VT-B2"""
    text = story.said["journal"].out
    for secret in ("salarissen", "Mulder", "Smit", "voorbeeldstad", "Downloads", "Afdruk"):
        assert secret not in text
    (entry,) = story.said["journal of one event"].items
    assert entry["event"] == "copy.deleted"


def test_the_client_report_names_what_was_deleted(story: Story):
    report = json.loads((story.folder / "overzicht.json").read_text(encoding="utf-8"))
    assert report
    assert (story.folder / "overzicht.pdf").read_bytes().startswith(b"%PDF-")


def test_own_cards_are_known_and_change_nothing(story: Story):
    assert story.said["card export"].document["cards"] > 0
    assert story.said["card import"].document["refused"] == 0
    assert {card["state"] for card in story.said["cards"].items} == {"accepted"}
    assert {card["kind"] for card in story.said["cards"].items} >= {"client", "project", "agreement", "closing"}


def test_status_and_doctor_look_at_everything(story: Story):
    status, doctor = story.said["status"].document, story.said["doctor"].document
    assert [lacking(rule, contract.RULE) for rule in status["rules"] if lacking(rule, contract.RULE)] == []
    assert len({rule["id"] for rule in status["rules"]}) == len(status["rules"]) > 50
    assert [lacking(check, contract.CHECK) for check in doctor["checks"] if lacking(check, contract.CHECK)] == []
    assert {check["id"]: check["state"] for check in doctor["checks"]}["keys"] == KEYS
    assert {check["state"] for check in doctor["checks"]} <= {"ok", "attention", "unknown"}
    assert story.said["clock"].document["state"] == "trusted"


def test_the_bundle_for_it_names_nobody(story: Story):
    """VT-B2"""
    with zipfile.ZipFile(story.folder / "voor-it.zip") as bundle:
        raw = b"".join(bundle.read(name) for name in bundle.namelist()).decode()
    assert '"id": "store"' in raw
    for word in (CLIENT_NAME, "@", str(story.folder), "loonlijst", "salaris"):
        assert word.lower() not in raw.lower()


def test_times_are_utc_and_absent_is_null(story: Story):
    agreement = story.said["agreement"].document
    assert agreement["agreed_at"] == "2026-05-31T22:00:00Z"  # the start of that day in Amsterdam
    assert agreement["until"] is None
    assert agreement["evidence"]["sha256"]


def test_the_home_keeps_nothing_of_the_file(story: Story):
    left = [path for path in story.program.home.rglob("*") if path.is_file()]
    assert left == []
