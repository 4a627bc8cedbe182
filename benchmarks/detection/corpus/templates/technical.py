"""Code, logs, dumps and tables of numbers; one in eleven of random nine-digit numbers passes the eleven-proof."""

# ruff: noqa: E501  # the text of a document reads best in one piece
from __future__ import annotations

import uuid

from benchmarks.detection.corpus import numbers
from benchmarks.detection.corpus.blocks import Cell, Sheet
from benchmarks.detection.corpus.formats import plain
from benchmarks.detection.corpus.scene import Scene
from benchmarks.detection.corpus.template import Paper, template


@template("clean", "log of a server", hard="random nine-digit numbers")
def server_log(s: Scene) -> Paper:
    lines = []
    for number in range(s.rng.randint(200, 1500)):
        stamp = f"{s.day.isoformat()}T{number // 60 % 24:02d}:{number % 60:02d}:{s.rng.randint(0, 59):02d}.{s.rng.randint(0, 999):03d}Z"
        lines.append(
            f"{stamp} {s.pick('INFO', 'DEBUG', 'WARN')} [{s.pick('worker', 'http', 'db')}-{s.rng.randint(1, 8)}] request={numbers.nine_digits(s.rng)} took={s.rng.randint(1, 900)}ms status={s.pick('200', '204', '404', '500')}"
        )
    return s.paper(s.pick("server.log", "application.log", "debug.txt"), "\n".join(lines).encode())


@template("clean", "source code", hard="the words of personal data as names of variables")
def source_code(s: Scene) -> Paper:
    language = s.pick("py", "sql", "cs")
    if language == "py":
        text = 'def is_geldig_bsn(bsn: str) -> bool:\n    """Elfproef voor het BSN."""\n    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)\n    return len(bsn) == 9 and sum(g * int(c) for g, c in zip(gewichten, bsn)) % 11 == 0\n\n\ndef salaris_per_uur(maandsalaris: float, uren: int = 156) -> float:\n    return round(maandsalaris / uren, 2)\n'
    elif language == "sql":
        text = "SELECT m.personeelsnummer, m.achternaam, m.bsn, m.geboortedatum, d.salaris\nFROM medewerker m JOIN dienstverband d ON d.medewerker_id = m.id\nWHERE d.einddatum IS NULL AND m.iban LIKE 'NL%'\nORDER BY m.achternaam;\n"
    else:
        text = "public class Medewerker\n{\n    public string Bsn { get; set; }\n    public DateTime Geboortedatum { get; set; }\n    public decimal Salaris { get; set; }\n    public string Diagnose { get; set; }\n}\n"
    constants = "".join(
        f"-- {numbers.nine_digits(s.rng)}\n"
        if language == "sql"
        else f"# {numbers.nine_digits(s.rng)}\n"
        if language == "py"
        else f"// {numbers.nine_digits(s.rng)}\n"
        for _ in range(3)
    )
    return s.paper(f"{s.pick('controle', 'export', 'model', 'validatie')}.{language}", (text + constants).encode())


@template("clean", "measurements with identifiers", hard="random nine-digit numbers in a column")
def measurements(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["id", "sensor", "tijd", "waarde"]]
    rows += [
        [
            int(numbers.nine_digits(s.rng)),
            f"S{s.rng.randint(1, 40)}",
            f"{s.day.isoformat()} {s.rng.randint(0, 23):02d}:00",
            s.rng.randint(0, 9000) / 100,
        ]
        for _ in range(s.rng.randint(60, 400))
    ]
    return s.workbook(s.pick("metingen", "sensordata", "telpunten"), [Sheet(name="Data", rows=rows)])


@template("clean", "orders with numbers that pass the proof", hard="every order number passes the eleven-proof")
def orders(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["Ordernummer", "Artikel", "Aantal", "Prijs", "RSIN leverancier"]]
    rows += [
        [
            numbers.bsn(s.rng),
            f"{s.pick('pen', 'map', 'stoel', 'bureau')} {s.rng.randint(1, 99)}",
            s.rng.randint(1, 40),
            s.rng.randint(100, 40_000) / 100,
            numbers.rsin(s.rng),
        ]
        for _ in range(s.rng.randint(20, 120))
    ]
    return s.workbook(s.pick("bestellingen", "orders", "inkooporders"), [Sheet(name="Orders", rows=rows)])


@template("clean", "events as lines of JSON", hard="random numbers and identifiers")
def events(s: Scene) -> Paper:
    values = [
        {
            "event": s.pick("page_view", "click", "login"),
            "session": str(uuid.UUID(int=s.rng.getrandbits(128))),
            "ts": s.rng.randint(1_700_000_000, 1_790_000_000),
            "ref": numbers.nine_digits(s.rng),
        }
        for _ in range(s.rng.randint(50, 400))
    ]
    return s.paper(s.pick("events.jsonl", "telemetry.jsonl", "analytics.json"), plain.json_lines(values))


@template("clean", "settings of a program")
def settings(s: Scene) -> Paper:
    value = {
        "version": f"{s.rng.randint(1, 9)}.{s.rng.randint(0, 20)}.{s.rng.randint(0, 9)}",
        "build": numbers.nine_digits(s.rng),
        "fields": ["bsn", "naam", "geboortedatum", "salaris"],
        "timeout": s.rng.randint(10, 900),
        "features": {"export": True, "verzuim": False},
    }
    return s.paper(s.pick("config.json", "appsettings.json", "instellingen.json"), plain.json_of(value))
