"""Tables as they stand on sheets: titles, groups of columns, several on one sheet, turned on their side, forms."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.detect.content.tables import Table
from tests.detect.content.tables import (
    ADDRESSES,
    BORN,
    BSNS,
    CITIES,
    COUNT,
    FIRST,
    FUNCTIONS,
    LAST,
    MAILS,
    NAMES,
    NUMBERS,
    PAYS,
    POSTCODES,
    always,
    flags,
    kinds,
    read,
    rows,
    table,
)

PAYROLL = table("Naam|BSN|Salaris", NAMES, BSNS, PAYS)
CODES = table("Code|Betekenis", ("1", "2", "3"), ("Vast", "Tijdelijk", "Oproep"))
OF_PAYROLL = {"name", "bsn", "salary"}


def beside(left: Sequence[list[str]], right: Sequence[list[str]]) -> list[list[str]]:
    height = max(len(left), len(right))
    padded = [[*found, *([""] * len(found[0]) for _ in range(height - len(found)))] for found in (left, right)]
    return [[*one, "", *other] for one, other in zip(*padded, strict=True)]


def transposed(found: Sequence[Sequence[str]]) -> list[list[str]]:
    return [list(column) for column in zip(*found, strict=True)]


@pytest.mark.parametrize(
    "above",
    [
        [["Salarisoverzicht 2026"]],
        [["Salarisoverzicht 2026"], ["Peildatum: 1-1-2026"], []],
        [["Organisatie", "Gemeente Voorbeeldstad"], ["Periode", "2026-01"], [], []],
        [["", "", ""], ["", "Vertrouwelijk", ""]],
        [["Medewerkers", "", ""]],
    ],
)
def test_what_stands_above_a_header_is_no_part_of_the_table(above: list[list[str]]) -> None:
    found = read([*above, *PAYROLL])
    assert set(found.kinds()) == OF_PAYROLL
    assert found.persons() == COUNT


@pytest.mark.parametrize("below", [["Totaal", "", "33000,00"], ["Totaal"], ["Aantal medewerkers: 8", "", ""]])
def test_a_total_below_is_nobody(below: list[str]) -> None:
    assert read([*PAYROLL, below]).persons() == COUNT


def test_a_row_of_units_is_no_value() -> None:
    found = read([PAYROLL[0], ["", "", "(€)"], *PAYROLL[1:]])
    assert len(found.kinds()["salary"]) == COUNT


def test_a_header_that_comes_again_on_every_page_is_nobody() -> None:
    pages = [["Pagina 1", "", ""], *PAYROLL[:5], ["Pagina 2", "", ""], PAYROLL[0], *PAYROLL[5:]]
    assert read(pages).persons() == COUNT


@pytest.mark.parametrize(
    ("header", "columns", "expected"),
    [
        (
            [["Werknemer", "", "", "Geboorte", "", "Loon"], ["Nr", "Achternaam", "Voorl.", "datum", "plaats", "bruto"]],
            (NUMBERS, LAST, always("J."), BORN, CITIES, PAYS),
            {"employee_number", "name", "date_of_birth", "salary"},
        ),
        (
            [["Werknemer", "Werknemer", "Dienstverband", "Dienstverband"], ["Naam", "BSN", "Functie", "Salaris"]],
            (NAMES, BSNS, FUNCTIONS, PAYS),
            OF_PAYROLL,
        ),
        (
            [["PERNR", "NACHN", "GBDAT", "PERID"], ["Personeelsnr", "Achternaam", "Geboortedatum", "BSN"]],
            (NUMBERS, LAST, BORN, BSNS),
            {"employee_number", "name", "date_of_birth", "bsn"},
        ),
        (
            [["Werkgever", "", "Contact", ""], ["naam", "KvK", "naam", "e-mail"]],
            (always("Bakkerij De Hoek"), NUMBERS, NAMES, MAILS),
            {"name", "email"},
        ),
    ],
)
def test_headers_over_two_rows_are_read_together(
    header: list[list[str]], columns: tuple[Sequence[str], ...], expected: set[str]
) -> None:
    found = [*header, *(list(row) for row in zip(*columns, strict=False))]
    assert kinds(found) == expected


@pytest.mark.parametrize("gap", [[[]], [["", "", ""]], [["Tabel 2"]], []])
def test_tables_below_each_other_are_each_read_by_their_own_header(gap: list[list[str]]) -> None:
    products = table("Product|Prijs|Voorraad", ("Stoel", "Tafel", "Kast", "Bank"), PAYS, NUMBERS)
    assert kinds([*products, *gap, *PAYROLL]) == OF_PAYROLL
    assert kinds([*PAYROLL, *gap, *products]) == OF_PAYROLL


def test_tables_beside_each_other_are_each_read_by_their_own_header() -> None:
    assert kinds(beside(PAYROLL, CODES)) == OF_PAYROLL
    assert kinds(beside(CODES, PAYROLL)) == OF_PAYROLL


def test_figures_beside_a_list_of_names_are_not_about_those_persons() -> None:
    wages = table("Schaal|Salaris", [str(scale) for scale in range(1, 15)], [f"{2000 + 150 * s},00" for s in range(14)])
    assert kinds(beside(table("Naam|E-mail", NAMES[:5], MAILS), wages)) == {"name", "email"}


def test_an_empty_column_in_between_parts_no_table() -> None:
    found = [[name, "", number, pay] for name, number, pay in PAYROLL]
    assert kinds(found) == OF_PAYROLL


def test_persons_may_stand_in_columns() -> None:
    found = read(transposed(table("Naam|BSN|Geboortedatum|Functie|Bruto salaris", NAMES, BSNS, BORN, FUNCTIONS, PAYS)))
    assert set(found.kinds()) == {"name", "bsn", "date_of_birth", "salary"}
    assert found.persons() == COUNT


@pytest.mark.parametrize(
    "form",
    [
        f"Naam|Jan Jansen\nBSN|{BSNS[0]}\nGeboortedatum|12-03-1980\nSalaris|€ 3.200,00",
        f"Naam:|Jan Jansen\nBSN:|{BSNS[0]}\nGeboortedatum:|12-03-1980\nSalaris:|€ 3.200,00",
        f"Naam|Jan Jansen|BSN|{BSNS[0]}\nGeboortedatum|12-03-1980|Salaris|3200",
        f"Naam||Jan Jansen\n|BSN|{BSNS[0]}\nGeboortedatum||12-03-1980\n|Salaris|3200\nOordeel|goed|zie verslag",
        f"Gegevens|\nNaam||Jan Jansen\nBSN||{BSNS[0]}\n||\nGeboortedatum||12-03-1980\nSalaris||3200",
    ],
)
def test_a_form_has_its_labels_beside_its_values(form: str) -> None:
    found = read(rows(form))
    assert set(found.kinds()) == {"name", "bsn", "date_of_birth", "salary"}
    assert found.persons() == 1


def test_forms_below_each_other_are_a_person_each() -> None:
    forms = [
        line
        for name, number, born in zip(NAMES, BSNS, BORN, strict=False)
        for line in (["Naam", name], ["BSN", number], ["Geboortedatum", born], ["", ""])
    ]
    found = read(forms)
    assert set(found.kinds()) == {"name", "bsn", "date_of_birth"}
    assert found.persons() == COUNT


def test_a_list_of_fields_and_values_is_read_by_the_names_of_the_fields() -> None:
    pairs = [
        line
        for index in range(COUNT)
        for line in (
            [str(index), "Achternaam", LAST[index]],
            [str(index), "BSN", BSNS[index]],
            [str(index), "Geboortedatum", BORN[index]],
        )
    ]
    assert kinds([["id", "veld", "waarde"], *pairs]) == {"name", "bsn", "date_of_birth"}


@pytest.mark.parametrize(
    "form",
    [
        "Personeelsnummer|Naam|BSN|Geboortedatum|Salaris",
        "Personeelsnummer|Naam|BSN|Geboortedatum\n|||\n|||\n1|||\n2|||",
        "Naam|……………………\nBSN|_________\nGeboortedatum|dd-mm-jjjj\nHandtekening|",
        "Naam||BSN|\nAdres||Postcode|\nTelefoon||E-mail|",
        "Naam|[naam medewerker]\nBSN|<bsn>\nGeboortedatum|",
    ],
)
def test_an_empty_form_holds_nothing(form: str) -> None:
    found = read(rows(form))
    assert found.kinds() == {}
    assert flags(found) == {"is_empty_form"}


@pytest.mark.parametrize(
    "mapping",
    [
        "Veld|Type|Lengte|Verplicht\nBSN|char|9|ja\nGeboortedatum|datum|8|ja\nAchternaam|tekst|50|ja",
        "Attribuut|Omschrijving|Formaat\nBSN|Burgerservicenummer|N9\nIBAN|Rekeningnummer|AN34\nNaam|Geslachtsnaam|AN40",
        "Beaufort|AFAS|SAP\nPersoneelsnummer|EmId|PERNR\nAchternaam|LaNm|NACHN\nBSN|SoSe|PERID\nSalaris|EmSa|ANSAL",
        "Bronveld|Doelveld|Regel\nGeb. datum|Geboortedatum|jjjjmmdd naar dd-mm-jjjj\nBSN|Burgerservicenummer|voorloopnul",
        f"Veld|Type|Voorbeeld\nBSN|char(9)|{BSNS[0]}\nNaam|varchar(50)|Jan Jansen\nGeboortedatum|date|12-03-1980",
        "BSN|char(9)|verplicht\nGeboortedatum|date|verplicht\nAchternaam|varchar(40)|verplicht\nSalaris|decimal|optioneel",
    ],
)
def test_a_field_mapping_holds_names_of_fields_and_no_values(mapping: str) -> None:
    found = read(rows(mapping))
    assert found.kinds() == {}
    assert flags(found) == {"is_mapping"}


def test_what_a_mapping_holds_besides_is_looked_at_as_text_but_not_its_examples() -> None:
    found = read(
        rows("Veld|Type|Voorbeeld|Opmerking\nBSN|char(9)|123|a\nNaam|char(50)|Jan|b\nIBAN|char(34)|NL|zie bijlage")
    )
    assert found.is_mapping


def test_a_table_of_departments_is_no_form() -> None:
    departments = ("Personeel en Organisatie", "Juridische Zaken", "Facilitair", "Klantcontact")
    found = table("Naam|Afdeling|Eerste ziektedag|AO%", NAMES[:4], departments, BORN, always("50"))
    assert kinds(found) == {"name", "health"}


def test_addresses_count_with_their_numbers_and_postcodes() -> None:
    streets, numbers = zip(*(address.split(" ", 1) for address in ADDRESSES), strict=True)
    found = read(table("Achternaam|Straat|Nr.|Huisnr|Postcode", LAST, streets, NUMBERS, numbers, POSTCODES))
    assert len(found.kinds()["address"]) == COUNT


def test_one_row_under_a_header_is_a_table() -> None:
    found = read(table("Voornaam|Achternaam|BSN|Salaris", FIRST[:1], LAST[:1], BSNS[:1], PAYS[:1]))
    assert {kind: len(values) for kind, values in found.kinds().items()} == {"name": 1, "bsn": 1, "salary": 1}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Verzuim in uren per medewerker", {"name", "health"}),
        ("Salarissen per medewerker", {"name", "salary"}),
        ("Gewerkte uren per medewerker", {"name"}),
        ("Gemiddeld salaris per medewerker", {"name"}),
    ],
)
@pytest.mark.parametrize("is_in_sheet", [True, False])
def test_the_title_says_what_stands_under_months(title: str, expected: set[str], is_in_sheet: bool) -> None:
    found = table("|jan|feb|mrt|Totaal", NAMES, PAYS, PAYS[::-1], always("0"), PAYS)
    result = Table("" if is_in_sheet else title)
    result.rows([[title], [], *found] if is_in_sheet else found)
    assert set(result.kinds()) == expected


def test_a_legend_says_which_codes_of_a_schedule_mean_illness() -> None:
    schedule = table("|ma|di|wo", NAMES, always("V"), ("Z", *always("L")), ("L", "N", "Z", *always("V")))
    assert kinds(schedule) == {"name"}
    explained = read([*schedule, [], ["V = vroeg, L = laat, N = nacht, Z = ziek"]])
    assert {kind: len(values) for kind, values in explained.kinds().items()} == {"name": COUNT, "health": 2}


def test_lines_of_a_payslip_stay_text_for_whom_they_are_of_stands_elsewhere() -> None:
    lines = rows("Omschrijving|Bedrag\nSalaris|2.775,72\nLoonheffing|-925,24\nNetto|1.665,43")
    found = Table()
    rest = found.rows(lines)
    rest.add(found.settle())
    assert found.kinds() == {}
    assert "Salaris\t2.775,72" in rest.unexplained


def test_numbers_of_things_are_not_handed_back_as_text() -> None:
    found = Table()
    rest = found.rows(
        table("Btw-nummer|Ordernr|Omschrijving", ("NL882124535B04", *BSNS[:7]), BSNS[8:], always("lamp 11"))
    )
    rest.add(found.settle())
    assert not set(BSNS) & set(rest.unexplained)
    assert "lamp 11" in rest.unexplained


def test_without_a_header_a_cell_stays_beside_the_next() -> None:
    found = Table()
    rest = found.rows(rows("Kenmerk|A1|Uw brief|B2\nBehandeld door|afdeling|Telefoonlijst|C3"))
    rest.add(found.settle())
    assert "Kenmerk\tA1\tUw brief\tB2" in rest.unexplained
