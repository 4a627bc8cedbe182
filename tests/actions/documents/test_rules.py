"""What `status` says of documentation. Source: VR-P5a, VR-P5b, VR-S2."""

from __future__ import annotations

import sys
from datetime import timedelta

import pytest

from app.domain.finding import Judgement, Verdict
from app.domain.rules import RuleState, RuleStatus
from tests.actions.conftest import MakeLaptop
from tests.actions.documents.conftest import Filer

DAY = timedelta(days=1)


def rule(filer: Filer, id_: str) -> RuleStatus:
    return next(rule for rule in filer.app.status.status().rules if rule.id == id_)


def says(filer: Filer, id_: str) -> tuple[RuleState, str]:
    found = rule(filer, id_)
    return found.state, found.sentence.id


@pytest.mark.parametrize("id_", ["VR-P5a", "VR-P5b", "VR-S2"])
def test_without_a_documentation_folder_there_is_nothing_to_say(make_laptop: MakeLaptop, id_: str):
    app = make_laptop().app
    (found,) = [rule for rule in app.status.status().rules if rule.id == id_]
    assert (found.state, found.sentence.id) == (RuleState.NOT_APPLICABLE, "rule.documents-no-folder")


@pytest.mark.parametrize("id_", ["VR-P5a", "VR-P5b", "VR-S2"])
def test_what_nobody_looked_at_is_unknown(filer: Filer, id_: str):
    assert says(filer, id_) == (RuleState.UNKNOWN, "rule.documents-not-looked")


def test_filed_and_compared_is_fine(filer: Filer):
    """VR-P5a, VR-P5b, VR-S2"""
    filer.write("plan.txt")
    filer.sync()
    assert {id_: says(filer, id_)[0] for id_ in ("VR-P5a", "VR-P5b", "VR-S2")} == dict.fromkeys(
        ("VR-P5a", "VR-P5b", "VR-S2"), RuleState.OK
    )


def test_held_back_for_personal_data_asks_for_attention(filer: Filer):
    """VR-P5b"""
    path = filer.write("lijst.txt")
    filer.laptop.detector.verdicts[path] = Judgement(verdict=Verdict.CLEAN, kinds={"salary": 3})
    filer.sync()
    assert says(filer, "VR-P5a") == (RuleState.ATTENTION, "rule.documents-held")
    assert says(filer, "VR-P5b") == (RuleState.ATTENTION, "rule.documents-flagged")


def test_a_folder_of_this_laptop_is_no_backup(filer: Filer):
    """VR-S2"""
    filer.app.settings.set("remote.folder", "")
    filer.write("plan.txt")
    filer.sync()
    assert says(filer, "VR-S2") == (RuleState.ATTENTION, "rule.documents-only-here")


def test_what_was_never_brought_back_is_filed_and_no_backup(filer: Filer):
    """VR-S2"""
    filer.write("plan.txt")
    filer.sync()
    filer.laptop.passes(30 * DAY)
    assert says(filer, "VR-S2")[0] is RuleState.OK
    filer.laptop.passes(timedelta(hours=1))
    assert says(filer, "VR-S2") == (RuleState.ATTENTION, "rule.documents-never-drilled")
    filer.documents.drill("P1")
    assert says(filer, "VR-S2")[0] is RuleState.OK
    filer.laptop.passes(365 * DAY)
    assert says(filer, "VR-S2")[0] is RuleState.OK
    filer.laptop.passes(DAY)
    assert says(filer, "VR-S2") == (RuleState.ATTENTION, "rule.documents-drill-old")


def test_what_waits_for_a_day_and_a_remote_out_of_reach_for_three_are_told(filer: Filer):
    filer.write("plan.txt")
    filer.sync()
    remote = filer.there.parents[2]
    remote.rename(remote.with_name("away"))
    filer.write("new.txt")
    filer.sync()
    filer.laptop.passes(DAY)
    assert says(filer, "VR-S2")[0] is RuleState.OK
    filer.laptop.passes(timedelta(minutes=1))
    assert says(filer, "VR-S2") == (RuleState.ATTENTION, "rule.documents-waiting")
    filer.laptop.passes(2 * DAY)
    assert says(filer, "VR-S2") == (RuleState.ATTENTION, "rule.documents-unreachable")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_name_that_is_not_taken_and_a_question_are_told(filer: Filer):
    for number in range(20):
        filer.write(f"{number}.txt", str(number))
    filer.sync()
    for number in range(20):
        filer.write(f"{number}.txt", f"changed {number}")
    filer.sync()
    assert says(filer, "VR-S2") == (RuleState.ATTENTION, "rule.documents-asked")
    filer.documents.agree()
    filer.write("a:b.txt")
    filer.sync()
    assert says(filer, "VR-S2") == (RuleState.ATTENTION, "rule.documents-stuck")
