"""The consultant's own papers: full of personal data, all of it about the consultant."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import euro
from ..writers import archive, pdf, sheets
from ..writers.parts import Block, Document, Fields, Grid, Heading, Para, Row

catalogue = Catalogue()
case = catalogue.case

DRAWERS = (
    "Documents/Administratie",
    "Documents/Belasting",
    "Downloads",
    "Documents/Persoonlijk",
    "Desktop",
    "Documents/Thuis",
)
MIJN = ("https://mijn.overheid.example/", "https://www.mijnpensioenoverzicht.example/", "https://mijn.bank.example/")


def own(
    desk: Desk, blocks: list[Block], file: str, *formats: str, hard: str | None = None, origin: str | None = None
) -> Made:
    kind, data = desk.write(Document(blocks=blocks, properties=desk.properties()), *formats)
    return Made(name=f"{file}.{kind}", data=data, folder=desk.pick(*DRAWERS), hard=hard, origin_url=origin)


def addressed(desk: Desk, sender: str) -> Para:
    """The window of a letter to the consultant."""
    me = desk.me
    name = desk.name(me, desk.pick("formal", "full"))
    return Para(
        f"{sender}\n\n{desk.pick('Dhr.', 'De heer', 'Aan') if me.sex == 'M' else desk.pick('Mw.', 'Mevrouw', 'Aan')}"
        f" {name}\n{desk.address(me, chr(10))}"
    )


@case("own payslip", "own", 1.5)
def payslip(desk: Desk) -> Made:
    me, world = desk.me, desk.world
    gross = me.salary * 1.3
    blocks: list[Block] = [
        addressed(
            desk, f"{world.firm}\n{desk.place(world.firm_street, world.firm_postcode, world.firm_town, chr(10))}"
        ),
        Heading(f"Salarisstrook {desk.pick('maart', 'april', 'juni', 'oktober')} 2025", 2),
        Fields(
            (
                ("Werknemer", desk.staff_number(me)),
                ("Functie", "adviseur"),
                ("BSN", desk.bsn(me)),
                ("Geb. datum", desk.birth(me)),
                ("Loonheffingskorting", "ja"),
            ),
            desk.pick("left", "table"),
        ),
        Grid(
            (
                ("Component", "Aantal", "Bedrag"),
                ("Bruto salaris", "1", desk.pay(gross)),
                ("Leaseauto privégebruik", "1", euro(desk.count(200, 500))),
                ("Loonheffing", "", euro(gross * 0.3)),
                ("Uit te betalen", "", desk.pay(gross * 0.66)),
            )
        ),
        Para(f"Betaald op {desk.iban(me)}"),
    ]
    return own(
        desk,
        blocks,
        desk.pick("loonstrook", "Salarisstrook 2025-03", "strookje"),
        "pdf",
        "pdf",
        "pdf",
        "docx",
        hard="own payslip",
    )


@case("own annual statement", "own")
def statement(desk: Desk) -> Made:
    me, world = desk.me, desk.world
    blocks: list[Block] = [
        Heading("Jaaropgave 2024"),
        Fields(
            (
                ("Werkgever", world.firm),
                ("Werknemer", desk.name(me, "formal")),
                ("BSN", desk.bsn(me)),
                ("Adres", desk.address(me)),
            )
        ),
        Grid(
            (("Loon voor de loonheffing", desk.pay(me.salary * 15)), ("Ingehouden loonheffing", euro(me.salary * 4.4))),
            head=False,
        ),
    ]
    return own(desk, blocks, "jaaropgave2024", "pdf", "pdf", "html", hard="own annual statement")


@case("own tax return", "own", 1.5)
def tax_return(desk: Desk) -> Made:
    """With the own BSN; the fiscal partner's name is the only thing about someone else."""
    me = desk.me
    partner = desk.person()
    blocks: list[Block] = [
        Heading("Aangifte inkomstenbelasting 2024", 0),
        Fields(
            (
                ("Naam", desk.name(me, "formal")),
                ("Burgerservicenummer", desk.bsn(me)),
                ("Geboortedatum", desk.birth(me)),
                ("Rekeningnummer voor teruggaaf", desk.iban(me)),
                ("Fiscaal partner", desk.name(partner, "formal")),
            ),
            desk.pick("left", "table", "above"),
        ),
        Heading("Inkomsten uit werk en woning (box 1)", 2),
        Grid(
            (
                ("Loon", desk.pay(me.salary * 15)),
                ("Eigenwoningforfait", euro(desk.count(1200, 2400))),
                ("Aftrekbare rente", euro(desk.count(2000, 7000))),
            )
        ),
        Para("Deze kopie is voor uw eigen administratie."),
    ]
    return own(
        desk,
        blocks,
        desk.pick("IB2024 kopie", "aangifte 2024 definitief", "belasting"),
        "pdf",
        "pdf",
        "html",
        hard="own tax return",
    )


@case("own letter from a doctor", "own")
def doctor(desk: Desk) -> Made:
    me = desk.me
    trouble = desk.health(
        desk.pick(
            "aanhoudende rugklachten met uitstraling in het linkerbeen",
            "een meniscusscheur van de rechterknie",
            "migraine met aura",
            "verhoogde bloeddruk",
        )
    )
    blocks: list[Block] = [
        addressed(
            desk, f"Polikliniek {desk.pick('Orthopedie', 'Neurologie', 'Interne geneeskunde')}\n{desk.other.town}"
        ),
        Para(
            f"Datum: {desk.on(notation='words')}\nPatiëntnummer {desk.count(10**6, 10**7)}\nGeb. "
            f"{desk.birth(me, 'dashes')}"
        ),
        Para(f"Geachte {'heer' if me.sex == 'M' else 'mevrouw'} {desk.surname(me)},"),
        Para(
            f"Op {desk.on(notation='words')} zag ik u op mijn spreekuur vanwege {trouble}. De uitslag van het "
            "onderzoek is besproken. Over zes weken zie ik u terug."
        ),
        Para(f"Met vriendelijke groet,\n\ndr. {desk.name(desk.person(), 'formal')}"),
    ]
    return own(
        desk,
        blocks,
        desk.pick("brief poli", "ziekenhuis", "uitslag"),
        "pdf",
        "pdf",
        "docx",
        hard="own letter from a doctor",
    )


@case("own curriculum vitae", "own", 1.3)
def cv(desk: Desk) -> Made:
    me = desk.me
    world = desk.world
    blocks: list[Block] = [
        Heading(desk.name(me), 0),
        Fields(
            (
                ("Adres", desk.address(me)),
                ("Geboren", desk.birth(me, "words")),
                ("Telefoon", desk.phone(me.mobile)),
                ("E-mail", desk.mail(me.private_mail)),
                ("Nationaliteit", "Nederlandse"),
            ),
            desk.pick("left", "table"),
        ),
        Heading("Werkervaring", 1),
        Para(f"2019 – heden: adviseur bij {world.firm}\nOpdrachten bij {', '.join(o.name for o in world.clients[:3])}"),
        Para("2013 – 2019: HR-adviseur en later teamleider personeels- en salarisadministratie"),
        Heading("Opleiding", 1),
        Para("Master Bestuurskunde; PDL; Prince2 Practitioner"),
    ]
    return own(
        desk,
        blocks,
        desk.pick(f"CV {me.family}", "cv_2025", "Curriculum vitae"),
        "docx",
        "docx",
        "pdf",
        "odt",
        hard="own CV",
    )


@case("own bank statement", "own", 1.3)
def bank(desk: Desk) -> Made:
    """Accounts and names of those who were paid stand in it too."""
    me = desk.me
    rows: list[Row] = [
        desk.pick(
            [
                "Datum",
                "Naam / Omschrijving",
                "Rekening",
                "Tegenrekening",
                "Code",
                "Af Bij",
                "Bedrag (EUR)",
                "Mededelingen",
            ],
            ["IBAN/BBAN", "Munt", "BIC", "Volgnr", "Datum", "Bedrag", "Tegenrekening IBAN/BBAN", "Naam tegenpartij"],
        )
    ]
    dutch = rows[0][0] == "Datum"
    mine = desk.put("iban", me.iban)
    for i in range(desk.count(15, 60)):
        shops = (
            "Supermarkt De Kroon",
            "Energie van Hier",
            "Zorgverzekeraar Helder",
            "Tuincentrum 't Groene Hart",
            desk.world.firm,
        )
        payee = desk.pick(*shops) if desk.chance(0.8) else desk.name(desk.person(), "formal")
        other = desk.put("iban", desk.person().iban)
        amount = desk.count(300, 90_000) / 100
        if dutch:
            rows.append(
                [
                    desk.on(notation="sap"),
                    payee,
                    mine,
                    other,
                    desk.pick("BA", "GT", "IC", "OV"),
                    desk.pick("Af", "Bij"),
                    amount,
                    f"kenmerk {desk.count(10**8, 10**9)}",
                ]
            )
        else:
            rows.append([mine, "EUR", "RABONL2U", f"{i:018d}", desk.on(notation="iso"), amount, other, payee])
    # The account's holder stands in the name of the file's first payment to the own savings.
    rows.append(
        [desk.on(notation="sap"), desk.name(me, "formal"), mine, mine, "GT", "Af", 250.0, "sparen"]
        if dutch
        else [mine, "EUR", "RABONL2U", "999", desk.on(notation="iso"), 250.0, mine, desk.name(me, "formal")]
    )
    kind, data = desk.grid(desk.book(rows), "csv", "csv", "xlsx")
    return Made(
        name=f"{desk.pick('transacties', 'CSV_A_2025', me.iban)}.{kind}",
        data=data,
        folder=desk.pick(*DRAWERS),
        hard="own bank statement",
        origin_url=desk.pick(None, "https://mijn.bank.example/export"),
    )


@case("own bank statement on paper", "own")
def bank_pdf(desk: Desk) -> Made:
    me = desk.me
    blocks: list[Block] = [
        addressed(desk, "Bank van Heden N.V."),
        Heading("Rekeningafschrift", 2),
        Para(f"Rekening {desk.iban(me)}  periode {desk.on()} - {desk.on()}"),
        Grid(
            (
                ("Datum", "Omschrijving", "Bedrag"),
                *(
                    (
                        desk.on(),
                        desk.pick("incasso energie", "pinbetaling", "spaarrekening", "huishoudgeld"),
                        euro(desk.count(5, 900)),
                    )
                    for _ in range(12)
                ),
            )
        ),
    ]
    return own(desk, blocks, desk.pick("afschrift 9", "Rekeningafschrift"), "pdf", hard="own bank statement")


@case("own papers in a zip", "own")
def bundle(desk: Desk) -> Made:
    me = desk.me
    one = pdf.pdf(
        Document(
            blocks=[
                addressed(desk, "Gemeente"),
                Para(
                    f"Aanslag gemeentelijke belastingen. BSN {desk.bsn(me)}. Automatische incasso van {desk.iban(me)}."
                ),
            ]
        )
    )
    rows: list[Row] = [["Maand", "Bruto", "Netto"]]
    rows.extend(
        [f"2025-{i:02d}", desk.pay_cell(round(me.salary * 1.3, 2)), round(me.salary * 0.9, 2)] for i in range(1, 7)
    )
    return Made(
        name=desk.pick("belasting 2024.zip", "voor de boekhouder.zip"),
        data=archive.zipped({"aanslag.pdf": one, "salaris.xlsx": sheets.xlsx(desk.book(rows))}),
        folder=desk.pick(*DRAWERS),
        hard="own papers in an archive",
    )
