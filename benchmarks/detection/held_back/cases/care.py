"""Patients, clients of care and pupils."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import write_date
from ..writers import data, slides
from ..writers.parts import Block, Bullets, Fields, Grid, Heading, Para, Row
from .papers import head
from .signs import listing, paper, sign

catalogue = Catalogue()
case = catalogue.case
CARE, SCHOOL = ("ziekenhuis", "zorg"), ("school",)
DIAGNOSES = (
    "diabetes mellitus type 2",
    "heupfractuur links",
    "COPD Gold III",
    "boezemfibrilleren",
    "mammacarcinoom",
    "ziekte van Alzheimer",
    "CVA rechts",
    "autismespectrumstoornis",
    "depressieve episode",
    "staar beide ogen",
    "nierinsufficiëntie",
)


@case("home care clients", "client-data", 1.2)
def home_care(desk: Desk) -> Made:
    rows: list[Row] = [
        desk.pick(
            ["Cliëntnummer", "Naam", "Geboortedatum", "BSN", "Adres", "Indicatie", "Aandachtspunten"],
            ["clientnr", "client", "gebdat", "bsn", "adres", "zzp", "bijz."],
        )
    ]
    rows.extend(
        [
            desk.count(10**4, 10**5),
            desk.name(p, "formal"),
            desk.birth_cell(p),
            desk.bsn(p),
            desk.address(p),
            desk.pick("VV4", "VV5", "VPT", "wijkverpleging"),
            desk.health(desk.pick(*DIAGNOSES)),
        ]
        for p in desk.people(desk.count(8, 60), (1928, 1965))
    )
    return listing(
        desk,
        sign(desk, sectors=CARE),
        rows,
        file=desk.pick("ONS clienten", "Nedap_export", "zorg in natura lijst"),
        title="Cliënten in zorg",
    )


@case("outpatient appointments", "client-data", 1.2)
def appointments(desk: Desk) -> Made:
    rows: list[Row] = [["PATNR", "PATNAAM", "GEBDAT", "BSN", "AFSPCODE", "DATUM", "SPEC", "DIAGNOSE", "DBC"]]
    for p in desk.people(desk.count(10, 90), (1930, 2018)):
        rows.append(
            [
                f"{desk.count(10**6, 10**7)}",
                desk.name(p, "sorted"),
                write_date(p.born, "sap"),
                desk.bsn(p),
                desk.pick("NP", "CP", "OK"),
                desk.on(notation="sap"),
                desk.pick("CAR", "OOG", "ORT"),
                desk.health(desk.pick(*DIAGNOSES)),
                str(desk.count(100, 999)),
            ]
        )
        desk.put("date_of_birth", write_date(p.born, "sap"))
    return listing(
        desk,
        sign(desk, sectors=CARE),
        rows,
        file=desk.pick("HIX_AGENDA", "poli afspraken", "CS_rapport_12"),
        formats=("xlsx", "csv", "tsv", "xls-html"),
        hard="cryptic header",
    )


@case("letter about a patient", "client-data", 1.2)
def letter(desk: Desk) -> Made:
    told = sign(desk, sectors=CARE)
    p, doctor = desk.person((1930, 2005)), desk.person()
    blocks: list[Block] = [
        *head(desk, told),
        Para(f"Betreft: {desk.name(p, 'formal')}, geb. {desk.birth(p)}, {desk.address(p)}"),
        Para("Geachte collega,"),
        Para(
            f"Bovengenoemde patiënt was opgenomen van {desk.on()} tot {desk.on()} wegens "
            f"{desk.health(desk.pick(*DIAGNOSES))}."
        ),
        Bullets(
            (
                "Voorgeschiedenis: " + desk.health(desk.pick("hypertensie", "astma", "appendectomie in 2004")),
                "Medicatie: metoprolol 50 mg, acenocoumarol volgens schema",
                "Beleid: controle over drie maanden",
            )
        ),
        Para(f"Met collegiale groet,\n\n{desk.name(doctor, 'formal')}, internist"),
    ]
    return paper(
        desk,
        told,
        blocks,
        file=desk.pick("ontslagbrief", "specialistenbrief", "consult"),
        formats=("docx", "pdf", "rtf", "odt", "txt"),
    )


@case("care plan", "client-data")
def care_plan(desk: Desk) -> Made:
    told = sign(desk, sectors=CARE)
    p, relative = desk.person((1928, 1960)), desk.person()
    blocks: list[Block] = [
        Heading(desk.pick("Zorgleefplan", "Ondersteuningsplan", "Begeleidingsplan")),
        Fields(
            (
                ("Cliënt", desk.name(p)),
                ("Geboren", desk.birth(p)),
                ("Contactpersoon", f"{desk.name(relative)} ({desk.phone(relative.mobile)})"),
                ("Geloof", desk.put("religion", desk.pick("rooms-katholiek", "gereformeerd", "islamitisch"))),
            ),
            desk.pick("left", "above", "table"),
        ),
        Para(f"Mevrouw/meneer heeft {desk.health(desk.pick(*DIAGNOSES))} en is incontinent. 's Nachts onrustig."),
        Grid(
            (
                ("Doel", "Actie"),
                ("Veilig lopen", "rollator binnen handbereik"),
                ("Medicatie", "aanreiken om 8 en 20 uur"),
            )
        ),
    ]
    return paper(desk, told, blocks, file=desk.pick("zorgplan", f"ZLP {p.family}", "plan cliënt"))


@case("hl7 messages", "client-data")
def hl7(desk: Desk) -> Made:
    told = sign(desk, "origin", "folder", "none", sectors=CARE)
    out = []
    for i, p in enumerate(desk.people(desk.count(3, 30), (1930, 2015))):
        born, bsn = write_date(p.born, "sap"), desk.put("bsn", p.bsn)
        code, diagnosis = desk.pick(
            ("I48", "boezemfibrilleren"), ("E11.9", "diabetes type 2"), ("J44", "COPD"), ("C50.9", "mammacarcinoom")
        )
        desk.put("date_of_birth", born)
        out += [
            f"MSH|^~\\&|HIX|ZH|LAB|ZH|20250911{i:04d}00||ADT^A08|{desk.count(10**6, 10**7)}|P|2.4",
            (
                f"PID|1||{desk.count(10**6, 10**7)}^^^PI~{bsn}^^^NLMINBIZA^NNNLD||{desk.family(p)}&{p.prefix}&{p.family}"
                f"^{p.initials}||{born}|{'M' if p.sex == 'M' else 'F'}|||{desk.street_cell(p)} {p.house}^^{p.town}"
                f"^^{p.postcode.replace(' ', '')}^NL||{desk.phone(p.mobile)}"
            ),
            f"DG1|1||{code}^{desk.health(diagnosis)}",
        ]
    return told.made(
        f"{desk.pick('adt_berichten', 'hl7_20250911')}.{desk.pick('txt', 'hl7', 'log')}",
        "\r".join(out).encode(),
        hard="message",
    )


@case("incident reports", "client-data")
def incidents(desk: Desk) -> Made:
    rows: list[Row] = [["Meldnr", "Datum", "Cliënt", "Geb.datum", "Wat gebeurde er", "Gevolg", "Melder"]]
    rows.extend(
        [
            desk.count(1000, 9999),
            desk.on(),
            desk.name(p),
            desk.birth(p),
            desk.pick("gevallen bij toilet", "verkeerde medicatie", "agressie"),
            desk.health(desk.pick("hoofdwond, gehecht", "kneuzing pols", "heup gebroken", "suf en misselijk")),
            desk.name(desk.person(), "formal"),
        ]
        for p in desk.people(desk.count(4, 30), (1928, 1970))
    )
    return listing(
        desk,
        sign(desk, sectors=CARE),
        rows,
        file=desk.pick("MIC meldingen", "VIM Q3", "incidenten"),
        title="Incidentmeldingen",
    )


@case("waiting list of mental care", "client-data")
def waiting(desk: Desk) -> Made:
    told = sign(desk, "origin", "label", "company", "folder", "none", sectors=CARE)
    rows = [("Initialen/naam", "Geb.", "Aangemeld", "Klacht")]
    rows.extend(
        (
            desk.name(p, "formal"),
            desk.birth(p, "dashes"),
            desk.on(),
            desk.health(desk.pick("eetstoornis", "PTSS", "dwangstoornis", "verslaving", "suïcidale gedachten")),
        )
        for p in desk.people(desk.count(5, 10))
    )
    pages = [
        slides.Slide(title="Wachtlijst intake", lines=("Stand deze week",), table=tuple(rows)),
        slides.Slide(title="Vervolg", lines=("Capaciteit",)),
    ]
    return told.made(f"{desk.pick('wachtlijst', 'MDO dia')}.pptx", slides.pptx(pages, told.properties))


@case("lab results", "client-data")
def lab(desk: Desk) -> Made:
    p = desk.person((1930, 2010))
    told = sign(desk, "origin", "folder", "none", "name", sectors=CARE)
    blocks: list[Block] = [
        Heading("Laboratoriumuitslag"),
        Fields((("Patiënt", desk.name(p, "sorted")), ("Geb.", desk.birth(p)), ("BSN", desk.bsn(p)))),
        Grid(
            (
                ("Bepaling", "Uitslag", "Referentie"),
                (desk.health("HbA1c"), f"{desk.count(38, 90)} mmol/mol", "20-42"),
                ("Kreatinine", f"{desk.count(60, 190)} µmol/l", "49-90"),
                ("Hb", "7,9", "7,5-10,0"),
            )
        ),
        Para(
            "Conclusie: past bij "
            f"{desk.health(desk.pick('slecht ingestelde diabetes', 'chronische nierschade', 'bloedarmoede'))}."
        ),
    ]
    return paper(
        desk, told, blocks, file=desk.pick("lab", "uitslag", "labrapport"), formats=("pdf", "txt", "html", "docx")
    )


@case("pupils out of a school system", "client-data", 1.2)
def pupils(desk: Desk) -> Made:
    rows: list[Row] = [
        desk.pick(
            [
                "Stamnr",
                "Achternaam",
                "Tussenv",
                "Roepnaam",
                "Geb.datum",
                "BSN/Onderwijsnr",
                "Klas",
                "Ouder 1",
                "Tel ouder",
                "Mail ouder",
            ],
            ["LLNR", "ANAAM", "TV", "RNAAM", "GEB", "PGN", "GRP", "OUDER", "TEL", "MAIL"],
        )
    ]
    for p in desk.people(desk.count(10, 90), (2006, 2019)):
        parent = desk.person((1968, 1992))
        rows.append(
            [
                desk.count(10**4, 10**5),
                desk.family(p),
                p.prefix,
                p.given,
                desk.birth_cell(p),
                desk.bsn(p),
                desk.pick("1a", "2hv", "groep 6"),
                desk.name(parent, "formal"),
                desk.phone(parent.mobile),
                desk.mail(parent.private_mail),
            ]
        )
    return listing(
        desk,
        sign(desk, sectors=SCHOOL),
        rows,
        file=desk.pick("Magister_leerlingen", "groepslijst", "ParnasSys uitvoer"),
        title="Leerlingen",
    )


@case("development plan of a pupil", "client-data")
def development(desk: Desk) -> Made:
    told = sign(desk, sectors=SCHOOL)
    p = desk.person((2008, 2018))
    blocks: list[Block] = [
        Heading("Ontwikkelingsperspectief"),
        Fields(
            (("Leerling", desk.name(p)), ("Geboortedatum", desk.birth(p)), ("Groep", str(desk.count(3, 8)))),
            desk.pick("left", "table", "above"),
        ),
        Para(
            f"{p.given} heeft "
            f"{desk.health(desk.pick('ADHD', 'dyslexie en faalangst', 'een taalontwikkelingsstoornis', 'autisme'))} "
            "en werkt met een eigen weektaak. Thuis is er spanning door de scheiding van de ouders."
        ),
        Para("Uitstroomverwachting: vmbo-basis met lwoo."),
    ]
    return paper(desk, told, blocks, file=desk.pick("OPP", f"groeidocument {p.given}", "handelingsplan"))


@case("education numbers exchange", "client-data")
def exchange(desk: Desk) -> Made:
    columns = [
        "burgerservicenummer",
        "geboortedatum",
        "achternaam",
        "straatnaam",
        "huisnummer",
        "postcode",
        "inschrijving",
        "leerjaar",
    ]
    rows: list[Row] = [
        (
            desk.put("bsn", p.bsn),
            desk.birth(p, "iso"),
            desk.family(p),
            desk.street_cell(p),
            p.house,
            p.postcode.replace(" ", ""),
            desk.day(),
            desk.count(1, 6),
        )
        for p in desk.people(desk.count(5, 70), (2005, 2013))
    ]
    told = sign(desk, "origin", "folder", "none", sectors=SCHOOL)
    return told.made(
        f"{desk.pick('BRON_aanlevering', 'ROD_terugmelding')}.xml",
        data.xml("registratie", "inschrijving", columns, rows),
        hard="message",
    )


@case("marks of a class", "client-data")
def marks(desk: Desk) -> Made:
    rows: list[Row] = [["Leerlingnr", "Leerling", "Geb", "NE", "EN", "WI", "Opmerking mentor"]]
    rows.extend(
        [
            desk.count(10**4, 10**5),
            desk.name(p),
            desk.birth(p),
            desk.count(35, 95) / 10,
            desk.count(35, 95) / 10,
            desk.count(35, 95) / 10,
            desk.pick("", "praat veel", "ouders bellen"),
        ]
        for p in desk.people(desk.count(10, 30), (2006, 2014))
    )
    return listing(
        desk,
        sign(desk, sectors=SCHOOL),
        rows,
        file=desk.pick("cijfers 3B", "rapportvergadering", "cijferlijst"),
        title="Rapport 2",
    )
