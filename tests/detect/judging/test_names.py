"""How organisations and persons are written."""

from __future__ import annotations

import pytest

from app.detect.judging.names import forms_of_organisation, is_ordinary
from app.detect.judging.person_names import PersonName


@pytest.mark.parametrize(
    ("name", "form", "needs_others"),
    [
        ("Bakker Transport B.V.", "Bakker Transport", False),
        ("Stichting Woonzorg Amstel", "Woonzorg Amstel", False),
        ("Coöperatie Melkland U.A.", "Melkland", False),
        ("Gemeente Elst", "gem Elst", False),
        ("Gemeente Elst", "Elst", True),
        ("Ministerie van Wegen", "min van Wegen", False),
        ("Gemeente Elst", "gemeenteelst", False),
        ("Bakker B.V.", "Bakker", True),
        ("Delta N.V.", "Delta", True),
    ],
)
def test_a_name_is_known_in_its_forms(name: str, form: str, needs_others: bool) -> None:
    assert dict(forms_of_organisation(name))[form] is needs_others


@pytest.mark.parametrize("name", ["ING", "Achmea", "Gemeente Den Haag", "B.V."])
def test_a_name_keeps_at_least_itself(name: str) -> None:
    assert (name, False) in list(forms_of_organisation(name))


def test_common_words_and_surnames_are_ordinary() -> None:
    assert is_ordinary("Delta")
    assert is_ordinary("de Vries") is False  # two words
    assert is_ordinary("Vries")
    assert not is_ordinary("Vectoris")


@pytest.mark.parametrize(
    ("name", "first", "surname"),
    [
        ("Robin de Adviseur", "robin", "de adviseur"),
        ("Adviseur, Robin de", "robin", "de adviseur"),
        ("Anna Maria Jansen", "anna", "jansen"),
        ("Zoë van den Berg", "zoe", "van den berg"),
        ("Fatima El Idrissi", "fatima", "el idrissi"),
    ],
)
def test_a_persons_name_has_its_parts(name: str, first: str, surname: str) -> None:
    assert PersonName.parse(name) == PersonName(first=first, surname=surname)


@pytest.mark.parametrize("name", ["", "Robin", "  "])
def test_one_word_is_no_name_of_a_person(name: str) -> None:
    assert PersonName.parse(name) is None


@pytest.mark.parametrize(
    "text",
    [
        "Robin de Adviseur",
        "de heer R. de Adviseur",
        "Dhr. R.J. de Adviseur",
        "Adviseur, R. de",
        "ADVISEUR R. DE",
        "de Adviseur, Robin",
        "drs. RJ de Adviseur",
    ],
)
def test_the_ways_of_writing_a_name_are_the_same_person(text: str) -> None:
    person = PersonName.parse("Robin de Adviseur")
    assert person is not None
    assert person.fits(text)


@pytest.mark.parametrize(
    "text", ["S. de Adviseur", "Mees de Adviseur", "de adviseur", "Robin Verbeek", "R. Adviseurs", ""]
)
def test_others_are_not(text: str) -> None:
    person = PersonName.parse("Robin de Adviseur")
    assert person is not None
    assert not person.fits(text)


def test_family_has_the_same_surname() -> None:
    person = PersonName.parse("Robin de Adviseur")
    assert person is not None
    assert person.is_family("Mees de Adviseur")
    assert not person.is_family("Mees Verbeek")
