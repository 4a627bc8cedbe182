"""Lists about the health, convictions, descent and documents of staff."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import document_number
from ..writers import archive, sheets, tables
from ..writers.parts import Book, Row, Sheet
from .signs import listing, sign

catalogue = Catalogue()
case = catalogue.case


COMPLAINTS = (
    "griep",
    "burn-out",
    "rugklachten",
    "overspannen",
    "gebroken pols",
    "hartklachten, wacht op ingreep",
    "depressie",
    "zwangerschapsgerelateerd",
    "long covid",
    "herstel na knieoperatie",
    "migraine",
    "chemokuur",
)


@case("sap absences", "client-data", 1.2)
def sap_absence(desk: Desk) -> Made:
    """Infotype 2001; the kind of absence as code and text."""
    rows: list[Row] = [
        desk.pick(
            ["PERNR", "ENAME", "AWART", "ATEXT", "BEGDA", "ENDDA", "ABWTG"],
            ["Persnr", "Medewerker", "Afw.", "Omschr.", "Van", "Tot", "Dgn"],
        )
    ]
    for p in desk.people(desk.count(15, 90)):
        code, text = desk.pick(
            ("0200", "Ziek"),
            ("0200", "Ziek"),
            ("0210", "Zwangerschapsverlof"),
            ("0230", "Arbeidsongeval"),
            ("0100", "Vakantie"),
        )
        if code == "0200" or code == "0230":
            desk.health(text)
        rows.append(
            [
                desk.staff_number(p),
                desk.name(p, "sorted"),
                code,
                text,
                desk.on(notation="dots"),
                desk.on(notation="dots"),
                desk.count(1, 60),
            ]
        )
    person = desk.person()
    rows.append(
        [
            desk.staff_number(person),
            desk.name(person, "sorted"),
            "0200",
            desk.health("Ziek"),
            "01.09.2025",
            "31.12.9999",
            81,
        ]
    )
    return listing(
        desk,
        sign(desk),
        rows,
        file=desk.pick("IT2001", "afwezigheden", "PT64_uitvoer"),
        formats=("xlsx", "csv", "tsv", "xls-html"),
        hard="cryptic header",
    )


@case("absence list with reasons", "client-data", 1.3)
def absence_list(desk: Desk) -> Made:
    rows: list[Row] = [
        desk.pick(
            ["Naam", "Afd.", "Sinds", "Wat is er", "Afspraak BA", "Wie belt"],
            ["Medewerker", "Team", "1e ziektedag", "Opmerkingen", "Spoor", "% inzetbaar"],
        )
    ]
    told = sign(desk)
    rows.extend(
        [
            desk.name(p, desk.pick("full", "formal", "short")),
            desk.pick(*told.org.departments),
            desk.on(),
            desk.health(desk.pick(*COMPLAINTS)),
            desk.on(),
            desk.pick("TL", "50", "0", "HR"),
        ]
        for p in desk.people(desk.count(5, 25))
    )
    return listing(
        desk,
        told,
        rows,
        file=desk.pick("verzuim stand", "lijstje SMO", "Ziek wk 38", "overzicht langdurig"),
        title="Verzuimoverleg",
    )


@case("union dues", "client-data")
def union(desk: Desk) -> Made:
    rows: list[Row] = [["Persnr", "Naam", "Vakbond", "Lidnr", "Contributie", "Verrekenen WKR"]]
    for p in desk.people(desk.count(5, 30)):
        member = desk.put("union", desk.pick("FNV", "CNV", "AVV", "NU'91", "FBZ"))
        rows.append(
            [
                desk.staff_number(p),
                desk.name(p, "formal"),
                member,
                desk.count(100_000, 999_999),
                desk.count(120, 260) + 0.4,
                "ja",
            ]
        )
    return listing(
        desk,
        sign(desk),
        rows,
        file=desk.pick("vakbondscontributie", "WKR bonden dec"),
        title="Opgave contributie vakbond",
    )


@case("screening of staff", "client-data")
def screening(desk: Desk) -> Made:
    rows: list[Row] = [["Naam", "Geboren", "VOG aangevraagd", "Uitslag", "Bijzonderheden"]]
    for p in desk.people(desk.count(4, 25)):
        remark = ""
        if desk.chance(0.3):
            remark = desk.put(
                "criminal",
                desk.pick(
                    "veroordeling voor diefstal in 2019",
                    "openstaande strafzaak",
                    "veroordeeld wegens mishandeling",
                    "rijden onder invloed, 60 uur taakstraf",
                ),
            )
        rows.append([desk.name(p), desk.birth(p), desk.on(), desk.pick("verleend", "voornemen weigering"), remark])
    p = desk.person()
    rows.append(
        [desk.name(p), desk.birth(p), desk.on(), "geweigerd", desk.put("criminal", "veroordeling wegens verduistering")]
    )
    return listing(desk, sign(desk), rows, file=desk.pick("VOG register", "screening 2025"), title="Screening")


@case("register of identity documents", "client-data")
def documents(desk: Desk) -> Made:
    rows: list[Row] = [["Persnr", "Naam", "Soort", "Documentnr.", "Geldig tot", "Nationaliteit"]]
    for p in desk.people(desk.count(6, 40)):
        kind = desk.pick("paspoort", "identiteitskaart", "rijbewijs")
        rows.append(
            [
                desk.staff_number(p),
                desk.name(p, "sorted"),
                kind,
                desk.put("id_document", document_number(desk.rng, kind)),
                desk.on(desk.day(2026, 2034)),
                desk.pick("Nederlandse", "Nederlandse", "Poolse", "Turkse"),
            ]
        )
    return listing(
        desk,
        sign(desk),
        rows,
        file=desk.pick("ID-bewijzen", "WID controle", "vervaldata id"),
        title="Controle identiteitsbewijzen",
    )


@case("diversity register", "client-data")
def diversity(desk: Desk) -> Made:
    """Descent, belief and orientation of persons."""
    rows: list[Row] = [["Naam", "Culturele achtergrond", "Geloof / feestdag", "Geaardheid (vrijwillig)", "Gesproken"]]
    rows.extend(
        [
            desk.name(p),
            desk.put(
                "ethnicity",
                desk.pick(
                    "Surinaams-Hindoestaans",
                    "Marokkaans-Nederlands",
                    "Turks-Nederlands",
                    "Antilliaans",
                    "Molukse afkomst",
                ),
            ),
            desk.put("religion", desk.pick("islamitisch", "rooms-katholiek", "hindoe", "gereformeerd", "joods")),
            desk.put("orientation", desk.pick("homoseksueel", "lesbisch", "biseksueel")) if desk.chance(0.5) else "",
            desk.on(),
        ]
        for p in desk.people(desk.count(4, 20))
    )
    p = desk.person()
    rows.append(
        [
            desk.name(p),
            desk.put("ethnicity", "Surinaams"),
            desk.put("religion", "moslim"),
            desk.put("orientation", "homoseksueel"),
            desk.on(),
        ]
    )
    return listing(
        desk, sign(desk), rows, file=desk.pick("D&I gesprekken", "inclusie pilot"), title="Gesprekken diversiteit"
    )


@case("pseudonyms with their key", "client-data", 1.3)
def pseudonyms(desk: Desk) -> Made:
    """The rows carry codes; the key lies beside them, in a sheet or as a second file."""
    staff = desk.people(desk.count(10, 40))
    codes = [f"R{desk.count(10**4, 10**5)}{i:02d}" for i in range(len(staff))]
    facts: list[Row] = [["code", "verzuimdagen", "reden", "schaal", "salaris"]]
    for p, code in zip(staff, codes, strict=True):
        facts.append([code, desk.count(0, 200), desk.health(desk.pick(*COMPLAINTS)), p.scale, desk.pay_cell(p.salary)])
    key: list[Row] = [
        ["code", "naam", "personeelsnummer"],
        *([c, desk.name(p), desk.staff_number(p)] for p, c in zip(staff, codes, strict=True)),
    ]
    told = sign(desk, "origin", "folder", "none", "name")
    if desk.chance(0.5):
        book = Book(
            sheets=[
                Sheet(name="Data", rows=[[told.line], *facts] if told.line else facts),
                Sheet(name="sleutel", rows=key, state=desk.pick("hidden", "visible")),
            ]
        )
        return told.made(
            f"{desk.pick('onderzoek verzuim', 'dataset geanonimiseerd')}.xlsx",
            sheets.xlsx(book),
            hard="pseudonymised with key",
        )
    head = f"{told.line}\r\n".encode() if told.line else b""
    members = {"data.csv": head + tables.delimited(desk.book(facts)), "sleutel.csv": tables.delimited(desk.book(key))}
    return told.made(
        f"{desk.pick('onderzoek', 'geanonimiseerd')}.zip", archive.zipped(members), hard="pseudonymised with key"
    )
