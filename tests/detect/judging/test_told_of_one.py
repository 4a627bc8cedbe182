"""Of whom something is told in minutes, chats, notes, letters and surveys, where nothing is labelled. VR-K1."""

from __future__ import annotations

import pytest

from app.domain.finding import Verdict
from tests.detect.judging.aloud import judged
from tests.detect.judging.told_of_one import OF_NOBODY, OF_ONE


@pytest.mark.parametrize("name", OF_ONE)
def test_what_is_told_of_one_person_is_found_without_labels(name: str) -> None:
    assert judged(OF_ONE[name]).verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize("name", OF_NOBODY)
def test_the_same_words_of_something_else_are_let_through(name: str) -> None:
    assert judged(OF_NOBODY[name]).verdict is not Verdict.CLIENT_DATA
