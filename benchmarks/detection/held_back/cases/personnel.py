"""Lists about staff out of HR systems and the lists that people keep beside them."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import big, write_date
from ..writers import data, sheets, tables
from ..writers.parts import Book, Row, Sheet
from .signs import listing, sign

catalogue = Catalogue()
case = catalogue.case


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
        start: Row = [desk.staff_number(p).zfill(8), "Dhr" if p.sex == "M" else "Mevr", desk.family(p), p.prefix]
        names = [p.initials.replace(".", ""), p.given, desk.birth(p), desk.put("bsn", p.bsn), "NL"]
        rows.append([*start, *names, desk.street_cell(p), p.house, p.postcode, p.town, desk.phone(p.mobile)])
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
    rows.extend(
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
        for p in desk.people(desk.count(10, 60))
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
    rows.extend(
        [desk.name(p), desk.birth(p, desk.pick("words", "dashes")), desk.pick(*told.org.departments)]
        for p in desk.people(desk.count(8, 40))
    )
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
    rows.extend(
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
        for p in desk.people(desk.count(10, 50))
    )
    return listing(
        desk,
        told,
        rows,
        file=desk.pick("was-wordt lijst", "plaatsingslijst CONCEPT", "mobiliteit"),
        title="Plaatsing per medewerker",
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
    rows.extend(
        [
            desk.name(p),
            p.town,
            desk.phone(p.mobile),
            desk.mail(p.private_mail),
            desk.birth(p),
            desk.pay_cell(float(desk.count(28, 60) * 100)),
            desk.pick("uitnodigen", "afwijzen: te weinig ervaring", "reserve", "twijfel, stotterde"),
        ]
        for p in desk.people(desk.count(3, 20))
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
    told = sign(desk, sectors=("ziekenhuis", "zorg"))
    rows.extend(
        [
            desk.name(p),
            desk.birth(p),
            desk.put("big_number", big(desk.rng)),
            desk.on(desk.day(2026, 2030)),
            desk.pick(*told.org.departments),
        ]
        for p in desk.people(desk.count(6, 40))
    )
    return listing(desk, told, rows, file=desk.pick("BIG herregistratie", "bigcheck"), title="BIG-registraties")


@case("hidden columns", "client-data")
def hidden_columns(desk: Desk) -> Made:
    """A rota of which the columns with personal data are folded away."""
    told = sign(desk, "origin", "company", "name", "folder", "none")
    rows: list[Row] = [["Naam", "BSN", "Gebdatum", "Ma", "Di", "Wo", "Do", "Vr"]]
    rows.extend(
        [desk.name(p), desk.bsn(p), desk.birth_cell(p), *(desk.pick("D", "A", "N", "V", "") for _ in range(5))]
        for p in desk.people(desk.count(8, 25))
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
    rows: list[Row] = [
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
        for p in desk.people(desk.count(5, 80))
    ]
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
