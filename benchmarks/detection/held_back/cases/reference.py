"""Reference material: schemas, profiles, lists of organisations, rulings without names."""

from __future__ import annotations

import json

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import euro
from ..writers import data, tables
from ..writers.parts import Block, Bullets, Document, Fields, Grid, Heading, Para, Row
from .signs import public_address

catalogue = Catalogue()
case = catalogue.case


def _plain(desk: Desk, blocks: list[Block], file: str, *formats: str, hard: str) -> Made:
    kind, content = desk.write(Document(blocks=blocks, properties=desk.properties()), *formats)
    return Made(name=f"{file}.{kind}", data=content, hard=hard)


@case("description of an interface in json", "clean")
def schema(desk: Desk) -> Made:
    """Field names and types of persons, no person."""
    fields = {
        "burgerservicenummer": {"type": "string", "pattern": "^[0-9]{9}$"},
        "geslachtsnaam": {"type": "string", "maxLength": 200},
        "geboortedatum": {"type": "string", "format": "date"},
        "iban": {"type": "string", "maxLength": 34},
        "brutoSalaris": {"type": "number", "minimum": 0},
        "verzuimreden": {"type": "string", "deprecated": True},
    }
    text = {
        "openapi": "3.0.3",
        "info": {"title": "Personen", "version": f"1.{desk.count(0, 9)}"},
        "components": {"schemas": {"Persoon": {"properties": fields}}},
    }
    return Made(
        name=desk.pick("openapi.json", "persoon.schema.json"),
        data=json.dumps(text, indent=2).encode(),
        hard="schema without values",
    )


@case("schema of a message", "clean")
def xsd(desk: Desk) -> Made:
    elements = "".join(
        f'  <xs:element name="{name}" type="xs:{kind}" minOccurs="0"/>\n'
        for name, kind in (
            ("SofiNr", "string"),
            ("SignNm", "string"),
            ("Gebdat", "date"),
            ("LnLbPh", "integer"),
            ("Pc", "string"),
        )
    )
    text = (
        '<?xml version="1.0"?>\n<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'version="{desk.count(1, 9)}.0">\n{elements}</xs:schema>\n'
    )
    return Made(name=desk.pick("Loonaangifte.xsd", "bericht.xsd"), data=text.encode(), hard="schema without values")


@case("database with empty tables", "clean")
def empty_database(desk: Desk) -> Made:
    content = data.sqlite(
        [
            ("persoon", ["bsn", "naam", "geboortedatum"], []),
            ("instelling", ["sleutel", "waarde"], [("versie", desk.count(1, 40))]),
        ]
    )
    return Made(name=desk.pick("leeg.db", "nieuw.sqlite"), data=content, hard="schema without values")


@case("organisations with addresses", "clean")
def organisations(desk: Desk) -> Made:
    """Business addresses, numbers of the chamber of commerce, general mail and phone."""
    rows: list[Row] = [["Organisatie", "KvK", "Vestigingsadres", "Postcode", "Plaats", "Algemeen nummer", "E-mail"]]
    for _ in range(desk.count(5, 40)):
        p = desk.person()
        name = (
            f"{desk.pick('Bouwbedrijf', 'Zorgbureau', 'Drukkerij', 'Adviesbureau', 'Thuiszorg')} "
            f"{desk.pick('Waterland', 'De Brug', 'Noord', 'Kompas', 'Zonzijde')}"
        )
        rows.append(
            [
                name,
                desk.count(10**7, 9 * 10**7),
                desk.street(p),
                p.postcode,
                p.town,
                desk.phone(p.landline),
                desk.mail(f"info@{name.split()[1].lower()}{desk.count(1, 99)}.nl"),
            ]
        )
    kind, content = desk.grid(desk.book(rows))
    return Made(
        name=f"{desk.pick('leverancierslijst', 'deelnemers benchmark', 'aanbieders')}.{kind}",
        data=content,
        hard="organisations",
    )


@case("internal telephone list of functions", "clean")
def extensions(desk: Desk) -> Made:
    rows: list[Row] = [
        ["Afdeling", "Functie", "Toestel"],
        *([d, f, str(desk.count(100, 999))] for d in desk.client.departments for f in ("secretariaat", "balie")),
    ]
    kind, content = desk.grid(desk.book(rows), "xlsx", "ods", "csv", "html")
    return Made(name=f"{desk.pick('toestelnummers', 'telefoonlijst balies')}.{kind}", data=content, hard="contact list")


@case("participants of a course", "clean")
def course(desk: Desk) -> Made:
    """Business people with employer, mail of work and diet unknown."""
    rows: list[Row] = [["Deelnemer", "Functie", "Organisatie", "E-mail werk"]]
    for _ in range(desk.count(6, 20)):
        p, org = desk.person(), desk.pick(*desk.world.others)
        rows.append(
            [
                desk.name(p),
                desk.pick("HR-adviseur", "salarisadministrateur", "controller"),
                org.name,
                desk.mail(p.work_mail(org.domain)),
            ]
        )
    kind, content = desk.grid(desk.book(rows), "xlsx", "csv", "ods")
    return Made(
        name=f"{desk.pick('deelnemerslijst', 'aanmeldingen kennissessie')}.{kind}", data=content, hard="contact list"
    )


@case("job description", "clean", 1.2)
def profile(desk: Desk) -> Made:
    function = desk.pick(*desk.client.functions)
    blocks: list[Block] = [
        Heading(f"Functiebeschrijving {function}"),
        Fields(
            (
                ("Schaal", str(desk.count(5, 12))),
                ("Afdeling", desk.pick(*desk.client.departments)),
                ("Leidinggevende", "teammanager"),
            )
        ),
        Bullets(
            (
                "bewaakt de voortgang van het eigen werk",
                "onderhoudt contact met ketenpartners",
                "signaleert verzuim en werkdruk in het team",
            )
        ),
        Para("Vereist: hbo werk- en denkniveau, geldige VOG, aantoonbare ervaring met dossiers."),
    ]
    return _plain(
        desk, blocks, f"{desk.pick('functiebeschrijving', 'profiel')} {function}", hard="words of personal data"
    )


@case("published pay of top officials", "clean")
def top_pay(desk: Desk) -> Made:
    """What the law makes public: names and pay, on the public website."""
    org = desk.client
    rows = [("Naam", "Functie", "Dienstverband", "Bezoldiging 2024")]
    rows.extend(
        (
            desk.name(desk.person((1955, 1980)), "formal"),
            desk.pick("bestuurder", "secretaris-directeur", "voorzitter"),
            "1,0 fte",
            f"€ {desk.pay(float(desk.count(120, 230) * 1000))}",
        )
        for _ in range(desk.count(1, 3))
    )
    blocks: list[Block] = [
        Heading("WNT-verantwoording 2024"),
        Para(f"De WNT is van toepassing op {org.name}. Het bezoldigingsmaximum is € {euro(233000)}."),
        Grid(tuple(rows)),
    ]
    kind, content = desk.write(
        Document(blocks=blocks, properties=desk.properties(company=org.name)), "pdf", "html", "docx"
    )
    name = f"wnt-verantwoording.{kind}"
    return Made(
        name=name,
        data=content,
        client=org.name,
        hard="public report with names",
        origin_url=public_address(desk, org, name),
    )


@case("ruling without names", "clean")
def ruling(desk: Desk) -> Made:
    blocks: list[Block] = [
        Heading("Rechtbank, kantonzaken", 2),
        Para(
            f"Zaaknummer {desk.count(10**6, 10**7)} \\ CV EXPL 24-{desk.count(100, 9999)}. "
            f"ECLI:NL:RBXXX:2024:{desk.count(100, 9999)}"
        ),
        Para("[verzoeker], wonende te [woonplaats], tegen de besloten vennootschap [werkgever]."),
        Para(
            "[verzoeker] heeft zich ziek gemeld met psychische klachten. Volgens de werkgever is sprake van een "
            "arbeidsconflict. Het ontslag op staande voet wegens diefstal houdt geen stand."
        ),
        Para("De kantonrechter veroordeelt [werkgever] tot betaling van het achterstallige loon."),
    ]
    return _plain(
        desk,
        blocks,
        desk.pick("uitspraak", "ECLI_NL_2024", "vonnis geanonimiseerd"),
        "pdf",
        "html",
        "docx",
        "rtf",
        hard="anonymised text",
    )


@case("case study without a person", "clean")
def study(desk: Desk) -> Made:
    blocks: list[Block] = [
        Heading("Casus: terug naar werk na een burn-out"),
        Para(
            "Een medewerker van een middelgrote organisatie valt uit met spanningsklachten. De leidinggevende belt "
            "wekelijks. Wat doe je als casemanager?"
        ),
        Bullets(("Wanneer schakel je de bedrijfsarts in?", "Wat mag je vastleggen?", "Hoe bouw je uren op?")),
    ]
    return _plain(desk, blocks, desk.pick("casus training", "opdracht 3", "lesmateriaal"), hard="anonymised text")


@case("order confirmation", "clean")
def order(desk: Desk) -> Made:
    blocks: list[Block] = [
        Heading("Bedankt voor uw bestelling"),
        Fields(
            (
                ("Bestelnummer", str(desk.count(10**8, 10**9))),
                ("Track & trace", f"3S{desk.count(10**12, 10**13)}"),
                ("Artikel", desk.pick("muis", "laptoptas", "bureaulamp")),
            )
        ),
        Para("Wij bezorgen op werkdagen tussen 9 en 17 uur."),
    ]
    return _plain(
        desk, blocks, desk.pick("bestelling", "orderbevestiging"), "pdf", "html", "txt", hard="nine-digit numbers"
    )


@case("checksums and versions", "clean")
def checksums(desk: Desk) -> Made:
    lines = [
        f"{desk.rng.getrandbits(256):064x}  {desk.pick('setup', 'driver', 'rapport')}-{desk.count(10**8, 10**9)}.bin"
        for _ in range(desk.count(10, 80))
    ]
    return Made(
        name=desk.pick("SHA256SUMS", "checksums.txt"), data="\n".join(lines).encode(), hard="nine-digit numbers"
    )


@case("holiday calendar", "clean")
def holidays(desk: Desk) -> Made:
    rows: list[Row] = [
        ["Datum", "Feestdag", "Achtergrond"],
        *(
            [desk.on(), n, b]
            for n, b in (
                ("Goede Vrijdag", "christelijk"),
                ("Suikerfeest", "islamitisch"),
                ("Holi", "hindoe"),
                ("Jom Kipoer", "joods"),
                ("Keti Koti", "Surinaams"),
                ("Roze Zaterdag", "lhbti"),
            )
        ),
    ]
    content = tables.delimited(desk.book(rows))
    return Made(
        name=desk.pick("feestdagen.csv", "diversiteitskalender.csv"), data=content, hard="words of personal data"
    )
