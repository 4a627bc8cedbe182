"""Documents that are not what they are called, and attachments of attachments."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..writers import archive, legacy, mail, pdf, sheets, tables, word
from ..writers.parts import Block, Document, Fields, Grid, Heading, Para, Row
from .concealed import design, real_case, told_or_not
from .signs import sign

catalogue = Catalogue()
case = catalogue.case


@case("extract renamed as plan of action", "client-data", 1.5)
def renamed(desk: Desk) -> Made:
    """The name says plan, the content is a list of staff."""
    told = sign(desk, "origin", "folder", "none", "label")
    staff = desk.people(desk.count(8, 30))
    rows: list[Row] = [["Personeelsnummer", "Naam", "Geboortedatum", "BSN", "Bruto"]]
    rows.extend(
        [desk.staff_number(p), desk.name(p), desk.birth(p), desk.bsn(p), desk.pay_cell(p.salary)] for p in staff
    )
    name = desk.pick("Plan van aanpak", "PvA implementatie v1.0", "Plan van aanpak definitief")
    way = desk.pick("docx", "xlsx", "lie", "txt")
    if way == "xlsx" or told.office:
        return told.made(f"{name}.xlsx", sheets.xlsx(desk.book(rows, properties=told.properties)), hard="renamed plan")
    if way == "lie":
        return told.made(f"{name}.docx", sheets.xlsx(desk.book(rows)), hard="renamed plan")
    if way == "txt":
        return told.made(f"{name}.txt", tables.delimited(desk.book(rows), separator="\t"), hard="renamed plan")
    text = tuple(tuple(tables.shown(c) for c in row) for row in rows)
    document = Document(blocks=[Heading("Plan van aanpak", 0), Grid(text)], properties=told.properties)
    return told.made(f"{name}.docx", word.word(document), hard="renamed plan")


@case("plan with a filled appendix", "client-data", 1.2)
def appendix(desk: Desk) -> Made:
    """A true plan of action, and at its end the staff it is about."""
    told = told_or_not(desk)
    rows = [
        ("Naam", "Geb.datum", "Functie", "Salaris"),
        *(
            (desk.name(p), desk.birth(p), desk.pick(*told.org.functions), desk.pay(p.salary))
            for p in desk.people(desk.count(4, 15))
        ),
    ]
    blocks = [
        *design(told),
        Heading("Aanleiding en doel"),
        Para(
            "De organisatie wil de formatie terugbrengen. Dit plan beschrijft fasering, risico's en projectorganisatie."
        ),
        Heading("Bijlage 2: betrokken medewerkers"),
        Grid(tuple(rows)),
    ]
    kind, content = desk.write(Document(blocks=blocks, properties=told.properties), *told.papers("docx", "pdf", "odt"))
    return told.made(
        f"{desk.pick('Projectplan formatie', 'Plan van aanpak reorganisatie')}.{kind}",
        content,
        hard="documentation with personal data",
    )


@case("minutes with private details", "client-data")
def private_minutes(desk: Desk) -> Made:
    told = told_or_not(desk)
    p = desk.person()
    blocks: list[Block] = [
        Heading("Verslag projectoverleg"),
        Para(told.line or "Projectgroep"),
        Fields((("Datum", desk.on()), ("Aanwezig", ", ".join(desk.name(q, "formal") for q in told.org.contacts)))),
        Para("1. Planning: ongewijzigd."),
        Para(f"2. Testgeval uit productie: {real_case(desk, p)}. De leverancier zoekt dit uit."),
        Para("3. Rondvraag: geen."),
    ]
    kind, content = desk.write(
        Document(blocks=blocks, properties=told.properties), *told.papers("docx", "pdf", "odt", "txt")
    )
    return told.made(
        f"{desk.pick('Verslag', 'notulen')} {desk.on(notation='iso')}.{kind}",
        content,
        hard="documentation with personal data",
    )


@case("workbook under a wrong extension", "client-data")
def extension(desk: Desk) -> Made:
    told = sign(desk, "origin", "folder", "none")
    rows: list[Row] = [
        ["naam", "bsn", "mail"],
        *(
            [desk.name(p), desk.put("bsn", p.bsn), desk.put("email", p.private_mail)]
            for p in desk.people(desk.count(5, 25))
        ),
    ]
    book = desk.book(rows)
    name, content = desk.pick(
        ("gegevens.bak", sheets.xlsx(book)),
        ("export", tables.delimited(book)),
        ("lijst.xls", tables.delimited(book, separator="\t", encoding="utf-16")),
        ("personeel.dat", sheets.ods(book)),
        ("rapport.tmp", tables.html(book)),
        ("bestand.doc", sheets.xlsx(book)),
        ("overzicht.csv", legacy.xls(book)),
    )
    return told.made(name, content, hard="wrong extension")


@case("attachment in an attachment", "client-data", 1.3)
def nested_mail(desk: Desk) -> Made:
    org = desk.client
    sender = org.contacts[0]
    rows: list[Row] = [["Naam", "BSN", "Salaris"]]
    rows.extend([desk.name(p), desk.bsn(p), desk.pay_cell(p.salary)] for p in desk.people(desk.count(4, 20)))
    deep = sheets.xlsx(desk.book(rows))
    if desk.chance(0.5):
        deep, name = archive.zipped({"bijlage.xlsx": deep}), "bestanden.zip"
    else:
        name = "overzicht.xlsx"
    inner = mail.Mail(
        sender=desk.mailbox(sender, sender.work_mail(org.domain)),
        to=(desk.mail(f"pz@{org.domain}"),),
        subject="lijst",
        body="Zie bijlage.\n",
        sent=desk.moment(),
        attachments=((name, deep),),
    )
    outer = mail.Mail(
        sender=desk.mailbox(sender, sender.work_mail(org.domain)),
        to=(desk.my_mailbox(),),
        subject="FW: lijst",
        body="ter info\n",
        sent=desk.moment(),
        attachments=(("lijst.eml", mail.eml(inner, desk.rng)),),
    )
    return Made(
        name=desk.pick("FW lijst.eml", "doorgestuurd.eml"),
        data=mail.eml(outer, desk.rng),
        client=org.name,
        folder=desk.pick("Mail/Postvak IN", "Downloads"),
        hard="attachment in an attachment",
        hidden=True,
    )


@case("pdf with a workbook attached", "client-data")
def pdf_attachment(desk: Desk) -> Made:
    told = sign(desk, "origin", "folder", "none", "name")
    rows: list[Row] = [
        ["Persnr", "Naam", "IBAN"],
        *([desk.staff_number(p), desk.name(p), desk.iban(p)] for p in desk.people(desk.count(4, 20))),
    ]
    document = Document(
        blocks=[
            Heading("Aanbiedingsbrief"),
            Para(f"{told.line}\nHierbij ontvangt u de gevraagde gegevens als bijlage bij dit document.".strip()),
        ],
        properties=told.properties,
    )
    content = pdf.pdf(
        document,
        attachments=[("bijlage1.csv", tables.delimited(desk.book(rows)))]
        if desk.chance(0.5)
        else [("bijlage1.xlsx", sheets.xlsx(desk.book(rows)))],
    )
    return told.made("Aanbiedingsbrief.pdf", content, hard="attachment of a pdf", hidden=True)
