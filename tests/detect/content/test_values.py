"""What one cell says, in whichever notation."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban as iban_numbers
from stdnum.nl import bsn as bsn_numbers

from app.detect.content import values

NINE = st.integers(10_000_000, 999_999_999).map(lambda number: f"{number:09d}")


@given(NINE)
def test_citizens_numbers_are_those_that_pass_the_proof(digits: str) -> None:
    expected = digits.encode() if bsn_numbers.is_valid(digits) else None
    dotted = f"{digits[:4]}.{digits[4:6]}.{digits[6:]}"
    spaced = f"{digits[:3]} {digits[3:6]} {digits[6:]}"
    for written in (
        digits,
        dotted,
        spaced,
        f"{int(digits)}.0",
        f"{int(digits)},0",
        f"{int(digits):.8E}",
        str(int(digits)),
    ):
        assert values.bsn(written) == expected


@pytest.mark.parametrize(
    "cell", ["", "12345", "1234567", "12-03-1980x", "abcdefghi", "1234567890123", "9" * 1000, "١٢٣٤٥٦٧٨٢"]
)
def test_other_cells_are_no_citizens_numbers(cell: str) -> None:
    assert values.bsn(cell) is None


@given(st.integers(0, 10**10 - 1), st.sampled_from(["ABNA", "INGB", "RABO"]))
def test_accounts_are_told_however_they_are_spaced(number: int, bank: str) -> None:
    body = f"{bank}{number:010d}"
    written = f"NL{iban_numbers.calc_check_digits(f'NL00{body}')}{body}"
    spaced = " ".join(written[at : at + 4] for at in range(0, len(written), 4))
    for form in (written, spaced, written.lower(), f" {written} "):
        assert values.iban(form) == written.encode()
    wrong = f"NL{(int(written[2:4]) + 1) % 100:02d}{body}"
    assert values.iban(wrong) is None


@given(st.dates(date(1931, 1, 1), date(2026, 12, 31)))
def test_the_year_of_a_date_is_told_in_every_notation(day: date) -> None:
    written = (
        day.isoformat(),
        f"{day:%Y-%m-%d} 00:00:00",
        f"{day:%Y-%m-%dT%H:%M:%S}",
        f"{day:%d-%m-%Y}",
        f"{day.day}-{day.month}-{day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
        f"{day:%Y%m%d}",
        f"{day:%d%m%Y}",
        f"{day:%d %b %Y}",
        f"{day:%B} {day.day}, {day.year}",
    )
    assert {values.year_of(form) for form in written} == {day.year}


@pytest.mark.parametrize("cell", ["", "2026", "12-2026", "32-13", "123456789", "1.234,50", "10:30", "v1.2.3", "maart"])
def test_other_cells_are_no_dates(cell: str) -> None:
    assert values.year_of(cell) is None


def test_days_of_a_spreadsheet_are_dates() -> None:
    assert [values.serial_year(cell) for cell in ("29292", "45292.0", "12", "123456")] == [1980, 2024, None, None]


@given(st.integers(0, 9_999_999), st.integers(0, 99))
def test_amounts_are_told_in_every_notation(whole: int, cents: int) -> None:
    expected = whole + cents / 100
    english = f"{whole:,}.{cents:02d}"
    dutch = english.translate(str.maketrans(",.", ".,"))
    for written in (dutch, english, f"{whole},{cents:02d}", f"€ {dutch}", f"EUR {whole}.{cents:02d}", f"{dutch} euro"):
        assert values.amount(written) == pytest.approx(expected)


@pytest.mark.parametrize("cell", ["", "-12,50", "12%", "drie", "3000 - 4000", "1.2.3", "12,5 uur"])
def test_other_cells_are_no_amounts(cell: str) -> None:
    assert values.amount(cell) is None


@pytest.mark.parametrize(
    "cell",
    [
        "0612345678",
        "06-12345678",
        "06 12 34 56 78",
        "+31 6 12345678",
        "+31(0)612345678",
        "0031612345678",
        "(06) 12345678",
    ],
)
def test_phone_numbers_have_one_form(cell: str) -> None:
    assert values.phone(cell) == b"612345678"


@pytest.mark.parametrize(
    "cell", ["", "12345", "612345678", "00000000", "2026-01-01", "NL91ABNA0417164300", "1234567890123456789"]
)
def test_other_numbers_are_no_phones(cell: str) -> None:
    assert values.phone(cell) is None


@pytest.mark.parametrize(
    "cell",
    [
        "",
        " ",
        "-",
        "n.v.t.",
        "NVT",
        "Geen",
        "nee",
        "0",
        "0,00",
        "0%",
        "____",
        "……",
        "[naam]",
        "<invullen>",
        "dd-mm-jjjj",
        "N/A",
        "x",
    ],
)
def test_nothing_is_said_in_many_ways(cell: str) -> None:
    assert values.says_nothing(cell)


@pytest.mark.parametrize("cell", ["ja", "1", "0,5", "griep", "12-03-1980", "Jan", "100%", "geen idee", "nee, nog niet"])
def test_other_cells_say_something(cell: str) -> None:
    assert not values.says_nothing(cell)


@given(st.text(max_size=60))
def test_any_cell_is_taken(cell: str) -> None:
    for tell in (
        values.bsn,
        values.iban,
        values.email,
        values.phone,
        values.card,
        values.year_of,
        values.amount,
        values.plain,
    ):
        tell(cell)
    for test in (
        values.says_nothing,
        values.is_postcode,
        values.is_street_and_number,
        values.is_id_document,
        values.is_big,
    ):
        assert test(cell) in (True, False)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Dorpsstraat 1", True),
        ("Burgemeester de Vrieslaan 12a", True),
        ("Kerkweg 8 bis, 1234 AB Elst", True),
        ("Versie 12", False),
        ("Artikel 5 lid 2", False),
        ("Dorpsstraat", False),
    ],
)
def test_a_street_with_its_number_is_an_address(cell: str, expected: bool) -> None:
    assert values.is_street_and_number(cell) is expected
