# ruff: noqa: E501  # the text of a document reads best in one piece
"""Client data that says little in numbers: prose about one person, documents in documents, sources of pivots."""

from __future__ import annotations

from benchmarks.detection.corpus import fields
from benchmarks.detection.corpus.blocks import Block, Cell, Grid, Heading, Sheet, Slide
from benchmarks.detection.corpus.fields import table
from benchmarks.detection.corpus.formats.embedded import with_pivot_source, with_workbook
from benchmarks.detection.corpus.formats.portable import pdf_lines
from benchmarks.detection.corpus.formats.slides import pptx_of
from benchmarks.detection.corpus.formats.word import docx_of
from benchmarks.detection.corpus.formats.workbook import xlsx_of
from benchmarks.detection.corpus.scene import LETTER, Scene, euros
from benchmarks.detection.corpus.template import Paper, template


@template("client-data", "personal note about an operation", hard="illness of one person without any number")
def personal_note(s: Scene) -> Paper:
    person = s.person()
    blocks: list[Block] = [
        f"Beste {s.name(person, s.pick('full', 'titled'))},",
        s.ink(
            "health",
            s.pick(
                "Wat naar dat de chemotherapie zo zwaar valt. Neem alle tijd om te herstellen.",
                "Fijn dat de operatie aan je rug geslaagd is. We zien je graag terug zodra je van de pijnstillers af bent.",
                "Dat je nu bent opgenomen op de PAAZ is verdrietig, maar goed dat er hulp is.",
            ),
        ),
        "Je werk is overgenomen door het team. De bloemen komen namens iedereen.",
        f"Hartelijke groet,\n{s.name(s.contact())}\n{s.organisation()}",
    ]
    return s.prose(s.pick("kaart", "briefje", f"brief {person.first}"), blocks)


@template("client-data", "list of abilities of an employee", hard="medical terms of the labour expert")
def abilities(s: Scene) -> Paper:
    person = s.person()
    blocks: list[Block] = [
        Heading(s.pick("Functionele mogelijkhedenlijst", "Inzetbaarheidsprofiel", "Belastbaarheidsprofiel")),
        f"Cliënt: {s.name(person, 'titled')}, geboren {s.born(person)}\nBeoordeeld door: {s.name(s.contact())}, arts arbeid en gezondheid",
        Grid(
            [
                ["Rubriek", "Beoordeling"],
                ["Persoonlijk functioneren", s.ink("health", "beperkt: concentreren maximaal een half uur")],
                ["Dynamische handelingen", "beperkt: tillen tot 5 kg, knielen niet"],
                ["Werktijden", "maximaal 4 uur per dag, geen nachtdiensten"],
            ]
        ),
        f"Werkgever: {s.organisation()}. Geldig vanaf {s.written(s.day)}.",
    ]
    return s.prose(s.pick("FML", "IZP", "belastbaarheid"), blocks, LETTER)


@template("client-data", "letter of the benefits agency about an employee")
def agency_letter(s: Scene) -> Paper:
    person = s.person()
    blocks: list[Block] = [
        f"Uitkeringsinstituut\nPostbus 1\n\n{s.organisation()}\n{s.organisation_address()}",
        f"Datum {s.written(s.day)}\nOver: {s.name(person, 'formal')}\nBSN {s.bsn(person)}",
        s.ink(
            "health",
            f"U heeft gemeld dat uw werknemer sinds {s.written(s.day_near())} {s.pick('ziek is als gevolg van zwangerschap', 'arbeidsongeschikt is', 'is uitgevallen door een no-risk indicatie')}. Wij kennen een Ziektewet-uitkering toe van € {euros(s.rng.randint(9_000, 21_000))} per dag.",
        ),
        "Bezwaar is mogelijk binnen zes weken.",
    ]
    return s.prose(s.pick("beslissing", "brief UWV", "ZW beslissing"), blocks, LETTER)


@template("client-data", "settlement agreement with an employee")
def settlement(s: Scene) -> Paper:
    person = s.person()
    blocks: list[Block] = [
        Heading(s.pick("Vaststellingsovereenkomst", "Beëindigingsovereenkomst")),
        f"{s.organisation()} en {s.name(person, 'titled')}, wonende te {s.address(person)}, geboren {s.born(person)},",
        f"overwegen dat een verschil van inzicht is ontstaan over de wijze waarop {person.title} de functie van {person.function} vervult;",
        f"komen overeen: het dienstverband eindigt op {s.written(s.day)}. Werknemer ontvangt een vergoeding van € {euros(person.salary_cents * 7)} bruto. Het laatstgenoten salaris is € {s.salary(person.salary_cents)} per maand.",
        "Partijen verlenen elkaar finale kwijting.",
    ]
    return s.prose(s.pick("VSO", "vaststellingsovereenkomst concept", "regeling"), blocks, LETTER)


@template("client-data", "list of names with one remark each", hard="a plain list, no table")
def plain_list(s: Scene) -> Paper:
    s.kinds.add("health")
    remarks = (
        "langdurig ziek (kanker)",
        "in WIA-aanvraag",
        "terug van zwangerschapsverlof",
        "burn-out, spoor 2 gestart",
        "hersteld na hartinfarct",
        "rugklachten, aangepast werk",
    )
    lines = "\n".join(
        f"{s.pick('-', '*', '•')} {s.name(person)} ({person.born.year}): {s.pick(*remarks)}"
        for person in s.people(4, 12)
    )
    blocks: list[Block] = [
        Heading(s.pick("Bijpraten", "Lopende zaken", "Punten voor overleg")),
        lines,
        s.pick("Vrijdag verder.", "Terugkoppelen aan MT."),
    ]
    return s.prose(s.pick("lijstje", "punten", "overleg"), blocks, ("docx", "txt", "md", "odt", "rtf", "pdf"))


@template(
    "client-data", "report with the persons in a workbook behind a chart", hard="a workbook embedded in a document"
)
def embedded_workbook(s: Scene) -> Paper:
    rows = table(
        s.people(10, 60),
        ("Naam", fields.name(s)),
        ("BSN", fields.bsn(s)),
        ("Geboren", fields.born(s)),
        ("Salaris", fields.salary(s)),
    )
    book = xlsx_of([Sheet(name="Blad1", rows=rows)])
    if s.chance(0.5):
        package = docx_of(
            [
                Heading("Loonkosten in beeld"),
                "De grafiek laat de spreiding per schaal zien.",
                "Bron: salarisadministratie.",
            ],
            s.properties("docx"),
        )
        return s.paper(s.pick("loonkosten.docx", "analyse.docx"), with_workbook(package, "word", book), hidden=True)
    package = pptx_of([Slide(title="Loonkosten in beeld", lines=["Spreiding per schaal"])], s.properties("pptx"))
    return s.paper(s.pick("loonkosten.pptx", "analyse.pptx"), with_workbook(package, "ppt", book), hidden=True)


@template(
    "client-data",
    "totals of a pivot table that keeps its source",
    hard="the source of a pivot table, shown on no sheet",
)
def pivot_source(s: Scene) -> Paper:
    rows = table(
        s.people(20, 80),
        ("Medewerker", fields.name(s)),
        ("BSN", fields.bsn(s, "plain")),
        ("Afdeling", fields.department(s)),
        ("Salaris", fields.salary(s, "number")),
    )
    shown: list[list[Cell]] = [
        ["Rijlabels", "Som van Salaris"],
        ["Financiën", s.rng.randint(10_000, 90_000)],
        ["ICT", s.rng.randint(10_000, 90_000)],
        ["Eindtotaal", s.rng.randint(90_000, 400_000)],
    ]
    book = xlsx_of([Sheet(name="Draaitabel", rows=shown)], s.properties("xlsx"))
    return s.paper(
        s.pick("draaitabel.xlsx", "loonsom per afdeling.xlsx", "totalen.xlsx"),
        with_pivot_source(book, rows),
        hidden=True,
    )


@template("client-data", "printed list in columns as a PDF", hard="columns by place on the page, not by a table")
def printed_columns(s: Scene) -> Paper:
    s.kinds |= {"name", "bsn", "date_of_birth", "salary"}
    lines: list[tuple[float, float, str]] = [
        (50, 800, f"Salarislijst {s.organisation()}"),
        (50, 786, f"Periode {s.day.month} {s.day.year}"),
    ]
    lines += [(x, 760.0, text) for x, text in ((50, "Naam"), (220, "BSN"), (320, "Geb.datum"), (430, "Bruto"))]
    for number, person in enumerate(s.people(8, 40)):
        y = 744.0 - 16 * number
        lines += [
            (50, y, person.listed),
            (220, y, person.bsn),
            (320, y, f"{person.born:%d-%m-%Y}"),
            (430, y, euros(person.salary_cents)),
        ]
    return s.paper(s.pick("salarislijst.pdf", "lijst.pdf", "print.pdf"), pdf_lines(lines, s.properties("pdf")))


@template("client-data", "interview for an investigation of integrity", hard="accusations in prose")
def investigation(s: Scene) -> Paper:
    person, witness = s.person(), s.person()
    blocks: list[Block] = [
        Heading(s.pick("Gespreksverslag integriteitsonderzoek", "Feitenrelaas", "Verklaring")),
        f"Gehoord: {s.name(witness)}, geboren {s.born(witness)}. Onderwerp: gedragingen van {s.name(person)} ({person.function}).",
        s.ink(
            "criminal",
            f"Getuige verklaart dat {person.titled} in 2022 is veroordeeld wegens verduistering en dat de leiding daarvan wist.",
        ),
        "Getuige heeft zelf gezien dat er geld uit de kas is genomen. Van het gesprek is een opname gemaakt.",
        f"Opgemaakt te {s.organisation()}, {s.written(s.day)}.",
    ]
    return s.prose(s.pick("verklaring", "feitenrelaas", "verslag gesprek"), blocks)


@template(
    "client-data", "schedule of shifts with reasons of absence", hard="codes of absence explained below the table"
)
def shifts(s: Scene) -> Paper:
    s.at_branch("care", "company")
    s.kinds |= {"name", "health"}
    rows: list[list[Cell]] = [[f"Rooster week {s.rng.randint(1, 52)}"], ["", "ma", "di", "wo", "do", "vr", "za", "zo"]]
    rows += [[person.full, *(s.pick("V", "L", "N", "-", "Z", "ZW") for _ in range(7))] for person in s.people(8, 24)]
    rows += [[], ["V = vroeg, L = laat, N = nacht, Z = ziek, ZW = zwangerschapsverlof"]]
    return s.workbook(s.pick("rooster", "dienstlijst", "weekrooster"), [Sheet(name="Week", rows=rows)])


@template("client-data", "reference given on a former employee")
def reference(s: Scene) -> Paper:
    person = s.person()
    blocks: list[Block] = [
        f"{s.organisation()}\n{s.written(s.day)}",
        f"Betreft: referentie {s.name(person)}, geboren {s.born(person)}, {s.address(person)}",
        f"{person.titled} werkte van 2018 tot 2025 bij ons als {person.function}. Het dienstverband eindigde in onderling overleg. "
        + s.ink(
            "health",
            "Door psychische klachten was de inzet in het laatste jaar wisselend; het verzuim liep op tot 38 procent.",
        ),
        f"Het laatste salaris bedroeg {s.salary(person.salary_cents)} euro bruto.",
        f"{s.name(s.contact())}",
    ]
    return s.prose(s.pick("referentie", "getuigschrift", f"referentie {person.surname}"), blocks, LETTER)
