"""Code, logs and dumps: full of numbers that mean no person."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import iban_like
from ..writers import archive, data, tables
from ..writers.parts import Row

catalogue = Catalogue()
case = catalogue.case
FOLDERS = ("Documents/Scripts", "Downloads", "Desktop/test", "Documents/Dev/tooling", "Downloads/logs")


def technical(desk: Desk, name: str, content: bytes, hard: str) -> Made:
    return Made(name=name, data=content, folder=desk.pick(*FOLDERS), hard=hard)


def nine(desk: Desk) -> int:
    return desk.count(100_000_000, 999_999_999)


@case("server log", "clean", 1.2)
def server_log(desk: Desk) -> Made:
    lines = []
    for i in range(desk.pick(200, 1500, 8000)):
        stamp = (
            f"2025-{desk.count(1, 11):02d}-{desk.count(1, 28):02d} {i % 24:02d}:{i % 60:02d}"
            f":{desk.count(0, 59):02d},{desk.count(0, 999):03d}"
        )
        event = desk.pick(
            (
                f"INFO  [http-nio-8443-{i % 9}] request id={nine(desk)} status=200 dur={desk.count(1, 900)}ms "
                f"bytes={desk.count(100, 10**6)}"
            ),
            f"WARN  session {desk.rng.getrandbits(64):016x} expired after 1800s",
            f"DEBUG row {nine(desk)} skipped, checksum {nine(desk)} != {nine(desk)}",
            f"ERROR batch {nine(desk)} job 'Salarisrun': ORA-01400 cannot insert NULL into PERSOON.BSN",
            (
                f"INFO  10.{desk.count(0, 255)}.{desk.count(0, 255)}.{desk.count(1, 254)} GET "
                f"/api/v2/employees/{nine(desk)}/absence 404"
            ),
        )
        lines.append(f"{stamp} {event}")
    return technical(
        desk,
        f"{desk.pick('catalina', 'app', 'server')}.{desk.pick('log', 'out', 'log.1')}",
        "\n".join(lines).encode(),
        "server log",
    )


@case("access log", "clean")
def access_log(desk: Desk) -> Made:
    lines = [
        (
            f'10.{i % 20}.4.{i % 250} - - [{desk.count(1, 28):02d}/Sep/2025:{i % 24:02d}:00:{i % 60:02d} +0200] "GET '
            f'/zaak/{nine(desk)} HTTP/1.1" 200 {desk.count(100, 90_000)}'
        )
        for i in range(desk.count(300, 2500))
    ]
    return technical(
        desk, desk.pick("access.log", "localhost_access_log.2025-09-14.txt"), "\n".join(lines).encode(), "server log"
    )


@case("python script", "clean")
def python(desk: Desk) -> Made:
    source = f'''"""Controleert nummers in een aanleverbestand."""
import csv
import sys

GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
KOLOMMEN = ["personeelsnummer", "achternaam", "geboortedatum", "bsn", "iban", "salaris"]
DREMPEL = {nine(desk)}


def elfproef(bsn: str) -> bool:
    bsn = bsn.zfill(9)
    return sum(g * int(c) for g, c in zip(GEWICHTEN, bsn)) % 11 == 0


def controleer(pad):
    with open(pad, newline="", encoding="cp1252") as bestand:
        for regel, rij in enumerate(csv.DictReader(bestand, delimiter=";"), 2):
            if not elfproef(rij["bsn"]):
                print(f"regel {{regel}}: bsn voldoet niet")


if __name__ == "__main__":
    controleer(sys.argv[1])
'''
    return technical(desk, desk.pick("controle.py", "elfproef.py", "check_bestand.py"), source.encode(), "code")


@case("sql script", "clean")
def sql_script(desk: Desk) -> Made:
    source = f"""-- Aanmaken van de staging-tabellen voor de conversie
CREATE TABLE stg_medewerker (
  persnr      NUMBER(8)     NOT NULL,
  bsn         VARCHAR2(9),
  geb_datum   DATE,
  iban        VARCHAR2(34),
  ziek_vanaf  DATE,
  salaris     NUMBER(11,2)
);
CREATE SEQUENCE seq_mdw START WITH {nine(desk)};

SELECT afd, COUNT(*) aantal, ROUND(AVG(salaris), 0) gem
  FROM stg_medewerker
 WHERE bsn IS NOT NULL AND LENGTH(bsn) = 9
   AND mutatie_id > {nine(desk)}
 GROUP BY afd HAVING COUNT(*) >= 5;
"""
    return technical(desk, desk.pick("staging.sql", "query_afd.sql", "01_tabellen.sql"), source.encode(), "code")


@case("spreadsheet of products", "clean")
def products(desk: Desk) -> Made:
    rows: list[Row] = [["Artikelnr", "EAN", "Omschrijving", "Voorraad", "Prijs"]]
    rows.extend(
        [
            nine(desk),
            str(desk.count(8_700_000_000_000, 8_719_999_999_999)),
            desk.pick("Bout M8x40", "Lager 6204", "Handschoen nitril", "Filterkap", "Sensor IP67"),
            desk.count(0, 900),
            desk.count(5, 90_000) / 100,
        ]
        for _ in range(desk.pick(60, 400, 4000))
    )
    kind, content = desk.grid(desk.book(rows), "csv", "xlsx", "tsv")
    return technical(desk, f"{desk.pick('artikelen', 'voorraadlijst', 'EAN export')}.{kind}", content, "EAN codes")


@case("payment references like an IBAN", "clean")
def references(desk: Desk) -> Made:
    rows: list[Row] = [["Referentie", "Zaaknummer", "Transactie-id", "Status"]]
    rows.extend(
        [
            iban_like(desk.rng),
            f"Z-2025-{desk.count(10**5, 10**6)}",
            nine(desk),
            desk.pick("verwerkt", "wacht", "fout"),
        ]
        for _ in range(desk.count(40, 500))
    )
    kind, content = desk.grid(desk.book(rows), "csv", "xlsx", "tsv")
    return technical(
        desk, f"{desk.pick('referenties', 'matching', 'reconciliatie')}.{kind}", content, "IBAN-like references"
    )


@case("dump of nine-digit numbers", "clean", 1.3)
def nines(desk: Desk) -> Made:
    """Nine in a hundred of them pass the eleven-proof by chance."""
    rows: list[Row] = [
        desk.pick(
            ["id", "order_id", "parent", "hash"],
            ["objectid", "x", "y", "bron"],
            ["meter_id", "stand", "vorige", "eenheid"],
        )
    ]
    rows.extend([nine(desk), nine(desk), nine(desk), desk.count(0, 99)] for _ in range(desk.pick(300, 3000, 20_000)))
    content = tables.delimited(desk.book(rows), separator=desk.pick(";", ",", "\t"))
    return technical(
        desk,
        f"{desk.pick('dump', 'orders', 'meterstanden', 'objecten')}.{desk.pick('csv', 'txt')}",
        content,
        "nine-digit numbers",
    )


@case("json of a web service", "clean")
def service(desk: Desk) -> Made:
    columns = ["id", "omschrijving", "btwNummer", "rsin", "waarde", "gewijzigd"]
    rows: list[Row] = [
        (
            nine(desk),
            desk.pick("koppeling", "abonnement", "token"),
            f"NL{desk.count(800_000_000, 869_999_999)}B01",
            str(desk.count(800_000_000, 869_999_999)),
            desk.count(1, 10**6) / 100,
            desk.day(),
        )
        for _ in range(desk.count(10, 200))
    ]
    if desk.chance(0.5):
        return technical(desk, "response.json", data.json_rows(columns, rows, "items"), "RSIN and BTW numbers")
    return technical(desk, "events.jsonl", data.jsonl(columns, rows), "RSIN and BTW numbers")


@case("database of measurements", "clean")
def measurements(desk: Desk) -> Made:
    rows: list[Row] = [(nine(desk), desk.day(), desk.count(0, 9999) / 100) for _ in range(desk.count(100, 2000))]
    return technical(
        desk,
        desk.pick("sensors.sqlite", "telling.db"),
        data.sqlite([("meting", ["object_id", "dag", "waarde"], rows)]),
        "nine-digit numbers",
    )


@case("configuration", "clean")
def configuration(desk: Desk) -> Made:
    rows: list[Row] = [(f"param{i}", str(nine(desk))) for i in range(desk.count(5, 40))]
    content = data.xml("configuratie", "parameter", ["naam", "waarde"], rows, ' versie="2.4"')
    return technical(desk, desk.pick("config.xml", "settings.xml"), content, "nine-digit numbers")


@case("repository in an archive", "clean")
def repository(desk: Desk) -> Made:
    members = {
        "tooling/README.md": b"# Tooling\n\nScripts om aanleverbestanden te controleren (BSN, IBAN, geboortedatum).\n",
        "tooling/src/main.js": (
            f"const MAX = {nine(desk)};\nexport function bsn(v) {{ return /^[0-9]{{9}}$/.test(v); }}\n"
        ).encode(),
        "tooling/package-lock.json": data.json_rows(
            ["name", "integrity"], [("lodash", f"sha512-{desk.rng.getrandbits(256):x}")], "packages"
        ),
    }
    kind = desk.pick("zip", "tar.gz", "7z", "tar.xz", "tar.bz2")
    content = archive.packed(members, kind)
    return technical(desk, f"tooling-main.{kind}", content, "code")
