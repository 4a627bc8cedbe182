"""What belongs to a client without personal data in it: figures, code, exports, logs of its systems."""

from __future__ import annotations

from dataclasses import replace

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import euro
from ..world import Organisation
from ..writers import archive, data, mail, pdf, sheets, slides, tables, word
from ..writers.parts import Block, Book, Bullets, Document, Grid, Heading, Para, Row, Sheet
from .signs import client_address, tenant_address

catalogue = Catalogue()
case = catalogue.case
CONFIDENTIAL = (
    "VERTROUWELIJK",
    "Strikt vertrouwelijk",
    "Vertrouwelijk - niet verspreiden",
    "Alleen voor directie, vertrouwelijk",
    "GEHEIM / vertrouwelijk",
)


def from_client(desk: Desk, name: str, content: bytes, hard: str | None) -> Made:
    """Fetched from the client's environment: only that tells."""
    org = desk.client
    return Made(name=name, data=content, client=org.name, hard=hard, origin_url=client_address(desk, org, name))


def marked(desk: Desk, org: Organisation) -> str:
    """A keyword or the name of the client, with a mark of confidentiality."""
    return f"{desk.pick(*CONFIDENTIAL)} · {desk.pick(*org.keywords, org.name)}"


@case("budget from the client", "client-data")
def budget(desk: Desk) -> Made:
    rows: list[Row] = [["Kostenplaats", "Omschrijving", "Begroot", "Realisatie", "Verschil"]]
    for _ in range(desk.count(10, 40)):
        a, b = desk.count(10_000, 900_000), desk.count(10_000, 900_000)
        rows.append(
            [
                str(desk.count(1000, 9999)),
                desk.pick("Personeel eigen", "Inhuur", "Opleiding", "Huisvesting", "ICT", "Reservering"),
                a,
                b,
                a - b,
            ]
        )
    kind, content = desk.grid(desk.book(rows), "xlsx", "csv", "ods")
    return from_client(
        desk, f"{desk.pick('Begroting 2026', 'realisatie per kpl', 'Q3')}.{kind}", content, "business figures by origin"
    )


@case("margins under a label", "client-data")
def margins(desk: Desk) -> Made:
    org = desk.client
    rows: list[Row] = [["Productgroep", "Omzet", "Kostprijs", "Marge %", "Grootste afnemer"]]
    rows.extend(
        [g, desk.count(10**5, 10**7), desk.count(10**5, 10**6), desk.count(4, 38), f"Afnemer {desk.count(1, 40)}"]
        for g in ("Serie A", "Serie B", "Onderdelen", "Service", "Revisie")
    )
    properties = desk.properties(label=desk.label(org), company=desk.pick("", org.name))
    return Made(
        name=f"{desk.pick('marge', 'kostprijzen', 'Map2')}.xlsx",
        data=sheets.xlsx(desk.book(rows, properties=properties)),
        client=org.name,
        hard="business figures by label",
    )


@case("confidential memo with a keyword", "client-data", 1.3)
def memo(desk: Desk) -> Made:
    org = desk.client
    blocks: list[Block] = [
        Para(marked(desk, org), bold=True),
        Heading(desk.pick("Memo bestuur", "Notitie directie", "Voorstel raad van bestuur")),
        Para(
            f"De verkoopprijs van de locatie komt naar verwachting uit op € {euro(desk.count(2, 40) * 1_000_000)}. "
            "De bieder weet niet dat er een tweede partij is."
        ),
        Grid(
            (
                ("Scenario", "Resultaat 2026", "Fte"),
                ("Samenvoegen", f"€ {euro(desk.count(1, 9) * 100_000)}", f"-{desk.count(5, 60)}"),
                ("Sluiten", f"€ -{euro(desk.count(1, 9) * 100_000)}", f"-{desk.count(20, 120)}"),
            )
        ),
        Para("Bespreek dit niet buiten deze groep."),
    ]
    kind, content = desk.write(Document(blocks=blocks), "docx", "pdf", "odt", "rtf", "txt")
    return Made(
        name=f"{desk.pick('memo', 'notitie v2', 'bijlage 4')}.{kind}",
        data=content,
        client=org.name,
        hard="business figures by keyword",
    )


@case("confidential slides of the board", "client-data")
def board(desk: Desk) -> Made:
    org = desk.client
    pages = [
        slides.Slide(title=marked(desk, org), lines=("Overname: waardering en onderhandelruimte",)),
        slides.Slide(
            title="Kengetallen",
            table=(
                ("", "2024", "2025"),
                ("EBITDA (x 1.000)", str(desk.count(200, 9000)), str(desk.count(200, 9000))),
                ("Liquiditeit", "0,8", "0,6"),
            ),
            notes="Bodemprijs niet noemen tegen de bank.",
        ),
    ]
    return Made(
        name=desk.pick("RvB sept.pptx", "presentatie.pptx"),
        data=slides.pptx(pages, desk.properties(company=desk.pick("", org.name))),
        client=org.name,
        hard="business figures by keyword",
    )


@case("formation of a department", "client-data")
def formation(desk: Desk) -> Made:
    """Posts and money per unit, with the client's name and a mark."""
    org = desk.client
    rows: list[Row] = [
        [f"{desk.pick(*CONFIDENTIAL)} – {org.name}"],
        ["Eenheid", "Functie", "Schaal", "Fte begroot", "Fte bezet", "Kosten"],
    ]
    for unit in org.departments:
        rows.extend(
            [unit, f, desk.count(5, 13), desk.count(1, 40) / 2, desk.count(1, 40) / 2, desk.count(20, 900) * 1000]
            for f in desk.some(org.functions, 2, 3)
        )
    kind, content = desk.grid(desk.book(rows, heads=(1,)), "xlsx", "csv", "ods")
    return Made(
        name=f"{desk.pick('formatie', 'bezetting vs begroting')}.{kind}",
        data=content,
        client=org.name,
        hard="business figures by keyword",
    )


@case("tender evaluation", "client-data")
def tender(desk: Desk) -> Made:
    org = desk.client
    blocks: list[Block] = [
        Heading("Gunningsadvies"),
        Para(desk.pick(*CONFIDENTIAL) + f" tot na gunning. Aanbestedende dienst: {org.name}."),
        Grid(
            (
                ("Inschrijver", "Prijs", "Kwaliteit", "Totaal"),
                *(
                    (
                        f"Inschrijver {c}",
                        f"€ {euro(desk.count(100, 900) * 1000)}",
                        str(desk.count(50, 95)),
                        str(desk.count(50, 95)),
                    )
                    for c in "ABC"
                ),
            )
        ),
        Bullets(("Inschrijver A is op prijs niet te evenaren", "Inschrijver C valt af op geschiktheid")),
    ]
    kind, content = desk.write(Document(blocks=blocks), "docx", "pdf", "odt")
    return Made(
        name=f"{desk.pick('gunningsadvies', 'beoordeling inschrijvingen')}.{kind}",
        data=content,
        client=org.name,
        hard="business figures by keyword",
    )


@case("code from the client", "client-data")
def code(desk: Desk) -> Made:
    source = f"""REPORT zhr_{desk.pick("export", "verlof", "loon")}{desk.count(10, 99)}.
TABLES: pernr, pa0001.
SELECT-OPTIONS so_werks FOR pa0001-werks.
START-OF-SELECTION.
  LOOP AT gt_data INTO gs_data.
    PERFORM schrijf_regel USING gs_data-orgeh gs_data-plans.
  ENDLOOP.
* aanroep RFC {desk.client.short.lower()[:3]}prd client 100
"""
    return from_client(
        desk, f"{desk.pick('ZHR_EXPORT', 'programma')}.{desk.pick('abap', 'txt')}", source.encode(), "code by origin"
    )


@case("log from the client", "client-data")
def log(desk: Desk) -> Made:
    lines = [
        (
            f"2025-09-{desk.count(1, 30):02d} {i % 24:02d}:10:{desk.count(0, 59):02d} JOB{desk.count(100, 999)} stap "
            f"{i % 7} gereed, {desk.count(0, 99_999)} records"
        )
        for i in range(desk.count(80, 500))
    ]
    return from_client(desk, desk.pick("interface.log", "batch_run.txt"), "\n".join(lines).encode(), "log by origin")


@case("interface definition from the client", "client-data")
def interface(desk: Desk) -> Made:
    rows: list[Row] = [
        (f"veld{i}", str(desk.count(1, 60)), desk.pick("num", "char", "dat")) for i in range(desk.count(8, 30))
    ]
    content = data.xml("koppeling", "veld", ["naam", "lengte", "type"], rows, ' omgeving="productie"')
    return from_client(desk, "koppelvlak_prod.xml", content, "export by origin")


@case("export without persons from the client", "client-data")
def export(desk: Desk) -> Made:
    columns = ["grootboek", "periode", "debet", "credit", "kostenplaats"]
    rows: list[Row] = [
        (desk.count(4000, 4999), desk.count(1, 12), desk.count(0, 10**6) / 100, 0.0, desk.count(100, 999))
        for _ in range(desk.count(30, 300))
    ]
    name, content = desk.pick(
        ("journaal.csv", tables.delimited(desk.book([columns, *rows]))),
        ("journaalposten.json", data.json_rows(columns, rows)),
        ("fin.sqlite", data.sqlite([("journaal", columns, rows)])),
        ("boekingen.zip", archive.zipped({"journaal.csv": tables.delimited(desk.book([columns, *rows]))})),
    )
    return from_client(desk, name, content, "export by origin")


@case("rates and contracts from the client", "client-data")
def contracts(desk: Desk) -> Made:
    org = desk.client
    rows: list[Row] = [["Leverancier", "Contractnr", "Looptijd", "Tarief/uur", "Bonus/malus"]]
    rows.extend(
        [
            desk.pick("Schoonmaak Glans", "Beveiliging Nacht", "Uitzendbureau Snel", "Catering De Pan"),
            desk.count(10**5, 10**6),
            f"{desk.count(1, 5)} jr",
            desk.count(20, 95) + 0.5,
            f"{desk.count(0, 8)} %",
        ]
        for _ in range(desk.count(6, 25))
    )
    name = f"{desk.pick('contractenregister', 'tarieven inhuur')}.xlsx"
    content = sheets.xlsx(desk.book(rows))
    return Made(
        name=name,
        data=content,
        client=org.name,
        hard="business figures by origin",
        referrer_url=tenant_address(desk, org, name),
    )


@case("mail with figures from a contact of the client", "client-data")
def figures_mail(desk: Desk) -> Made:
    org = desk.client
    p = org.contacts[1]
    rows: list[Row] = [["Afdeling", "Budget", "Besteed"]]
    rows.extend([d, desk.count(10, 900) * 1000, desk.count(10, 900) * 1000] for d in org.departments)
    body = (
        f"Dag {desk.me.given},\n\nBijgaand vertrouwelijk de cijfers waar je om vroeg. Niet delen, ze zijn nog "
        f"niet naar de raad.\n\nGroet,\n{desk.name(p)}\n{desk.pick(*org.keywords)}"
    )
    made = mail.Mail(
        sender=desk.mailbox(p, p.work_mail(org.domain)),
        to=(desk.my_mailbox(),),
        subject="cijfers",
        body=body,
        sent=desk.moment(),
        attachments=(("cijfers.xlsx", sheets.xlsx(desk.book(rows))),),
    )
    kind, content = desk.send(made)
    return Made(
        name=f"cijfers.{kind}",
        data=content,
        client=org.name,
        folder=desk.pick("Mail/Postvak IN", "Downloads"),
        hard="business figures by sender",
    )


@case("draft report under a label as pdf", "client-data")
def labelled_pdf(desk: Desk) -> Made:
    org = desk.client
    properties = desk.properties(label=desk.label(org))
    blocks: list[Block] = [
        Heading("Analyse tarieven"),
        Para(
            "De uurtarieven liggen 12 % boven die van vergelijkbare aanbieders. De contractmarge daalt in 2026 tot "
            "onder de norm van de bank."
        ),
        Grid(
            (
                ("Jaar", "Omzet", "Resultaat"),
                ("2024", euro(desk.count(10, 90) * 100_000), euro(desk.count(1, 9) * 10_000)),
                ("2025", euro(desk.count(10, 90) * 100_000), euro(-desk.count(1, 9) * 10_000)),
            )
        ),
    ]
    document = Document(blocks=blocks, properties=properties, footer="Vertrouwelijk")
    return Made(
        name=desk.pick("analyse.pdf", "concept 3.pdf"),
        data=pdf.pdf(document),
        client=org.name,
        hard="business figures by label",
    )


@case("macro workbook from the client", "client-data")
def macro(desk: Desk) -> Made:
    org = desk.client
    rows: list[Row] = [["Locatie", "Bezetting %", "Productie (kg)", "Uitval"]]
    rows.extend([f"Lijn {i}", desk.count(40, 99), desk.count(1000, 90_000), desk.count(0, 400)] for i in range(1, 9))
    book = Book(sheets=[Sheet(name="Productie", rows=rows)], properties=desk.properties(company=org.name), macros=True)
    name = "productiecijfers.xlsm"
    return Made(
        name=name,
        data=sheets.xlsx(book),
        client=org.name,
        hard="business figures by origin",
        origin_url=client_address(desk, org, name),
    )


@case("letter of the board with a marked template", "client-data")
def templated(desk: Desk) -> Made:
    org = desk.client
    properties = replace(desk.properties(company=org.name, label=desk.label(org)), template=f"{org.short} brief.dotm")
    blocks: list[Block] = [
        Para(org.name),
        Para("Vertrouwelijk"),
        Para(
            f"Het bestuur overweegt de tarieven met {desk.count(4, 19)} % te verhogen en het contract met de "
            "huidige leverancier op te zeggen. Tot publicatie is dit koersgevoelig."
        ),
    ]
    return Made(
        name=desk.pick("brief bestuur.docx", "concept brief.docx"),
        data=word.word(Document(blocks=blocks, properties=properties)),
        client=org.name,
        hard="business figures by label",
    )
