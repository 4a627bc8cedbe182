"""One private person and a client are client data; a contact at work, or a friend in private mail, is not. VR-K1, VR-P5b."""

from __future__ import annotations

import pytest

from app.detect.judging.papers.grids import grids
from app.detect.judging.papers.person_rows import are_reached_at_home
from app.detect.judging.verdict import judge_evidence
from app.domain.finding import Judgement, Verdict
from tests.detect.judging import private_persons as told
from tests.detect.judging.aloud import evidence_of, judged
from tests.samples import CLIENT_DOMAIN


def sent_by_client(text: str) -> Judgement:
    evidence = evidence_of(text)
    evidence.sender(f"balie@{CLIENT_DOMAIN}")
    return judge_evidence(evidence)


@pytest.mark.parametrize("text", told.SENT_ON)
def test_somebody_at_his_home_whom_the_client_sends_on_is_client_data(text: str) -> None:
    assert sent_by_client(text).verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize("text", told.IN_NEED)
def test_who_is_in_need_and_the_name_of_a_client_are_client_data(text: str) -> None:
    assert judged(text).verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize("text", told.AT_WORK)
def test_who_is_reached_at_work_is_a_contact(text: str) -> None:
    assert sent_by_client(text).verdict is not Verdict.CLIENT_DATA


@pytest.mark.parametrize("text", [*told.WITHOUT_CLIENT, *told.SENT_ON])
def test_without_a_client_an_address_is_private_mail(text: str) -> None:
    assert judged(text).verdict is not Verdict.CLIENT_DATA


@pytest.mark.parametrize("text", told.IN_CONFIDENCE)
def test_what_is_told_of_one_in_confidence_needs_no_client(text: str) -> None:
    assert judged(text).verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize("text", told.NO_CONFIDENCE)
def test_a_mark_of_confidence_alone_is_not_enough(text: str) -> None:
    assert judged(text).verdict is not Verdict.CLIENT_DATA


@pytest.mark.parametrize(("text", "is_private"), [(told.REGISTERED, True), (told.CONTACTS, False)])
def test_private_mail_beside_a_number_in_a_register_is_no_contact_list(text: str, is_private: bool) -> None:
    (grid,) = grids([line.encode() for line in text.split("\n")])
    assert are_reached_at_home(grid) is is_private
    assert (sent_by_client(text).verdict is Verdict.CLIENT_DATA) is is_private
