"""What the columns of a table hold, by their headers and their values together."""

from __future__ import annotations

import random

import pytest

from tests.detect.content.tables import (
    ADDRESSES,
    BORN,
    BSNS,
    CITIES,
    COUNT,
    DEPARTMENTS,
    FIRST,
    FUNCTIONS,
    GENDERS,
    HIRED,
    HOUSES,
    IBANS,
    INFIX,
    LAST,
    MAILS,
    NAMES,
    NUMBERS,
    PAYS,
    PHONES,
    POSTCODES,
    STREETS,
    always,
    flags,
    kinds,
    read,
    rows,
    table,
)

COMPACT_DATES = ("19800312", "19751101", "19900623", "19660707", "19881230", "19700515", "19930909", "19610228")
ABOUT_PERSONS = {"is_about_persons"}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (
            table(
                "Pers.nr|Achternaam|Voorv.|BSN|Geb. dat.|Rek.nr.|Bruto mnd",
                NUMBERS,
                LAST,
                INFIX,
                BSNS,
                BORN,
                IBANS,
                PAYS,
            ),
            "employee_number name bsn date_of_birth iban salary",
        ),
        (
            table(
                "Employee ID|Legal First Name|Legal Last Name|Date of Birth|National ID|Annual Salary|Home Address",
                NUMBERS,
                FIRST,
                LAST,
                BORN,
                BSNS,
                always("52000"),
                ADDRESSES,
            ),
            "employee_number name date_of_birth bsn salary address",
        ),
        (
            table(
                "PERNR|NACHN|VORNA|GBDAT|PERID|STRAS|PSTLZ|LGART|BETRG",
                NUMBERS,
                LAST,
                FIRST,
                COMPACT_DATES,
                BSNS,
                ADDRESSES,
                POSTCODES,
                always("/101"),
                PAYS,
            ),
            "employee_number name date_of_birth bsn address salary",
        ),
        (
            table("PERS_NR|GESL_NAAM|VOORV|GEB_DT|SOFI_NR|BRUTO_SAL", NUMBERS, LAST, INFIX, COMPACT_DATES, BSNS, PAYS),
            "employee_number name date_of_birth bsn salary",
        ),
        (
            table("emp_dob|empLastName|t1.bsn|mdw_salaris", BORN, LAST, BSNS, PAYS),
            "date_of_birth name bsn salary",
        ),
        (
            table(
                "01.01.10|01.01.20|01.02.10|01.02.40|01.03.10|08.11.10|08.11.20|08.11.60",
                [str(1_000_000_000 + index) for index in range(COUNT)],
                BSNS,
                FIRST,
                LAST,
                COMPACT_DATES,
                STREETS,
                HOUSES,
                POSTCODES,
            ),
            "bsn name date_of_birth address",
        ),
        (
            table("PERNR|AWART|BEGDA|ABWTG", NUMBERS, always("0200"), always("20240101"), always("8,00")),
            "employee_number health",
        ),
        (
            table("Naam|Paspoortnr|Geldig tot", NAMES, [f"NX{index}4B7K{index}9" for index in range(COUNT)], HIRED),
            "name id_document",
        ),
        (
            table("Personeelsnummer|Vakbond", NUMBERS, ("FNV", "", "CNV", "-", "FNV", "geen", "", "nee")),
            "employee_number union",
        ),
        (
            table("Leerling|Geloof|Nationaliteit", NAMES, ("RK", "PC", *always("islam")), always("Nederlandse")),
            "name religion",
        ),
        (table("Medewerker|Ziek gemeld op|Hersteld op", NAMES, HIRED, HIRED), "name health"),
        (
            table(
                "Personeelsnr|Naam|Looncomponent|Bedrag",
                NUMBERS,
                NAMES,
                ("Salaris", "Vakantiegeld", "Loonheffing", "Bonus", *always("Salaris")),
                PAYS,
            ),
            "employee_number name salary",
        ),
        (
            table("Naam|Geb.datum|Uit dienst", NAMES, ("29292", "27699", "33047", "24295", "32507"), always("45292")),
            "name date_of_birth",
        ),
        (table("Arts|BIG-nummer", NAMES, [str(19_000_000_001 + index) for index in range(COUNT)]), "name big_number"),
        (table("Naam|Tel", NAMES, [str(612_345_670 + index) for index in range(COUNT)]), "name phone"),
    ],
)
def test_columns_of_persons_are_recognised_under_the_headers_of_many_systems(
    found: list[list[str]], expected: str
) -> None:
    result = read(found)
    assert set(result.kinds()) == set(expected.split())


def test_without_a_header_the_values_of_whole_columns_decide() -> None:
    assert kinds(table("", NAMES, BSNS, BORN, IBANS)[1:]) == {"name", "bsn", "date_of_birth", "iban"}


def test_under_cryptic_headers_the_values_of_whole_columns_decide() -> None:
    assert kinds(table("F1|F2|F3|F4|F5", NUMBERS, NAMES, BSNS, BORN, PAYS)) == {
        "name",
        "bsn",
        "date_of_birth",
        "salary",
    }


@pytest.mark.parametrize(
    "written",
    [
        lambda number: number.lstrip("0"),
        lambda number: f"{int(number)}.0",
        lambda number: f"{int(number):.8E}",
        lambda number: f"{int(number):,}",
        lambda number: f"{number[:4]}.{number[4:6]}.{number[6:]}",
        lambda number: f"{number[:3]} {number[3:6]} {number[6:]}",
        lambda number: f"'{number}",
    ],
)
def test_a_citizens_number_counts_however_it_is_stored(written: object) -> None:
    assert callable(written)
    numbers = [number for number in BSNS if number[0] != "0"][:COUNT]
    found = read(table("Naam|BSN", NAMES, [written(number) for number in numbers]))
    assert len(found.kinds()["bsn"]) == COUNT


@pytest.mark.parametrize(
    "found",
    [
        table("BSN|Omschrijving", [str(10_000 + index) for index in range(COUNT)], DEPARTMENTS),
        table(
            "BSN|Afdeling", [str(number) for number in random.Random(2).sample(range(10**8, 10**9), COUNT)], DEPARTMENTS
        ),
        table("BSN|Afdeling", [f"*****{number[-4:]}" for number in BSNS], DEPARTMENTS),
        table("Ordernr.|Bedrag", BSNS, PAYS),
        table("Leverancier|RSIN", always("Bakkerij De Hoek B.V."), BSNS),
        table("RSIN leverancier|Bedrag", BSNS, PAYS),
        table("Leverancier|BTW-nummer", always("Bakkerij De Hoek B.V."), [f"NL{number}B01" for number in BSNS]),
        table("Zaaknummer|Status", [f"06{12_345_600 + index}" for index in range(COUNT)], always("open")),
        table("EAN|KvK", [str(8_710_000_000_000 + 13 * index) for index in range(COUNT)], NUMBERS),
        table("Naam|Prijs|Voorraad", ("Stoel", "Tafel", "Kast", "Bank", "Lamp", "Kruk", "Rek", "Bed"), PAYS, NUMBERS),
        table("Naam|Provincie|Inwoners", CITIES, always("Gelderland"), NUMBERS),
        table("Naam|Eigenaar|Status", ("Zaaksysteem", "Intranet", "Telefonie", "Kassa"), DEPARTMENTS, always("actief")),
        table("Functie|Schaal|Salaris", FUNCTIONS, always("9"), PAYS),
        table("Functie|Schaal|Fte|Afdeling", FUNCTIONS, always("9"), always("1,0"), DEPARTMENTS),
        table("Schaal|Trede 0|Trede 1", NUMBERS, PAYS, PAYS),
        table("Vacature|Schaal|Salarisindicatie", FUNCTIONS, always("9"), always("3000 - 4000")),
        table("Postcode|Plaats|Provincie", POSTCODES, CITIES, always("Gelderland")),
        table("Tijdstip|Niveau|Gebruiker|Melding", HIRED, always("INFO"), always("jjansen"), always("login ok")),
        rows("Afdeling|2023|2024\nHR|4,1%|4,3%\nICT|3,1%|2,3%"),
    ],
)
def test_numbers_and_names_of_things_are_no_personal_data(found: list[list[str]]) -> None:
    assert kinds(found) == set()


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (table("Medewerker|Ziek", NAMES, always("nee")), {"name"}),
        (table("Medewerker|Verzuim %", NAMES, always("0")), {"name"}),
        (table("Medewerker|Ziek", NAMES, (*always("nee")[1:], "ja")), {"name", "health"}),
        (table("Afdeling|Aantal leden vakbond", DEPARTMENTS, always("3")), set()),
        (table("Afdeling|Verzuim", DEPARTMENTS, always("4,2")), set()),
        (table("Eigenaar|Hond|Ras", NAMES, always("Bello"), always("Labrador")), {"name"}),
        (table("Melder|Omschrijving|Hersteld op", NAMES, always("Printer stuk"), HIRED), {"name"}),
        (table("Aanvrager|Behandelaar|Datum behandeling", NAMES, NAMES[::-1], HIRED), {"name"}),
        (
            table("Medewerker|Datum|Uursoort|Uren", NAMES, HIRED, ("gewerkt", "ziek", *always("verlof")), always("8")),
            {"name", "health"},
        ),
        (table("Naam|Startdatum", NAMES, HIRED), {"name"}),
    ],
)
def test_what_is_told_of_persons_counts_where_it_tells_something_of_them(
    found: list[list[str]], expected: set[str]
) -> None:
    assert kinds(found) == expected


@pytest.mark.parametrize(
    "header",
    ["Gem. salaris", "Gemiddeld brutoloon", "Mediaan salaris", "Average salary", "Gemiddelde bezoldiging per maand"],
)
def test_an_average_is_nobodys_pay(header: str) -> None:
    assert kinds(table(f"Medewerker|{header}", NAMES, PAYS)) == {"name"}


def numbers(first: int, step: int = 7) -> list[str]:
    return [str(first + step * index) for index in range(COUNT)]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (table("Kenteken|Merk|Bestuurder", always("XX-12-YZ"), always("Volvo"), NAMES), {"name"}),
        (table("EAN-code|Meterstand|Datum", numbers(871_687_120_000_000_000), numbers(12_345), HIRED), set()),
        (table("Aanvrager|KvK|Bedrag|IBAN", always("Stichting Zorg"), numbers(12_345_678), PAYS, IBANS), {"iban"}),
        (table("Plaats|Naam|Tijd|Club", numbers(1, 1), NAMES, always("00:41:12"), always("AV Elst")), {"name"}),
        (table("Titel|Auteur|ISBN", always("Boek"), NAMES, numbers(9_789_012_345_678)), {"name"}),
        (table("Nr|Risico|Kans|Eigenaar", numbers(1, 1), always("Vertraging"), always("hoog"), NAMES), {"name"}),
        (table("Gebruikersnaam|Naam|Rol", always("jjansen"), NAMES, always("beheerder")), {"name"}),
        (table("Leeftijdsklasse|Man|Vrouw", ("15-25", "25-35", "35-45", "45-55"), numbers(10), numbers(12)), set()),
        (table("Afdeling|jan|feb|mrt", DEPARTMENTS, always("4,2%"), always("4,1%"), always("4,0%")), set()),
        (table("Gemeente|WIA|WAO|Wajong", CITIES, numbers(100), numbers(30), numbers(20)), set()),
        (table("ICD-10|Diagnose|Aantal patiënten", always("F32"), always("Depressie"), numbers(100)), set()),
        (table("Provincie|Katholiek|Islam", always("Gelderland"), always("23%"), always("5%")), set()),
        (table("Kostenplaats|Omschrijving|Begroot", numbers(4000), always("Salarissen"), PAYS), set()),
        (table("src_ip|dst_ip|bytes", always("10.0.0.1"), always("10.0.0.2"), numbers(9_999)), set()),
        (rows("Instelling|Waarde\nServer|db01\nPoort|1433\nGebruiker|app_user"), set()),
        (rows("ID|Testgeval|Verwacht\nT1|BSN invoeren|Melding\nT2|Ziekmelding|Taak voor leidinggevende"), set()),
        (rows("Nr|Onderwerp|Wie|Tijd\n1|Opening|Jan|10:00\n2|Verzuim|Eva|10:10"), {"name"}),
    ],
)
def test_tables_of_every_day_tell_nothing_of_persons(found: list[list[str]], expected: set[str]) -> None:
    result = read(found)
    assert set(result.kinds()) == expected
    assert result.persons() == 0
    assert not result.is_about_persons


def test_names_in_a_column_of_anything_count_where_they_are_beyond_doubt() -> None:
    found = read(
        table(
            "Datum|Naam / Omschrijving|Tegenrekening|Bedrag",
            HIRED,
            ("Tankstation A12", "Supermarkt De Mand", "J. de Vries", "Bakkerij Bos", "Telecom BV", "Apotheek"),
            IBANS,
            always("12,50"),
        )
    )
    assert {kind: len(values) for kind, values in found.kinds().items()} == {"iban": 6, "name": 1}
    assert not found.is_about_persons


def test_a_name_over_two_columns_is_one_person() -> None:
    found = read(table("Voornaam|Tussenvoegsel|Achternaam|BSN", FIRST, INFIX, LAST, BSNS))
    assert len(found.kinds()["name"]) == COUNT
    assert found.persons() == COUNT


def test_numbers_instead_of_names_are_personnel_numbers() -> None:
    assert kinds(table("Medewerker|Salaris", NUMBERS, PAYS)) == {"employee_number", "salary"}


def test_a_header_of_many_over_numbers_is_a_count() -> None:
    found = read(table("Gemeente|Inwoners|Loonsom per fte|Verzuim %", CITIES, NUMBERS, always("61000"), always("4,2")))
    assert found.kinds() == {}
    assert found.is_aggregate


def test_values_count_once_and_by_their_bare_form() -> None:
    number = BSNS[0]
    dotted = f"{number[:4]}.{number[4:6]}.{number[6:]}"
    found = read(table("Naam|BSN", NAMES, (number, dotted, number, *BSNS[1:4])))
    assert found.kinds()["bsn"] == {hash(value.encode()) for value in BSNS[:4]}


@pytest.mark.parametrize(
    ("found", "expected", "persons"),
    [
        (
            table("Naam|Functie|Organisatie|E-mail|Telefoon", NAMES, FUNCTIONS, always("Gemeente Elst"), MAILS, PHONES),
            {"is_contact_list"},
            0,
        ),
        (
            table("Aanhef|Voornaam|Achternaam|Bedrijf|Mail", always("De heer"), FIRST, LAST, always("Elders"), MAILS),
            {"is_contact_list"},
            0,
        ),
        (
            table(
                "Organisatie|Contactpersoon|Bezoekadres|Postcode|Plaats",
                always("Gemeente Elst"),
                NAMES,
                ADDRESSES,
                POSTCODES,
                CITIES,
            ),
            {"is_contact_list"},
            0,
        ),
        (table("Naam|Organisatie|Aanwezig", NAMES, always("Gemeente Elst"), always("ja")), {"is_contact_list"}, 0),
        (
            table("Naam|Adres|Postcode|Woonplaats|Telefoon privé", NAMES, ADDRESSES, POSTCODES, CITIES, PHONES),
            ABOUT_PERSONS,
            COUNT,
        ),
        (table("Klantnummer|Naam|Adres|E-mail", NUMBERS, NAMES, ADDRESSES, MAILS), ABOUT_PERSONS, COUNT),
        (table("Naam|Verjaardag", NAMES, BORN), ABOUT_PERSONS, COUNT),
        (
            table("Afdeling|Manager|Aantal fte|Loonsom", DEPARTMENTS, NAMES, always("12"), always("120000")),
            {"is_aggregate"},
            0,
        ),
        (table("Functie|Aantal medewerkers|Gemiddeld salaris", FUNCTIONS, always("3"), PAYS), {"is_aggregate"}, 0),
        (table("Medewerker|Project|Datum|Uren", NAMES, always("Alfa"), HIRED, always("8")), set(), 0),
        (table("Medewerker|Datum|Omschrijving|Bedrag", NAMES, HIRED, always("Trein"), always("12,50")), set(), 0),
        (
            table(
                "Key|Samenvatting|Toegewezen aan", [f"PRJ-{index}" for index in range(COUNT)], always("Log in"), NAMES
            ),
            set(),
            0,
        ),
        (
            table(
                "Pseudoniem|Geslacht|Leeftijd|Salaris",
                [f"P{index:04d}" for index in range(COUNT)],
                GENDERS,
                always("44"),
                PAYS,
            ),
            {"is_about_persons", "is_pseudonymised"},
            COUNT,
        ),
        (
            table(
                "BSN|Geslacht|Diagnose",
                [f"a94a8fe5ccb19ba61c4c0873d391e987982fb{index:03d}" for index in range(COUNT)],
                GENDERS,
                always("F32.1"),
            ),
            {"is_about_persons", "is_pseudonymised"},
            COUNT,
        ),
        (table("Respondentcode|Naam", [f"R{index:03d}" for index in range(COUNT)], NAMES), {"is_pseudonymised"}, 0),
        (
            table(
                "Respondent|Geslacht|Leeftijd|Vraag 1",
                [f"R{index:03d}" for index in range(COUNT)],
                GENDERS,
                always("44"),
                always("4"),
            ),
            {"is_pseudonymised"},
            0,
        ),
    ],
)
def test_a_table_says_what_it_is(found: list[list[str]], expected: set[str], persons: int) -> None:
    result = read(found)
    assert flags(result) == expected
    assert result.persons() == persons


@pytest.mark.parametrize(
    ("header", "cells", "kind"),
    [
        ("Lidmaatschap", ("FNV", "CNV", "", "FNV"), "union"),
        ("Herkomst", ("Turks", "Nederlands", "Surinaams"), "ethnicity"),
        ("Achtergrond", ("katholiek", "islam", "gereformeerd"), "religion"),
        ("Screening", ("veroordeeld wegens diefstal (2019)", "geen", "taakstraf 2021"), "criminal"),
        ("Documentnummer", ("NX4B7K219", "IS9FKCCH7", "SHH3FKNN1"), "id_document"),
        ("Bijzonderheden", ("epilepsie", "astma", ""), "health"),
    ],
)
def test_beside_persons_values_tell_what_a_header_does_not(header: str, cells: tuple[str, ...], kind: str) -> None:
    assert kinds(table(f"Naam|{header}", NAMES, cells)) == {"name", kind}
    assert kind not in kinds(table(f"Artikel|{header}", always("lamp"), cells))


@pytest.mark.parametrize("nothing", ["n.t.b.", "-", "nvt", "[invullen]"])
def test_what_says_nothing_is_nobody(nothing: str) -> None:
    assert kinds(rows(f"Voornaam|{nothing}\nTussenvoegsel|{nothing}\nAchternaam|{nothing}\nBSN|{nothing}")) == set()


def test_an_empty_table_is_nothing() -> None:
    result = read([])
    assert (result.kinds(), result.persons(), flags(result), result.row_count, result.column_count) == (
        {},
        0,
        set(),
        0,
        0,
    )


def test_rows_and_columns_are_counted() -> None:
    result = read(table("Naam|BSN|Salaris", NAMES, BSNS, PAYS))
    assert (result.row_count, result.column_count) == (COUNT + 1, 3)


def test_remarks_beside_names_tell_of_an_illness() -> None:
    remarks = (
        "Prima sfeer, te veel overleg.",
        "Door mijn depressie heb ik een halfjaar thuis gezeten.",
        *always("Geen opmerkingen verder."),
    )
    assert kinds(table("Ingevuld door|Wat wilt u nog kwijt?", NAMES, remarks)) == {"name", "health"}
