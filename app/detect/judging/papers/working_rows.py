"""Rows of persons with what is known of their work: when they clocked in and out, in which scale they are paid, how they are
judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.detect.content.people import is_perhaps

_LEAST: Final = 3  # rows
_SHARE: Final = 0.6  # of the rows below a header
_AHEAD: Final = 12  # rows looked at below it
_DELIMITERS: Final = (b"\t", b";", b"|", b",")
_TIME: Final = re.compile(rb"[+-]?\d{1,3}:[0-5]\d(?::[0-5]\d)?|(?:20\d\d-\d\d-\d\d[ T])[0-2]\d:[0-5]\d(?::\d\d)?")
# A planning of interviews has "van" and "tot"; these are of who comes and goes.
_CLOCK: Final = re.compile(
    rb"(?:in|uit|kom(?:en|st)?|gaan|ging|pauze|saldo|gewerkt|gewerkte (?:uren|tijd)|overuren|meeruren"
    rb"|dienst|(?:in|uit)[ -]?(?:klok|geklokt|"
    rb"tijd|geprikt)|klok[a-z ]*|prik[a-z ]*|aanwezig|tijd (?:in|uit)|clock[a-z -]*|time (?:in|out)"
    rb"|out|break|worked|hours worked"
    rb"|balance|overtime|shift|badge[a-z ]*|check[ -]?(?:in|out))",
    re.IGNORECASE,
)
_CLOCKS_LEAST: Final = 2
_JUDGED: Final = re.compile(
    rb"(?:potentieel|potentie|prestaties?|performance|potential|(?:eind)?oordeel|(?:eind)?beoordeling|functioneren|rating|(?:9-?)?box"
    rb"|flight risk|vertrekrisico|groeipotentieel|competenties?|inzet|houding|gedrag|appraisal|grade)(?: ?(?:score|20\d\d))?",
    re.IGNORECASE,
)
_JUDGEMENT: Final = re.compile(
    rb"(?:zeer |heel |very |boven |onder )?(?:hoog|midden|gemiddeld|laag|high|medium|low|goed"
    rb"|voldoende|onvoldoende|matig|slecht|uitstekend"
    rb"|good|poor|excellent|sufficient|insufficient|de maat|verwachting)|[a-e1-9][+-]?|[+-]{1,2}",
    re.IGNORECASE,
)
_JUDGED_LEAST: Final = 2  # columns
_SCALE: Final = re.compile(
    rb"\b(?:schaal|scale|grade|fwg|trede)[ .]?\d{1,3}[a-z]?\b[^\t\n]{0,20}\d[\d.]*[.,]?\d{3}(?:[.,]\d\d)?",
    re.IGNORECASE,
)


def has_clock_times(lines: Sequence[bytes]) -> bool:
    """`lines`: folded, cells parted by tabs or as in a file of delimited values."""
    return any(_are_clocked(head, rows) for head, rows in _tables(lines, _CLOCK, _CLOCKS_LEAST))


def has_judgements(lines: Sequence[bytes]) -> bool:
    """Whether columns say how whoever is named in the row performs."""
    return any(_are_judged(head, rows) for head, rows in _tables(lines, _JUDGED, _JUDGED_LEAST))


def has_scales(lines: Sequence[bytes]) -> bool:
    """Whether line by line somebody is in a scale, with what it pays."""
    scaled = (line for line in lines if _SCALE.search(line) is not None)
    return sum(any(is_perhaps(_text(cell)) for cell in re.split(rb"[\t;|]", line)) for line in scaled) >= _LEAST


def _are_judged(head: Sequence[bytes], rows: Sequence[Sequence[bytes]]) -> bool:
    columns = [at for at, title in enumerate(head) if _JUDGED.fullmatch(title) is not None]
    judged = (
        sum(_JUDGEMENT.fullmatch(row[at]) is not None for at in columns if at < len(row)) >= _JUDGED_LEAST
        for row in rows
    )
    return sum(judged) >= max(_LEAST, _SHARE * len(rows))


def _are_clocked(head: Sequence[bytes], rows: Sequence[Sequence[bytes]]) -> bool:
    clocked = [at for at, title in enumerate(head) if _CLOCK.fullmatch(title) is not None]
    timed = (
        sum(_TIME.fullmatch(row[at]) is not None for at in clocked if at < len(row)) >= _CLOCKS_LEAST for row in rows
    )
    return sum(timed) >= max(_LEAST, _SHARE * len(rows))


def _tables(
    lines: Sequence[bytes], headed: re.Pattern[bytes], least: int
) -> Iterator[tuple[list[bytes], list[list[bytes]]]]:
    """The tables with so many columns of that kind, each with its first rows."""
    for delimiter in _DELIMITERS:
        rows = [
            [cell.strip(b" \"'") for cell in line.split(delimiter)] for line in lines[: 4 * _AHEAD] if delimiter in line
        ]
        for at, head in enumerate(rows[: max(0, len(rows) - _LEAST)]):
            if sum(headed.fullmatch(cell) is not None for cell in head) >= least:
                yield head, rows[at + 1 : at + 1 + _AHEAD]


def _text(cell: bytes) -> str:
    return cell.decode("utf-8", "replace").strip(' "')
