# ruff: noqa: E501  # the text of a document reads best in one piece
"""Client data put together anew each time: tables of any columns under any headers, letters and notes of any sentences."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.detection.corpus import fields, numbers
from benchmarks.detection.corpus.blocks import Block, Cell, Grid, Heading, Sheet
from benchmarks.detection.corpus.fields import Field
from benchmarks.detection.corpus.formats import plain
from benchmarks.detection.corpus.headers import HEADERS, VALUES
from benchmarks.detection.corpus.people import Person
from benchmarks.detection.corpus.scene import LETTER, TABLES, Scene
from benchmarks.detection.corpus.sentences import NEUTRAL, SENSITIVE
from benchmarks.detection.corpus.template import Paper, template

IDENTIFYING = ("full", "listed", "split")
PRIVATE = ("bsn", "born", "iban", "salary", "street", "health", "id_document")
SPECIAL = ("union", "religion", "ethnicity", "criminal", "orientation")
IDLE = ("function", "department", "hired", "sex")


def column(s: Scene, concept: str) -> list[Field]:
    """The column of a concept under one of its headers; an address and a name in parts take several."""
    if concept == "split":
        return [column(s, part)[0] for part in ("first", "particle", "surname")]
    header = s.pick(*HEADERS[concept])
    if concept == "street":
        return [(header, fields.street(s)), *column(s, "postcode"), *column(s, "town")]
    if concept in VALUES:
        return [(header, fields.drawn(s, *VALUES[concept], kind=concept))]
    if concept == "id_document":
        s.kinds.add("id_document")
        return [(header, lambda _: numbers.document_number(s.rng))]
    values = {
        "bsn": fields.bsn,
        "born": fields.born,
        "iban": fields.iban,
        "salary": fields.salary,
        "staff": fields.staff_number,
        "postcode": fields.postcode,
        "town": fields.town,
        "phone": fields.phone,
        "private_mail": fields.private_mail,
        "sex": fields.sex,
        "hired": fields.hired,
        "function": fields.function,
        "department": fields.department,
        "particle": fields.particle,
    }
    if concept in values:
        return [(header, values[concept](s))]
    return [(header, fields.name(s, concept))]


def composed_rows(s: Scene, people: Sequence[Person], concepts: Sequence[str]) -> list[list[Cell]]:
    return fields.varied(s, people, *(field for concept in concepts for field in column(s, concept)))


@template("client-data", "composed extract of employees", weight=5)
def employees(s: Scene) -> Paper:
    concepts = [
        s.pick(*IDENTIFYING),
        *s.rng.sample(PRIVATE, s.rng.randint(2, 5)),
        *s.rng.sample(IDLE, s.rng.randint(0, 3)),
    ]
    concepts += s.rng.sample(("staff", "phone", "private_mail"), s.rng.randint(0, 3))
    rows = composed_rows(s, s.people(4, 160), concepts)
    if s.chance(0.3):
        rows = [
            [s.pick("Overzicht", "Lijst", "Selectie", "Rapport") + f" {s.written(s.day)}"],
            *([[]] * s.rng.randint(0, 2)),
            *rows,
        ]
    name = s.pick(
        "export", "lijst", "selectie", "overzicht", "bestand", "uitdraai", "data", "query1", "rapport", "download"
    )
    return s.workbook(name, [Sheet(name=s.pick("Blad1", "Sheet1", "Export", "Data"), rows=rows)])


@template("client-data", "composed extract of citizens or customers", weight=4)
def citizens(s: Scene) -> Paper:
    concepts = [
        s.pick(*IDENTIFYING),
        "street",
        *s.rng.sample(("bsn", "born", "iban", "phone", "private_mail", "sex"), s.rng.randint(1, 4)),
    ]
    rows = composed_rows(s, s.people(4, 160), concepts)
    name = s.pick(
        "inwoners", "klanten", "aanvragers", "deelnemers", "leden", "huurders", "relaties", "export2", "mailing"
    )
    return s.workbook(name, [Sheet(name=s.pick("Blad1", "Sheet1", "Export"), rows=rows)])


@template("client-data", "composed table with a special category", weight=4, hard="special categories in a table")
def special(s: Scene) -> Paper:
    kind = s.pick(*SPECIAL)
    concepts = [
        s.pick(*IDENTIFYING),
        kind,
        *s.rng.sample(("born", "staff", "function", "department", "phone"), s.rng.randint(0, 3)),
    ]
    rows = composed_rows(s, s.people(8, 60), concepts)
    name = s.pick("lijst", "registratie", "overzicht", "bijlage 2", "inventarisatie", "monitor")
    return s.workbook(name, [Sheet(name="Blad1", rows=rows)])


@template("client-data", "composed records in a format of programs", weight=3)
def records(s: Scene) -> Paper:
    concepts = [s.pick(*IDENTIFYING), *s.rng.sample(PRIVATE, s.rng.randint(2, 4))]
    fresh: dict[str, Field] = {}
    for concept in concepts:
        for header, value in column(s, concept):
            fresh[plain.tag(header).strip("_").lower()] = (plain.tag(header).strip("_").lower(), value)
    rows = fields.table(s.people(4, 60), *fresh.values())
    style = s.pick("json", "jsonl", "xml", "sql")
    stem = s.pick("personen", "export", "data", "records", "dump")
    if style == "json":
        wrapped = {s.pick("items", "results", "medewerkers", "value"): plain.records(rows)}
        return s.paper(f"{stem}.json", plain.json_of(wrapped, indent=s.rng.choice((2, None))))
    if style == "jsonl":
        return s.paper(f"{stem}.jsonl", plain.json_lines(plain.records(rows)))
    if style == "xml":
        return s.paper(f"{stem}.xml", plain.xml_of(rows, root="export", item=s.pick("persoon", "record", "rij")))
    return s.paper(
        f"{stem}.sql",
        plain.sql_of(rows, table=s.pick("persoon", "t_pers", "export"), dialect=s.pick("postgres", "mysql")),
    )


@template("client-data", "composed letter about one person", weight=5)
def letter(s: Scene) -> Paper:
    person, sender = s.person(), s.contact()
    kind = s.pick("health", "health", "health", *SPECIAL)
    told = s.ink(kind, s.pick(*SENSITIVE[kind]).format(n=s.name(person, s.pick("full", "titled", "formal"))))
    told = told[0].upper() + told[1:]
    head = s.rng.choice(
        (
            lambda: f"Betreft: {s.name(person)}, geboren {s.born(person)}",
            lambda: f"Onderwerp: dossier {s.name(person)} ({s.born(person)})",
            lambda: f"Inzake {s.name(person, 'formal')}, {s.address(person)}",
            lambda: f"Kenmerk: {s.name(person, 'listed')} / BSN {s.bsn(person)}",
        )
    )()
    blocks: list[Block] = [
        f"{s.organisation()}\n{s.pick('Afdeling P&O', 'Bedrijfsbureau', 'Sociaal Domein', 'Secretariaat')}",
        s.pick(f"Datum: {s.written(s.day)}", s.written(s.day)),
        head,
        s.pick("Geachte heer, mevrouw,", "Beste collega,", "L.S.,", "Geachte collega,"),
        told,
        s.pick(
            "Ik verzoek u hiermee rekening te houden.",
            "Graag hoor ik of de gemaakte afspraken haalbaar zijn.",
            "Dit is besproken en vastgelegd in het dossier.",
            "Over twee weken is er een vervolggesprek.",
        ),
        s.pick("Met vriendelijke groet,", "Hoogachtend,", "Groet,") + f"\n{s.name(sender)}",
    ]
    return s.prose(s.pick("brief", "schrijven", "memo", "notitie", "doc1", "stuk"), blocks, LETTER)


@template("client-data", "composed notes about several persons", weight=4)
def notes(s: Scene) -> Paper:
    items = []
    for person in s.people(2, 6):
        kind = s.pick("health", "health", "health", *SPECIAL)
        called = s.name(person, s.pick("full", "full", "titled"))
        text = s.ink(kind, s.pick(*SENSITIVE[kind]).format(n=called))
        items.append(s.pick("- ", "• ", "") + text[0].upper() + text[1:])
        if s.chance(0.3):
            items.append(s.pick(*NEUTRAL).format(n=s.name(s.contact(), "full")))
    title = s.pick(
        "Gesprekken",
        "Aantekeningen",
        "Bilateraal",
        "Overleg met leidinggevenden",
        "Casussen",
        "Bespreking",
        "Aandachtspunten team",
    )
    when = s.written(s.day)
    head = f"{s.organisation()}, {when}" if s.chance(0.5) else when
    blocks: list[Block] = [Heading(title), head, *items]
    return s.prose(s.pick("aantekeningen", "gesprekken", "bila", "notities", "overleg"), blocks)


@template("client-data", "composed mail about one person", weight=4)
def mail(s: Scene) -> Paper:
    sender, to, person = s.contact(), s.contact(), s.person()
    kind = s.pick("health", "health", *SPECIAL)
    text = s.ink(kind, s.pick(*SENSITIVE[kind]).format(n=person.full))
    quoted = s.chance(0.3)
    body = f"{s.pick('Hoi', 'Dag', 'Beste')} {to.first},\n\n{text}\n{s.pick('Kun jij dit oppakken?', 'Wat doen we hiermee?', 'Hou dit even onder ons.', 'Ik bel je erover.')}\n\n{s.pick('Groet', 'Mvg', 'Groeten')},\n{sender.first}\n"
    if quoted:
        body = (
            f"{s.pick('Dank, akkoord.', 'Helder, ik regel het.')}\n\n{to.first}\n\nOp {s.written(s.day)} schreef {sender.full}:\n"
            + "".join(f"> {line}\n" for line in body.splitlines())
        )
    letter = s.letter_mail(
        sender=sender,
        sender_mail=s.work_mail(sender),
        to=to,
        to_mail=s.work_mail(to),
        subject=s.pick("even dit", "vertrouwelijk", "vraagje", person.first, "update"),
        body=body,
    )
    return s.mail(s.pick("bericht", "vraagje", "RE update", "even dit"), letter)


@template("client-data", "composed file of one person with a table of facts", weight=3)
def file(s: Scene) -> Paper:
    person = s.person()
    facts: list[list[Cell]] = []
    for concept in (
        "full",
        *s.rng.sample(("bsn", "born", "iban", "salary", "phone", "private_mail", "staff"), s.rng.randint(3, 5)),
        "street",
    ):
        facts += [[header, value(person)] for header, value in column(s, concept)]
    if s.chance(0.3):
        return s.workbook(s.pick("stamkaart", "kaart", "mutatie"), [Sheet(name="Kaart", rows=facts)], TABLES)
    title = s.pick("Persoonskaart", "Stamkaart", "Gegevens", "Dossier", "Mutatieformulier", "Intake")
    blocks: list[Block] = [Heading(title), Grid(facts), s.organisation()]
    return s.prose(s.pick("stamkaart", "dossier", "mutatieformulier", "intake"), blocks, LETTER)
