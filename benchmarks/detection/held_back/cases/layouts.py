"""Lists of persons in layouts that reports of systems have: merged heads, groups, printed pages, codes in words."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import euro, write_date
from ..people import Person
from ..writers import data, pdf, sheets, tables
from ..writers.parts import Block, Book, Document, Grid, Heading, Para, Row, Sheet
from .signs import sign

catalogue = Catalogue()
case = catalogue.case


@case("payroll statement with merged heads", "client-data", 1.2)
def merged(desk: Desk) -> Made:
    """Two lines of heads, the upper one merged over groups; totals at the foot."""
    told = sign(desk)
    top: Row = ["Werknemer", None, None, "Fiscaal", None, "Betaling", None]
    under: Row = ["Nr", "Naam", "Geb.", "Sofinr.", "Tabel", "Bruto", "Rekening"]
    rows: list[Row] = [[told.line or "Verzamelloonstaat"], top, under]
    total = 0.0
    for p in desk.people(desk.count(8, 45)):
        total += p.salary
        person: Row = [
            desk.staff_number(p),
            desk.name(p, "sorted"),
            desk.birth(p),
            desk.bsn(p),
            desk.pick("wit", "groen"),
        ]
        rows.append([*person, desk.pay_cell(p.salary), desk.iban(p)])
    rows.append(["Totaal", None, None, None, None, round(total, 2), None])
    spans = ((0, 0, 0, 6), (1, 0, 1, 2), (1, 3, 1, 4), (1, 5, 1, 6))
    book = Book(sheets=[Sheet(name="Loonstaat", rows=rows, merged=spans, heads=(1, 2))], properties=told.properties)
    return told.made(
        f"{desk.pick('Verzamelloonstaat', 'Youforce_loonstaat', 'RAET 2025-08')}.xlsx",
        sheets.xlsx(book),
        hard="merged heads",
    )


@case("report in groups", "client-data", 1.2)
def grouped(desk: Desk) -> Made:
    """A line with the person, below it lines with components, and no column for either."""
    told = sign(desk)
    rows: list[Row] = (
        [[told.line], ["Looncomponenten per medewerker"], []] if told.line else [["Looncomponenten per medewerker"], []]
    )
    for p in desk.people(desk.count(5, 30)):
        rows.append([f"Medewerker: {desk.staff_number(p)} {desk.name(p, 'formal')}", "", f"geb. {desk.birth(p)}"])
        rows += [
            ["", "Salaris", desk.pay_cell(p.salary)],
            ["", "Reiskosten", float(desk.count(20, 180))],
            ["", "Uren", p.hours],
        ]
    kind, content = desk.grid(
        desk.book(rows, properties=told.properties), *told.tables("xlsx", "csv", "html", "ods", "xls")
    )
    return told.made(
        f"{desk.pick('looncomponenten', 'rapport 118', 'Mutatieverslag')}.{kind}",
        content,
        hard="groups without columns",
    )


@case("printed list of staff", "client-data")
def printed(desk: Desk) -> Made:
    """A report as pdf, with page heads and a narrow table."""
    told = sign(desk, "origin", "name", "label", "folder", "none", "other")
    rows = [("Pers.nr", "Naam", "Geb.datum", "BSN", "In dienst")]
    rows.extend(
        (
            desk.staff_number(p),
            desk.name(p, "sorted"),
            desk.birth(p, "dashes"),
            desk.bsn(p),
            write_date(p.started, "dashes"),
        )
        for p in desk.people(desk.count(20, 90))
    )
    document = Document(
        blocks=[Heading("Personeelslijst", 2), Grid(tuple(rows))],
        header=f"{told.line}  Personeelslijst".strip(),
        footer="Vertrouwelijk",
        properties=told.properties,
    )
    return told.made(
        f"{desk.pick('personeelslijst', 'Rapport_R014', 'lijst afdruk')}.pdf", pdf.pdf(document), hard="table in a pdf"
    )


def _sentence(desk: Desk, p: Person) -> str:
    illness = desk.pick("rugklachten", "een burn-out", "reuma")
    return desk.one(
        lambda: (
            f"{desk.name(p)} ({desk.birth(p, 'words')}) gaat van {desk.pay(p.salary)} naar "
            f"€ {euro(p.salary * 1.04)} per maand."
        ),
        lambda: f"Voor {desk.name(p, 'polite')}, wonende {desk.address(p)}, is geen passende functie gevonden.",
        lambda: f"{desk.name(p, 'short')} heeft wegens {desk.health(illness)} een aangepaste werkplek nodig.",
    )


@case("staff in running text", "client-data")
def running(desk: Desk) -> Made:
    """No table at all: one sentence a person."""
    told = sign(desk)
    blocks: list[Block] = [Heading("Toelichting bij de plaatsing")]
    blocks.extend(Para(_sentence(desk, p)) for p in desk.people(desk.count(3, 9)))
    kind, content = desk.write(Document(blocks=blocks, header=told.line, properties=told.properties), *told.papers())
    return told.made(
        f"{desk.pick('toelichting', 'bijlage B', 'advies plaatsingscommissie')}.{kind}", content, hard="prose"
    )


@case("large workbook of staff", "client-data", 0.4)
def large(desk: Desk) -> Made:
    """Many rows, the personal ones in the last columns and behind an empty one."""
    told = sign(desk, "origin", "folder", "none")
    pool = desk.people(80)
    rows: list[Row] = [["regel", "kostenplaats", "uren", "", "mdw", "mail", "geboren"]]
    for i in range(desk.pick(4000, 9000)):
        p = pool[i % 80]
        rows.append([i + 1, 4000 + i % 300, i % 40 / 2, "", p.full, p.private_mail, p.born])
    first = pool[0]
    desk.name(first)
    desk.mail(first.private_mail)
    desk.birth_cell(first)
    return told.made(
        f"{desk.pick('urenboekingen', 'kostenverdeling jaar')}.xlsx", sheets.xlsx(desk.book(rows)), hard="long sheet"
    )


@case("export with codes for heads", "client-data")
def coded(desk: Desk) -> Made:
    """The heads say nothing; only the columns as a whole do."""
    told = sign(desk, "origin", "folder", "none")
    rows: list[Row] = [[f"F{i:03d}" for i in (1, 2, 5, 12, 14, 31, 40)]]
    rows.extend(
        [
            desk.count(1, 9),
            desk.name(p, "sorted"),
            p.sex,
            desk.put("bsn", p.bsn),
            p.town,
            desk.iban(p),
            desk.mail(p.private_mail),
        ]
        for p in desk.people(desk.count(20, 120))
    )
    content = tables.delimited(desk.book(rows), separator=desk.pick(";", "\t", ","))
    return told.made(
        f"{desk.pick('uitvoer_F', 'query1', 'sel0042')}.{desk.pick('csv', 'txt')}",
        content,
        hard="heads without meaning",
    )


@case("export without heads", "client-data")
def headless(desk: Desk) -> Made:
    told = sign(desk, "origin", "folder", "none")
    rows: list[Row] = [
        (
            desk.name(p, "formal"),
            desk.street(p),
            p.postcode,
            p.town,
            desk.phone(p.mobile),
            desk.put("email", p.private_mail),
        )
        for p in desk.people(desk.count(15, 90))
    ]
    if desk.chance(0.3):
        columns = ["k1", "k2", "k3", "k4", "k5", "k6"]
        return told.made("records.jsonl", data.jsonl(columns, rows), hard="no heads")
    return told.made(
        f"{desk.pick('etiketten', 'mailing', 'adressen_zonder_kop')}.csv",
        tables.delimited(desk.book(rows)),
        hard="no heads",
    )
