"""Dates that are nobody's birthday, and long numbers that are no cards."""

from __future__ import annotations

import pytest

from tests.detect.content.text.told import kinds


@pytest.mark.parametrize(
    "text",
    [
        "Check: You were born before January 2, 1946\nSpouse was born before January 2, 1946",
        "Wie geboren is na 1 januari 1955 heeft recht op de regeling.",
        "'posted by Anna Berger 2003-05-16\nApplication.ScreenUpdating = False",
        "Date of birth\nAs of July 1, 2014, only the year of birth is listed.",
        "born\n2/10/04\t3:52 PM\tPage 172",
    ],
)
def test_a_date_of_a_rule_or_of_a_page_is_no_birth_date(text: str) -> None:
    assert "date_of_birth" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Date of birth: 12-03-1975",
        "Anna Berger was born on March 3, 1975.",
        "Anna de Vries (12-03-1975)",
        "Geboortedatum\n1975-03-12 00:00:00",
    ],
)
def test_a_date_on_which_somebody_was_born_is_one(text: str) -> None:
    assert "date_of_birth" in kinds(text)


@pytest.mark.parametrize(
    "text", ["4111.111111111111", "4111 1111.11111111", "5555555555.554444", "x = 4111-111111111111 mm"]
)
def test_a_decimal_number_or_parts_of_several_are_no_card(text: str) -> None:
    assert "credit_card" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    ["4111 1111 1111 1111", "5555-5555-5555-4444", "3782 822463 10005", "4111.1111.1111.1111", "card 4111111111111111"],
)
def test_a_card_as_it_is_written_is_one(text: str) -> None:
    assert "credit_card" in kinds(text)
