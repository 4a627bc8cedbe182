# ruff: noqa: E501  # the text of a document reads best in one piece
"""Allowed papers put together anew each time: documentation of any sections, tables of things, prose about processes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from benchmarks.detection.corpus import fields, numbers, people
from benchmarks.detection.corpus.blocks import Block, Cell, Grid, Heading, Sheet
from benchmarks.detection.corpus.fields import Field
from benchmarks.detection.corpus.headers import HEADERS
from benchmarks.detection.corpus.scene import LETTER, SHEETS, Scene, euros
from benchmarks.detection.corpus.sentences import ABOUT_PROCESS, NEUTRAL, PROJECT
from benchmarks.detection.corpus.template import Paper, template

TITLES = (
    "Plan van aanpak", "Projectplan", "Fit-gapanalyse", "Impactanalyse", "Inrichtingsdocument", "Conversiespecificatie", "Acceptatiecriteria",
    "Draaiboek livegang", "Nazorgplan", "Communicatieplan", "Opleidingsplan", "Voortgangsrapportage", "Statusrapport", "Procesbeschrijving",
    "Procesontwerp", "Functioneel ontwerp", "Technisch ontwerp", "Gegevenswoordenboek", "Koppelvlakbeschrijving", "Autorisatieconcept",
    "Testverslag", "Testplan", "Implementatieplan", "Migratieplan", "Eindrapport", "Besluitenlijst projectteam", "Verslag werkgroep", "Wijzigingsvoorstel",
)  # fmt: skip
TOPICS = (
    "verzuim",
    "salarisverwerking",
    "indiensttreding",
    "zaakafhandeling",
    "cliëntadministratie",
    "huurincasso",
    "leerlingzaken",
    "planning",
    "personeelsdossier",
    "declaraties",
    "toegangsbeheer",
)
SECTIONS = (
    "Inleiding",
    "Aanleiding",
    "Doel",
    "Scope",
    "Uitgangspunten",
    "Huidige situatie",
    "Gewenste situatie",
    "Aanpak",
    "Proces",
    "Gegevens",
    "Rollen",
    "Rapportages",
    "Risico's",
    "Planning",
    "Openstaande punten",
    "Vervolg",
)


@template(
    "documentation",
    "composed documentation",
    ties="any",
    weight=8,
    hard="words about persons in any order, without values",
)
def documentation(s: Scene) -> Paper:
    title = f"{s.pick(*TITLES)} {s.pick(*TOPICS)}"
    blocks: list[Block] = [
        Heading(title),
        f"{s.pick('Opdrachtgever', 'Organisatie', 'Voor')}: {s.organisation()}\n{s.pick('Auteur', 'Opsteller', 'Door')}: {s.name(s.consultant)}, {s.owner.firm}",
    ]
    if s.chance(0.4):
        contact = s.contact()
        blocks.append(
            f"{s.pick('Contactpersoon', 'Projectleider', 'Proceseigenaar')}: {s.name(contact)}, {contact.function}, {s.work_mail(contact)}"
        )
    for section in s.rng.sample(SECTIONS, s.rng.randint(3, 8)):
        blocks += [
            Heading(section, 2),
            " ".join(s.rng.sample(ABOUT_PROCESS if s.chance(0.5) else PROJECT, s.rng.randint(1, 4))),
        ]
    if s.chance(0.5):
        concepts = s.rng.sample(list(HEADERS), s.rng.randint(4, 9))
        rows: list[list[Cell]] = [
            [
                s.pick("Veld", "Attribuut", "Gegeven"),
                s.pick("Type", "Formaat"),
                s.pick("Verplicht", "Bron", "Toelichting"),
            ]
        ]
        rows += [
            [
                s.pick(*HEADERS[concept]),
                s.pick("tekst", "datum", "numeriek", "9 posities", "bedrag"),
                s.pick("ja", "nee", "HR-systeem", ""),
            ]
            for concept in concepts
        ]
        blocks.insert(s.rng.randint(2, len(blocks)), Grid(rows))
    if s.chance(0.4):
        blocks.append(s.pick(*NEUTRAL).format(n=s.name(s.contact())))
    return s.prose(s.pick(title, title.replace(" ", "_"), "document v0.8", "concept", "definitief"), blocks)


@template(
    "documentation",
    "composed mapping or list of fields",
    ties="any",
    weight=3,
    hard="headers of persons as content of a table",
)
def field_list(s: Scene) -> Paper:
    rows: list[list[Cell]] = [
        [
            s.pick("Bronveld", "Van", "Kolom"),
            s.pick("Doelveld", "Naar", "Betekenis"),
            s.pick("Regel", "Formaat", "Opmerking"),
        ]
    ]
    for concept in s.rng.sample(list(HEADERS), s.rng.randint(8, 20)):
        source, target = s.rng.sample(HEADERS[concept], 2)
        rows.append([source, target, s.pick("1:1", "trim", "JJJJMMDD", "opzoektabel", "vervalt", "leeg toegestaan")])
    title = s.pick("Veldmapping", "Conversietabel", "Gegevensmapping", "Mapping bron naar doel")
    return s.workbook(
        s.pick(title.lower(), "mapping v3", "velden"),
        [Sheet(name="Mapping", rows=[[f"{title} {s.organisation()}"], [], *rows])],
    )


@template("clean", "composed table of things", weight=6, hard="numbers of things of every length")
def things(s: Scene) -> Paper:
    offered: list[tuple[str, Callable[[], Cell]]] = [
        (
            s.pick("Artikel", "Omschrijving", "Product"),
            lambda: s.pick("lamp", "kabel", "stoel", "scherm", "map", "filter") + f" {s.rng.randint(1, 99)}",
        ),
        (s.pick("Ordernr", "Opdracht", "Referentie"), lambda: numbers.nine_digits(s.rng)),
        (s.pick("Aantal", "Stuks"), lambda: s.rng.randint(1, 900)),
        (s.pick("Prijs", "Bedrag", "Kosten"), lambda: s.rng.randint(100, 900_000) / 100),
        (s.pick("Datum", "Leverdatum"), lambda: s.day_near()),
        ("Locatie", lambda: people.town(s.rng)),
        (s.pick("Serienummer", "Barcode", "EAN"), lambda: str(s.rng.randint(10**7, 10**13))),
        (
            s.pick("RSIN", "Btw-nummer", "KvK-nummer"),
            lambda: s.rng.choice((numbers.rsin(s.rng), numbers.vat(s.rng), numbers.chamber(s.rng))),
        ),
        ("Status", lambda: s.pick("open", "gesloten", "in behandeling")),
        (s.pick("Leverancier", "Fabrikant"), lambda: s.supplier()),
        ("Lengte (mm)", lambda: s.rng.randint(100, 9_000)),
        (s.pick("Grootboek", "Kostensoort"), lambda: s.rng.randint(4_000, 8_999)),
    ]
    chosen = s.rng.sample(offered, s.rng.randint(4, 8))
    rows: list[list[Cell]] = [[header for header, _ in chosen]]
    rows += [[value() for _, value in chosen] for _ in range(s.rng.randint(8, 200))]
    return s.workbook(
        s.pick("lijst", "export", "overzicht", "data", "bestand", "tabel", "query1"),
        [Sheet(name=s.pick("Blad1", "Sheet1", "Export"), rows=rows)],
    )


@template("clean", "composed figures per group", weight=5, hard="sensitive subjects counted per group")
def groups(s: Scene) -> Paper:
    dimension, values = s.rng.choice(
        (
            ("Afdeling", ("Ruimte", "Sociaal Domein", "Financiën", "ICT", "Zorg", "Facilitair")),
            ("Leeftijdsgroep", ("< 25", "25-34", "35-44", "45-54", "55+")),
            ("Wijk", ("Centrum", "Noord", "Zuid", "Oost", "Buitengebied")),
            ("Schaal", ("1-4", "5-7", "8-9", "10-12", "13+")),
            ("Jaar", ("2021", "2022", "2023", "2024", "2025")),
        )
    )
    measures = s.rng.sample(
        (
            "Aantal",
            "Gem. salaris",
            "Mediaan loon",
            "Verzuim %",
            "Meldingen ziekte",
            "Aandeel vrouw",
            "Langdurig ziek",
            "Uitkeringen",
            "Met migratieachtergrond (%)",
            "Lid vakbond (%)",
            "Gem. leeftijd",
            "Zwangerschapsverlof (aantal)",
        ),
        4,
    )
    rows: list[list[Cell]] = [[dimension, *measures]]
    rows += [[value, *(s.rng.randint(11, 4_000) for _ in measures)] for value in (*values, "Totaal")]
    if s.chance(0.3):
        return s.prose(
            s.pick("cijfers", "factsheet", "monitor"),
            [Heading(s.pick("Factsheet", "Kerncijfers", "Monitor")), Grid(rows)],
            ("docx", "pdf", "odt", "html"),
        )
    return s.workbook(s.pick("cijfers", "kengetallen", "monitor", "tabellen"), [Sheet(name="Tabel", rows=rows)])


@template("clean", "composed prose about work in general", weight=4, hard="words about persons in general prose")
def general(s: Scene) -> Paper:
    texts = list(ABOUT_PROCESS)
    s.rng.shuffle(texts)
    title = s.pick(
        "Privacyverklaring",
        "Huisregels",
        "Lesmateriaal",
        "Veelgestelde vragen",
        "Intranetbericht",
        "Weetjes voor leidinggevenden",
        "Samenvatting regeling",
    )
    return s.prose(
        s.pick("tekst", "uitleg", "intranet", "faq", "samenvatting"), [Heading(title), *texts[: s.rng.randint(3, 8)]]
    )


@template("clean", "composed empty form", weight=4, hard="any labels of fields without values: empty form")
def form(s: Scene) -> Paper:
    labels = [s.pick(*HEADERS[concept]) for concept in s.rng.sample(list(HEADERS), s.rng.randint(5, 14))]
    fill = s.pick("", "", "....................", "________________", "[ ]", "<invullen>", "n.t.b.")
    title = s.pick(
        "Formulier", "Aanmeldformulier", "Wijzigingsformulier", "Intakeformulier", "Vragenlijst", "Registratieformulier"
    )
    rows: list[list[Cell]] = [[label, fill] for label in labels]
    if s.chance(0.35):
        return s.workbook(title.lower(), [Sheet(name="Formulier", rows=[[title], [], *rows])], SHEETS)
    if s.chance(0.4):
        return s.prose(title.lower(), [Heading(title), *(f"{label}: {fill}" for label in labels)])
    return s.prose(
        title.lower(),
        [Heading(title), s.pick("Graag in blokletters invullen.", "Alle velden zijn verplicht."), Grid(rows)],
    )


@template("clean", "composed list of business contacts", ties="words", weight=4)
def contacts(s: Scene) -> Paper:
    offered: list[Field] = [
        (s.pick("Functie", "Rol"), lambda person: person.function),
        (s.pick("Organisatie", "Bedrijf"), lambda _: s.organisation()),
        (s.pick("E-mail", "Mail", "E-mail werk"), s.work_mail),
        (s.pick("Telefoon", "Tel.", "Tel. zakelijk"), lambda _: s.ink("phone", numbers.landline(s.rng))),
        (s.pick("Afdeling", "Team"), lambda person: person.department),
    ]
    chosen: list[Field] = [
        (s.pick("Naam", "Contactpersoon", "Wie"), s.name),
        *s.rng.sample(offered, s.rng.randint(2, 5)),
    ]
    s.rng.shuffle(chosen)
    rows = fields.table(s.staff[: s.rng.randint(4, 14)], *chosen)
    if s.chance(0.5):
        return s.workbook(
            s.pick("contacten", "bellijst", "projectleden", "namenlijst"), [Sheet(name="Contacten", rows=rows)]
        )
    return s.prose(
        s.pick("contacten", "bellijst", "projectleden"),
        [Heading(s.pick("Contacten", "Projectteam", "Bereikbaarheid")), Grid(rows)],
    )


@template("own", "composed letter to oneself", weight=5, hard="personal data of the consultant alone")
def own_letter(s: Scene) -> Paper:
    me = s.consultant
    sender = s.pick(
        "Zorgverzekeraar Schild",
        "Gemeentelijk belastingkantoor",
        "Bank Van Oever",
        "Notariskantoor De Akte",
        "Tandartspraktijk Wit",
        "Pensioenfonds Later",
        "Hypotheekloket",
        "Belastingdienst",
        "Ziekenhuis Oostrand",
        "Rijwielverzekeraar",
    )
    offered = [
        f"Geboortedatum: {me.born:%d-%m-%Y}", f"BSN: {me.bsn}", f"Rekening: {me.iban}", f"Polisnummer: {s.rng.randint(10**7, 10**8)}", f"Telefoon: {me.phone}", f"E-mail: {me.private_mail}",
    ]  # fmt: skip
    kinds = ("date_of_birth", "bsn", "iban", "", "phone", "email")
    places = sorted(s.rng.sample(range(6), s.rng.randint(2, 4)))
    s.kinds |= {kinds[place] for place in places if kinds[place]}
    blocks: list[Block] = [
        sender,
        f"{s.name(me, s.pick('full', 'formal', 'titled'))}\n{s.address(me, chr(10))}",
        "\n".join(offered[place] for place in places),
        s.pick(
            "Uw aanvraag is verwerkt.",
            f"Wij schrijven op {s.written(s.day + timedelta(days=9))} een bedrag van € {euros(s.rng.randint(2_000, 90_000))} af.",
            "Bijgaand ontvangt u het overzicht waar u om vroeg.",
            "Uw gegevens zijn gewijzigd.",
        ),
    ]
    if s.chance(0.3):
        blocks.append(
            s.ink(
                "health",
                s.pick(
                    "Voor uw behandeling van de hernia krijgt u een vergoeding van 12 zittingen fysiotherapie.",
                    "De uitslag van uw bloedonderzoek wijst op een ontstoken schildklier.",
                    "Uw medicijn omeprazol ligt klaar bij de apotheek.",
                ),
            )
        )
    return s.private(
        s.prose(
            s.pick("brief", "bericht", "document", "overzicht", "post"), blocks, ("pdf", "pdf", "docx", "txt", "html")
        )
    )


@template("own", "composed invoice of the firm", ties="words", weight=3, by_firm=True)
def own_invoice(s: Scene) -> Paper:
    lines: list[list[Cell]] = [["Omschrijving", "Aantal", "Prijs", "Totaal"]]
    for _ in range(s.rng.randint(1, 6)):
        count, price = s.rng.randint(1, 40), s.rng.randint(90, 160)
        lines.append(
            [
                s.pick(
                    "Advies",
                    "Projectleiding",
                    "Workshop",
                    "Reistijd",
                    "Interim salarisadministratie",
                    "Analyse verzuim",
                ),
                count,
                price,
                count * price,
            ]
        )
    head = f"{s.owner.firm}\n{s.address(s.cast.firm_address)}\nIBAN {s.iban(s.cast.firm_iban)} | KvK {numbers.chamber(s.rng)} | btw {numbers.vat(s.rng)}"
    to, number = s.organisation(), s.rng.randint(2_024_001, 2_026_999)
    if s.chance(0.3):
        rows: list[list[Cell]] = [*(_alone(line) for line in head.splitlines()), [to], [], *lines]
        return s.workbook(s.pick("factuur", "nota"), [Sheet(name="Factuur", rows=rows)], SHEETS)
    blocks: list[Block] = [
        head,
        f"{to}, t.a.v. {s.name(s.contact(), 'titled')}",
        Heading(s.pick("Factuur", "Nota", "Creditnota") + f" {number}"),
        Grid(lines),
    ]
    return s.prose(s.pick("factuur", "nota", "F2026-014"), blocks, LETTER)


def _alone(text: str) -> list[Cell]:
    return [text]
