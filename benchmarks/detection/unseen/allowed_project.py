"""Papers of a project that may be kept: plans, reports, minutes, designs, tests."""
# ruff: noqa: E501
# Sentences with their variations stay on one line: broken up they cannot be read as a sentence.

from __future__ import annotations

from benchmarks.detection.unseen.draft import OFFICE, SHEETS, WORD, Draft, template
from benchmarks.detection.unseen.names import BUSINESS_FUNCTIONS, DEPARTMENTS
from benchmarks.detection.unseen.paper import (
    Block,
    Book,
    Bullets,
    Content,
    Heading,
    Mail,
    Pairs,
    Paper,
    Row,
    Sheet,
    Table,
    Text,
)
from benchmarks.detection.unseen.people import Person, bsn, iban


def _team(d: Draft, least: int = 2, most: int = 5) -> list[Person]:
    of_client = list(d.client.contacts) if d.client and (d.traced or d.named) else d.people(3, 4)
    return d.some([*of_client, *d.world.colleagues[:3], d.world.me], least, most)


def _contacts(d: Draft, people: list[Person]) -> Table:
    """Name, role, organisation, work mail, phone: at most."""
    domain, firm = d.domain, d.world.firm
    ours = {*d.world.colleagues, d.world.me}
    rows: list[Row] = [
        [
            d.name(who, "full"),
            d.pick(BUSINESS_FUNCTIONS),
            firm.name if who in ours else d.at,
            d.work_mail(who, firm.domain if who in ours else domain),
            d.landline(firm.phone if who in ours else d.place.phone),
        ]
        for who in people
    ]
    keep = sorted(d.rng.sample(range(1, 5), d.number(2, 4)))
    header = ["Naam", "Rol", "Organisatie", "E-mail", "Telefoon"]
    return Table([header[0], *(header[k] for k in keep)], [[row[0], *(row[k] for k in keep)] for row in rows])


def _subject(d: Draft) -> str:
    return d.say(
        "[invoering zaaksysteem|vervanging HR-systeem|harmonisatie salarisverwerking|procesverbetering inkoop|digitaal dossier|migratie naar de cloud|verzuimproces]"
    )


@template("documentation", "project plan", OFFICE + " pptx")
def plan(d: Draft) -> Content:
    people, subject = _team(d), _subject(d)
    sections = [
        (
            "[Aanleiding|Achtergrond]",
            f"{d.at} [wil|gaat] de {subject} [oppakken|starten]. [De huidige werkwijze is foutgevoelig.|Het contract loopt af.]",
        ),
        (
            "[Doel|Resultaat]",
            "[Kortere doorlooptijd|Eén bron van waarheid] [en minder handwerk|en betere stuurinformatie].",
        ),
        (
            "[Aanpak|Fasering]",
            "[Fase 1 analyse, fase 2 ontwerp, fase 3 invoering.|We werken in sprints van drie weken.|Start met een nulmeting.]",
        ),
        (
            "[Risico's|Aandachtspunten]",
            "[Beschikbaarheid van sleutelpersonen.|Kwaliteit van de personeelsgegevens.|Privacy: geen BSN of verzuimgegevens buiten het systeem.]",
        ),
        ("[Begroting|Kosten]", f"[Raming|Budget]: {d.euro(d.number(20, 300) * 1000)}."),
    ]
    blocks: list[Block] = [Heading(d.say(f"[Plan van aanpak|Projectplan|Project Initiation Document] {subject}"))]
    for title, text in d.in_order(sections, 3, 5):
        blocks += [Heading(d.say(title), 2), Text(d.say(text))]
    return Paper(
        name=d.say(f"[PvA|Plan van aanpak|projectplan|PID] {subject} [v1|concept|def|0.8]"),
        footer=d.world.firm.name,
        blocks=[*blocks, Heading("Projectorganisatie", 2), _contacts(d, people)],
    )


@template("documentation", "offer-like proposal of an approach", OFFICE)
def approach(d: Draft) -> Content:
    who = d.contact()
    return Paper(
        name=d.say("[opdrachtbevestiging|Voorstel|aanpak] [{}|analyse|fase 2]".replace("{}", _subject(d))),
        header=d.world.firm.name,
        blocks=[
            Text(f"{d.at}\nt.a.v. {d.name(who, 'titled')}"),
            Heading(d.say("[Voorstel|Plan van aanpak] ") + _subject(d)),
            Text(
                d.say(
                    "[U vroeg ons een voorstel te doen.|Dank voor het prettige gesprek.] [Hieronder onze aanpak.|Wij stellen drie stappen voor.]"
                )
            ),
            Bullets(
                [
                    d.say("[Documentstudie en interviews|Startbijeenkomst]"),
                    d.say("[Procesanalyse|Datakwaliteitsmeting] [zonder persoonsgegevens mee te nemen|]"),
                    "Rapportage en advies",
                ],
                numbered=True,
            ),
            Text(f"{d.name(d.world.me, 'full')}, {d.work_mail(d.world.me, d.world.firm.domain)}"),
        ],
    )


@template("documentation", "progress report", OFFICE + " pptx md")
def progress(d: Draft) -> Content:
    lines: list[Row] = [
        [
            task,
            d.pick(("groen", "oranje", "rood")),
            d.say("[ligt op schema|wacht op besluit|afgerond|een week vertraging door ziekte in het team]"),
        ]
        for task in d.some(("Inrichting", "Migratie", "Testen", "Opleiding", "Koppelingen", "Communicatie"), 3, 6)
    ]
    return Paper(
        name=d.say("[voortgang|Voortgangsrapportage|status|weekrapport] [juni|wk 24|{}|7]".replace("{}", _subject(d))),
        blocks=[
            Heading(d.say("[Voortgangsrapportage|Statusrapport|Highlight report] ") + _subject(d)),
            Pairs(
                [
                    ("Opdrachtgever", d.name(d.contact())),
                    ("Periode", d.say("[juni|week 22-24|Q2]")),
                    ("Opsteller", d.name(d.world.me)),
                ]
            ),
            Table(["Onderdeel", "Status", "Toelichting"], lines),
            Text(d.say("[Besluiten gevraagd: uitstel livegang.|Budget: 64% verbruikt.|Geen nieuwe risico's.]")),
        ],
    )


@template("documentation", "minutes with attendees and actions", WORD)
def minutes(d: Draft) -> Content:
    people = _team(d, 3, 6)
    actions: list[Row] = [
        [
            d.say(
                "[uitnodiging sturen|procesplaat aanpassen|offerte opvragen|testdata anonimiseren|autorisaties nalopen]"
            ),
            who.full,
            d.dated(d.day()),
        ]
        for who in people[:3]
    ]
    topics = (
        "[Mededelingen|Opening]: [geen|de livegang is een week verschoven]",
        "Stand van zaken migratie: [2 van 5 batches|proefrun geslaagd]",
        "Verzuimproces: [de ziekmelding loopt straks via het portaal|formulier bedrijfsarts wordt digitaal]",
        "[Rondvraag|W.v.t.t.k.]: [volgende keer op locatie|niets]",
    )
    return Paper(
        name=d.say(
            "[notulen|verslag|Actielijst] [projectgroep|stuurgroep|werkoverleg|kick-off] [{}|12 juni]".replace(
                "{}", str(d.number(1, 14))
            )
        ),
        blocks=[
            Heading(d.say("[Notulen|Verslag|Besluitenlijst] [stuurgroep|projectoverleg|werkgroep] ") + _subject(d)),
            Text(f"{d.say('[Aanwezig|Deelnemers]')}: {', '.join(d.name(who) for who in people)}"),
            Bullets([d.say(topic) for topic in d.in_order(topics, 3, 4)], numbered=True),
            Table(["Actie", "Wie", "Wanneer"], actions),
        ],
    )


@template("documentation", "process design", OFFICE + " html", hard="full of the words of personal data")
def process(d: Draft) -> Content:
    steps: list[Row] = [
        ["1", "[Medewerker|Leidinggevende] meldt ziek", "HR-portaal", "datum, verwachte duur"],
        ["2", "Casemanager belt", "-", "bereikbaarheid"],
        ["3", "Bedrijfsarts stelt probleemanalyse op", "arbo-systeem", "belastbaarheid"],
        ["4", "Salarisadministratie verwerkt 70% loon", "payroll", "BSN, percentage"],
        ["5", "UWV-melding week 42", "portaal", "BSN, eerste ziektedag"],
    ]
    return Paper(
        name=d.say("[procesontwerp|Procesbeschrijving|werkproces|AS-IS] [verzuim|in- en uitdienst|toekennen wmo|v2]"),
        blocks=[
            Heading(d.say("[Procesontwerp verzuim|Werkproces ziekmelding en herstel]")),
            Text(
                d.say(
                    "[Trigger: ziekmelding.|Doel: rechtmatige en tijdige re-integratie.] [Proceseigenaar: hoofd HR.|Eigenaar: manager P&O.]"
                )
            ),
            Table(
                ["Stap", "Activiteit", "Systeem", "Gegevens"],
                [[d.say(str(cell)) for cell in row] for row in d.in_order(steps, 3, 5)],
            ),
            Text(
                d.say(
                    "[RACI in bijlage.|Doorlooptijd maximaal 2 dagen.|Bijzondere persoonsgegevens zijn alleen zichtbaar voor de casemanager.]"
                )
            ),
        ],
    )


@template("documentation", "functional design", OFFICE, hard="full of the words of personal data")
def functional(d: Draft) -> Content:
    fields: list[Row] = [
        ["BSN", "N9", "11-proef", "J"],
        ["Geboortedatum", "datum", "18-75 jaar", "J"],
        ["IBAN", "A34", "mod 97", "J"],
        ["Salaris", "N7,2", "> 0", "N"],
        ["E-mail privé", "A80", "bevat @", "N"],
    ]
    return Paper(
        name=d.say("[FO|Functioneel ontwerp|ontwerp scherm] [indienst|koppeling|portaal] [1.0|0.4]"),
        blocks=[
            Heading(d.say("[Functioneel ontwerp|FO] [scherm indiensttreding|koppeling payroll]")),
            Text(d.say("[Als HR-medewerker wil ik een nieuwe medewerker vastleggen.|Use case 3: wijzigen IBAN.]")),
            Table(["Veld", "Type", "Controle", "Verplicht"], d.some(fields, 3, 5)),
            Bullets(
                [
                    d.say("[Foutmelding F12: BSN voldoet niet|Bij dubbele BSN: melding D4]"),
                    d.say("[Rol HR-adviseur: wijzigen|Rol manager: inzien zonder BSN]"),
                ]
            ),
            Text(f"Auteur: {d.name(d.world.me)}; review: {d.name(d.contact())}"),
        ],
    )


@template("documentation", "field mapping", "xlsx xlsx ods csv docx", hard="headers of personal data without values")
def mapping(d: Draft) -> Content:
    rows: list[Row] = [
        ["PERNR", "employeeNumber", "1-op-1", "N8"],
        ["NACHN", "lastName", "trim", "A40"],
        ["GBDAT", "birthDate", "jjjjmmdd > iso", "D"],
        ["PERID", "bsn", "voorloopnul aanvullen", "N9"],
        ["BANKN", "iban", "hoofdletters", "A18"],
        ["BETRG", "salary.amount", "punt > komma", "N9,2"],
        ["STRAS", "address.street", "split huisnr", "A60"],
        ["MASSG", "leaveReason", "tabel T7", "A2"],
    ]
    sheet = Sheet(
        title=d.say("[mapping|velden|IT0002]"),
        header=[d.say("[Bron|Source field]"), d.say("[Doel|Target]"), d.say("[Regel|Transformatie]"), "Type"],
        rows=d.some(rows, 4, 8),
        above=[d.say("[Mapping HR > payroll v0.3|Veldmapping conversie]")] if d.chance(0.5) else [],
    )
    return Book(name=d.say("[mapping|veldmapping|conversietabel|interface spec] [hr-payroll|v3|IF012]"), sheets=[sheet])


@template("documentation", "test plan", OFFICE)
def test_plan(d: Draft) -> Content:
    return Paper(
        name=d.say("[testplan|Teststrategie|MTP|acceptatietest plan] [GAT|keten|R2]"),
        blocks=[
            Heading(d.say("[Testplan|Mastertestplan] ") + _subject(d)),
            Text(d.say("[Scope: indienst, uitdienst, verzuim, salarisrun.|Testsoorten: FAT, GAT, regressie.]")),
            Bullets(
                [
                    d.say("[Testdata wordt geanonimiseerd aangeleverd|Geen productiegegevens in de testomgeving]"),
                    d.say("[Bevindingen in Jira|Bevindingen in TOPdesk]"),
                ]
            ),
            _contacts(d, _team(d)),
        ],
    )


@template("documentation", "report of findings with percentages", OFFICE + " pptx")
def findings(d: Draft) -> Content:
    return Paper(
        name=d.say("[eindrapport|Rapportage nulmeting|bevindingen|quickscan] [{}|def]".replace("{}", _subject(d))),
        header=d.at,
        blocks=[
            Heading(d.say("[Eindrapport|Bevindingen] ") + _subject(d)),
            Text(
                d.say(
                    f"[Van de dossiers is|In de steekproef was] {d.number(40, 98)}% [compleet|tijdig verwerkt]. [Het verzuim ligt op|Ziekteverzuim:] {d.number(3, 8)},{d.number(0, 9)}%."
                )
            ),
            Table(
                ["Afdeling", "Aantal", "Tijdig %"],
                [[name, d.number(12, 400), d.number(50, 99)] for name in d.some(DEPARTMENTS, 3, 6)],
            ),
            Text(d.say("[Aanbeveling: beleg eigenaarschap.|Wij adviseren de controle aan de voorkant te leggen.]")),
            Text(f"{d.name(d.world.me)}, {d.world.firm.name}"),
        ],
    )


@template("documentation", "planning sheet with names", SHEETS)
def planning(d: Draft) -> Content:
    rows: list[Row] = [
        [task, d.name(who, "full"), d.day(2025), d.day(2025), d.number(0, 100)]
        for task, who in zip(("Analyse", "Ontwerp", "Bouw", "Test", "Livegang", "Nazorg"), _team(d, 5, 6), strict=False)
    ]
    return Book(
        name=d.say("[planning|Gantt|projectplanning|mijlpalen] [v6|2025|H2]"),
        sheets=[
            Sheet(
                title="planning",
                header=[d.say("[Taak|Activiteit]"), d.say("[Wie|Eigenaar|Trekker]"), "Start", "Eind", "% gereed"],
                rows=rows,
                above=[d.say(f"[Planning|Mijlpalen] {_subject(d)}")],
            )
        ],
    )


@template("documentation", "RACI", "xlsx docx pdf ods")
def raci(d: Draft) -> Content:
    people = _team(d, 4, 5)
    rows: list[Row] = [
        [task, *(d.pick(("R", "A", "C", "I")) for _ in people)]
        for task in ("Ontwerp goedkeuren", "Testdata leveren", "Autorisaties", "Communicatie", "Besluit livegang")
    ]
    return Book(
        name=d.say("[RACI|rollen en verantwoordelijkheden|RASCI]"),
        sheets=[Sheet(title="RACI", header=["Taak", *(d.name(who, "full") for who in people)], rows=rows)],
    )


@template("clean", "mail on planning with business contacts", "eml", trace="documentation")
def planning_mail(d: Draft) -> Content:
    who, me = d.contact(), d.world.me
    return Mail(
        name=d.say("[RE planning|afspraak donderdag|agenda workshop|FW locatie]"),
        sender=f"{d.name(who, 'full')} <{d.work_mail(who, d.domain)}>",
        to=f"{d.name(me, 'full')} <{d.box(*d.world.owner.mail.split('@'))}>",
        subject=d.say("[planning|workshop procesontwerp|stuurgroep verzetten]"),
        body=[
            f"Hoi {me.first},",
            d.say(
                "[Kunnen we de workshop naar dinsdag schuiven?|Zaal 2.14 is gereserveerd.|Het plan van aanpak is akkoord.] [Neem jij de procesplaat mee?|De agenda volgt.]"
            ),
            f"Groet,\n{who.full}\n{d.pick(BUSINESS_FUNCTIONS)}\nT {d.landline(d.place.phone)}\n{d.home(d.place.office)}",
        ],
        sent=d.moment(),
    )


@template("clean", "test script with fictitious persons", "xlsx docx ods pdf", hard="fictitious persons")
def test_script(d: Draft) -> Content:
    rows: list[Row] = [
        [
            f"TC{number:02d}",
            d.say("[indienst|verhuizing|ziekmelding|loonsverhoging]"),
            d.pick(("Testpersoon Een", "Truus Testmans", "Jan Proefkonijn", "Fictief de Tester")),
            bsn(d.rng),
            d.pick(("1-1-1980", "31-12-1999")),
            iban(d.rng),
            d.say("[melding M1|opgeslagen|geweigerd]"),
        ]
        for number in range(1, d.number(5, 14))
    ]
    d.mark("bsn", "iban", "date_of_birth", "name")
    return Book(
        name=d.say("[testscript|testgevallen|GAT scripts|regressieset] [R2|v1|indienst]"),
        sheets=[
            Sheet(
                title="test",
                header=["Nr", "Scenario", "Testpersoon", "BSN (fictief)", "Geb.datum", "IBAN (fictief)", "Verwacht"],
                rows=rows,
                above=[
                    d.say(
                        "[Alle persoonsgegevens in dit script zijn fictief|Let op: fictieve personen, BSN's gegenereerd voor test|Testset met verzonnen personen]"
                    )
                ],
            )
        ],
    )


@template("documentation", "data dictionary", "xlsx docx html md", hard="headers of personal data without values")
def dictionary(d: Draft) -> Content:
    rows: list[Row] = [
        ["bsn", "char(9)", "burgerservicenummer, elfproef"],
        ["geb_dat", "date", "geboortedatum"],
        ["iban", "varchar(34)", "rekening salaris"],
        ["verz_pct", "int", "arbeidsongeschiktheidspercentage"],
        ["loon_bruto", "decimal(9,2)", "bruto per maand"],
        ["vakbond_ind", "char(1)", "lid vakbond J/N"],
    ]
    return Book(
        name=d.say("[datadictionary|gegevenswoordenboek|datamodel toelichting]"),
        sheets=[
            Sheet(title="velden", header=["Veld", "Type", d.say("[Omschrijving|Betekenis]")], rows=d.some(rows, 4, 6))
        ],
    )
