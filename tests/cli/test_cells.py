"""What stands in a cell, and what a terminal is spared."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cli.cells import cell, visible, word
from app.domain.ports import Texts
from app.system.language import texts


@pytest.fixture(scope="module")
def dutch() -> Texts:
    return texts("nl", ZoneInfo("Europe/Amsterdam"))


@given(st.text(st.characters(exclude_categories=[])))
def test_what_is_shown_stays_on_one_line_and_can_be_written(text: str):
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    shown.encode("utf-8")
    assert "\u202e" not in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("id", "abcdefghijklmnopqrstuvwxyz", "abcdefgh"),
        ("name", None, "–"),
        ("name", "", "–"),
        ("state", "overdue", "te laat"),
        ("state", "brand-new", "brand-new"),
        ("methods", ["unlink", "attested"], "uit de map verwijderd, verklaard door een persoon"),
        ("locked", True, "ja"),
        ("due_at", "2026-11-30T23:30:00Z", "01-12-2026"),
        ("kinds", {"bsn": 1, "iban": 3}, "1 BSN, 3 IBAN's"),
        ("kinds", {}, "–"),
        ("path", "/tmp/a\nb", "/tmp/a\\nb"),
    ],
)
def test_a_cell_speaks_the_language_of_the_person(name: str, value: object, shown: str, dutch: Texts):
    assert cell(name, value, dutch) == shown


def test_a_word_that_has_no_translation_stays(dutch: Texts):
    assert word("iets-nieuws", dutch) == "iets-nieuws"
