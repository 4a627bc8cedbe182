"""The team's status by the command line: two laptops, one folder, from the preview to the report. VR-P7, VT-B2, VT-C4."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli import contract
from tests.cli.contract import lacking
from tests.cli.here import Here
from tests.windows_lab.credentials import forget_keys


@pytest.fixture
def team(here: Here, tmp_path: Path) -> Iterator[tuple[Here, Here]]:
    """Two people on one folder."""
    other = replace(here, program=replace(here.program, data_dir=tmp_path / "other"))
    folder = tmp_path / "team"
    folder.mkdir()
    for laptop, name in ((here, "anna"), (other, "bo")):
        laptop.done("config", "set", "remote.folder", folder)
        laptop.done("config", "set", "own.name", name.title())
        laptop.done("config", "set", "own.mail", f"{name}@adviesbureau.example")
    yield here, other
    forget_keys(other.program.data_dir)


def rows(answer: dict[str, object]) -> dict[str, dict[str, object]]:
    return {item["person"]: item for item in answer["items"]}  # type: ignore[attr-defined]


def test_an_empty_laptop_sees_itself(here: Here) -> None:
    answer = here.json("team", "status")
    document = answer.document
    assert lacking(document, contract.TEAM_STATUS) == set()
    [row] = document["items"]
    assert lacking(row, contract.TEAM_ROW) == set()
    assert row["state"] == "reporting"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["last_seen"])
    assert set(row["rules"]["VR-P4"]) == {"state", "count"}
    assert answer.code == 1  # nobody looked at the folders of this laptop yet


def test_each_laptop_sees_what_the_other_told(team: tuple[Here, Here]) -> None:
    anna, bo = team
    assert anna.run("team", "publish").code == 0
    seen = rows(bo.json("team", "status").document)
    assert {name: row["state"] for name, row in seen.items()} == {"Anna": "reporting", "Bo": "reporting"}
    assert [lacking(row, contract.TEAM_ROW) for row in seen.values()] == [set(), set()]
    assert set(seen["Anna"]["head"]) == {"seq", "hash"}  # type: ignore[call-overload]
    said = bo.run("team", "status", language="en")
    assert "Anna" in said.out
    assert "reporting" in said.out


def test_a_record_that_was_changed_is_rejected(team: tuple[Here, Here], tmp_path: Path) -> None:
    """VT-C4"""
    anna, bo = team
    anna.done("team", "publish")
    bo.json("team", "status")
    [file] = [path for path in (tmp_path / "team" / "status").iterdir() if b'"Anna"' in path.read_bytes()]
    file.write_bytes(file.read_bytes().replace(b'"open_findings":0', b'"open_findings":7'))
    answer = bo.json("team", "status")
    row = rows(answer.document)["Anna"]
    assert (row["state"], row["problem"], row["open_findings"], answer.code) == ("rejected", "bad-signature", 0, 1)
    [entry] = bo.done("journal", "list", "--event", "status.rejected")["items"]
    assert (entry["outcome"], entry["data"]["reason"]) == ("refused", "bad-signature")


def test_the_preview_is_exactly_what_is_sent(team: tuple[Here, Here], tmp_path: Path) -> None:
    """VT-B2"""
    anna, _ = team
    shown = anna.done("team", "preview")
    assert not (tmp_path / "team" / "status").exists()
    [sent] = anna.done("team", "publish")["items"]
    [file] = (tmp_path / "team" / "status").iterdir()
    assert json.loads(file.read_bytes()) == sent["record"]
    same = {name for name, value in shown["record"].items() if sent["record"][name] == value}
    assert set(shown["record"]) - same <= {"signature", "head"}
    assert shown["readers"]["reach"] == "folder"
    assert anna.done("team", "publish")["items"] == []
    said = anna.run("team", "preview", language="en").out
    assert '"overdue": 0' in said
    assert str(tmp_path) not in json.dumps(shown)


def test_a_report_is_written_in_its_forms(team: tuple[Here, Here], tmp_path: Path) -> None:
    anna, bo = team
    anna.done("team", "publish")
    for ending in ("pdf", "csv", "json"):
        target = tmp_path / f"team.{ending}"
        told = bo.done("team", "report", target, "--from", "2026-01-01", "--to", "2026-06-30")
        assert (told["from"], told["to"], told["laptops"]) == ("2026-01-01", "2026-06-30", 2)
        assert target.stat().st_size > 0
    with (tmp_path / "team.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 2


@pytest.mark.parametrize(
    "words",
    [("team.xlsx",), ("team.pdf", "--from", "2026-05-01", "--to", "2026-04-01"), ("team.pdf", "--from", "ooit")],
)
def test_a_report_that_cannot_be_is_refused(here: Here, tmp_path: Path, words: tuple[str, ...]) -> None:
    name, *more = words
    assert here.run("team", "report", tmp_path / name, *more).code == 2
    assert not (tmp_path / name).exists()


def test_an_accepted_device_makes_every_other_one_new(team: tuple[Here, Here]) -> None:
    """VT-C4"""
    anna, bo = team
    anna.done("team", "publish")
    me = anna.done("whoami")
    bo.done("team", "accept", me["device"], me["fingerprint"])
    assert rows(bo.json("team", "status").document)["Anna"]["state"] == "reporting"
    bo.done("team", "publish")
    them = bo.done("whoami")
    anna.done("team", "accept", them["device"], them["fingerprint"])
    bo.done("team", "retire", me["device"], "--reason", "Laptop ingeleverd")
    assert rows(bo.json("team", "status").document)["Anna"]["state"] == "retired"
