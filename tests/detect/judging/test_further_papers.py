"""What a careful privacy officer would say of papers that no vocabulary was written for. VR-K1, VR-P5a, VR-P5b."""

from __future__ import annotations

import pytest

from app.domain.finding import Origin, Verdict
from tests.detect.fakes import SHAREPOINT
from tests.detect.judging import further_papers
from tests.detect.judging.aloud import judged

FROM_CLIENT = Origin(host=SHAREPOINT, zone=3)


@pytest.mark.parametrize("name", further_papers.ABOUT_SOMEBODY)
def test_what_is_told_of_one_person_is_client_data_wherever_it_stands(name: str) -> None:
    assert judged(further_papers.ABOUT_SOMEBODY[name]).verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize("name", further_papers.CONFIDENTIAL_BUSINESS)
def test_confidential_business_of_a_client_is_client_data(name: str) -> None:
    judgement = judged(further_papers.CONFIDENTIAL_BUSINESS[name])
    assert (judgement.verdict, judgement.client_id) == (Verdict.CLIENT_DATA, "client-1")


@pytest.mark.parametrize("name", further_papers.ALLOWED_FROM_CLIENT)
def test_project_papers_and_empty_ones_are_let_through(name: str) -> None:
    text = further_papers.ALLOWED_FROM_CLIENT[name]
    assert judged(text, origin=FROM_CLIENT).verdict in (Verdict.CLEAN, Verdict.DOCUMENTATION)
    assert judged(text).verdict in (Verdict.CLEAN, Verdict.DOCUMENTATION)


@pytest.mark.parametrize("name", further_papers.ALLOWED)
def test_what_anybody_may_have_is_let_through(name: str) -> None:
    assert judged(further_papers.ALLOWED[name]).verdict is not Verdict.CLIENT_DATA
