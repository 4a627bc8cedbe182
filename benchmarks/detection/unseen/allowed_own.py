"""The consultant's own papers and those of the firm."""
# ruff: noqa: E501
# Sentences with their variations stay on one line: broken up they cannot be read as a sentence.

from __future__ import annotations

from datetime import timedelta

from benchmarks.detection.unseen.client_lists import machine_zone
from benchmarks.detection.unseen.client_staff import payslip_of
from benchmarks.detection.unseen.draft import OFFICE, SHEETS, Draft, template
from benchmarks.detection.unseen.names import BUSINESS_FUNCTIONS, FUNCTIONS
from benchmarks.detection.unseen.paper import Book, Bullets, Content, Heading, Pairs, Paper, Row, Sheet, Table, Text


def _me(d: Draft) -> str:
    return d.name(d.world.me, "full")


@template("own", "own payslip", "pdf pdf docx")
def payslip(d: Draft) -> Content:
    paper = payslip_of(d, d.world.me, d.say("[consultant|senior adviseur]"))
    assert isinstance(paper, Paper)
    paper.header = d.world.firm.name
    paper.blocks.insert(1, Text(f"{_me(d)}"))
    return paper


@template("own", "own annual statement", "pdf pdf txt")
def annual(d: Draft) -> Content:
    me = d.world.me
    return Paper(
        name=d.say("[jaaropgave|Jaaropgaaf|loonopgave] [2023|2024]"),
        header=d.world.firm.name,
        blocks=[
            Heading(d.say("[Jaaropgaaf 2024|Jaaropgave werknemer]")),
            Pairs(
                [
                    ("Naam", _me(d)),
                    ("BSN", d.bsn(me)),
                    ("Adres", d.home(me.home)),
                    (d.say("[Fiscaal loon|Loon LB/PH]"), d.wage(me, me.wage * 12.9)),
                    ("Ingehouden loonheffing", d.euro(me.wage * 4)),
                    ("Verrekende arbeidskorting", d.euro(d.number(2000, 5000))),
                ]
            ),
        ],
    )


@template("own", "own tax return", "pdf pdf html")
def tax(d: Draft) -> Content:
    me, partner = d.world.me, d.person()
    pairs = [
        ("Naam", _me(d)),
        ("Burgerservicenummer", d.bsn(me)),
        ("Geboortedatum", d.born(me)),
        (d.say("[Loon|Inkomsten uit werk]"), d.wage(me, me.wage * 12.9)),
        ("WOZ-waarde", d.euro(d.number(200, 700) * 1000)),
        (d.say("[Rekening voor teruggaaf|IBAN]"), d.iban(me.iban)),
    ]
    if d.chance(0.4):
        pairs.append(("Fiscaal partner", d.name(partner, "formal")))
    return Paper(
        name=d.say("[aangifte IB|Inkomstenbelasting|aangifte inkomstenbelasting|voorlopige aanslag] [2023|2024]"),
        blocks=[
            Heading(d.say("[Aangifte inkomstenbelasting 2024|Kopie aangifte IB]")),
            Pairs(pairs),
            Text(d.say("[U krijgt terug|Te betalen]: ") + d.euro(d.number(50, 3000))),
        ],
    )


@template("own", "own mortgage", "pdf docx")
def mortgage(d: Draft) -> Content:
    me = d.world.me
    return Paper(
        name=d.say("[hypotheekofferte|Hypotheek|renteaanbod] [definitief|2024|]"),
        blocks=[
            Text(f"{d.name(me, 'titled')}\n{d.home(me.home, lines=True)}"),
            Heading(d.say("[Hypotheekofferte|Bindend aanbod]")),
            Pairs(
                [
                    ("Aanvrager", _me(d)),
                    ("Geboren", d.born(me)),
                    (d.say("[Bruto jaarinkomen|Jaarsalaris]"), d.wage(me, me.wage * 12.9)),
                    ("Hoofdsom", d.euro(d.number(180, 520) * 1000)),
                    ("Rente", f"{d.number(2, 4)},{d.number(10, 90)}% 20 jaar vast"),
                    ("Incasso", d.iban(me.iban)),
                ]
            ),
        ],
    )


@template("own", "own insurance policy", "pdf docx html")
def insurance(d: Draft) -> Content:
    me = d.world.me
    return Paper(
        name=d.say("[polis|Polisblad|verzekering] [auto|zorg|inboedel|aansprakelijkheid]"),
        blocks=[
            Heading(d.say("[Polisblad zorgverzekering|Polis woonverzekering|Polisblad personenauto]")),
            Pairs(
                [
                    ("Verzekeringnemer", _me(d)),
                    ("Geboortedatum", d.born(me)),
                    ("Adres", d.home(me.home)),
                    ("Premie", f"{d.euro(d.number(9, 160))} per maand"),
                    ("Rekening", d.iban(me.iban)),
                ]
            ),
        ],
    )


@template("own", "own medical letter", "pdf docx txt", special=True)
def medical(d: Draft) -> Content:
    me, doctor = d.world.me, d.person()
    d.mark("health")
    return Paper(
        name=d.say("[uitslag|afspraak ziekenhuis|verwijsbrief|Brief specialist] [mri|bloed|knie|]"),
        blocks=[
            Text(f"{d.name(me, 'titled')}\n{d.home(me.home, lines=True)}"),
            Text(f"Geboortedatum: {d.born(me)}"),
            Text(d.say("[Geachte|Beste] ") + d.polite(me) + ","),
            Text(
                d.say(
                    "[De MRI toont een meniscusscheur|Uw cholesterol is verhoogd|Bij u is slaapapneu vastgesteld|De biopsie was goedaardig]. [Wij bespreken dit op de poli.|U kunt starten met simvastatine 40 mg.]"
                )
            ),
            Text(f"{d.name(doctor, 'formal')}, {d.say('[orthopeed|internist|huisarts|KNO-arts]')}"),
        ],
    )


@template("own", "own CV", "docx docx pdf odt")
def own_cv(d: Draft) -> Content:
    me = d.world.me
    rows: list[Row] = [
        [f"{year} - {year + 2}", d.pick(BUSINESS_FUNCTIONS), d.other_place().name]
        for year in d.some(range(2008, 2023), 2, 5)
    ]
    pairs = [
        ("Naam", _me(d)),
        ("Woonplaats", me.home.town),
        ("Geboortedatum", d.born(me)),
        ("Mobiel", d.mobile(me)),
        ("E-mail", d.mail(me)),
    ]
    return Paper(
        name=d.say("[CV|cv|Curriculum] ") + me.full,
        blocks=[
            Heading(d.say("[Curriculum vitae|CV]")),
            Pairs(d.in_order(pairs, 3, 5) if d.chance(0.5) else pairs),
            Text(
                d.say(
                    "[Ervaren consultant|Bedrijfskundige|Procesadviseur] [met hart voor de publieke sector|in HR en finance]."
                )
            ),
            Table(["Periode", "Functie", "Organisatie"], rows),
        ],
    )


@template("own", "own bank statement", "pdf csv xlsx")
def bank(d: Draft) -> Content:
    me = d.world.me
    d.mark("iban", "name")
    rows: list[Row] = []
    start = d.day(2024)
    for number in range(d.number(8, 35)):
        label = d.pick(
            (
                "Albert Hoekstra Supermarkt",
                "NS Groep",
                "Energie Direct Noord",
                "Salaris",
                "Belastingdienst",
                "Bakkerij Het Stoepje",
                "Pinautomaat",
                "Hypotheek",
            )
        )
        rows.append(
            [
                start + timedelta(days=number),
                me.iban,
                label,
                d.number(-250, 60) + 0.45 if label != "Salaris" else round(me.wage * 0.68, 2),
            ]
        )
    header = [
        d.say("[Datum|Boekdatum]"),
        d.say("[Rekening|IBAN/BBAN]"),
        d.say("[Omschrijving|Naam tegenpartij]"),
        "Bedrag",
    ]
    if any(row[2] == "Salaris" for row in rows):
        d.mark("salary")
    return Book(
        name=d.say("[afschrift|transacties|Bij-Afschrift|CSV_A] [mei|2024|]"),
        sheets=[Sheet(title="mutaties", header=header, rows=rows, above=[f"Rekeninghouder {_me(d)}"])],
    )


@template("own", "own identity paper", "txt pdf")
def own_passport(d: Draft) -> Content:
    me = d.world.me
    d.mark("id_document", "date_of_birth")
    return Paper(
        name=d.say("[paspoort|kopie paspoort eigen|mijn id|scan paspoort tekst]"),
        blocks=[
            Pairs([("Naam", _me(d)), ("Geboren", d.born(me)), ("Documentnummer", d.document(me))]),
            Text(machine_zone(me)),
        ],
    )


@template("own", "own diploma", "pdf docx")
def diploma(d: Draft) -> Content:
    me = d.world.me
    return Paper(
        name=d.say("[diploma|certificaat|getuigschrift] [PRINCE2|hbo|Lean|AVG]"),
        blocks=[
            Heading(d.say("[Certificaat|Diploma]")),
            Text(
                d.say(
                    f"[Hierbij wordt verklaard dat|Dit certificaat is uitgereikt aan] {_me(d)}, geboren op {d.born(me)} te {me.home.town}, [de opleiding|het examen] [PRINCE2 Practitioner|Lean Green Belt|Bedrijfskunde] [met goed gevolg heeft afgelegd|heeft behaald]."
                )
            ),
            Text(d.dated(d.day())),
        ],
    )


@template("own", "own rental contract", "pdf docx odt")
def rental(d: Draft) -> Content:
    me, landlord = d.world.me, d.other_place()
    return Paper(
        name=d.say("[huurcontract|Huurovereenkomst|huur] [woning|appartement]"),
        blocks=[
            Heading("Huurovereenkomst woonruimte"),
            Text(f"Verhuurder: {landlord.name}, {d.home(landlord.office)}"),
            Text(f"Huurder: {_me(d)}, geboren {d.born(me)}"),
            Bullets(
                [
                    f"Huurprijs {d.euro(d.number(700, 1600))} per maand",
                    f"Te betalen op {d.iban(landlord.iban)}",
                    d.say("[Opzegtermijn een maand|Huisdieren in overleg]"),
                ],
                numbered=True,
            ),
        ],
    )


@template("own", "own employment contract", "pdf docx")
def contract(d: Draft) -> Content:
    me, firm = d.world.me, d.world.firm
    return Paper(
        name=d.say("[arbeidsovereenkomst|contract|Arbeidscontract] [getekend|onbepaalde tijd]"),
        header=firm.name,
        blocks=[
            Heading("Arbeidsovereenkomst"),
            Text(
                f"{firm.name}, {d.home(firm.office)}, en {d.name(me, 'titled')}, geboren {d.born(me)}, wonende {d.home(me.home)}"
            ),
            Bullets(
                [
                    f"Functie: {d.say('[consultant|senior adviseur]')}",
                    f"Salaris {d.wage(me)} bruto per maand",
                    "Proeftijd een maand",
                ],
                numbered=True,
            ),
        ],
    )


@template("own", "invoice of the firm", "pdf pdf docx xlsx")
def own_invoice(d: Draft) -> Content:
    firm, buyer = d.world.firm, d.place
    rows: list[Row] = [
        [d.say("[Advieswerk|Procesanalyse|Projectleiding]"), d.number(8, 120), d.number(95, 160)]
        for _ in range(d.number(1, 3))
    ]
    return Paper(
        name=d.say("[factuur|Factuur] ") + f"2025-{d.number(100, 999)}",
        header=firm.name,
        blocks=[
            Text(
                f"{firm.name}\n{d.home(firm.office)}\nTel {d.landline(firm.phone)}\n{d.box('administratie', firm.domain)}"
            ),
            Heading("Factuur"),
            Text(f"{d.at}\n{d.home(buyer.office)}"),
            Table(["Omschrijving", "Uren", "Tarief"], rows),
            Text(f"Te voldoen binnen 30 dagen op {d.iban(firm.iban)} t.n.v. {firm.name}"),
        ],
    )


@template("own", "quotation of the firm", OFFICE)
def quotation(d: Draft) -> Content:
    firm, me, who = d.world.firm, d.world.me, d.person()
    return Paper(
        name=d.say("[offerte|Aanbieding|Offerte advies] ") + str(d.number(2500, 2599)),
        header=firm.name,
        blocks=[
            Text(f"{d.at}\nt.a.v. {d.name(who, 'titled')}"),
            Heading("Offerte"),
            Text(
                d.say(
                    "[Graag bieden wij u aan:|Conform ons gesprek offreren wij:] [een quickscan|begeleiding van de invoering|interim projectleiding]."
                )
            ),
            Pairs(
                [
                    ("Inzet", f"{d.number(10, 90)} dagen"),
                    ("Tarief", f"{d.euro(d.number(900, 1400))} per dag"),
                    ("Geldig tot", d.dated(d.day())),
                ]
            ),
            Text(f"{_me(d)}\n{d.work_mail(me, firm.domain)}\n{d.mobile(me)}"),
        ],
    )


@template("own", "timesheet", SHEETS)
def timesheet(d: Draft) -> Content:
    rows: list[Row] = [
        [day, d.say("[intern|projectoverleg|analyse|reistijd]"), d.number(1, 8)]
        for day in (d.day(2025) for _ in range(d.number(8, 25)))
    ]
    return Book(
        name=d.say("[urenstaat|Uren|timesheet] [wk 20|mei|2025-05]"),
        sheets=[
            Sheet(
                title="uren",
                header=["Datum", d.say("[Activiteit|Omschrijving]"), "Uren"],
                rows=rows,
                above=[f"{d.say('[Medewerker|Consultant]')}: {_me(d)}", d.world.firm.name],
            )
        ],
    )


@template("own", "policy of the firm", OFFICE, hard="full of the words of personal data")
def policy(d: Draft) -> Content:
    firm = d.world.firm
    return Paper(
        name=d.say("[Privacybeleid|Handboek medewerkers|verzuimprotocol|Gedragscode] [2024|v5]"),
        header=firm.name,
        blocks=[
            Heading(d.say(f"[Verzuimprotocol|Privacybeleid|Personeelshandboek] {firm.name}")),
            Text(
                d.say(
                    "[Ziekmelden doe je voor 9 uur bij je leidinggevende.|Wij bewaren BSN en kopie ID alleen in het personeelsdossier.]"
                )
            ),
            Bullets(
                [
                    d.say("[De bedrijfsarts oordeelt over belastbaarheid|Geef nooit je diagnose door]"),
                    d.say("[Klantgegevens blijven bij de klant|Vergrendel je laptop]"),
                ]
            ),
            Text(f"{firm.name}, {d.box('hr', firm.domain)}, {d.landline(firm.phone)}"),
        ],
    )


@template("own", "colleague's CV on the firm's paper", "docx docx pdf pptx")
def colleague_cv(d: Draft) -> Content:
    firm, who = d.world.firm, d.pick(d.world.colleagues)
    rows: list[Row] = [
        [f"{year}", d.pick(BUSINESS_FUNCTIONS), d.say("[Gemeente|Zorginstelling|Waterschap|Verzekeraar]")]
        for year in d.some(range(2012, 2025), 3, 5)
    ]
    return Paper(
        name=d.say("[CV|Profiel|cv] ") + f"{who.full} {firm.name.split()[0]}",
        header=firm.name,
        footer=f"{firm.name} - {firm.domain}",
        blocks=[
            Heading(f"{d.name(who, 'full')}"),
            Text(d.say("[Senior consultant|Adviseur] bij ") + firm.name),
            Text(
                d.say(
                    "[Specialist in HR-processen|Ervaren projectleider]. [Nuchter en resultaatgericht.|Denkt in mogelijkheden.]"
                )
            ),
            Table(["Jaar", "Rol", "Sector"], rows),
            Text(f"{d.work_mail(who, firm.domain)}"),
        ],
    )


@template("own", "expense claim of oneself", "xlsx pdf docx")
def expenses(d: Draft) -> Content:
    me = d.world.me
    rows: list[Row] = [
        [d.day(2025), d.say("[trein|parkeren|lunch|hotel]"), d.number(4, 140) + 0.5] for _ in range(d.number(3, 10))
    ]
    return Book(
        name=d.say("[declaratie|Onkosten|reiskosten] [mei|Q2]"),
        sheets=[
            Sheet(
                title="declaratie",
                header=["Datum", "Soort", "Bedrag"],
                rows=rows,
                above=[f"Naam: {_me(d)}", f"Rekening: {d.iban(me.iban)}", d.world.firm.name],
            )
        ],
    )


@template("own", "own application to a job", "docx pdf")
def own_application(d: Draft) -> Content:
    me, place = d.world.me, d.other_place()
    return Paper(
        name=d.say("[motivatie|sollicitatiebrief] [concept|{}]".replace("{}", place.name.split()[0])),
        blocks=[
            Text(f"{_me(d)}\n{d.home(me.home, lines=True)}\n{d.mobile(me)}\n{d.mail(me)}"),
            Text(f"{place.name}, afdeling P&O"),
            Text(
                d.say(
                    f"[Graag solliciteer ik naar|Met plezier reageer ik op] de functie van {d.pick(FUNCTIONS)}. [Ik werk nu als adviseur.|Na tien jaar advies zoek ik een vaste plek.]"
                )
            ),
            Text(f"Groet,\n{me.full}"),
        ],
    )
