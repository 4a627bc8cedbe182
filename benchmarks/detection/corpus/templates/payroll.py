"""Extracts of personnel and payroll systems, under plain and cryptic headers and in many layouts."""

# ruff: noqa: E501  # the text of a document reads best in one piece
from __future__ import annotations

from benchmarks.detection.corpus import fields, numbers
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


@template("client-data", "two tables side by side on one sheet", hard="several tables a sheet")
def side_by_side(s: Scene) -> Paper:
    people = s.people(8, 30)
    left = table(
        people,
        ("Naam", fields.name(s, "listed")),
        ("Schaal", fields.number(s, 4, 13)),
        ("Bruto p.m.", fields.salary(s)),
    )
    right = table(
        s.people(8, 30), ("Uit dienst", fields.name(s, "listed")), ("Geb.", fields.born(s)), ("BSN", fields.bsn(s))
    )
    rows: list[list[Cell]] = [["Formatie-overzicht (in dienst / uit dienst)"], []]
    for number in range(max(len(left), len(right))):
        one = left[number] if number < len(left) else [None] * 3
        other = right[number] if number < len(right) else []
        rows.append([*one, None, *other])
    return s.workbook(
        s.pick("formatie", "in- en uitstroom", "overzicht bezetting"),
        [Sheet(name="Overzicht", rows=rows)],
        ("xlsx", "ods"),
    )


@template("client-data", "tables below each other with headings", hard="several tables a sheet")
def stacked_tables(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["Personele lasten per team"], []]
    for team in ("Team Noord", "Team Zuid", "Team Staf"):
        people = s.people(4, 14)
        rows += [
            [team],
            *table(
                people,
                ("Medewerker", fields.name(s, "formal")),
                ("Geboren", fields.born(s)),
                ("Loon", fields.salary(s)),
            ),
        ]
        rows += [["Totaal", None, sum(person.salary_cents for person in people) / 100], []]
    return s.workbook(
        s.pick("personele lasten", "loonkosten per team", "begroting personeel detail"),
        [Sheet(name="Teams", rows=rows)],
        ("xlsx", "ods"),
    )


@template("client-data", "one person a column", hard="transposed table")
def transposed_cards(s: Scene) -> Paper:
    people = s.people(3, 12)
    rows = fields.transposed(
        table(
            people,
            ("Naam", fields.name(s)),
            ("BSN", fields.bsn(s)),
            ("Geboortedatum", fields.born(s)),
            ("Adres", fields.street(s)),
            ("Postcode", fields.postcode(s)),
            ("Woonplaats", fields.town(s)),
            ("Telefoon privé", fields.phone(s)),
            ("Salaris", fields.salary(s)),
        )
    )
    return s.workbook(
        s.pick("stamkaarten", "indiensttredingen", "nieuwe medewerkers"), [Sheet(name="Kaarten", rows=rows)]
    )


@template("client-data", "merged headers over two rows", hard="merged headers")
def merged_headers(s: Scene) -> Paper:
    people = s.people(10, 60)
    body = table(
        people,
        ("Nr", fields.staff_number(s)),
        ("Achternaam", fields.name(s, "listed")),
        ("Datum", fields.born(s)),
        ("Nummer", fields.bsn(s)),
        ("Bruto", fields.salary(s)),
        ("Rekening", fields.iban(s)),
    )
    rows: list[list[Cell]] = [["Persoon", None, "Geboorte", "BSN", "Verloning", None], *body]
    return s.workbook(
        s.pick("HR-dashboard brondata", "bronbestand", "dataset"),
        [Sheet(name="Bron", rows=rows, merged=("A1:B1", "E1:F1"))],
        ("xlsx",),
    )


@template("client-data", "summary with the persons on a very hidden sheet", hard="very hidden sheet")
def hidden_source(s: Scene) -> Paper:
    people = s.people(10, 80)
    detail = table(
        people,
        ("pnr", fields.staff_number(s)),
        ("naam", fields.name(s)),
        ("bsn", fields.bsn(s)),
        ("sal", fields.salary(s)),
    )
    counts: list[list[Cell]] = [
        ["Afdeling", "Aantal fte", "Gem. leeftijd"],
    ]
    counts += [[name, s.rng.randint(4, 60), s.rng.randint(35, 52)] for name in ("Ruimte", "Sociaal", "Staf")]
    sheets = [
        Sheet(name="Samenvatting", rows=counts),
        Sheet(name="brondata", rows=detail, state="veryHidden" if s.chance(0.6) else "hidden"),
    ]
    return s.workbook(s.pick("HR-kengetallen", "bezettingsanalyse", "formatierapport"), sheets, ("xlsx",), hidden=True)


@template("client-data", "planning with hidden rows and columns of persons", hard="hidden rows and columns")
def hidden_columns(s: Scene) -> Paper:
    people = s.people(10, 40)
    rows = table(
        people,
        ("Rooster", fields.constant("A", "B", "C")),
        ("Dienst", fields.constant("vroeg", "laat", "nacht")),
        ("Naam", fields.name(s)),
        ("BSN", fields.bsn(s)),
        ("Huisadres", fields.address(s)),
        ("Uren", fields.number(s, 16, 40)),
    )
    sheet = Sheet(name="Rooster", rows=rows, hidden_columns=(3, 4, 5), hidden_rows=tuple(range(4, len(rows))))
    return s.workbook(s.pick("dienstrooster", "roosterplan", "capaciteitsplanning"), [sheet], ("xlsx",), hidden=True)


@template("client-data", "pseudonymised rows with their key sheet", hard="pseudonymised with its key beside it")
def pseudonymised(s: Scene) -> Paper:
    people = s.people(15, 70)
    codes = {person: f"R{number:04d}" for number, person in enumerate(people, start=1)}
    data = table(
        people,
        ("respondent", lambda p: codes[p]),
        ("leeftijdsklasse", fields.constant("25-34", "35-44", "45-54")),
        ("score", fields.number(s, 1, 10)),
        ("verzuimdagen", fields.drawn(s, 0, 3, 12, 40, kind="health")),
    )
    key = table(
        people,
        ("respondent", lambda p: codes[p]),
        ("naam", fields.name(s)),
        ("personeelsnummer", fields.staff_number(s)),
        ("e-mail", fields.work_mail(s)),
    )
    return s.workbook(
        s.pick("onderzoeksdata", "MTO_gepseudonimiseerd", "analysebestand"),
        [Sheet(name="data", rows=data), Sheet(name="sleutel", rows=key)],
        ("xlsx", "ods"),
    )


@template(
    "client-data",
    "pseudonymised rows and the key as two files in an archive",
    hard="pseudonymised with its key beside it",
    ties="any",
)
def pseudonymised_archive(s: Scene) -> Paper:
    from benchmarks.detection.corpus.formats.archives import archive

    people = s.people(15, 60)
    codes = {person: f"{numbers.nine_digits(s.rng)[:6]}" for person in people}
    s.kinds.add("salary")
    data = table(
        people,
        ("id", lambda p: codes[p]),
        ("schaal", fields.number(s, 5, 14)),
        ("salaris", fields.salary(s)),
        ("fte", fields.drawn(s, 1.0, 0.8)),
    )
    key = table(
        people, ("id", lambda p: codes[p]), ("naam", fields.name(s, "listed")), ("geboortedatum", fields.born(s))
    )
    suffix = s.pick("zip", "7z", "tgz")
    content = archive(suffix, {"data.csv": plain.delimited(data), "koppeltabel.csv": plain.delimited(key)})
    return s.paper(f"{s.pick('beloningsonderzoek', 'levering', 'dataset_v2')}.{suffix}", content)


@template("client-data", "absence list", hard=None)
def absence_list(s: Scene) -> Paper:
    rows = fields.varied(
        s,
        s.people(6, 50),
        (s.pick("Naam", "Medewerker"), fields.name(s, s.pick("full", "listed"))),
        ("Afdeling", fields.department(s)),
        (s.pick("Eerste ziektedag", "Ziek vanaf", "Verzuim begin"), fields.day(s, lambda _: s.day_near())),
        (s.pick("Verzuim%", "AO%", "Perc. ziek"), fields.drawn(s, 100, 50, 25, 75)),
        (
            s.pick("Reden", "Bijzonderheden", "Vangnet"),
            fields.drawn(s, "griep", "burn-out", "zwangerschap", "rugklachten", "na operatie", "", kind="health"),
        ),
        ("Prognose", fields.drawn(s, "langdurig", "< 6 weken", "onbekend")),
    )
    return s.workbook(s.pick("verzuimlijst", "zieken_week_40", "frequent verzuim"), [Sheet(name="Verzuim", rows=rows)])


@template("client-data", "pension delivery as JSON")
def pension_json(s: Scene) -> Paper:
    people = s.people(5, 40)
    rows = table(
        people,
        ("deelnemerBsn", fields.bsn(s, "plain")),
        ("naam", fields.name(s)),
        ("geboortedatum", fields.born(s, "iso")),
        ("geslacht", fields.sex(s)),
        ("pensioengevendSalaris", lambda person: person.salary_cents * 12 / 100),
        ("deeltijdfactor", fields.drawn(s, 1.0, 0.8, 0.5)),
    )
    s.kinds.add("salary")
    value = {
        "aanlevering": {"periode": "2026-09", "werkgever": s.organisation()},
        "inkomstenverhoudingen": plain.records(rows),
    }
    return s.paper(s.pick("upa_2026_09.json", "pensioenaangifte.json", "deelnemers.json"), plain.json_of(value))


@template("client-data", "table of persons as SQL", hard=None)
def person_sql(s: Scene) -> Paper:
    rows = table(
        s.people(10, 120),
        ("id", fields.staff_number(s)),
        ("voornaam", fields.name(s, "first")),
        ("tussenvoegsel", fields.particle(s)),
        ("achternaam", fields.name(s, "surname")),
        ("geboren", fields.born(s, "iso")),
        ("bsn", fields.bsn(s, "plain")),
        ("iban", fields.iban(s)),
        ("straat", fields.street_name(s)),
        ("huisnummer", fields.house(s)),
        ("postcode", fields.postcode(s)),
        ("email", fields.private_mail(s)),
    )
    s.kinds.discard("employee_number")  # nothing says that the key is one
    content = plain.sql_of(
        rows, table=s.pick("personen", "hr_medewerker", "tbl_persoon"), dialect=s.pick("postgres", "mysql", "copy")
    )
    return s.paper(s.pick("dump.sql", "backup_hr.sql", "personen.sql"), content)
