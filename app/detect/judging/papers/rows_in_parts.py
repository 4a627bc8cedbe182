"""Rows about persons whose heads tell nothing: a number and an illness without a name, a birthday and a year in columns of their
own, tuples that a database is filled with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.detect.content.numbers import is_bsn
from app.detect.content.shapes import is_health_word
from app.detect.judging.papers.column_titles import whole
from app.detect.judging.papers.grids import Grid, are_persons, most

_LEAST: Final = 3  # rows
_SHARE: Final = 0.6  # of the filled cells of a column
_NUMBER: Final = re.compile(r"[A-Z]{0,3}0{0,8}[1-9]\d{2,8}")
_COUNTED: Final = whole(r"(?:aantal|totaal|som|#|n|count|number of|total)\b.{0,30}|gemiddeld.{0,20}")
_DIGITS_LEAST: Final = 4  # of a number of personnel; what is counted has fewer
_APART: Final = 0.9  # of the numbers are of one person each
_WORDS_MOST: Final = 8
_ILL: Final = re.compile(
    r"\b(?:[a-z]{0,14}(?:klachten|ontsteking|breuk|operatie|letsel|stoornis|aandoening|infectie)|gebroken|griep|burn-?out"
    r"|overspann\w*|overspannen\w*|depressie\w*|hernia|kanker|chemo\w*|zwanger\w*|bevalling|hart(?:infarct|falen)?|migraine"
    r"|long\w{3,}|corona|covid|rouw|psychisch\w*|herstel(?:lend)?|angst\w*|artrose|reuma|diabetes|epilepsie|ms|copd|tia"
    r"|beroerte|nekhernia|blessure|flu|fracture|surgery|cancer|pregnan\w+|depression|back pain|stress)\b",
    re.IGNORECASE,
)
_DAY: Final = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[-/. ](?:0?[1-9]|1[0-2]|jan|feb|mrt|maart|apr|mei|juni?|juli?|aug|sep|sept|okt|nov|dec"
    r"|januari|februari|april|augustus|september|oktober|november|december"
    r"|january|february|march|may|june|july|august|october)\.?",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"19[3-9]\d|20[01]\d")
_BIRTHDAY: Final = whole(
    r"jarig(?: op)?|verjaar(?:t|dag|datum)?|(?:geboorte ?)?(?:dag|dd)|datum|birthday|dag en maand|dag/maand|geb\.?(?: ?dag)?|when|wanneer"
)
_OF_ISSUE: Final = whole(r"(?:in )?dienst.{0,20}|sinds|jubileum.{0,10}|since|start.{0,15}|model|editie|uitgave")
_INSERTED: Final = re.compile(rb"\binsert\s+into\b[^(]{1,80}(?:\([^()]{0,400}\)\s*)?values\b|^\s*\(", re.IGNORECASE)
_LONG: Final = re.compile(rb"(?<![\w.,])\d{8,9}(?![\w.,])")
_ROWS_SHARE: Final = 0.6  # of the rows with such a number: one in eleven passes the proof by chance
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
    found = [_ill_by_number(grid) for grid in tables] + [_born_in_parts(grid) for grid in tables]
    return max([*found, _inserted(lines)], key=lambda rows: rows.persons)


def _ill_by_number(grid: Grid) -> Rows:
    """A number that no two persons share, and what each is ill with."""
    columns = list(grid.columns())
    if not any(_is_number_of_persons(title, cells) for title, cells in columns):
        return Rows()
    ill = max((sum(map(_is_illness, cells)) for _, cells in columns if not _is_of_numbers(cells)), default=0)
    is_told = ill >= max(_LEAST, _SHARE * len(grid.rows))
    return Rows(len(grid.rows), (("health", ill),)) if is_told else Rows()


def _is_number_of_persons(title: str, cells: Sequence[str]) -> bool:
    if len(cells) < _LEAST or _COUNTED.fullmatch(title) is not None:
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
    if not any(are_persons(grid.column(at)) for at in range(len(grid.head))):
        return Rows()
    days = max((len(cells) for title, cells in columns if _BIRTHDAY.fullmatch(title) and most(cells, _DAY)), default=0)
    years = max(
        (len(cells) for title, cells in columns if most(cells, _YEAR) and _OF_ISSUE.fullmatch(title) is None), default=0
    )
    born = min(days, years)
    return Rows(born, (("date_of_birth", born),)) if born >= _LEAST else Rows()


def _inserted(lines: Sequence[bytes]) -> Rows:
    """Rows without heads that hold a citizen's number and a name or a birth date each: what a database is filled with."""
    found = [facts for line in lines if (facts := _facts_of(line)) is not None]
    born = sum(found)
    if len(found) < _LEAST or len(found) < _ROWS_SHARE * sum(_LONG.search(line) is not None for line in lines):
        return Rows()
    return Rows(len(found), (("bsn", len(found)), *((("date_of_birth", born),) if born else ())))


def _facts_of(line: bytes) -> bool | None:
    """Whether a row with somebody's number says when he was born; None for another row."""
    if _LONG.search(line) is None:
        return None
    if _INSERTED.search(line) is not None:
        values = [match[1] or match[2] for match in _VALUE.finditer(line)]
    else:
        values = [value.strip(b" '\"") for value in line.split(b"\t")]
    is_born = any(_DATE.fullmatch(value) for value in values)
    is_named = any(_WORDS.fullmatch(value) for value in values)
    return is_born if (is_born or is_named) and len(values) > 2 and any(map(_is_number, values)) else None


def _is_number(value: bytes) -> bool:
    return value.isdigit() and len(value) in (8, 9) and is_bsn(value.rjust(9, b"0"))
