"""Letters, mails and forms about one or a few employees."""

# ruff: noqa: E501  # the text of a document reads best in one piece
from __future__ import annotations

from benchmarks.detection.corpus import fields
from benchmarks.detection.corpus.blocks import Extras, Grid, Heading, Sheet
from benchmarks.detection.corpus.fields import table
from benchmarks.detection.corpus.formats.archives import archive
from benchmarks.detection.corpus.formats.mail import mbox_of, with_message
from benchmarks.detection.corpus.formats.workbook import xlsx_of
from benchmarks.detection.corpus.scene import Scene
from benchmarks.detection.corpus.template import Paper, template

ILLNESS = (
    "een burn-out", "een hernia", "een gebroken enkel", "een depressie", "de behandeling van borstkanker", "een zware griep",
    "een knieoperatie", "posttraumatische stressklachten", "de gevolgen van long covid", "migraine",
)  # fmt: skip
FIRM_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")


@template("client-data", "letter about the illness of one employee")
def illness_letter(s: Scene) -> Paper:
    person = s.person()
    blocks: list[str | Heading | Grid] = [
        f"{s.organisation()}\nPersoneel en Organisatie",
        f"PERSOONLIJK EN VERTROUWELIJK\n{s.name(person, 'titled')}\n{s.address(person, chr(10))}",
        f"Datum: {s.written(s.day)}\nBetreft: {s.pick('uw ziekmelding', 'loondoorbetaling bij ziekte', 'verlenging arbeidsongeschiktheid')}",
        f"Beste {person.first},",
        s.ink(
            "health",
            f"Sinds {s.written(s.day_near())} bent u wegens {s.pick(*ILLNESS)} niet in staat om te werken. De bedrijfsarts verwacht dat u over {s.rng.randint(4, 20)} weken gedeeltelijk kunt hervatten.",
        ),
        "Zolang u ziek bent betalen wij het eerste jaar uw volledige loon door en daarna zeventig procent.",
        f"Met vriendelijke groet,\n{s.name(s.contact())}\nHR-adviseur",
    ]
    return s.prose(s.pick("brief", "brief ziekte", f"brief {person.surname}", "verzuimbrief definitief"), blocks)


@template("client-data", "mail in which somebody reports sick")
def sick_mail(s: Scene) -> Paper:
    person, boss = s.contact(), s.contact()
    body = (
        f"Hoi {boss.first},\n\n"
        + s.ink(
            "health",
            s.pick(
                "Ik ben vannacht met spoed opgenomen en lig nu in het ziekenhuis. De arts denkt aan mijn galblaas.",
                f"{person.first} heeft zich vanmorgen ziek gemeld: weer paniekaanvallen, ze slaapt al weken niet.",
                "Na de uitslag van gisteren (het is helaas kwaadaardig) kan ik voorlopig niet komen werken.",
            ),
        )
        + f"\n\nKun jij {s.pick(*FIRM_DAYS)} het overleg overnemen?\n\nGroet,\n{person.first}\n"
    )
    mail = s.letter_mail(
        sender=person,
        sender_mail=s.work_mail(person),
        to=boss,
        to_mail=s.work_mail(boss),
        subject=s.pick("ziek", "afwezig", "FW: melding"),
        body=body,
    )
    return s.mail(s.pick("ziek", "RE afwezig", "bericht"), mail)


@template("client-data", "plan for return to work")
def reintegration(s: Scene) -> Paper:
    person = s.person()
    blocks: list[str | Heading | Grid] = [
        Heading(s.pick("Plan van aanpak WIA", "Re-integratieplan", "Eerstejaarsevaluatie")),
        Grid(
            [
                ["Naam werknemer", s.name(person)],
                ["Geboortedatum", s.born(person)],
                ["BSN", s.bsn(person)],
                ["Werkgever", s.organisation()],
                ["Eerste ziektedag", s.written(s.day_near())],
            ]
        ),
        Heading("Probleemanalyse", 2),
        s.ink(
            "health",
            f"Betrokkene is uitgevallen met {s.pick(*ILLNESS)}. Beperkingen in concentreren, tillen en langdurig zitten. Belastbaar voor {s.rng.choice((2, 4, 6))} uur per dag in aangepast werk.",
        ),
        Heading("Afspraken", 2),
        "1. Opbouw per twee weken met vier uur.\n2. Gesprek met de arbeidsdeskundige.\n3. Evaluatie na zes weken.",
        f"Leidinggevende: {s.name(s.contact())}",
    ]
    s.hard = "titled as a plan"
    return s.prose(s.pick("plan van aanpak", "reintegratieplan", "PvA WIA"), blocks)


@template("client-data", "assessment of an employee, filled in")
def assessment(s: Scene) -> Paper:
    person = s.person()
    scores = [["Competentie", "Score", "Toelichting"]]
    for item, note in (
        ("Samenwerken", "trekt zich terug bij spanning"),
        ("Resultaatgericht", "haalt afspraken vaak niet"),
        ("Klantgericht", "wordt door inwoners gewaardeerd"),
    ):
        scores.append([item, str(s.rng.randint(1, 5)), note])
    blocks: list[str | Heading | Grid] = [
        Heading(s.pick("Beoordelingsformulier", "Verslag functioneringsgesprek", "Jaargesprek")),
        Grid(
            [
                ["Medewerker", s.name(person)],
                ["Personeelsnummer", s.ink("employee_number", person.staff_number)],
                ["Functie", person.function],
                ["Geboortedatum", s.born(person)],
                ["Beoordelaar", s.name(s.contact())],
            ]
        ),
        Grid(scores),
        f"Eindoordeel: {s.pick('onvoldoende; geen periodiek', 'goed; extra periodiek', 'voldoende')}. Salaris per 1 januari: {s.salary(person.salary_cents)} bruto per maand.",
        f"{s.organisation()}, {s.written(s.day)}",
    ]
    return s.prose(s.pick("beoordeling", "functioneringsgesprek", f"FG {person.surname}"), blocks)


@template("client-data", "warning or dismissal letter")
def dismissal(s: Scene) -> Paper:
    person = s.person()
    blocks: list[str | Heading | Grid] = [
        f"{s.organisation()}",
        f"Aan {s.name(person, 'titled')}, {s.address(person)}",
        f"{s.written(s.day)}",
        s.pick("Onderwerp: officiële waarschuwing", "Onderwerp: voornemen tot ontslag", "Onderwerp: schorsing"),
        f"Op {s.written(s.day_near(30))} heeft u zonder bericht uw dienst verlaten. Dit is de derde keer dit jaar. Wij hebben dit gesprek opgenomen in uw personeelsdossier.",
        f"Uw salaris van {s.salary(person.salary_cents)} wordt over de niet gewerkte uren ingehouden.",
        f"{s.name(s.contact())}\nteamleider",
    ]
    return s.prose(s.pick("waarschuwing", "ontslagbrief", "brief P-dossier"), blocks)


@template("client-data", "contract of employment of somebody else")
def contract(s: Scene) -> Paper:
    person = s.person()
    blocks: list[str | Heading | Grid] = [
        Heading(s.pick("Arbeidsovereenkomst", "Arbeidsovereenkomst voor bepaalde tijd", "Aanstellingsbesluit")),
        f"De ondergetekenden: {s.organisation()}, hierna werkgever, en {s.name(person, 'titled')}, geboren op {s.born(person)} te {person.town}, wonende te {s.address(person)}, BSN {s.bsn(person)}, hierna werknemer,",
        "komen overeen als volgt:",
        f"Artikel 1. Werknemer treedt in dienst per {s.written(s.day)} in de functie van {person.function}.",
        f"Artikel 2. Het salaris bedraagt € {s.salary(person.salary_cents)} bruto per maand bij een volledige werkweek en wordt betaald op rekening {s.iban(person.iban)}.",
        "Artikel 3. De proeftijd is een maand. Artikel 4. Op deze overeenkomst is de cao van toepassing.",
    ]
    return s.prose(s.pick("arbeidsovereenkomst", "contract", f"AO {person.surname}"), blocks)


@template("client-data", "extract renamed as a plan of approach", hard="client extract renamed Plan van aanpak")
def renamed_extract(s: Scene) -> Paper:
    people = s.people(10, 60)
    rows = fields.varied(
        s,
        people,
        ("Naam", fields.name(s)),
        ("BSN", fields.bsn(s)),
        ("Geboortedatum", fields.born(s)),
        ("Salaris", fields.salary(s)),
        ("E-mail", fields.private_mail(s)),
    )
    if s.chance(0.5):
        return s.workbook(
            s.pick("Plan van aanpak", "Voortgangsrapportage oktober", "Functioneel ontwerp"),
            [Sheet(name="Planning", rows=rows)],
            ("xlsx", "csv"),
        )
    return s.prose(
        s.pick("Plan van aanpak", "Projectplan", "Verslag stuurgroep"),
        [Heading(s.pick("Plan van aanpak", "Voortgangsrapportage")), Grid(rows)],
        ("docx", "odt", "pdf"),
    )


@template("client-data", "mail with an extract in a forwarded message", hard="attachment in an attachment")
def nested_mail(s: Scene) -> Paper:
    people = s.people(8, 30)
    rows = table(
        people,
        ("Medewerker", fields.name(s)),
        ("BSN", fields.bsn(s)),
        ("Rekening", fields.iban(s)),
        ("Salaris", fields.salary(s)),
    )
    book = xlsx_of([Sheet(name="Blad1", rows=rows)])
    name, content = ("lijst.xlsx", book) if s.chance(0.5) else ("levering.zip", archive("zip", {"lijst.xlsx": book}))
    sender, between = s.contact(), s.contact()
    inner = s.letter_mail(
        sender=sender,
        sender_mail=s.work_mail(sender),
        to=between,
        to_mail=s.work_mail(between),
        subject="bestand",
        body="Hierbij het bestand.\n",
        attachments=[(name, content)],
    )
    outer = s.letter_mail(
        sender=between,
        sender_mail=s.work_mail(between),
        to=s.consultant,
        to_mail=s.firm_mail(s.consultant),
        subject="FW: bestand",
        body=f"Hoi {s.consultant.first},\n\nZie bijlage, zoals besproken.\n\nGroet {between.first}\n",
    )
    return s.mail(s.pick("FW bestand", "bijlage", "levering"), with_message(outer, inner), hidden=True)


@template("client-data", "mailbox with messages about employees")
def mailbox(s: Scene) -> Paper:
    mails = []
    for _ in range(s.rng.randint(3, 8)):
        sender, to, person = s.contact(), s.contact(), s.person()
        text = s.pick(
            f"{person.full} ({person.born:%d-%m-%Y}) is per 1 mei weer hersteld gemeld na haar operatie.",
            f"Het verzuim van {person.full} duurt nu twaalf weken; de bedrijfsarts spreekt van een burn-out. Geboren {person.born:%d-%m-%Y}.",
        )
        s.kinds |= {"health", "date_of_birth"}
        mails.append(
            s.letter_mail(
                sender=sender,
                sender_mail=s.work_mail(sender),
                to=to,
                to_mail=s.work_mail(to),
                subject=s.pick("verzuim", "dossier", "overleg"),
                body=f"Beste {to.first},\n\n{text}\n\n{sender.first}\n",
            )
        )
    return s.paper(s.pick("Postvak verzuim.mbox", "archief.mbox", "Inbox"), mbox_of(mails))


@template("client-data", "data in a part beside the text", hard="comment, deletion, header, text box, note or property")
def beside_the_text(s: Scene) -> Paper:
    person = s.person()
    text = f"{s.name(person)}, geboren {s.born(person)}, BSN {s.bsn(person)}, {s.address(person)}"
    extras = s.rng.choice(
        (
            Extras(comment=text),
            Extras(deleted=text),
            Extras(header=text),
            Extras(footer=text),
            Extras(textbox=text),
            Extras(footnote=text),
            Extras(properties={"Betrokkene": text}),
        )
    )
    blocks: list[str | Heading | Grid] = [
        Heading(s.pick("Notitie", "Memo", "Advies")),
        "In deze notitie beschrijven wij hoe met het verzoek is omgegaan en welke afweging daarbij is gemaakt.",
        "Het verzoek is binnen de termijn behandeld. De betrokkene is op de hoogte gebracht van de uitkomst.",
        "Er zijn geen financiële gevolgen.",
    ]
    return s.prose(s.pick("notitie", "memo", "advies"), blocks, ("docx",), extras=extras, hidden=True)


@template("client-data", "members of a union and their beliefs", hard="special categories in a table")
def special_columns(s: Scene) -> Paper:
    people = s.people(8, 40)
    column, kind, values = s.rng.choice(
        (
            ("Vakbond", "union", ("FNV", "CNV", "geen", "De Unie")),
            ("Geloof", "religion", ("katholiek", "moslim", "protestants", "hindoe", "geen")),
            ("Etnische achtergrond", "ethnicity", ("Turks", "Surinaams", "Marokkaans", "Nederlands")),
            ("Seksuele gerichtheid", "orientation", ("hetero", "homo", "lesbisch", "biseksueel")),
        )
    )
    rows = fields.varied(
        s,
        people,
        ("Naam", fields.name(s)),
        ("Personeelsnr", fields.staff_number(s)),
        (column, fields.drawn(s, *values, kind=kind)),
        ("Sinds", fields.day(s, lambda _: s.day_near())),
    )
    return s.workbook(s.pick("ledenlijst", "diversiteit", "monitor inclusie"), [Sheet(name="Blad1", rows=rows)])


@template("client-data", "confidential counsellor's notes", hard="special categories in sentences")
def counsellor(s: Scene) -> Paper:
    person = s.person()
    kind, text = s.rng.choice(
        (
            (
                "religion",
                "wil vanwege haar islamitische geloof op vrijdagmiddag vrij en voelt zich daarin niet serieus genomen.",
            ),
            ("orientation", "is homoseksueel en wordt daarover door twee collega's in het magazijn gepest."),
            ("union", "is lid van de FNV en denkt dat hij om die reden geen vast contract krijgt."),
            ("criminal", "is vorig jaar veroordeeld voor mishandeling en heeft dat niet gemeld bij indiensttreding."),
            ("ethnicity", "is van Marokkaanse afkomst en krijgt daar dagelijks opmerkingen over."),
        )
    )
    blocks: list[str | Heading | Grid] = [
        Heading(s.pick("Gespreksverslag vertrouwenspersoon", "Aantekeningen gesprek", "Verslag")),
        f"Gesprek met {s.name(person)} op {s.written(s.day)}, {s.organisation()}.",
        f"{person.first} {s.ink(kind, text)}",
        "Afgesproken: geen formele stap, over twee weken bellen.",
    ]
    return s.prose(s.pick("verslag", "gesprek", "aantekeningen VP"), blocks)
