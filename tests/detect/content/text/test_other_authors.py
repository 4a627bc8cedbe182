"""What other authors write of persons in letters, notes and small tables; and what only looks like it."""

from __future__ import annotations

import random

import pytest

from tests.detect.content.text.told import content, kinds
from tests.samples import make_iban


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Karel Bakker (30 maart 1958) gaat van 3.896,50 naar € 4.052,36 per maand.", "salary"),
        ("gesprek Karin Bakker\n- werkt er 12 jr, schaal 8, 4.271,37 br", "salary"),
        ("Karin Bakker is bekend. Diagnose: een hernia. Niet verder vertellen.", "health"),
        ("Geachte mevrouw Bakker,\nUit het onderzoek blijkt dat u vanwege MS slecht loopt.", "health"),
        ("Jan Jansen kreeg vorige week chemotherapie.", "health"),
        ("Verdachte: Jan Jansen, geboren 01-11-1975", "criminal"),
        ("Tegen Tom Visser loopt een strafrechtelijk onderzoek.", "criminal"),
        ("De VOG van Eva Mulder is geweigerd.", "criminal"),
        ("Client\nEva Mulder\nGeloof\ngereformeerd\n", "religion"),
        ("Geachte mevrouw den Hoofd,\nU vroeg om hulp.", "name"),
        ("Postcode, plaats: 1702 CZ Noorderkogge", "address"),
        ("A. Smit\nPlein 1940 142a\n1522 KG Nieuw-Teylingen", "address"),
    ],
)
def test_what_other_authors_tell_of_persons_is_found(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Aanwezig: F.E. Slagter\nAfgesproken: na zes weken een probleemanalyse.", "health"),
        ("Ursula Mulder, testleider\nInstroom\t76\t73\t3\nZiekmelding\t22\t22\t0", "health"),
        ("TABLES: pernr, pa0001.", "employee_number"),
        ("Karin Bakker huurt voor € 1.250 per maand.", "salary"),
        ("Mevrouw de Voorzitter, ik dank u.", "name"),
        ("Artikel 3096 SA is leverbaar.", "address"),
    ],
)
def test_what_only_looks_like_it_is_not(text: str, kind: str) -> None:
    assert kind not in kinds(text)


def test_digits_of_an_account_are_no_telephone_number() -> None:
    rng = random.Random(3)
    accounts = {make_iban(rng) for _ in range(200)}
    grouped = "\n".join(" ".join(iban[start : start + 4] for start in range(0, len(iban), 4)) for iban in accounts)
    found = content(f"Betaald op rekening:\n{grouped}").kinds()
    assert set(found) == {"iban"}


def test_a_row_about_pay_counts_in_a_document_about_somebody() -> None:
    found = content("Aangifte\nBSN 111222333\nLoon\t64.117,50\n", from_table=True)
    assert "salary" in found.kinds()
    assert "salary" not in content("Loon\t64.117,50\n", from_table=True).kinds()
