"""Rows about persons whose heads tell nothing: a number and an illness without a name, a birthday and a year in columns of
their own, tuples that a database is filled with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.detect.content.numbers import is_bsn
from app.detect.content.people import is_perhaps
from app.detect.content.shapes import is_health_word
from app.detect.judging.circumstances import places_of_circumstances
from app.detect.judging.papers.column_titles import whole
from app.detect.judging.papers.grids import Grid, are_persons, most

_LEAST: Final = 3  # rows
_SHARE: Final = 0.6  # of the filled cells of a column
_NUMBER: Final = re.compile(r"[A-Z]{0,3}0{0,8}[1-9]\d{2,8}")
_COUNTED: Final = whole(r"(?:aantal|totaal|som|#|n|count|number of|total)\b.{0,30}|gemiddeld.{0,20}")
_OF_CODES: Final = whole(
    r".{0,12}(?:code|cd|oorz|reden|artikel|ticket|incident|melding|zaak|order|factuur|diagnose|dbc|agb).{0,10}|id|nr"
)
_OF_PERSONS: Final = whole(
    r"(?:p|pn|pnr|pers|persnr|personeels|pernr|medew|mdw|mw|werkn|empl?|employee|staff|leerling|student|client"
    r"|cli|patient|pat|deelnemer"
    r"|respondent|kandidaat|resource|person|sofi|bsn).{0,18}"
)
_FULL_DATE: Final = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}-?\d\d-?\d\d(?:[T ].{5,12})?")
_DIGITS_LEAST: Final = 4  # of a number of personnel; what is counted has fewer
_APART: Final = 0.9  # of the numbers are of one person each
_WORDS_MOST: Final = 8
_NEARLY_ALL: Final = 0.8
_ILL: Final = re.compile(
    r"\b(?:[a-z]{0,14}(?:klachten|ontsteking|breuk|operatie|letsel|stoornis|aandoening|infectie)|gebroken|griep"
    r"|burn-?out"
    r"|overspann\w*|overspannen\w*|depressie\w*|hernia|kanker|chemo\w*|zwanger\w*|bevalling|hart(?:infarct"
    r"|falen)?|migraine"
    r"|long\w{3,}|corona|covid|rouw|psychisch\w*|herstel(?:lend)?|angst\w*|artrose|reuma|diabetes|epilepsie|ms"
    r"|copd|tia"
    r"|beroerte|nekhernia|blessure|flu|fracture|surgery|cancer|pregnan\w+|depression|back pain|stress)\b",
    re.IGNORECASE,
)
_DAY: Final = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[-/. ](?:0?[1-9]|1[0-2]|jan|feb|mrt|maart|apr|mei|juni?|juli?|aug|sep|sept|okt|nov|dec"
    r"|januari|februari|april|augustus|september|oktober|november|december"
    r"|january|february|march|may|june|july|august|october)\.?",
    re.IGNORECASE,
)
_NAMED: Final = whole(r"naam|medewerk(?:er|ster)|collega|werknemer|wie|name|employee|colleague|teamlid|leerling|lid")
_ASKING: Final = whole(
    r"(?:naam )?(?:aanvrager|huurder|client(?:e)?|betrokkene|bewoner|kandidaat|woningzoekende|gezin|inwoner"
    r"|belanghebbende|melder"
    r"|leerling|hulpvrager|zorgvrager|debiteur|applicant|tenant|household)(?:naam)?"
)
_CAPITAL: Final = re.compile(r"(?:[A-Za-z.]{1,5} ){0,4}[A-Z][A-Za-z'-]{2,25}(?:[ -][A-Za-z'-]{2,25}){0,2}(?:,.{1,12})?")
_PAID: Final = r"(?:[ _-]?(?:salaris|loon|bedrag|bruto|maandsalaris|uurloon|salary|pay))?(?: .{0,12})?"
_WAS: Final = whole(rf"(?:was|oude?|huidige?|van|voor|vorige?|old|current|before|from){_PAID}")
_WILL_BE: Final = whole(rf"(?:wordt|nieuwe?|naar|na|new|after|to){_PAID}")
_PAY: Final = re.compile(r"(?:€|eur)? ?(?:\d{1,2}[., ]?\d{3}|[1-9]\d|0)(?:[.,]\d{2}|,-)?", re.IGNORECASE)
_OF_PAY: Final = re.compile(
    r"\b(?:periodiek|schaal|trede|salaris\w*|loon|uren|promotie|functie(?:wijziging)?|(?:in|uit) dienst|cao|fte|parttime"
    r"|contract(?:uren)?|bevordering|increment|pay rise|promotion|salary|wage|hours)\b",
    re.IGNORECASE,
)
_OF_TRADE: Final = re.compile(
    r"\b(?:omzet|prijs|tarief|budget|begroting|huur|premie|btw|abonnement|licentie|polis|rent|price|rate|fee)\b",
    re.IGNORECASE,
)
_AGES_APART: Final = 8  # years
_NEEDS_SHARE: Final = 0.3  # of the rows
_MONTH_HEAD: Final = whole(r"(?:geb.{0,8})?(?:maand|mm|mnd|month)")
_MONTH: Final = re.compile(r"0?[1-9]|1[0-2]|[a-z]{3,9}", re.IGNORECASE)
_YEAR: Final = re.compile(r"19[3-9]\d|20(?:0\d|1[0-4])")
_BIRTHDAY: Final = whole(
    r"jarig(?: op)?|verjaar(?:t|dag|datum)?|(?:geboorte ?)?(?:dag|dd)|datum|birthday|dag en maand|dag/maand"
    r"|geb\.?(?: ?dag)?|when|wanneer"
)
_OF_ISSUE: Final = whole(r"(?:in )?dienst.{0,20}|sinds|jubileum.{0,10}|since|start.{0,15}|model|editie|uitgave")
_INSERTED: Final = re.compile(rb"\binsert\s+into\b[^(]{1,80}(?:\([^()]{0,400}\)\s*)?values\b|^\s*\(", re.IGNORECASE)
_ROWS_SHARE: Final = 0.6  # of the rows: one number in eleven passes the proof by chance
_CELLS_LEAST: Final = 3
_POSTCODE: Final = re.compile(rb"\b[1-9]\d{3}[ \t]?[A-Z]{2}\b")  # a page that was laid out parts it
_SALUTED: Final = re.compile(rb"\b(?:de heer|dhr|mevrouw|mevr|mw|mej|familie|fam|mrs?|ms|heer)\b", re.IGNORECASE)
_REACHED: Final = re.compile(rb"@|\bpostbus\b", re.IGNORECASE)
_AT_WORK: Final = re.compile(
    rb"\b(?:bedrijf(?:snaam)?|organisatie|functie|afdeling|instelling|werkgever|company|organisation|job title"
    rb"|kantoor)\b",
    re.IGNORECASE,
)
_FIRM: Final = re.compile(
    rb"\b(?:b\.?v|n\.?v|v\.?o\.?f|stichting|vereniging|gemeente|provincie|waterschap|cooperatie|bedrijf|school"
    rb"|scholengroep|college"
    rb"|zorggroep|woonstichting|ziekenhuis|praktijk|bank|holding|groep|bureau|advies|bakkerij|garage|ltd|gmbh|inc"
    rb"|company)\b",
    re.IGNORECASE,
)
_FIRMS_SHARE: Final = 0.2
_HOMES_LEAST: Final = 5
_HEADS: Final = 4  # lines
_VALUE: Final = re.compile(rb"'((?:[^'\n]|''){1,60})'|(?<![\w.])(\d{8,9})(?![\w.])")
_DATE: Final = re.compile(rb"(?:19[3-9]\d|20[01]\d)-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])(?:[T ][\d:.]+)?")
_WORDS: Final = re.compile(rb"[A-Z][A-Za-z' -]{1,40}")


@dataclass(frozen=True, slots=True)
class Rows:
    """Of how many persons it tells, and of each kind of what how often."""

    persons: int = 0
    kinds: tuple[tuple[str, int], ...] = ()


def rows_in_parts(tables: Sequence[Grid], lines: Sequence[bytes]) -> Rows:
    """The most that a table, or what is inserted by `lines` (folded), tells of persons."""
    found = [tell(grid) for grid in tables for tell in (_ill_by_number, _born_in_parts, _in_need, _changed_pay)]
    return max([*found, _inserted(lines), _written_to(lines), _born_at_home(lines)], key=lambda rows: rows.persons)


def _ill_by_number(grid: Grid) -> Rows:
    """A number that no two persons share, and what each is ill with."""
    columns = list(grid.columns())
    numbered = [title for title, cells in columns if _is_number_of_persons(title, cells)]
    is_of_days = any(most(cells, _FULL_DATE) and len(set(cells)) >= _LEAST for _, cells in columns)
    if not any(is_of_days or _OF_PERSONS.fullmatch(title) for title in numbered):
        return Rows()
    ill = max((sum(map(_is_illness, cells)) for _, cells in columns if not _is_of_numbers(cells)), default=0)
    is_told = ill >= max(_LEAST, _SHARE * len(grid.rows))
    return Rows(len(grid.rows), (("health", ill),)) if is_told else Rows()


def _is_number_of_persons(title: str, cells: Sequence[str]) -> bool:
    if len(cells) < _LEAST or _COUNTED.fullmatch(title) is not None or _OF_CODES.fullmatch(title) is not None:
        return False
    is_long = sum(len(cell) >= _DIGITS_LEAST for cell in cells) >= _SHARE * len(cells)
    return is_long and most(cells, _NUMBER) and len(set(cells)) >= _APART * len(cells)


def _is_illness(cell: str) -> bool:
    return len(cell.split()) <= _WORDS_MOST and (_ILL.search(cell) is not None or is_health_word(cell))


def _is_of_numbers(cells: Sequence[str]) -> bool:
    return all(cell[:1].isdigit() for cell in cells)


def _born_in_parts(grid: Grid) -> Rows:
    """Names, a day of the month in one column, a year in which somebody can be born in another."""
    columns = list(grid.columns())
    if not any(are_persons(cells) or _are_called(title, cells) for title, cells in columns):
        return Rows()
    days = max((len(cells) for title, cells in columns if _BIRTHDAY.fullmatch(title) and most(cells, _DAY)), default=0)
    months = max(
        (len(cells) for title, cells in columns if _MONTH_HEAD.fullmatch(title) and most(cells, _MONTH)), default=0
    )
    days = max(days, months)  # beside a month the day has a column, too
    years = max(
        (len(cells) for title, cells in columns if _are_years_of_birth(cells) and _OF_ISSUE.fullmatch(title) is None),
        default=0,
    )
    born = min(days, years)
    return Rows(born, (("date_of_birth", born),)) if born >= _LEAST else Rows()


def _in_need(grid: Grid) -> Rows:
    """Whoever asked for something, by any surname, and what is the matter with some of them."""
    if not any(_ASKING.fullmatch(title) and _are_capital(cells) for title, cells in grid.columns()):
        return Rows()
    told = max(
        sum(bool(places_of_circumstances(cell.encode())) or is_health_word(cell) for cell in cells)
        for _, cells in grid.columns()
    )
    return Rows(len(grid.rows)) if told >= max(2, _NEEDS_SHARE * len(grid.rows)) else Rows()


def _changed_pay(grid: Grid) -> Rows:
    """Persons, what each was paid and will be paid, and a word of pay or of the job: prices and budgets change, too."""
    columns = list(grid.columns())
    before = [cells for title, cells in columns if _WAS.fullmatch(title) and most(cells, _PAY)]
    after = [cells for title, cells in columns if _WILL_BE.fullmatch(title) and most(cells, _PAY)]
    if not before or not after or not any(are_persons(cells) for _, cells in columns):
        return Rows()
    said = " ".join((*grid.head, *(cell for row in grid.rows for cell in row)))
    paid = min(len(before[0]), len(after[0]))
    return Rows(paid, (("salary", paid),)) if _OF_PAY.search(said) and not _OF_TRADE.search(said) else Rows()


def _are_capital(cells: Sequence[str]) -> bool:
    return len(set(cells)) >= _LEAST and most(cells, _CAPITAL)


def _are_called(title: str, cells: Sequence[str]) -> bool:
    return _NAMED.fullmatch(title) is not None and sum(map(is_perhaps, cells)) >= max(_LEAST, _NEARLY_ALL * len(cells))


def _are_years_of_birth(cells: Sequence[str]) -> bool:
    return most(cells, _YEAR) and len(set(cells)) >= _LEAST


def _inserted(lines: Sequence[bytes]) -> Rows:
    """Rows that say who has which citizen's number and when he was born, under no heads: what a database is filled with. Heads
    would say what else a number is that passes the proof."""
    rows = [values for line in lines if (values := _values_in(line))]
    numbered = [values for values in rows if any(map(_is_number, values))]
    told = sum(_is_named_and_born(values) for values in numbered)
    is_headless = bool(rows) and bool(numbered) and rows[0] is numbered[0]
    if not is_headless or told < max(_LEAST, _ROWS_SHARE * len(rows)):
        return Rows()
    return Rows(told, (("bsn", told), ("date_of_birth", told)))


def _written_to(lines: Sequence[bytes]) -> Rows:
    """Lines to be put on envelopes: a salutation, a name, a home, and nowhere the organisation somebody works for."""
    homes = [line for line in lines if _POSTCODE.search(line) is not None]
    written = sum(_SALUTED.search(line) is not None and _REACHED.search(line) is None for line in homes)
    firms = sum(_FIRM.search(line) is not None for line in homes)
    is_at_work = any(_AT_WORK.search(line) is not None for line in lines[:_HEADS]) or firms > _FIRMS_SHARE * len(homes)
    is_list = written >= max(_HOMES_LEAST, _ROWS_SHARE * len(homes)) and not is_at_work
    return Rows(written, (("address", written), ("name", written))) if is_list else Rows()


def _born_at_home(lines: Sequence[bytes]) -> Rows:
    """Rows under no heads of a name, a date and a home, whose dates are as far apart as people's ages are."""
    rows = [cells for line in lines if len(cells := re.split(rb"[;\t|]", line)) >= _CELLS_LEAST]
    years = [year for row in rows if (year := _only_year(row)) is not None and _POSTCODE.search(b" ".join(row))]
    is_list = bool(rows) and _only_year(rows[0]) is not None and len(years) >= max(_LEAST, _NEARLY_ALL * len(rows))
    if not is_list or max(years) - min(years) < _AGES_APART or any(_FIRM.search(b" ".join(row)) for row in rows):
        return Rows()
    return Rows(len(years), (("date_of_birth", len(years)),))


def _only_year(row: Sequence[bytes]) -> int | None:
    """The year of the only date in a row, when somebody may be born in it."""
    dates = [cell.strip(b" \"'") for cell in row if _FULL_DATE.fullmatch(cell.decode("utf-8", "replace").strip(" \"'"))]
    year = _YEAR.search(dates[0].decode("utf-8", "replace")) if len(dates) == 1 else None
    return int(year[0]) if year is not None else None


def _values_in(line: bytes) -> list[bytes]:
    if _INSERTED.search(line) is not None:
        return [match[1] or match[2] for match in _VALUE.finditer(line)]
    cells = [value.strip(b" '\"") for value in line.split(b"\t")]
    return cells if len(cells) >= _CELLS_LEAST else []


def _is_named_and_born(values: Sequence[bytes]) -> bool:
    return any(map(_DATE.fullmatch, values)) and any(map(_WORDS.fullmatch, values))


def _is_number(value: bytes) -> bool:
    return value.isdigit() and len(value) in (8, 9) and is_bsn(value.rjust(9, b"0"))
