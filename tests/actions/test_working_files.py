"""Working files outside filed folders: found, told, moved when no client's data is in them. VR-U5a"""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.actions.working_files import counted
from app.domain.errors import InputError
from app.domain.finding import Judgement, Verdict
from app.domain.ports import PlaceInfo, PlaceKind
from app.domain.rules import RuleState
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import CLIENT, DAY, HOUR, Laptop, refused


@pytest.fixture
def working(laptop: Laptop) -> Laptop:
    """A project with a folder for its documentation, beside a watched folder."""
    laptop.client()
    filed = laptop.root / "Sharepoint" / "P1"
    filed.mkdir(parents=True)
    laptop.app.projects.add("VBS-26", CLIENT, goals=("Salarisonderzoek",), documents=(filed,))
    laptop.watch()
    return laptop


def written(laptop: Laptop, name: str, *, ago: timedelta = 2 * DAY, folder: Path | None = None) -> Path:
    path = laptop.file(name, folder=folder)
    at = (laptop.now - ago).timestamp()
    os.utime(path, (at, at))
    return path


def names(laptop: Laptop) -> list[str]:
    return [Path(file.path).name for file in laptop.app.working_files.list()]


class TestWhich:
    def test_what_speaks_of_a_project_and_stands_longer_than_a_day(self, working: Laptop) -> None:
        """VR-U5a"""
        written(working, "VBS-26 rekenmodel.xlsx", ago=3 * DAY)
        written(working, "aantekeningen Gemeente Voorbeeldstad.docx")
        written(working, "Plan van aanpak.docx", ago=25 * HOUR)
        written(working, "notitie.md", folder=working.downloads / "vbs_26")
        written(working, "VBS-26 vandaag.docx", ago=23 * HOUR)
        written(working, "loonstrook januari.pdf")
        written(working, "VBS-26.exe")
        written(working, "~$VBS-26 rekenmodel.xlsx")
        written(working, "VBS-26 half.docx.crdownload")
        written(working, "VBS-26 brief.docx", folder=working.downloads / "Privé")
        written(working, "VBS-261 ander.docx")
        assert sorted(names(working)) == [
            "Plan van aanpak.docx",
            "VBS-26 rekenmodel.xlsx",
            "aantekeningen Gemeente Voorbeeldstad.docx",
            "notitie.md",
        ]
        assert names(working)[0] == "VBS-26 rekenmodel.xlsx"  # the oldest first

    def test_the_project_is_told_where_it_is_certain(self, working: Laptop) -> None:
        working.app.projects.add("VBS-27", CLIENT, goals=("Anders",))
        written(working, "VBS-26 model.xlsx", ago=4 * DAY)
        written(working, "Voorstel Gemeente Voorbeeldstad.docx", ago=3 * DAY)  # two projects of this client
        written(working, "Actielijst.xlsx")
        assert [file.project for file in working.app.working_files.list()] == ["VBS-26", None, None]

    def test_filed_synchronised_and_registered_files_stand_well(self, working: Laptop) -> None:
        """VR-U5a"""
        filed = working.downloads / "dossier"
        filed.mkdir()
        working.app.projects.change("VBS-26", documents=(filed,))
        written(working, "VBS-26 plan.docx", folder=filed)
        written(working, "VBS-26 lijst.xlsx", folder=working.downloads / "OneDrive")
        working.places.told[working.downloads / "OneDrive"] = PlaceInfo(kind=PlaceKind.SYNCHRONISED)
        found = written(working, "VBS-26 salarissen.xlsx")
        working.finding(found)
        assert names(working) == []
        working.places.told[working.downloads] = PlaceInfo(kind=PlaceKind.SYNCHRONISED, synchronised_by="OneDrive")
        written(working, "VBS-26 los.docx")
        assert names(working) == []

    def test_it_may_allow_more_days(self, make_laptop: MakeLaptop) -> None:
        laptop = make_laptop(policy={"working.after_days": 7})
        laptop.watch()
        written(laptop, "Plan van aanpak.docx", ago=6 * DAY)
        assert names(laptop) == []
        written(laptop, "Testplan.docx", ago=8 * DAY)
        assert names(laptop) == ["Testplan.docx"]

    def test_of_a_closed_project_nothing_is_asked_for_by_its_name(self, working: Laptop) -> None:
        written(working, "VBS-26 model.xlsx")
        working.app.projects.close("VBS-26")
        assert names(working) == []


class TestCounting:
    def test_the_guard_counts_once_an_hour_and_the_rule_tells(self, working: Laptop) -> None:
        """VR-U5a"""
        written(working, "Plan van aanpak.docx")
        working.app.working_files.note()
        written(working, "Testplan.docx")
        working.app.working_files.note()
        with working.app.office.look() as session:
            assert counted(session) == 1
        working.passes(61 * timedelta(minutes=1))
        working.app.working_files.note()
        with working.app.office.look() as session:
            assert counted(session) == 2

    def test_no_name_is_kept(self, working: Laptop) -> None:
        """VT-B2"""
        written(working, "Plan van aanpak Zonnebloem.docx")
        working.app.working_files.note()
        assert b"Zonnebloem" not in working.everything_stored()

    def test_the_rule_is_unknown_until_somebody_counted(self, working: Laptop) -> None:
        """VR-U5a"""
        rule = {rule.id: rule for rule in working.app.status.status().rules}["VR-U5a"]
        assert rule.state is RuleState.UNKNOWN


class TestMoving:
    def test_it_stands_with_the_documentation_afterwards_with_its_date(self, working: Laptop) -> None:
        """VR-U5a"""
        path = written(working, "Plan van aanpak.docx")
        content, modified = path.read_bytes(), path.stat().st_mtime_ns
        moved = working.app.working_files.move(path, "VBS-26")
        assert not path.exists()
        assert moved.target == working.root / "Sharepoint" / "P1" / "Plan van aanpak.docx"
        assert (moved.target.read_bytes(), moved.target.stat().st_mtime_ns) == (content, modified)
        assert len(list(moved.target.parent.iterdir())) == 1
        (entry,) = working.events("temp.moved")
        assert names(working) == []
        assert entry.data == {"count": 1}

    @pytest.mark.parametrize(
        ("verdict", "why"),
        [
            (Verdict.CLIENT_DATA, "working.client-data"),
            (Verdict.UNREADABLE, "working.not-filed"),
            (Verdict.OWN, "working.not-filed"),
        ],
    )
    def test_client_data_is_not_filed(self, working: Laptop, verdict: Verdict, why: str) -> None:
        """VR-U5a, VR-P5a: what cannot be read is not called clean either."""
        path = written(working, "Plan van aanpak.docx")
        working.detector.verdicts[path] = Judgement(verdict=verdict)
        with pytest.raises(InputError) as error:
            working.app.working_files.move(path, "VBS-26")
        assert refused(error) == why
        assert path.exists()
        assert list((working.root / "Sharepoint" / "P1").iterdir()) == []

    def test_another_file_of_that_name_stays(self, working: Laptop) -> None:
        path = written(working, "Plan van aanpak.docx")
        there = working.file("Plan van aanpak.docx", b"eerder", folder=working.root / "Sharepoint" / "P1")
        with pytest.raises(InputError) as error:
            working.app.working_files.move(path, "VBS-26")
        assert refused(error) == "file.exists"
        assert (path.exists(), there.read_bytes()) == (True, b"eerder")

    def test_what_cannot_be_moved_says_why(self, working: Laptop) -> None:
        working.app.projects.add("LEEG", CLIENT, goals=("x",))
        path = written(working, "Plan van aanpak.docx")
        filed = written(working, "Testplan.docx", folder=working.root / "Sharepoint" / "P1")
        found = written(working, "VBS-26 salarissen.xlsx")
        working.finding(found)
        cases = {
            "working.no-folder": (path, "LEEG"),
            "working.filed-already": (filed, "VBS-26"),
            "working.registered": (found, "VBS-26"),
            "file.missing": (working.downloads / "weg.docx", "VBS-26"),
        }
        for why, (file, code) in cases.items():
            with pytest.raises(InputError) as error:
                working.app.working_files.move(file, code)
            assert refused(error) == why
        working.app.projects.close("LEEG")
        with pytest.raises(InputError) as error:
            working.app.working_files.move(path, "LEEG")
        assert refused(error) == "working.project-closed"


def test_a_file_of_tomorrow_stands_long_enough(working: Laptop) -> None:
    """A clock that was wrong hides nothing."""
    path = working.file("Plan van aanpak.docx")
    at = datetime(2031, 1, 1).timestamp()  # noqa: DTZ001  # any moment far ahead
    os.utime(path, (at, at))
    assert names(working) == ["Plan van aanpak.docx"]
