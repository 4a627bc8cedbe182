"""Columns as payroll, care, school and municipal systems name them, and columns that nobody named."""

from __future__ import annotations

import pytest

from app.detect.content.fields import Field
from app.detect.content.headers import read_header
from tests.detect.content.tables import (
    ADDRESSES,
    BORN,
    BSNS,
    COUNT,
    DEPARTMENTS,
    FIRST,
    GENDERS,
    HIRED,
    IBANS,
    LAST,
    MAILS,
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

SURNAMES = ("Jansen", "de Boer", "Hendriks", "van Leeuwen", "Hoekstra", "Peters", "Willems", "Kuipers")
TURNED = tuple(f"{name.upper()} {first[0]}" for name, first in zip(SURNAMES, FIRST, strict=True))
KEYS = tuple(f"Q{index:03d}" for index in range(COUNT))
PARTS = tuple(str(123456780 + index) for index in range(COUNT))
AGES = ("31", "45", "52", "28", "60", "39", "47", "55")


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("SV-nummer", Field.BSN),
        ("sv_nr", Field.BSN),
        ("Sociaal-fiscaal nummer", Field.BSN),
        ("fiscaal nummer werknemer", Field.BSN),
        ("citizenServiceNumber", Field.BSN),
        ("dt_gb", Field.BIRTH_DATE),
        ("P0021-FGBDT", Field.BIRTH_DATE),
        ("d.o.b.", Field.BIRTH_DATE),
        ("Netto uitbetaling", Field.SALARY),
        ("MONTHLY_RT", Field.SALARY),
        ("netto huur", Field.MEASURE),
        ("Adres van de werknemer", Field.ADDRESS),
        ("IBAN partner", Field.IBAN),
        ("Naam van de werknemer", Field.NAME),
        ("Samengestelde naam", Field.NAME),
        ("Personnel No.", Field.EMPLOYEE_NUMBER),
        ("absence pct", Field.HEALTH),
        ("leave pct", Field.LEAVE),
        ("ICPC", Field.HEALTH),
        ("Contributie FNV", Field.UNION),
        ("Thuistaal", Field.LANGUAGE),
        ("subject_id", Field.OPAQUE_KEY),
        ("Rijlabels", Field.ROW_LABEL),
    ],
)
def test_a_systems_name_of_a_column_is_understood(header: str, field: Field) -> None:
    assert read_header(header).field is field


@pytest.mark.parametrize("header", ["RAM GB", "gb", "taxonomie", "svg", "cl", "compensatie", "levertijd"])
def test_a_short_word_is_no_column_of_persons(header: str) -> None:
    assert read_header(header).field not in {Field.BSN, Field.BIRTH_DATE, Field.SALARY, Field.NAME, Field.HEALTH}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (table("mdw_id|bdr_mnd|dt_xb", NUMBERS, PAYS, BORN), "employee_number salary date_of_birth"),
        (table("naam|verzuim %", SURNAMES, AGES), "name health"),
        (table("naam|straat|iban", SURNAMES, ADDRESSES, IBANS), "name address iban"),
        (table("Rijlabels|Som van Bruto|Gem. van FTE", TURNED, PAYS, always("0,8")), "name salary"),
        (table("Row Labels|Sum of Gross|Sum of Hours", NAMES, PAYS, always("1800")), "name salary"),
        (table("pseudo|leeftijd|geslacht|bruto", KEYS, AGES, GENDERS, PAYS), "salary"),
        (table("sid|score|diagn", KEYS, AGES, ("F32", "F41.1") * 4), "health"),
        (table("Nr|Medewerker|Inhouding|Bedrag", NUMBERS, NAMES, ("FNV Overheid", "contributie vakbond De Unie") * 4,
               always("17,50")), "employee_number name union"),
        (table("Naam|FNV", NAMES, always("17,50")), "name union"),
        (table("cliënt|klacht in het kort", NAMES, ("eetstoornis", *always("zoekt contact")[1:])), "name health"),
        (table("tijd|wie|waar|wat", always("07:00"), NAMES, tuple(f"{one}, Gouda" for one in ADDRESSES),
               ("stomazakje", *always("ochtendronde")[1:])), "name address health"),
        (table("Lln|Roepnaam|Thuistaal|Geb.datum", NUMBERS, FIRST, ("Turks", "Pools") * 4, BORN), "name date_of_birth"),
        (table("naam|contact", NAMES, tuple(PHONES[i] if i % 2 else MAILS[i] for i in range(COUNT))), "name"),
        (table("Lid|Doop/belijdenis", NAMES, ("belijdend lid", "dooplid") * 4), "name religion"),
        (table("Kandidaat|Trede|Plan", NAMES, ("2", "3") * 4, always("taalcursus")), "name"),
        (table("Relatie|Roepnaam|Achternaam|Adres", NUMBERS, FIRST, LAST, ADDRESSES), "name address"),
    ],
)  # fmt: skip
def test_the_columns_of_a_system_tell_what_they_hold(found: list[list[str]], expected: str) -> None:
    assert kinds(found) == set(expected.split())


def test_phones_among_mail_addresses_are_left_to_be_looked_at() -> None:
    from app.detect.content.tables import Table

    contact = [PHONES[index] if index % 2 else MAILS[index] for index in range(COUNT)]
    found = Table()
    rest = found.rows(table("Wie|Contactgegevens", NAMES, contact))
    rest.add(found.settle())
    assert {PHONES[index] for index in range(1, COUNT, 2)} <= set(rest.unexplained)


@pytest.mark.parametrize("given", [SURNAMES, TURNED, tuple(f"{last}-de Wit" for last in SURNAMES)])
def test_rows_without_a_header_are_known_by_whole_columns(given: tuple[str, ...]) -> None:
    found = [list(row) for row in zip(given, BORN, NUMBERS, strict=True)]
    assert kinds(found) == {"name", "date_of_birth"}
    assert read(found).is_about_persons


@pytest.mark.parametrize(
    "found",
    [
        table("Kleur|Code|Voorraad", ("Groen", "Wit", "Bruin", "Zwart", "Rood", "Blauw", "Geel", "Grijs"), KEYS, AGES),
        table("Merk|Sinds|Prijs", ("Ford", "Opel", "Philips", "Volvo", "Jaguar", "Bosch", "Miele", "Sony"), BORN, PAYS),
        table("Cluster|Som van Brutoloon|Aantal van Medewerkers", tuple("ABCDEFGH"), PAYS, AGES),
        table("Afdeling|Som van Bruto", DEPARTMENTS, PAYS),
        table("Orderregel|Artikel|Aantal|Prijs", BSNS[:COUNT], always("schroef M4"), AGES, PAYS),
        table("sensor|ts|waarde", KEYS, always("2026-03-01T10:00:00Z"), PAYS),
        table("part_no|naam|levertijd", PARTS, always("beugel"), AGES),
        table("host|user|cpu", KEYS, always("svc_app"), AGES),
        table("dt_in|dt_uit|status", HIRED, HIRED, always("gereed")),
        table("Product|Taal|Prijs", KEYS, ("Turks", "Pools") * 4, PAYS),
        table("id|locatie|voorraad", NUMBERS, always("Magazijn"), always("stomazakje 30 stuks")),
    ],
)
def test_things_in_such_columns_are_no_persons(found: list[list[str]]) -> None:
    assert kinds(found) == set()
    assert "is_about_persons" not in flags(read(found))


def test_the_hours_of_a_payslip_are_no_counts_of_persons() -> None:
    slip = rows("""
Omschrijving|Aantal|Bedrag
Bruto salaris|156,00|3963,00
Toeslag nacht|12,00|184,31
Loonheffing||-669,64
NETTO||3054,84
""")
    found = read(slip)
    assert not found.is_aggregate
    assert found.row_count == len(slip)


def test_a_label_with_a_person_above_a_table_is_no_header() -> None:
    from app.detect.content.tables import Table

    found = Table()
    above = [["Urenstaat", "", ""], ["Medewerker", "Sanne Hoekema", ""]]
    rest = found.rows([*above, *table("Datum|Project|Uren", HIRED, always("Rooster"), always("8"))])
    rest.add(found.settle())
    assert any("Medewerker\tSanne Hoekema" in line for line in rest.unexplained)


def test_a_register_with_numbers_of_its_fields_is_a_form_and_no_mapping() -> None:
    lines = rows(f"""
01.01.20|burgerservicenummer|{BSNS[0]}
01.02.40|geslachtsnaam|Hendriks
01.03.10|geboortedatum|19771220
08.11.10|straatnaam|Lindelaan
08.11.20|huisnummer|15
08.11.60|postcode|8606PW
""")
    assert kinds(lines) == {"bsn", "name", "date_of_birth", "address"}
    mapping = [[number, name, other] for (number, name, _), other in zip(
        lines, ("BSN", "ACHTERNAAM", "GEBDAT", "STRAAT", "HUISNR", "POSTCODE"), strict=True)]  # fmt: skip
    assert read(mapping).is_mapping


def test_a_payload_in_a_column_of_remarks_stays_to_be_looked_at() -> None:
    from app.detect.content.tables import Table

    payload = f"payload: {{'naam':'Sanne Bakker','bsn':'{BSNS[0]}','reden':'griep'}}"
    found = Table()
    rest = found.rows([["Key", "Summary", "Comment"], *(["T-1", "Leeg", payload] for _ in range(5))])
    rest.add(found.settle())
    assert any(BSNS[0] in line for line in rest.unexplained)
