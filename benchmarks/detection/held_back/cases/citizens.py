"""Citizens, tenants and taxpayers: what lies in the systems of municipalities, water boards and housing corporations."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import document_number, euro
from ..writers import archive, data
from ..writers.parts import Block, Fields, Grid, Heading, Para, Row
from .papers import head, sir
from .signs import listing, paper, sign

catalogue = Catalogue()
case = catalogue.case
OFFENCES = (
    "afval dumpte in het natuurgebied en zich verzette tegen aanhouding",
    "met een gestolen fiets reed; hij is aangehouden wegens heling",
    "een hennepkwekerij in de woning had ingericht",
)
TROUBLES = (
    "is verslaafd aan alcohol",
    "wordt behandeld voor een depressie",
    "heeft een licht verstandelijke beperking",
)
NEEDS = (
    "door COPD snel benauwd bent",
    "na een beroerte halfzijdig verlamd bent",
    "beginnende dementie heeft",
    "vanwege MS slecht loopt",
)

TOWN, TAXING, HOUSING = ("gemeente",), ("gemeente", "waterschap"), ("woningcorporatie",)


@case("welfare clients", "client-data", 1.2)
def welfare(desk: Desk) -> Made:
    rows: list[Row] = [
        desk.pick(
            ["Cliëntnr", "Achternaam", "Vrl", "BSN", "Geb. dtm", "Regeling", "Uitkering p/m", "Consulent"],
            ["CLNTNR", "NAAM", "VL", "A-nr/BSN", "GEBDAT", "REG", "BEDRAG", "BEH"],
        )
    ]
    worker = desk.name(desk.person(), "formal")
    rows.extend(
        [
            desk.count(10**5, 10**6),
            desk.surname(p),
            p.initials,
            desk.bsn(p),
            desk.birth(p),
            desk.pick("PW", "IOAW", "BBZ", "BijzB"),
            float(desk.count(300, 1500)),
            worker,
        ]
        for p in desk.people(desk.count(10, 90))
    )
    return listing(
        desk,
        sign(desk, sectors=TOWN),
        rows,
        file=desk.pick("Suite4_uitkeringen", "bestand PW", "clienten W&I", "GWS4all export"),
        title="Lopende uitkeringen",
    )


@case("registry extract of one person", "client-data")
def registry(desk: Desk) -> Made:
    """A person list with the numbered categories of the registry."""
    p, partner = desk.person(), desk.person()
    told = sign(desk, "origin", "folder", "name", "none", sectors=TOWN)
    lines = [
        "01 PERSOON",
        f"01.10  A-nummer             {desk.count(10**9, 9 * 10**9)}",
        f"01.20  Burgerservicenummer  {desk.put('bsn', p.bsn)}",
        f"02.10  Voornamen            {p.given}",
        f"02.30  Voorvoegsel          {p.prefix}",
        f"02.40  Geslachtsnaam        {desk.family(p)}",
        f"03.10  Geboortedatum        {desk.birth(p, 'sap')}",
        f"03.20  Geboorteplaats       {p.town}",
        "05 HUWELIJK",
        f"02.40  Geslachtsnaam        {desk.family(partner)}",
        "08 VERBLIJFPLAATS",
        f"11.10  Straatnaam           {desk.street_cell(p)}",
        f"11.20  Huisnummer           {p.house}",
        f"11.60  Postcode             {p.postcode.replace(' ', '')}",
    ]
    if told.line:
        lines.insert(0, told.line)
    return told.made(
        f"{desk.pick('persoonslijst', 'PL', 'brp_bevraging')}.txt",
        "\r\n".join(lines).encode("cp1252"),
        hard="numbered categories",
    )


@case("decision on care or support", "client-data", 1.2)
def decision(desk: Desk) -> Made:
    told = sign(desk, sectors=TOWN)
    p = desk.person((1935, 2000))
    blocks: list[Block] = [
        *head(desk, told),
        Para(f"{desk.name(p, 'polite')}\n{desk.address(p, chr(10))}"),
        Fields(
            (
                ("Datum", desk.on(notation="words")),
                ("Zaaknummer", f"Z{desk.count(10**6, 10**7)}"),
                ("BSN", desk.bsn(p)),
                ("Onderwerp", "besluit Wmo 2015"),
            )
        ),
        Para(sir(desk, p)),
        Para(
            f"U vroeg om {desk.pick('hulp bij het huishouden', 'een traplift', 'een scootmobiel', 'dagbesteding')}. "
            "Uit het onderzoek blijkt dat u "
            f"{desk.health(desk.pick(*NEEDS))}"
            ". Wij kennen de voorziening toe."
        ),
        Para("Bent u het niet eens met dit besluit? U kunt binnen zes weken bezwaar maken."),
    ]
    return paper(
        desk,
        told,
        blocks,
        file=desk.pick("beschikking", f"besluit {p.family}", "toekenning wmo"),
        formats=("docx", "pdf", "odt", "rtf"),
    )


@case("passport applications", "client-data")
def passports(desk: Desk) -> Made:
    rows: list[Row] = [
        ["Aanvraagnr", "Naam aanvrager", "Geboortedatum", "Document", "Documentnummer", "Status", "Bezorgadres"]
    ]
    for p in desk.people(desk.count(6, 40)):
        kind = desk.pick("paspoort", "identiteitskaart", "rijbewijs")
        rows.append(
            [
                desk.count(10**7, 10**8),
                desk.name(p, "sorted"),
                desk.birth_cell(p),
                kind,
                desk.put("id_document", document_number(desk.rng, kind)),
                "uitgereikt",
                desk.address(p),
            ]
        )
    return listing(
        desk,
        sign(desk, sectors=TOWN),
        rows,
        file=desk.pick("RAAS aanvragen", "reisdocumenten", "balie week 14"),
        title="Reisdocumenten",
    )


@case("debt counselling", "client-data")
def debts(desk: Desk) -> Made:
    told = sign(desk, sectors=TOWN)
    p = desk.person()
    blocks: list[Block] = [
        Heading("Schuldregelingsdossier"),
        Fields(
            (
                ("Schuldenaar", desk.name(p)),
                ("BSN", desk.bsn(p)),
                ("Adres", desk.address(p)),
                ("Inkomen", f"€ {desk.pay(float(desk.count(1100, 2400)))} netto"),
            ),
            desk.pick("left", "table", "above"),
        ),
        Grid(
            (
                ("Schuldeiser", "Vordering"),
                *(
                    (
                        desk.pick("Energie van Hier", "Zorgverzekeraar", "CJIB", "Woonstichting"),
                        euro(desk.count(100, 9000)),
                    )
                    for _ in range(desk.count(3, 9))
                ),
            )
        ),
        Para(f"Betrokkene {desk.health(desk.pick(*TROUBLES))}; bewindvoering is aangevraagd."),
    ]
    return paper(desk, told, blocks, file=desk.pick("SHV dossier", f"schuld {p.family}", "schuldenoverzicht"))


@case("official report of an offence", "client-data")
def offence(desk: Desk) -> Made:
    told = sign(desk, sectors=TOWN)
    p = desk.person()
    blocks: list[Block] = [
        *head(desk, told),
        Heading("Proces-verbaal van bevindingen"),
        Para(f"Verdachte: {desk.name(p)}, geboren {desk.birth(p)}, wonende {desk.address(p)}."),
        Para(f"Ik, verbalisant, zag dat verdachte {desk.put('criminal', desk.pick(*OFFENCES))}."),
    ]
    return paper(desk, told, blocks, file=desk.pick("PV 2025", "proces-verbaal", "bevindingen BOA"))


@case("case system export", "client-data", 1.2)
def cases(desk: Desk) -> Made:
    columns = ["zaakidentificatie", "zaaktype", "initiator_bsn", "initiator_naam", "adres", "status", "toelichting"]
    rows: list[Row] = [
        (
            f"ZAAK-2025-{desk.count(10**6, 10**7)}",
            desk.pick("Melding openbare ruimte", "Verhuizing", "Parkeervergunning", "Bezwaar"),
            desk.put("bsn", p.bsn),
            desk.name(p, "formal"),
            desk.address(p),
            desk.pick("open", "afgehandeld"),
            desk.pick("", "belt terug", "spoed"),
        )
        for p in desk.people(desk.count(5, 60))
    ]
    told = sign(desk, "origin", "folder", "none", sectors=TOWN)
    name = desk.pick("zaken", "zaaksysteem_export", "open_zaken")
    if desk.chance(0.35):
        return told.made(f"{name}.jsonl", data.jsonl(columns, rows))
    return told.made(f"{name}.json", data.json_rows(columns, rows, "results"))


@case("message between systems", "client-data")
def message(desk: Desk) -> Made:
    """A StUF message; everything of interest stands in elements and attributes."""
    p = desk.person()
    told = sign(desk, "origin", "folder", "none", sectors=TOWN)
    body = (
        '<?xml version="1.0" encoding="UTF-8"?><soap:Envelope '
        'xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'
        '<BG:npsLa01 xmlns:BG="http://www.egem.nl/StUF/sector/bg/0310" '
        'xmlns:StUF="http://www.egem.nl/StUF/StUF0301"><BG:object StUF:entiteittype="NPS">'
        f"<BG:inp.bsn>{desk.put('bsn', p.bsn)}</BG:inp.bsn><BG:geslachtsnaam>{desk.family(p)}</BG:geslachtsnaam>"
        f"<BG:voorvoegselGeslachtsnaam>{p.prefix}</BG:voorvoegselGeslachtsnaam><BG:voornamen>{p.given}</BG:voornamen>"
        f"<BG:geboortedatum>{desk.birth(p, 'sap')}</BG:geboortedatum><BG:verblijfsadres><BG:gor.straatnaam>"
        f"{desk.street_cell(p)}</BG:gor.straatnaam>"
        f"<BG:aoa.huisnummer>{p.house}</BG:aoa.huisnummer><BG:aoa.postcode>{p.postcode.replace(' ', '')}"
        "</BG:aoa.postcode></BG:verblijfsadres>"
        "</BG:object></BG:npsLa01></soap:Body></soap:Envelope>"
    )
    return told.made(f"{desk.pick('npsLa01', 'bericht', 'stuf_antwoord')}.xml", body.encode(), hard="message")


@case("objection of a citizen", "client-data")
def objection(desk: Desk) -> Made:
    told = sign(desk, sectors=TOWN)
    p = desk.person()
    blocks: list[Block] = [
        Para(f"{desk.name(p)}\n{desk.address(p, chr(10))}\n{desk.phone(p.mobile)}"),
        Para(f"Aan: {told.line or 'het college'}\n\nBetreft: bezwaar tegen besluit van {desk.on(notation='words')}"),
        Para(
            "Geacht college,\n\nHierbij maak ik bezwaar tegen de afwijzing van mijn aanvraag. Ik kan de rekeningen "
            "niet meer betalen en mijn dochter moet naar school."
        ),
        Para(f"U kunt het geld overmaken op {desk.iban(p)}. Mijn BSN is {desk.bsn(p)}."),
        Para(f"Hoogachtend,\n\n{p.initials} {p.surname}"),
    ]
    return paper(
        desk,
        told,
        blocks,
        file=desk.pick("bezwaarschrift", "ingekomen 2025", "bezwaar"),
        formats=("docx", "pdf", "txt", "odt"),
    )


@case("truants", "client-data")
def truants(desk: Desk) -> Made:
    rows: list[Row] = [
        ["Leerling", "Geb.", "School", "Soort verzuim", "Ouder/verzorger", "Tel", "Opm. leerplichtambtenaar"]
    ]
    for p in desk.people(desk.count(5, 30), (2007, 2018)):
        parent = desk.person((1970, 1990))
        rows.append(
            [
                desk.name(p),
                desk.birth(p),
                desk.pick("De Regenboog", "Het Kompas"),
                desk.pick("relatief", "absoluut", "luxe"),
                desk.name(parent, "short"),
                desk.phone(parent.mobile),
                desk.pick("gesprek gehad", "HALT", "zorgmelding"),
            ]
        )
    return listing(
        desk, sign(desk, sectors=TOWN), rows, file=desk.pick("leerplicht", "verzuimmeldingen DUO"), title="Leerplicht"
    )


@case("archive of a dossier", "client-data")
def dossier(desk: Desk) -> Made:
    """A zip in a zip with a letter and a list."""
    told = sign(desk, "origin", "folder", "none", sectors=TOWN)
    p = desk.person()
    letter = (
        f"Geachte {desk.name(p, 'polite')},\r\n\r\nUw BSN {desk.bsn(p)} is bij ons bekend. U woont op "
        f"{desk.address(p)}.\r\n"
    )
    inner = archive.zipped({"brief.txt": letter.encode(), "foto's.txt": b"volgt later"})
    members = {"dossier/aanvraag.zip": inner, "dossier/leesmij.txt": b"zie bijlage"}
    kind = desk.pick("zip", "7z", "tar.gz", "tar")
    content = archive.packed(members, kind)
    return told.made(
        f"{desk.pick('dossier', 'stukken', 'zaak')}.{kind}", content, hard="archive in an archive", hidden=True
    )
