"""Papers that anybody may read: brochures, press releases, reports, law, vacancies, manuals."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import euro
from ..world import Organisation
from ..writers.parts import Block, Bullets, Document, Fields, Grid, Heading, Para
from .signs import public_address

catalogue = Catalogue()
case = catalogue.case


def _from_site(
    desk: Desk, blocks: list[Block], file: str, *formats: str, hard: str, org: Organisation | None = None
) -> Made:
    """Downloaded from the public website of a client."""
    org = org or desk.client
    kind, data = desk.write(
        Document(blocks=blocks, header=org.name, properties=desk.properties(company=org.name)), *formats
    )
    name = f"{file}.{kind}"
    return Made(
        name=name,
        data=data,
        client=org.name,
        folder=desk.pick("Downloads", "Documents/Achtergrond"),
        origin_url=public_address(desk, org, name),
        hard=hard,
    )


def _public(desk: Desk, blocks: list[Block], file: str, *formats: str, hard: str) -> Made:
    kind, data = desk.write(Document(blocks=blocks, properties=desk.properties()), *formats)
    return Made(
        name=f"{file}.{kind}",
        data=data,
        hard=hard,
        origin_url=desk.pick(None, "https://www.rijksinfo.example/documenten", "https://zoek.wetten.example/"),
    )


@case("brochure from the client's public website", "clean", 1.4)
def brochure(desk: Desk) -> Made:
    org = desk.client
    blocks: list[Block] = [
        Heading(desk.pick("Wij heten u welkom", "Wonen, werken en leven", "Uw rechten en plichten"), 0),
        Para(f"{org.name} staat voor u klaar. In deze brochure leest u waar u terechtkunt met vragen en klachten."),
        Bullets(
            (
                "Openingstijden: maandag tot en met vrijdag 8.30 - 17.00 uur",
                f"Bel {desk.phone(org.phone)}",
                f"Mail {desk.mail('info@' + org.domain)}",
            )
        ),
        Para(f"Bezoekadres: {desk.place(org.street, org.postcode, org.town)}"),
        Para(
            "Neem bij een bezoek altijd een geldig identiteitsbewijs en uw burgerservicenummer mee. Uw medische "
            "gegevens blijven geheim."
        ),
    ]
    return _from_site(
        desk,
        blocks,
        desk.pick("brochure", "folder-bezoekers", "Welkom"),
        "pdf",
        "pdf",
        "html",
        hard="public website of the client",
    )


@case("annual report with the names of the board", "clean", 1.2)
def annual(desk: Desk) -> Made:
    org = desk.client
    board = [desk.person((1955, 1985)) for _ in range(3)]
    blocks: list[Block] = [
        Heading(f"Jaarverslag 2024 {org.name}", 0),
        Heading("Bestuur en toezicht"),
        Grid(
            (
                ("Naam", "Functie"),
                *(
                    (
                        desk.name(b, "polite"),
                        desk.pick(
                            "voorzitter", "bestuurder", "lid raad van toezicht", "wethouder financiën", "heemraad"
                        ),
                    )
                    for b in board
                ),
            )
        ),
        Para(
            f"Het gemiddelde verzuim bedroeg {desk.count(4, 8)},{desk.count(0, 9)} %. Er werkten "
            f"{desk.count(200, 2400)} mensen bij ons, van wie 62 % vrouw."
        ),
        Grid(
            (
                ("Baten en lasten (x € 1.000)", "2024", "2023"),
                ("Baten", str(desk.count(20_000, 90_000)), str(desk.count(20_000, 90_000))),
                ("Personeel", str(desk.count(9_000, 60_000)), str(desk.count(9_000, 60_000))),
            )
        ),
    ]
    return _from_site(
        desk,
        blocks,
        desk.pick("jaarverslag-2024", "Jaarstukken 2024", "bestuursverslag"),
        "pdf",
        "pdf",
        "docx",
        hard="public report with names",
    )


@case("press release", "clean")
def press(desk: Desk) -> Made:
    org = desk.client
    alderman, voice = desk.person(), desk.person()
    blocks: list[Block] = [
        Para("PERSBERICHT", bold=True),
        Heading(f"{desk.pick('Nieuwe bestuurder', 'Wethouder opent', 'Eerste paal voor')} {org.short}"),
        Para(
            f"{org.town}, {desk.on(notation='words')} – {desk.name(alderman)} heeft vandaag het startsein gegeven. "
            f"'Dit is een mooie dag', aldus {desk.surname(alderman)}."
        ),
        Para(
            f"Noot voor de redactie: {desk.name(voice)}, woordvoerder, {desk.phone(voice.mobile)}, "
            f"{desk.mail('pers@' + org.domain)}"
        ),
    ]
    return _from_site(
        desk,
        blocks,
        desk.pick("persbericht", "Persbericht opening"),
        "docx",
        "pdf",
        "html",
        "txt",
        hard="press release",
    )


@case("decision list of a council", "clean")
def council(desk: Desk) -> Made:
    org = desk.organisation(("gemeente", "waterschap"), registered=True)
    people = [desk.person((1955, 1990)) for _ in range(6)]
    blocks: list[Block] = [
        Heading("Openbare besluitenlijst"),
        Para(
            f"Vergadering van {desk.on(notation='words')}. Aanwezig: "
            f"{', '.join(desk.name(p, 'short') for p in people)}."
        ),
        Grid(
            (
                ("Nr", "Onderwerp", "Besluit"),
                ("1", "Kadernota", "Vastgesteld"),
                ("2", "Verordening sociaal domein", "Aangenomen met 14 tegen 9"),
                ("3", f"Motie van {desk.name(people[0])}", "Verworpen"),
            )
        ),
    ]
    file = desk.pick("besluitenlijst", "Openbare besluiten")
    return _from_site(desk, blocks, file, "pdf", "html", hard="public report with names", org=org)


@case("vacancy", "clean")
def vacancy(desk: Desk) -> Made:
    org = desk.pick(desk.client, desk.other)
    hr = desk.person()
    function = desk.pick(*org.functions)
    blocks: list[Block] = [
        Heading(f"Vacature: {function}"),
        Para(
            f"{org.name} zoekt een {function} voor {desk.count(16, 36)} uur. Je verdient maximaal € "
            f"{euro(desk.count(2800, 5600))} bruto per maand (schaal {desk.count(5, 12)})."
        ),
        Bullets(("eindejaarsuitkering van 8,3 %", "een VOG is verplicht", "pensioen bij een groot fonds")),
        Para(f"Meer weten? Bel {desk.name(hr)}, recruiter, {desk.phone(hr.mobile)}."),
    ]
    if org is desk.client:
        return _from_site(desk, blocks, f"vacature {function}", "html", "pdf", "docx", hard="vacancy")
    return _public(desk, blocks, f"vacature {function}", "html", "pdf", "docx", hard="vacancy")


@case("law text", "clean")
def law(desk: Desk) -> Made:
    articles = (
        (
            "1. De werkgever verwerkt het burgerservicenummer slechts voor zover dat bij of krachtens de wet is "
            "voorgeschreven."
        ),
        (
            "2. De werknemer die wegens ziekte verhinderd is zijn arbeid te verrichten, behoudt gedurende 104 weken "
            "recht op 70 % van het loon."
        ),
        (
            "3. Gegevens over gezondheid, ras, godsdienst, lidmaatschap van een vakbond en strafrechtelijke "
            "persoonsgegevens worden niet verwerkt, tenzij deze wet anders bepaalt."
        ),
        "4. De identificatieplicht strekt zich uit tot het bewaren van een kopie van het identiteitsbewijs.",
    )
    blocks: list[Block] = [Heading(f"Artikel {desk.count(2, 90)}"), *(Para(a) for a in desk.some(articles, 3, 4))]
    return _public(
        desk,
        blocks,
        desk.pick("wettekst", "Wet verbetering (uittreksel)", "BWBR00012"),
        "html",
        "pdf",
        "txt",
        "rtf",
        "docx",
        hard="words of personal data",
    )


@case("collective agreement", "clean")
def agreement(desk: Desk) -> Made:
    blocks: list[Block] = [
        Heading("Cao 2025 – 2026", 0),
        Para(
            "Artikel 6.2 Bij ziekte ontvang je de eerste 26 weken je volledige salaris. Ben je lid van een "
            "vakbond, dan wordt de contributie met de werkkostenregeling verrekend."
        ),
        Para("Artikel 7.1 Je mag ruilen voor een dag die past bij je geloof, zoals het Suikerfeest of Keti Koti."),
        Grid(
            (
                ("Schaal", "Minimum", "Maximum"),
                *((str(s), euro(1900 + s * 200), euro(2500 + s * 320)) for s in range(1, 11)),
            )
        ),
    ]
    return _public(
        desk, blocks, desk.pick("cao-tekst", "CAO 2025 definitief"), "pdf", "docx", hard="words of personal data"
    )


@case("guideline on sick leave", "clean", 1.3)
def guideline(desk: Desk) -> Made:
    """All the words, and no person."""
    blocks: list[Block] = [
        Heading(desk.pick("Verzuimbeleid", "Leidraad ziekteverzuim", "Protocol re-integratie")),
        Para(
            "De medewerker meldt zich vóór 8.30 uur ziek. De leidinggevende vraagt naar de verwachte duur, het "
            "verpleegadres en lopende afspraken, niet naar de diagnose."
        ),
        Para(
            "Psychische klachten, zwangerschap, een operatie of een chronische ziekte zoals diabetes worden alleen "
            "met de bedrijfsarts besproken. Na zes weken volgt de probleemanalyse, na acht weken het plan van "
            "aanpak."
        ),
        Bullets(("week 42: melding aan UWV", "week 91: eindevaluatie", "week 104: WIA-beoordeling")),
        Para(
            "In het dossier staan naam, personeelsnummer, geboortedatum en BSN van de medewerker; medische stukken "
            "horen er niet in."
        ),
    ]
    return _public(
        desk,
        blocks,
        desk.pick("Verzuimbeleid", "verzuimprotocol", "Wet Poortwachter in het kort"),
        hard="policy full of the words",
    )


@case("privacy statement", "clean")
def privacy(desk: Desk) -> Made:
    org = desk.client
    blocks: list[Block] = [
        Heading("Privacyverklaring"),
        Para(
            f"{org.name} verwerkt uw naam, adres, geboortedatum, BSN, rekeningnummer en soms gegevens over uw "
            "gezondheid, strafrechtelijk verleden of godsdienst."
        ),
        Para(
            f"De functionaris gegevensbescherming bereikt u via {desk.mail('fg@' + org.domain)} of per post: "
            f"{desk.place(org.street, org.postcode, org.town)}."
        ),
    ]
    return _from_site(desk, blocks, "privacyverklaring", "html", "pdf", "docx", hard="words of personal data")


@case("software manual", "clean")
def manual(desk: Desk) -> Made:
    blocks: list[Block] = [
        Heading(
            (
                f"Handleiding {desk.pick('salarismodule', 'medewerkersportaal', 'cliëntdossier')} versie "
                f"{desk.count(3, 12)}.{desk.count(0, 9)}"
            ),
            0,
        ),
        Para(
            "Kies Medewerker > Personalia. In het veld BSN vult u negen cijfers in. Het systeem past de elfproef toe."
        ),
        Para("Kies Salaris > Rekening. Vul het IBAN in. Meldcode E-40512 betekent dat het nummer niet bestaat."),
        Fields(
            (
                ("Veld", "Betekenis"),
                ("Geboortedatum", "dd-mm-jjjj"),
                ("Diagnosecode", "alleen zichtbaar voor de behandelaar"),
                ("Nationaliteit", "tabel 32"),
            ),
            "table",
        ),
    ]
    return _public(
        desk,
        blocks,
        desk.pick("handleiding", "Gebruikershandleiding", "quick reference card"),
        "pdf",
        "docx",
        "html",
        "odt",
        "md",
        hard="words of personal data",
    )


@case("newsletter or article", "clean")
def article(desk: Desk) -> Made:
    expert = desk.person()
    blocks: list[Block] = [
        Heading(
            desk.pick(
                "Waarom werkdruk geen individueel probleem is",
                "Het einde van de prikklok",
                "Vijf fouten bij een systeemkeuze",
            )
        ),
        Para(f"Door {desk.name(expert)}"),
        Para(
            "Wie ziek wordt van het werk, is zelden de enige. Toch kijken organisaties eerst naar de persoon. In "
            "dit artikel pleit ik voor een andere blik."
        ),
        Para(
            "Een gemeente in het oosten van het land halveerde het verzuim door de roosters om te gooien. De les: "
            "begin bij het werk."
        ),
    ]
    return _public(
        desk,
        blocks,
        desk.pick("artikel", "nieuwsbrief 14", "blog werkdruk"),
        "html",
        "txt",
        "pdf",
        "docx",
        hard="article",
    )
