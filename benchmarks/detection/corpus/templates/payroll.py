"""Extracts of personnel and payroll systems, under the plain and the cryptic headers of each."""

# ruff: noqa: E501  # the text of a document reads best in one piece
from __future__ import annotations

from benchmarks.detection.corpus import fields
from benchmarks.detection.corpus.blocks import Cell, Sheet
from benchmarks.detection.corpus.fields import table
from benchmarks.detection.corpus.formats import plain
from benchmarks.detection.corpus.scene import SHEETS, Scene, euros
from benchmarks.detection.corpus.template import Paper, template


@template("client-data", "salary extract under plain headers")
def plain_salaries(s: Scene) -> Paper:
    people = s.people(8, 140)
    rows = fields.varied(
        s,
        people,
        (s.pick("Personeelsnummer", "Pers.nr.", "Medewerker", "Personeelsnr"), fields.staff_number(s)),
        (s.pick("Naam", "Naam medewerker", "Medewerkernaam"), fields.name(s, s.pick("full", "listed", "formal"))),
        (s.pick("BSN", "Burgerservicenummer", "Sofinummer", "BSN-nummer"), fields.bsn(s)),
        (s.pick("Geboortedatum", "Geb.datum", "Geb. dat."), fields.born(s)),
        (s.pick("IBAN", "Rekeningnummer", "Bankrekening"), fields.iban(s)),
        (s.pick("Bruto salaris", "Salaris", "Bruto maandloon", "Maandsalaris"), fields.salary(s)),
        (s.pick("Afdeling", "Org. eenheid", "Team"), fields.department(s)),
    )
    return s.workbook(
        s.pick("salarissen", "Export salarisadministratie", "medewerkers_actueel", "loonlijst Q3"),
        [Sheet(name="Blad1", rows=rows)],
    )


@template("client-data", "SAP infotypes 0002 and 0008", hard="cryptic headers of SAP")
def sap_infotypes(s: Scene) -> Paper:
    people = s.people(20, 200)
    rows = table(
        people,
        ("MANDT", fields.constant("100")),
        ("PERNR", fields.staff_number(s, padded=True)),
        ("BEGDA", fields.day(s, lambda person: person.hired, "compact")),
        ("ENDDA", fields.constant("99991231")),
        ("NACHN", fields.name(s, "surname")),
        ("VORSW", fields.particle(s)),
        ("VORNA", fields.name(s, "first")),
        ("GBDAT", fields.born(s, "compact")),
        ("PERID", fields.bsn(s, s.pick("plain", "number"))),
        ("GESCH", lambda person: "2" if person.is_woman else "1"),
    )
    pay = table(
        people,
        ("PERNR", fields.staff_number(s, padded=True)),
        ("TRFGR", lambda person: f"{person.salary_cents // 70_000:02d}"),
        ("LGA01", fields.constant("1000", "1010")),
        ("BET01", fields.salary(s, s.pick("number", "point"))),
        ("WAERS", fields.constant("EUR")),
    )
    name = s.pick("PA0002", "ZHR_EXTRACT_2026", "SE16N_PA0002_PA0008", "export")
    return s.workbook(name, [Sheet(name="PA0002", rows=rows), Sheet(name="PA0008", rows=pay)], SHEETS)


@template("client-data", "SAP wage types of one period as text", hard="only numbers of persons and amounts")
def sap_wage_types(s: Scene) -> Paper:
    s.kinds |= {"employee_number", "salary"}
    lines = ["PERNR|SEQNR|FPPER|LGART|LGTXT|BETPE|ANZHL|BETRG|"]
    for person in s.people(15, 80):
        for code, text, share in (
            ("/101", "Totaal bruto", 1.0),
            ("/551", "Nabetaling", 0.02),
            ("M120", "Eindejaarsuitkering", 0.083),
        ):
            amount = round(person.salary_cents * share / 100, 2)
            lines.append(
                f"{person.staff_number.zfill(8)}|{s.rng.randint(10, 99):05d}|202609|{code}|{text}|0,00|0,00|{euros(round(amount * 100))}|"
            )
    return s.paper(
        s.pick("RT_202609.txt", "loonresultaat_202609.csv", "PC_PAYRESULT.txt"), "\r\n".join(lines).encode("cp1252")
    )


@template("client-data", "AFAS employee view", hard="export with title rows and a filter line")
def afas_view(s: Scene) -> Paper:
    people = s.people(10, 90)
    rows: list[list[Cell]] = [
        ["Medewerkers (overzicht)"],
        [f"Weergave: Medewerker / Dienstverband  |  Peildatum: {s.day:%d-%m-%Y}"],
        [],
        *table(
            people,
            ("Mdw.", fields.staff_number(s)),
            ("Roepnaam", fields.name(s, "first")),
            ("Voorvoegsel", fields.particle(s)),
            ("Achternaam", fields.name(s, "surname")),
            ("SoFi-nr.", fields.bsn(s)),
            ("Geb.dat.", fields.born(s)),
            ("DV in dienst", fields.hired(s)),
            ("Functie", fields.function(s)),
            ("Salaris p/m", fields.salary(s)),
        ),
        [],
        [f"Aantal: {len(people)}"],
    ]
    return s.workbook(
        s.pick("AFAS_Medewerker_overzicht", "Profit export", "Weergave medewerkers"),
        [Sheet(name="Medewerkers", rows=rows)],
        ("xlsx", "ods"),
    )


@template("client-data", "Visma Raet file with fixed names", hard="columns called Rubriek and a number")
def raet_rubrics(s: Scene) -> Paper:
    people = s.people(12, 80)
    rows = table(
        people,
        ("Inst.nr", fields.constant("40718")),
        ("Pers.nr", fields.staff_number(s, padded=True)),
        ("P00101 Achternaam", fields.name(s, "surname")),
        ("P00102 Voorvoegsels", fields.particle(s)),
        ("P00301 Geb.dat", fields.born(s, "compact")),
        ("P00410 Sofi/BSN", fields.bsn(s, "plain")),
        ("P00804 Straat", fields.street_name(s)),
        ("P00805 Huisnr", fields.house(s)),
        ("P00807 Postcode", fields.postcode(s)),
        ("P01155 Bedrag", fields.salary(s, s.pick("dutch", "number"))),
    )
    return s.workbook(
        s.pick("Raet_mutaties", "beaufort_dump", "HRC export periode 9"), [Sheet(name="Export", rows=rows)]
    )


@template("client-data", "Exact employee export as XML")
def exact_xml(s: Scene) -> Paper:
    rows = table(
        s.people(6, 60),
        ("EmployeeHID", fields.staff_number(s)),
        ("LastName", fields.name(s, "surname")),
        ("MiddleName", fields.particle(s)),
        ("FirstName", fields.name(s, "first")),
        ("BirthDate", fields.born(s, "iso")),
        ("SocialSecurityNumber", fields.bsn(s, "plain")),
        ("BankAccount", fields.iban(s)),
        ("AddressLine1", fields.street(s)),
        ("Postcode", fields.postcode(s)),
    )
    return s.paper(
        s.pick("Employees.xml", "exact_export.xml", "HRM_Employees_2026.xml"),
        plain.xml_of(rows, root="eExact", item="Employee"),
    )


@template("client-data", "Nmbrs run with wage components", hard="rows per component, name only in the first")
def nmbrs_run(s: Scene) -> Paper:
    s.kinds |= {"name", "salary", "employee_number"}
    rows: list[list[Cell]] = [
        [s.organisation()],
        ["Run 9 - september 2026"],
        [],
        ["Wrkn", "Naam", "Code", "Omschrijving", "Aantal", "Bedrag"],
    ]
    for person in s.people(8, 50):
        rows.append([int(person.staff_number), person.listed, 1000, "Bruto loon", None, person.salary_cents / 100])
        rows.append([None, None, 2100, "Pensioenpremie", None, -round(person.salary_cents * 0.07) / 100])
        rows.append([None, None, 5999, "Netto loon", None, round(person.salary_cents * 0.66) / 100])
    return s.workbook(
        s.pick("Nmbrs run 9", "loonjournaal per werknemer", "run_2026_09"),
        [Sheet(name="Run", rows=rows, merged=("A1:F1",))],
        ("xlsx", "ods"),
    )


@template("client-data", "ADP list of employees as a printed report")
def adp_report(s: Scene) -> Paper:
    lines = [
        f"ADP Perman    MEDEWERKERSLIJST              {s.day:%d-%m-%Y}   blad 1",
        f"Werkgever: {s.organisation()}",
        "",
    ]
    lines.append(f"{'REGNR':<10}{'NAAM':<32}{'GEB.DAT':<12}{'BSN':<12}{'UURLOON':>9}")
    s.kinds |= {"name", "employee_number", "date_of_birth", "bsn", "salary"}
    lines += [
        f"{person.staff_number:<10}{person.listed:<32}{person.born:%d-%m-%y}    {person.bsn:<12}{euros(person.salary_cents // 156):>9}"
        for person in s.people(12, 60)
    ]
    return s.paper(s.pick("MEDLYST.TXT", "adp_lijst.txt", "perman.prn"), "\r\n".join(lines).encode("cp1252", "replace"))


@template("client-data", "Agresso report of persons and positions")
def agresso_report(s: Scene) -> Paper:
    rows = fields.varied(
        s,
        s.people(15, 70),
        ("Resource", fields.staff_number(s)),
        ("Resource (T)", fields.name(s, "listed")),
        ("Geb.dt", fields.born(s)),
        ("Pos.", fields.constant("MED1", "MED2", "ADV3", "MGT1")),
        ("Pos. (T)", fields.function(s)),
        ("WTF", fields.drawn(s, 1.0, 0.8, 0.6, 0.89)),
        ("Loonelm 100", fields.salary(s)),
    )
    return s.workbook(
        s.pick("Unit4 browser", "ABW_resource_overzicht", "HR-browser 14"), [Sheet(name="Resultaat", rows=rows)]
    )
