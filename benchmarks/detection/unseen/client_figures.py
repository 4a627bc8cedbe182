"""Business figures and papers of a client without personal data: only where they come from tells whose they are."""
# ruff: noqa: E501
# Sentences with their variations stay on one line: broken up they cannot be read as a sentence.

from __future__ import annotations

from benchmarks.detection.unseen.draft import Draft, template
from benchmarks.detection.unseen.names import DEPARTMENTS
from benchmarks.detection.unseen.paper import Book, Bullets, Content, Heading, Paper, Row, Sheet, Text


def _figures(d: Draft, name: str, title: str, header: list[str], rows: list[Row], above: str = "") -> Book:
    return Book(
        name=d.say(name),
        sheets=[
            Sheet(
                title=d.say(title),
                header=[d.say(word) for word in header],
                rows=rows,
                above=[d.say(above)] if above else [],
            )
        ],
    )


def _secret(d: Draft) -> str:
    return d.say(f"[Strikt vertrouwelijk|VERTROUWELIJK|Bedrijfsgeheim - niet verspreiden|Confidential] - {d.at}")


@template("client-data", "margins per product group", "xlsx xlsx ods pdf", trace="always")
def margins(d: Draft) -> Content:
    rows: list[Row] = [
        [group, d.number(90, 4000) * 1000, d.number(40, 900) * 1000, d.number(4, 44) / 100]
        for group in d.some(
            ("Zuivel", "Vers", "Non-food", "Industrie", "Service", "Export", "Bouw", "Retail", "Onderhoud"), 4, 8
        )
    ]
    return _figures(
        d,
        "[marges|Brutomarge per groep|DB analyse|margin] [2024|Q1|v2]",
        "[marge|calc]",
        ["[Groep|Productgroep]", "[Omzet|Revenue]", "[Kostprijs|COGS]", "[Marge|BM%]"],
        rows,
        _secret(d) if d.chance(0.5) else "",
    )


@template("client-data", "tariffs agreed with suppliers", "xlsx docx pdf csv", trace="always")
def tariffs(d: Draft) -> Content:
    rows: list[Row] = [
        [service, d.number(40, 160), d.number(2, 14)]
        for service in d.some(
            ("Schoonmaak", "Beveiliging", "Catering", "Transport", "Uitzend A", "ICT beheer", "Groen"), 3, 6
        )
    ]
    return _figures(
        d,
        "[inkooptarieven|Raamcontract tarieven|tarievenblad] [2025|geheim|lot 1]",
        "[tarief|inkoop]",
        ["[Dienst|Perceel]", "[Tarief p/u|Prijs]", "[Korting %|Staffel]"],
        rows,
        _secret(d),
    )


@template("client-data", "board memo", "docx pdf odt rtf", trace="always")
def board_memo(d: Draft) -> Content:
    million = f"{d.number(2, 90)},{d.number(1, 9)} miljoen"
    topics = [
        f"[De liquiditeit|Het resultaat] [verslechtert|blijft achter]; [verwacht tekort|prognose] € {million}.",
        "[Sluiting van locatie Zuid wordt onderzocht|Verkoop van een dochter is bespreekbaar|De bank vraagt extra zekerheden].",
        "[Communicatie pas na akkoord van de RvC|Dit memo niet doorsturen|De OR is nog niet geïnformeerd].",
        "[Investeringen worden bevroren|Vacaturestop per direct].",
    ]
    return Paper(
        name=d.say("[memo|Directiememo|RvB stuk|boardmemo] [liquiditeit|strategie|12]"),
        header=_secret(d),
        blocks=[
            Heading(d.say("[Memo Raad van Bestuur|Directiememo|Memo RvT]")),
            *[Text(d.say(topic)) for topic in d.in_order(topics, 3, 4)],
        ],
    )


@template("client-data", "tender scores", "xlsx docx pdf", trace="always")
def tender(d: Draft) -> Content:
    rows: list[Row] = [
        [d.other_place().name, d.number(20, 60), d.number(10, 40), d.number(200, 900) * 1000]
        for _ in range(d.number(3, 5))
    ]
    return _figures(
        d,
        "[beoordelingsmatrix|gunning|scores inschrijvers|aanbesteding EMVI]",
        "[scores|EMVI]",
        ["Inschrijver", "[Kwaliteit|Punten kwaliteit]", "[Prijs|Punten prijs]", "[Inschrijfsom|Bedrag]"],
        rows,
        "[Vertrouwelijk tot gunning|Niet openbaar|Beoordelingscommissie]",
    )


@template("client-data", "reorganisation plan not yet public", "docx pptx pdf", trace="always")
def reorganisation(d: Draft) -> Content:
    team = d.some(DEPARTMENTS, 2, 4)
    return Paper(
        name=d.say("[reorganisatie|Adviesaanvraag concept|herinrichting|krimp] [v0.3|scenario's|B]"),
        header=_secret(d),
        blocks=[
            Heading(d.say(f"[Scenario's krimp|Voorgenomen besluit|Inkrimping] {d.at}")),
            Bullets(
                [
                    d.say(
                        f"{name}: van {d.number(20, 60)} naar {d.number(5, 19)} fte [per 1 januari|in twee jaar|bij scenario B]"
                    )
                    for name in team
                ]
            ),
            Text(
                d.say(
                    f"[Sociaal plan: reservering|Kosten] € {d.number(2, 20)} mln. [Niet delen voor de vergadering met de bonden.|Embargo tot besluit.]"
                )
            ),
        ],
    )


@template("client-data", "monthly figures with the project's keyword", "xlsx docx pdf ods", trace="always")
def monthly(d: Draft) -> Content:
    keyword = d.client.keyword if d.client else ""
    rows: list[Row] = [
        [month, d.number(100, 900), d.number(80, 800), d.number(-90, 120)]
        for month in ("jan", "feb", "mrt", "apr", "mei", "jun")
    ]
    return _figures(
        d,
        "[maandcijfers|P&L|exploitatie|forecast] [2025|P6|act vs bud]",
        "[P6|cijfers]",
        ["[Maand|Periode]", "[Opbrengsten x1000|Baten]", "[Lasten|Kosten]", "[Saldo|EBIT]"],
        rows,
        f"{keyword} - [vertrouwelijk|strikt vertrouwelijk|confidential]",
    )


@template("client-data", "stock or asset export", "csv xlsx json xml", trace="always")
def assets(d: Draft) -> Content:
    rows: list[Row] = [
        [
            f"ART{d.number(10000, 99999)}",
            d.pick(("pomp", "klep", "laptop", "bed", "rolstoel", "sensor")),
            d.number(0, 900),
            d.number(5, 2500) + 0.5,
        ]
        for _ in range(d.number(20, 150))
    ]
    return _figures(
        d,
        "[voorraad|assetregister|activa|stock_export]_[2025|mag1|full]",
        "[stock|activa]",
        ["[Artikel|ItemNo]", "[Omschrijving|Descr]", "[Aantal|Qty]", "[Waarde|Unit cost]"],
        rows,
    )


@template("client-data", "process mining log with codes from the client", "csv xlsx json", trace="always")
def event_log(d: Draft) -> Content:
    rows: list[Row] = [
        [
            f"C{d.number(1000, 1099)}",
            d.pick(("Ontvangen", "Beoordeeld", "Retour", "Akkoord", "Betaald")),
            d.moment(),
            d.pick(("U01", "U07", "SYS")),
        ]
        for _ in range(d.number(40, 250))
    ]
    return _figures(
        d,
        "[eventlog|zaken_log|doorlooptijden ruw]_[p2p|vergunning|1]",
        "[log|events]",
        ["[case_id|Zaaknr]", "[activity|Stap]", "[timestamp|Tijd]", "[resource|Gebruiker]"],
        rows,
    )


@template("client-data", "pricing strategy slides", "pptx pptx pdf docx", trace="always")
def pricing(d: Draft) -> Content:
    return Paper(
        name=d.say("[prijsstrategie|overname verkenning|commercieel plan|bod] [deck|2026|v4]"),
        header=_secret(d),
        blocks=[
            Heading(d.say(f"[Prijsstrategie|Verkenning overname|Commerciële koers] {d.at}")),
            Text(_secret(d)),
            Heading(d.say("[Positie|Kernboodschap]"), 2),
            Bullets(
                [
                    d.say(f"[Prijsverhoging|Opslag] {d.number(2, 9)}% per Q3"),
                    d.say(f"[Marktaandeel|Aandeel] {d.number(8, 40)}% [en dalend|, doel 45%]"),
                    d.say("[Bieding op concurrent in voorbereiding|Klanten met contract ontzien|Kortingsplafond 12%]"),
                ]
            ),
        ],
        notes=[d.say("[Niet tonen aan de OR.|Alleen voor de directie.|]")],
    )
