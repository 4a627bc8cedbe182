"""Project documentation: at most business contacts in it, whatever client's name or property stands on it."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..people import Person
from ..world import Organisation
from ..writers import slides
from ..writers.parts import Block, Bullets, Fields, Grid, Heading, Para, Row
from .signs import Sign, listing, paper, sign

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


@case("plan of action", "documentation", 2.5)
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
            f"{told.line or 'De organisatie'} groeit en de huidige werkwijze sluit daar niet meer op aan. "
            "Medewerkers van de "
            "personeels- en salarisadministratie voeren gegevens (naam, adres, bankrekening, BSN) op drie plekken "
            "in. Fouten komen "
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


@case("progress report", "documentation", 2.5)
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


@case("minutes with business contacts", "documentation", 2.5)
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
            "Besproken is wanneer een leidinggevende de bedrijfsarts inschakelt. Afgesproken: na twee weken altijd "
            "contact, na zes weken een probleemanalyse."
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
    rows.extend(
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
        for i in range(desk.count(8, 30))
    )
    return listing(
        desk,
        told,
        rows,
        file=desk.pick("Projectplanning", "planning v7", "Roadmap"),
        title="Planning",
        sheet="Planning",
    )


@case("closing report", "documentation")
def closing(desk: Desk) -> Made:
    told = told_by(desk)
    blocks: list[Block] = [
        Heading(desk.pick("Projectevaluatie", "Eindrapport", "Overdracht aan de lijn"), 0),
        Para(
            f"Het project is op {desk.on()} afgesloten. De doelen zijn grotendeels gehaald; de koppeling met "
            "roosteren volgt later."
        ),
        Heading("Wat ging goed"),
        Bullets(
            tuple(
                desk.some(
                    (
                        "korte lijnen met de stuurgroep",
                        "tijdige opleiding van sleutelgebruikers",
                        "één planning voor alle leveranciers",
                        "heldere besluitvorming",
                    ),
                    2,
                    3,
                )
            )
        ),
        Heading("Wat kan beter"),
        Bullets(
            tuple(
                desk.some(
                    (
                        "eerder testen met de loonrun",
                        "minder wisselingen in het team",
                        "vakantieperiode beter inplannen",
                    ),
                    1,
                    2,
                )
            )
        ),
        Heading("Overgedragen aan"),
        Grid((("Naam", "Rol", "Mail", "Tel"), *(contact(desk, p, told.org) for p in told.org.contacts[:2]))),
    ]
    return paper(desk, told, blocks, file=desk.pick("Evaluatie", "Eindrapport v1", "Overdrachtsdocument"))


@case("communication and training plan", "documentation")
def communication(desk: Desk) -> Made:
    told = told_by(desk)
    rows = (
        ("Doelgroep", "Boodschap", "Middel", "Wanneer"),
        ("Leidinggevenden", "Ziekmelden gaat straks via het portaal", "bijeenkomst", desk.on()),
        ("Medewerkers", "Je ziet zelf je verlof en loonstrook", "intranetbericht", desk.on()),
        ("OR", "Gevolgen voor functies en rooster", "overleg", desk.on()),
    )
    blocks: list[Block] = [
        Heading("Communicatie- en opleidingsplan"),
        Grid(rows),
        Para(f"Afstemming met {desk.name(told.org.contacts[0])} en {desk.name(desk.me)}."),
    ]
    return paper(desk, told, blocks, file=desk.pick("Communicatieplan", "opleidingsplan", "implementatiekalender"))


@case("minutes typed in a hurry", "documentation", 1.3)
def hurried(desk: Desk) -> Made:
    """Notes of a project meeting without a heading, names as people say them."""
    told = told_by(desk)
    a, b = told.org.contacts[:2]
    lines = [
        f"{told.line}".strip(),
        f"overleg {desk.on()} aanw {desk.name(a)}, {desk.name(b)}, {desk.name(desk.me)}",
        "",
        "- planning: sprint 4 loopt uit, besluit: 1 wk erbij",
        f"- {desk.surname(a)} zoekt uit of koppeling 2x per dag kan",
        "- verzuimscherm: reden eruit ivm AVG, alleen begin/eind",
        f"- actie {desk.surname(b)}: testers regelen vr 1e",
        "- volgende keer weer dinsdag",
    ]
    text = "\n".join(lines).strip() + "\n"
    name = desk.pick("overleg.txt", "actiepunten.md", "notulen kort.txt")
    return (
        told.made(name, text.encode(), hard="minutes with attendees") if not told.office else _as_word(desk, told, text)
    )


def _as_word(desk: Desk, told: Sign, text: str) -> Made:
    return paper(desk, told, [Para(text)], file="notulen kort", formats=("docx",), hard="minutes with attendees")


@case("interview report about a process", "documentation")
def interview(desk: Desk) -> Made:
    told = told_by(desk)
    p = told.org.contacts[2]
    blocks: list[Block] = [
        Heading("Gespreksverslag nulmeting"),
        Fields(
            (
                ("Gesproken met", f"{desk.name(p)}, {desk.pick(*ROLES)}"),
                ("Datum", desk.on()),
                ("Door", desk.name(desk.me)),
            )
        ),
        Para(
            "Huidig proces: mutaties komen per mail binnen en worden in een lijst bijgehouden. Eens per maand gaat "
            "de lijst naar de salarisadministratie."
        ),
        Para(
            "Knelpunten: dubbele invoer, geen overzicht van aflopende contracten, onduidelijk wie een wijziging "
            "van de bankrekening controleert."
        ),
        Para(
            "Wens: één formulier met controle op BSN en IBAN, en een signaal twee maanden voor het einde van een "
            "contract."
        ),
    ]
    return paper(
        desk,
        told,
        blocks,
        file=desk.pick("gespreksverslag", "Interview nulmeting", "verslag gesprek AO"),
        hard="words of personal data",
    )
