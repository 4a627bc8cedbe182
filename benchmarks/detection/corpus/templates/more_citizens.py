# ruff: noqa: E501  # the text of a document reads best in one piece
"""Further papers about citizens, tenants, patients and customers, in less common formats."""

from __future__ import annotations

from benchmarks.detection.corpus import fields, numbers
from benchmarks.detection.corpus.blocks import Block, Cell, Extras, Grid, Heading, Sheet
from benchmarks.detection.corpus.fields import table
from benchmarks.detection.corpus.formats import plain
from benchmarks.detection.corpus.formats.archives import archive
from benchmarks.detection.corpus.formats.outlook import Message, msg_of
from benchmarks.detection.corpus.formats.workbook import xlsx_of
from benchmarks.detection.corpus.scene import LETTER, Scene, euros
from benchmarks.detection.corpus.template import Paper, template


@template("client-data", "message of Outlook with an extract", hard="Outlook's own format")
def outlook_message(s: Scene) -> Paper:
    sender = s.contact()
    s.kinds |= {"name", "email"}
    rows = table(
        s.people(8, 40),
        ("Naam", fields.name(s)),
        ("BSN", fields.bsn(s)),
        ("Geb.datum", fields.born(s)),
        ("Adres", fields.address(s)),
    )
    book = xlsx_of([Sheet(name="Blad1", rows=rows)])
    to = (s.consultant.full, s.consultant.work_mail(s.owner.domains[0]))
    inner: bytes | Message = book
    name = s.pick("lijst.xlsx", "selectie.xlsx")
    is_nested = s.chance(0.4)
    if is_nested:
        inner = Message(
            sender=(sender.full, s.work_mail(sender)),
            to=to,
            subject="bestand",
            body="Hierbij.",
            attachments=[(name, book)],
        )
        name = "bestand"
    message = Message(
        sender=(sender.full, s.work_mail(sender)),
        to=to,
        subject=s.pick("bestand", "gevraagde lijst", "FW"),
        body=f"Hoi {s.consultant.first},\r\n\r\nHierbij de lijst.\r\n\r\n{sender.first}",
        attachments=[(name, inner)],
    )
    return s.paper(s.pick("bestand.msg", "FW lijst.msg", "gevraagde lijst.msg"), msg_of(message), hidden=True)


@template("client-data", "applications as lines of JSON")
def applications(s: Scene) -> Paper:
    s.kinds |= {"name", "bsn", "date_of_birth", "address", "email"}
    values = [
        {
            "zaaknummer": f"Z-{s.day.year}-{s.rng.randint(10_000, 99_999)}",
            "aanvrager": {
                "voornaam": person.first,
                "tussenvoegsel": person.particle or None,
                "achternaam": person.surname,
                "bsn": person.bsn,
                "geboortedatum": person.born.isoformat(),
            },
            "adres": {
                "straat": person.street,
                "huisnummer": person.house,
                "postcode": person.postcode,
                "woonplaats": person.town,
            },
            "contact": {"email": person.private_mail},
            "product": s.pick("bijzondere bijstand", "kwijtschelding", "parkeervergunning"),
        }
        for person in s.people(5, 60)
    ]
    suffix = s.pick("jsonl", "json", "jsonl.gz")
    content = plain.json_lines(values) if suffix != "json" else plain.json_of({"aanvragen": values})
    name = s.pick("aanvragen", "zaken", "export_zaaksysteem")
    return s.paper(f"{name}.{suffix}", archive("gz", {name: content}) if suffix == "jsonl.gz" else content)


@template("client-data", "log that holds persons", hard="a log, but with citizens in it")
def leaking_log(s: Scene) -> Paper:
    s.kinds |= {"name", "bsn", "date_of_birth"}
    lines = []
    for number, person in enumerate(s.people(15, 60)):
        stamp = f"{s.day.isoformat()} {number // 60 + 8:02d}:{number % 60:02d}:11,{s.rng.randint(100, 999)}"
        lines.append(
            f"{stamp} INFO  [http-{s.rng.randint(1, 9)}] nl.zaak.Request - GET /api/personen?bsn={person.bsn} 200 {s.rng.randint(10, 400)}ms"
        )
        lines.append(
            f"{stamp} DEBUG [http-{s.rng.randint(1, 9)}] nl.zaak.Antwoord - Persoon(naam={person.full}, geboortedatum={person.born:%d-%m-%Y}, bsn={person.bsn})"
        )
    return s.paper(s.pick("zaaksysteem.log", "api.log", "koppeling.txt"), "\n".join(lines).encode())


@template("client-data", "test script with persons from production", hard="code with real persons in it")
def leaking_code(s: Scene) -> Paper:
    s.kinds |= {"name", "bsn", "date_of_birth", "iban"}
    people = s.people(8, 20)
    lines = ["import pytest", "", "# overgenomen uit productie, klant wilde met echte gegevens testen", "PERSONEN = ["]
    lines += [
        f'    {{"naam": "{person.full}", "bsn": "{person.bsn}", "geboren": "{person.born:%d-%m-%Y}", "iban": "{person.iban}"}},'
        for person in people
    ]
    lines += [
        "]",
        "",
        '@pytest.mark.parametrize("persoon", PERSONEN)',
        "def test_aanvraag(persoon):",
        '    assert dien_in(persoon)["status"] == 201',
        "",
    ]
    return s.paper(s.pick("test_aanvraag.py", "testdata.py"), "\n".join(lines).encode())


@template("client-data", "objection of a citizen")
def objection(s: Scene) -> Paper:
    person = s.person()
    blocks: list[Block] = [
        f"{s.name(person, 'formal')}\n{s.address(person, chr(10))}",
        f"{s.organisation()}\nCommissie bezwaarschriften",
        f"Onderwerp: bezwaarschrift {s.pick('WOZ-waarde', 'afwijzing bijstand', 'boete inburgering')}\nBSN {s.bsn(person)}, geboren {s.born(person)}",
        "Geachte commissie,",
        f"Ik ben het niet eens met uw besluit van {s.written(s.day_near(40))}. U gaat ervan uit dat ik samenwoon, maar mijn broer slaapt alleen af en toe op de bank.",
        "Ik leef van 50 euro per week en heb hierdoor huurachterstand gekregen.",
        f"Met vriendelijke groet,\n{person.formal}\nTelefoon {s.phone(person.phone)}",
    ]
    return s.prose(s.pick("bezwaarschrift", "bezwaar", "ingekomen 18"), blocks, LETTER)


@template("client-data", "report of a neighbourhood team about a family", hard="crime and origin in sentences")
def neighbourhood(s: Scene) -> Paper:
    s.at_branch("municipality")
    person = s.person()
    kind, text = s.rng.choice(
        (
            ("criminal", f"{person.first} is twee keer veroordeeld voor winkeldiefstal en heeft een taakstraf gehad."),
            ("ethnicity", f"{person.first} is van Somalische afkomst en spreekt nauwelijks Nederlands."),
            ("religion", f"{person.first} gaat elke vrijdag naar de moskee en volgt daar koranles."),
        )
    )
    blocks: list[Block] = [
        Heading(s.pick("Verslag wijkteam", "Casusbespreking", "Zorgmelding")),
        f"Betreft het gezin van {s.name(person)}, {s.address(person)}, geboren {s.born(person)}.",
        s.ink(kind, text),
        "De buren melden geluidsoverlast in de nacht. De woningcorporatie dreigt met ontruiming.",
        f"Regie: {s.name(s.contact())} ({s.organisation()}).",
    ]
    return s.prose(s.pick("casus", "zorgmelding", "verslag wijkteam"), blocks)


@template("client-data", "customers with cards and orders")
def customers(s: Scene) -> Paper:
    s.at_branch("company")
    rows = fields.varied(
        s,
        s.people(10, 70),
        ("klant_id", fields.number(s, 10_000, 99_999)),
        ("naam", fields.name(s)),
        ("adres", fields.address(s)),
        ("email", fields.private_mail(s)),
        (s.pick("creditcard", "kaartnummer"), lambda _: numbers.grouped(numbers.card(s.rng), 4)),
        ("geldig_tot", fields.drawn(s, "03/28", "11/27", "07/29")),
        ("bedrag", fields.amount(s, 10, 900)),
    )
    s.kinds.add("credit_card")
    return s.workbook(s.pick("klanten", "webshop_orders", "betalingen"), [Sheet(name="klanten", rows=rows)])


@template("client-data", "deliveries to private addresses")
def deliveries(s: Scene) -> Paper:
    s.at_branch("company")
    rows = fields.varied(
        s,
        s.people(10, 80),
        ("Zending", lambda _: f"3S{s.rng.randint(10**9, 10**10 - 1)}"),
        ("Ontvanger", fields.name(s, s.pick("full", "formal"))),
        ("Straat", fields.street_name(s)),
        ("Nr", fields.house(s)),
        ("PC", fields.postcode(s)),
        ("Plaats", fields.town(s)),
        ("Tel", fields.phone(s)),
        ("Gewicht", fields.number(s, 1, 30)),
    )
    return s.workbook(s.pick("routelijst", "zendingen", "bezorglijst"), [Sheet(name="Route 1", rows=rows)])


@template("client-data", "tenants with allergies and aids", hard="health under an ordinary header")
def tenants(s: Scene) -> Paper:
    s.at_branch("housing", "care")
    rows = fields.varied(
        s,
        s.people(8, 40),
        ("Bewoner", fields.name(s, "titled")),
        ("App.", fields.number(s, 1, 240)),
        ("Geb.", fields.born(s)),
        (
            "Bijzonderheden",
            fields.drawn(
                s, "rolstoel", "slechtziend", "dementerend, loopt weg", "", "epilepsie", "geen", kind="health"
            ),
        ),
        ("Bellen bij nood", fields.phone(s)),
    )
    return s.workbook(s.pick("ontruimingslijst", "bewonerslijst", "BHV overzicht"), [Sheet(name="Bewoners", rows=rows)])


@template("client-data", "delivery of a processor as an archive of archives", hard="an archive in an archive")
def nested_archive(s: Scene) -> Paper:
    rows = table(
        s.people(10, 60),
        ("REGNR", fields.staff_number(s)),
        ("NAAM", fields.name(s, "listed")),
        ("BSN", fields.bsn(s, "plain")),
        ("GEBDAT", fields.born(s, "compact")),
        ("IBAN", fields.iban(s)),
    )
    inner_suffix, outer_suffix = s.pick("zip", "tgz", "7z"), s.pick("zip", "tar", "tgz", "7z")
    inner = archive(
        inner_suffix,
        {
            "leesmij.txt": b"Levering conform afspraak.\r\n",
            f"data/{s.pick('mut', 'stam')}.csv": plain.delimited(rows, encoding="cp1252"),
        },
    )
    content = archive(outer_suffix, {f"levering.{inner_suffix}": inner, "begeleidend.txt": b"Zie bijlage\r\n"})
    return s.paper(f"{s.pick('levering_2026', 'pakket', 'overdracht')}.{outer_suffix}", content, hidden=True)


@template("client-data", "dump of a database, compressed")
def packed_dump(s: Scene) -> Paper:
    rows = table(
        s.people(15, 120),
        ("client_id", fields.number(s, 1, 99_999)),
        ("naam", fields.name(s)),
        ("bsn", fields.bsn(s, "plain")),
        ("geboortedatum", fields.born(s, "iso")),
        ("adres", fields.address(s)),
    )
    suffix = s.pick("gz", "bz2", "xz")
    content = plain.sql_of(
        rows, table=s.pick("client", "inwoner", "deelnemer"), dialect=s.pick("postgres", "mysql", "copy")
    )
    return s.paper(f"{s.pick('dump.sql', 'backup.sql')}.{suffix}", archive(suffix, {"dump.sql": content}))


@template("client-data", "web page of a case file", hard="a saved web page")
def saved_page(s: Scene) -> Paper:
    person = s.person()
    blocks: list[Block] = [
        Heading(f"Zaak {s.rng.randint(100_000, 999_999)} - {s.pick('Dossier', 'Klantbeeld', 'Persoon')}"),
        Grid(
            [
                ["Veld", "Waarde"],
                ["Naam", s.name(person)],
                ["BSN", s.bsn(person)],
                ["Geboortedatum", s.born(person)],
                ["Adres", s.address(person)],
                ["Telefoon", s.phone(person.phone)],
            ]
        ),
        s.ink(
            "health",
            f"Notitie: cliënt is {s.pick('licht verstandelijk beperkt', 'na een herseninfarct halfzijdig verlamd', 'psychotisch geweest en opgenomen')}.",
        ),
        "Afdrukken | Sluiten",
    ]
    content = plain.html_of(blocks, title=s.organisation())
    return s.paper(s.pick("klantbeeld.html", "zaak.htm", "pagina.html"), content)


@template("client-data", "mail with a table of persons in its body", hard="the table stands in the mail itself")
def table_mail(s: Scene) -> Paper:
    sender, to = s.contact(), s.consultant
    rows = table(
        s.people(4, 12),
        ("Naam", fields.name(s)),
        ("Geb.datum", fields.born(s, "dutch")),
        ("BSN", fields.bsn(s, "plain")),
        ("Adres", fields.address(s)),
    )
    html = plain.html_of([f"Dag {to.first},", "Dit zijn ze:", Grid(rows), sender.first]).decode()
    text = "\n".join("\t".join(str(cell) for cell in row) for row in rows)
    mail = s.letter_mail(
        sender=sender,
        sender_mail=s.work_mail(sender),
        to=to,
        to_mail=s.firm_mail(to),
        subject=s.pick("lijstje", "gegevens", "RE: vraag"),
        body=f"Dag {to.first},\n\n{text}\n\n{sender.first}\n",
        html=html,
    )
    return s.mail(s.pick("lijstje", "gegevens", "RE vraag"), mail)


@template("client-data", "half of a case file deleted but tracked", hard="tracked deletion of everything that matters")
def tracked(s: Scene) -> Paper:
    person = s.person()
    gone = s.ink(
        "health",
        f"Mevrouw is bekend met borderline en een suïcidepoging in 2023. {s.name(person)}, geboren {s.born(person)}, {s.address(person)}.",
    )
    blocks: list[Block] = [
        Heading(s.pick("Advies indicatie", "Onderzoeksverslag")),
        "Cliënt is gesproken aan de keukentafel.",
        "Het advies is positief.",
        "De ondersteuning gaat in op de eerste van de maand.",
    ]
    return s.prose(
        s.pick("advies", "onderzoeksverslag", "concept"),
        blocks,
        ("docx", "docm"),
        extras=Extras(deleted=gone),
        hidden=True,
    )


@template("client-data", "tax assessments of citizens", hard="amounts and numbers, names abbreviated")
def assessments(s: Scene) -> Paper:
    s.at_branch("municipality")
    rows: list[list[Cell]] = [["Subject", "BSN/RSIN", "Naam", "Object", "WOZ-waarde", "Aanslag"]]
    s.kinds |= {"name", "bsn", "address"}
    rows += [
        [
            s.rng.randint(10_000, 99_999),
            person.bsn,
            person.listed.upper(),
            f"{person.street_line} {person.postcode}",
            s.rng.randint(180, 900) * 1000,
            euros(s.rng.randint(20_000, 90_000)),
        ]
        for person in s.people(10, 80)
    ]
    return s.workbook(s.pick("aanslagen OZB", "kohier", "heffing"), [Sheet(name="Kohier", rows=rows)])
