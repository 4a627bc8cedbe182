"""Of whom something is told in notes, mails and small lists that use no word of a form. VR-K1."""

from __future__ import annotations

import pytest

from app.domain.finding import Verdict
from tests.detect.judging.aloud import judged
from tests.detect.judging.by_many_hands import OF_SOMEBODY, OF_WORK


@pytest.mark.parametrize("name", OF_SOMEBODY)
def test_what_is_told_of_somebody_is_found_in_any_hand(name: str) -> None:
    assert judged(OF_SOMEBODY[name]).verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize("name", OF_WORK)
def test_who_is_only_named_is_let_through(name: str) -> None:
    assert judged(OF_WORK[name]).verdict is not Verdict.CLIENT_DATA
