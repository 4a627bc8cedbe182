"""Forms that a page's reader hands over as rows, the lines of a bank statement, and numbers of citizens that nothing names."""

from __future__ import annotations

import pytest

from tests.detect.content.tables import BORN, BSNS, COUNT, IBANS, NAMES, NUMBERS, PAYS, always, read, table

LABELS = [
    ["Naam", "Joris Terpstra"],
    ["Telefoon", "06 12345678"],
    ["E-mail", "joris@elders.example"],
    ["Geboortedatum", "06/11/1987"],
    ["Adres", "Kerkweg 12, 2345 BC Utrecht"],
]


def test_labels_above_a_short_table_stay_a_form() -> None:
    history = [["Periode", "Functie", "Werkgever"], ["2008-2011", "monteur", "Woonbond"]]
    found = read([[*row, ""] for row in LABELS] + history).kinds()
    assert {"phone", "email", "date_of_birth", "address"} <= set(found)


def test_a_value_that_is_a_word_of_headers_makes_no_header_of_a_form() -> None:
    assert "date_of_birth" in read([["Rol", "consultant"], *LABELS, ["Personeelsnr.", "10752"]]).kinds()


def test_labels_above_a_long_list_do_not_hide_the_list() -> None:
    head = [["Organisatie", "Elders", ""], ["Afdeling", "HR", ""], ["Periode", "mei", ""]]
    found = read(head + table("Naam|Geboortedatum|Salaris", NAMES, BORN, PAYS)).kinds()
    assert len(found["salary"]) == COUNT


@pytest.mark.parametrize("header", ["Datum|Rekening|Omschrijving|Bedrag", "Boekdatum|IBAN|Naam tegenpartij|Bedrag"])
def test_pay_on_a_bank_statement_is_pay(header: str) -> None:
    lines = table(header, BORN, IBANS[:COUNT], always("Bakkerij"), always("-12,50"))
    assert "salary" not in read(lines).kinds()
    assert len(read([*lines, ["12-04-2024", IBANS[0], "Salaris april", "3214,55"]]).kinds()["salary"]) == 1
    assert "salary" not in read([*lines, ["12-04-2024", IBANS[0], "Salarissen", "43214,55"]]).kinds()


def test_a_fiscal_number_is_a_citizens_number_beside_persons_only() -> None:
    assert len(read(table("Fiscaal nr|Naam|Salaris", BSNS[:COUNT], NAMES, PAYS)).kinds()["bsn"]) == COUNT
    assert "bsn" not in read(table("Organisatie|Fiscaal nr|Contact", always("Elders BV"), BSNS[:COUNT], NAMES)).kinds()


def test_a_log_without_header_gives_away_citizens_numbers() -> None:
    few = tuple(BSNS[index % 3] for index in range(COUNT))
    found = read(list(zip(always("VIEW"), few, NAMES, strict=True))).kinds()
    assert len(found["bsn"]) == 3


def test_pay_is_counted_once_beside_its_scale() -> None:
    found = read(table("Persnr|Naam|Schaal|Trede|Maandsal", NUMBERS, NAMES, always("9"), always("4"), PAYS)).kinds()
    assert len(found["salary"]) == COUNT


def test_a_telephone_on_a_line_of_its_own_is_no_header() -> None:
    rest = read([["Elders BV"], ["Tel (038) 445012"], ["info@elders.example"], [], ["Rekening"], ["Uren", "Tarief"]])
    assert "phone" not in rest.kinds()
