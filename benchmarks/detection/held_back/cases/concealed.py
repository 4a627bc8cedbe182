"""Client data where one does not look, and documents that are not what they are called."""

from __future__ import annotations

from dataclasses import replace

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..people import Person
from ..writers import pdf, sheets, slides, texts, word
from ..writers.parts import Block, Book, Document, Grid, Heading, Para, Row, Sheet
from .signs import Sign, sign

catalogue = Catalogue()
case = catalogue.case

STEPS: tuple[Block, ...] = (
    Heading("Procesontwerp instroom", 0),
    Para("Dit ontwerp beschrijft de stappen van vacature tot eerste werkdag."),
    Grid(
        (
            ("Stap", "Wie"),
            ("Vacature openen", "Leidinggevende"),
            ("Contract opmaken", "P&O"),
            ("Eerste loonrun", "Salarisadministratie"),
        )
    ),
    Para("Doorlooptijd: drie weken."),
)


def told_or_not(desk: Desk) -> Sign:
    return sign(desk, "origin", "name", "folder", "company", "none", "none")


def real_case(desk: Desk, p: Person) -> str:
    """A remark with something real about `p` in it."""
    return desk.one(
        lambda: f"let op: {desk.name(p)} (BSN {desk.bsn(p)}) staat er dubbel in",
        lambda: f"{desk.name(p)}, geb. {desk.birth(p)}, verdient nu {desk.pay(p.salary)} bruto",
        lambda: f"voorbeeld nemen van {desk.name(p)}: personeelsnummer {desk.staff_number(p)}, rek. {desk.iban(p)}",
        lambda: (
            f"{desk.name(p)} zit thuis met {desk.health(desk.pick('een burn-out', 'een hernia', 'kanker'))}, adres "
            f"{desk.address(p)}"
        ),
    )


def design(told: Sign) -> list[Block]:
    return [Para(told.line), *STEPS] if told.line else list(STEPS)


@case("real case in a comment", "client-data")
def comment(desk: Desk) -> Made:
    told = told_or_not(desk)
    document = Document(blocks=design(told), properties=told.properties, comments=(real_case(desk, desk.person()),))
    kind = "docx" if told.office else desk.pick("docx", "odt")
    content = word.word(document) if kind == "docx" else texts.odt(document)
    return told.made(
        f"{desk.pick('Procesontwerp instroom', 'ontwerp v0.9 met opm')}.{kind}",
        content,
        hard="in a comment",
        hidden=True,
    )


@case("real case in a deletion", "client-data")
def deletion(desk: Desk) -> Made:
    told = told_or_not(desk)
    document = Document(
        blocks=design(told),
        properties=told.properties,
        deleted=(real_case(desk, desk.person()),),
        inserted=("Voorbeeld verwijderd.",),
    )
    kind = "docx" if told.office else desk.pick("docx", "docx", "odt")
    content = word.word(document) if kind == "docx" else texts.odt(document)
    return told.made(
        f"{desk.pick('Ontwerp instroom rev', 'FO wijzigingen')}.{kind}", content, hard="tracked deletion", hidden=True
    )


@case("real case in a text box or header", "client-data")
def box(desk: Desk) -> Made:
    told = told_or_not(desk)
    text = real_case(desk, desk.person())
    where = desk.pick("box", "header", "footer")
    document = Document(
        blocks=design(told),
        properties=told.properties,
        boxes=(text,) if where == "box" else (),
        header=text if where == "header" else "",
        footer=text if where == "footer" else "",
    )
    return told.made(
        f"{desk.pick('Processen', 'werkinstructie')}.docx",
        word.word(document),
        hard=f"in a {where}",
        hidden=where == "box",
    )


@case("real case in speaker notes", "client-data")
def speaker(desk: Desk) -> Made:
    told = told_or_not(desk)
    notes = real_case(desk, desk.person())
    pages = [
        slides.Slide(title=f"Knelpunten {told.line}".strip(), lines=("Dubbele invoer", "Late mutaties"), notes=notes),
        slides.Slide(title="Vervolg", lines=("Workshop",)),
    ]
    if desk.chance(0.3) and not told.office:
        return told.made("knelpunten.odp", slides.odp(pages, told.properties), hard="speaker notes", hidden=True)
    return told.made(
        f"{desk.pick('Knelpunten', 'Terugkoppeling interviews')}.pptx",
        slides.pptx(pages, told.properties),
        hard="speaker notes",
        hidden=True,
    )


@case("table on a hidden slide", "client-data")
def hidden_slide(desk: Desk) -> Made:
    told = told_or_not(desk)
    rows = [("Naam", "BSN", "Salaris"), *((desk.name(p), desk.bsn(p), desk.pay(p.salary)) for p in desk.people(4))]
    pages = [
        slides.Slide(title=f"Agenda {told.line}".strip()),
        slides.Slide(title="reserve", table=tuple(rows), hidden=True),
    ]
    return told.made("MT presentatie.pptx", slides.pptx(pages, told.properties), hard="hidden slide", hidden=True)


@case("cell comments with persons", "client-data")
def cell_comments(desk: Desk) -> Made:
    """A rota of codes; the reasons stand in the comments."""
    told = told_or_not(desk)
    rows: list[Row] = [
        ["Dienst", "Ma", "Di", "Wo"],
        ["Vroeg", "2", "2", "1"],
        ["Laat", "1", "2", "2"],
        ["Nacht", "1", "1", "1"],
    ]
    if told.line:
        rows.append([told.line])
    places = desk.some([(r, c) for r in (1, 2, 3) for c in (1, 2, 3)], 1, 3)
    comments = {
        at: f"{desk.name(desk.person())} is ziek: {desk.health(desk.pick('overspannen', 'griep', 'gebroken been'))}"
        for at in places
    }
    book = Book(sheets=[Sheet(name="Bezetting", rows=rows, comments=comments)], properties=told.properties)
    kind = "xlsx" if told.office else desk.pick("xlsx", "ods")
    return told.made(
        f"{desk.pick('bezetting', 'minimale bezetting')}.{kind}",
        sheets.xlsx(book) if kind == "xlsx" else sheets.ods(book),
        hard="cell comment",
        hidden=True,
    )


@case("planning with a very hidden extract", "client-data", 1.2)
def very_hidden(desk: Desk) -> Made:
    told = told_or_not(desk)
    plan: list[Row] = [
        ["Fase", "Start", "Eind", "Status"],
        *(
            [f, desk.on(), desk.on(), desk.pick("loopt", "gereed", "gepland")]
            for f in ("Ontwerp", "Bouw", "Test", "Livegang")
        ),
    ]
    if told.line:
        plan.insert(0, [f"Projectplan {told.line}"])
    extract: list[Row] = [
        ["PERNR", "NAAM", "BSN", "IBAN"],
        *(
            [desk.staff_number(p), desk.name(p, "sorted"), desk.bsn(p), desk.iban(p)]
            for p in desk.people(desk.count(5, 25))
        ),
    ]
    book = Book(
        sheets=[Sheet(name="Planning", rows=plan, heads=(0,)), Sheet(name="tmp", rows=extract, state="veryHidden")],
        properties=told.properties,
    )
    return told.made(
        f"{desk.pick('Projectplanning', 'Planning fase 2')}.xlsx",
        sheets.xlsx(book),
        hard="very hidden sheet",
        hidden=True,
    )


@case("pdf with a sticky note", "client-data")
def sticky(desk: Desk) -> Made:
    told = sign(desk, "origin", "folder", "none", "name")
    document = Document(blocks=design(told), properties=told.properties)
    return told.made(
        "Procesplaat met opmerkingen.pdf",
        pdf.pdf(document, annotations=[real_case(desk, desk.person())]),
        hard="annotation",
        hidden=True,
    )


@case("document with an embedded workbook", "client-data")
def embedded(desk: Desk) -> Made:
    told = told_or_not(desk)
    rows: list[Row] = [
        ["Mdw", "Geb.datum", "BSN"],
        *([desk.name(p), desk.birth(p), desk.bsn(p)] for p in desk.people(desk.count(4, 12))),
    ]
    document = Document(
        blocks=design(told),
        properties=told.properties,
        embedded=(("Microsoft_Excel_Worksheet.xlsx", sheets.xlsx(desk.book(rows))),),
    )
    return told.made("Rapport met tabel.docx", word.word(document), hard="embedded workbook", hidden=True)


@case("custom property with a value", "client-data", 0.6)
def custom_property(desk: Desk) -> Made:
    """A case system puts citizen and number into the properties of its letters."""
    p = desk.person()
    told = sign(desk, "origin", "folder", "none")
    custom = (
        ("Aanvrager", desk.name(p)),
        ("BSN", desk.put("bsn", p.bsn)),
        ("Geboortedatum", desk.birth(p, "dashes")),
        ("Zaaknummer", f"Z{desk.count(10**5, 10**6)}"),
    )
    document = Document(
        blocks=[
            Para("Ontvangstbevestiging"),
            Para("Wij hebben uw aanvraag ontvangen. U krijgt binnen acht weken bericht."),
        ],
        properties=replace(told.properties, custom=custom),
    )
    return told.made("ontvangstbevestiging.docx", word.word(document), hard="custom property", hidden=True)
