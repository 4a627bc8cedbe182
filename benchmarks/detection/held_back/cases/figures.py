"""Tables about groups, benchmarks and pay scales: numbers about nobody."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import euro
from ..writers import sheets, slides
from ..writers.parts import Block, Book, Document, Grid, Heading, Para, Row, Sheet

catalogue = Catalogue()
case = catalogue.case
SECTORS = (
    "Gemeenten",
    "Ziekenhuizen",
    "VVT",
    "GGZ",
    "Gehandicaptenzorg",
    "Primair onderwijs",
    "Voortgezet onderwijs",
    "Waterschappen",
    "Metaal",
)


def _table(desk: Desk, rows: list[Row], file: str, *formats: str, hard: str = "aggregate") -> Made:
    kind, data = desk.grid(desk.book(rows, properties=desk.properties()), *formats)
    return Made(
        name=f"{file}.{kind}",
        data=data,
        hard=hard,
        origin_url=desk.pick(None, None, "https://opendata.cijferhuis.example/tabel"),
    )


@case("absence per sector", "clean")
def absence(desk: Desk) -> Made:
    rows: list[Row] = [
        ["Sector", "Ziekteverzuim % 2023", "Ziekteverzuim % 2024", "Meldingsfrequentie", "Gem. duur (dgn)"]
    ]
    rows.extend(
        [s, desk.count(38, 92) / 10, desk.count(38, 92) / 10, desk.count(5, 14) / 10, desk.count(8, 41)]
        for s in SECTORS
    )
    return _table(desk, rows, desk.pick("verzuimcijfers", "Benchmark verzuim 2024", "ziekteverzuim_sector"))


@case("pay per function group", "clean")
def averages(desk: Desk) -> Made:
    rows: list[Row] = [["Functiegroep", "Aantal", "Gem. leeftijd", "Gem. salaris", "P25", "Mediaan", "P75"]]
    for g in ("Administratief", "Beleid", "Leidinggevend", "Technisch", "Zorg", "Uitvoerend"):
        mid = desk.count(2600, 5200)
        rows.append([g, desk.count(12, 240), desk.count(36, 52), mid + 15, mid - 380, mid, mid + 420])
    return _table(desk, rows, desk.pick("beloning per functiegroep", "salarisbenchmark", "Beloningsonderzoek tabel 3"))


@case("pay scales", "clean")
def scales(desk: Desk) -> Made:
    rows: list[Row] = [["Schaal", *(f"Trede {i}" for i in range(12))]]
    rows.extend(
        [scale, *(round(1990 + scale * 214 + step * (40 + scale * 4), 2) for step in range(12))]
        for scale in range(1, 15)
    )
    return _table(
        desk,
        rows,
        desk.pick("Salarisschalen cao per 1-1-2025", "loontabel", "schaalbedragen"),
        "xlsx",
        "csv",
        "html",
        "ods",
        hard="pay scales",
    )


@case("age pyramid", "clean")
def pyramid(desk: Desk) -> Made:
    rows: list[Row] = [["Geboortejaar", "Man", "Vrouw", "Totaal"]]
    for year in range(1958, 2005):
        men, women = desk.count(10, 60), desk.count(10, 70)
        rows.append([year, men, women, men + women])
    return _table(desk, rows, desk.pick("leeftijdsopbouw", "Leeftijdspiramide"))


@case("benchmark report", "clean")
def report(desk: Desk) -> Made:
    blocks: list[Block] = [
        Heading("Benchmark personeelsfunctie", 0),
        Para(
            "In dit rapport zijn de kengetallen van 48 deelnemende organisaties samengevat. Groepen van minder dan "
            "vijf zijn niet getoond."
        ),
        Grid(
            (
                ("Kengetal", "P25", "Mediaan", "P75"),
                ("Fte P&O per 100 medewerkers", "1,1", "1,4", "1,9"),
                ("Verzuim", "4,8 %", "5,9 %", "7,2 %"),
                ("Verloop", "7 %", "10 %", "14 %"),
                ("Kosten per salarisstrook", "€ 14", "€ 19", "€ 27"),
            )
        ),
        Para(
            "Eén op de drie organisaties registreert de reden van ziekte nog in het personeelssysteem, hoewel dat "
            "niet is toegestaan. Burn-out en rugklachten worden het vaakst genoemd."
        ),
    ]
    kind, data = desk.write(Document(blocks=blocks, footer="Benchmark 2025"), "pdf", "docx", "odt")
    return Made(name=f"{desk.pick('Benchmarkrapport', 'kengetallen HR')}.{kind}", data=data, hard="benchmark")


@case("benchmark slides", "clean")
def benchmark_slides(desk: Desk) -> Made:
    pages = [
        slides.Slide(title="Waar staat de sector?", lines=("Verzuim daalt licht", "Instroom blijft achter")),
        slides.Slide(
            title="Verzuim naar leeftijd",
            table=(("Leeftijd", "%"), ("< 25", "3,1"), ("25-45", "5,0"), ("> 55", "8,2")),
            notes="Langdurig verzuim verklaart bijna alles; medische oorzaken zijn niet bekend.",
        ),
    ]
    return Made(
        name=f"{desk.pick('benchmark', 'Trends arbeidsmarkt')}.pptx",
        data=slides.pptx(pages, desk.properties()),
        hard="benchmark",
    )


@case("survey results by theme", "clean")
def survey(desk: Desk) -> Made:
    rows: list[Row] = [["Thema", "Score", "n", "Verschil t.o.v. 2023"]]
    rows.extend(
        [t, desk.count(58, 86) / 10, desk.count(150, 900), desk.count(-6, 8) / 10]
        for t in (
            "Werkdruk",
            "Leidinggevende",
            "Ontwikkeling",
            "Vitaliteit en gezondheid",
            "Ongewenst gedrag",
            "Sociale veiligheid",
            "Beloning",
        )
    )
    return _table(desk, rows, desk.pick("MTO resultaten", "medewerkersonderzoek totaal"))


@case("budget of a household or club", "clean")
def budget(desk: Desk) -> Made:
    rows: list[Row] = [["Post", *(f"{m}" for m in ("jan", "feb", "mrt", "apr"))]]
    rows.extend(
        [post, *(desk.count(20, 900) for _ in range(4))]
        for post in ("Hypotheek", "Boodschappen", "Energie", "Sport", "Zorgverzekering", "Vakantie", "Contributie")
    )
    return _table(
        desk,
        rows,
        desk.pick("huishoudboekje", "begroting tennisclub", "kasboek"),
        "xlsx",
        "ods",
        hard="figures of no client",
    )


@case("conversion tables of codes", "clean")
def codes(desk: Desk) -> Made:
    """CBS, postcode areas, SBI: codes in columns that look like numbers of persons."""
    rows: list[Row] = [["Gemeentecode", "PC4", "SBI", "RSIN", "KvK", "Omschrijving"]]
    rows.extend(
        [
            desk.count(3, 1990),
            desk.count(1000, 9999),
            desk.count(1000, 99_999),
            desk.count(800_000_000, 860_000_000),
            desk.count(10**7, 9 * 10**7),
            desk.pick("Overheid", "Zorg", "Groothandel", "Bouw"),
        ]
        for _ in range(desk.count(30, 400))
    )
    return _table(desk, rows, desk.pick("codelijst", "kvk_rsin", "omzettabel"), hard="nine-digit numbers")


@case("calculation model without persons", "clean")
def model(desk: Desk) -> Made:
    rows: list[Row] = [
        ["Parameter", "Waarde"],
        ["Werkgeverslasten", 0.31],
        ["Vakantiegeld", 0.08],
        ["Eindejaarsuitkering", 0.0833],
        ["Uren per jaar", 1878],
    ]
    calc: list[Row] = [["Functie (model)", "Schaal", "Fte", "Kosten"]]
    calc.extend(
        [f, s, n, round(n * s * 7400.0, 2)]
        for f, s, n in (("Adviseur A", 10, 3.0), ("Adviseur B", 11, 1.5), ("Medewerker", 7, 6.0))
    )
    book = Book(
        sheets=[
            Sheet(name="Parameters", rows=rows, heads=(0,)),
            Sheet(name="Rekenblad", rows=calc, state=desk.pick("visible", "hidden")),
        ]
    )
    return Made(
        name=f"{desk.pick('rekenmodel', 'Formatiecalculator', 'kostenmodel')}.xlsx",
        data=sheets.xlsx(book),
        hard="figures of no client",
    )


@case("costs of a training", "clean")
def training(desk: Desk) -> Made:
    blocks: list[Block] = [
        Heading("Opleidingsbrochure Praktijkdiploma Loonadministratie"),
        Para("Je leert werken met loonheffing, BSN-controle, de werkkostenregeling en de ziektewet."),
        Grid(
            (
                ("Onderdeel", "Kosten"),
                ("Lesgeld", f"€ {euro(1450)}"),
                ("Boeken", f"€ {euro(210)}"),
                ("Examen", f"€ {euro(125)}"),
            )
        ),
    ]
    kind, data = desk.write(Document(blocks=blocks), "pdf", "html", "docx")
    return Made(name=f"{desk.pick('brochure PDL', 'opleiding')}.{kind}", data=data, hard="words of personal data")
