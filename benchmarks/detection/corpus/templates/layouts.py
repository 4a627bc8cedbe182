"""Extracts of personnel in layouts that hide a table: side by side, transposed, merged, hidden, with a key."""

# the text of a document reads best in one piece
from __future__ import annotations

from benchmarks.detection.corpus import fields, numbers
from benchmarks.detection.corpus.blocks import Cell, Sheet
from benchmarks.detection.corpus.fields import table
from benchmarks.detection.corpus.formats import plain
from benchmarks.detection.corpus.scene import Scene
from benchmarks.detection.corpus.template import Paper, template


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
