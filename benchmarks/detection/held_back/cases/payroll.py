"""Exports and papers of payroll systems."""

from __future__ import annotations

from dataclasses import replace

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import euro
from ..people import Person
from ..writers import data, pdf, sheets, tables
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
        start = [
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
    for p in desk.people(desk.count(8, 120)):
        rows.append(
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


@case("net pay list of an old system", "client-data")
def net_list(desk: Desk) -> Made:
    """Fixed columns, the header broken over two lines."""
    rows: list[Row] = [
        ["pers", "naam", "netto", "rekening", "kst", "gebdat"],
        ["nr", "", "bedrag", "nummer", "pl", ""],
    ]
    for p in desk.people(desk.count(15, 60)):
        net = desk.pay_cell(round(p.salary * 0.7, 2))
        row: Row = [
            desk.staff_number(p),
            desk.name(p, "sorted"),
            net,
            desk.put("iban", p.iban),
            str(desk.count(1000, 9999)),
        ]
        rows.append([*row, desk.birth(p, "sap")])
    book = desk.book(rows)
    kind, content = desk.grid(book, "fixed")
    told = sign(desk, "origin", "folder", "none", "other")
    return told.made(f"{desk.pick('LNETTO', 'netlst09', 'uitvoer')}.{kind}", content, hard="fixed columns")


@case("sepa payment file of salaries", "client-data")
def sepa(desk: Desk) -> Made:
    told = sign(desk, "origin", "name", "folder", "none")
    items = []
    for i, p in enumerate(desk.people(desk.count(8, 50)), 1):
        amount = desk.put("salary", f"{p.salary * 0.71:.2f}")
        items.append(
            f'<CdtTrfTxInf><PmtId><EndToEndId>SAL{i:06d}</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">{amount}</InstdAmt></Amt>'
            f"<Cdtr><Nm>{desk.name(p, 'formal')}</Nm></Cdtr><CdtrAcct><Id><IBAN>{desk.put('iban', p.iban)}</IBAN></Id></CdtrAcct>"
            "<RmtInf><Ustrd>Salaris september 2025</Ustrd></RmtInf></CdtTrfTxInf>"
        )
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"><CstmrCdtTrfInitn>'
        f"<GrpHdr><MsgId>{desk.count(10**7, 10**8)}</MsgId><NbOfTxs>{len(items)}</NbOfTxs><InitgPty><Nm>{told.line or 'Werkgever'}</Nm>"
        f"</InitgPty></GrpHdr><PmtInf><PmtMtd>TRF</PmtMtd>{''.join(items)}</PmtInf></CstmrCdtTrfInitn></Document>"
    )
    return told.made(f"{desk.pick('SEPA_sal_092025', 'pain001', 'betaalbestand')}.xml", body.encode())


@case("wage tax return message", "client-data")
def wage_return(desk: Desk) -> Made:
    """The collective and nominative parts of a wage tax return."""
    told = sign(desk, "origin", "folder", "none", "name")
    people = []
    for p in desk.people(desk.count(5, 40)):
        prefix = f"<Voorv>{p.prefix}</Voorv>" if p.prefix else ""
        people.append(
            f"<InkomstenverhoudingInitieel><NumIV>1</NumIV><NatuurlijkPersoon><SofiNr>{desk.put('bsn', p.bsn)}</SofiNr>"
            f"<Voorl>{p.initials.replace('.', '')}</Voorl>{prefix}<SignNm>{desk.family(p)}</SignNm>"
            f"<Gebdat>{desk.birth(p, 'iso')}</Gebdat><Nat>0001</Nat><Gesl>{1 if p.sex == 'M' else 2}</Gesl><AdresBinnenland>"
            f"<Str>{desk.street_cell(p)}</Str><HuisNr>{p.house}</HuisNr><Pc>{p.postcode.replace(' ', '')}</Pc><Woonpl>{p.town}</Woonpl>"
            f"</AdresBinnenland></NatuurlijkPersoon><Werknemersgegevens><LnLbPh>{desk.put('salary', f'{p.salary:.0f}')}</LnLbPh>"
            "</Werknemersgegevens></InkomstenverhoudingInitieel>"
        )
    name = f"<NmIP>{told.line}</NmIP>" if told.line else ""
    body = f'<?xml version="1.0" encoding="UTF-8"?><Loonaangifte version="2.0">{name}<TijdvakAangifte>{"".join(people)}</TijdvakAangifte></Loonaangifte>'
    return told.made(f"{desk.pick('LA_2025_09', 'aangifte_lh')}.xml", body.encode())


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
        amount = desk.pay_cell(round(p.salary * 0.12, 2))
        bailiff = desk.pick("GGN", "Deurwaarderskantoor Veldhoen", "Belastingdienst", "LBIO alimentatie")
        row: Row = [desk.staff_number(p), desk.name(p), bailiff, float(desk.count(1100, 1900)), amount]
        rows.append([*row, desk.bank(desk.person().iban), desk.pick("loopt af", "samenloop", "", "nabetaling in okt")])
    return listing(
        desk, sign(desk), rows, file=desk.pick("loonbeslagen", "Beslag overzicht sal.adm"), title="Lopende loonbeslagen"
    )


@case("gross to net comparison of thousands", "client-data")
def parallel_run(desk: Desk) -> Made:
    """A shadow payroll; the real columns stand far to the right of technical ones."""
    rows: list[Row] = [["RUNID", "SEQ", "WGEVER", "PERSNR", "SOFI", "LC_1010", "LC_1010_OUD", "VERSCHIL", "STATUS"]]
    for i in range(desk.pick(2500, 6000, 20_000)):
        pay = 2000 + desk.rng.randrange(400_000) / 100
        number = str(10_000 + i)
        desk.put("employee_number", number)
        sofi = _quick_bsn(desk, i)
        row: Row = [20251, i + 1, "0001", number, sofi, round(pay, 2), round(pay - (i % 7 == 0) * 3.2, 2)]
        rows.append([*row, 3.2 if i % 7 == 0 else 0.0, "OK" if i % 7 else "AFW"])
        desk.content.put_number("salary", round(pay, 2))
    content = tables.delimited(desk.book(rows), separator=desk.pick(";", "\t", ","), comma=False)
    told = sign(desk, "origin", "folder", "none")
    return told.made(
        f"{desk.pick('schaduwrun_vergelijk', 'bn_compare', 'parallel')}.{desk.pick('csv', 'txt')}",
        content,
        hard="long sheet",
    )


def _quick_bsn(desk: Desk, index: int) -> str:
    """Digits that pass, without searching for each of thousands of rows."""
    start = 10_000_000 + index * 331 % 28_000_000
    while True:
        eight = f"{start:08d}"
        last = sum(w * int(d) for w, d in zip(range(9, 1, -1), eight, strict=True)) % 11
        if last < 10:
            return desk.put("bsn", eight + str(last))
        start += 1


@case("dump of a payroll database", "client-data")
def payroll_dump(desk: Desk) -> Made:
    told = sign(desk, "origin", "folder", "none")
    staff = desk.people(desk.count(20, 80))
    persons: list[Row] = [
        (
            int(desk.staff_number(p)),
            desk.family(p),
            p.initials,
            desk.birth(p, "iso"),
            desk.put("bsn", p.bsn),
            desk.put("email", p.private_mail),
        )
        for p in staff
    ]
    pays: list[Row] = [(int(p.number), "2025-09", desk.pay_cell(p.salary), desk.put("iban", p.iban)) for p in staff]
    parts: list[tuple[str, list[str], list[Row]]] = [
        ("tbl_persoon", ["id", "achternaam", "voorl", "geb_dt", "bsn", "mail_prive"], persons),
        ("tbl_betaling", ["persoon_id", "periode", "bruto", "iban"], pays),
    ]
    if desk.chance(0.5):
        return told.made(
            f"{desk.pick('loon', 'sal_backup')}.{desk.pick('db', 'sqlite', 'sqlite3')}", data.sqlite(parts)
        )
    return told.made(f"{desk.pick('dump_loon', 'backup-0915')}.sql", data.sql(parts))


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
    shown: list[Row] = [["Afdeling", "Som van bruto"], *([u, round(s, 2)] for u, s in sums.items())]
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


@case("pension delivery", "client-data")
def pension(desk: Desk) -> Made:
    columns = [
        "BSN",
        "Geslachtsnaam",
        "Voorvoegsel",
        "Geboortedatum",
        "Pensioengevendloon",
        "Deeltijdfactor",
        "DatumAanvang",
    ]
    rows: list[Row] = [
        (
            desk.put("bsn", p.bsn),
            desk.family(p),
            p.prefix or None,
            desk.birth(p, "iso"),
            desk.pay_cell(round(p.salary * 13, 2)),
            p.hours / 36,
            p.started,
        )
        for p in desk.people(desk.count(6, 60))
    ]
    told = sign(desk, "origin", "folder", "none")
    if desk.chance(0.5):
        return told.made("UPA-bericht.xml", data.xml("UniformePensioenaangifte", "Deelnemer", columns, rows))
    return told.made(f"pensioen.{'jsonl'}", data.jsonl(columns, rows))


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
    book = replace(desk.book(rows, properties=told.properties, heads=(8,)), dates="dashes")
    kind, content = desk.grid(book, *told.tables("xlsx", "ods", "csv", "html"))
    return told.made(
        f"{desk.pick('ORT nabetaling', 'uitzoeken toelagen', 'Map3')}.{kind}", content, hard="several tables"
    )
