# ruff: noqa: E501  # the text of a document reads best in one piece
"""Further papers of the consultant's own and of the firm."""

from __future__ import annotations

from benchmarks.detection.corpus import numbers
from benchmarks.detection.corpus.blocks import Block, Cell, Grid, Heading, Sheet, Slide
from benchmarks.detection.corpus.formats.archives import archive
from benchmarks.detection.corpus.formats.portable import pdf_of
from benchmarks.detection.corpus.scene import LETTER, SHEETS, Scene, euros
from benchmarks.detection.corpus.template import Paper, template


@template("own", "own annual statement of pay")
def annual_statement(s: Scene) -> Paper:
    me = s.consultant
    blocks: list[Block] = [
        Heading(f"Jaaropgaaf {s.day.year - 1}"),
        f"Werkgever: {s.owner.firm}, {s.address(s.cast.firm_address)}",
        f"Werknemer: {s.name(me, s.pick('formal', 'full'))}, BSN {s.bsn(me)}, {s.born(me)}",
        Grid(
            [
                ["Fiscaal loon", s.salary(me.salary_cents * 12)],
                ["Ingehouden loonheffing", euros(me.salary_cents * 4)],
                ["Arbeidskorting", euros(s.rng.randint(200_000, 500_000))],
            ]
        ),
    ]
    return s.private(s.prose(s.pick("jaaropgaaf", f"jaaropgave {s.day.year - 1}"), blocks, ("pdf", "pdf", "docx")))


@template("own", "overview of the own pension")
def pension(s: Scene) -> Paper:
    me = s.consultant
    blocks: list[Block] = [
        Heading("Uniform Pensioenoverzicht"),
        f"{s.name(me, 'titled')}\n{s.address(me, chr(10))}\nGeboren: {s.born(me)}",
        f"U bouwt pensioen op over een pensioengevend salaris van € {s.salary(me.salary_cents * 12)}. Bij pensionering ontvangt u naar verwachting € {euros(s.rng.randint(80_000, 250_000))} per maand. Wordt u arbeidsongeschikt, dan loopt de opbouw door.",
    ]
    return s.private(s.prose(s.pick("UPO", "pensioenoverzicht"), blocks, ("pdf", "pdf", "docx")))


@template("own", "own contract of employment")
def own_contract(s: Scene) -> Paper:
    me = s.consultant
    blocks: list[Block] = [
        Heading("Arbeidsovereenkomst"),
        f"{s.owner.firm} en {s.name(me)}, geboren op {s.born(me)}, wonende te {s.address(me)}, BSN {s.bsn(me)}, komen overeen:",
        f"1. Functie: {s.pick('adviseur', 'senior consultant')}. 2. Salaris: € {s.salary(me.salary_cents)} bruto per maand. 3. De werkweek telt 40 uur.",
    ]
    return s.private(s.prose(s.pick("arbeidsovereenkomst", f"contract {me.surname}"), blocks, LETTER))


@template("own", "own rent, energy or telephone bill")
def bill(s: Scene) -> Paper:
    me = s.consultant
    blocks: list[Block] = [
        s.pick("Energiebedrijf Zonnestraal", "Telecom Zendmast", "Waterbedrijf Bron"),
        f"{s.name(me, 'formal')}\n{s.address(me, chr(10))}",
        f"Klantnummer {numbers.nine_digits(s.rng)}\nFactuurdatum {s.written(s.day)}",
        Grid([["Termijnbedrag", euros(s.rng.randint(4_000, 30_000))], ["Btw", euros(s.rng.randint(400, 3_000))]]),
        f"Het bedrag wordt geïncasseerd van {s.iban(me.iban)}.",
    ]
    return s.private(s.prose(s.pick("factuur energie", "nota", "termijnnota"), blocks, ("pdf", "pdf", "html", "docx")))


@template("own", "own declaration of costs to the firm")
def expenses(s: Scene) -> Paper:
    me = s.consultant
    rows: list[list[Cell]] = [
        ["Declaratie", s.owner.firm],
        ["Naam", s.name(me)],
        ["Rekening", s.iban(me.iban)],
        [],
        ["Datum", "Omschrijving", "Km", "Bedrag"],
    ]
    rows += [
        [
            s.day_near(40),
            s.pick("reis naar klant", "parkeren", "lunch", "trein"),
            s.rng.randint(0, 160),
            s.rng.randint(300, 9_000) / 100,
        ]
        for _ in range(s.rng.randint(4, 15))
    ]
    return s.private(
        s.workbook(s.pick("declaratie", "onkosten", "reiskosten"), [Sheet(name="Declaratie", rows=rows)], SHEETS)
    )


@template("own", "own medical dossier, downloaded", hard="a whole medical file of oneself")
def own_dossier(s: Scene) -> Paper:
    me = s.consultant
    rows: list[list[Cell]] = [["Datum", "Arts", "Bevinding", "Medicatie"]]
    rows += [
        [
            f"{s.day_near(700):%d-%m-%Y}",
            s.pick("huisarts", "internist", "dermatoloog"),
            s.ink("health", s.pick("hypertensie", "eczeem", "bronchitis", "te hoog cholesterol")),
            s.pick("amlodipine 5 mg", "hormoonzalf", "geen", "simvastatine"),
        ]
        for _ in range(s.rng.randint(3, 9))
    ]
    blocks: list[Block] = [
        Heading("Medisch dossier"),
        f"Patiënt: {s.name(me)}, geboortedatum {s.born(me)}, BSN {s.bsn(me)}",
        Grid(rows),
    ]
    return s.private(s.prose(s.pick("medisch dossier", "mijn gegevens huisarts"), blocks, ("pdf", "html", "docx")))


@template("own", "own archive of tax papers", hard="own papers in an archive")
def own_archive(s: Scene) -> Paper:
    me = s.consultant
    one = pdf_of(
        [
            Heading("Aanslag inkomstenbelasting"),
            f"{s.name(me)}, BSN {s.bsn(me)}, {s.address(me)}",
            f"Te betalen € {euros(s.rng.randint(10_000, 200_000))}",
        ]
    )
    other = f"Rekening: {s.iban(me.iban)}\nGeboortedatum: {s.born(me)}\nNaam: {me.full}\n".encode()
    suffix = s.pick("zip", "zip", "7z")
    return s.private(
        s.paper(
            f"{s.pick('belasting', 'papieren')}.{suffix}", archive(suffix, {"aanslag.pdf": one, "notities.txt": other})
        )
    )


@template("own", "own salary negotiation by mail")
def negotiation(s: Scene) -> Paper:
    me, boss = s.consultant, s.colleague()
    body = f"Hoi {boss.first},\n\nIn ons gesprek noemde je een salaris van {s.salary(me.salary_cents)} bruto. Ik had gehoopt op een verhoging van vijf procent. Kunnen we daar volgende week over doorpraten?\n\nGroet,\n{me.first}\n"
    mail = s.letter_mail(
        sender=me,
        sender_mail=s.firm_mail(me),
        to=boss,
        to_mail=s.firm_mail(boss),
        subject=s.pick("gesprek", "salaris", "jaargesprek"),
        body=body,
    )
    return s.private(s.mail(s.pick("gesprek", "RE salaris"), mail))


@template("own", "curriculum vitae of a colleague on the firm's paper", by_firm=True)
def colleague_cv(s: Scene) -> Paper:
    person = s.colleague()
    blocks: list[Block] = [
        Heading(f"Profiel {s.name(person)}"),
        f"{s.owner.firm}\nFunctie: adviseur\nE-mail: {s.firm_mail(person)}",
        Heading("Relevante opdrachten", 2),
        "- Herinrichting HR-processen bij een middelgrote gemeente\n- Selectie van een ECD bij een zorginstelling\n- Interim teamleider salarisadministratie",
        Heading("Opleidingen", 2),
        "Bedrijfskunde, Prince2, Lean",
    ]
    return s.prose(
        s.pick(f"CV {person.surname}", f"profiel {person.first}", "CV voor offerte"), blocks, ("docx", "pdf", "docx")
    )


@template("own", "slides about the firm", by_firm=True)
def firm_slides(s: Scene) -> Paper:
    slides = [
        Slide(title=s.owner.firm, lines=["Wie wij zijn", "Wat wij doen"]),
        Slide(title="Diensten", lines=["HR en salarisadministratie", "Verzuim terugdringen", "Procesverbetering"]),
        Slide(title="Contact", lines=[s.ink("email", f"info@{s.owner.domains[0]}"), s.phone(numbers.landline(s.rng))]),
    ]
    return s.slides(s.pick("bedrijfspresentatie", "wie zijn wij", "introductie"), slides)


@template(
    "own",
    "hours and revenue of the firm per client",
    hard="names of clients in the firm's own figures",
    ties="words",
    by_firm=True,
)
def revenue(s: Scene) -> Paper:
    rows: list[list[Cell]] = [[f"Omzetoverzicht {s.owner.firm}"], [], ["Opdrachtgever", "Uren", "Tarief", "Omzet"]]
    s.is_told = True
    for name in (s.client.name, s.elsewhere, s.supplier()):
        hours = s.rng.randint(20, 160)
        rows.append([name, hours, 135, hours * 135])
    return s.workbook(
        s.pick("omzet", "facturatie overzicht", "uren per klant"), [Sheet(name="Omzet", rows=rows)], SHEETS
    )


@template("own", "invitation of the firm for a party", by_firm=True)
def party(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading(s.pick("Uitnodiging kerstborrel", "Zomerfeest", "Teamuitje")),
        f"Beste collega's van {s.owner.firm}, op {s.written(s.day)} sluiten we het jaar af. Laat je dieetwensen weten aan {s.name(s.colleague())} ({s.ink('email', 'feest@' + s.owner.domains[0])}).",
        f"Locatie: {s.pick('Partycentrum De Ketel', 'Restaurant Het Anker')}, {s.address(s.cast.firm_address)}",
    ]
    return s.prose(s.pick("uitnodiging", "borrel", "teamuitje"), blocks, ("docx", "pdf", "html"))


@template("own", "own card with contact data")
def own_card(s: Scene) -> Paper:
    me = s.consultant
    s.kinds |= {"name", "email", "phone"}
    card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{me.last};{me.first};;;\r\nFN:{me.full}\r\nORG:{s.owner.firm}\r\nTEL;TYPE=WORK:{numbers.phone_notation(s.rng, me.phone)}\r\nEMAIL:{me.work_mail(s.owner.domains[0])}\r\nEND:VCARD\r\n"
    return s.private(s.paper(s.pick("visitekaartje.vcf", "ik.vcf", f"{me.first}.vcf"), card.encode()))
