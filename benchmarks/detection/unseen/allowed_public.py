"""What anybody can download: reports, laws, brochures, statistics."""
# ruff: noqa: E501
# Sentences with their variations stay on one line: broken up they cannot be read as a sentence.

from __future__ import annotations

from benchmarks.detection.unseen.draft import Draft, template
from benchmarks.detection.unseen.names import DEPARTMENTS, PLACES
from benchmarks.detection.unseen.paper import Book, Bullets, Content, Heading, Paper, Row, Sheet, Table, Text


@template(
    "clean",
    "brochure of the client's public website",
    "pdf pdf docx html",
    trace="public",
    hard="client's public website",
)
def brochure(d: Draft) -> Content:
    place = d.place
    return Paper(
        name=d.say("[brochure|folder|Informatie|jaarverslag in het kort] [bezoekers|zorg|wonen|diensten]"),
        blocks=[
            Heading(d.say(f"[Welkom bij|Dit is] {d.at}")),
            Text(
                d.say(
                    "[Wij staan voor u klaar.|Samen maken we het verschil.] [Maak een afspraak via de website.|Kom langs op ons spreekuur.]"
                )
            ),
            Bullets(
                [
                    d.say("[Neem uw identiteitsbewijs mee|Houd uw BSN bij de hand]"),
                    d.say("[Klachten? Gebruik het formulier|Ziek? Bel uw huisarts]"),
                ]
            ),
            Text(f"{place.name}\n{d.home(place.office)}\n{d.landline(place.phone)}\n{d.box('info', place.domain)}"),
        ],
    )


@template(
    "clean",
    "annual report from the client's public website",
    "pdf docx",
    trace="public",
    hard="client's public website",
)
def annual_report(d: Draft) -> Content:
    rows: list[Row] = [
        [name, d.number(10, 900), d.number(1, 99)] for name in ("Baten", "Lasten", "Eigen vermogen", "Voorzieningen")
    ]
    return Paper(
        name=d.say("[jaarverslag|Jaarrekening|bestuursverslag] [2023|2024]"),
        header=d.at,
        blocks=[
            Heading(d.say("[Jaarverslag 2024|Bestuursverslag]")),
            Text(
                d.say(
                    f"[Voorwoord van bestuurder|Namens het bestuur,] {d.name(d.contact(), 'full')}. [Het was een bewogen jaar.|We kijken trots terug.]"
                )
            ),
            Table(["Post", "2024 (mln)", "2023 (mln)"], rows),
            Text(d.say(f"[Het ziekteverzuim daalde naar|Verzuim:] {d.number(4, 7)},{d.number(0, 9)}%.")),
        ],
    )


@template("clean", "public policy report", "pdf pdf docx odt")
def policy_report(d: Draft) -> Content:
    return Paper(
        name=d.say("[rapport|beleidsnota|Kamerbrief|evaluatie] [schuldhulp|jeugdzorg|arbeidsmarkt|verzuim]"),
        blocks=[
            Heading(d.say("[Evaluatie Wet verbetering poortwachter|Monitor schuldenproblematiek|Beleidsnota Wmo]")),
            Text(
                d.say(
                    f"[In {d.number(2019, 2024)} kregen|Gemiddeld ontvingen] {d.number(10, 900)} duizend mensen [bijstand|jeugdhulp|een uitkering]. [De auteurs bevelen aan|Onderzoekers concluderen]: [eerder signaleren|minder loketten]."
                )
            ),
            Text(
                d.say(f"[Auteurs|Onder redactie van]: {d.name(d.person(), 'formal')} en {d.name(d.person(), 'formal')}")
            ),
            Table(
                ["Regio", "2022", "2023"],
                [[place, d.number(100, 900), d.number(100, 900)] for place in d.some(PLACES, 3, 8)],
            ),
        ],
    )


@template("clean", "law text", "pdf txt html docx", hard="full of the words of personal data")
def law(d: Draft) -> Content:
    number = d.number(2, 40)
    articles = [
        f"Artikel {number}. [De werkgever verstrekt de werknemer bij iedere voldoening van het loon een schriftelijke opgave.|Het burgerservicenummer wordt slechts gebruikt voor de uitvoering van een wettelijke taak.]",
        f"Artikel {number + 1}. [Gegevens over gezondheid worden niet verwerkt, tenzij|Onze Minister kan nadere regels stellen omtrent] [de re-integratie van de werknemer dit vergt|de wijze van identificatie].",
        f"Artikel {number + 2}. [Deze wet treedt in werking op een bij koninklijk besluit te bepalen tijdstip.|Vervallen.]",
    ]
    return Paper(
        name=d.say("[wet|regeling|Staatsblad|cao tekst] [verzuim|loon|{}]".replace("{}", str(d.number(10, 900)))),
        blocks=[
            Heading(d.say("[Wet aanwijzing gegevens|Regeling loonopgave|Besluit re-integratie]")),
            *[Text(d.say(article)) for article in articles],
        ],
    )


@template("clean", "aggregated table", "xlsx xlsx ods csv docx pdf", hard="averages of groups")
def aggregate(d: Draft) -> Content:
    rows: list[Row] = [
        [name, d.number(12, 400), d.number(2800, 5200), d.number(20, 95) / 10, d.number(30, 58)]
        for name in d.some(DEPARTMENTS, 4, 12)
    ]
    return Book(
        name=d.say("[kengetallen|HR analytics|verzuimcijfers|gemiddelden] [2024|Q2|per afdeling]"),
        sheets=[
            Sheet(
                title="totaal",
                header=[
                    "Afdeling",
                    "Aantal",
                    d.say("[Gem. bruto salaris|Gemiddeld loon]"),
                    d.say("[Verzuim %|Ziekteverzuim]"),
                    d.say("[Gem. leeftijd|Leeftijd (gem.)]"),
                ],
                rows=rows,
            )
        ],
    )


@template("clean", "benchmark table", "xlsx pdf pptx csv")
def benchmark(d: Draft) -> Content:
    rows: list[Row] = [
        [f"{d.say('[Organisatie|Deelnemer]')} {letter}", d.number(60, 140) / 10, d.number(5, 30) / 10, d.number(20, 80)]
        for letter in "ABCDEFGH"[: d.number(5, 8)]
    ]
    return Book(
        name=d.say("[benchmark|vergelijking sector|overhead vergelijking]"),
        sheets=[
            Sheet(
                title="benchmark",
                header=["Deelnemer", "Overhead %", d.say("[HR fte per 100|HR-ratio]"), "Mediaan"],
                rows=rows,
            )
        ],
    )


@template("clean", "statistics download with codes", "csv csv json xlsx", hard="numbers that look like others")
def statistics(d: Draft) -> Content:
    rows: list[Row] = [
        [d.number(10**8, 10**9 - 1), f"GM{d.number(1, 1990):04d}", f"{year}JJ00", d.number(0, 90000)]
        for year in range(2008, 2008 + d.number(10, 17))
        for _ in range(d.number(1, 6))
    ]
    return Book(
        name=d.say("[tabel|UntypedDataSet|statline|opendata]_") + f"{d.number(70000, 86000)}NED",
        sheets=[Sheet(title="data", header=["ID", "RegioS", "Perioden", "Waarde_1"], rows=rows)],
    )


@template(
    "clean", "salary scales of a collective agreement", "xlsx pdf html docx", hard="pay scale, not a person's pay"
)
def scales(d: Draft) -> Content:
    rows: list[Row] = [
        [step, *(d.number(1900, 2400) + 130 * step + 300 * scale for scale in range(4))]
        for step in range(d.number(7, 12))
    ]
    return Book(
        name=d.say("[salarisschalen|loontabel|cao schalen] [2025|jan]"),
        sheets=[
            Sheet(title="schalen", header=["Periodiek", "Schaal 6", "Schaal 7", "Schaal 8", "Schaal 9"], rows=rows)
        ],
    )


@template("clean", "leaflet or manual of a product", "pdf html txt docx")
def manual(d: Draft) -> Content:
    return Paper(
        name=d.say("[handleiding|manual|gebruikershandleiding|quick start] [printer|HR-app|thermostaat]"),
        blocks=[
            Heading(d.say("[Gebruikershandleiding|Aan de slag]")),
            Bullets(
                [
                    d.say("[Sluit het apparaat aan|Klik op Mijn gegevens]"),
                    d.say("[Vul uw personeelsnummer in|Druk vijf seconden op reset]"),
                    d.say("[Kies Verzuim > Ziek melden|Serienummer staat op de onderzijde]"),
                ],
                numbered=True,
            ),
        ],
    )


@template("clean", "English article or white paper", "pdf docx html")
def article(d: Draft) -> Content:
    return Paper(
        name=d.say("[whitepaper|article|State of HR|guide] [2024|payroll|privacy]"),
        blocks=[
            Heading(d.say("[The future of payroll|Absence management in Europe|GDPR for HR teams]")),
            Text(d.say(f"[By|Author:] {d.name(d.person(), 'full')}")),
            Text(
                d.say(
                    "[Sick leave costs employers billions a year.|National identification numbers need special care.] [Average salaries rose by 4%.|Depression is the leading cause of long absence.]"
                )
            ),
        ],
    )
