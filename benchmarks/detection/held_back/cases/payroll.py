"""Exports and papers of payroll systems."""

from __future__ import annotations

from dataclasses import replace

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import euro
from ..people import Person
from ..writers import pdf, sheets
from ..writers.parts import Block, Book, Document, Fields, Grid, Heading, Para, Row, Sheet
from .signs import listing, paper, sign

catalogue = Catalogue()
case = catalogue.case


@case("sap basic pay and bank", "client-data", 1.2)
def sap_pay(desk: Desk) -> Made:
    """Infotypes 0008 and 0009."""
    head = desk.pick(
        ["PERNR", "SUBTY", "ENDDA", "BEGDA", "TRFGR", "TRFST", "BET01", "WAERS", "BANKN", "EMFTX"],
        ["Pers.nr.", "STyp", "Einde", "Begin", "TrfGr", "St", "Bedrag", "Valuta", "Bankrekening", "Begunstigde"],
    )
    rows: list[Row] = [head]
    for p in desk.people(desk.count(12, 70)):
        start: Row = [
            int(desk.staff_number(p)),
            "0",
            "31.12.9999",
            desk.on(p.started, "dots"),
            f"{p.scale:02d}",
            f"{p.step:02d}",
        ]
        rows.append([*start, desk.pay_cell(p.salary), "EUR", desk.iban(p), desk.name(p, "sorted")])
    file = desk.pick("PA0008_0009", "export", "SAP_uitdraai", "EXPORT_20250903_101544")
    formats = ("xlsx", "xlsx", "tsv", "xls-html", "csv")
    return listing(
        desk,
        sign(desk),
        rows,
        file=file,
        title="Basisbezoldiging",
        sheet="SAPUI5 Export",
        formats=formats,
        hard="cryptic header",
    )


@case("afas employees with salary", "client-data")
def afas(desk: Desk) -> Made:
    head = [
        "Medewerker",
        "Naam",
        "Roepnaam",
        "Geboortedatum",
        "BSN-nummer",
        "Salaris per periode",
        "Parttime %",
        "IBAN",
    ]
    rows: list[Row] = [[*head, "Functie (omschrijving)", "Org.eenheid"]]
    told = sign(desk)
    rows.extend(
        [
            desk.staff_number(p),
            desk.name(p, "sorted"),
            p.given,
            desk.birth_cell(p),
            desk.bsn(p),
            desk.pay_cell(p.salary),
            round(p.hours / 36 * 100, 2),
            desk.iban(p),
            desk.pick(*told.org.functions),
            desk.pick(*told.org.departments),
        ]
        for p in desk.people(desk.count(8, 120))
    )
    file = desk.pick(
        "AFAS_Profit_medewerkers", "Weergave Medewerkers_Salaris", "get_connector_medewerkers", "Kopie van AFAS"
    )
    return listing(desk, told, rows, file=file, title="Weergave: Medewerkers met salaris")


@case("english payroll report", "client-data")
def adp(desk: Desk) -> Made:
    """A foreign system with its own words and American dates."""
    rows: list[Row] = [
        [
            "File #",
            "Payroll Name",
            "Tax ID (BSN)",
            "Birth Date",
            "Hire Date",
            "Annual Salary",
            "Bank Acct",
            "Home Department",
        ]
    ]
    told = sign(desk)
    for p in desk.people(desk.count(10, 60)):
        born = f"{p.born:%m/%d/%Y}"
        desk.put("date_of_birth", born)
        row: Row = [desk.staff_number(p), desk.name(p, "sorted"), desk.bsn(p), born, f"{p.started:%m/%d/%Y}"]
        rows.append([*row, desk.pay_cell(round(p.salary * 12.96, 2)), desk.iban(p), desk.pick(*told.org.departments)])
    return listing(
        desk,
        told,
        rows,
        file=desk.pick("PayrollRegister_Q3", "ADP_Report_0231", "Pay data NL"),
        title="Payroll Register",
        hard="english",
    )


def _payslip(desk: Desk, p: Person, employer: str, month: str) -> list[Block]:
    """A payslip of `p`; also the consultant's own."""
    gross, tax = p.salary, round(p.salary * 0.21, 2)
    pension = round(p.salary * 0.08, 2)
    top = [
        ("Personeelsnummer", desk.staff_number(p)),
        ("BSN", desk.bsn(p)),
        ("Geboortedatum", desk.birth(p)),
        ("Datum in dienst", desk.on(p.started)),
        ("Schaal / trede", f"{p.scale} / {p.step}"),
    ]
    body = (
        ("Omschrijving", "Betaling", "Inhouding"),
        ("Salaris", desk.pay(gross), ""),
        ("Pensioenpremie", "", euro(pension)),
        ("Loonheffing", "", euro(tax)),
        ("Netto te betalen", desk.pay(gross - tax - pension), ""),
    )
    return [
        Heading(f"{desk.pick('Salarisspecificatie', 'Loonstrook', 'Specificatie salaris')} {month}"),
        Para(f"{employer}\n\n{desk.name(p, 'formal')}\n{desk.address(p, chr(10))}"),
        Fields(tuple(desk.some(top, len(top))), desk.pick("left", "table")),
        Grid(body),
        Para(f"Overgemaakt op rekening {desk.iban(p)}"),
    ]


@case("payslip of someone else", "client-data")
def payslip(desk: Desk) -> Made:
    told = sign(desk, "origin", "name", "folder", "none", "other")
    blocks = _payslip(desk, desk.person(), told.line or "Werkgever 01", "september 2025")
    return paper(
        desk,
        told,
        blocks,
        file=desk.pick("salarisspecificatie", "strook 9", "Loonstrook_092025"),
        formats=("pdf", "pdf", "docx"),
    )


@case("payslips of a department in one pdf", "client-data")
def payslips(desk: Desk) -> Made:
    told = sign(desk, "origin", "label", "name", "none")
    blocks = [
        b for p in desk.people(desk.count(5, 15)) for b in _payslip(desk, p, told.line or "Afdeling 04", "periode 8")
    ]
    content = pdf.pdf(Document(blocks=blocks, properties=told.properties))
    return told.made(f"{desk.pick('stroken P8', 'Verzamel_pdf_loonstroken', 'Nmbrs_payslips')}.pdf", content)


@case("annual statement of someone else", "client-data")
def annual_statement(desk: Desk) -> Made:
    told = sign(desk, "name", "origin", "none", "other")
    p = desk.person()
    blocks: list[Block] = [
        Heading("Jaaropgaaf 2024"),
        Para(f"{desk.name(p, 'formal')}\n{desk.address(p, chr(10))}"),
        Fields(
            (
                ("Burgerservicenummer", desk.bsn(p)),
                ("Fiscaal loon", desk.pay(p.salary * 12.9)),
                ("Ingehouden loonheffing", euro(p.salary * 2.8)),
                ("Verrekende arbeidskorting", euro(desk.count(2000, 5000))),
                ("Code loonbelastingtabel", "012"),
            ),
            desk.pick("left", "table", "above"),
        ),
        Para("Bewaar deze opgaaf voor uw aangifte inkomstenbelasting."),
    ]
    return paper(
        desk, told, blocks, file=desk.pick("jaaropgaaf", f"JO2024_{p.number}"), formats=("pdf", "pdf", "docx", "rtf")
    )


@case("wage garnishments", "client-data")
def garnishments(desk: Desk) -> Made:
    rows: list[Row] = [
        ["Pers.nr", "Werknemer", "Beslaglegger", "Beslagvrije voet", "Bedrag p/m", "Rek. deurwaarder", "Opm."]
    ]
    for p in desk.people(desk.count(3, 14)):
        amount = round(p.salary * 0.12, 2)
        bailiff = desk.pick("GGN", "Deurwaarderskantoor Veldhoen", "Belastingdienst", "LBIO alimentatie")
        row: Row = [desk.staff_number(p), desk.name(p), bailiff, float(desk.count(1100, 1900)), amount]
        rows.append([*row, desk.bank(desk.person().iban), desk.pick("loopt af", "samenloop", "", "nabetaling in okt")])
    return listing(
        desk, sign(desk), rows, file=desk.pick("loonbeslagen", "Beslag overzicht sal.adm"), title="Lopende loonbeslagen"
    )


@case("pivot with its source very hidden", "client-data")
def pivot(desk: Desk) -> Made:
    """What is shown are sums; the rows behind them stand in a very hidden sheet."""
    told = sign(desk, "origin", "label", "company", "folder", "none")
    source: list[Row] = [["Nr", "Medewerker", "BSN", "Afd", "Bruto"]]
    sums: dict[str, float] = {}
    for p in desk.people(desk.count(15, 40)):
        unit = desk.pick(*told.org.departments)
        sums[unit] = sums.get(unit, 0) + p.salary
        source.append([int(desk.staff_number(p)), desk.name(p), desk.bsn_number(p), unit, desk.pay_cell(p.salary)])
    shown: list[Row] = [["Afdeling", "Som van bruto"]]
    shown.extend([u, round(s, 2)] for u, s in sums.items())
    book = Book(
        sheets=[
            Sheet(name="Draaitabel", rows=shown, heads=(0,)),
            Sheet(name="x", rows=source, state=desk.pick("hidden", "veryHidden")),
        ],
        properties=told.properties,
    )
    return told.made(
        f"{desk.pick('Loonsom per afdeling', 'draaitabel loonkosten')}.xlsx",
        sheets.xlsx(book),
        hard="hidden sheet",
        hidden=True,
    )


@case("commuting with home addresses", "client-data")
def commuting(desk: Desk) -> Made:
    rows: list[Row] = [["mdw", "straat", "nr", "pc", "plaats", "km enkel", "dagen/wk", "vergoeding"]]
    for p in desk.people(desk.count(10, 50)):
        row: Row = [desk.name(p, "formal"), desk.street_cell(p), p.house, p.postcode, p.town, desk.count(3, 60)]
        rows.append([*row, desk.count(1, 5), round(desk.count(20, 240) * 1.07, 2)])
    return listing(
        desk,
        sign(desk),
        rows,
        file=desk.pick("reiskosten woonwerk", "ww-verkeer def", "WKR km"),
        title="Woon-werkverkeer",
    )


@case("new starters as a form in columns", "client-data")
def transposed(desk: Desk) -> Made:
    """Labels in the first column, a person in each of the next."""
    told = sign(desk)
    staff = desk.people(desk.count(2, 6))
    rows: list[Row] = [
        ["Achternaam", *(desk.surname(p) for p in staff)],
        ["Voorletters", *(p.initials for p in staff)],
        ["Geb. datum", *(desk.birth_cell(p) for p in staff)],
        ["BSN", *(desk.bsn_number(p) for p in staff)],
        ["Adres", *(desk.street(p) for p in staff)],
        ["Postcode", *(p.postcode for p in staff)],
        ["Woonplaats", *(p.town for p in staff)],
        ["Rekeningnr", *(desk.iban(p) for p in staff)],
        ["Bruto p/m", *(desk.pay_cell(p.salary) for p in staff)],
        ["Ingangsdatum", *(desk.on(p.started) for p in staff)],
    ]
    return listing(
        desk,
        told,
        rows,
        file=desk.pick("indiensttredingen okt", "nieuwe mdw"),
        title="In dienst",
        hard="transposed table",
    )


@case("several tables on one sheet", "client-data")
def several(desk: Desk) -> Made:
    """Totals first, a list of names with pay further down, beside it a legend."""
    told = sign(desk)
    rows: list[Row] = [
        ["Totaal loonsom", "", desk.count(10, 90) * 10_000],
        ["Fte", "", desk.count(10, 99) + 0.5],
        [],
        [],
    ]
    rows.append(["", "Looncomponent", "Toelichting"])
    rows += [
        ["", "1010", "Salaris"],
        ["", "2040", "Toelage onregelmatigheid"],
        [],
        ["", "", "Wie", "Wat", "Toel. %", "Bruto"],
    ]
    for p in desk.people(desk.count(6, 20)):
        rows.append(["", "", desk.name(p), desk.pick(*told.org.functions), desk.count(0, 22), desk.pay_cell(p.salary)])
    if told.line:
        rows.insert(0, [told.line])
    book = replace(desk.book(rows, properties=told.properties, heads=(8 + bool(told.line),)), dates="dashes")
    kind, content = desk.grid(book, *told.tables("xlsx", "ods", "csv", "html"))
    return told.made(
        f"{desk.pick('ORT nabetaling', 'uitzoeken toelagen', 'Map3')}.{kind}", content, hard="several tables"
    )
