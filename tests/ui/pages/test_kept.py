"""What the pages say of records, of who can open a place, and of copies that the assistant removes in Microsoft 365."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.actions.vault_list import VaultRow
from app.domain.audience import PlaceLook
from app.domain.copy import AskedWhy, Location
from app.domain.retention import RetentionState
from app.domain.vault_list import RowState
from app.system.language import texts
from app.ui.pages.projects.words import RECORDS_TEXT, reached
from app.ui.pages.vault.copy_steps import Step, steps_of
from app.ui.pages.vault.words import is_persons
from tests.fakes import START

ROW = VaultRow(id="c", name="a.xlsx", location=Location.OFFICE365, size_bytes=0, state=RowState.KEPT)
FOLLOWED = replace(ROW, is_followed=True)


@pytest.mark.parametrize(
    ("outsiders", "uncertain", "told"),
    [(2, 1, "ui.projects.place-wide"), (0, 1, "ui.projects.place-unknown"), (0, 0, "ui.projects.place-fits")],
)
def test_what_matters_most_of_a_place_is_said(outsiders: int, uncertain: int, told: str) -> None:
    """VR-P2"""
    look = PlaceLook(id="p", looked_at=START, outsiders=outsiders, uncertain=uncertain, grants=3)
    assert reached(look).id == told


@pytest.mark.parametrize("language", ["nl", "en"])
def test_within_the_term_nothing_is_added_and_afterwards_each_state_has_words(language: str) -> None:
    """VR-R1"""
    assert set(RetentionState) - set(RECORDS_TEXT) == {RetentionState.ACTIVE, RetentionState.KEPT}
    said = [texts(language).render(message) for message in RECORDS_TEXT.values()]
    assert len(set(said)) == len(said)


def test_a_copy_that_only_a_person_can_take_away_is_confirmed() -> None:
    assert is_persons(ROW)
    assert steps_of(ROW, None, START) == (Step.CONFIRM_GONE, Step.MOVE)


def test_a_copy_that_is_followed_goes_like_one_that_stands_here_but_is_not_opened() -> None:
    """VR-U5b"""
    assert not is_persons(FOLLOWED)
    assert steps_of(FOLLOWED, None, START) == (Step.MOVE, Step.EARLIER)
    assert steps_of(replace(FOLLOWED, state=RowState.BLOCKED), None, START)[0] is Step.RETRY
    assert steps_of(replace(FOLLOWED, state=RowState.OVERDUE), None, START)[0] is Step.DELETE_NOW
    asked = replace(FOLLOWED, state=RowState.ASKED, asked_why=AskedWhy.PAST_DEADLINE)
    assert steps_of(asked, None, START)[0] is Step.CONFIRM_PAST
