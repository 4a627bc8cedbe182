"""Names of persons, told from names of things by their shape and by lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.detect.content.people import LIKELY, NOT, SURE, is_name_part, likeness


@pytest.mark.parametrize(
    "cell",
    [
        "Jan Jansen",
        "Vries, J. de",
        "de Vries, Anna",
        "J.P. Bakker",
        "Sanne van den Berg",
        "Mevr. El Idrissi",
        "dhr. A. de Boer",
        "JANSEN P",
        "Marijke in 't Veld",
        "Petra Smit-van der Laan",
        "Drs. K. Smit",
    ],
)
def test_names_of_persons_are_told(cell: str) -> None:
    assert likeness(cell) == SURE


@pytest.mark.parametrize(
    "cell",
    [
        "Zaaksysteem Delta 2",
        "Gemeente Elst",
        "Bakkerij Jansen B.V.",
        "Stichting Zorg",
        "HR",
        "ICT",
        "administratie en financiën",
        "jan@elders.example",
        "123",
        "Totaal",
        "Vacature",
        "Project: Alfa",
        "x" * 90,
    ],
)
def test_names_of_things_are_none(cell: str) -> None:
    assert likeness(cell) == NOT


@pytest.mark.parametrize("cell", ["Laptop", "Bergen op Zoom", "Capelle aan den IJssel", "Koffie"])
def test_words_with_capitals_are_not_enough(cell: str) -> None:
    assert likeness(cell) < LIKELY


@pytest.mark.parametrize(
    ("cell", "expected"), [("de", True), ("J.", True), ("Ö", True), ("12", False), ("", False), ("Totaal", False)]
)
def test_parts_of_names_are_letters(cell: str, expected: bool) -> None:
    assert is_name_part(cell) is expected


@given(st.text(max_size=80))
def test_any_cell_is_taken(cell: str) -> None:
    assert NOT <= likeness(cell) <= SURE
