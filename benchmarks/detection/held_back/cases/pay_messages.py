"""Payroll data as machines pass it on: messages, dumps, long runs."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..writers import data, tables
from ..writers.parts import Row
from .signs import sign

catalogue = Catalogue()
case = catalogue.case


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
            f'<CdtTrfTxInf><PmtId><EndToEndId>SAL{i:06d}</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">{amount}'
            "</InstdAmt></Amt>"
            f"<Cdtr><Nm>{desk.name(p, 'formal')}</Nm></Cdtr><CdtrAcct><Id><IBAN>{desk.put('iban', p.iban)}"
            "</IBAN></Id></CdtrAcct>"
            "<RmtInf><Ustrd>Salaris september 2025</Ustrd></RmtInf></CdtTrfTxInf>"
        )
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<Document '
        'xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"><CstmrCdtTrfInitn>'
        f"<GrpHdr><MsgId>{desk.count(10**7, 10**8)}</MsgId><NbOfTxs>{len(items)}</NbOfTxs><InitgPty><Nm>"
        f"{told.line or 'Werkgever'}</Nm>"
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
            f"<Gebdat>{desk.birth(p, 'iso')}</Gebdat><Nat>0001</Nat><Gesl>{1 if p.sex == 'M' else 2}"
            "</Gesl><AdresBinnenland>"
            f"<Str>{desk.street_cell(p)}</Str><HuisNr>{p.house}</HuisNr><Pc>{p.postcode.replace(' ', '')}"
            f"</Pc><Woonpl>{p.town}</Woonpl>"
            "</AdresBinnenland></NatuurlijkPersoon><Werknemersgegevens><LnLbPh>"
            f"{desk.put('salary', f'{p.salary:.0f}')}</LnLbPh>"
            "</Werknemersgegevens></InkomstenverhoudingInitieel>"
        )
    name = f"<NmIP>{told.line}</NmIP>" if told.line else ""
    body = (
        f'<?xml version="1.0" encoding="UTF-8"?><Loonaangifte version="2.0">{name}'
        f"<TijdvakAangifte>{''.join(people)}</TijdvakAangifte></Loonaangifte>"
    )
    return told.made(f"{desk.pick('LA_2025_09', 'aangifte_lh')}.xml", body.encode())


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
            round(p.hours / 36, 4),
            p.started,
        )
        for p in desk.people(desk.count(6, 60))
    ]
    told = sign(desk, "origin", "folder", "none")
    if desk.chance(0.5):
        return told.made("UPA-bericht.xml", data.xml("UniformePensioenaangifte", "Deelnemer", columns, rows))
    return told.made(f"pensioen.{'jsonl'}", data.jsonl(columns, rows))
