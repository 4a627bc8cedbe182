"""Citizens: support, benefits, debts, tenants, pupils, permits."""

# ruff: noqa: E501  # the text of a document reads best in one piece
from __future__ import annotations

from dataclasses import replace
from xml.sax.saxutils import escape

from benchmarks.detection.corpus import fields, numbers
from benchmarks.detection.corpus.blocks import Cell, Grid, Heading, Sheet
from benchmarks.detection.corpus.fields import table
from benchmarks.detection.corpus.formats.archives import sqlite_of
from benchmarks.detection.corpus.scene import Scene, euros
from benchmarks.detection.corpus.template import Paper, template


@template("client-data", "decision on support for a citizen")
def support_decision(s: Scene) -> Paper:
    s.at_branch("municipality")
    person = s.person()
    blocks: list[str | Heading | Grid] = [
        f"{s.organisation()}\nAfdeling Sociaal Domein",
        f"Aan\n{s.name(person, 'titled')}\n{s.address(person, chr(10))}",
        f"Datum: {s.written(s.day)}\nOns kenmerk: Z{s.rng.randint(10_000, 99_999)}/D{s.rng.randint(100_000, 999_999)}\nBSN: {s.bsn(person)}",
        Heading("Beschikking " + s.pick("Wmo 2015", "huishoudelijke ondersteuning", "individuele begeleiding"), 2),
        f"Geachte {s.name(person, 'titled')},",
        s.ink(
            "health",
            f"U vroeg om hulp omdat u door {s.pick('uw reuma', 'de gevolgen van een beroerte', 'een chronische longziekte', 'uw visuele beperking')} niet meer zelf het huishouden kunt doen. Wij kennen u {s.rng.randint(2, 6)} uur per week toe.",
        ),
        "Bent u het niet eens met dit besluit? Dan kunt u binnen zes weken bezwaar maken.",
        f"Met vriendelijke groet,\n{s.name(s.contact())}\nconsulent",
    ]
    return s.prose(s.pick("beschikking", "besluit Wmo", f"brief_{s.rng.randint(1000, 9999)}"), blocks)


@template("client-data", "list of people on benefits")
def benefits(s: Scene) -> Paper:
    s.at_branch("municipality")
    rows = fields.varied(
        s,
        s.people(10, 90),
        (s.pick("Cliëntnr", "Clientnr", "Subjectnr"), fields.number(s, 10_000, 99_999)),
        ("Naam", fields.name(s, "listed")),
        ("BSN", fields.bsn(s)),
        ("Adres", fields.street(s)),
        ("PC", fields.postcode(s)),
        (s.pick("Regeling", "Uitkering"), fields.constant("PW", "IOAW", "BBZ")),
        ("Norm", fields.drawn(s, "alleenstaand", "gehuwd", "kostendeler")),
        ("Traject", fields.drawn(s, "re-integratie", "ontheffing", "vrijwilligerswerk")),
    )
    return s.workbook(
        s.pick("bestand PW", "uitkeringsgerechtigden", "GWS4all export"), [Sheet(name="Bestand", rows=rows)]
    )


@template("client-data", "debts of tenants")
def arrears(s: Scene) -> Paper:
    s.at_branch("housing", "municipality")
    rows = fields.varied(
        s,
        s.people(8, 70),
        ("Huurder", fields.name(s, s.pick("listed", "titled"))),
        ("Complexnr", fields.number(s, 100, 999)),
        (s.pick("Adres woning", "Verhuurde eenheid"), fields.street(s)),
        ("Postcode", fields.postcode(s)),
        ("Telefoon", fields.phone(s)),
        ("Achterstand", fields.amount(s, 200, 6_000)),
        ("Maanden", fields.number(s, 1, 9)),
        ("Status", fields.drawn(s, "deurwaarder", "betalingsregeling", "vonnis", "aanmaning")),
    )
    return s.workbook(
        s.pick("huurachterstanden", "debiteurenlijst huurders", "incasso oktober"),
        [Sheet(name="Achterstand", rows=rows)],
    )


@template("client-data", "complaint of a citizen")
def complaint(s: Scene) -> Paper:
    person = s.person()
    blocks: list[str | Heading | Grid] = [
        f"{s.name(person)}\n{s.address(person, chr(10))}\n{s.private_mail(person)}",
        f"Aan de klachtenfunctionaris van {s.organisation()}",
        f"{person.town}, {s.written(s.day)}",
        "Betreft: klacht",
        "Geachte heer, mevrouw,",
        "Op maandag was ik bij u aan de balie voor mijn aanvraag. Ik heb anderhalf uur gewacht en werd daarna onheus bejegend door een medewerker. Ik vind dat niet kunnen.",
        s.ink("health", "Vanwege mijn hartaandoening kan ik niet lang staan en dat heb ik bij binnenkomst gezegd."),
        f"U kunt mij bellen op {s.phone(person.phone)}.",
        f"Hoogachtend,\n{person.full}",
    ]
    return s.prose(s.pick("klacht", "klachtbrief", "ingekomen stuk 204", "scan-ocr klacht"), blocks)


@template("client-data", "extract of the population register", hard=None)
def population(s: Scene) -> Paper:
    s.at_branch("municipality")
    rows = table(
        s.people(15, 150),
        ("010110", fields.number(s, 1_000_000_000, 9_999_999_999)),
        ("010120", fields.bsn(s, "plain")),
        ("010210", fields.name(s, "first")),
        ("010230", fields.particle(s)),
        ("010240", fields.name(s, "surname")),
        ("010310", fields.born(s, "compact")),
        ("081110", fields.street_name(s)),
        ("081120", fields.house(s)),
        ("081160", fields.postcode(s)),
    )
    s.hard = "headers are numbers of the population register"
    return s.workbook(
        s.pick("BRP selectie", "GBA-V uitvraag", "selectie_1204"),
        [Sheet(name="Selectie", rows=rows)],
        ("xlsx", "csv", "tsv"),
    )


@template("client-data", "database of a registration desk")
def desk_database(s: Scene) -> Paper:
    people = s.people(10, 80)
    persons = table(
        people,
        ("id", fields.staff_number(s)),
        ("naam", fields.name(s)),
        ("bsn", fields.bsn(s, "plain")),
        ("geboortedatum", fields.born(s, "iso")),
        ("email", fields.private_mail(s)),
        ("telefoon", fields.phone(s)),
    )
    s.kinds.discard("employee_number")
    visits: list[list[Cell]] = [["id", "persoon_id", "datum", "product"]]
    visits += [
        [n, int(person.staff_number), s.day_near().isoformat(), s.pick("paspoort", "rijbewijs", "uittreksel")]
        for n, person in enumerate(people)
    ]
    return s.paper(
        s.pick("balie.db", "afspraken.sqlite", "klantregistratie.db"),
        sqlite_of({"persoon": persons, "afspraak": visits}),
    )


@template("client-data", "pupils with their guardians")
def pupils(s: Scene) -> Paper:
    s.at_branch("school")
    children = [
        replace(person, born=person.born.replace(year=2008 + person.born.year % 6, day=1))
        for person in s.people(10, 60)
    ]
    s.met = children
    rows = fields.varied(
        s,
        children,
        ("Leerling", fields.name(s)),
        ("Klas", fields.drawn(s, "1A", "2B", "3H", "4V")),
        (s.pick("Geb. datum", "Geboren"), fields.born(s)),
        (s.pick("PGN", "BSN/onderwijsnr"), fields.bsn(s)),
        ("Adres", fields.address(s)),
        ("Tel. ouder", fields.phone(s)),
        ("Zorg", fields.drawn(s, "dyslexie", "", "autisme (ASS)", "epilepsie", kind="health")),
    )
    return s.workbook(
        s.pick("leerlingenlijst", "Magister export", "klassenlijst zorg"), [Sheet(name="Leerlingen", rows=rows)]
    )


@template("client-data", "copy of an identity document as text", hard="machine-readable zone")
def id_copy(s: Scene) -> Paper:
    person = s.person()
    number = s.ink("id_document", numbers.document_number(s.rng))
    surname = people_name(person.last)
    first = people_name(person.first)
    born, until = f"{person.born:%y%m%d}", f"{s.rng.randint(27, 35)}0{s.rng.randint(1, 9)}1{s.rng.randint(0, 9)}"
    sex = "F" if person.is_woman else "M"
    personal = person.bsn + "<" * 5
    s.kinds |= {"name", "date_of_birth", "bsn"}
    head = f"P<NLD{surname}<<{first}".ljust(44, "<")[:44]
    checked = f"{number}{numbers.check_digit(number)}NLD{born}{numbers.check_digit(born)}{sex}{until}{numbers.check_digit(until)}{personal}{numbers.check_digit(personal)}"
    tail = checked + numbers.check_digit(checked[:10] + checked[13:20] + checked[21:43])
    blocks: list[str | Heading | Grid] = [
        "KONINKRIJK DER NEDERLANDEN\nPASPOORT / PASSPORT",
        f"Naam / Surname\n{person.last}\nVoornamen / Given names\n{person.first}\nGeboortedatum / Date of birth\n{person.born:%d} {_SHORT[person.born.month - 1]} {person.born.year}\n"
        f"Documentnummer / Document no.\n{number}\nPersoonsnummer / Personal no.\n{person.bsn}",
        f"{head}\n{tail}",
    ]
    return s.prose(s.pick("kopie paspoort", "ID", "legitimatie", "scan0004"), blocks, ("txt", "pdf", "docx"))


_SHORT = ("JAN", "FEB", "MRT", "APR", "MEI", "JUN", "JUL", "AUG", "SEP", "OKT", "NOV", "DEC")


def people_name(text: str) -> str:
    from benchmarks.detection.corpus.people import ascii_of

    return "<".join(ascii_of(part).upper() for part in text.replace("-", " ").split())


@template("client-data", "payments to citizens as a bank order", hard=None)
def payments(s: Scene) -> Paper:
    s.at_branch("municipality", "housing")
    s.kinds |= {"name", "iban", "address"}
    orders = "".join(
        f'<CdtTrfTxInf><PmtId><EndToEndId>UITK{s.rng.randint(10_000, 99_999)}</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">{s.rng.randint(10_000, 140_000) / 100:.2f}</InstdAmt></Amt>'
        f"<Cdtr><Nm>{person.formal}</Nm><PstlAdr><Ctry>NL</Ctry><AdrLine>{person.street_line}</AdrLine><AdrLine>{person.town_line}</AdrLine></PstlAdr></Cdtr>"
        f"<CdtrAcct><Id><IBAN>{person.iban}</IBAN></Id></CdtrAcct><RmtInf><Ustrd>Bijstand september</Ustrd></RmtInf></CdtTrfTxInf>\n"
        for person in s.people(5, 50)
    )
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"><CstmrCdtTrfInitn><PmtInf><Dbtr><Nm>{escape(s.organisation())}</Nm></Dbtr>\n'
    return s.paper(
        s.pick("SEPA_uitkeringen.xml", "pain001.xml", "betaalbatch_09.xml"),
        f"{head}{orders}</PmtInf></CstmrCdtTrfInitn></Document>\n".encode(),
    )


@template("client-data", "integrity screening with convictions", hard=None)
def convictions(s: Scene) -> Paper:
    rows = fields.varied(
        s,
        s.people(5, 25),
        ("Betrokkene", fields.name(s)),
        ("Geboren", fields.born(s)),
        (
            s.pick("Strafblad", "Justitiële gegevens", "Antecedenten"),
            fields.drawn(
                s,
                "veroordeeld wegens diefstal (2019)",
                "geen",
                "taakstraf mishandeling 2021",
                "rijden onder invloed, 2022",
                kind="criminal",
            ),
        ),
        (s.pick("VOG", "Uitkomst"), fields.drawn(s, "geweigerd", "verleend", "in onderzoek")),
    )
    return s.workbook(s.pick("screening", "Bibob toets", "VOG overzicht"), [Sheet(name="Screening", rows=rows)])


@template("client-data", "dossier with a budget of a household in debt", hard=None)
def debt_file(s: Scene) -> Paper:
    s.at_branch("municipality")
    person = s.person()
    creditors: list[list[Cell]] = [["Schuldeiser", "Bedrag", "Dossier"]]
    creditors += [
        [
            s.pick("energiebedrijf", "zorgverzekeraar", "belastingdienst", "webwinkel", "telefoonprovider"),
            euros(s.rng.randint(10_000, 900_000)),
            s.rng.randint(100_000, 999_999),
        ]
        for _ in range(s.rng.randint(3, 8))
    ]
    blocks: list[str | Heading | Grid] = [
        Heading(s.pick("Intake schuldhulpverlening", "Stabilisatieovereenkomst", "Schuldregeling")),
        f"Cliënt: {s.name(person)}, geb. {s.born(person)}, {s.address(person)}. BSN {s.bsn(person)}. Rekening {s.iban(person.iban)}.",
        Grid(creditors),
        f"Inkomen: {s.salary(person.salary_cents)} bruto per maand. Betrokkene is "
        + s.pick("sinds kort gescheiden.", "haar baan kwijtgeraakt.", "verhuisd naar een kleinere woning."),
        f"Consulent: {s.name(s.contact())}, {s.organisation()}",
    ]
    return s.prose(s.pick("intake SHV", "schuldregeling", "dossierstuk"), blocks)
