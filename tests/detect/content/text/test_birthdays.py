"""Birth dates without a label."""

from __future__ import annotations

import pytest

from tests.detect.content.text.told import kinds


@pytest.mark.parametrize(
    "text",
    [
        "Onze dochter Roos Hendriks (14-11-2016) gaat niet meer naar school.",
        "06 12 34 56 78 | 04-07-1988 | Tilburg",
        "jan.smit@elders.example; 30 mei 1979",
        "9 oktober  Hanneke Smit ('58)\n11 oktober  Kees Bakker ('91)",
        "Hij is geboren in 1966 op 3 augustus.",
        "Geboortedatum / Date of birth\n07 OKT/OCT 1982",
        "geb. 4nov1977",
        "TERPSTRA, W.  M  08-01-1951  opname",
        "Geb oren: 03-02-1980",
        "RIJBEWIJS\n1. Smit\n2. Hanneke\n3. 21.04.79 Breda\n4a. 01.01.2020",
    ],
)
def test_it_is_found(text: str) -> None:
    assert "date_of_birth" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Overleg met Roos Hendriks (14-11-2016) over de planning.",
        "06 12 34 56 78 | 04-07-2024 | Tilburg",
        "jan.smit@elders.example, 30 mei 2023",
        "9 oktober in de kantine ('s avonds)",
        "1. Doel\n2. Aanpak\n3. 21.04.2025 oplevering",
        "Release 4nov2023",
    ],
)
def test_other_dates_are_none(text: str) -> None:
    assert "date_of_birth" not in kinds(text)
