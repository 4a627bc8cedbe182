"""What other systems and other authors write: pay, numbers of staff, documents and illness in tables and forms."""

from __future__ import annotations

import pytest

from app.detect.content import values
from app.detect.content.fields import Field
from app.detect.content.headers import read_header
from tests.detect.content.tables import (
    BORN,
    BSNS,
    COUNT,
    DEPARTMENTS,
    FUNCTIONS,
    HIRED,
    IBANS,
    LAST,
    NAMES,
    NUMBERS,
    PAYS,
    PHONES,
    always,
    flags,
    kinds,
    read,
    rows,
    table,
)

PASSPORTS = tuple(f"NX{index}4B7K{index}9" for index in range(COUNT))
LICENCES = tuple(f"5{index}12345{index}01" for index in range(COUNT))
MIXED = tuple(LICENCES[index] if index % 2 else PASSPORTS[index] for index in range(COUNT))
KEYS = tuple(f"R{7 * index + 1000}" for index in range(COUNT))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (table("Wie|Bruto", NAMES, PAYS), "name salary"),
        (table("Medewerker|Toeslag %|Bruto", NAMES, always("6"), PAYS), "name salary"),
        (table("Naam|Uitkering per maand", NAMES, PAYS), "name salary"),
        (table("Naam|Salaris", NAMES, always("€ 3.100,00 (schaal 8)")), "name salary"),
        (table("Naam|Loon", NAMES, always("3.100 bruto per maand")), "name salary"),
        (table("Nr|Medewerker|Bruto", NUMBERS, NAMES, PAYS), "employee_number name salary"),
        (table("File #|Payroll Name|Annual Salary", NUMBERS, NAMES, PAYS), "employee_number name salary"),
        (table("Employee #|Name", NUMBERS, NAMES), "employee_number name"),
        (
            table("Amount|Name|IBAN|Remittance", PAYS, NAMES, IBANS, always("Salaris september 2025")),
            "salary name iban",
        ),
        (
            table("Werknemer SofiNr|Werknemer SignNm|Werknemer Ln Lb Ph", BSNS, LAST, always("4834")),
            "bsn name salary",
        ),
        (table("code|verzuimdagen|schaal|salaris", KEYS, always("17"), always("8"), PAYS), "health salary"),
        (table("Naam|Documentnr.|Geldig tot", NAMES, MIXED, HIRED), "name id_document"),
        (table("Naam|Verblijfsdocument", NAMES, PASSPORTS), "name id_document"),
        (table("Organisatie|Algemeen nummer", always("Bouwbedrijf Noord"), PHONES), "phone"),
        (table("Naam|Privénr", NAMES, PHONES), "name phone"),
        (table("Medewerker|Geb.jaar/dd", NAMES, BORN), "name date_of_birth"),
        (
            table("Cliënt|Gevolg", NAMES, ("heup gebroken", "hoofdwond, gehecht", "kneuzing pols", "schrik") * 2),
            "name health",
        ),
        (table("Cliënt|Voorziening Wmo", NAMES, ("scootmobiel", "traplift") * 4), "name health"),
        (table("Naam|Culturele achtergrond", NAMES, always("Marokkaans-Nederlands")), "name ethnicity"),
        (table("Naam|Afkomst ouders", NAMES, ("Turks-Nederlands", "Molukse afkomst") * 4), "name ethnicity"),
        (table("Naam|Lid van", NAMES, ("FNV", "CNV") * 4), "name union"),
        (table("Artikel|Bruto|Netto", always("Stoel"), PAYS, PAYS), ""),
        (table("Medewerker|Factuurnummer|Bruto", NAMES, NUMBERS, PAYS), "name"),
        (table("code|omschrijving|schaal|salaris", KEYS, FUNCTIONS, always("8"), PAYS), ""),
        (table("Nr|Actie|Wie", [str(1 + index) for index in range(COUNT)], always("plan"), NAMES), "name"),
        (table("Nr|Naam|Afdeling", NUMBERS, NAMES, DEPARTMENTS), "name"),
        (table("Leerling|Geb.|Soort verzuim", NAMES, BORN, ("luxe", "relatief") * 4), "name date_of_birth"),
        (table("Stamnr|Achternaam|Klas", NUMBERS, LAST, always("2hv")), "name"),
        (table("Naam|Titel", NAMES, ("Mr", "Ms") * 4), "name"),
    ],
)
def test_tables_of_other_systems_are_understood(found: list[list[str]], expected: str) -> None:
    assert kinds(found) == set(expected.split())


def test_a_report_in_groups_tells_of_the_person_above_each_group() -> None:
    found = [["Looncomponenten per medewerker", "", "", ""]]
    for number, name, pay in zip(NUMBERS, NAMES, PAYS, strict=True):
        found += [
            [f"Medewerker: {number} {name}", "", "", "geb. 6 juni 1961"],
            ["", "Salaris", pay, ""],
            ["", "Uren", "36", ""],
        ]
    result = read(found)
    assert {"name", "employee_number", "salary"} <= set(result.kinds())
    assert len(result.kinds()["name"]) == COUNT
    assert result.is_about_persons


def test_a_list_of_persons_below_labels_has_its_own_header() -> None:
    found = rows(
        """
Totaal loonsom|900000||
Fte|54,5||
|||
|Wie|Wat|Bruto
|Jan Jansen|lasser|3840,00
|Eva Mulder|planner|4636,50
|Tom Visser|frezer|3864,00
"""
    )
    assert kinds(found) == {"name", "salary"}


def test_the_specification_of_a_template_is_no_value() -> None:
    header = "Personeelsnummer*|Achternaam*|Voorvoegsel|Geboortedatum*|BSN*|Straat|Postcode|Salaris"
    below = "max. 8 posities|tekst 50|lijst|dd-mm-jjjj|9 cijfers, elfproef|tekst|9999 AA|bedrag"
    assert flags(read(rows(f"{header}\n{below}"))) == {"is_empty_form"}


def test_pay_in_rows_of_nobody_waits_for_the_document_around_them() -> None:
    result = read(rows("Maand|Bruto|Netto\n2025-01|6244,55|4323,15\n2025-02|6244,55|4323,15\n2025-03|6244,55|4323,15"))
    assert set(result.unclaimed()) == {"salary"}
    assert "salary" not in result.kinds()
    assert not read(table("Rol|Salaris|Verzuim", FUNCTIONS, always("lezen"), always("melden"))).unclaimed()


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Fiscaal loon", Field.SALARY),
        ("Fiscaal nummer", Field.FISCAL_NUMBER),
        ("Annual base", Field.SALARY),
        ("person-id-external", Field.EMPLOYEE_NUMBER),
        ("Passport #", Field.ID_DOCUMENT),
        ("# employees", Field.COUNT),
    ],
)
def test_headers_of_other_systems_are_understood(header: str, field: Field) -> None:
    assert read_header(header).field is field


@pytest.mark.parametrize(
    "cell", ["€ 3.100,00 (schaal 8)", "bruto 3.100", "3100 p/m", "EUR 52.000 per jaar", "3.100,00"]
)
def test_pay_is_read_beside_its_scale_or_period(cell: str) -> None:
    assert values.is_pay(cell)


@pytest.mark.parametrize("cell", ["lezen", "36 uur", "schaal 8", "3.100,00 tot 4.200,00 euro", "12-03-1980"])
def test_what_is_no_sum_is_no_pay(cell: str) -> None:
    assert not values.is_pay(cell)
