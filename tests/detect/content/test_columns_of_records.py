"""Columns whose header and cells say different things: what the cells prove, and what other columns make of them."""

from __future__ import annotations

import pytest

from app.detect.content.tables import Table
from tests.detect.content.tables import (
    BORN,
    BSNS,
    COUNT,
    DEPARTMENTS,
    FIRST,
    FUNCTIONS,
    LAST,
    NAMES,
    NUMBERS,
    PAYS,
    always,
    kinds,
    table,
)

DOCUMENTS = tuple(f"NX9F2K7L{digit}" for digit in range(COUNT))
DAYS = ("12-03", "01-11", "23-06", "07-07", "30-12", "15-05", "09-09", "28-02")
YEARS = ("1980", "1975", "1990", "1966", "1988", "1970", "1993", "1961")
SCALES = ("7", "8", "9", "10", "7", "8", "9", "10")


def test_numbers_of_documents_that_all_pass_the_proof_are_citizens_numbers() -> None:
    found = kinds(table("PERNR|NACHN|VORNA|GBDAT|ICNUM|ICTYP", NUMBERS, LAST, FIRST, BORN, BSNS[:COUNT], always("01")))
    assert "bsn" in found
    assert "id_document" not in found


def test_numbers_of_documents_are_what_their_header_says() -> None:
    found = kinds(table("PERNR|NACHN|VORNA|GBDAT|ICNUM|ICTYP", NUMBERS, LAST, FIRST, BORN, DOCUMENTS, always("02")))
    assert "id_document" in found
    assert "bsn" not in found


def test_income_for_a_pension_is_pay() -> None:
    pays = ("32167", "31272", "34357", "79160", "32711", "32607", "36716", "86702")
    assert "salary" in kinds(table("SofiNr|SignNm|Gebdat|PensInk", BSNS[:COUNT], LAST, BORN, pays))


def test_who_fills_a_position_is_no_count() -> None:
    found = kinds(table("Functie|Bezetting|Schaal|Maandsalaris", FUNCTIONS, NAMES, SCALES, PAYS))
    assert {"name", "salary"} <= found


@pytest.mark.parametrize(
    "counts", [("12", "9", "14", "8", "11", "20", "7", "13"), ("1204", "986", *always("1410")[:6])]
)
def test_how_many_work_somewhere_are_no_numbers_of_staff(counts: tuple[str, ...]) -> None:
    assert "employee_number" not in kinds(table("Mdw|Afdeling", counts, DEPARTMENTS))


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("Dieet", ("nierdieet", "geen", "halal", "coeliakie", "dysfagie", "gewoon", "gewoon", "gemalen")),
        ("Zorgprofiel", ("VV05", "VV04", "VG03", "VV08", "VV05", "LG04", "VV06", "GGZ03")),
        ("Grondslag", ("PG", "Somatisch", "Psychiatrisch", "PG", "Somatisch", "PG", "PG", "Somatisch")),
    ],
)
def test_what_a_resident_needs_is_health(header: str, values: tuple[str, ...]) -> None:
    assert "health" in kinds(table(f"Bewoner|Kamer|{header}", NAMES, tuple("12345678"), values))


def test_diets_of_guests_are_no_health() -> None:
    menus = ("vegetarisch", "halal", "geen", "vegan", "geen", "gewoon", "gewoon", "halal")
    assert "health" not in kinds(table("Gast|Tafel|Dieet", NAMES, tuple("12345678"), menus))


def test_a_birth_date_may_stand_in_two_columns() -> None:
    assert "date_of_birth" in kinds(table("Naam|Geboren dag-maand|Geboortejaar", NAMES, DAYS, YEARS))
    assert "date_of_birth" not in kinds(table("Naam|Verjaardag", NAMES, DAYS))


def test_numbers_beside_staff_with_their_union_are_of_staff() -> None:
    unions = ("FNV", "CNV", "FNV", "AOb", "CNV", "FNV", "FNV", "CNV")
    assert "employee_number" in kinds(table("Nr|Medewerker|Bond", NUMBERS, NAMES, unions))


def test_fields_of_a_form_above_a_table_are_read() -> None:
    rows = [
        ["Personeelsnr 135374", f"BSN {BSNS[0]}", "Geb.datum 21-05-1966"],
        ["Omschrijving", "Aantal", "Bedrag"],
        ["Salaris", "160,00", "3.879,89"],
        ["Netto", "", "2.411,09"],
    ]
    found = Table()
    told = "\n".join((*found.rows(rows).unexplained, *found.settle().unexplained))
    assert all(cell in told for cell in rows[0])
