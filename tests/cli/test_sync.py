"""Documentation by the command line: filed, held back, decided about, brought back. Source: contract, sync; VR-P5a, VR-S2."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli import contract
from tests.cli.contract import lacking
from tests.cli.here import Here
from tests.samples import payroll_csv


@pytest.fixture
def folder(here: Here) -> Path:
    """The documentation folder of project P-1."""
    folder = here.folder / "Documentatie"
    folder.mkdir()
    here.done("client", "add", "Voorbeeldstad", "--domain", "voorbeeldstad.example")
    here.done("project", "add", "P-1", "--client", "Voorbeeldstad", "--goal", "Onderzoek", "--documents", folder)
    return folder


def test_nothing_to_file_is_fine(here: Here):
    found = here.done("sync", "once")
    assert lacking(found, contract.SYNC) == set()
    assert (found["remote"], found["items"]) == ("folder", [])
    assert here.done("sync", "status")["counts"]["filed"] == 0


def test_a_document_is_filed_and_listed(here: Here, folder: Path):
    """VR-P5a, VR-S2"""
    (folder / "plan.txt").write_text("Plan van aanpak")
    found = here.done("sync", "once")
    (item,) = found["items"]
    assert lacking(item, contract.SYNC_ITEM) == set()
    assert (item["project"], item["path"], item["state"]) == ("P-1", str(folder / "plan.txt"), "filed")
    assert found["counts"] == {
        **dict.fromkeys(("queued", "checking", "held-back", "uploading", "conflict", "failed"), 0),
        "filed": 1,
    }
    assert here.done("sync", "status") == found
    assert found["last_success_at"].endswith("Z")


def test_what_is_held_back_is_exit_1_with_the_reason(here: Here, folder: Path):
    """VR-P5b"""
    payroll_csv(folder / "lijst.csv", 20)
    answer = here.run("sync", "once", "--json")
    assert answer.code == 1
    (item,) = answer.document["items"]
    assert item["state"] == "held-back"
    assert item["reason"]
    shown = here.run("--lang", "nl", "sync", "status")
    assert shown.code == 0
    assert "tegengehouden" in shown.out
    assert item["id"][:8] in shown.out


def test_a_remote_that_lacks_is_exit_3_and_keeps_the_queue(here: Here, folder: Path):
    (folder / "plan.txt").write_text("Plan van aanpak")
    here.done("config", "set", "remote.folder", here.folder / "schijf")
    answer = here.run("sync", "once", "--json")
    assert answer.code == 3
    assert answer.document["items"][0]["state"] == "queued"
    assert "schijf" in answer.err


def test_a_project_comes_back(here: Here, folder: Path):
    """VR-S2"""
    (folder / "plan.txt").write_text("Plan van aanpak")
    here.done("sync", "once")
    found = here.done("sync", "restore", "P-1", here.folder / "terug")
    assert (found["files"], found["not_verified"]) == (1, [])
    assert (here.folder / "terug/Documentatie/plan.txt").read_text() == "Plan van aanpak"
    assert here.done("sync", "drill", "P-1")["files"] == 1
    assert here.run("sync", "restore", "P-1", folder, "--json").code == 2
    assert here.run("sync", "restore", "P-9", here.folder / "elders", "--json").code == 2


def test_ids_that_are_not_known_are_exit_2(here: Here, folder: Path):
    for words in (("keep", "zzzzzz", "mine"), ("release", "zzzzzz", "--reason", "x"), ("agree", "P-1")):
        assert here.run("sync", *words).code == 2
