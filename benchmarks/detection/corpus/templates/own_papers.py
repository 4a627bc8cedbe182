"""The consultant's own papers, and those of the firm."""

# ruff: noqa: E501  # the text of a document reads best in one piece
from __future__ import annotations

from datetime import timedelta

from benchmarks.detection.corpus import numbers
from benchmarks.detection.corpus.blocks import Block, Cell, Grid, Heading, Sheet
from benchmarks.detection.corpus.formats.mail import message
from benchmarks.detection.corpus.scene import Scene, euros
from benchmarks.detection.corpus.template import Paper, template


def firm_head(s: Scene) -> str:
    address = s.cast.firm_address
    return f"{s.owner.firm}\n{s.address(address, chr(10))}"


@template("own", "own payslip", weight=2)
def payslip(s: Scene) -> Paper:
    me = s.consultant
    rows: list[list[Cell]] = [
        ["Omschrijving", "Bedrag"],
        ["Salaris", s.salary(me.salary_cents)],
        ["Loonheffing", f"-{euros(me.salary_cents // 3)}"],
        ["Pensioenpremie", f"-{euros(me.salary_cents // 16)}"],
        ["Netto", euros(me.salary_cents * 6 // 10)],
    ]
    blocks: list[Block] = [
        Heading(s.pick("Salarisspecificatie", "Loonstrook", "Salarisstrook")),
        firm_head(s),
        f"{s.name(me, s.pick('full', 'titled', 'formal'))}\n{s.address(me, chr(10))}",
        f"Periode: {s.day.month:02d}-{s.day.year}\nPersoneelsnummer: {s.ink('employee_number', me.staff_number)}\nBSN: {s.bsn(me)}\nGeboortedatum: {s.born(me)}",
        Grid(rows),
        f"Overgemaakt op {s.iban(me.iban)}",
    ]
    return s.private(
        s.prose(
            s.pick("loonstrook", "salarisspecificatie", f"{s.day.year}-{s.day.month:02d}"),
            blocks,
            ("pdf", "pdf", "docx", "txt"),
        )
    )


@template("own", "own tax return")
def tax_return(s: Scene) -> Paper:
    me = s.consultant
    blocks: list[Block] = [
        Heading(f"Aangifte inkomstenbelasting {s.day.year - 1}"),
        f"{s.name(me)}, geboren {s.born(me)}, BSN {s.bsn(me)}\n{s.address(me)}",
        Grid(
            [
                ["Loon", s.salary(me.salary_cents * 12)],
                ["Ingehouden loonheffing", euros(me.salary_cents * 4)],
                ["Eigenwoningforfait", euros(s.rng.randint(90_000, 300_000))],
                ["Hypotheekrente", euros(s.rng.randint(200_000, 900_000))],
                ["Te ontvangen", euros(s.rng.randint(10_000, 400_000))],
            ]
        ),
        f"Rekeningnummer voor teruggaaf: {s.iban(me.iban)}",
    ]
    return s.private(s.prose(s.pick("aangifte IB", "belasting", "aangifte_kopie"), blocks, ("pdf", "pdf", "docx")))


@template("own", "letter of a doctor about oneself")
def medical_letter(s: Scene) -> Paper:
    me = s.consultant
    blocks: list[Block] = [
        s.pick("Polikliniek Orthopedie", "Huisartsenpraktijk De Vlinder", "Fysiotherapie Het Bankje"),
        f"{s.name(me, 'titled')}\n{s.address(me, chr(10))}\nGeboortedatum: {s.born(me)}",
        f"Geachte {me.titled},",
        s.ink(
            "health",
            f"Op {s.written(s.day)} bent u gezien met {s.pick('pijn in de rechterschouder', 'aanhoudende hoofdpijn', 'klachten van de knie')}. De MRI toont {s.pick('een scheurtje in de meniscus', 'geen afwijkingen', 'een ontsteking van de pees')}. Wij adviseren fysiotherapie.",
        ),
        s.pick("Uw afspraak voor controle is over zes weken.", "Neem bij verergering contact op met uw huisarts."),
    ]
    return s.private(s.prose(s.pick("brief ziekenhuis", "uitslag", "verwijzing"), blocks, ("pdf", "docx", "txt")))


@template("own", "own curriculum vitae")
def own_cv(s: Scene) -> Paper:
    me = s.consultant
    blocks: list[Block] = [
        Heading(f"Curriculum vitae {s.name(me)}"),
        f"Geboren: {s.born(me)}\nWoonplaats: {me.town}\nE-mail: {s.firm_mail(me)}\nTelefoon: {s.phone(me.phone)}",
        Heading("Werkervaring", 2),
        f"2021 - heden: adviseur bij {s.owner.firm}\n2016 - 2021: projectleider bij een gemeente\n2012 - 2016: beleidsmedewerker",
        Heading("Opleiding", 2),
        "Bestuurskunde (MSc)\nPrince2 Practitioner, Lean Green Belt",
    ]
    return s.private(s.prose(s.pick("CV", f"CV {me.surname}", "curriculum vitae 2026"), blocks, ("docx", "pdf", "odt")))


@template("own", "statement of the own bank account", hard="accounts and names of others in it")
def bank_statement(s: Scene) -> Paper:
    me = s.consultant
    rows: list[list[Cell]] = [["Datum", "Naam / Omschrijving", "Rekening", "Tegenrekening", "Af Bij", "Bedrag (EUR)"]]
    for _ in range(s.rng.randint(12, 50)):
        other = s.person()
        rows.append(
            [
                f"{s.day_near(60):%Y%m%d}",
                s.pick(other.formal, s.supplier(), "Supermarkt De Mand", "Tankstation A12"),
                me.iban,
                s.pick(other.iban, numbers.iban(s.rng)),
                s.pick("Af", "Af", "Bij"),
                euros(s.rng.randint(300, 90_000)),
            ]
        )
    s.kinds |= {"iban", "name"}
    return s.private(
        s.workbook(
            s.pick(f"{me.iban}_transacties", "afschrift", "mutaties"),
            [Sheet(name="Mutaties", rows=rows)],
            ("csv", "xlsx", "csv"),
        )
    )


@template("own", "own mortgage or insurance")
def mortgage(s: Scene) -> Paper:
    me = s.consultant
    blocks: list[Block] = [
        Heading(s.pick("Hypotheekofferte", "Polisblad zorgverzekering", "Polis autoverzekering")),
        f"{s.name(me, 'titled')}\n{s.address(me, chr(10))}",
        f"Geboortedatum {s.born(me)}\nPolisnummer {s.rng.randint(10_000_000, 99_999_999)}\nIncasso van {s.iban(me.iban)}",
        f"Wij hebben uw aanvraag op {s.written(s.day)} ontvangen. De premie bedraagt € {euros(s.rng.randint(3_000, 20_000))} per maand.",
    ]
    return s.private(s.prose(s.pick("polis", "offerte hypotheek", "polisblad"), blocks, ("pdf", "pdf", "docx")))


@template("own", "copy of the own passport as text", hard="machine-readable zone of oneself")
def own_passport(s: Scene) -> Paper:
    me = s.consultant
    number = s.ink("id_document", numbers.document_number(s.rng))
    s.kinds |= {"name", "date_of_birth", "bsn"}
    text = f"PASPOORT KONINKRIJK DER NEDERLANDEN\nNaam: {me.last}\nVoornamen: {me.first}\nNationaliteit: Nederlandse\nGeboortedatum: {me.born:%d-%m-%Y}\nDocumentnummer: {number}\nBSN: {me.bsn}\n"
    return s.private(s.prose(s.pick("paspoort", "kopie ID", "mijn paspoort"), [text], ("txt", "pdf", "docx")))


@template(
    "own", "invoice of the firm", hard="account, VAT and chamber numbers that pass the eleven-proof", ties="words"
)
def firm_invoice(s: Scene) -> Paper:
    hours = s.rng.randint(8, 120)
    cents = hours * 13_500
    blocks: list[Block] = [
        f"{firm_head(s)}\nKvK {numbers.chamber(s.rng)}\nBTW {numbers.vat(s.rng)}\nIBAN {s.iban(s.cast.firm_iban)}",
        f"{s.organisation()}\nCrediteurenadministratie\n{s.organisation_address()}",
        Heading(f"Factuur {s.day.year}{s.rng.randint(100, 999)}"),
        Grid(
            [
                ["Omschrijving", "Uren", "Tarief", "Bedrag"],
                [f"Advies {s.pick('september', 'oktober', 'mei')}", hours, "135,00", euros(cents)],
                ["BTW 21%", None, None, euros(cents * 21 // 100)],
                ["Totaal", None, None, euros(cents * 121 // 100)],
            ]
        ),
        f"Gelieve te betalen binnen 30 dagen. Vragen: {s.ink('email', 'facturen@' + s.owner.domains[0])}",
    ]
    return s.prose(
        s.pick("factuur", f"F{s.day.year}-{s.rng.randint(10, 99)}", "Factuur advies"), blocks, ("pdf", "pdf", "docx")
    )


@template("own", "quotation of the firm", ties="words")
def quotation(s: Scene) -> Paper:
    contact = s.contact()
    blocks: list[Block] = [
        firm_head(s),
        f"Aan {s.organisation()}\nT.a.v. {s.name(contact, 'titled')}, {contact.function}",
        Heading(
            s.pick("Offerte", "Voorstel", "Aanbieding")
            + " ondersteuning bij "
            + s.pick("de inrichting van het HR-systeem", "het verzuimbeleid", "de inkoop")
        ),
        f"Wij bieden u {s.rng.randint(20, 90)} dagen tegen een tarief van € {euros(s.rng.randint(100_000, 140_000))} per dag, exclusief btw.",
        f"Met vriendelijke groet,\n{s.name(s.consultant)}\n{s.firm_mail(s.consultant)}",
    ]
    return s.prose(s.pick("offerte", "voorstel", "offerte v2"), blocks, ("docx", "pdf", "docx"))


@template("own", "timesheet with names", hard="names and hours of colleagues")
def timesheet(s: Scene) -> Paper:
    team = s.rng.sample(s.cast.colleagues, 5)
    rows: list[list[Cell]] = [
        [f"Urenstaat {s.owner.firm}"],
        [],
        ["Medewerker", "Project", "Ma", "Di", "Wo", "Do", "Vr", "Totaal"],
    ]
    for person in [s.consultant, *team]:
        days = [s.rng.choice((0, 4, 6, 8, 8, 8)) for _ in range(5)]
        rows.append([s.name(person), f"P{s.rng.randint(100, 999)}", *days, sum(days)])
    return s.workbook(
        s.pick("urenstaat week 41", "timesheet", "uren oktober"),
        [Sheet(name="Uren", rows=rows)],
        ("xlsx", "csv", "ods"),
    )


@template("own", "mail to the accountant about one's own affairs")
def own_mail(s: Scene) -> Paper:
    me = s.consultant
    s.kinds |= {"name", "email"}
    body = f"Beste Ans,\n\nHierbij mijn gegevens voor de aangifte. BSN {s.bsn(me)}, geboren {s.born(me)}. Teruggaaf graag op {s.iban(me.iban)}.\n\nGroet,\n{me.full}\n"
    mail = message(
        sender=f"{me.full} <{me.private_mail}>",
        to="Administratiekantoor Balans <info@balanskantoor.example>",
        subject="aangifte",
        body=body,
        date="Mon, 02 Mar 2026 09:12:00 +0100",
    )
    return s.private(s.mail(s.pick("aangifte", "gegevens accountant"), mail))


@template("own", "policy of the firm")
def firm_policy(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading(
            s.pick("Verzuimprotocol", "Personeelshandboek", "Thuiswerkregeling", "Privacyreglement")
            + f" {s.owner.firm}"
        ),
        "Wie ziek is meldt dit voor negen uur bij de leidinggevende. De werkgever vraagt niet naar de aard van de ziekte. Het salaris wordt bij ziekte het eerste jaar volledig doorbetaald.",
        "Persoonsgegevens zoals BSN, geboortedatum en IBAN worden alleen gebruikt voor de salarisadministratie.",
        f"Vastgesteld door de directie op {s.written(s.day - timedelta(days=90))}.",
    ]
    return s.prose(s.pick("verzuimprotocol", "personeelshandboek", "reglement"), blocks)
