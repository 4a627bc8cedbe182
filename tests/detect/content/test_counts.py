"""What a document holds, whose it is, and of how many persons something sensitive is told."""

from __future__ import annotations

import random

import pytest

from app.detect.content.counts import Content
from app.detect.content.folding import fold
from app.detect.content.tables import Table
from app.detect.judging.register import Register
from tests import samples
from tests.detect.content.text.told import REGISTER, content, kinds
from tests.detect.fakes import OWN_IBAN, context

LETTER = (
    "Geachte mevrouw Terpstra,\n\nU bent sinds 3 maart ziek gemeld wegens een hernia. Uw BSN is 123456782.\n\n"
    "Met vriendelijke groet,\nWijnand Oosterbaan\nHR-adviseur"
)
PAYSLIP = (
    "Loonstrook oktober\nRobin de Adviseur\nGeboortedatum: 12-03-1985\nBSN: 111222333\nBruto maandsalaris: € 4.500,00\n"
    f"Rekening {OWN_IBAN}\nVragen: Petra Hoekstra, afdeling Salarissen"
)


def test_own_values_are_kinds_and_not_foreign() -> None:
    found = content(f"robin@adviesbureau.example en info@adviesbureau.example\n{OWN_IBAN}\nRobin de Adviseur")
    assert found.kinds() == {"email": 2, "iban": 1, "name": 1}
    assert found.foreign() == {}
    assert found.has_own_iban


def test_values_of_others_are_foreign() -> None:
    found = content("Sietske Hiemstra, s.hiemstra@elders.example, BE68 5390 0754 7034")
    assert found.kinds() == found.foreign() == {"email": 1, "iban": 1, "name": 1}


@pytest.mark.parametrize("name", ["R. de Adviseur", "Adviseur, R. de", "dhr. De Adviseur", "ROBIN DE ADVISEUR"])
def test_the_own_name_is_own_in_its_usual_forms(name: str) -> None:
    assert "name" not in content(f"Aan: {name}\nRobin de Adviseur").foreign()


def test_somebody_with_the_same_surname_is_another() -> None:
    assert content("Mevrouw Anna de Adviseur").foreign() == {"name": 1}


def test_persons_are_those_of_whom_something_is_told() -> None:
    """Who signs is not one of them."""
    assert content(LETTER).persons() == 1


def test_the_own_payslip_tells_of_nobody_else() -> None:
    assert content(PAYSLIP).persons() == 0


def test_a_payslip_of_somebody_else_tells_of_one() -> None:
    assert content(PAYSLIP.replace("Robin de Adviseur", "Harmen Dijkstra").replace(OWN_IBAN, "")).persons() == 1


def test_persons_are_counted_once_however_they_are_written() -> None:
    text = "De heer J. Terpstra is sinds mei ziek.\nTerpstra, J. heeft een burn-out.\nJan Terpstra, geboren 01-02-1980."
    assert content(text).persons() == 1


def test_numbers_without_names_count_as_persons() -> None:
    numbers = [samples.make_bsn(random.Random(seed)) for seed in range(4)]
    assert content("\n".join(f"BSN {number}" for number in numbers)).persons() == 4


def test_contacts_are_names_mails_or_phones_of_others() -> None:
    found = content("Sietske Hiemstra, 06-12345678\nKees Bakker, kees@elders.example\nrobin@adviesbureau.example")
    assert (found.contacts(), found.persons()) == (2, 0)


def test_a_table_and_a_letter_count_a_number_once() -> None:
    table = Table()
    table.rows(
        [
            ["Naam", "BSN", "Salaris"],
            ["Harmen Dijkstra", "123456782", "3.100,00"],
            ["Fenna Vos", "111222333", "2.900,00"],
        ]
    )
    table.settle()
    found = content("BSN van de heer Dijkstra: 1234.56.782")
    found.table(table)
    assert found.kinds()["bsn"] == 2
    assert found.persons() == 2


def test_a_list_of_numbers_that_all_pass_are_citizens_numbers() -> None:
    numbers = [samples.make_bsn(random.Random(seed)) for seed in range(6)]
    assert kinds("\n".join(numbers)) == {"bsn"}


def test_chance_makes_no_citizens_numbers() -> None:
    rng = random.Random(3)
    assert kinds("\n".join(str(rng.randint(10**8, 10**9 - 1)) for _ in range(500))) == set()


def test_customer_numbers_beside_names_are_no_citizens_numbers() -> None:
    rng = random.Random(4)
    lines = [f"{rng.randint(10**8, 10**9 - 1)}\tJan Jansen {index}" for index in range(60)]
    assert "bsn" not in kinds("\n".join(lines))


def test_what_is_in_pieces_adds_up() -> None:
    found = Content(REGISTER)
    for seed in range(3):
        found.text(fold(f"BSN {samples.make_bsn(random.Random(seed))}"))
    assert found.kinds() == {"bsn": 3}


def test_no_value_is_kept() -> None:
    found = content(LETTER + PAYSLIP)
    kept = repr([vars(part) if hasattr(part, "__dict__") else part for part in vars(found).values()])
    for value in ("123456782", "Terpstra", "terpstra", "Oosterbaan", "4.500", "12-03-1985", "1985-03-12"):
        assert value not in kept


def test_a_register_without_an_owner_knows_nothing_own() -> None:
    from app.domain.ports import DetectionContext

    found = Content(Register(DetectionContext()))
    found.text(fold(f"Robin de Adviseur {OWN_IBAN}"))
    assert found.foreign() == found.kinds()
    assert not found.has_own_iban
    assert context().own.name  # the other tests have an owner


def test_who_writes_of_oneself_is_the_one_it_is_told_of() -> None:
    mail = "Hoi {name},\n\nIk ben gisteren geopereerd aan mijn knie.\n\nGroet,\n{signed}"
    assert content(mail.format(name="Nico", signed="Sietske Hiemstra")).persons() == 1
    assert content(mail.format(name="Nico", signed="Robin de Adviseur")).persons() == 0
