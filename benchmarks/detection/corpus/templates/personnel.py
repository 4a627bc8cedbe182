# ruff: noqa: E501  # the text of a document reads best in one piece
"""Personnel of clients in other papers than extracts: applicants, chats, surveys, minutes, pay slips of others."""

from __future__ import annotations

from benchmarks.detection.corpus import fields
from benchmarks.detection.corpus.blocks import Block, Grid, Heading, Sheet
from benchmarks.detection.corpus.scene import LETTER, Scene, euros
from benchmarks.detection.corpus.template import Paper, template


@template("client-data", "pay slip of somebody else", hard="a pay slip, but not the consultant's")
def other_payslip(s: Scene) -> Paper:
    person = s.person()
    blocks: list[Block] = [
        Heading(s.pick("Salarisspecificatie", "Loonstrook", "Uitkeringsspecificatie")),
        f"{s.organisation()}\nPeriode {s.day.month}/{s.day.year}",
        Grid(
            [
                ["Medewerker", s.name(person)],
                ["Pers.nr.", s.staff_number(person)],
                ["BSN", s.bsn(person)],
                ["Geboortedatum", s.born(person)],
                ["Schaal / trede", f"{s.rng.randint(4, 12)} / {s.rng.randint(1, 11)}"],
            ]
        ),
        Grid(
            [
                ["Bruto salaris", s.salary(person.salary_cents)],
                ["Loonheffing", f"-{euros(person.salary_cents // 4)}"],
                ["ABP premie", f"-{euros(person.salary_cents // 14)}"],
                ["Netto", euros(person.salary_cents * 2 // 3)],
            ]
        ),
        f"Uitbetaald op {s.iban(person.iban)} t.n.v. {person.formal}",
    ]
    return s.prose(s.pick("loonstrook", "specificatie", f"strook {person.surname}"), blocks, LETTER)


@template(
    "client-data", "letter of application with curriculum vitae", hard="a curriculum vitae, but not the consultant's"
)
def application(s: Scene) -> Paper:
    person = s.person()
    blocks: list[Block] = [
        Heading(s.pick("Curriculum vitae", "CV", "Sollicitatie")),
        f"{s.name(person)}\n{s.address(person, chr(10))}\n{s.phone(person.phone)}\n{s.private_mail(person)}\nGeboren op {s.born(person)}",
        Heading("Ervaring", 2),
        f"2019 - nu  {person.function} bij een woningcorporatie\n2014 - 2019  medewerker klantcontact\n2011 - 2014  stagiair",
        Heading("Opleiding", 2),
        "HBO Bestuurskunde, 2010\nHavo, 2005",
        f"Hierbij solliciteer ik naar de functie van {person.function} bij {s.organisation()}.",
    ]
    return s.prose(s.pick("sollicitatie", f"CV {person.surname}", "cv_kandidaat3"), blocks, LETTER)


@template("client-data", "list of applicants with remarks")
def applicants(s: Scene) -> Paper:
    rows = fields.varied(
        s,
        s.people(5, 25),
        ("Kandidaat", fields.name(s)),
        ("Geboortejaar", lambda person: person.born.year),
        ("Mobiel", fields.phone(s)),
        ("E-mail", fields.private_mail(s)),
        ("Salariswens", lambda person: f"€ {euros(person.salary_cents)}"),
        (
            "Opmerking commissie",
            fields.drawn(s, "zwak gesprek", "sterk op inhoud", "twijfel over motivatie", "afgewezen"),
        ),
    )
    s.kinds.add("salary")
    return s.workbook(s.pick("kandidaten", "longlist vacature", "sollicitanten"), [Sheet(name="Kandidaten", rows=rows)])


@template("client-data", "chat of a team about a sick colleague")
def chat(s: Scene) -> Paper:
    people, absent = s.people(2, 4), s.person()
    s.kinds |= {"name", "health"}
    texts = (
        f"Weet iemand hoe het met {absent.full} gaat?",
        f"{absent.first} is gisteren geopereerd aan haar hart, ligt nog op de IC",
        "O jee. Hoe lang gaat dat duren?",
        "Zeker drie maanden uit de roulatie volgens haar man. En daarna revalidatie.",
    )
    lines = [
        f"[{s.day:%d-%m-%Y} {9 + number:02d}:{s.rng.randint(0, 59):02d}] {s.rng.choice(people).full}: {text}"
        for number, text in enumerate(texts)
    ]
    return s.paper(s.pick("chat team.txt", "WhatsApp-chat met Team.txt", "teams_export.txt"), "\n".join(lines).encode())


@template("client-data", "open answers of a survey with names", hard="health in free text of a table")
def survey(s: Scene) -> Paper:
    answers = (
        "Sinds mijn chemokuur kan ik niet meer fulltime werken en niemand houdt daar rekening mee.",
        "Mijn leidinggevende luistert niet.",
        "Door mijn depressie heb ik een halfjaar thuis gezeten, de begeleiding was goed.",
        "Prima sfeer, te veel overleg.",
        "Ik heb suikerziekte en moet vaste pauzes kunnen nemen.",
        "De roosters zijn te laat bekend.",
    )
    rows = fields.varied(
        s,
        s.people(8, 40),
        ("Ingevuld door", fields.name(s)),
        ("E-mailadres", fields.work_mail(s)),
        ("Team", fields.department(s)),
        ("Rapportcijfer", fields.number(s, 3, 10)),
        ("Wat wilt u nog kwijt?", fields.constant(*answers)),
    )
    s.kinds.add("health")
    return s.workbook(s.pick("enquête resultaten", "MTO ruw", "Forms responses"), [Sheet(name="Form1", rows=rows)])


@template("client-data", "minutes about the illness of employees", hard="looks like minutes of a project")
def case_minutes(s: Scene) -> Paper:
    one, other = s.person(), s.person()
    blocks: list[Block] = [
        Heading(s.pick("Verslag Sociaal Medisch Overleg", "Notulen SMO", "Actielijst verzuimoverleg")),
        f"Datum {s.written(s.day)}. Aanwezig: bedrijfsarts, {s.name(s.contact())} (HR), leidinggevenden. {s.organisation()}",
        s.ink(
            "health",
            f"{s.name(one)} ({s.born(one)}): drie weken afwezig met een longontsteking. Opbouw vanaf maandag voor vier uur per dag.",
        ),
        f"{s.name(other)} ({s.born(other)}): frequent verzuim, vermoedelijk een alcoholprobleem. Leidinggevende voert gesprek en biedt traject verslavingszorg aan.",
        "Volgend overleg over zes weken.",
    ]
    return s.prose(s.pick("verslag SMO", "notulen overleg", "verslag"), blocks)


@template(
    "client-data",
    "progress report with a paragraph about one employee",
    hard="a progress report that tells somebody's illness",
)
def leaking_report(s: Scene) -> Paper:
    person = s.person()
    blocks: list[Block] = [
        Heading(s.pick("Voortgangsrapportage", "Projectrapportage") + " implementatie HR-systeem"),
        f"Opdrachtgever {s.organisation()}. Periode: {s.pick('oktober', 'mei')}.",
        "De inrichting is voor tachtig procent gereed. De testomgeving staat klaar.",
        s.ink(
            "health",
            f"Knelpunt: {s.name(person)} (geboren {s.born(person)}, BSN {s.bsn(person)}) is uitgevallen met een zware depressie en keert volgens de bedrijfsarts voor de zomer niet terug.",
        ),
        "Planning: de acceptatietest start over drie weken.",
    ]
    return s.prose(s.pick("voortgangsrapportage", "VGR", "maandrapport"), blocks)
