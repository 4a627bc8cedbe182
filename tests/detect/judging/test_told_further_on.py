"""What is told of somebody one or more sentences after his name is told of him, also in minutes. VR-K1."""

from __future__ import annotations

import pytest

from app.domain.finding import Verdict
from tests.detect.judging.aloud import judged
from tests.detect.judging.told_further_on import FURTHER_ON, OF_NOTHING


@pytest.mark.parametrize("case", FURTHER_ON)
def test_what_is_told_further_on_is_told_of_whoever_was_named(case: str) -> None:
    assert judged(FURTHER_ON[case]).verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize("case", OF_NOTHING)
def test_what_is_told_of_a_process_or_a_machine_is_let_through(case: str) -> None:
    judgement = judged(OF_NOTHING[case])
    assert judgement.verdict is not Verdict.CLIENT_DATA
