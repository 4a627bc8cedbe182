# ruff: noqa: E501  # the text of a document reads best in one piece
"""Further technical files: definitions, dumps, locks, hashes; and what comes from a client's systems."""

from __future__ import annotations

import hashlib

from benchmarks.detection.corpus import numbers
from benchmarks.detection.corpus.blocks import Cell, Grid, Heading, Sheet
from benchmarks.detection.corpus.formats import plain
from benchmarks.detection.corpus.formats.archives import archive, sqlite_of
from benchmarks.detection.corpus.scene import SHEETS, Scene, euros
from benchmarks.detection.corpus.template import Paper, template


@template("clean", "definition of an interface", hard="fields of personal data without values")
def interface(s: Scene) -> Paper:
    if s.chance(0.5):
        text = "openapi: 3.0.3\ninfo:\n  title: Personen\n  version: 1.2.0\ncomponents:\n  schemas:\n    Persoon:\n      type: object\n      properties:\n        bsn: {type: string, pattern: '^[0-9]{9}$'}\n        achternaam: {type: string}\n        geboortedatum: {type: string, format: date}\n        iban: {type: string}\n        salaris: {type: number}\n        diagnose: {type: string}\n"
        return s.paper(s.pick("openapi.yaml", "personen-api.yml"), text.encode())
    fields = "".join(
        f'      <xs:element name="{name}" type="xs:string"/>\n'
        for name in ("bsn", "naam", "geboortedatum", "straat", "postcode", "iban", "brutoLoon", "verzuimReden")
    )
    return s.paper(
        s.pick("persoon.xsd", "loonaangifte.xsd"),
        f'<?xml version="1.0"?>\n<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">\n  <xs:complexType name="Persoon"><xs:sequence>\n{fields}  </xs:sequence></xs:complexType>\n</xs:schema>\n'.encode(),
    )


@template("clean", "schema of a database without rows", hard="columns of personal data without values")
def schema(s: Scene) -> Paper:
    text = "CREATE TABLE medewerker (\n  id bigint PRIMARY KEY,\n  bsn char(9) UNIQUE,\n  achternaam varchar(80),\n  geboortedatum date,\n  iban varchar(34)\n);\nCREATE TABLE verzuim (\n  medewerker_id bigint REFERENCES medewerker(id),\n  eerste_ziektedag date,\n  reden text\n);\nCREATE INDEX ix_bsn ON medewerker (bsn);\n"
    return s.paper(s.pick("schema.sql", "create_tables.sql", "V1__init.sql"), text.encode())


@template("clean", "lock file of packages", hard="long digests and numbers")
def lock_file(s: Scene) -> Paper:
    lines = [
        f'  "pakket-{number}": {{"version": "{s.rng.randint(0, 9)}.{s.rng.randint(0, 30)}.{s.rng.randint(0, 9)}", "integrity": "sha256-{hashlib.sha256(str(s.rng.random()).encode()).hexdigest()}"}}'
        for number in range(s.rng.randint(30, 200))
    ]
    return s.paper(s.pick("packages.lock.json", "package-lock.json"), ("{\n" + ",\n".join(lines) + "\n}\n").encode())


@template("clean", "dump of memory and registers", hard="thousands of random digits")
def hex_dump(s: Scene) -> Paper:
    lines = [
        f"{number * 16:08x}  {s.rng.randbytes(8).hex(' ')}  {s.rng.randbytes(8).hex(' ')}  |................|"
        for number in range(s.rng.randint(200, 900))
    ]
    return s.paper(s.pick("dump.txt", "core.hex", "trace.log"), "\n".join(lines).encode())


@template("clean", "digits of simulated draws", hard="random nine-digit numbers on every line")
def draws(s: Scene) -> Paper:
    content = "\n".join(numbers.nine_digits(s.rng) for _ in range(s.rng.randint(100, 2_000)))
    return s.paper(s.pick("random.txt", "seeds.csv", "nummers.txt"), content.encode())


@template("clean", "database of a program without persons")
def program_database(s: Scene) -> Paper:
    settings: list[list[Cell]] = [
        ["sleutel", "waarde"],
        ["taal", "nl"],
        ["build", numbers.nine_digits(s.rng)],
        ["thema", s.pick("licht", "donker")],
    ]
    history: list[list[Cell]] = [
        ["id", "tijd", "bestand"],
    ]
    history += [[number, s.rng.randint(1_600_000_000, 1_790_000_000), f"bestand{number}.docx"] for number in range(40)]
    return s.paper(
        s.pick("settings.db", "history.sqlite", "state.db"), sqlite_of({"instellingen": settings, "recent": history})
    )


@template("clean", "notebook with results of a calculation", hard="figures and code")
def notebook(s: Scene) -> Paper:
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": ["# Analyse verzuim per afdeling"]},
        {
            "cell_type": "code",
            "metadata": {},
            "execution_count": 1,
            "source": ["df.groupby('afdeling').verzuim.mean()"],
            "outputs": [
                {
                    "output_type": "stream",
                    "name": "stdout",
                    "text": [f"Ruimte {s.rng.random():.6f}\n", f"Sociaal {s.rng.random():.6f}\n"],
                }
            ],
        },
    ]
    return s.paper(
        s.pick("analyse.ipynb", "verkenning.ipynb"),
        plain.json_of({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}),
    )


@template("clean", "archive of code and data without persons")
def code_archive(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["id", "waarde"]]
    rows += [[numbers.nine_digits(s.rng), s.rng.random()] for _ in range(100)]
    members = {
        "src/main.py": b"def main() -> None:\n    print('hallo')\n",
        "data/metingen.csv": plain.delimited(rows),
        "README.md": b"# Rekenmodel\n\nDraaien met `python -m main`.\n",
    }
    suffix = s.pick("zip", "tgz", "7z", "tar")
    return s.paper(f"{s.pick('project', 'broncode', 'model')}.{suffix}", archive(suffix, members))


@template("clean", "list of parcels and meters", hard="numbers of objects, no persons")
def meters(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["EAN-code", "Meternummer", "Stand", "Verbruik"]]
    rows += [
        [
            f"8716{s.rng.randint(10**13, 10**14 - 1)}",
            numbers.nine_digits(s.rng),
            s.rng.randint(1_000, 99_999),
            s.rng.randint(10, 4_000),
        ]
        for _ in range(s.rng.randint(20, 150))
    ]
    return s.workbook(s.pick("meterstanden", "aansluitingen", "verbruik"), [Sheet(name="Meters", rows=rows)])


@template(
    "client-data",
    "source code from the client's environment",
    ties="strong",
    hard="code without personal data, only where it came from",
)
def client_code(s: Scene) -> Paper:
    s.ties = frozenset({"origin"})
    text = (
        f"CREATE OR REPLACE PROCEDURE bereken_toelage(p_id IN NUMBER) AS\n  v_norm NUMBER := {s.rng.randint(100, 900)};\nBEGIN\n  UPDATE toelage SET bedrag = v_norm * factor WHERE id = p_id;\n  COMMIT;\nEND;\n/\n"
        * s.rng.randint(1, 6)
    )
    return s.paper(s.pick("bereken_toelage.sql", "pkg_heffing.pkb", "procedures.sql"), text.encode())


@template(
    "client-data",
    "log from the client's environment",
    ties="strong",
    hard="a log without personal data, only where it came from",
)
def client_log(s: Scene) -> Paper:
    s.ties = frozenset({"origin"})
    lines = [
        f"{s.day.isoformat()} {number // 3600:02d}:{number // 60 % 60:02d}:{number % 60:02d} batch=heffing step={s.rng.randint(1, 40)} rows={s.rng.randint(0, 9_000)} rc=0"
        for number in range(0, 40_000, 37)
    ]
    return s.paper(s.pick("batch.log", "nachtverwerking.txt"), "\n".join(lines).encode())


@template(
    "client-data",
    "results of divisions as a workbook of the client",
    ties="strong",
    hard="no personal data, only label or origin",
)
def divisions(s: Scene) -> Paper:
    s.at_branch("company", "housing", "care")
    rows: list[list[Cell]] = [["Divisie", "Omzet", "EBITDA", "Orderportefeuille", "Prognose"]]
    rows += [
        [name, *(s.rng.randint(100_000, 9_000_000) for _ in range(4))]
        for name in ("Noord", "Zuid", "Internationaal", "Overig")
    ]
    detail: list[list[Cell]] = [
        ["Klant", "Contractwaarde", "Einddatum"],
    ]
    detail += [[f"Afnemer {chr(65 + number)}", s.rng.randint(10_000, 900_000), s.day] for number in range(12)]
    return s.workbook(
        s.pick("divisieresultaten", "flash report", "kwartaalcijfers"),
        [Sheet(name="Resultaat", rows=rows), Sheet(name="Contracten", rows=detail)],
        ("xlsx", "xlsm", "xlsb"),
    )


@template(
    "client-data",
    "strategy of a client, marked and labelled",
    ties="strong",
    hard="prose without personal data, only label or origin",
)
def strategy(s: Scene) -> Paper:
    blocks: list[str | Heading | Grid] = [
        Heading(s.pick("Strategische verkenning", "Scenario-analyse", "Koers 2030")),
        s.pick("Vertrouwelijk", "Intern - niet delen buiten de organisatie"),
        f"De raad van bestuur overweegt een fusie met een collega-instelling. De synergie wordt geraamd op € {euros(s.rng.randint(10**8, 10**9))}.",
        Grid([["Scenario", "Effect", "Kans"], ["Zelfstandig", "-2%", "hoog"], ["Fusie", "+6%", "middel"]]),
    ]
    return s.prose(
        s.pick("verkenning", "koers", "scenario's"), blocks, ("docx",) if "label" in s.ties else ("docx", "pdf")
    )


@template(
    "client-data", "tender with prices of a client", ties="words", hard="no personal data, keyword and confidentiality"
)
def tender(s: Scene) -> Paper:
    keyword = s.client.registered.keywords[0]
    s.is_told = True
    rows: list[list[Cell]] = [
        [f"{keyword}: beoordeling inschrijvingen"],
        [s.organisation()],
        [s.pick("VERTROUWELIJK", "Strikt vertrouwelijk", "Commercieel vertrouwelijk")],
        [],
        ["Inschrijver", "Prijs", "Kwaliteit", "Totaal"],
    ]
    rows += [
        [
            f"Inschrijver {chr(65 + number)}",
            s.rng.randint(100_000, 900_000),
            s.rng.randint(40, 95),
            s.rng.randint(40, 95),
        ]
        for number in range(5)
    ]
    return s.workbook(
        s.pick("beoordelingsmatrix", "aanbesteding", "prijsvergelijking"), [Sheet(name="Matrix", rows=rows)], SHEETS
    )
