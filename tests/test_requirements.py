"""The list of requirements, and that each one this version claims is kept by something and proven by a test."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

from app.domain.events import EVENTS
from app.domain.rules import RuleState
from app.domain.traceability import TRACES, state_when_nothing_is_known

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = tomllib.loads((ROOT / "resources" / "requirements.toml").read_text(encoding="utf-8"))["requirement"]
IDS = [requirement["id"] for requirement in REQUIREMENTS]
CLAIMED = (
    *("VR-K1", "VR-P1a", "VR-P1b", "VR-P2", "VR-P3", "VR-P4", "VR-P6", "VR-P7", "VR-S1a", "VR-S1b", "VR-S4", "VR-U1"),
    *("VR-U5a", "VR-U5b"),
    *("VR-P5a", "VR-P5b", "VR-S2"),
    *("VR-R1", "VT-C1", "VT-C3", "VT-O1"),
    *("VR-S3", "VT-B4", "VT-C5", "VT-C6", "VT-S1"),
    *("VT-A4", "VT-B2", "VT-C4", "VT-T2", "VT-T3", "VT-U1", "VT-U2"),
)


def test_the_list_has_the_ids_of_the_procedure_in_its_order():
    text = (ROOT / "resources" / "procedure" / "procedure.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| (V[RT]-\w+) [EAR] \|", text, re.MULTILINE) == IDS


def test_every_requirement_has_a_title_in_both_languages():
    assert [r["id"] for r in REQUIREMENTS if not r["title_nl"].strip() or not r["title_en"].strip()] == []
    assert {r["enforceability"] for r in REQUIREMENTS} <= {"enforced", "assisted", "recorded"}


def test_this_version_claims_what_it_set_out_to_keep():
    assert sorted(TRACES) == sorted(CLAIMED)
    assert set(TRACES) <= set(IDS)


@pytest.mark.parametrize("id_", CLAIMED)
class TestEachClaim:
    def test_has_a_test_that_names_it(self, id_: str):
        named = re.compile(rf"{re.escape(id_)}(?!\w)")
        sources = (path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__).resolve())
        assert any(named.search(path.read_text(encoding="utf-8")) for path in sources)

    def test_is_kept_by_code_that_exists(self, id_: str):
        assert TRACES[id_].kept_by
        assert [name for name in TRACES[id_].kept_by if importlib.util.find_spec(name) is None] == []

    def test_proves_itself_with_events_that_exist(self, id_: str):
        assert set(TRACES[id_].events) <= set(EVENTS)


def test_what_is_not_built_is_never_green():
    """Rules for every row: an id that is not claimed says `planned`; a claimed one is unknown until somebody looked."""
    assert {state_when_nothing_is_known(id_) for id_ in IDS if id_ not in TRACES} == {RuleState.PLANNED}
    assert {state_when_nothing_is_known(id_) for id_ in TRACES} == {RuleState.UNKNOWN}
