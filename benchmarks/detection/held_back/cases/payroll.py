"""Exports of payroll systems about many people at once."""

from __future__ import annotations

from datetime import date

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import euro
from ..people import Person
from ..writers.parts import Book, Row, Sheet
from .signs import Sign, sign

catalogue = Catalogue()
case = catalogue.case


def titled(desk: Desk, rows: list[Row], sign_: Sign, title: str) -> tuple[list[Row], int]:
    """The table with or without lines above it; also the place of its header."""
    top: list[Row] = []
    if sign_.line:
        top.append([sign_.line])
    if sign_.line or desk.chance(0.5):
        top += [[title], [f"Afgedrukt op {desk.on()} {desk.count(8, 17):02d}:{desk.count(0, 59):02d}"]]
        top += [[]] if desk.chance(0.7) else []
    return top + rows, len(top)


@case("sap basic pay and bank", "client-data", 1.2)
def sap_pay(desk: Desk) -> Made:
    """Infotypes 0008 and 0009 with technical names."""
    told = sign(desk)
    staff = desk.people(desk.count(12, 70))
    head = desk.pick(
        ["PERNR", "SUBTY", "ENDDA", "BEGDA", "TRFGR", "TRFST", "ANSAL", "BET01", "WAERS", "BANKN", "EMFTX"],
        ["Pers.nr.", "STyp", "Einde", "Begin", "TrfGr", "St", "Jaarsal.", "Bedrag", "Valuta", "Bankrekening", "Begunstigde"],
    )
    rows: list[Row] = [head]
    for p in staff:
        rows.append(
            [
                int(desk.staff_number(p)),
                "0",
                "31.12.9999",
                desk.on(p.started, "dots"),
                f"{p.scale:02d}",
                f"{p.step:02d}",
                round(p.salary * 12, 2),
                desk.pay_cell(p.salary),
                "EUR",
                desk.iban(p),
                desk.name(p, "sorted"),
            ]
        )
    rows, at = titled(desk, rows, told, "Basisbezoldiging en bankgegevens")
    book = desk.book(rows, name="SAPUI5 Export", properties=told.properties, heads=(at,))
    kind, data = desk.grid(book, *told.tables("xlsx", "xlsx", "tsv", "xls-html", "csv"))
    name = desk.pick("PA0008_0009", "export", "SAP_uitdraai", "bezoldiging")
    return Made(
        name=f"{name}.{kind}",
        data=data,
        client=told.client,
        folder=told.folder,
        hard="cryptic header",
        origin_url=told.origin,
        referrer_url=told.referrer,
    )
