# ruff: noqa: E501  # the text of a document reads best in one piece
"""Further project documentation: lists of a project, assessments, instructions, migrations, process models."""

from __future__ import annotations

from datetime import timedelta

from benchmarks.detection.corpus.blocks import Block, Cell, Extras, Grid, Heading, Sheet, Slide
from benchmarks.detection.corpus.scene import SHEETS, Scene
from benchmarks.detection.corpus.template import Paper, template
from benchmarks.detection.corpus.templates.documentation import SUBJECTS, TASKS, parties, planning


@template(
    "documentation", "privacy impact assessment", ties="any", hard="all special categories as words without values"
)
def impact_assessment(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading(s.pick("DPIA", "Gegevensbeschermingseffectbeoordeling", "Pre-DPIA") + f" {s.pick(*SUBJECTS)}"),
        f"Verwerkingsverantwoordelijke: {s.organisation()}. Uitvoering: {s.owner.firm}.",
        Grid(
            [
                ["Categorie", "Gegevens", "Grondslag", "Bewaartermijn"],
                ["Identificatie", "naam, geboortedatum, BSN, nummer identiteitsbewijs", "wettelijke plicht", "5 jaar"],
                ["Financieel", "IBAN, salaris, loonbeslag", "overeenkomst", "7 jaar"],
                [
                    "Gezondheid",
                    "ziekmelding, WIA, zwangerschap, functionele beperkingen",
                    "wettelijke plicht",
                    "2 jaar",
                ],
                [
                    "Bijzonder",
                    "vakbondslidmaatschap, geloof, etniciteit, strafrechtelijk verleden (VOG)",
                    "toestemming",
                    "einde dienstverband",
                ],
            ]
        ),
        "Risico: een medewerker die van functie wisselt behoudt toegang tot dossiers. Maatregel: autorisaties elk kwartaal herzien.",
        "Advies: tonen van het BSN beperken tot de salarisadministratie.",
    ]
    return s.prose(s.pick("DPIA", "dpia concept", "privacytoets"), blocks)


@template("documentation", "backlog of requirements", ties="any", hard="a table with personal data as words")
def backlog(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["ID", "Als", "wil ik", "Prioriteit", "Sprint", "Status"]]
    wishes = (
        ("medewerker", "mijn adres en IBAN zelf wijzigen"),
        ("leidinggevende", "een ziekmelding met één klik doorgeven"),
        ("salarisadministrateur", "het BSN controleren met de elfproef"),
        ("HR-adviseur", "verjaardagen en jubilea van mijn teams zien"),
        ("bedrijfsarts", "het verzuimdossier inzien zonder salarisgegevens"),
        ("controller", "loonkosten per afdeling exporteren"),
    )
    rows += [
        [
            f"US-{100 + number}",
            role,
            wish,
            s.pick("must", "should", "could"),
            s.rng.randint(1, 9),
            s.pick("nieuw", "in bouw", "gereed"),
        ]
        for number, (role, wish) in enumerate(wishes)
    ]
    return s.workbook(
        s.pick("backlog", "requirements", "wensenlijst"),
        [Sheet(name="Backlog", rows=[[f"Programma van eisen {s.organisation()}"], [], *rows])],
    )


@template("documentation", "log of risks and issues", ties="any")
def risk_log(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["Nr", "Risico", "Kans", "Impact", "Maatregel", "Eigenaar"]]
    for number, risk in enumerate(
        (
            "Uitval van sleutelgebruikers",
            "Vertraging leverancier",
            "Fouten in de conversie",
            "Onvoldoende testdata",
            "Ziekte in het projectteam",
        ),
        start=1,
    ):
        rows.append(
            [
                number,
                risk,
                s.rng.randint(1, 5),
                s.rng.randint(1, 5),
                s.pick("vervanger aanwijzen", "escaleren", "proefconversie"),
                s.name(s.contact()),
            ]
        )
    sheets = [Sheet(name="Risico's", rows=[[f"Risicolog {s.pick(*SUBJECTS)}", s.organisation()], [], *rows])]
    return s.workbook(s.pick("risicolog", "RAID log", "issuelijst"), sheets, SHEETS)


@template("documentation", "planning with names of the team", ties="any")
def planning_sheet(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["Fase", "Activiteit", "Wie", "Start", "Eind", "% gereed"]]
    for number in range(s.rng.randint(8, 20)):
        start = s.day + timedelta(days=7 * number)
        rows.append(
            [
                f"Fase {number // 5 + 1}",
                s.pick(*TASKS),
                s.name(s.rng.choice((s.consultant, *s.staff[:5])), "full"),
                start,
                start + timedelta(days=10),
                s.rng.randint(0, 10) * 10,
            ]
        )
    return s.workbook(
        s.pick("projectplanning", "planning", "detailplanning"),
        [Sheet(name="Planning", rows=[[f"Projectplanning {s.pick(*SUBJECTS)} - {s.organisation()}"], [], *rows])],
        SHEETS,
    )


@template("documentation", "work instruction for users", ties="any", hard="how to fill in personal data, without any")
def instruction(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading(
            s.pick("Werkinstructie", "Handleiding", "Gebruikershandleiding")
            + s.pick(" ziekmelding", " indiensttreding", " mutatie bankrekening")
        ),
        f"Voor medewerkers van {s.organisation()}. Opgesteld door {s.owner.firm}.",
        "1. Kies Medewerker > Nieuw en vul de naam in zoals die op het identiteitsbewijs staat.\n2. Vul het BSN in. Het systeem controleert het nummer.\n3. Vul de geboortedatum in als dd-mm-jjjj.\n4. Vul bij Salaris de schaal en trede in; het bedrag volgt vanzelf.",
        "Let op: leg bij een ziekmelding nooit de aard van de ziekte vast.",
        Grid(
            [
                ["Veld", "Verplicht", "Toelichting"],
                ["Postcode", "ja", "vier cijfers en twee letters"],
                ["Telefoon", "nee", "tien cijfers"],
                ["Vakbond", "nee", "alleen voor inhouding van contributie"],
            ]
        ),
    ]
    return s.prose(s.pick("werkinstructie", "handleiding", "quick reference card"), blocks)


@template("documentation", "plan for data migration", ties="any", hard="names of fields and counts of persons")
def migration_plan(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading(s.pick("Migratieplan", "Conversieplan", "Draaiboek conversie")),
        parties(s),
        f"Te migreren: {s.rng.randint(800, 4_000)} medewerkers, {s.rng.randint(2_000, 9_000)} dienstverbanden, {s.rng.randint(10_000, 90_000)} verzuimmeldingen.",
        Grid(
            [
                ["Object", "Bron", "Aantal", "Controle"],
                ["Persoon", "P0002", s.rng.randint(800, 4_000), "BSN uniek"],
                ["Adres", "P0006", s.rng.randint(800, 4_000), "postcode gevuld"],
                ["Bank", "P0009", s.rng.randint(800, 4_000), "IBAN geldig"],
                ["Verzuim", "P2001", s.rng.randint(800, 9_000), "geen overlap"],
            ]
        ),
        planning(s),
    ]
    return s.prose(s.pick("migratieplan", "conversieplan", "draaiboek"), blocks)


@template("documentation", "model of a process in its notation", ties="words")
def process_model(s: Scene) -> Paper:
    tasks = (
        "Ontvangen ziekmelding",
        "Controleren BSN",
        "Vaststellen loondoorbetaling",
        "Informeren bedrijfsarts",
        "Herstelmelding verwerken",
    )
    items = "".join(f'    <bpmn:task id="Activity_{number:07d}" name="{task}"/>\n' for number, task in enumerate(tasks))
    content = f'<?xml version="1.0" encoding="UTF-8"?>\n<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="Definitions_1" name="Procesontwerp verzuim {s.organisation().replace("&", "en")}">\n  <bpmn:process id="Process_1" name="Procesmodel ziekmelding">\n{items}  </bpmn:process>\n</bpmn:definitions>\n'
    return s.paper(s.pick("procesmodel.bpmn", "procesontwerp verzuim.bpmn", "procesmodel.xml"), content.encode())


@template(
    "documentation",
    "report of interviews about a process",
    ties="any",
    hard="quotes persons about work, not about persons",
)
def interviews(s: Scene) -> Paper:
    one, other = s.rng.sample(s.staff, 2)
    blocks: list[Block] = [
        Heading(s.pick("Interviewverslag", "Verslag interviews", "Bevindingen quickscan") + " huidig proces"),
        f"Onderzoek door {s.owner.firm} bij {s.organisation()}.",
        f"{s.name(one)} ({one.function}) vindt dat ziekmeldingen te laat in het systeem staan. De lijst wordt nu met de hand bijgehouden.",
        f"{s.name(other)} ({other.function}) mist een koppeling met de salarisadministratie: mutaties worden twee keer ingevoerd.",
        "Conclusie: het proces kan van elf naar zes stappen.",
    ]
    return s.prose(s.pick("interviewverslag", "bevindingen", "quickscan"), blocks)


@template("documentation", "proposal for a decision of the steering group", ties="any")
def decision(s: Scene) -> Paper:
    contact = s.contact()
    blocks: list[Block] = [
        Heading(s.pick("Beslisnotitie", "Besluitvormingsdocument", "Oplegnotitie stuurgroep")),
        f"Aan: stuurgroep {s.pick(*SUBJECTS)}\nVan: {s.name(s.consultant)} ({s.owner.firm})\nPortefeuillehouder: {s.name(contact)}, {s.organisation()}",
        "Gevraagd besluit: instemmen met de aangepaste planning en het vrijgeven van het budget voor fase 2.",
        planning(s),
    ]
    return s.prose(s.pick("beslisnotitie", "oplegnotitie", "notitie stuurgroep"), blocks)


@template("documentation", "final report", ties="any")
def final_report(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading(s.pick("Eindrapport", "Eindverslag", "Evaluatierapport") + f" {s.pick(*SUBJECTS)}"),
        parties(s),
        f"Het project is op {s.written(s.day)} afgerond. De doelen zijn gehaald: de doorlooptijd van een mutatie daalde van {s.rng.randint(8, 14)} naar {s.rng.randint(2, 5)} dagen en de salarisverwerking kent minder correcties.",
        "Lessen: betrek sleutelgebruikers eerder, plan de conversie ruim, test met gefingeerde gegevens.",
    ]
    extras = (
        Extras(header=f"{s.owner.firm} - eindrapport", footer="Versie 1.0", comment="Nog nalopen met de opdrachtgever.")
        if s.chance(0.5)
        else None
    )
    return s.prose(
        s.pick("eindrapport", "evaluatie", "eindverslag"),
        blocks,
        ("docx", "docx", "pdf") if extras is None else ("docx",),
        extras=extras,
    )


@template("documentation", "training slides", ties="any")
def training(s: Scene) -> Paper:
    slides = [
        Slide(
            title=f"Training nieuw HR-systeem {s.organisation()}",
            lines=["Programma", "Inloggen", "Ziekmelden", "Verlof aanvragen"],
        ),
        Slide(
            title="Oefening 1",
            lines=["Meld een medewerker ziek", "Vul geen reden in", "Controleer de datum"],
            notes="Laat de deelnemers in de oefenomgeving werken.",
        ),
        Slide(title="Vragen?", lines=[f"Projectteam: {s.name(s.consultant)}"]),
    ]
    return s.slides(s.pick("training", "instructie", "kick-off training"), slides)


@template("documentation", "roles and responsibilities", ties="any")
def responsibilities(s: Scene) -> Paper:
    people = s.rng.sample(s.staff, 4)
    rows: list[list[Cell]] = [["Activiteit", *(s.name(person, "formal") for person in people)]]
    rows += [[task, *(s.pick("R", "A", "C", "I", "") for _ in people)] for task in TASKS]
    rows = [[f"RACI-matrix projectplan {s.organisation()}"], [], *rows]
    return s.workbook(s.pick("RACI", "rollen en taken", "overlegstructuur"), [Sheet(name="RACI", rows=rows)], SHEETS)


@template("documentation", "report of a test", ties="any", hard="findings about personal data without any")
def test_report(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["Nr", "Testgeval", "Resultaat", "Bevinding"]]
    for number, (case, finding) in enumerate(
        (
            ("In dienst", "BSN wordt niet gecontroleerd"),
            ("Uit dienst", ""),
            ("Ziekmelding", "datum in de toekomst toegestaan"),
            ("Salarisverhoging", "nabetaling ontbreekt"),
            ("Adreswijziging", "postcode zonder spatie geweigerd"),
        ),
        start=1,
    ):
        rows.append([f"T{number:02d}", case, s.pick("geslaagd", "gezakt"), finding])
    return s.prose(
        s.pick("testrapport", "testverslag", "resultaten GAT"),
        [
            Heading(s.pick("Testrapport", "Testverslag") + f" {s.pick(*SUBJECTS)}"),
            parties(s),
            Grid(rows),
            "Advies: livegang na herstel van de blokkerende bevindingen.",
        ],
    )
