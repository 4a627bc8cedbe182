"""Papers of the consultant's own firm, and of suppliers."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import euro
from ..writers.parts import Block, Bullets, Document, Fields, Grid, Heading, Para, Row
from .signs import project_folder

catalogue = Catalogue()
case = catalogue.case


def letterhead(desk: Desk) -> Para:
    w = desk.world
    return Para(
        f"{w.firm}\n{desk.place(w.firm_street, w.firm_postcode, w.firm_town, chr(10))}\n{desk.phone(w.firm_phone)}\n"
        f"{desk.mail('administratie@' + w.firm_domain)}\nKvK {w.firm_kvk}  BTW "
        f"NL{desk.count(800_000_000, 869_999_999)}B01"
    )


def _paper(
    desk: Desk, blocks: list[Block], file: str, *formats: str, client: bool = True, hard: str | None = None
) -> Made:
    """A paper of the firm, with its properties; with `client` it lies with the client's things."""
    kind, data = desk.write(Document(blocks=blocks, properties=desk.my_properties(file)), *formats)
    folder = (
        desk.pick(project_folder(desk, desk.client), "Documents/Facturen", "")
        if client
        else desk.pick("Documents/Kantoor", "Downloads")
    )
    return Made(name=f"{file}.{kind}", data=data, client=desk.client.name if client else None, folder=folder, hard=hard)


@case("invoice of the firm", "own", 1.5)
def invoice(desk: Desk) -> Made:
    org = desk.client
    hours = desk.count(8, 140)
    rate = desk.count(98, 175)
    blocks: list[Block] = [
        letterhead(desk),
        Para(
            f"{org.name}\nt.a.v. de crediteurenadministratie\n{desk.place(org.street, org.postcode, org.town, chr(10))}"
        ),
        Heading("FACTUUR", 1),
        Fields(
            (
                ("Factuurnummer", f"2025{desk.count(100, 999)}"),
                ("Factuurdatum", desk.on()),
                ("Uw kenmerk", f"45{desk.count(10**7, 10**8)}"),
                ("Vervaldatum", desk.on()),
            )
        ),
        Grid(
            (
                ("Omschrijving", "Uren", "Tarief", "Bedrag"),
                (
                    f"Advies {desk.pick('september', 'mei', 'juni')}, {desk.name(desk.me, 'formal')}",
                    str(hours),
                    euro(rate),
                    euro(hours * rate),
                ),
                ("Btw 21%", "", "", euro(hours * rate * 0.21)),
                ("Totaal", "", "", euro(hours * rate * 1.21)),
            )
        ),
        Para(
            f"Wij verzoeken u het bedrag binnen 30 dagen over te maken op {desk.bank(desk.world.firm_iban)} ten "
            f"name van {desk.world.firm}."
        ),
    ]
    return _paper(
        desk, blocks, f"{desk.pick('Factuur', 'F')} 2025{desk.count(100, 999)}", "pdf", "pdf", "docx", hard="invoice"
    )


@case("quotation of the firm", "own", 1.2)
def quotation(desk: Desk) -> Made:
    org = desk.client
    buyer = org.contacts[0]
    blocks: list[Block] = [
        letterhead(desk),
        Para(
            f"{org.name}\nT.a.v. {desk.name(buyer, 'polite')}\n"
            f"{desk.place(org.street, org.postcode, org.town, chr(10))}"
        ),
        Para(
            "Betreft: offerte "
            f"{desk.pick('begeleiding functiehuis', 'implementatie verzuimmodule', 'quickscan salarisadministratie')}"
        ),
        Para(
            f"Geachte {'heer' if buyer.sex == 'M' else 'mevrouw'} {desk.surname(buyer)},\n\nNaar aanleiding van ons "
            "gesprek bieden wij u graag de volgende aanpak aan."
        ),
        Grid(
            (
                ("Activiteit", "Dagen", "Tarief", "Totaal"),
                *(
                    (a, str(d), "1.120,00", euro(d * 1120))
                    for a, d in (
                        ("Verkenning", desk.count(2, 5)),
                        ("Ontwerp", desk.count(4, 12)),
                        ("Begeleiding", desk.count(6, 30)),
                    )
                ),
            )
        ),
        Para(
            "De prijzen zijn exclusief btw. Deze aanbieding is twee maanden geldig. Wij gaan vertrouwelijk om met "
            "uw gegevens."
        ),
        Para(f"Met vriendelijke groet,\n\n{desk.name(desk.me)}\n{desk.phone(desk.me.mobile)}"),
    ]
    return _paper(
        desk, blocks, desk.pick("Offerte", "voorstel", f"Aanbieding {org.short}"), "docx", "pdf", hard="quotation"
    )


@case("timesheet", "own", 1.2)
def timesheet(desk: Desk) -> Made:
    name = desk.name(desk.me)
    rows: list[Row] = [
        ["Urenstaat", name],
        ["Maand", desk.pick("mei", "juni", "sept.")],
        [],
        ["Datum", "Klant", "Project", "Uren", "Km", "Opmerking"],
    ]
    rows.extend(
        [
            desk.on(),
            desk.pick(*desk.world.clients).short,
            f"P{desk.count(1000, 9999)}",
            desk.pick(4.0, 6.5, 8.0),
            desk.count(0, 140),
            desk.pick("", "", "thuis", "op locatie"),
        ]
        for _ in range(desk.count(15, 23))
    )
    kind, data = desk.grid(desk.book(rows, properties=desk.my_properties(), heads=(3,)), "xlsx", "xlsx", "ods", "csv")
    return Made(
        name=f"{desk.pick('Uren', 'urenstaat', 'Timesheet')} {desk.count(1, 12)}-2025.{kind}",
        data=data,
        folder=desk.pick("Documents/Uren", "Documents"),
        hard="timesheet",
    )


@case("expense claim", "own")
def expenses(desk: Desk) -> Made:
    me = desk.me
    rows: list[Row] = [
        ["Declaratieformulier", desk.world.firm],
        ["Naam", desk.name(me)],
        ["IBAN", desk.iban(me)],
        [],
        ["Datum", "Van", "Naar", "Km", "Bedrag", "Soort"],
    ]
    rows.extend(
        [
            desk.on(),
            me.town,
            desk.pick(*desk.world.clients).town,
            desk.count(10, 180),
            desk.count(5, 90) + 0.25,
            desk.pick("reiskosten", "parkeren", "lunch", "OV"),
        ]
        for _ in range(desk.count(5, 18))
    )
    kind, data = desk.grid(desk.book(rows, properties=desk.my_properties(), heads=(4,)), "xlsx", "ods")
    return Made(
        name=f"{desk.pick('Declaratie', 'onkosten')} {desk.count(1, 12)}.{kind}",
        data=data,
        folder=desk.pick("Documents/Declaraties", "Desktop"),
        hard="expense claim",
    )


@case("policy of the firm", "own")
def policy(desk: Desk) -> Made:
    blocks: list[Block] = [
        Heading(
            f"{desk.pick('Personeelshandboek', 'Gedragscode', 'Informatiebeveiligingsbeleid')} {desk.world.firm}", 0
        ),
        Para("Dit beleid geldt voor alle medewerkers en ingehuurde krachten."),
        Heading("Ziekte"),
        Para(
            "Meld je vóór 9.00 uur ziek bij je leidinggevende. Je hoeft niet te zeggen wat je hebt. De "
            "bedrijfsarts beoordeelt of je kunt werken."
        ),
        Heading("Vertrouwelijkheid"),
        Para(
            "Gegevens van klanten, zoals BSN, salaris en medische gegevens, blijven in de omgeving van de klant. "
            "Lever ze nooit aan per mail."
        ),
        Para(f"Vragen kun je stellen via {desk.mail('hr@' + desk.world.firm_domain)}."),
    ]
    return _paper(
        desk,
        blocks,
        desk.pick("Personeelshandboek 2025", "Gedragscode", "beleid IB"),
        client=False,
        hard="policy full of the words",
    )


@case("colleague's CV on the firm's paper", "own")
def colleague(desk: Desk) -> Made:
    c = desk.pick(*desk.world.colleagues)
    blocks: list[Block] = [
        letterhead(desk),
        Heading(f"Profiel {desk.name(c)}", 0),
        Para(
            f"{c.given} is senior adviseur bij {desk.world.firm} en begeleidt gemeenten en zorginstellingen bij "
            "HR-vraagstukken."
        ),
        Heading("Opdrachten"),
        Bullets(
            tuple(
                f"{o.name}: {desk.pick('projectleiding', 'interim teamleider', 'procesontwerp')}"
                for o in desk.some(desk.world.clients, 2, 4)
            )
        ),
        Heading("Talen en opleiding"),
        Para("Nederlands, Engels. Universiteit, Personeelwetenschappen."),
    ]
    return _paper(
        desk,
        blocks,
        f"CV {c.family} {desk.world.firm.split()[0]}",
        "docx",
        "pdf",
        client=False,
        hard="CV on the firm's paper",
    )


@case("invoice of a supplier", "clean", 1.2)
def supplier(desk: Desk) -> Made:
    """Somebody else's invoice to the firm: with an IBAN, a BTW number and long references."""
    seller = desk.pick(
        "Kantoorvak Online B.V.",
        "Drukkerij De Zwarte Hand",
        "Hotel De Uiterwaard",
        "Garage Het Wiel V.O.F.",
        "Cloudhuis Hosting B.V.",
    )
    p = desk.person()
    blocks: list[Block] = [
        Para(
            f"{seller}\n{desk.address(p, chr(10))}\nBTW NL{desk.count(800_000_000, 869_999_999)}"
            f"B{desk.count(1, 9):02d} · KvK {desk.count(10**7, 9 * 10**7)}"
        ),
        Para(f"Aan: {desk.world.firm}"),
        Heading("Rekening", 2),
        Fields(
            (
                ("Nummer", str(desk.count(10**8, 10**9))),
                ("Datum", desk.on()),
                ("Debiteur", str(desk.count(10**5, 10**6))),
            ),
            desk.pick("left", "table"),
        ),
        Grid(
            (
                ("Art.", "Omschrijving", "Prijs"),
                *(
                    (
                        str(desk.count(8_700_000_000_000, 8_719_999_999_999)),
                        desk.pick("Papier A4", "Domeinnaam", "Overnachting", "Grote beurt", "Toner"),
                        euro(desk.count(4, 400)),
                    )
                    for _ in range(desk.count(1, 6))
                ),
            )
        ),
        Para(f"Te voldoen op {desk.bank(p.iban)} o.v.v. {desk.count(10**15, 10**16)}"),
    ]
    kind, data = desk.write(
        Document(blocks=blocks, properties=desk.properties(company=seller)), "pdf", "pdf", "html", "docx"
    )
    return Made(
        name=f"{desk.pick('invoice', 'factuur', 'Rekening')}_{desk.count(10**5, 10**6)}.{kind}",
        data=data,
        hard="invoice of a supplier",
    )


@case("quotation of a supplier", "clean")
def offer(desk: Desk) -> Made:
    seller = desk.person()
    blocks: list[Block] = [
        Para("Softwarehuis Klaver B.V."),
        Heading("Prijsopgave"),
        Para(
            f"Opgesteld door {desk.name(seller)}, accountmanager, "
            f"{desk.mail(seller.work_mail('klaver-software.nl'))}, {desk.phone(seller.mobile)}"
        ),
        Grid(
            (
                ("Module", "Per medewerker per maand", "Eenmalig"),
                ("Salaris", "4,85", "2.500,00"),
                ("Verzuim", "1,10", "950,00"),
                ("Zelfservice", "0,65", "-"),
            )
        ),
        Para("Prijzen exclusief btw en conversie. Op deze opgave zijn onze voorwaarden van toepassing."),
    ]
    kind, data = desk.write(Document(blocks=blocks), "pdf", "docx")
    return Made(name=f"{desk.pick('Prijsopgave', 'offerte Klaver')}.{kind}", data=data, hard="quotation")
