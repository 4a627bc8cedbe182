"""Telephone numbers, pay, crime and illness as they are written down in short."""

from __future__ import annotations

import pytest

from tests.detect.content.text.told import kinds


@pytest.mark.parametrize(
    "text",
    [
        "Groet,\nJoost\nT (010) 243774",
        "Elders BV, hr@elders.example, 038 445 012",
        "Telefoon 050-488810",
        "Kerkweg 12, 2345 BC Utrecht\n050 330 505",
        "tel. 010/243774",
        "tel. +31 (0)6 35 440 731",
    ],
)
def test_a_number_of_six_digits_behind_its_area_code_is_a_phone(text: str) -> None:
    assert "phone" in kinds(text)


@pytest.mark.parametrize("text", ["ordernr 010 243774", "versie 010.243774", "totaal 040 123 456 stuks", "010 24 37"])
def test_other_figures_are_no_phone(text: str) -> None:
    assert "phone" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Voor mevrouw S. Kramer (BSN 123456782) is € 3.300,- verloond i.p.v. € 3.450,00.",
        "Naam: S. Kramer\nGeboortedatum: 12-03-1980\nInkomsten uit werk: € 46.827,40",
        "Kramer, S. | geb. 19-02-1972 | schaal € 3.539,-",
    ],
)
def test_pay_of_somebody_is_found(text: str) -> None:
    assert "salary" in kinds(text)


def test_a_vacancy_tells_nobodys_pay() -> None:
    assert "salary" not in kinds("Je krijgt een salaris in schaal 9 (max. € 4.900). Informatie: Joost Kramer")


@pytest.mark.parametrize(
    "text",
    [
        "Geachte heer Kramer,\nDe politie heeft u als verdachte gehoord.",
        "Geachte heer Kramer,\nAangifte is gedaan onder proces-verbaal PL0600-2025.",
        "Bewoner: Joost Kramer, Kerkweg 12.\nVolgens de wijkagent loopt er een strafzaak wegens vernieling.",
        "Sinds zijn detentie komt dhr. Kramer niet meer opdagen.",
    ],
)
def test_a_case_against_somebody_is_criminal(text: str) -> None:
    assert "criminal" in kinds(text)


@pytest.mark.parametrize("text", ["Een strafzaak wegens fraude kan jaren duren.", "Het proces-verbaal van de opening."])
def test_a_case_in_general_is_not(text: str) -> None:
    assert "criminal" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Patient: Joost Kramer\nConclusie: boezemfibrilleren.",
        "Beste mevrouw Kramer,\nDe biopsie was goedaardig.",
        "Joost Kramer is gevallen bij de douche en brak een heup.",
        "Bewoner: Joost Kramer, geboren 12-03-1941\n22-06 AD: wondzorg hiel gedaan",
    ],
)
def test_what_a_test_or_a_note_says_of_somebody_is_health(text: str) -> None:
    assert "health" in kinds(text)


def test_a_name_goes_on_behind_the_end_of_a_line() -> None:
    assert "name" in kinds("Elders BV en mevrouw S.M. van\nLoenen komen overeen")
