"""Which documents may be filed. Source: VR-P5a, VR-P5b."""

from __future__ import annotations

import pytest

from app.domain.document import Why
from app.domain.document_brake import brakes, brakes_all
from app.domain.document_policy import Standing, beyond_contacts, counted, hold_of, kinds_in
from app.domain.finding import Judgement, Reason, ReasonType, Verdict

ORIGIN = (Reason(type=ReasonType.ORIGIN, detail="voorbeeldstad.example"),)
NOTHING = Standing()


def judged(verdict: Verdict = Verdict.CLEAN, **told: object) -> Judgement:
    return Judgement(verdict=verdict, **told)  # type: ignore[arg-type]


def test_documentation_with_business_contacts_passes():
    """VR-P5b"""
    kinds = {"name": 3, "email": 3, "phone": 1, "address": 1, "iban": 1}
    assert hold_of(judged(Verdict.DOCUMENTATION, kinds=kinds), NOTHING, ".docx") is None


@pytest.mark.parametrize(
    "kind", ["bsn", "date_of_birth", "salary", "health", "id_document", "employee_number", "union"]
)
def test_more_than_that_is_held_whatever_the_document_is(kind: str):
    """VR-P5b"""
    for verdict in (Verdict.DOCUMENTATION, Verdict.CLEAN, Verdict.OWN):
        hold = hold_of(judged(verdict, kinds={kind: 2, "name": 1}), NOTHING, ".docx")
        assert hold is not None
        assert (hold.why, kinds_in(hold.detail)) == (Why.PERSONAL_DATA, {kind: 2})
        assert hold.may_release is (kind not in ("bsn", "health", "id_document", "union"))


def test_client_data_of_a_clients_origin_is_never_released():
    hold = hold_of(judged(Verdict.CLIENT_DATA, reasons=ORIGIN), NOTHING, ".csv")
    assert hold is not None
    assert (hold.why, hold.may_release) == (Why.CLIENT_DATA, False)


def test_what_is_registered_or_undecided_is_held_before_anything_else():
    assert hold_of(judged(), Standing(is_registered=True, is_documentation=True), ".txt").why is Why.REGISTERED  # type: ignore[union-attr]
    assert hold_of(judged(), Standing(has_finding=True, is_documentation=True), ".txt").why is Why.FINDING  # type: ignore[union-attr]


def test_an_exception_counts_but_never_against_an_origin():
    excepted = Standing(is_excepted=True)
    assert hold_of(judged(Verdict.CLIENT_DATA, kinds={"salary": 3}), excepted, ".txt") is None
    assert hold_of(judged(Verdict.CLIENT_DATA, reasons=ORIGIN), excepted, ".txt") is not None
    assert hold_of(judged(Verdict.CLIENT_DATA, reasons=ORIGIN), Standing(is_documentation=True), ".txt") is None


@pytest.mark.parametrize(
    ("error", "ending", "is_held"),
    [
        ("encrypted", ".docx", True),
        ("timeout", ".xlsx", True),
        ("limit", ".csv", True),
        ("limit", ".pptx", False),
        ("limit", ".mp4", False),
        ("picture", ".png", False),
        ("unsupported", ".vsdx", False),
        ("corrupt", ".docx", False),
    ],
)
def test_what_cannot_be_read(error: str, ending: str, is_held: bool):
    hold = hold_of(judged(Verdict.UNREADABLE, error=error), NOTHING, ending)
    assert (hold is not None) is is_held
    of_client = hold_of(judged(Verdict.UNREADABLE, error=error, reasons=ORIGIN), NOTHING, ending)
    assert of_client is not None
    assert not of_client.may_release


def test_counts_read_back():
    assert kinds_in(counted({"salary": 3, "bsn": 1})) == {"salary": 3, "bsn": 1}
    assert kinds_in(None) == {}
    assert beyond_contacts({"name": 1, "iban": 1}) == {}


@pytest.mark.parametrize(
    ("changed", "filed", "stops"), [(9, 9, False), (10, 33, True), (10, 34, False), (30, 100, True), (0, 0, False)]
)
def test_the_brake_is_relative_and_needs_ten(changed: int, filed: int, stops: bool):
    assert brakes(changed, filed) is stops


def test_the_brake_is_absolute_too():
    assert not brakes_all(199)
    assert brakes_all(200)
