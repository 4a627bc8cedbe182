"""Project documentation: plans, reports, designs, mappings, minutes. At most business contacts in it."""

# ruff: noqa: E501  # the text of a document reads best in one piece
from __future__ import annotations

from datetime import timedelta

from benchmarks.detection.corpus.blocks import Block, Cell, Grid, Heading, Sheet, Slide
from benchmarks.detection.corpus.scene import Scene
from benchmarks.detection.corpus.template import Paper, template

SUBJECTS = (
    "invoering zaakgericht werken", "herinrichting salarisadministratie", "nieuw HR-systeem", "overgang naar het nieuwe ECD",
    "optimalisatie facturatie", "vervanging financieel systeem", "verbeteren verzuimproces", "datamigratie personeelsgegevens",
)  # fmt: skip
TASKS = (
    "inrichten testomgeving",
    "opstellen draaiboek",
    "workshop met sleutelgebruikers",
    "conversie proefdraaien",
    "werkinstructies schrijven",
    "afstemmen koppelingen",
    "acceptatietest",
    "communicatie naar teams",
)


def parties(s: Scene) -> str:
    """Who is in it: a few business contacts, each with what a business card tells."""
    contact, other = s.contact(), s.contact()
    lines = [
        f"Opdrachtgever: {s.name(contact)}, {contact.function}, {s.organisation()}",
        f"Projectleider: {s.name(s.consultant)}, {s.owner.firm}",
    ]
    if s.chance(0.5):
        lines.append(f"Contact: {s.name(other)}, {s.work_mail(other)}")
    if s.chance(0.3):
        lines.append(f"Telefoon secretariaat: {s.phone(s.client.house_style.phone)}")
    return "\n".join(lines)


def planning(s: Scene) -> Grid:
    rows: list[list[Cell]] = [["Activiteit", "Start", "Gereed", "Status"]]
    for task in s.rng.sample(TASKS, 5):
        start = s.day + timedelta(days=s.rng.randint(0, 90))
        rows.append(
            [task, f"{start:%d-%m-%Y}", f"{start + timedelta(days=14):%d-%m-%Y}", s.pick("open", "loopt", "gereed")]
        )
    return Grid(rows)


@template("documentation", "plan of approach", ties="any")
def plan(s: Scene) -> Paper:
    subject = s.pick(*SUBJECTS)
    blocks: list[Block] = [
        Heading(f"{s.pick('Plan van aanpak', 'Projectplan')} {subject}"),
        parties(s),
        Heading("Aanleiding", 2),
        f"{s.organisation()} wil met dit project de {s.pick('doorlooptijd verkorten', 'kwaliteit van gegevens verbeteren', 'kosten beheersen')}. Het huidige proces kost veel handwerk en leidt tot fouten.",
        Heading("Aanpak en fasering", 2),
        planning(s),
        Heading("Risico's", 2),
        "De beschikbaarheid van sleutelgebruikers is beperkt. Een vertraging bij de leverancier raakt de livegang.",
    ]
    return s.prose(s.pick(f"Plan van aanpak {subject}", "PvA v0.9", "projectplan definitief"), blocks)


@template("documentation", "progress report", ties="any", weight=2)
def progress(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading(
            s.pick("Voortgangsrapportage", "Voortgangsrapport project", "Maandrapportage") + f" {s.pick(*SUBJECTS)}"
        ),
        parties(s),
        f"Periode: {s.pick('september', 'oktober', 'week 38 tot en met 41')}. Status: {s.pick('groen', 'oranje')}.",
        "De afgelopen periode is de inrichting van de testomgeving afgerond. De conversie van het salarisbestand is een keer proefgedraaid en leverde geen blokkerende bevindingen op.",
        planning(s),
        "Aandachtspunt: het ziekteverzuim in het team van de leverancier drukt op de planning.",
    ]
    return s.prose(s.pick("voortgangsrapportage", "VGR oktober", "rapportage stuurgroep"), blocks)


@template(
    "documentation",
    "process design full of the words",
    ties="any",
    hard="BSN, salary and absence as words without values",
)
def process_design(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading(
            s.pick("Procesontwerp", "Procesbeschrijving", "Werkproces")
            + s.pick(" verzuimmelding", " in dienst", " salarisverwerking")
        ),
        f"Versie 0.{s.rng.randint(1, 9)}, {s.owner.firm} in opdracht van {s.organisation()}",
        "1. De medewerker meldt zich ziek bij de leidinggevende. De leidinggevende legt de ziekmelding, de datum en de verwachte duur vast in het systeem; de aard van de ziekte wordt niet vastgelegd.",
        "2. De salarisadministratie controleert BSN, geboortedatum, adres en IBAN van de medewerker aan de hand van het identiteitsbewijs en verwerkt de mutatie voor de twintigste van de maand.",
        "3. De bedrijfsarts ontvangt het verzuimdossier na zes weken. Bij zwangerschap of orgaandonatie wordt de vangnetregeling van het UWV toegepast.",
        Grid(
            [
                ["Stap", "Rol", "Systeem", "Gegevens"],
                ["Ziekmelding", "Leidinggevende", "HR-portaal", "naam, personeelsnummer, datum"],
                ["Betaling", "Salarisadministratie", "Payroll", "BSN, IBAN, bruto loon"],
                ["Lidmaatschap vakbond", "P&O", "HR-portaal", "naam van de bond"],
            ]
        ),
    ]
    return s.prose(s.pick("procesontwerp", "werkproces verzuim", "SOLL proces", "procesbeschrijving"), blocks)


@template("documentation", "functional design", ties="any")
def functional_design(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading(s.pick("Functioneel ontwerp", "FO", "Ontwerp") + f" {s.pick(*SUBJECTS)}"),
        f"Auteur: {s.name(s.consultant)} ({s.owner.firm})" if s.chance(0.7) else f"Opgesteld door {s.owner.firm}",
        Heading("Schermen", 2),
        "Het scherm Medewerker toont naam, geboortedatum, BSN (gemaskeerd), adres en dienstverband. Alleen de rol salarisadministrateur ziet het bruto salaris.",
        Heading("Validaties", 2),
        "Het BSN moet voldoen aan de elfproef en negen cijfers lang zijn. Een IBAN begint met NL en telt achttien tekens. De postcode bestaat uit vier cijfers en twee letters.",
        Heading("Autorisatie", 2),
        Grid(
            [
                ["Rol", "Lezen", "Wijzigen"],
                ["Manager", "ja", "nee"],
                ["HR-adviseur", "ja", "ja"],
                ["Salarisadministrateur", "ja", "ja"],
            ]
        ),
    ]
    return s.prose(s.pick("functioneel ontwerp", "FO_v1.2", "ontwerp"), blocks)


@template("documentation", "field mapping", ties="any", hard="headers of a payroll system as content")
def field_mapping(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["Bronveld", "Omschrijving", "Type", "Lengte", "Doelveld", "Conversie"]]
    for source, text, kind, length, target in (
        ("PERNR", "Personeelsnummer", "NUMC", 8, "employee_id"),
        ("PERID", "BSN", "CHAR", 9, "bsn"),
        ("GBDAT", "Geboortedatum", "DATS", 8, "birth_date"),
        ("NACHN", "Achternaam", "CHAR", 40, "last_name"),
        ("BETRG", "Bedrag", "CURR", 9, "gross_salary"),
        ("BANKN", "Bankrekening (IBAN)", "CHAR", 34, "iban"),
        ("KONFE", "Kerkgenootschap", "CHAR", 2, "(vervalt)"),
        ("AWART", "Soort verzuim", "CHAR", 4, "absence_type"),
    ):
        rows.append([source, text, kind, length, target, s.pick("1-op-1", "omzetten", "tabel T77", "")])
    s.rng.shuffle(rows[1:])
    name = s.pick("veldmapping", "Mapping SAP naar nieuw", "conversietabel")
    if s.chance(0.6):
        return s.workbook(name, [Sheet(name="Mapping", rows=[[f"Veldmapping {s.organisation()}"], [], *rows])])
    return s.prose(name, [Heading("Veldmapping en conversieregels"), f"Opgesteld voor {s.organisation()}", Grid(rows)])


@template("documentation", "minutes with business contacts", ties="any")
def minutes(s: Scene) -> Paper:
    present = s.rng.sample(s.staff, 4)
    listed = "\n".join(f"{s.name(person, s.pick('full', 'formal'))} ({person.function})" for person in present)
    actions: list[list[Cell]] = [
        ["Nr", "Actie", "Wie", "Wanneer"],
    ]
    actions += [
        [n, s.pick(*TASKS), s.name(s.rng.choice(present), "first"), f"{s.day + timedelta(days=7 * n):%d-%m-%Y}"]
        for n in range(1, 5)
    ]
    blocks: list[Block] = [
        Heading(s.pick("Verslag stuurgroep", "Notulen projectgroep", "Verslag overleg")),
        f"Datum: {s.written(s.day)}\nPlaats: {s.organisation()}\nAanwezig:\n{listed}\nVerslag: {s.name(s.consultant)}",
        "1. Opening en mededelingen. Er zijn geen opmerkingen op het vorige verslag.",
        f"2. Voortgang. {present[0].formal} licht toe dat de livegang haalbaar is als de test voor de kerst klaar is.",
        "3. Actielijst",
        Grid(actions),
    ]
    return s.prose(s.pick("verslag stuurgroep", "notulen", "verslag 12 mei"), blocks)


@template("documentation", "test plan", ties="any")
def test_plan(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading(s.pick("Testplan", "Acceptatietestplan", "Teststrategie") + f" {s.pick(*SUBJECTS)}"),
        parties(s),
        "De acceptatietest wordt uitgevoerd met gefingeerde gegevens. Er worden geen gegevens van echte medewerkers of inwoners gebruikt.",
        Grid(
            [
                ["Nr", "Testgeval", "Verwacht resultaat"],
                ["T01", "Medewerker in dienst melden met een geldig BSN", "Medewerker staat in het overzicht"],
                ["T02", "Salaris wijzigen met terugwerkende kracht", "Nabetaling op de strook"],
                ["T03", "Ziekmelding zonder datum", "Foutmelding"],
            ]
        ),
    ]
    return s.prose(s.pick("testplan", "GAT plan", "testaanpak"), blocks)


@template(
    "documentation",
    "design with an example that is declared fictitious",
    ties="any",
    hard="example declared fictitious in documentation",
)
def design_with_example(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading(s.pick("Functioneel ontwerp koppeling", "Interfacebeschrijving", "Berichtspecificatie")),
        f"{s.owner.firm}, voor {s.organisation()}",
        "Onderstaand voorbeeld is fictief; de gegevens horen bij geen bestaand persoon.",
        Grid(
            [
                ["Veld", "Voorbeeld"],
                ["naam", "Jan Voorbeeld"],
                ["bsn", "123456782"],
                ["geboortedatum", "01-01-1980"],
                ["iban", "NL00BANK0123456789"],
            ]
        ),
        "Het bericht wordt dagelijks om 02.00 uur aangeboden. Fouten komen in de foutenlijst.",
    ]
    return s.prose(s.pick("interfacebeschrijving", "FO koppeling", "berichtspecificatie"), blocks)


@template("documentation", "presentation for a steering group", ties="any")
def steering_slides(s: Scene) -> Paper:
    slides = [
        Slide(title=f"Stuurgroep {s.pick(*SUBJECTS)}", lines=[s.organisation(), s.written(s.day)]),
        Slide(
            title="Voortgang",
            lines=["Inrichting gereed", "Conversie proefgedraaid", "Planning op schema"],
            notes="Hier stilstaan bij de afhankelijkheid van de leverancier.",
        ),
        Slide(title="Planning", lines=["Mijlpalen"], grid=planning(s).rows),
        Slide(title="Besluiten", lines=["Akkoord op uitloop van twee weken", "Vrijgeven budget fase 2"]),
    ]
    return s.slides(s.pick("stuurgroep", "presentatie voortgang", "kick-off"), slides)
