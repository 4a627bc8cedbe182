"""Records of fixed width without labels: at the same columns of every line stand a citizen's number, a birth date, a name.

Payroll and benefit systems print numbers without anything between them, so that no expression tells where one begins. The
columns do: nine digits that pass the proof on every line, and eight that are a date on every line, are no chance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from app.detect.content.expressions import compiled
from app.detect.content.lexicon import SURNAMES
from app.detect.content.numbers import is_bsn
from app.detect.content.text.dates import parsed
from app.detect.content.text.piece import Hit, Piece

_GLUED: Final = compiled(r"\d{13,40}")
_RUN: Final = compiled(r"\d+")
_FIELD: Final = compiled(r"[A-Za-z'][A-Za-z'.-]+(?: [A-Za-z'.-]+){0,3}")
_AMOUNT: Final = compiled(r"0\d{5,14}[+-](?: ?EUR\b)?")
_IN_EUROS: Final = compiled(r"0\d{5,14}[+-] ?EUR\b")  # beside a citizen's number: pay, a pension, a benefit
_PAY: Final = compiled(r"salar|loon|payroll|wages|wedde|pensioen|uitkering|bezoldiging", any_case=True)
TRIGGERS: Final = (_GLUED,)

LEAST: Final = 5  # lines: that five numbers and dates pass by accident has a chance of one in ten million
SHARE: Final = 0.95  # of the lines of one layout
SHARE_OF_SAMPLE: Final = 0.85  # a sample of those may hold some more of the others by accident
SAMPLED: Final = 60  # lines, from all over, that a column must pass in before all lines are looked at
DISTINCT: Final = 0.8  # a constant, or a counter, is no number of persons
SURNAMES_LEAST: Final = 0.3
CELL_WIDTH: Final = 60
_BSN_DIGITS, _DATE_DIGITS = 9, 8
_BIRTH_YEARS: Final = range(1915, 2016)
_STAFF_DIGITS: Final = range(4, 11)

Place: TypeAlias = "tuple[int, int]"  # columns of a line


class _Line(NamedTuple):
    """`text`: its cells, when it has some, filled up to one width; `start`, `end`: in the piece."""

    start: int
    end: int
    text: bytes

    def hit(self, kind: str, place: Place) -> Hit:
        return self.hit_of(kind, place, self.text[slice(*place)].strip().lower())

    def hit_of(self, kind: str, place: Place, value: bytes) -> Hit:
        return Hit(kind, min(self.start + place[0], self.end), min(self.start + place[1], self.end), value)


def find_fixed_width(piece: Piece) -> Iterator[Hit]:
    """Numbers of citizens and of staff, birth dates, names, and amounts where the batch says that it is pay."""
    for lines in _layouts(piece):
        runs = _common_runs(lines)
        bsn = _column(lines, runs, _BSN_DIGITS, is_bsn)
        born = _column(lines, _without(runs, bsn), _DATE_DIGITS, _is_birth) if bsn is not None else None
        if bsn is None or born is None:
            continue
        staff = _own_number(lines, runs, (bsn, born))
        for line in lines:
            yield line.hit("bsn", bsn)
            yield line.hit_of("date_of_birth", born, _canonical(line.text[slice(*born)]))
            if staff is not None:
                yield line.hit("employee_number", staff)
        yield from _names(lines)
        amount = _AMOUNT if _PAY.search(piece.text) is not None else _IN_EUROS
        yield from (line.hit("salary", span) for line in lines for span in amount.spans(line.text, born[1]))


def _layouts(piece: Piece) -> Iterator[Sequence[_Line]]:
    """The lines with glued digits, by where these digits begin and end."""
    found: dict[Place, dict[int, _Line]] = defaultdict(dict)
    for start, end in piece.matches(_GLUED):
        first, last = piece.line(start, end)
        line = piece.text[first:last]
        cells = line[: start - first].split(b"\t")
        column = CELL_WIDTH * (len(cells) - 1) + len(cells[-1])
        found[column, end - start].setdefault(first, _Line(first, last, _filled_up(line)))
    return (tuple(lines.values()) for lines in found.values() if len(lines) >= LEAST)


def _filled_up(line: bytes) -> bytes:
    return b"".join(cell.ljust(CELL_WIDTH) for cell in line.split(b"\t")) if b"\t" in line else line


def _common_runs(lines: Sequence[_Line]) -> Sequence[Place]:
    """Where every line has digits: the runs of the first that all others have at the same columns."""
    return [run for run in _RUN.spans(lines[0].text) if all(_has_digits(line.text[slice(*run)], run) for line in lines)]


def _has_digits(written: bytes, run: Place) -> bool:
    return len(written) == run[1] - run[0] and written.isdigit()


def _column(lines: Sequence[_Line], runs: Sequence[Place], width: int, passes: Callable[[bytes], bool]) -> Place | None:
    """The first columns at which the digits of nearly all lines pass, and differ."""
    sample = lines[:: max(1, len(lines) // SAMPLED)]
    for low, high in runs:
        for at in range(low, high - width + 1):
            place = at, at + width
            if _pass(sample, place, passes, SHARE_OF_SAMPLE) and _pass(lines, place, passes, SHARE):
                return place
    return None


def _pass(lines: Sequence[_Line], place: Place, passes: Callable[[bytes], bool], share: float) -> bool:
    values = [line.text[slice(*place)] for line in lines]
    return passes(values[0]) and _are_distinct(values) and sum(map(passes, values)) >= share * len(values)


def _are_distinct(values: Sequence[bytes]) -> bool:
    return len(set(values)) >= DISTINCT * len(values)


def _without(runs: Sequence[Place], taken: Place) -> Sequence[Place]:
    """What is left of the runs."""
    parts: list[Place] = []
    for low, high in runs:
        parts += [(low, taken[0]), (taken[1], high)] if low <= taken[0] < high else [(low, high)]
    return parts


def _is_birth(digits: bytes) -> bool:
    found = parsed(digits)
    return found is not None and found[0] in _BIRTH_YEARS


def _canonical(digits: bytes) -> bytes:
    found = parsed(digits)
    return digits if found is None else b"%04d-%02d-%02d" % found


def _own_number(lines: Sequence[_Line], runs: Sequence[Place], taken: Sequence[Place]) -> Place | None:
    """The first other digits that are another number on every line: of staff, of a client, of a file."""
    for low, high in (run for run in runs if run[0] < taken[0][0]):
        end = min((place[0] for place in taken if low <= place[0] < high), default=high)
        values = [line.text[low:end] for line in lines]
        is_counted = values == sorted(values)  # the records are numbered
        if end - low in _STAFF_DIGITS and len(set(values)) == len(lines) and not is_counted:
            return low, end
    return None


def _names(lines: Sequence[_Line]) -> Iterator[Hit]:
    """The letters that begin at one column of all lines, when many of them are surnames."""
    first = [next(_FIELD.spans(line.text), (0, 0)) for line in lines]
    known = sum(_is_surname(line.text[slice(*place)]) for line, place in zip(lines, first, strict=True))
    if known >= SURNAMES_LEAST * len(lines):
        yield from (line.hit("name", place) for line, place in zip(lines, first, strict=True) if place[1])


def _is_surname(written: bytes) -> bool:
    return bool(written) and written.lower().split()[-1].split(b"-")[0] in SURNAMES
