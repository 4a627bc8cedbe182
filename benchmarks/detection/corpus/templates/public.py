# ruff: noqa: E501  # the text of a document reads best in one piece
"""What everybody may have: published documents, scales, vacancies, registers of organisations, news, open data."""

from __future__ import annotations

from datetime import timedelta

from benchmarks.detection.corpus import numbers, people
from benchmarks.detection.corpus.blocks import Block, Cell, Grid, Heading, Sheet
from benchmarks.detection.corpus.formats import plain
from benchmarks.detection.corpus.scene import Scene, euros
from benchmarks.detection.corpus.template import Paper, template


@template("clean", "scales of a collective agreement", hard="salaries of scales, not of persons")
def scales(s: Scene) -> Paper:
    base = s.rng.randint(2_000, 2_300)
    rows: list[list[Cell]] = [["Trede", *(f"Schaal {number}" for number in range(4, 13))]]
    rows += [[step, *(base + 220 * number + 90 * step for number in range(9))] for step in range(12)]
    title = s.pick("Salaristabel cao", "Salarisschalen per 1 januari", "Loontabel")
    if s.chance(0.5):
        return s.workbook(title.lower(), [Sheet(name="Schalen", rows=[[title], [], *rows])])
    return s.prose(
        title.lower(),
        [Heading(title), "Bedragen in euro bruto per maand bij 36 uur.", Grid(rows)],
        ("pdf", "docx", "html"),
    )


@template("clean", "text of a law", hard="full of the words of personal data")
def law(s: Scene) -> Paper:
    articles = (
        "Onder persoonsgegevens wordt verstaan: alle informatie over een geïdentificeerde of identificeerbare natuurlijke persoon.",
        "Gegevens over gezondheid, ras, godsdienst, seksuele gerichtheid en lidmaatschap van een vakvereniging worden niet verwerkt, tenzij de wet dit toestaat.",
        "Het burgerservicenummer wordt slechts gebruikt ter uitvoering van de wet.",
        "De werkgever betaalt bij ziekte gedurende 104 weken ten minste zeventig procent van het loon door.",
        "Gegevens van strafrechtelijke aard mogen worden verwerkt door bevoegde organen.",
    )
    blocks: list[Block] = [
        Heading(
            s.pick(
                "Wet bescherming gegevens", "Regeling verzuim en re-integratie", "Besluit gebruik burgerservicenummer"
            )
        )
    ]
    blocks += [f"Artikel {number}\n{text}" for number, text in enumerate(s.rng.sample(articles, 5), start=1)]
    return s.prose(s.pick("wettekst", "regeling", "besluit"), blocks, ("pdf", "html", "txt", "docx"))


@template("clean", "vacancy", hard="a salary that is offered to nobody in particular")
def vacancy(s: Scene) -> Paper:
    s.ties = frozenset({"words"})
    contact = s.contact()
    blocks: list[Block] = [
        Heading(f"Vacature {contact.function}"),
        f"{s.organisation()} zoekt een {contact.function} voor 32 tot 36 uur. Wij bieden een goed salaris volgens de cao en een dertiende maand.",
        f"Meer weten? Bel {s.name(contact)}, {s.phone(numbers.landline(s.rng))}, of mail naar {s.organisation_mail('werkenbij', 'vacatures')}.",
    ]
    s.from_website()
    return s.prose(s.pick("vacature", "werken bij", "vacaturetekst"), blocks, ("pdf", "html", "docx"))


@template("clean", "list of organisations with addresses", hard="addresses and phones of organisations")
def organisations(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["Organisatie", "Bezoekadres", "Postcode", "Plaats", "Telefoon", "KvK-nummer", "Website"]]
    s.kinds |= {"address", "phone"}
    for _ in range(s.rng.randint(8, 40)):
        place = people.town(s.rng)
        rows.append(
            [
                s.pick("Gemeente", "Stichting", "Basisschool", "Apotheek", "Bibliotheek") + f" {place}",
                f"{people.street(s.rng)} {s.rng.randint(1, 200)}",
                people.postcode(s.rng),
                place,
                numbers.landline(s.rng),
                numbers.chamber(s.rng),
                f"www.{people.ascii_of(place)}.example",
            ]
        )
    return s.workbook(
        s.pick("adressen instellingen", "deelnemende organisaties", "leveranciers"), [Sheet(name="Adressen", rows=rows)]
    )


@template("clean", "open data of a public website", hard="a workbook from a public website")
def open_data(s: Scene) -> Paper:
    rows: list[list[Cell]] = [
        ["Perioden", "Gemeentecode", "Inwoners", "Uitkeringen", "Ziekteverzuim (%)", "Gemiddeld inkomen (x 1000)"]
    ]
    rows += [
        [
            f"{2015 + number % 10}KW0{number % 4 + 1}",
            f"GM{s.rng.randint(1, 1999):04d}",
            s.rng.randint(8_000, 300_000),
            s.rng.randint(100, 9_000),
            s.rng.randint(30, 80) / 10,
            s.rng.randint(24, 48),
        ]
        for number in range(s.rng.randint(30, 200))
    ]
    s.from_website(host=s.pick("opendata.statistiek.example", "www.cijferbank.example"))
    return s.workbook(s.pick("open data", "tabel_84583", "statistiek"), [Sheet(name="Tabel", rows=rows)])


@template("clean", "article of the news")
def news(s: Scene) -> Paper:
    person = s.person()
    blocks: list[Block] = [
        Heading(
            s.pick(
                "Verzuim in de zorg stijgt opnieuw",
                "Gemeenten lopen achter met digitalisering",
                "Salarissen in de logistiek onder druk",
            )
        ),
        f"Volgens onderzoeker {s.name(person)} is het ziekteverzuim in drie jaar niet zo hoog geweest. Vooral burn-outs nemen toe.",
        "De vakbonden spreken van een alarmsignaal. Werkgevers wijzen op de krapte.",
    ]
    s.from_website(host="www.dagblad-delta.example")
    return s.prose(s.pick("artikel", "nieuwsbericht", "knipsel"), blocks, ("html", "pdf", "txt"))


@template("clean", "newsletter of an organisation", hard="names of staff in a published newsletter", ties="words")
def newsletter(s: Scene) -> Paper:
    one = s.contact()
    blocks: list[Block] = [
        Heading(s.pick("Nieuwsbrief", "Personeelsblad", "Wijknieuws") + f" {s.organisation()}"),
        f"Welkom aan {s.name(one)}, die per 1 september start als {one.function}.",
        "De kantine is verbouwd. De fietsenstalling volgt in het voorjaar. Doe mee met de wandelweek!",
    ]
    s.from_website()
    return s.prose(s.pick("nieuwsbrief", "wijkkrant", "nieuws"), blocks, ("pdf", "html"))


@template("clean", "business cards", hard="cards with work data only")
def business_cards(s: Scene) -> Paper:
    s.ties = frozenset({"words"})
    s.kinds |= {"name", "email", "phone"}
    organisation = s.organisation()
    cards = "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{person.surname};{person.first};{person.particle};;\r\nFN:{person.full}\r\nORG:{organisation}\r\nTITLE:{person.function}\r\nTEL;TYPE=WORK:{numbers.landline(s.rng)}\r\nEMAIL;TYPE=WORK:{person.work_mail(s.client.domain)}\r\nEND:VCARD\r\n"
        for person in s.rng.sample(s.staff, s.rng.randint(1, 6))
    )
    return s.paper(s.pick("contacten klant.vcf", "visitekaartjes.vcf", "contact.vcf"), cards.encode())


@template("clean", "calendar of meetings", ties="words")
def meetings(s: Scene) -> Paper:
    s.kinds |= {"name", "email"}
    events = ""
    for number in range(s.rng.randint(1, 8)):
        person = s.contact()
        events += (
            f"BEGIN:VEVENT\r\nUID:{s.rng.getrandbits(64):x}\r\nDTSTART:{s.day + timedelta(days=number):%Y%m%d}T100000\r\nSUMMARY:{s.pick('Overleg project', 'Stuurgroep', 'Demo', 'Bila')} {s.organisation()}\r\n"
            f"ORGANIZER;CN={person.full}:mailto:{person.work_mail(s.domain)}\r\nLOCATION:{s.pick('Teams', 'Kamer 2.14', 'Gemeentehuis')}\r\nEND:VEVENT\r\n"
        )
    return s.paper(
        s.pick("agenda.ics", "uitnodiging.ics", "invite.ics"),
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//agenda\r\n{events}END:VCALENDAR\r\n".encode(),
    )


@template("clean", "mail about an appointment", ties="words", hard="mail with a client without any data")
def appointment_mail(s: Scene) -> Paper:
    sender = s.contact()
    text = s.pick(
        "Kun je donderdag om twee uur? Ik reserveer een zaal.",
        "Bedankt voor het concept, ik stuur morgen onze opmerkingen.",
        "De stuurgroep is een week verzet. Ik pas de uitnodiging aan.",
    )
    signature = f"\n\nMet vriendelijke groet,\n\n{sender.full}\n{sender.function}\n{s.organisation()}\nT {s.phone(numbers.landline(s.rng))}\n"
    if s.chance(0.5):
        signature += "\nDe informatie in dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde.\n"
    mail = s.letter_mail(
        sender=sender,
        sender_mail=s.work_mail(sender),
        to=s.consultant,
        to_mail=s.firm_mail(s.consultant),
        subject=s.pick("donderdag", "RE: concept", "planning"),
        body=f"Hoi {s.consultant.first},\n\n{text}{signature}",
    )
    return s.mail(s.pick("donderdag", "RE concept", "planning"), mail)


@template("clean", "quotation of a supplier", hard="account, VAT and chamber numbers that pass the eleven-proof")
def supplier_quotation(s: Scene) -> Paper:
    sender, place = s.person(), s.person()
    blocks: list[Block] = [
        f"{s.supplier()}\n{s.address(place, chr(10))}\nKvK {numbers.chamber(s.rng)} | BTW {numbers.vat(s.rng)}",
        Heading(f"Offerte {s.rng.randint(10_000, 99_999)}"),
        f"Aan {s.owner.firm}. Geldig tot {s.written(s.day + timedelta(days=30))}.",
        Grid(
            [
                ["Artikel", "Aantal", "Prijs"],
                [
                    s.pick("Bureaustoel", "Laptopstandaard", "Whiteboard"),
                    s.rng.randint(1, 20),
                    euros(s.rng.randint(5_000, 60_000)),
                ],
            ]
        ),
        f"Contactpersoon: {s.name(sender)}, {s.phone(numbers.landline(s.rng))}",
    ]
    return s.prose(s.pick("offerte", "aanbieding", "prijsopgave"), blocks, ("pdf", "docx"))


@template("clean", "aggregated outcome of a survey", hard="opinions of groups, nobody in particular")
def survey_outcome(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["Stelling", "Eens (%)", "Neutraal (%)", "Oneens (%)", "n"]]
    rows += [
        [statement, s.rng.randint(20, 70), s.rng.randint(10, 30), s.rng.randint(5, 30), s.rng.randint(40, 400)]
        for statement in (
            "Ik voel mij gezond",
            "Mijn werkdruk is hoog",
            "Ik ben tevreden met mijn salaris",
            "Ik word gediscrimineerd om mijn geloof of afkomst",
            "Ik ben lid van een vakbond",
        )
    ]
    return s.workbook(
        s.pick("uitkomsten MTO", "resultaten enquête totaal", "tevredenheid"), [Sheet(name="Totaal", rows=rows)]
    )


@template("clean", "template for import with headers alone", hard="headers of personal data without a row")
def import_template(s: Scene) -> Paper:
    header = [
        "Personeelsnummer",
        "Achternaam",
        "Voorvoegsel",
        "Voornaam",
        "BSN",
        "Geboortedatum",
        "IBAN",
        "Straat",
        "Huisnummer",
        "Postcode",
        "Bruto salaris",
        "Reden ziekmelding",
    ]
    rows: list[list[Cell]] = (
        [list(header)] if s.chance(0.6) else [[name, s.pick("tekst", "datum", "getal", "verplicht")] for name in header]
    )
    return s.workbook(
        s.pick("importsjabloon medewerkers", "template upload", "leeg importbestand"),
        [Sheet(name="Import", rows=rows)],
        ("xlsx", "csv", "xls", "ods"),
    )


@template("clean", "script of a test with invented persons", hard="persons declared fictitious")
def test_script(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading(s.pick("Testscript", "Testscenario", "Draaiboek test")),
        s.pick(
            "Alle personen in dit script zijn verzonnen.",
            "Let op: fictieve gegevens, elke gelijkenis berust op toeval.",
            "De onderstaande persona's bestaan niet.",
        ),
        f"Stap 1. Meld Test de Tester aan met BSN {numbers.bsn(s.rng)} en geboortedatum 01-02-1990.\nStap 2. Controleer of de melding in de werkvoorraad staat.\nStap 3. Wijzig het adres in Teststraat 1, 1234 AB Teststad.",
    ]
    return s.prose(s.pick("testscript", "scenario 3", "testscenario"), blocks)


@template("clean", "price list", hard="numbers of articles of nine digits")
def prices(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["Artikelnummer", "EAN", "Omschrijving", "Prijs excl. btw"]]
    rows += [
        [
            int(numbers.nine_digits(s.rng)),
            f"87{s.rng.randint(10**10, 10**11 - 1)}",
            s.pick("ordner", "toner", "stift", "lamp") + f" {s.rng.randint(1, 99)}",
            s.rng.randint(100, 30_000) / 100,
        ]
        for _ in range(s.rng.randint(30, 200))
    ]
    return s.workbook(s.pick("prijslijst", "catalogus", "assortiment"), [Sheet(name="Prijzen", rows=rows)])


@template("clean", "travel plan and reservations")
def travel(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading(s.pick("Reservering", "Reisschema", "Boekingsbevestiging")),
        f"Gast: {s.name(s.consultant)}. Aankomst {s.written(s.day)}. Boeking {numbers.nine_digits(s.rng)}.",
        f"{s.pick('Hotel De Witte Raaf', 'Herberg Het Veer')}, {s.address(s.cast.firm_address)}. Telefoon {s.phone(numbers.landline(s.rng))}.",
    ]
    return s.private(s.prose(s.pick("hotel", "reservering", "reis"), blocks, ("pdf", "html", "docx")))


@template("clean", "recipe or shopping list")
def recipe(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading(s.pick("Erwtensoep", "Appeltaart", "Boodschappen")),
        "500 gram spliterwten\n1 winterpeen\n2 preien\n1 rookworst",
        "Laat de soep twee uur zachtjes koken. Serveer met roggebrood.",
    ]
    return s.private(s.prose(s.pick("recept", "boodschappen", "soep"), blocks, ("txt", "docx", "md", "odt", "rtf")))


@template("clean", "course material about privacy", hard="explains all kinds of data in examples without values")
def course(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading(s.pick("Cursus AVG", "Lesbrief privacy", "Reader gegevensbescherming")),
        "Een BSN bestaat uit negen cijfers en voldoet aan de elfproef. Een paspoortnummer heeft negen tekens. Een IBAN begint in Nederland met NL.",
        "Bijzondere gegevens zijn: gezondheid (bijvoorbeeld een ziekmelding of een diagnose), geloof, etnische afkomst, seksuele gerichtheid, lidmaatschap van een vakbond en strafrechtelijk verleden.",
        "Opdracht: bespreek wat er misgaat als een salarislijst naar de verkeerde persoon wordt gemaild.",
    ]
    return s.prose(s.pick("cursus AVG", "reader", "lesmateriaal"), blocks)


@template("clean", "feed of a public register as XML", hard="organisations with numbers that pass the eleven-proof")
def register_feed(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["handelsnaam", "kvk", "rsin", "vestigingsplaats", "sbi"]]
    rows += [
        [s.supplier(), numbers.chamber(s.rng), numbers.rsin(s.rng), people.town(s.rng), str(s.rng.randint(1000, 99999))]
        for _ in range(s.rng.randint(10, 60))
    ]
    return s.paper(
        s.pick("handelsregister.xml", "organisaties.xml"), plain.xml_of(rows, root="register", item="organisatie")
    )
