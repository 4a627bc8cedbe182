"""What is said aside of somebody: with whom he lives, of which of two he is the one, what keeps him from his work; and the same
words said of nobody. All made up."""

from __future__ import annotations

import pytest

from tests.detect.content.text.told import kinds

TOLD = [
    ("orientation", "Tineke Oosterhof vertelt dat zij met haar vriendin samenwoont en dat collega's erover praten."),
    ("orientation", "Sietse Wolthuis woont samen met zijn vriend; hij wil dat niet op het werk bespreken."),
    (
        "orientation",
        "Mevrouw Terpstra hoorde dat een lesbische collega niet bij het team zou passen; zij voelt zich onveilig.",
    ),
    (
        "ethnicity",
        "Daarom moet dat veld verplicht worden: Bo is van Somalische afkomst en sprak de taal niet. Groet, A. Terpstra",
    ),
    ("health", "Betreft mevrouw Terpstra. Zij woont alleen. Door artrose in beide handen lukt koken niet meer."),
    ("health", "Leerling: Sietse Wolthuis, groep 6\nBelemmerend: dyslexie, medicatie methylfenidaat"),
    ("date_of_birth", "Tineke Oosterhof: welke Sietse, die van 17-05-1979?"),
    ("address", "klant: Tineke Oosterhof\nadres Achter de Hoven 12 II te 9051 AC Stiens"),
    ("name", "PID|1||88123||Terpstra^Sietse^A||M"),
    ("name", "ADT;9281;van 't Veld^Tineke;ONCO"),
    ("salary", "klant: Tineke Oosterhof, bsn 123456782\ninkomsten: WW 1.480 netto\nschulden: huur 2.067"),
]
NOT_TOLD = [
    ("orientation", "Tineke Oosterhof woont samen met haar vriend en zij zoeken een huis."),
    ("orientation", "Tineke Oosterhof gaat zaterdag met haar vriendin naar de film."),
    ("ethnicity", "Let op: Dit is een Turkse bakkerij, bestel voor Tineke Oosterhof."),
    ("health", "Door de storing lukt inloggen niet meer, meldt Tineke Oosterhof."),
    ("date_of_birth", "Welke versie, die van 12-03-1999? Groet, Tineke Oosterhof"),
    ("address", "Tineke Oosterhof meldt zich om 12 in zaal 1234."),
    ("name", "Pad|Waarde\nConfig^Main|12\nServer^Poort|8080"),
    ("salary", "De begroting van 1.480 voor huur is voor Tineke Oosterhof."),
]


@pytest.mark.parametrize(("kind", "text"), TOLD)
def test_it_is_told_aside(kind: str, text: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(("kind", "text"), NOT_TOLD)
def test_it_is_told_of_nobody(kind: str, text: str) -> None:
    assert kind not in kinds(text)


@pytest.mark.parametrize(
    "text", ["R Adviseur;NL02", "ADVISEUR, R.", "naam: Adviseur Robin Johannes", "MEVR DE ADVISEUR RJ"]
)
def test_the_own_name_in_the_forms_of_registers(text: str) -> None:
    assert "name" in kinds(text)


@pytest.mark.parametrize("text", ["de adviseur belt terug", "Onze adviseur is ziek", "Adviseur gezocht"])
def test_the_word_of_a_trade_is_nobodys_name(text: str) -> None:
    assert "name" not in kinds(text)
