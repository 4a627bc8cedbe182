# ruff: noqa: E501  # the text of a document reads best in one piece
"""Personnel of clients in parts beside the text and in other formats: fields, notes, comments, calendars, cards."""

from __future__ import annotations

from datetime import timedelta

from benchmarks.detection.corpus import fields, numbers
from benchmarks.detection.corpus.blocks import Block, Cell, Grid, Heading, Sheet, Slide
from benchmarks.detection.corpus.fields import table
from benchmarks.detection.corpus.formats import plain
from benchmarks.detection.corpus.formats.portable_parts import pdf_with_parts
from benchmarks.detection.corpus.scene import LETTER, SHEETS, Scene, euros
from benchmarks.detection.corpus.template import Paper, template


@template("client-data", "filled-in form of a new employee as fields of a PDF", hard="values stand in fields of a form")
def filled_pdf_form(s: Scene) -> Paper:
    person = s.person()
    filled = [
        ("Naam", s.name(person)),
        ("BSN", s.bsn(person)),
        ("Geboortedatum", s.born(person)),
        ("Adres", s.address(person)),
        ("IBAN", s.iban(person.iban)),
        ("Telefoon", s.phone(person.phone)),
    ]
    content = pdf_with_parts(["Indiensttredingsformulier", s.organisation()], fields=filled)
    return s.paper(
        s.pick("formulier.pdf", "indiensttreding.pdf", f"formulier {person.surname}.pdf"), content, hidden=True
    )


@template("client-data", "remarks with persons in notes of a PDF", hard="values stand in annotations of a PDF")
def annotated_pdf(s: Scene) -> Paper:
    person = s.person()
    note = s.ink(
        "health",
        f"{s.name(person)}, geb. {s.born(person)}, BSN {s.bsn(person)}: ligt sinds mei in scheiding en slikt antidepressiva",
    )
    content = pdf_with_parts(
        ["Concept personeelsplan", "Toelichting op de formatie per team.", "Zie opmerkingen in de kantlijn."],
        notes=[note],
    )
    return s.paper(s.pick("concept.pdf", "personeelsplan.pdf", "review.pdf"), content, hidden=True)


@template("client-data", "attached extract in a PDF", hard="values stand in an attachment of a PDF")
def pdf_attachment(s: Scene) -> Paper:
    rows = table(
        s.people(8, 40),
        ("naam", fields.name(s)),
        ("bsn", fields.bsn(s, "plain")),
        ("geboortedatum", fields.born(s, "iso")),
        ("salaris", fields.salary(s, "point")),
    )
    content = pdf_with_parts(
        ["Rapportage bezetting", "De brongegevens zijn als bijlage bijgevoegd."],
        attachments={"bron.csv": plain.delimited(rows)},
    )
    return s.paper(s.pick("rapportage.pdf", "bezetting.pdf"), content, hidden=True)


@template("client-data", "persons in the comments of cells", hard="values stand in comments of cells")
def cell_comments(s: Scene) -> Paper:
    people = s.people(4, 10)
    rows: list[list[Cell]] = [
        ["Plek", "Fte", "Status"],
    ]
    rows += [
        [f"F{number:03d}", s.rng.choice((1.0, 0.8, 0.6)), s.pick("bezet", "vacant", "boventallig")]
        for number, _ in enumerate(people)
    ]
    notes = {
        f"C{number}": s.ink(
            "health",
            f"{s.name(person)}, {s.born(person)}, BSN {s.bsn(person)}: {s.pick('zit in de WIA', 'is zwanger', 'heeft een burn-out')}",
        )
        for number, person in enumerate(people, start=2)
    }
    return s.workbook(
        s.pick("formatieplaatsen", "plaatsingsplan", "was-wordt lijst"),
        [Sheet(name="Plan", rows=rows, comments=notes)],
        ("xlsx", "xlsx", "xlsm"),
        hidden=True,
    )


@template("client-data", "appointments with the company doctor as a calendar")
def doctor_calendar(s: Scene) -> Paper:
    s.kinds |= {"name", "health"}
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{s.rng.getrandbits(64):x}\r\nDTSTART:{s.day + timedelta(days=number):%Y%m%d}T{9 + number % 7:02d}0000\r\n"
        f"SUMMARY:Spreekuur bedrijfsarts {person.full}\r\nDESCRIPTION:{s.pick('Hervatten na burn-out', 'Probleemanalyse, nekhernia', 'Zwangerschapsklachten, werk aanpassen')}\r\nEND:VEVENT\r\n"
        for number, person in enumerate(s.people(3, 12))
    )
    return s.paper(
        s.pick("spreekuur.ics", "agenda bedrijfsarts.ics"),
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//agenda\r\n{events}END:VCALENDAR\r\n".encode(),
    )


@template("client-data", "private addresses of employees as cards")
def private_cards(s: Scene) -> Paper:
    s.kinds |= {"name", "address", "phone", "date_of_birth", "email"}
    cards = "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{person.surname};{person.first};{person.particle};;\r\nFN:{person.full}\r\nTEL;TYPE=CELL:{numbers.phone_notation(s.rng, person.phone)}\r\n"
        f"ADR;TYPE=HOME:;;{person.street_line};{person.town};;{person.postcode};Nederland\r\nBDAY:{person.born.isoformat()}\r\nEMAIL;TYPE=HOME:{person.private_mail}\r\nEND:VCARD\r\n"
        for person in s.people(5, 40)
    )
    return s.paper(s.pick("contacten.vcf", "medewerkers.vcf", "export.vcf"), cards.encode())


@template("client-data", "who gets a raise", hard="salaries in an ordinary mail")
def raise_mail(s: Scene) -> Paper:
    boss, hr = s.contact(), s.contact()
    people = s.people(3, 6)
    lines = "\n".join(
        f"- {s.name(person)}: van {s.salary(person.salary_cents)} naar {euros(person.salary_cents * 104 // 100)} bruto p/m"
        for person in people
    )
    body = f"Dag {hr.first},\n\nDit zijn de verhogingen per 1 januari:\n\n{lines}\n\nWil je dit vertrouwelijk behandelen?\n\nGroet,\n{boss.first}\n"
    mail = s.letter_mail(
        sender=boss,
        sender_mail=s.work_mail(boss),
        to=hr,
        to_mail=s.work_mail(hr),
        subject=s.pick("verhogingen", "periodieken", "FW: lijstje"),
        body=body,
        html="<html><body>" + body.replace("\n", "<br>") + "</body></html>" if s.chance(0.4) else "",
    )
    return s.mail(s.pick("verhogingen", "RE lijstje", "mail"), mail)


@template("client-data", "who is who with birthdays and home addresses", hard="a contact list with private data")
def private_list(s: Scene) -> Paper:
    rows = fields.varied(
        s,
        s.people(8, 50),
        (s.pick("Naam", "Collega"), fields.name(s, s.pick("full", "listed"))),
        ("Verjaardag", fields.born(s, s.pick("dutch", "date"))),
        ("Huisadres", fields.address(s)),
        ("Mobiel privé", fields.phone(s)),
        ("Partner", lambda person: s.pick("Anja", "Peter", "Kim", "-", "Johan")),
    )
    return s.workbook(s.pick("smoelenboek", "adressenlijst team", "wie woont waar"), [Sheet(name="Lijst", rows=rows)])


@template("client-data", "table of a slide with names and pay", hard="a table in a presentation")
def pay_slides(s: Scene) -> Paper:
    people = s.people(4, 9)
    grid = table(
        people,
        ("Naam", fields.name(s)),
        ("Functie", fields.function(s)),
        ("Geb.", fields.born(s, "dutch")),
        ("Bruto", fields.salary(s, "dutch")),
    )
    slides = [
        Slide(title=f"Reorganisatie {s.organisation()}", lines=["Alleen voor MT"]),
        Slide(title="Boventallige medewerkers", lines=["Gesprekken in week 14"], grid=grid),
        Slide(title="Tijdpad", lines=["Advies OR", "Plaatsing"]),
    ]
    return s.slides(s.pick("MT presentatie", "reorganisatie", "plaatsing"), slides, ("pptx", "pptx", "odp"))


@template("client-data", "report of an accident at work")
def accident(s: Scene) -> Paper:
    person = s.person()
    blocks: list[Block] = [
        Heading(s.pick("Ongevalsrapport", "Melding arbeidsongeval", "Incidentformulier")),
        Grid(
            [
                ["Betrokkene", s.name(person)],
                ["Geboortedatum", s.born(person)],
                ["Adres", s.address(person)],
                ["Datum ongeval", s.written(s.day)],
                ["Werkgever", s.organisation()],
            ]
        ),
        s.ink(
            "health",
            f"Tijdens het lossen viel een pallet op de voet van {s.name(person, 'titled')}. Er is sprake van twee gebroken middenvoetsbeentjes. Betrokkene is per ambulance naar het ziekenhuis gebracht en is acht weken arbeidsongeschikt.",
        ),
        f"Getuige: {s.name(s.person())}. Melder: {s.name(s.contact())}.",
    ]
    return s.prose(s.pick("ongevalsrapport", "melding", "incident"), blocks)


@template("client-data", "one row a line without any header", hard="no header at all")
def headless(s: Scene) -> Paper:
    people = s.people(12, 120)
    rows = table(
        people,
        ("", fields.staff_number(s, padded=True)),
        ("", fields.name(s, "surname")),
        ("", fields.name(s, "first")),
        ("", fields.born(s, "compact")),
        ("", fields.bsn(s, "plain")),
        ("", fields.iban(s)),
        header=False,
    )
    s.kinds.discard("employee_number")  # nothing says that they are
    return s.workbook(
        s.pick("interface_out", "IF_HR_0012", "batch"), [Sheet(name="Blad1", rows=rows)], ("csv", "txt", "csv", "xlsx")
    )


@template("client-data", "codes that only a legend explains", hard="cryptic headers with a legend on another sheet")
def with_legend(s: Scene) -> Paper:
    people = s.people(12, 90)
    rows = table(
        people,
        ("V01", fields.number(s, 1, 999)),
        ("V02", fields.name(s, "listed")),
        ("V03", fields.born(s)),
        ("V04", fields.bsn(s)),
        ("V05", fields.salary(s)),
        ("V06", fields.iban(s)),
    )
    legend: list[list[Cell]] = [
        ["Veld", "Betekenis"],
        ["V01", "volgnummer"],
        ["V02", "naam"],
        ["V03", "geboortedatum"],
        ["V04", "burgerservicenummer"],
        ["V05", "bruto maandsalaris"],
        ["V06", "rekening"],
    ]
    return s.workbook(
        s.pick("levering", "extractie", "bestand_2"),
        [Sheet(name="data", rows=rows), Sheet(name="legenda", rows=legend)],
        SHEETS,
    )


@template("client-data", "large extract of hours and absence per day", hard="many rows, sickness as a code")
def hours_per_day(s: Scene) -> Paper:
    people = s.people(10, 30)
    s.kinds |= {"name", "employee_number", "health"}
    rows: list[list[Cell]] = [["Medewerker nr", "Naam", "Datum", "Uursoort", "Uren"]]
    for person in people:
        for number in range(20):
            kind = s.pick("gewerkt", "gewerkt", "gewerkt", "verlof", "ziek", "ziek (zwangerschap)")
            rows.append(
                [
                    int(person.staff_number),
                    person.full,
                    f"{s.day + timedelta(days=number):%d-%m-%Y}",
                    kind,
                    s.rng.choice((8, 4, 7.2)),
                ]
            )
    return s.workbook(
        s.pick("urenregistratie export", "TIM realisatie", "gewerkte uren"), [Sheet(name="Uren", rows=rows)]
    )


@template("client-data", "wage attachment against an employee")
def wage_attachment(s: Scene) -> Paper:
    person = s.person()
    blocks: list[Block] = [
        f"{s.pick('Gerechtsdeurwaarderskantoor De Hamer', 'Deurwaarders Van Loenen')}\nAan {s.organisation()}, salarisadministratie",
        f"Betreft: loonbeslag ten laste van {s.name(person, 'titled')}, geboren {s.born(person)}, {s.address(person)}, BSN {s.bsn(person)}",
        f"Op {s.written(s.day)} is beslag gelegd op het loon. De beslagvrije voet bedraagt € {euros(s.rng.randint(130_000, 190_000))} per maand. Het meerdere maakt u over op {s.iban(numbers.iban(s.rng))} onder vermelding van dossier {s.rng.randint(100_000, 999_999)}.",
    ]
    return s.prose(s.pick("loonbeslag", "beslag", "derdenbeslag brief"), blocks, LETTER)
