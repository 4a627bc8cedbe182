"""Which text is a table: cells between delimiters, or columns at fixed places of each line."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

DELIMITERS = (";", "\t", ",", "|", "^", "~", "\x1f", "¦")
RECORDS = 60  # looked at
USUAL_SHARE = 0.7
SURE = frozenset({";", "\t", "|", "\x1f", "¦"})
GAP = "    "
PROSE_CHARS = 45  # cells of prose between commas are longer on average, and end in full stops
FIXED_LINES = 5
FIXED_SHARE = 0.9  # of the lines: titles and totals stand between them
FIXED_COLUMNS = 3
STARTS_LEAST = 0.6  # of the lines may be blank where a column starts
FIXED_SAMPLE = 150
_OF_BOTH = re.compile(
    r"[A-Z]{2}\d{2}[A-Z]{4}\d{10}|[A-Z]{2}\d{2}[A-Z\d]{11,30}|[1-9]\d{3}[A-Z]{2}"
)  # an IBAN, a postcode
FIXED_SPACED = 0.6  # of the lines: blanks that fill up, which prose does not have


def delimiter_of(text: str, *, is_cut: bool = False) -> str | None:
    """What parts the columns, when most of the first records have the same number of it. `is_cut`: the end is missing."""
    lines = [line for line in text.splitlines(keepends=True)[: 4 * RECORDS] if line.strip()]
    if lines and lines[0].lower().startswith("sep=") and len(lines[0].rstrip()) == 5:  # a spreadsheet's own remark
        return lines[0][4]
    if is_cut and len(lines) > 2:
        lines = lines[:-1]
    if len(lines) < 2:
        return None
    columns = {delimiter: _columns(lines, delimiter) for delimiter in DELIMITERS if delimiter in text}
    # Amounts and names have commas: what parts most is the delimiter.
    found = max((one for one in columns if columns[one]), key=columns.__getitem__, default=None)
    if found is not None and found not in SURE and sum(GAP in line for line in lines) >= USUAL_SHARE * len(lines):
        return None  # a printed list: its columns stand at fixed places
    return found


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a text with fixed places start, the first at 0, and before which of them a blank stands."""

    starts: tuple[int, ...]
    behind_blanks: frozenset[int]


def columns_of(text: str) -> Columns | None:
    """The columns at fixed places; None when there are none. `text`: whole lines."""
    lines = [line.rstrip() for line in text.splitlines()[:FIXED_SAMPLE]]
    lines = [line for line in lines if line and not _is_rule(line)]
    if len(lines) < FIXED_LINES or "\t" in text:
        return None
    width, times = Counter(map(len, lines)).most_common(1)[0]
    if times < FIXED_SPACED * len(lines) and sum("  " in line for line in lines) < FIXED_SPACED * len(lines):
        return None
    lines = [line for line in lines if len(line) >= width // 2]
    width = max(map(len, lines))
    if len(lines) < FIXED_LINES or width > 5_000:
        return None
    padded = [line.ljust(width) for line in lines]
    behind_blanks = _starts([_share_blank(column) for column in zip(*padded, strict=True)])
    starts = [0, *behind_blanks]
    if len(padded) > FIXED_LINES:
        starts = _split_by_kind(padded[1:], starts)
    if len(starts) < FIXED_COLUMNS or not _looks_like_data(padded, starts):
        return None
    return Columns(tuple(starts), frozenset(behind_blanks))


def _columns(lines: Sequence[str], delimiter: str) -> int:
    """How many columns most records have; 0 when these are no records."""
    try:
        columns = _columns_of(list(islice(csv.reader(lines, delimiter=delimiter), RECORDS)), delimiter)
    except csv.Error:
        columns = 0  # decided below, quotes being signs like any other
    if not columns and any('"' in line for line in lines):
        columns = _columns_of([line.split(delimiter) for line in lines[:RECORDS]], delimiter)
    return columns


def _columns_of(records: Sequence[Sequence[str]], delimiter: str) -> int:
    if not records:
        return 0
    counts = Counter(len(record) for record in records)
    usual, times = counts.most_common(1)[0]
    if usual < 2 or len(records) < 2 or times < USUAL_SHARE * len(records):
        return 0
    if delimiter not in SURE and _is_prose([record for record in records if len(record) == usual]):
        return 0
    return usual


def _is_prose(records: Sequence[Sequence[str]]) -> bool:
    """Sentences with as many commas in each: long cells, or cells that go on after the comma and end in a full stop."""
    cells = [cell for record in records for cell in record]
    if sum(map(len, cells)) > PROSE_CHARS * len(cells):
        return True
    inner = [cell for record in records for cell in record[1:]]
    spaced = sum(cell.startswith(" ") and cell[1:2].islower() for cell in inner)
    stops = sum(record[-1].rstrip().endswith((".", "?", "!", ":", ",")) for record in records)
    return 2 * spaced > len(inner) or 2 * stops > len(records)


def _is_rule(line: str) -> bool:
    """`-----  ------`: a line that is drawn under a header."""
    return not line.strip("-=+_ ")


def _share_blank(column: Sequence[str]) -> float:
    return column.count(" ") / len(column)


def _starts(blank: Sequence[float]) -> list[int]:
    """The places where a column begins: behind a place that is blank in nearly every line. Where few lines have something,
    two such places: a short word in a column of names leaves one."""
    found = []
    run = 0
    for at, share in enumerate(blank):
        if share >= FIXED_SHARE:
            run += 1
            continue
        if at and run and (run > 1 or share <= STARTS_LEAST):
            found.append(at)
        run = 0
    return found


def _split_by_kind(lines: Sequence[str], starts: Sequence[int]) -> list[int]:
    """Columns that stand against each other: digits in every line, then letters in every line, or the other way round."""
    found = set(starts)
    kinds = [_kind(column) for column in zip(*lines, strict=True)]
    for start, end in zip(starts, [*starts[1:], len(kinds)], strict=True):
        seams = [at for at in range(start + 1, end) if {kinds[at - 1], kinds[at]} == {"digit", "letter"}]
        if seams and not _are_whole([line[start:end] for line in lines]):
            found.update(seams)
    return sorted(found)


def _are_whole(cells: Sequence[str]) -> bool:
    """Numbers that have letters of their own, of accounts and of postcodes."""
    return sum(_OF_BOTH.fullmatch(cell.strip()) is not None for cell in cells) >= FIXED_SHARE * len(cells)


def _kind(column: Sequence[str]) -> str:
    digits = sum(sign.isdigit() for sign in column)
    letters = sum(sign.isalpha() for sign in column)
    least = FIXED_SHARE * len(column)
    return "digit" if digits >= least else "letter" if letters >= least else ""


def _looks_like_data(lines: Sequence[str], starts: Sequence[int]) -> bool:
    """Prose that happens to have a gap has words across it and no column that nearly every line fills."""
    ends = [*starts[1:], len(lines[0])]
    cells = [[line[start:end].strip() for start, end in zip(starts, ends, strict=True)] for line in lines]
    filled = sum(bool(cell) for row in cells for cell in row)
    with_digits = sum(any(sign.isdigit() for cell in row for sign in cell) for row in cells)
    return filled >= 0.5 * len(cells) * len(starts) and 2 * with_digits > len(cells)
