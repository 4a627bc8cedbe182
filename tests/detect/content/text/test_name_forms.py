"""Names in capitals, on tickets, in columns; numbers beside them."""

from __future__ import annotations

import pytest

from tests.detect.content.text.told import content, kinds


@pytest.mark.parametrize(
    "text",
    [
        "BAKKER/HANNEKE MRS  KL 1234",
        "Ten name van: J van den Berg",
        "mw in 't Veld belt terug",
        "Medewerker: P.C. van 't Hof",
        "VAN DEN BERG, A.J.",
        "Hanneke Smit Interim\nKerkweg 3",
        "Veld, J.P. in 't",
        "betaling Bakker, 123-456-782, NL91ABNA0417164300",
    ],
)
def test_it_is_a_name(text: str) -> None:
    assert "name" in kinds(text)


def test_rows_without_heads_hold_names() -> None:
    rows = "Hendriks\tJ.\tM\nvan den Berg\tA.B.\tV\nSmit\tK.\tV"
    assert content(rows, from_table=True).kinds()["name"] == 3


@pytest.mark.parametrize(
    "text", ["INPUT/OUTPUT", "CLIENT/SERVER MS", "BIJLAGE, A. en B.", "Bakker Interim", "SCHEMA, A."]
)
def test_it_is_none(text: str) -> None:
    assert "name" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hanneke = 123.456.782",
        "dubbel geboekt: Bakker, 123-456-782, NL91ABNA0417164300",
        "B. S. N. 123456782",
        "B S N : 123456782",
        "SV-nummer 123456782",
    ],
)
def test_a_citizens_number_without_a_usual_label_is_found(text: str) -> None:
    assert "bsn" in kinds(text)


@pytest.mark.parametrize("text", ["order = 123.456.782", "Totaal, 123-456-782", "artikel: 123.456.782 stuks"])
def test_another_number_is_none(text: str) -> None:
    assert "bsn" not in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hanneke Smit, pnr 30415, gaat naar team Noord", "employee_number"),
        ("Hanneke Smit (30415)\nKees Bakker (30871)\nPiet Jansen (29003)", "employee_number"),
        ("Dr Hanneke Smit, BIG reg. no. 29012345601", "big_number"),
    ],
)
def test_numbers_of_staff_stand_beside_names(text: str, kind: str) -> None:
    assert kind in kinds(text)


def test_years_in_brackets_are_no_numbers_of_staff() -> None:
    assert "employee_number" not in kinds("Hanneke Smit (1998)\nKees Bakker (2003)\nPiet Jansen (2011)")
