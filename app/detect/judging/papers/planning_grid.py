"""A planning as a grid: weeks, months or sprints across, activities or the people of a project down. A roster of
shifts has days
across, a list of absence says who is ill: these are none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

_ROWS: Final = 40  # looked at
_PERIODS_LEAST: Final = 2
_PERIOD: Final = re.compile(
    rb"(?:w(?:ee)?k|w|sprint|iteratie|iteration|kw|q|kwartaal|maand|month"
    rb"|fase)[ .-]?\d{1,2}(?:[ /-]+(?:20)?\d\d)?|20\d\d[ -]?w\d{1,2}"
    rb"|(?:jan|feb|mrt|maa|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]{0,7}\.?(?: ?'?(?:20)?\d\d)?",
    re.IGNORECASE,
)
_DOWN: Final = re.compile(
    rb"(?:|activiteit(?:en)?|ta(?:ak|ken)|fase|werkpakket|onderdeel|mijlpaal|wie|naam|rol|team(?:lid)?|medewerker|resource"
    rb"|consultant|projectlid|activity|task|phase|name|who|role|workstream|module)",
    re.IGNORECASE,
)
# What is done in a project, or how much of somebody it takes; a mark that it is done then.
_WORK: Final = re.compile(
    rb"(?:\d{1,2}(?:[.,]\d{1,2})?(?: ?(?:u|uur|h|d|dgn|dagen|days|%))?|(?:100|\d0) ?%|[xv*#-]|"
    rb".*\b(?:bouw(?:en)?|test(?:en)?|mapping|ontwerp(?:en)?|inrichten|inrichting|migratie|conversie|opleiding|training|workshop"
    rb"|stuurgroep|rapportage|analyse|documentatie|livegang|nazorg|implementatie|proefconversie|begeleiding|review|build|design"
    rb"|config(?:uratie|uration)?|cutover|vrij|afwezig|verlof|project|sprint|demo|oplevering|communicatie|support)\b.*)",
    re.IGNORECASE,
)
_PRIVATE: Final = re.compile(
    rb"\b(?:ziek|ziekte|verzuim|zwanger[a-z]*|burn-?out|wia|re-?integratie|sick|salaris|salary|loon|bruto|netto|cijfer|beoordeling"
    rb"|nachtdienst|vroege dienst|late dienst)\b",
    re.IGNORECASE,
)
_WORK_SHARE: Final = 0.6
_ANYTHING: Final = re.compile(rb"[a-z][a-z /()-]{1,30}", re.IGNORECASE)  # a place, a department, a product
_WEEK: Final = re.compile(rb"w|sprint|iterat|kw|20\d\d", re.IGNORECASE)
_NUMBER: Final = re.compile(rb"[\d.,]+")


def is_planning_grid(lines: Sequence[bytes]) -> bool:
    """`lines`: folded, columns parted by tabs."""
    rows = [line.split(b"\t") for line in lines[: 2 * _ROWS] if b"\t" in line][:_ROWS]
    return any(
        _is_header(head) and _is_work(list(_below(rows[at + 1 :], head)), takes_numbers=_takes_numbers(head))
        for at, head in enumerate(rows[:4])
    )


def _is_header(row: Sequence[bytes]) -> bool:
    heads = [cell.strip() for cell in row]
    periods = sum(_PERIOD.fullmatch(head) is not None for head in heads[1:])
    filled = sum(bool(head) for head in heads[1:])
    is_headed = _DOWN.fullmatch(heads[0]) is not None or _ANYTHING.fullmatch(heads[0]) is not None
    return is_headed and periods >= _PERIODS_LEAST and periods * 2 > filled


def _takes_numbers(row: Sequence[bytes]) -> bool:
    """Whether numbers are hours and days of work: a month of a department has figures of anything."""
    is_by_week = sum(_WEEK.match(cell.strip()) is not None for cell in row) >= _PERIODS_LEAST
    return is_by_week and _DOWN.fullmatch(row[0].strip()) is not None


def _below(rows: Sequence[Sequence[bytes]], head: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    return itertools.takewhile(lambda row: 1 < len(row) <= len(head) + 1, rows)


def _is_work(rows: Sequence[Sequence[bytes]], *, takes_numbers: bool) -> bool:
    cells = [cell.strip() for row in rows for cell in row[1:] if cell.strip()]
    if not cells or any(_PRIVATE.search(b"\t".join(row)) for row in rows):
        return False
    work = (cell for cell in cells if takes_numbers or _NUMBER.fullmatch(cell) is None)
    return sum(_WORK.fullmatch(cell) is not None for cell in work) >= _WORK_SHARE * len(cells)
