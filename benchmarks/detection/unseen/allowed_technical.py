"""Logs, code, schemas, configuration and numbers of machines and shops."""
# ruff: noqa: E501
# Sentences with their variations stay on one line: broken up they cannot be read as a sentence.

from __future__ import annotations

import json

from benchmarks.detection.unseen.draft import Draft, template
from benchmarks.detection.unseen.paper import Book, Content, Raw, Row, Sheet


@template("clean", "log of a program", "log", hard="numbers that look like others")
def log(d: Draft) -> Content:
    lines = [
        f"{d.moment().isoformat()} {d.pick(('INFO', 'WARN', 'DEBUG'))} [{d.pick(('main', 'pool-1', 'http'))}] {d.say('[request|job|session|batch]')} {d.number(10**8, 10**9 - 1)} {d.say('[done|took|retry]')} {d.number(1, 900)}ms"
        for _ in range(d.number(30, 300))
    ]
    return Raw(
        name=d.say("[app|server|install|update|debug]-2025"),
        extension=d.pick(("log", "txt")),
        content="\n".join(lines).encode(),
    )


@template("clean", "source code", "py", hard="words of personal data in code")
def code(d: Draft) -> Content:
    kind = d.pick(("py", "js", "sql", "java", "ps1"))
    text = {
        "py": "def elfproef(bsn: str) -> bool:\n    total = sum(int(c) * w for c, w in zip(bsn, (9, 8, 7, 6, 5, 4, 3, 2, -1)))\n    return total % 11 == 0\n\n\nclass Employee:\n    name: str\n    salary: float\n    birth_date: date\n",
        "js": "const schema = { firstName: 'string', lastName: 'string', iban: /^NL\\d{2}[A-Z]{4}\\d{10}$/ };\nexport function validate(row) { return Object.keys(schema).every(k => row[k]); }\n",
        "sql": "SELECT m.personeelsnr, m.achternaam, l.bruto FROM medewerker m JOIN loon l ON l.mw = m.id WHERE l.periode = :p ORDER BY 2;\n",
        "java": "public record Client(long id, String bsn, LocalDate born) {\n  boolean valid() { return bsn.length() == 9; }\n}\n",
        "ps1": "Get-ADUser -Filter * -Properties EmployeeNumber | Select-Object SamAccountName, EmployeeNumber | Export-Csv out.csv\n",
    }[kind]
    return Raw(
        name=d.say("[script|util|check|model|export]_") + str(d.number(1, 99)),
        extension=kind,
        content=(
            f"{'--' if kind == 'sql' else '#' if kind in ('py', 'ps1') else '//'} v{d.number(1, 9)}.{d.number(0, 20)}\n"
            + text
        ).encode(),
    )


@template("clean", "schema of a database", "sql", hard="headers of personal data without values")
def schema(d: Draft) -> Content:
    columns = [
        "bsn CHAR(9)",
        "achternaam VARCHAR(80)",
        "geboortedatum DATE",
        "iban VARCHAR(34)",
        "salaris NUMERIC(9,2)",
        "ziek_per DATE",
        "straat VARCHAR(60)",
        "email VARCHAR(120)",
    ]
    text = (
        f"CREATE TABLE {d.pick(('medewerker', 'persoon', 'client', 'hr_emp'))} (\n  id INTEGER PRIMARY KEY,\n  "
        + ",\n  ".join(d.some(columns, 4, 8))
        + f"\n);\nCREATE INDEX ix_{d.number(1, 9)} ON audit(ts);\n"
    )
    return Raw(name=d.say("[schema|ddl|create_tables|V1__init]"), extension="sql", content=text.encode())


@template("clean", "configuration file", "json")
def configuration(d: Draft) -> Content:
    kind = d.pick(("json", "yaml", "ini", "xml"))
    port, size = d.number(1024, 9999), d.number(10**8, 10**9)
    text = {
        "json": json.dumps({"port": port, "cache": size, "fields": ["name", "bsn", "iban"], "debug": False}, indent=2),
        "yaml": f"server:\n  port: {port}\nmasking:\n  - bsn\n  - geboortedatum\nmax_bytes: {size}\n",
        "ini": f"[general]\nport={port}\nserial={size}\nlang=nl\n",
        "xml": f"<config><port>{port}</port><mask field='bsn'/><mask field='iban'/><id>{size}</id></config>",
    }[kind]
    return Raw(name=d.say("[config|settings|appsettings|export-profiel]"), extension=kind, content=text.encode())


@template("clean", "JSON of an API with ids", "json", hard="numbers that look like others")
def api(d: Draft) -> Content:
    items = [
        {
            "id": d.number(10**8, 10**9 - 1),
            "status": d.pick(("open", "done")),
            "assignee": d.number(100, 999),
            "updated": d.moment().isoformat(),
        }
        for _ in range(d.number(10, 120))
    ]
    return Raw(
        name=d.say("[issues|response|tickets|devices]"),
        extension="json",
        content=json.dumps({"total": len(items), "items": items}).encode(),
    )


@template("clean", "products with EAN", "csv xlsx json xml", hard="numbers that look like others")
def products(d: Draft) -> Content:
    rows: list[Row] = [
        [
            str(8710000000000 + d.number(10**8, 10**10)),
            d.say("[schroef|boor|verf|lamp|kabel] [wit|zwart|3 mm|XL]"),
            d.number(1, 90) + 0.95,
            d.number(100000000, 999999999),
        ]
        for _ in range(d.number(15, 150))
    ]
    return Book(
        name=d.say("[artikelen|assortiment|productfeed|prijslijst]"),
        sheets=[Sheet(title="artikelen", header=["EAN", "Omschrijving", "Prijs", d.say("[Artikelnr|SKU]")], rows=rows)],
    )


@template("clean", "orders with numbers", "csv xlsx sql db", hard="numbers that look like others")
def orders(d: Draft) -> Content:
    rows: list[Row] = [
        [d.number(100000000, 999999999), d.day(), d.pick(("verzonden", "retour", "open")), d.number(5, 900) + 0.5]
        for _ in range(d.number(15, 200))
    ]
    return Book(
        name=d.say("[orders|bestellingen|orderlijst|fact_order]"),
        sheets=[Sheet(title="orders", header=["Ordernr", "Datum", "Status", "Bedrag"], rows=rows)],
    )


@template("clean", "measurements of sensors", "csv jsonl tsv db")
def sensors(d: Draft) -> Content:
    rows: list[Row] = [
        [f"S{d.number(1, 9)}", d.moment(), d.number(150, 280) / 10, d.number(30, 80)] for _ in range(d.number(50, 400))
    ]
    return Book(
        name=d.say("[sensordata|metingen|co2 log]"),
        sheets=[Sheet(title="metingen", header=["sensor", "ts", "temp", "rv"], rows=rows)],
    )


@template("clean", "general ledger accounts", "xlsx csv ods")
def ledger(d: Draft) -> Content:
    rows: list[Row] = [
        [code, text]
        for code, text in (
            (4000, "Brutolonen"),
            (4010, "Vakantiegeld"),
            (4020, "Sociale lasten"),
            (4030, "Pensioenpremies"),
            (4050, "Ziekengelduitkering"),
            (1600, "Crediteuren"),
            (2000, "Tussenrekening netto lonen"),
        )
    ]
    return Book(
        name=d.say("[rekeningschema|grootboek|RGS koppeling]"),
        sheets=[Sheet(title="GB", header=["Rekening", "Omschrijving"], rows=d.some(rows, 4, 7))],
    )
