"""Layouts that do not change what a document says: filler between its blocks, empty margins, a sheet that explains."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from benchmarks.detection.corpus.blocks import Block, Heading, Sheet

# Nothing in here is a value of anybody, nor a title of anything.
FILLER: Final = (
    "De werkzaamheden zijn in goede sfeer verlopen en iedereen heeft tijd vrijgemaakt om mee te denken.",
    "Dit stuk is met zorg samengesteld. Fouten kunnen worden doorgegeven aan het secretariaat.",
    "Bij de uitwerking is rekening gehouden met de wensen van de betrokken afdelingen.",
    "De zaal is bereikbaar met het openbaar vervoer en er is voldoende parkeergelegenheid.",
    "Hieronder volgt een korte toelichting op de achtergrond en op de keuzes die zijn gemaakt.",
    "In een eerder stadium is al gesproken over de inrichting van de werkplekken en de openingstijden.",
    "De uitkomsten worden gebruikt om de dienstverlening verder te verbeteren.",
    "Voor vragen over de inhoud kan men terecht bij de afdeling die het stuk heeft opgesteld.",
    "Er is gekozen voor een eenvoudige opzet, omdat die in de praktijk het beste blijkt te werken.",
    "De bijlagen maken onderdeel uit van dit stuk en zijn op te vragen bij het secretariaat.",
    "Na de zomer wordt bekeken of de werkwijze moet worden bijgesteld.",
    "Het archief wordt dit najaar verhuisd naar de begane grond.",
    "De koffieautomaat op de tweede verdieping is vervangen; de bekers staan in de kast ernaast.",
    "Over de uitvoering zijn heldere afspraken gemaakt, die hieronder kort worden samengevat.",
    "Door de drukte aan het einde van het jaar kan de verwerking iets langer duren dan gebruikelijk.",
    "De besluitvorming verloopt volgens de gebruikelijke lijnen.",
    "Zaal 2.14 is gereserveerd van 10.00 tot 12.00 uur; de lunch volgt aansluitend.",
    "De kosten hiervan bedragen ongeveer 1.250 euro en passen binnen het budget van dit jaar.",
    "Van de 48 uitgezette vragen is 73 procent beantwoord, iets meer dan vorig jaar.",
    "Zie ook hoofdstuk 3, paragraaf 2, en de tabel op bladzijde 14.",
    "De wijziging gaat in op 1 januari en geldt voor onbepaalde tijd.",
    "Versie 1.3 vervangt versie 1.2; de verschillen staan achterin.",
    "Wie wil kan op de fiets komen: de stalling is open tot half zeven.",
    "De afdeling heeft hierover eerder geschreven en verwijst kortheidshalve naar dat stuk.",
    "Bij elke stap is aangegeven wie aan zet is en wanneer het resultaat wordt verwacht.",
    "Met de ondernemingsraad is hierover op hoofdlijnen gesproken.",
    "Er is ruimte voor eigen inbreng en wie vragen heeft kan die vooraf inleveren.",
    "Het gebouw sluit om zes uur; daarna is de zijingang nog een half uur open.",
)
EXPLANATIONS: Final = (
    ("Toelichting", ("Dit bestand bevat een selectie.", "De gegevens staan op het volgende blad.")),
    ("Leeswijzer", ("Bron: eigen administratie", "Wijzigingen niet in dit bestand doorvoeren.")),
    ("Info", ("Export gemaakt door het systeem", "Status: definitief")),
)


def with_filler(rng: random.Random, blocks: Sequence[Block]) -> list[Block]:
    """Filler somewhere after the head of the document."""
    filled = list(blocks)
    for _ in range(rng.randint(1, 8)):
        filled.insert(rng.randint(min(2, len(filled)), len(filled)), rng.choice(FILLER))
    if rng.random() < 0.2:
        filled.append(Heading("Tot slot", 2))
        filled.append(rng.choice(FILLER))
    return filled


def moved(rng: random.Random, sheets: Sequence[Sheet]) -> list[Sheet]:
    """Sheets that start some rows and columns away from the corner, as people make them."""
    return [_moved(rng, sheet) for sheet in sheets]


def _moved(rng: random.Random, sheet: Sheet) -> Sheet:
    if sheet.hidden_rows or sheet.hidden_columns or sheet.merged or sheet.comments or rng.random() < 0.8:
        return sheet
    right = [None] * rng.choice((0, 1, 1, 2))
    down: list[list[None]] = [[] for _ in range(rng.choice((0, 1, 3)))]
    return replace(sheet, rows=[*down, *([*right, *row] if row else row for row in sheet.rows)])


def explained(rng: random.Random, sheets: Sequence[Sheet]) -> list[Sheet]:
    """With a sheet in front that tells what the workbook is."""
    if rng.random() < 0.8:
        return list(sheets)
    name, lines = rng.choice(EXPLANATIONS)
    return [Sheet(name=name, rows=[[line] for line in lines]), *sheets]
