"""What documentation asks of a person, on a real laptop that files to a real folder."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from app.domain.document import DocumentState
from app.domain.today import Need, NeedAction, NeedKind
from tests.actions.laptop import Laptop
from tests.ui import document_scenes

OURS = (NeedKind.DOCUMENTS, NeedKind.HELD_BACK, NeedKind.DRILL)


def needs_of(laptop: Laptop) -> dict[NeedKind, Need]:
    found = {need.kind: need for need in laptop.app.today.today().needs if need.kind in OURS}
    laptop.close()
    return found


def test_two_versions_and_what_is_held_back_are_told_apart(tmp_path: Path):
    needs = needs_of(document_scenes.waiting(tmp_path))
    assert set(needs) == {NeedKind.DOCUMENTS, NeedKind.HELD_BACK}
    assert (needs[NeedKind.DOCUMENTS].count, needs[NeedKind.DOCUMENTS].rules) == (2, ("VR-S2",))
    held = needs[NeedKind.HELD_BACK]
    assert (held.action, held.subject) == (NeedAction.SHOW_DOCUMENTS, DocumentState.HELD_BACK.value)
    assert held.rules == ("VR-P5a", "VR-P5b")


def test_what_is_filed_and_was_brought_back_asks_nothing(tmp_path: Path):
    assert needs_of(document_scenes.filed(tmp_path)) == {}


def test_a_year_later_the_way_back_is_to_be_practised(tmp_path: Path):
    laptop = document_scenes.filed(tmp_path)
    laptop.passes(timedelta(days=400))
    laptop.app.documents.once()
    need = needs_of(laptop)[NeedKind.DRILL]
    assert (need.action, need.sentence.id) == (NeedAction.DRILL, "rule.documents-drill-old")


def test_many_changes_at_once_wait_for_an_answer(tmp_path: Path):
    assert needs_of(document_scenes.braked(tmp_path))[NeedKind.DOCUMENTS].sentence.id == "rule.documents-asked"


def test_without_documentation_there_is_nothing_to_ask(tmp_path: Path):
    assert needs_of(Laptop(tmp_path)) == {}
