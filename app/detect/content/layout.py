"""How a sheet is laid out: which columns belong together, where a header stands, whether labels stand beside their values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from app.detect.content import people, shapes
from app.detect.content.fields import (
    NAME_PARTS,
    Field,
    Header,
    Mark,
)
from app.detect.content.headers import HEADER_CHARS, read_header
from app.detect.content.values import as_integer, says_nothing, year_of

Row: TypeAlias = Sequence[str]

COLUMNS = 512
HEADER_FIELDS = 2
SPECIFIED, SPECIFIED_SHARE = 4, 0.7
APART_SHARE = 0.3  # of the rows, filled on one side only: two tables beside each other

_OF_ANYTHING: Final = frozenset(
    {Field.WEAK_NAME, Field.DATE, Field.NUMBER, Field.AMOUNT, Field.COUNT, Field.MEASURE, Field.TEXT, Field.DATA_TYPE,
     Field.VALUE, Field.THING, Field.PAY_PART, None}
)  # fmt: skip
_LONG_NUMBER: Final = re.compile(r"\d{5,}|\d[.,]\d{2}\b")
FIELD_NUMBER: Final = re.compile(r"\d{2}\.\d{2}\.\d{2}")
# A civil register's own numbers of its fields; a payroll's number of a component before its name.
_NUMBERED_FIELD: Final = re.compile(r"\d{2}\.\d{2}\.\d{2}(?: [a-z-]+)?$|\d{4} [A-Z][a-z]{2,}[A-Za-z ]*$")
_MOSTLY_NUMBER: Final = re.compile(r"[\d\s.,%€$+/:-]+")
_PERIOD: Final = re.compile(
    r"(?:jan|feb|mrt|maa|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?(?:[ '-]*\d{2,4})?"
    r"|(?:week|wk|periode|per|p|w|q|k|kw|maand)\.? ?\d{1,2}|(?:19|20)\d\d(?:[-/ ]?\d{1,2})?|ma|di|wo|do|vr|za|zo|\d{1,2}",
    re.IGNORECASE,
)
_OFTEN: Final = """
bsn burgerservicenummer achternaam voornaam roepnaam naam geboortedatum iban personeelsnummer medewerkernummer medewerker
werknemer e-mail email e-mailadres telefoon adres postcode salaris cliëntnummer patiëntnummer pernr gbdat nachn vorna
employee firstname lastname name
"""
_REPEATED: Final = frozenset(variant for word in _OFTEN.split() for variant in (word, word.capitalize(), word.upper()))
"""Cells by which a header is looked for in the middle of a long table."""


def bands(rows: Sequence[Row]) -> list[slice]:
    """The runs of columns that are tables of their own, left to right; one for most sheets."""
    filled = _filled(rows)
    runs: list[list[int]] = []  # start, end, rows that are filled
    for index, mask in enumerate(filled):
        if not mask:
            continue
        if runs and runs[-1][1] == index:
            runs[-1][1] = index + 1
            runs[-1][2] |= mask
        else:
            runs.append([index, index + 1, mask])
    joined: list[list[int]] = []
    for run in runs:
        if joined and not _are_apart(joined[-1], run):
            joined[-1] = [joined[-1][0], run[1], joined[-1][2] | run[2]]
        else:
            joined.append(run)
    if len(joined) < 2:
        return [slice(0, None)]
    starts = [0, *(run[0] for run in joined[1:])]
    return [slice(start, end) for start, end in zip(starts, [*starts[1:], None], strict=True)]


def _filled(rows: Sequence[Row]) -> list[int]:
    """For each column the rows in which something stands, as bits."""
    masks: list[int] = []
    for index, row in enumerate(rows):
        if len(row) > len(masks):
            masks.extend([0] * (min(len(row), COLUMNS) - len(masks)))
        for column, cell in enumerate(row[:COLUMNS]):
            if cell:
                masks[column] |= 1 << index
    return masks


def _are_apart(left: Sequence[int], right: Sequence[int]) -> bool:
    if min(left[1] - left[0], right[1] - right[0]) < 2:
        return False  # a single column: a remark, or one of the table
    return (left[2] ^ right[2]).bit_count() > APART_SHARE * (left[2] | right[2]).bit_count()


def is_near_blank(row: Row) -> bool:
    """Nothing, or one cell: a gap, a title, a remark below a table."""
    return row.count("") >= len(row) - 1


def may_begin_anew(row: Row) -> bool:
    """Whether a row in the middle of a table is worth a look: it may be a header again."""
    return not _REPEATED.isdisjoint(row)


def fields_of(row: Row) -> dict[int, Field]:
    """What the cells of a row say as headers, where all their words are known: a sentence has one of them, too."""
    found = {}
    for index, cell in enumerate(row[:COLUMNS]):
        if cell and not (cell[0].isdigit() and _NUMBERED_FIELD.match(cell) is None):
            header = read_header(cell)
            if header.field is not None and Mark.UNKNOWN not in header.marks and not says_nothing(cell):
                found[index] = header.field
    return found


def is_header(row: Row, below: Sequence[Row], *, under_header: bool, after_gap: bool) -> bool:
    """Whether a row names the columns of the rows below it. Under a header, where a row of data may hold a word of the
    vocabulary too, half of its cells must be known."""
    cells = [cell for cell in row[:COLUMNS] if cell.strip()]
    if not cells or not all(map(_may_be_header, cells)) or _is_of_person(cells):
        return False
    known = fields_of(row)
    different = len(set(known.values()))
    if under_header and not after_gap:
        return different >= HEADER_FIELDS and 2 * len(known) >= len(cells)
    if len(cells) == 1:
        is_name = (
            bool(known) and _LONG_NUMBER.search(cells[0]) is None
        )  # "Tel. (010) 1234567" is a label with its value
        return is_name and not under_header and _is_column_of_data(row, below)
    if different >= HEADER_FIELDS:
        return not under_header or 2 * len(known) >= len(cells)
    if not under_header and _stands_over_persons(row, known, below):
        return True
    return (bool(known) or not under_header) and _differs_from(row, below)


def _is_of_person(cells: Sequence[str]) -> bool:
    """`Medewerker` with the name of one beside it, above the table of his hours."""
    if len(cells) != 2 or read_header(cells[0]).field not in NAME_PARTS | {Field.WEAK_NAME}:
        return False
    return " " in cells[1].strip() and read_header(cells[1]).field is None and people.is_likely(cells[1])


def _may_be_header(cell: str) -> bool:
    cell = cell.strip()
    if len(cell) > HEADER_CHARS or "@" in cell:
        return False
    if read_header(cell).field is not None:
        return True
    if _MOSTLY_NUMBER.fullmatch(cell) is not None:
        return cell.isdigit() and len(cell) == 4 and cell[:2] in ("19", "20")  # a year
    return _LONG_NUMBER.search(cell) is None and year_of(cell) is None


def _is_column_of_data(row: Row, below: Sequence[Row]) -> bool:
    """A single cell names the single column below it; a title stands over more."""
    at = next(index for index, cell in enumerate(row) if cell.strip())
    rows = [other for other in below[:5] if any(other)]
    return bool(rows) and all(is_near_blank(other) and at < len(other) and other[at] for other in rows)


def _stands_over_persons(row: Row, known: Mapping[int, Field], below: Sequence[Row]) -> bool:
    """Names below the word for those who bear them, whatever the other columns are called."""
    rows = [other for other in below[:5] if not is_near_blank(other)]
    return len(rows) > 1 and any(
        field in NAME_PARTS
        and not people.is_likely(row[index])
        and all(index < len(other) and people.is_likely(other[index]) for other in rows)
        for index, field in known.items()
    )


def _differs_from(row: Row, below: Sequence[Row]) -> bool:
    """Words over numbers or dates: the row is of another kind than the rows below it."""
    rows = [other for other in below[:5] if not is_near_blank(other)]
    for index, cell in enumerate(row[:COLUMNS]):
        if cell.strip() and any(index < len(other) and _is_figure(other[index]) for other in rows):
            return True
    return False


def _is_figure(cell: str) -> bool:
    return bool(cell) and (as_integer(cell) is not None or year_of(cell) is not None or "@" in cell)


def is_second_header(first: Row, row: Row) -> bool:
    """Whether a row right under a header goes on with it: a group above its columns, technical names above titles."""
    cells = [cell for cell in row[:COLUMNS] if cell.strip()]
    if len(cells) < 2 or not all(map(_may_be_header, cells)):
        return False
    known = fields_of(row)
    over = [cell for cell in first[:COLUMNS] if cell.strip()]
    has_groups = len(over) < len(cells) or len(set(over)) < len(over)
    return (has_groups and len(known) >= 1) or (
        len(set(known.values())) >= HEADER_FIELDS and 2 * len(known) >= len(cells)
    )


def is_units(row: Row) -> bool:
    """`€`, `%`, `dd-mm-jjjj` under a header, or what a template says of each of its fields: `max. 8 posities`."""
    cells = [cell for cell in row[:COLUMNS] if cell.strip()]
    if all(map(shapes.is_unit, cells)):
        return bool(cells)
    return len(cells) >= SPECIFIED and sum(map(shapes.is_specification, cells)) >= SPECIFIED_SHARE * len(cells)


def headers_of(rows: Sequence[Row]) -> list[Header]:
    """The headers of the columns under one header row, or under groups and the columns in them."""
    *groups, last = rows
    width = min(COLUMNS, max(map(len, rows)))
    above = _filled_forward(groups[-1], width) if groups else [""] * width
    found = []
    for index in range(width):
        own = last[index] if index < len(last) else ""
        found.append(_joint(above[index], own))
    return found


def under_title(headers: Sequence[Header], row: Row, title: str) -> list[Header]:
    """The headers of months, weeks or days under a title that says what is told of them: "Verzuim per medewerker"."""
    over = read_header(title)
    if over.field not in (Field.HEALTH, Field.SALARY) or Mark.AGGREGATE in over.marks:
        return [*headers]
    told = Header(over.field)
    own = [*row, *[""] * (len(headers) - len(row))]
    return [told if _PERIOD.fullmatch(cell.strip()) else header for header, cell in zip(headers, own, strict=False)]


def _filled_forward(row: Row, width: int) -> list[str]:
    """A merged cell leaves its text in the first of its columns."""
    found, text = [], ""
    for index in range(width):
        cell = row[index].strip() if index < len(row) else ""
        text = cell or text
        found.append(text)
    return found


def _joint(group: str, own: str) -> Header:
    header = read_header(own)
    if not group:
        return header
    over = read_header(group)
    if header.field is Field.PERSON_NUMBER and over.field is Field.EMPLOYEE_NUMBER:
        return over  # a system's name of the field above the one that is shown
    if not own.strip():
        return over  # a cell that spans both rows
    if header.field in _OF_ANYTHING:
        both = read_header(f"{group} {own}")
        if both.field is not None:
            return both
        if header.field is None:
            return Header(over.field, header.marks | over.marks)
    return Header(header.field, header.marks | (over.marks - {Mark.PERSON}))
