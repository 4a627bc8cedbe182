# ruff: noqa: E501  # the text of a document reads best in one piece
"""Allowed papers that look like client data: names in bulk, masked values, published salaries, absence that is a holiday."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from benchmarks.detection.corpus import numbers, people
from benchmarks.detection.corpus.blocks import Block, Cell, Grid, Heading, Sheet, Slide
from benchmarks.detection.corpus.formats.mail import message
from benchmarks.detection.corpus.scene import Scene
from benchmarks.detection.corpus.template import Paper, template


@template("clean", "participants of a conference", hard="a hundred names with work addresses of mail")
def participants(s: Scene) -> Paper:
    s.kinds |= {"name", "email"}
    rows: list[list[Cell]] = [["Naam", "Organisatie", "Functie", "E-mail"]]
    for person in s.people(30, 120):
        organisation = s.pick("Gemeente", "Stichting", "Zorggroep", "Hogeschool") + f" {person.town}"
        rows.append(
            [person.full, organisation, person.function, person.work_mail(f"{people.ascii_of(organisation)}.example")]
        )
    return s.workbook(
        s.pick("deelnemerslijst congres", "aanwezigen", "netwerkbijeenkomst"), [Sheet(name="Deelnemers", rows=rows)]
    )


@template(
    "clean", "who works where, with functions and rooms", ties="words", hard="names of staff with business data only"
)
def staff_guide(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["Naam", "Afdeling", "Functie", "Kamer", "Toestel"]]
    rows += [
        [
            s.name(person),
            person.department,
            person.function,
            f"{s.rng.randint(1, 4)}.{s.rng.randint(10, 40)}",
            s.rng.randint(1000, 9999),
        ]
        for person in s.staff
    ]
    return s.workbook(
        s.pick("interne gids", "organisatiegids", "wie werkt waar"),
        [Sheet(name="Gids", rows=[[s.organisation()], [], *rows])],
    )


@template("clean", "organisation chart", ties="words", hard="names with functions in a presentation")
def chart(s: Scene) -> Paper:
    heads = s.rng.sample(s.staff, 5)
    slides = [
        Slide(
            title=f"Organogram {s.organisation()}",
            lines=[f"{person.department}: {s.name(person)}, {person.function}" for person in heads],
        )
    ]
    return s.slides(s.pick("organogram", "structuur"), slides)


@template("clean", "rows in which every value is masked", hard="masked numbers and names")
def masked(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["Naam", "BSN", "Geboortedatum", "IBAN", "Salaris"]]
    rows += [
        [f"{s.pick('M', 'J', 'K', 'A')}*****", "*********", "**-**-****", "NL** **** **** **", "€ *.***,**"]
        for _ in range(s.rng.randint(5, 30))
    ]
    return s.workbook(
        s.pick("gemaskeerd voorbeeld", "schermvoorbeeld", "export gemaskeerd"), [Sheet(name="Blad1", rows=rows)]
    )


@template("clean", "published accounts with pay of directors", hard="salaries of named directors, published by law")
def published_pay(s: Scene) -> Paper:
    s.ties = frozenset({"words"})
    heads = [replace(head, salary_cents=s.rng.randint(9_000_000, 21_000_000)) for head in s.rng.sample(s.staff, 3)]
    s.met += heads
    rows: list[list[Cell]] = [["Naam", "Functie", "Bezoldiging", "Dienstverband"]]
    rows += [
        [
            s.name(person),
            s.pick("bestuurder", "gemeentesecretaris", "lid raad van bestuur"),
            s.salary(person.salary_cents),
            "01-01 - 31-12",
        ]
        for person in heads
    ]
    blocks: list[Block] = [
        Heading(f"Jaarrekening {s.day.year - 1} {s.organisation()}"),
        "Bezoldiging topfunctionarissen (WNT)",
        Grid(rows),
        "De jaarrekening is vastgesteld en gepubliceerd op de website.",
    ]
    s.from_website()
    return s.prose(s.pick("jaarrekening", "WNT verantwoording", "jaarstukken deel 2"), blocks, ("pdf",))


@template("clean", "life of a person of the past", hard="name and date of birth of a public person")
def biography(s: Scene) -> Paper:
    person = s.person()
    person = replace(person, born=person.born.replace(year=person.born.year - 130, day=2))
    s.met.append(person)
    blocks: list[Block] = [
        Heading(f"{s.name(person)}, schilder"),
        f"{person.full} ({person.town}, {s.born(person)} - aldaar, {s.rng.randint(1940, 1970)}) was een Nederlands kunstschilder. Hij leed aan tuberculose en schilderde vooral landschappen.",
        "Zijn werk hangt in verschillende musea.",
    ]
    s.kinds.add("health")
    s.from_website(host="www.kunstencyclopedie.example")
    return s.prose(s.pick("biografie", "artikel", "schilder"), blocks, ("html", "pdf", "txt"))


@template("clean", "list of literature", hard="names of authors and years")
def literature(s: Scene) -> Paper:
    lines = "\n".join(
        f"{s.name(person, 'listed')} ({s.rng.randint(1990, 2025)}). {s.pick('Verzuim in beeld', 'Sturen op salariskosten', 'Handboek HR-analyse', 'Werken met processen')}. {s.pick('Deventer: De Drukpers', 'Assen: Boekhuis Noord')}."
        for person in s.people(6, 20)
    )
    return s.prose(
        s.pick("literatuurlijst", "bronnen", "referenties"),
        [Heading("Literatuur"), lines],
        ("docx", "pdf", "txt", "odt"),
    )


@template("clean", "reply that somebody is away on holiday", ties="words", hard="absent, but not ill")
def away(s: Scene) -> Paper:
    sender = s.contact()
    body = f"Goedendag,\n\nIk ben afwezig tot en met {s.written(s.day + timedelta(days=14))} wegens {s.pick('vakantie', 'een studiereis', 'verlof')}. Uw bericht wordt niet gelezen. Voor dringende zaken kunt u terecht bij {s.organisation_mail()}.\n\n{sender.full}\n"
    mail = s.letter_mail(
        sender=sender,
        sender_mail=s.work_mail(sender),
        to=s.consultant,
        to_mail=s.firm_mail(s.consultant),
        subject=f"Automatisch antwoord: {s.pick('planning', 'stukken')}",
        body=body,
    )
    return s.mail(s.pick("Automatisch antwoord", "afwezig"), mail)


@template("clean", "notification of a system by mail", hard="random numbers and links in a mail")
def notification(s: Scene) -> Paper:
    s.kinds.add("email")
    body = f"Uw aanvraag met nummer {numbers.nine_digits(s.rng)} is ontvangen.\n\nKlik op https://portaal.dienst.example/t/{s.rng.getrandbits(96):x} om de status te zien.\n\nDit bericht is automatisch verzonden.\n"
    mail = message(
        sender="noreply@dienst.example", to=s.owner.mail, subject="Ontvangstbevestiging", body=body, date=s.stamp()
    )
    return s.mail(s.pick("ontvangstbevestiging", "melding"), mail)


@template("clean", "rights per role", hard="roles and personal data as words")
def rights(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["Rol", "NAW", "BSN", "Salaris", "Verzuim", "Dossier"]]
    rows += [
        [role, *(s.pick("L", "LW", "-", "-") for _ in range(5))]
        for role in (
            "Medewerker",
            "Leidinggevende",
            "HR-adviseur",
            "Salarisadministrateur",
            "Bedrijfsarts",
            "Beheerder",
        )
    ]
    return s.workbook(
        s.pick("autorisatiematrix", "rechten per rol", "rollenmodel"), [Sheet(name="Autorisaties", rows=rows)]
    )


@template("clean", "terms of retention per document", hard="names of documents about persons, without persons")
def retention(s: Scene) -> Paper:
    rows: list[list[Cell]] = [
        ["Document", "Termijn", "Grondslag"],
        ["Kopie identiteitsbewijs", "5 jaar na uit dienst", "fiscaal"],
        ["Loonbelastingverklaring", "5 jaar", "fiscaal"],
        ["Verzuimdossier", "2 jaar", "AVG"],
        ["Sollicitatiebrief", "4 weken", "AVG"],
        ["Verklaring omtrent gedrag", "einde functie", "AVG"],
        ["Salarisadministratie", "7 jaar", "fiscaal"],
    ]
    if s.chance(0.5):
        return s.workbook(s.pick("bewaartermijnen", "selectielijst"), [Sheet(name="Termijnen", rows=rows)])
    return s.prose(
        s.pick("bewaartermijnen", "selectielijst"), [Heading("Bewaartermijnen personeelsdossier"), Grid(rows)]
    )


@template("clean", "survey of pay per function", hard="salaries of functions, not of persons")
def pay_survey(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["Functie", "P25", "Mediaan", "P75", "n"]]
    for function in ("HR-adviseur", "Controller", "Verpleegkundige", "Planner", "Jurist", "Monteur"):
        low = s.rng.randint(2_600, 4_000)
        rows.append([function, low, low + 400, low + 900, s.rng.randint(20, 400)])
    return s.workbook(
        s.pick("salarisonderzoek", "beloningsvergelijking", "marktdata"), [Sheet(name="Marktdata", rows=rows)]
    )


@template("clean", "postcodes and the municipalities they belong to", hard="postcodes without houses")
def postcodes(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["Postcode van", "Postcode tot", "Gemeente", "Provincie"]]
    for _ in range(s.rng.randint(30, 150)):
        start = s.rng.randint(1000, 9900)
        rows.append([start, start + s.rng.randint(1, 60), people.town(s.rng), s.pick("Utrecht", "Drenthe", "Zeeland")])
    return s.workbook(s.pick("postcodetabel", "regio-indeling", "PC4"), [Sheet(name="PC4", rows=rows)])
