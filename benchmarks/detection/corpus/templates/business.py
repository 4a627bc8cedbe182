"""Business papers: figures of clients, lists of contacts, invoices of others, forms, tables of groups, public documents."""

# ruff: noqa: E501  # the text of a document reads best in one piece
from __future__ import annotations

from benchmarks.detection.corpus import numbers, people
from benchmarks.detection.corpus.blocks import Block, Cell, Grid, Heading, Sheet
from benchmarks.detection.corpus.formats.plain import delimited
from benchmarks.detection.corpus.scene import Scene, euros
from benchmarks.detection.corpus.template import Paper, template

POSTS = (
    "Personele lasten",
    "Huisvesting",
    "ICT",
    "Inhuur derden",
    "Opleidingen",
    "Vervoer",
    "Energie",
    "Onderhoud",
    "Afschrijvingen",
)


@template(
    "client-data", "budget of a client without persons", ties="strong", hard="no personal data, only where it came from"
)
def client_budget(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["Kostenplaats", "Post", "Begroot", "Realisatie", "Verschil"]]
    for post in POSTS:
        planned, real = s.rng.randint(20_000, 900_000), s.rng.randint(20_000, 900_000)
        rows.append([s.rng.randint(4000, 4999), post, planned, real, planned - real])
    return s.workbook(
        s.pick("begroting 2027", "exploitatie Q3", "managementinformatie"),
        [Sheet(name="Begroting", rows=rows)],
        ("xlsx",),
    )


@template(
    "client-data", "margins marked as confidential", ties="words", hard="no personal data, confidentiality and keyword"
)
def confidential_figures(s: Scene) -> Paper:
    keyword = s.client.registered.keywords[0]
    s.is_told = True
    blocks: list[Block] = [
        f"{s.pick('STRIKT VERTROUWELIJK', 'Vertrouwelijk - niet verspreiden', 'Bedrijfsvertrouwelijk')}",
        Heading(f"Business case {keyword}"),
        f"{s.organisation()} overweegt de sluiting van {s.rng.randint(1, 4)} locaties. De besparing bedraagt € {euros(s.rng.randint(10_000_000, 90_000_000))} over drie jaar.",
        Grid(
            [
                ["Locatie", "Omzet", "Marge"],
                *(
                    [people.town(s.rng), euros(s.rng.randint(10_000_000, 99_000_000)), f"{s.rng.randint(-8, 14)}%"]
                    for _ in range(4)
                ),
            ]
        ),
    ]
    return s.prose(s.pick("business case", "scenario's", "notitie directie"), blocks, ("docx", "pdf", "odt"))


@template(
    "client-data",
    "export of orders from the client's system",
    ties="strong",
    hard="no personal data, only where it came from",
)
def order_export(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["OrderID", "Artikel", "Aantal", "Prijs", "Magazijn"]]
    rows += [
        [
            numbers.nine_digits(s.rng),
            f"ART-{s.rng.randint(1000, 9999)}",
            s.rng.randint(1, 400),
            s.rng.randint(100, 90_000) / 100,
            s.pick("W1", "W2", "W7"),
        ]
        for _ in range(s.rng.randint(30, 200))
    ]
    if "label" in s.ties:
        return s.workbook(s.pick("orders", "voorraad"), [Sheet(name="Orders", rows=rows)], ("xlsx",))
    return s.paper(s.pick("orders_export.csv", "voorraadlijst.csv"), delimited(rows))


@template("clean", "list of business contacts", ties="words", weight=2)
def contact_list(s: Scene) -> Paper:
    rows: list[list[Cell]] = [
        ["Naam", "Functie", "Organisatie", s.pick("E-mail", "Mailadres zakelijk"), s.pick("Telefoon", "Tel. werk")]
    ]
    organisation = s.organisation()
    rows += [
        [s.name(person), person.function, organisation, s.work_mail(person), s.phone(numbers.landline(s.rng))]
        for person in s.rng.sample(s.staff, s.rng.randint(6, 12))
    ]
    if s.chance(0.6):
        return s.workbook(
            s.pick("contactlijst", "projectteam", "wie is wie", "adressenlijst stakeholders"),
            [Sheet(name="Contacten", rows=rows)],
        )
    return s.prose(s.pick("contactpersonen", "stakeholders"), [Heading("Contactpersonen"), Grid(rows)])


@template("clean", "empty form", hard="labels of fields without values", weight=2)
def empty_form(s: Scene) -> Paper:
    title, labels = s.rng.choice(
        (
            (
                "Indiensttredingsformulier",
                [
                    "Naam",
                    "Voorletters",
                    "BSN",
                    "Geboortedatum",
                    "Adres",
                    "Postcode en woonplaats",
                    "IBAN",
                    "Telefoon",
                    "Handtekening",
                ],
            ),
            (
                "Ziekmeldingsformulier",
                ["Naam medewerker", "Personeelsnummer", "Eerste ziektedag", "Verwachte duur", "Verpleegadres"],
            ),
            (
                "Aanvraagformulier Wmo",
                [
                    "Naam aanvrager",
                    "BSN",
                    "Geboortedatum",
                    "Adres",
                    "Welke beperking heeft u?",
                    "Diagnose (indien bekend)",
                ],
            ),
            ("Declaratieformulier", ["Naam", "Personeelsnummer", "IBAN", "Datum", "Kilometers", "Bedrag"]),
        )
    )
    fill = s.pick("", "........................", "______________", "[invullen]")
    if s.chance(0.4):
        return s.workbook(
            title.lower(),
            [Sheet(name="Formulier", rows=[[title], [], *([label, fill] for label in labels)])],
            ("xlsx", "ods"),
        )
    return s.prose(
        title.lower(),
        [Heading(title), "Vul dit formulier volledig in.", Grid([[label, fill] for label in labels])],
        ("docx", "pdf", "odt", "rtf"),
    )


@template("clean", "table of groups", hard="averages per group instead of persons")
def aggregated(s: Scene) -> Paper:
    rows: list[list[Cell]] = [
        ["Afdeling", "Aantal medewerkers", "Gemiddeld salaris", "Verzuimpercentage", "Gemiddelde leeftijd", "% vrouw"]
    ]
    rows += [
        [
            name,
            s.rng.randint(12, 140),
            s.rng.randint(3_000, 5_600),
            s.rng.randint(20, 90) / 10,
            s.rng.randint(36, 54),
            s.rng.randint(30, 70),
        ]
        for name in ("Ruimte", "Sociaal Domein", "Bedrijfsvoering", "Publiekszaken", "Onderwijs", "Veiligheid")
    ]
    return s.workbook(
        s.pick("HR kengetallen", "verzuimcijfers per afdeling", "personeel in cijfers"),
        [Sheet(name="Cijfers", rows=rows)],
    )


@template("clean", "benchmark of organisations", hard="figures of organisations, no persons")
def benchmark(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["Organisatie", "Inwoners", "Fte per 1.000", "Verzuim %", "Loonsom per fte", "Inhuur %"]]
    rows += [
        [
            f"Gemeente {people.town(s.rng)}",
            s.rng.randint(12_000, 180_000),
            s.rng.randint(50, 95) / 10,
            s.rng.randint(40, 85) / 10,
            s.rng.randint(68_000, 92_000),
            s.rng.randint(5, 30),
        ]
        for _ in range(12)
    ]
    return s.workbook(
        s.pick("benchmark gemeenten", "vergelijking", "benchmark bedrijfsvoering"), [Sheet(name="Benchmark", rows=rows)]
    )


@template("clean", "invoice of a supplier", hard="account, VAT and chamber numbers that pass the eleven-proof")
def supplier_invoice(s: Scene) -> Paper:
    name, place = s.supplier(), s.person()
    cents = s.rng.randint(2_000, 300_000)
    address = s.cast.firm_address
    blocks: list[Block] = [
        f"{name}\n{s.address(place, chr(10))}\nKvK-nummer {numbers.chamber(s.rng)}\nBtw-nummer {numbers.vat(s.rng)}\nRekening {s.iban(numbers.iban(s.rng))}",
        f"{s.owner.firm}\n{s.address(address, chr(10))}",
        Heading(f"Factuur {s.rng.randint(100_000, 999_999)}"),
        f"Klantnummer: {numbers.nine_digits(s.rng)}\nOrdernummer: {numbers.rsin(s.rng)}",
        Grid(
            [
                ["Omschrijving", "Bedrag"],
                [s.pick("Kantoorbenodigdheden", "Lunch", "Drukwerk", "Abonnement"), euros(cents)],
                ["BTW", euros(cents * 21 // 100)],
            ]
        ),
    ]
    return s.prose(
        s.pick("factuur", "invoice", f"fact_{s.rng.randint(1000, 9999)}"), blocks, ("pdf", "pdf", "docx", "html")
    )


@template("clean", "brochure from the client's website", hard="origin is the public website of a client")
def brochure(s: Scene) -> Paper:
    s.ties = frozenset({"words"})
    organisation = s.organisation()
    blocks: list[Block] = [
        Heading(s.pick("Welkom bij", "Wonen en leven in", "Zo werkt") + f" {organisation}"),
        "Wij staan voor u klaar van maandag tot en met vrijdag. U kunt bij ons terecht met al uw vragen over wonen, zorg en werk.",
        f"Bezoekadres: {s.organisation_address()}\nTelefoon: {s.phone(s.client.house_style.phone)}\nE-mail: {s.organisation_mail()}",
        "Breng voor een aanvraag uw paspoort en BSN mee. Bent u ziek of heeft u een beperking, dan komen wij thuis langs.",
    ]
    s.from_website()
    return s.prose(s.pick("brochure", "folder", "informatie"), blocks, ("pdf", "pdf", "html"))


@template("clean", "annual report of an organisation", hard="published figures and names of directors")
def annual_report(s: Scene) -> Paper:
    s.ties = frozenset({"words"})
    director = s.contact()
    blocks: list[Block] = [
        Heading(f"Jaarverslag {s.day.year - 1} {s.organisation()}"),
        f"In {s.day.year - 1} werkten bij ons {s.rng.randint(200, 2_000)} mensen. Het ziekteverzuim daalde naar 5,1 procent. De salarissen stegen volgens de cao met 4 procent.",
        f"{s.name(director)}, voorzitter van het bestuur",
        Grid(
            [
                ["Bezoldiging bestuur (WNT)", "Klasse III"],
                ["Omzet", euros(s.rng.randint(10**9, 9 * 10**9))],
                ["Resultaat", euros(s.rng.randint(10**6, 9 * 10**7))],
            ]
        ),
    ]
    s.from_website()
    return s.prose(s.pick("jaarverslag", "jaarrekening", "jaarstukken"), blocks, ("pdf",))


@template("clean", "test set declared fictitious", hard="persons declared fictitious")
def test_set(s: Scene) -> Paper:
    rows: list[list[Cell]] = [
        [
            s.pick(
                "Testset: alle gegevens zijn fictief",
                "Fictieve testpersonen, geen echte gegevens",
                "GEFINGEERDE DATA - alleen voor testdoeleinden",
            )
        ],
        [],
        ["Testgeval", "Naam", "BSN", "Geboortedatum", "Verwacht"],
    ]
    rows += [
        [
            f"TC{number:02d}",
            s.pick("Jan Voorbeeld", "Test Persoon", "Piet Proef", "Anna Fictief"),
            numbers.bsn(s.rng),
            f"01-01-19{s.rng.randint(60, 99)}",
            s.pick("akkoord", "foutmelding", "signaal"),
        ]
        for number in range(s.rng.randint(4, 20))
    ]
    return s.workbook(s.pick("testset", "testgevallen", "testpersonen"), [Sheet(name="Testset", rows=rows)])


@template("clean", "private mail without sensitive data")
def private_mail(s: Scene) -> Paper:
    friend = s.person()
    body = (
        f"Hoi {s.consultant.first},\n\n"
        + s.pick(
            "Zaterdag gaan we varen, kom je ook? Neem een zwembroek mee.",
            "Bedankt voor de gezellige avond! Volgende keer bij ons.",
            "Heb jij de boormachine nog? Ik kom hem morgen halen.",
        )
        + f"\n\nGroetjes {friend.first}\n"
    )
    mail = s.letter_mail(
        sender=friend,
        sender_mail=friend.private_mail,
        to=s.consultant,
        to_mail=s.consultant.private_mail,
        subject=s.pick("zaterdag", "bedankt", "boormachine"),
        body=body,
    )
    return s.private(s.mail(s.pick("zaterdag", "mail", "bericht"), mail))
