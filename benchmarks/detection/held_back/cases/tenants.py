"""Tenants and taxpayers."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import euro, write_date
from ..writers import tables
from ..writers.parts import Block, Fields, Heading, Para, Row
from .citizens import HOUSING, TAXING
from .papers import head
from .signs import listing, paper, sign

catalogue = Catalogue()
case = catalogue.case
CONVICTIONS = (
    "is veroorzaker eerder veroordeeld voor bedreiging",
    "dealt hij vanuit de woning en is hij aangehouden",
    "loopt er een strafzaak wegens vernieling",
)


@case("tax roll", "client-data")
def tax(desk: Desk) -> Made:
    rows: list[Row] = [["Aanslagnr", "Belastingplichtige", "Objectadres", "WOZ-waarde", "Aanslag", "Incasso op"]]
    rows.extend(
        [
            desk.count(10**8, 10**9),
            desk.name(p, "sorted"),
            desk.address(p),
            desk.count(180, 900) * 1000,
            float(desk.count(90, 900)),
            desk.iban(p),
        ]
        for p in desk.people(desk.count(10, 120))
    )
    return listing(
        desk,
        sign(desk, sectors=TAXING),
        rows,
        file=desk.pick("kohier", "aanslagen 2025", "Heffing ingezetenen"),
        title="Kohier 2025",
    )


@case("tax roll of ten thousand", "client-data", 0.4)
def tax_large(desk: Desk) -> Made:
    pool = desk.people(50)
    p = pool[0]
    desk.put("name", p.sorted_name)
    desk.put("address", p.street)
    desk.put("date_of_birth", write_date(p.born, "dashes"))
    rows: list[Row] = [["subject", "naam", "straat", "nr", "pc", "plaats", "geboren"]]
    for i in range(12_000):
        q = pool[i % 50]
        rows.append(
            [10**6 + i, q.sorted_name, q.street, str(i % 180 + 1), q.postcode, q.town, write_date(q.born, "dashes")]
        )
    told = sign(desk, "origin", "folder", "none", sectors=TAXING)
    return told.made(
        "subjecten.csv",
        tables.delimited(desk.book(rows), encoding=desk.pick("utf-8", "cp1252", "utf-16")),
        hard="long sheet",
    )


@case("tenants in arrears", "client-data", 1.2)
def arrears(desk: Desk) -> Made:
    rows: list[Row] = [
        desk.pick(
            ["Huurdernr", "Huurder", "Adres", "Telefoon", "E-mail", "Kale huur", "Achterstand", "Regeling"],
            ["contract", "contractant", "vhe adres", "tel", "mail", "netto huur", "saldo", "aant. mnd"],
        )
    ]
    rows.extend(
        [
            desk.count(10**5, 10**6),
            desk.name(p, "formal"),
            desk.address(p),
            desk.phone(p.mobile),
            desk.mail(p.private_mail),
            float(desk.count(450, 900)),
            float(desk.count(100, 5000)),
            desk.pick("ja", "nee", "deurwaarder"),
        ]
        for p in desk.people(desk.count(10, 100))
    )
    return listing(
        desk,
        sign(desk, sectors=HOUSING),
        rows,
        file=desk.pick("huurachterstand", "Tobias incasso", "debiteuren huur"),
        title="Achterstanden",
    )


@case("nuisance file of a tenant", "client-data")
def nuisance(desk: Desk) -> Made:
    told = sign(desk, sectors=HOUSING)
    p, other = desk.person(), desk.person()
    blocks: list[Block] = [
        Heading("Dossier overlast"),
        Para(
            f"Veroorzaker: {desk.name(p)}, {desk.address(p)}. Melder: {desk.name(other)}, {desk.phone(other.mobile)}."
        ),
        Para(
            "Volgens de wijkagent "
            f"{desk.put('criminal', desk.pick(*CONVICTIONS))}"
            ". De ggz meldt dat betrokkene "
            f"{desk.health(desk.pick('een psychose heeft gehad', 'schizofrenie heeft', 'verslaafd is'))}."
        ),
    ]
    return paper(desk, told, blocks, file=desk.pick("overlast", "casus portiek", "buurtdossier"))


@case("tenancy agreement of someone else", "client-data")
def tenancy(desk: Desk) -> Made:
    told = sign(desk, sectors=HOUSING)
    p = desk.person()
    blocks: list[Block] = [
        *head(desk, told),
        Heading("Huurovereenkomst zelfstandige woonruimte"),
        Fields(
            (
                ("Huurder", desk.name(p)),
                ("Geboortedatum", desk.birth(p)),
                ("Gehuurde", desk.address(p)),
                ("Rekening", desk.iban(p)),
                ("Huurprijs", f"€ {euro(desk.count(480, 880))}"),
            ),
            desk.pick("left", "table", "above"),
        ),
        Para("Aldus overeengekomen en ondertekend."),
    ]
    return paper(
        desk,
        told,
        blocks,
        file=desk.pick("huurcontract", "HO woning", f"contract {p.family}"),
        hard="contract of someone else",
    )
