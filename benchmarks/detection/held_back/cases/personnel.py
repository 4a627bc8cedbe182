"""Lists about staff out of HR systems and the lists that people keep beside them."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import big, document_number, write_date
from ..writers import archive, data, sheets, tables
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


@case("sap personal data and addresses", "client-data", 1.2)
def sap_person(desk: Desk) -> Made:
    """Infotypes 0002 and 0006 with technical field names."""
    head = desk.pick(
        [
            "PERNR",
            "ANREX",
            "NACHN",
            "VORSW",
            "INITS",
            "VORNA",
            "GBDAT",
            "PERID",
            "NATIO",
            "STRAS",
            "HSNMR",
            "PSTLZ",
            "ORT01",
            "TELNR",
        ],
        [
            "Pers.nr",
            "Aanh",
            "Naam",
            "Vvg",
            "Inits",
            "Roepn",
            "Geb.dtm",
            "PersID",
            "Nat",
            "Straat",
            "Hnr",
            "Postc",
            "Plaats",
            "Tel.",
        ],
    )
    rows: list[Row] = [head]
    for p in desk.people(desk.count(10, 120)):
        rows.append(
            [
                desk.staff_number(p).zfill(8), "Dhr" if p.sex == "M" else "Mevr", desk.family(p), p.prefix, p.initials.replace(".", ""), p.given,
                desk.birth(p), desk.put("bsn", p.bsn), "NL", desk.street_cell(p), p.house, p.postcode, p.town, desk.phone(p.mobile),
            ]
        )  # fmt: skip
    file = desk.pick("PA0002", "IT0002_IT0006", "personalia", "EXPORT_HR")
    return listing(
        desk, sign(desk), rows, file=file, formats=("xlsx", "csv", "tsv", "xls-html", "xml"), hard="cryptic header"
    )


@case("sap organisational assignment", "client-data")
def sap_org(desk: Desk) -> Made:
    """Infotype 0001: numbers, units and names, no BSN or pay."""
    told = sign(desk)
    rows: list[Row] = [
        ["PERNR", "ENAME", "BUKRS", "WERKS", "BTRTL", "PERSG", "PERSK", "ORGEH", "PLANS", "STELL", "KOSTL", "BEGDA"]
    ]
    for p in desk.people(desk.count(15, 90)):
        codes = [str(desk.count(1000, 9999)) for _ in range(3)] + ["1", str(desk.count(10, 40))]
        unit = [str(desk.count(50_000_000, 50_999_999)) for _ in range(3)]
        rows.append(
            [
                desk.staff_number(p).zfill(8),
                desk.name(p, "sorted"),
                *codes,
                *unit,
                str(desk.count(10**5, 10**6)),
                write_date(p.started, "sap"),
            ]
        )
    return listing(
        desk,
        told,
        rows,
        file=desk.pick("IT0001", "PA0001_ORG", "export_plaatsing"),
        formats=("xlsx", "csv", "tsv"),
        hard="cryptic header",
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
    for p in desk.people(desk.count(5, 25)):
        rows.append(
            [
                desk.name(p, desk.pick("full", "formal", "short")),
                desk.pick(*told.org.departments),
                desk.on(),
                desk.health(desk.pick(*COMPLAINTS)),
                desk.on(),
                desk.pick("TL", "50", "0", "HR"),
            ]
        )
    return listing(
        desk,
        told,
        rows,
        file=desk.pick("verzuim stand", "lijstje SMO", "Ziek wk 38", "overzicht langdurig"),
        title="Verzuimoverleg",
    )


@case("workday report", "client-data")
def workday(desk: Desk) -> Made:
    told = sign(desk)
    rows: list[Row] = [
        [
            "Employee ID",
            "Worker",
            "Date of Birth",
            "Primary Home Address",
            "Home Email",
            "Total Base Pay",
            "Job Profile",
            "Gender",
        ]
    ]
    for p in desk.people(desk.count(10, 60)):
        rows.append(
            [
                desk.staff_number(p),
                desk.name(p),
                desk.birth_cell(p),
                desk.address(p),
                desk.mail(p.private_mail),
                desk.pay_cell(round(p.salary * 12, 2)),
                desk.pick(*told.org.functions),
                p.sex,
            ]
        )
    return listing(
        desk,
        told,
        rows,
        file=desk.pick("Workers_Report", "RPT_Headcount_NL", "Employee Central"),
        title="Active workers",
        hard="english",
    )


@case("successfactors csv", "client-data")
def successfactors(desk: Desk) -> Made:
    """Two header lines: technical and readable; the number sits in the national id field."""
    rows: list[Row] = [
        [
            "user-id",
            "person-id-external",
            "last-name",
            "first-name",
            "national-id",
            "card-type",
            "date-of-birth",
            "isPrimary",
        ],
        ["User ID", "Person Id", "Last Name", "First Name", "National Id", "Card Type", "Date Of Birth", "Primary"],
    ]
    for p in desk.people(desk.count(10, 80)):
        rows.append(
            [desk.staff_number(p), p.number, desk.surname(p), p.given, desk.bsn(p), "BSN", f"{p.born:%m/%d/%Y}", "Y"]
        )
        desk.put("date_of_birth", f"{p.born:%m/%d/%Y}")
    told = sign(desk, "origin", "folder", "none")
    return told.made(
        f"{desk.pick('NationalIdInfo', 'EC_import_basicinfo')}.csv",
        tables.delimited(desk.book(rows), separator=","),
        hard="two header lines",
    )


@case("birthdays", "client-data")
def birthdays(desk: Desk) -> Made:
    rows: list[Row] = [["Wie", "Jarig", "Team"]]
    told = sign(desk)
    for p in desk.people(desk.count(8, 40)):
        rows.append([desk.name(p), desk.birth(p, desk.pick("words", "dashes")), desk.pick(*told.org.departments)])
    return listing(
        desk,
        told,
        rows,
        file=desk.pick("Verjaardagen", "taart lijst", "verjaardagskalender 2025"),
        title="Verjaardagen",
        formats=("xlsx", "ods", "csv", "html"),
    )


@case("was and becomes in a reorganisation", "client-data")
def reorganisation(desk: Desk) -> Made:
    told = sign(desk)
    rows: list[Row] = [
        ["Medewerker", "Geb.jaar/dd", "In dienst", "Functie oud", "Functie nieuw", "Status", "Schaal", "Salaris"]
    ]
    for p in desk.people(desk.count(10, 50)):
        rows.append(
            [
                desk.name(p, "sorted"),
                desk.birth(p),
                desk.on(p.started),
                desk.pick(*told.org.functions),
                desk.pick(*told.org.functions),
                desk.pick("boventallig", "volgt functie", "herplaatsing", "VWNW-traject"),
                p.scale,
                desk.pay_cell(p.salary),
            ]
        )
    return listing(
        desk,
        told,
        rows,
        file=desk.pick("was-wordt lijst", "plaatsingslijst CONCEPT", "mobiliteit"),
        title="Plaatsing per medewerker",
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
    for p in desk.people(desk.count(4, 20)):
        rows.append(
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
                desk.put("orientation", desk.pick("homoseksueel", "lesbisch", "biseksueel"))
                if desk.chance(0.5)
                else "",
                desk.on(),
            ]
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


@case("numbers without their leading zero", "client-data", 1.2)
def lost_zero(desk: Desk) -> Made:
    """BSN and phone as numbers in a sheet, the header a few rows down."""
    rows: list[Row] = [["Mdw", "Sofi", "Mobiel", "Geb", "Bank"]]
    for p in desk.people(desk.count(12, 60)):
        digits = p.mobile[1:]
        desk.put("phone", digits)
        rows.append([desk.name(p, "formal"), desk.bsn_number(p), int(digits), desk.birth_cell(p), desk.iban(p)])
    return listing(
        desk,
        sign(desk),
        rows,
        file=desk.pick("Kopie van lijst", "Map1", "werkbestand mdw"),
        title="Personeelsleden",
        formats=("xlsx", "ods", "xlsx", "csv"),
        hard="numbers as numbers",
    )


@case("applicants", "client-data")
def applicants(desk: Desk) -> Made:
    rows: list[Row] = [
        ["Kandidaat", "Woonplaats", "Telefoon", "E-mail", "Geb.datum", "Salariswens", "Oordeel commissie"]
    ]
    for p in desk.people(desk.count(3, 20)):
        rows.append(
            [
                desk.name(p),
                p.town,
                desk.phone(p.mobile),
                desk.mail(p.private_mail),
                desk.birth(p),
                desk.pay_cell(float(desk.count(28, 60) * 100)),
                desk.pick("uitnodigen", "afwijzen: te weinig ervaring", "reserve", "twijfel, stotterde"),
            ]
        )
    return listing(
        desk,
        sign(desk),
        rows,
        file=desk.pick("sollicitanten teamleider", "longlist", "briefselectie"),
        title="Selectie",
    )


@case("nurses with their registration", "client-data")
def nurses(desk: Desk) -> Made:
    rows: list[Row] = [["Medewerker", "Geboortedatum", "BIG-nummer", "Verloopt", "Afdeling"]]
    told = sign(desk)
    for p in desk.people(desk.count(6, 40)):
        rows.append(
            [
                desk.name(p),
                desk.birth(p),
                desk.put("big_number", big(desk.rng)),
                desk.on(desk.day(2026, 2030)),
                desk.pick(*told.org.departments),
            ]
        )
    return listing(desk, told, rows, file=desk.pick("BIG herregistratie", "bigcheck"), title="BIG-registraties")


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
                Sheet(name="Data", rows=[[told.line]] + facts if told.line else facts),
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


@case("hidden columns", "client-data")
def hidden_columns(desk: Desk) -> Made:
    """A rota of which the columns with personal data are folded away."""
    told = sign(desk, "origin", "company", "name", "folder", "none")
    rows: list[Row] = [["Naam", "BSN", "Gebdatum", "Ma", "Di", "Wo", "Do", "Vr"]]
    for p in desk.people(desk.count(8, 25)):
        rows.append(
            [desk.name(p), desk.bsn(p), desk.birth_cell(p), *(desk.pick("D", "A", "N", "V", "") for _ in range(5))]
        )
    top = [[told.line]] if told.line else []
    book = Book(
        sheets=[Sheet(name="Rooster", rows=top + rows, hidden_columns=(1, 2), hidden_rows=tuple(range(4, 7)))],
        properties=told.properties,
    )
    kind = desk.pick("xlsx", "xlsx", "ods") if not told.office else "xlsx"
    content = sheets.xlsx(book) if kind == "xlsx" else sheets.ods(book)
    return told.made(
        f"{desk.pick('rooster sept', 'Planning team')}.{kind}", content, hard="hidden columns", hidden=True
    )


@case("staff of an hr service as json", "client-data")
def hr_service(desk: Desk) -> Made:
    columns = [
        "medewerkerId",
        "achternaam",
        "roepnaam",
        "geboortedatum",
        "straat",
        "postcode",
        "mailPrive",
        "mobiel",
        "nationaliteit",
    ]
    rows: list[Row] = []
    for p in desk.people(desk.count(5, 80)):
        rows.append(
            (
                desk.staff_number(p),
                desk.surname(p),
                p.given,
                desk.birth(p, "iso"),
                desk.street(p),
                p.postcode,
                desk.put("email", p.private_mail),
                desk.phone(p.mobile),
                "NL",
            )
        )
    told = sign(desk, "origin", "folder", "none")
    if desk.chance(0.4):
        return told.made("employees.xml", data.xml("Employees", "Employee", columns, rows))
    name = desk.pick("employees.json", "get_personen.json", "medewerkers_api.json")
    return told.made(name, data.json_rows(columns, rows, desk.pick("", "data", "value")))


@case("twenty thousand staff", "client-data", 0.5)
def many(desk: Desk) -> Made:
    """A whole sector in one csv: every value generated from the number of its row."""
    pool = desk.people(60)
    rows: list[Row] = [["persnr", "naam", "e-mail werk", "geb_dat", "bruto", "dv_begin"]]
    for i in range(20_000):
        p = pool[i % 60]
        rows.append(
            [
                str(100_000 + i),
                p.sorted_name,
                p.work_mail(desk.client.domain),
                write_date(pool[i * 7 % 60].born, "iso"),
                round(p.salary + i % 300, 2),
                "2020-01-01",
            ]
        )
    p = pool[0]
    desk.put("name", p.sorted_name)
    desk.put("email", p.work_mail(desk.client.domain))
    desk.put("date_of_birth", write_date(p.born, "iso"))
    desk.content.put_number("salary", p.salary)
    desk.put("employee_number", "100000")
    return Made(
        name=desk.pick("alles.csv", "full_extract.csv"),
        data=tables.delimited(desk.book(rows)),
        client=desk.client.name,
        hard="long sheet",
    )
