"""Project documentation: at most business contacts in it, whatever client's name or property stands on it."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..people import Person
from ..world import Organisation
from ..writers import sheets, slides
from ..writers.parts import Block, Book, Bullets, Document, Fields, Grid, Heading, Para, Row, Sheet
from .signs import Sign, client_address, listing, paper, project_folder, sign, tenant_address

catalogue = Catalogue()
case = catalogue.case
ROLES = (
    "projectleider",
    "opdrachtgever",
    "manager bedrijfsvoering",
    "functioneel beheerder",
    "adviseur P&O",
    "informatiemanager",
    "hoofd salarisadministratie",
    "testcoördinator",
    "lid ondernemingsraad",
    "privacy officer",
)


def told_by(desk: Desk) -> Sign:
    """Documentation nearly always tells its client."""
    return sign(desk, "origin", "label", "company", "name", "name", "name", "folder", "folder", "none")


def contact(desk: Desk, p: Person, org: Organisation) -> tuple[str, str, str, str]:
    """Name, role, work mail and, now and then, phone."""
    reach = desk.phone(desk.pick(p.mobile, org.phone)) if desk.chance(0.6) else "-"
    return desk.name(p), desk.pick(*ROLES), desk.mail(p.work_mail(org.domain)), reach


def attendees(desk: Desk, org: Organisation) -> str:
    """A line of those present, in one of the ways of minutes."""
    present = [*desk.some(org.contacts, 2, 3), *desk.some(desk.world.colleagues, 0, 2)]
    style = desk.pick("formal", "full", "short")
    names = [
        f"{desk.name(p, style)} ({desk.pick(*ROLES)})" if desk.chance(0.5) else desk.name(p, style) for p in present
    ]
    return ", ".join([*names, f"{desk.name(desk.me, style)} (verslag)"])


GOALS = (
    "het roosterproces terugbrengen van elf naar vier stappen",
    "één bron voor personeelsgegevens, zodat mutaties niet langer dubbel worden ingevoerd",
    "het vervangen van het huidige salarispakket vóór 1 juli",
    "een functiehuis met niet meer dan veertig functiebeschrijvingen",
    "het verlagen van het ziekteverzuim tot onder het landelijk gemiddelde",
    "zelfroosteren invoeren op drie proefafdelingen",
    "het inrichten van een servicepunt voor vragen van medewerkers",
)
RISKS = (
    ("Sleutelgebruikers hebben in het vierde kwartaal weinig tijd", "hoog", "vervanging regelen via de lijn"),
    ("De koppeling met het financiële pakket is nog niet beschreven", "middel", "sessie met de leverancier"),
    ("Draagvlak bij teamleiders is wisselend", "middel", "twee inloopspreekuren per maand"),
    ("Conversie van verlofsaldi valt samen met de jaarovergang", "hoog", "proefconversie in september"),
    ("De OR heeft nog niet geadviseerd", "laag", "agenderen in overlegvergadering"),
)


@case("plan of action", "documentation", 1.5)
def plan(desk: Desk) -> Made:
    told = told_by(desk)
    staff = [*desk.some(told.org.contacts, 2, 3)]
    blocks: list[Block] = [
        Heading(
            desk.pick("Plan van aanpak", "Projectplan", "PvA", "Aanpak op hoofdlijnen")
            + f" {desk.pick('HR-systeem', 'roosteren', 'functiehuis', 'verzuim')}",
            0,
        ),
        Fields(
            (
                ("Versie", f"0.{desk.count(1, 9)}"),
                ("Status", desk.pick("concept", "ter bespreking", "vastgesteld")),
                ("Datum", desk.on()),
            )
        ),
        Heading("Aanleiding"),
        Para(
            f"{told.line or 'De organisatie'} groeit en de huidige werkwijze sluit daar niet meer op aan. Medewerkers van de "
            "personeels- en salarisadministratie voeren gegevens (naam, adres, bankrekening, BSN) op drie plekken in. Fouten komen "
            "pas bij de uitbetaling aan het licht."
        ),
        Heading("Doel en resultaat"),
        Bullets(tuple(desk.some(GOALS, 2, 4))),
        Heading("Fasering"),
        Grid(
            (
                ("Fase", "Start", "Gereed", "Wie"),
                *(
                    (f, desk.on(), desk.on(), desk.pick(*ROLES))
                    for f in desk.some(
                        ("Verkenning", "Ontwerp", "Inrichting", "Proefdraaien", "Livegang", "Nazorg"), 3, 5
                    )
                ),
            )
        ),
        Heading("Risico's"),
        Grid((("Risico", "Kans", "Maatregel"), *desk.some(RISKS, 2, 4))),
        Heading("Projectorganisatie"),
        Grid((("Naam", "Rol", "E-mail", "Telefoon"), *(contact(desk, p, told.org) for p in staff))),
    ]
    file = desk.pick("Plan van aanpak v0.3", "PvA_def", "20250312 projectplan", "Aanpak")
    return paper(
        desk, told, blocks, file=file, formats=("docx", "docx", "pdf", "odt"), footer=f"{desk.world.firm} | pagina 1"
    )


@case("progress report", "documentation", 1.5)
def progress(desk: Desk) -> Made:
    told = told_by(desk)
    week = desk.count(2, 50)
    author = desk.name(desk.me)
    blocks: list[Block] = [
        Heading(f"{desk.pick('Voortgangsrapportage', 'Weekbericht', 'Highlightrapport', 'Stand van zaken')} {week}"),
        Para(f"Opgesteld door {author}, {desk.on()}"),
        Grid(
            (
                ("Onderdeel", "Status", "Toelichting"),
                (
                    "Planning",
                    desk.pick("groen", "oranje", "rood"),
                    "Ontwerpfase loopt een week uit; de einddatum blijft haalbaar.",
                ),
                ("Budget", desk.pick("groen", "oranje"), f"{desk.count(30, 80)} % van de uren besteed"),
                ("Kwaliteit", "groen", f"{desk.count(20, 90)} van de {desk.count(91, 140)} testgevallen geslaagd"),
            )
        ),
        Heading("Gedaan", 2),
        Bullets(
            tuple(
                desk.some(
                    (
                        "procesplaten instroom en uitstroom besproken",
                        "conversiebestand ontvangen in de omgeving van de klant en daar gecontroleerd",
                        "werksessie ziekmelding en herstelmelding gehouden",
                        "opleidingsplan opgeleverd",
                        "autorisatiematrix voorgelegd aan de FG",
                    ),
                    2,
                    4,
                )
            )
        ),
        Heading("Besluiten gevraagd", 2),
        Bullets(
            tuple(
                desk.some(
                    (
                        "akkoord op uitstel van de tweede proefrun",
                        "capaciteit functioneel beheer vrijmaken",
                        "keuze voor één roostercode voor kort verlof",
                    ),
                    1,
                    2,
                )
            )
        ),
        Para(
            f"Contact: {desk.name(told.org.contacts[0])}, {desk.mail(told.org.contacts[0].work_mail(told.org.domain))}"
        ),
    ]
    return paper(
        desk,
        told,
        blocks,
        file=f"{desk.pick('Voortgang', 'Weekrapport', 'SVZ')} wk{week}",
        formats=("docx", "pdf", "docx", "html", "md"),
    )


@case("minutes with business contacts", "documentation", 1.5)
def minutes(desk: Desk) -> Made:
    told = told_by(desk)
    blocks: list[Block] = [
        Heading(
            desk.pick("Verslag projectgroep", "Notulen stuurgroep", "Besprekingsverslag", "Actie- en besluitenlijst")
        ),
        Fields(
            (
                ("Datum", desk.on()),
                ("Aanwezig", attendees(desk, told.org)),
                ("Afwezig", desk.name(told.org.contacts[2], "formal")),
            )
        ),
        Para("1. Opening en mededelingen", bold=True),
        Para(
            "Het verslag van de vorige keer wordt vastgesteld. Het punt over de kostenplaatsen schuift door."
            if desk.chance(0.3)
            else "Het verslag van de vorige keer wordt zonder wijzigingen vastgesteld."
        ),
        Para("2. Verzuimproces", bold=True),
        Para(
            "Besproken is wanneer een leidinggevende de bedrijfsarts inschakelt. Afgesproken: na twee weken altijd contact, na zes weken een probleemanalyse."
        ),
        Para("3. Acties", bold=True),
        Grid(
            (
                ("Nr", "Actie", "Wie", "Gereed"),
                *(
                    (str(i), text, desk.name(desk.pick(*told.org.contacts), "formal"), desk.on())
                    for i, text in enumerate(
                        desk.some(
                            (
                                "autorisaties nalopen",
                                "agenda OR afstemmen",
                                "leverancier bellen over looncomponenten",
                                "planning bijwerken",
                            ),
                            2,
                            4,
                        ),
                        1,
                    )
                ),
            )
        ),
    ]
    return paper(
        desk,
        told,
        blocks,
        file=f"{desk.pick('Notulen', 'verslag PG', 'BVP')} {desk.on(notation='iso')}",
        hard="minutes with attendees",
    )


@case("process design", "documentation")
def process_design(desk: Desk) -> Made:
    told = told_by(desk)
    blocks: list[Block] = [
        Heading(
            f"Procesbeschrijving {desk.pick('ziek- en herstelmelding', 'indiensttreding', 'wijziging bankrekening', 'uitdiensttreding')}",
            0,
        ),
        Fields((("Proceseigenaar", desk.pick(*ROLES)), ("Versie", "1.1"), ("Laatst gewijzigd", desk.on()))),
        Heading("Stappen"),
        Grid(
            (
                ("Stap", "Wie", "Wat", "Systeem"),
                (
                    "1",
                    "Leidinggevende",
                    "Meldt de medewerker ziek met ingangsdatum en verwachte duur; géén medische gegevens",
                    "Portaal",
                ),
                ("2", "Salarisadministratie", "Controleert IBAN en BSN op geldigheid (elfproef)", "Salarispakket"),
                ("3", "Arbodienst", "Plant binnen zes weken een gesprek met de bedrijfsarts", "Verzuimsysteem"),
                ("4", "Medewerker", "Uploadt kopie identiteitsbewijs en loonbelastingverklaring", "Portaal"),
            )
        ),
        Heading("Gegevens"),
        Para(
            "Nodig zijn: naam, geboortedatum, burgerservicenummer, adres, rekeningnummer, salarisschaal en dienstverband. De reden van verzuim wordt niet vastgelegd."
        ),
        Heading("Uitzonderingen"),
        Bullets(
            (
                "zwangerschapsverlof loopt via een aparte melding aan UWV",
                "bij een bedrijfsongeval volgt een melding aan de Arbeidsinspectie",
            )
        ),
    ]
    return paper(
        desk,
        told,
        blocks,
        file=desk.pick("Procesontwerp", "AO_IC processen", "processtappen v2"),
        formats=("docx", "docx", "odt", "pdf", "html"),
        hard="words of personal data",
    )


@case("functional design with field mapping", "documentation", 1.5)
def field_mapping(desk: Desk) -> Made:
    """Every column name of a personnel extract, and not a single value."""
    told = told_by(desk)
    fields = [
        ("PERNR", "Personeelsnummer", "N(8)", "MdwNr", "voorloopnullen verwijderen"),
        ("PERID", "BSN", "C(9)", "Burgerservicenummer", "elfproef; leeg toegestaan bij grensarbeiders"),
        ("NACHN", "Geslachtsnaam", "C(40)", "Achternaam", "één op één"),
        ("VORSW", "Voorvoegsel", "C(15)", "Tussenvoegsel", "tabel V04"),
        ("GBDAT", "Geboortedatum", "D(8) jjjjmmdd", "Geb.datum", "omzetten naar dd-mm-jjjj"),
        ("BANKN", "IBAN", "C(34)", "Rekening", "spaties eruit, hoofdletters"),
        ("STRAS", "Straat en huisnummer", "C(60)", "Straat / Huisnr / Toevoeging", "splitsen"),
        ("BET01", "Bedrag", "P(13,2)", "Salaris per maand", "alleen bij loonsoort 1000"),
        ("AWART", "Verzuimsoort", "C(4)", "Verlofcode", "conversietabel op blad 2"),
    ]
    rows: list[Row] = [["Bron", "Omschrijving", "Type", "Doel", "Conversieregel"], *map(list, desk.some(fields, 6, 9))]
    if desk.chance(0.5):
        codes: list[Row] = [
            ["Bron", "Doel", "Tekst"],
            ["0100", "VL", "Verlof"],
            ["0200", "ZK", "Ziek"],
            ["0210", "ZW", "Zwangerschap"],
        ]
        book = Book(
            sheets=[Sheet(name="Mapping", rows=rows, heads=(0,)), Sheet(name="Codes", rows=codes)],
            properties=told.properties,
        )
        return told.made(
            f"{desk.pick('Mapping PA', 'veldentabel', 'Conversie velden')}.xlsx",
            sheets.xlsx(book),
            hard="field mapping",
        )
    blocks: list[Block] = [
        Heading("Functioneel ontwerp koppeling", 0),
        Para("Dit document beschrijft per veld hoe gegevens van bron naar doel gaan."),
        Grid(tuple(tuple(str(c) for c in row) for row in rows)),
        Para(f"Vragen: {desk.name(desk.me)} ({desk.mail(desk.world.my_mail)})"),
    ]
    return paper(desk, told, blocks, file=desk.pick("FO koppeling", "Functioneel ontwerp v1.2"), hard="field mapping")


@case("test plan", "documentation")
def test_plan(desk: Desk) -> Made:
    told = told_by(desk)
    blocks: list[Block] = [
        Heading("Testplan acceptatietest", 0),
        Para(
            "De acceptatietest stelt vast of het ingerichte systeem doet wat in het ontwerp staat. Getest wordt met verzonnen medewerkers."
        ),
        Grid(
            (
                ("Testgeval", "Handeling", "Verwacht"),
                ("TG-01", "Voer een medewerker in zonder BSN", "Waarschuwing, opslaan mogelijk"),
                ("TG-02", "Voer een ongeldig IBAN in", "Melding en blokkade"),
                ("TG-03", "Meld een medewerker ziek met terugwerkende kracht", "Taak bij de leidinggevende"),
                ("TG-04", "Wijzig de salarisschaal per 1e van de maand", "Herrekening in de eerstvolgende run"),
            )
        ),
        Heading("Rollen"),
        Grid(
            (
                ("Naam", "Rol", "E-mail", "Tel."),
                *(contact(desk, p, told.org) for p in desk.some(told.org.contacts, 1, 3)),
            )
        ),
    ]
    return paper(
        desk, told, blocks, file=desk.pick("Testplan GAT", "testaanpak", "TP_01"), formats=("docx", "pdf", "odt", "md")
    )


@case("steering group slides", "documentation")
def steering(desk: Desk) -> Made:
    told = sign(desk, "origin", "label", "company", "name", "folder")
    chair = desk.name(told.org.contacts[0])
    pages = [
        slides.Slide(
            title=f"Stuurgroep {told.line or told.org.short if told.client else ''} {desk.on()}",
            lines=("Agenda", "Voortgang", "Besluiten"),
            notes=f"{chair} opent de vergadering; daarna licht {desk.name(desk.me)} de planning toe.",
        ),
        slides.Slide(
            title="Planning",
            table=(
                ("Mijlpaal", "Gepland", "Verwacht"),
                ("Ontwerp gereed", desk.on(), desk.on()),
                ("Livegang", desk.on(), desk.on()),
            ),
        ),
        slides.Slide(
            title="Aandachtspunten",
            lines=tuple(r[0] for r in desk.some(RISKS, 2, 3)),
            notes="Niet te lang bij stilstaan.",
        ),
    ]
    if told.office or desk.chance(0.7):
        return told.made(f"Stuurgroep {desk.on(notation='iso')}.pptx", slides.pptx(pages, told.properties))
    return told.made("presentatie stuurgroep.odp", slides.odp(pages, told.properties))


@case("project planning sheet", "documentation")
def planning(desk: Desk) -> Made:
    told = told_by(desk)
    rows: list[Row] = [["WBS", "Activiteit", "Eigenaar", "Start", "Eind", "% gereed", "Uren"]]
    for i in range(desk.count(8, 30)):
        rows.append(
            [
                f"{i // 4 + 1}.{i % 4 + 1}",
                desk.pick(
                    "Inrichten loonmodel",
                    "Interview afdelingshoofd",
                    "Proefconversie",
                    "Werkinstructie schrijven",
                    "Autorisaties",
                    "Acceptatietest",
                    "Communicatie",
                    "Nulmeting",
                ),
                desk.name(desk.pick(*told.org.contacts, desk.me), "formal"),
                desk.on(),
                desk.on(),
                desk.count(0, 10) * 10,
                desk.count(2, 60),
            ]
        )
    return listing(
        desk,
        told,
        rows,
        file=desk.pick("Projectplanning", "planning v7", "Roadmap"),
        title="Planning",
        sheet="Planning",
    )


@case("risk and issue log", "documentation")
def issue_log(desk: Desk) -> Made:
    told = told_by(desk)
    rows: list[Row] = [["ID", "Datum", "Omschrijving", "Eigenaar", "Prioriteit", "Status"]]
    for i in range(desk.count(6, 25)):
        text = desk.pick(
            *(r[0] for r in RISKS),
            "BSN wordt niet getoond in scherm 210",
            "IBAN-controle accepteert spaties niet",
            "Geboortedatum valt weg bij import",
        )
        rows.append(
            [
                f"I-{i + 1:03d}",
                desk.on(),
                text,
                desk.name(desk.pick(*told.org.contacts), "formal"),
                desk.pick("H", "M", "L"),
                desk.pick("open", "dicht"),
            ]
        )
    return listing(
        desk, told, rows, file=desk.pick("RAID-log", "bevindingen GAT", "Issuelijst"), hard="words of personal data"
    )


@case("design in a tenant of the client", "documentation")
def from_tenant(desk: Desk) -> Made:
    """A design downloaded from the client's own SharePoint: it stays documentation."""
    org = desk.client
    name = desk.pick("Ontwerp autorisaties.docx", "Inrichtingsdocument HR.docx", "Nota van uitgangspunten.docx")
    blocks: list[Block] = [
        Heading(name.rsplit(".", 1)[0], 0),
        Fields(
            (
                ("Opdrachtgever", desk.name(org.contacts[1])),
                ("E-mail", desk.mail(org.contacts[1].work_mail(org.domain))),
            )
        ),
        Para(
            "Uitgangspunt is dat ieder alleen ziet wat voor zijn werk nodig is. Rollen worden per functie toegekend, niet per persoon."
        ),
        Grid(
            (
                ("Rol", "Personalia", "Salaris", "Verzuim"),
                ("Leidinggevende", "lezen", "-", "melden"),
                ("P&O", "wijzigen", "lezen", "lezen"),
                ("Salaris", "lezen", "wijzigen", "-"),
            )
        ),
        Heading("Besluit"),
        Para("De stuurgroep stemt in met dit ontwerp. Openstaande punten gaan naar de volgende fase."),
    ]
    told = Sign(
        org=org,
        client=org.name,
        line=org.name,
        properties=desk.properties(company=org.name, label=desk.label(org)),
        folder=desk.pick("", project_folder(desk, org)),
        origin=desk.pick(tenant_address(desk, org, name), client_address(desk, org, name)),
        referrer=None,
        office=True,
    )
    kind, data = desk.write(Document(blocks=blocks, header=org.name, properties=told.properties), "docx")
    return told.made(f"{name.rsplit('.', 1)[0]}.{kind}", data, hard="documentation from the client")
