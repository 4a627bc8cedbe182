"""Shorthand of wards, payrolls and tax letters: what somebody who knows it reads as told of a person."""

from __future__ import annotations

import random

import pytest

from tests.detect.content.text.told import content, kinds
from tests.samples import make_bsn

BSN = make_bsn(random.Random(9))


@pytest.mark.parametrize(
    "text",
    [
        "De heer De Vries is opgenomen met een STEMI.",
        "Betreft patient Groen, M.C., geb. 16-04-1968. Bovengenoemde patient was opgenomen wegens een NSTEMI.",
        "Mw. Bakker: dysfagie, gemalen voeding",
        "Dhr. Bakker: nierdieet",
        "Dilara de Boer heeft ondergewicht",
        "Bram Bakker, automutilatie in de voorgeschiedenis",
        "Sarah Jones is having a mastectomy next week.",
        "John Smith had a hip replacement",
        "Bram Bakker won't be back before May. The scan showed a relapse of the lymphoma.",
    ],
)
def test_what_a_ward_writes_of_somebody_is_health(text: str) -> None:
    assert "health" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "De applicatie ASS van de leverancier",
        "PCI DSS is een norm. De heer Bakker regelt de PCI audit.",
        "Anna de Vries works on bypass routing in the network.",
        "The transplant of the module by John Smith was done.",
    ],
)
def test_the_same_letters_of_things_are_none(text: str) -> None:
    assert "health" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        f"Voorlopige aanslag inkomstenbelasting 2026\nAanslagnummer {BSN}.H.66.01\n",
        f"Aanslagnummer: {BSN[:4]}.{BSN[4:6]}.{BSN[6:]}.H.56.01",
        f"Beschikking toeslagen, kenmerk {BSN}T260",
        f"Klant Anna de Vries, 24-02-1989, {BSN}",
    ],
)
def test_a_citizens_number_needs_no_label_of_its_own(text: str) -> None:
    assert "bsn" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        f"Ordernummer {BSN}.H.66.01",
        f'{{"batch": 500, "mask": true, "velden": ["bsn", "iban"], "timeout_ms": {BSN}}}',
        f"Loonheffingennummer {BSN}L01",
    ],
)
def test_the_same_digits_of_something_else_are_none(text: str) -> None:
    assert "bsn" not in kinds(text)


def test_a_value_below_the_key_is_found() -> None:
    assert "bsn" in kinds(f'{{"bsn": {{"waarde": "{BSN}"}}}}')


@pytest.mark.parametrize(
    "text",
    [
        f"Aanvrager Bakker, H.J.A. 07-05-1988 BSN {BSN}",
        f"Hof, J. 12-03-1970 BSN {BSN}",
        "Zorgmelding Dilara de Boer (19-03-2012), Pastoor Geertmanstraat 29",
        "Dilara de Boer (19-03-2012), groep 6 van de Regenboog",
    ],
)
def test_a_date_beside_who_was_born_on_it_is_of_birth(text: str) -> None:
    assert "date_of_birth" in kinds(text)


def test_a_date_behind_a_name_of_a_meeting_is_none() -> None:
    assert "date_of_birth" not in kinds("Overleg met Jan Bakker (19-03-2012), notulen")


@pytest.mark.parametrize(
    "text",
    [
        "Name: Anna de Vries, born 14 november 1985\nGross monthly: EUR 3.666,45",
        f"Bij de proefverloning van A.B. Visser (bsn {BSN}) komt er minder uit. Oud: 4868, nieuw 4781.",
    ],
)
def test_pay_in_few_words_is_salary(text: str) -> None:
    assert "salary" in kinds(text)


def test_old_and_new_of_anything_else_is_no_salary() -> None:
    assert "salary" not in kinds(f"Anna de Vries, bsn {BSN}. Regels in de export oud: 3412, nieuw 3325")


def test_a_number_before_a_name_with_a_citizens_number_is_of_staff() -> None:
    assert "employee_number" in kinds(f"Bij 34143 A.B. Visser (bsn {BSN}) komt er 87 euro minder uit.")
    assert "employee_number" not in kinds(f"Kerkweg 2 8180 ZB Gorinchem (bsn {BSN})")


def test_the_window_of_an_envelope_is_an_address_beside_other_columns() -> None:
    text = "dhr. A. Weijers        Periode 03-2026\nScholtenhof 130        Pers.nr 61686\n7245 BC Eibergen       Netto"
    assert "address" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bram Bakker admitted the theft of two laptops.",
        "De heer Bakker heeft de diefstal toegegeven.",
        "U hebt op drie dagen geld uit de kas van het restaurant weggenomen, mevrouw Bakker.",
    ],
)
def test_a_theft_that_somebody_owned_up_to_is_criminal(text: str) -> None:
    assert "criminal" in kinds(text)


@pytest.mark.parametrize(
    "text", ["Bij diefstal kan ontslag op staande voet volgen.", "Theft must be reported to Anna de Vries."]
)
def test_a_rule_about_theft_is_not(text: str) -> None:
    assert "criminal" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "P<NLDTENHAGEN<<MARIJKE<ELISABETH<<<<<<<<<<<<",
        "Naam El Amrani  Voornamen Anneke Maria",
        "[12-05-2026 11:58] Sjoerd: wie gaat er mee lunchen?\n[12-05-2026 11:59] Evert: ik!",
    ],
)
def test_names_on_cards_and_in_chats_are_names(text: str) -> None:
    assert "name" in kinds(text)


def test_a_chat_of_programs_names_nobody() -> None:
    assert "name" not in kinds("[12-05-2026 11:58] Server: started\n[12-05-2026 11:59] Client: ok")


def test_a_names_value_is_the_same_on_a_card_and_in_its_zone() -> None:
    found = content("Naam Bakker  Voornamen Anna\nP<NLDBAKKER<<ANNA<<<<<<<<<<<<<<<<<<<<<")
    assert found.kinds()["name"] == 1
