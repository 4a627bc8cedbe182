# ruff: noqa: E501  # the text of a document reads best in one piece
"""Papers whose surroundings say otherwise than their content: two clients, the firm's label, the wrong folder, nothing at all."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.detection.corpus import fields
from benchmarks.detection.corpus.blocks import Block, Cell, Grid, Heading, Sheet
from benchmarks.detection.corpus.fields import table
from benchmarks.detection.corpus.formats.package import label_id
from benchmarks.detection.corpus.formats.portable_parts import pdf_with_parts
from benchmarks.detection.corpus.scene import SHEETS, Scene
from benchmarks.detection.corpus.template import Paper, template


@template(
    "client-data",
    "analysis of the consultant with the client's persons",
    ties="words",
    by_firm=True,
    hard="made at the firm, with the firm's label, about a client's persons",
)
def own_analysis(s: Scene) -> Paper:
    rows = table(
        s.people(10, 60),
        ("Medewerker", fields.name(s)),
        ("Geb.datum", fields.born(s)),
        ("Bruto", fields.salary(s)),
        ("Advies", fields.constant("schaal omhoog", "geen actie", "gesprek")),
    )
    head: list[list[Cell]] = [[f"Analyse beloning {s.organisation()} door {s.owner.firm}"], []]
    return s.workbook(
        s.pick("analyse beloning", "doorrekening", "werkbestand"), [Sheet(name="Analyse", rows=[*head, *rows])], SHEETS
    )


@template(
    "client-data",
    "extract of one client that mentions another",
    ties="strong",
    hard="two clients: one by origin or label, another in the text",
)
def two_clients(s: Scene) -> Paper:
    other = s.rng.choice([client for client in s.cast.clients if client is not s.client])
    rows = table(s.people(8, 40), ("Naam", fields.name(s)), ("BSN", fields.bsn(s)), ("Rekening", fields.iban(s)))
    note: list[list[Cell]] = [[f"Opgesteld volgens het model van {other.name}"], []]
    return s.workbook(
        s.pick("opgave", "uitwisseling", "opgave 2026"),
        [Sheet(name="Opgave", rows=[*note, *rows])],
        ("xlsx", "xlsx", "xlsm"),
    )


@template("client-data", "extract among private papers", hard="in a folder of private papers")
def private_folder(s: Scene) -> Paper:
    rows = table(
        s.people(8, 40),
        ("Achternaam", fields.name(s, "listed")),
        ("Geb.", fields.born(s)),
        ("BSN", fields.bsn(s)),
        ("Adres", fields.address(s)),
    )
    paper = s.workbook(s.pick("lijst", "backup", "oud"), [Sheet(name="Blad1", rows=rows)])
    return replace(paper, folder=f"{paper.folder}/Privé")


@template(
    "client-data", "letter about an employee addressed to the consultant", hard="the consultant's own name is in it"
)
def addressed(s: Scene) -> Paper:
    person, sender = s.person(), s.contact()
    blocks: list[Block] = [
        f"{s.organisation()}",
        f"Aan {s.name(s.consultant)}, {s.owner.firm}",
        f"Beste {s.consultant.first},",
        f"Je vroeg naar de situatie van {s.name(person)} (geboren {s.born(person)}, {s.address(person)}). "
        + s.ink(
            "health", "Zij is na haar beroerte voor veertig procent afgekeurd en krijgt een aanvulling van het UWV."
        ),
        f"Haar salaris was {s.salary(person.salary_cents)} bruto. Verwerk dit niet in de rapportage.",
        f"Groet,\n{s.name(sender)}",
    ]
    return s.prose(s.pick("antwoord", "reactie", "brief aan adviseur"), blocks)


@template(
    "own", "own curriculum vitae for an assignment at a client", ties="words", by_firm=True, hard="names a client"
)
def cv_for_client(s: Scene) -> Paper:
    me = s.consultant
    blocks: list[Block] = [
        Heading(f"Profiel {s.name(me)}"),
        f"Aangeboden aan {s.organisation()} voor de opdracht projectleider salarisadministratie.",
        f"{s.owner.firm}, {s.firm_mail(me)}, {s.phone(me.phone)}",
        "Ervaring: invoering van HR-systemen bij zorginstellingen en gemeenten, verbeteren van verzuimprocessen, begeleiden van salarisadministraties.",
        Grid(
            [["Periode", "Opdracht"], ["2024 - 2025", "Projectleider conversie"], ["2022 - 2024", "Adviseur verzuim"]]
        ),
    ]
    return s.prose(s.pick(f"CV {me.surname}", "profiel", "CV opdracht"), blocks, ("docx", "pdf"))


@template("clean", "file without content", hard="nothing in it")
def nothing(s: Scene) -> Paper:
    name, content = s.rng.choice(
        (
            ("nieuw tekstdocument.txt", b""),
            ("leeg.csv", b"\r\n"),
            ("desktop.ini", b"[.ShellClassInfo]\r\nIconResource=C:\\Windows\\System32\\SHELL32.dll,3\r\n"),
            ("notities.md", b"\n\n"),
        )
    )
    return s.paper(name, content)


@template("clean", "workbook with headers of a plan and no rows", hard="an empty workbook")
def empty_workbook(s: Scene) -> Paper:
    rows: list[list[Cell]] = [[s.pick("Taak", "Actie"), "Wie", "Wanneer", "Klaar"]]
    return s.workbook(
        s.pick("Map1", "todo", "planning leeg"),
        [Sheet(name="Blad1", rows=rows), Sheet(name="Blad2", rows=[])],
        ("xlsx", "ods", "xls"),
    )


@template(
    "client-data",
    "figures of a client in a labelled PDF",
    ties="strong",
    hard="no personal data, only the label among the properties of a PDF",
)
def labelled_pdf(s: Scene) -> Paper:
    s.ties, s.is_told = frozenset({"label"}), True
    tenant = s.client.registered.tenant_ids[0]
    stem = f"MSIP_Label_{label_id(tenant)}_"
    lines = [s.pick("Kwartaalcijfers", "Liquiditeitsprognose", "Formatiebegroting")]
    lines += [
        f"{post}: {s.rng.randint(10_000, 900_000)}" for post in ("Opbrengsten", "Kosten", "Resultaat", "Reserves")
    ]
    content = pdf_with_parts(
        lines, information={f"{stem}Enabled": "true", f"{stem}SiteId": tenant, f"{stem}Name": "Intern"}
    )
    return s.paper(s.pick("cijfers.pdf", "prognose.pdf", "begroting.pdf"), content)
