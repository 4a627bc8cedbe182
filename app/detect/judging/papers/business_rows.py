"""Tables that are no lists of private persons: business contacts, topics with who deals with them, measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from app.detect.content.people import is_likely, is_sure
from app.detect.judging.papers.column_titles import AT_HOME, OFFICIAL, PRIVATE_ROLE, whole
from app.detect.judging.papers.grids import Grid, most
from app.detect.judging.papers.person_rows import are_reached_at_home

_SHARE: Final = 0.6  # of the filled cells of a column
_ORGANISATION: Final = whole(
    r"organisatie|bedrijf(?:snaam)?|instelling|firma|organi[sz]ation|company|employer"
    r"|account"
)
_AT_HOME_ONLY: Final = whole(
    r"geboorte ?datum|burgerlijke staat|leeftijd|noodnummer|partner|kinderen|iban|bsn|birthday|date of birth|age"
    r"|home address"
)
_NEARLY_ALL: Final = 0.8
_SENTENCE_BLANKS: Final = 3
_NUMBER: Final = re.compile(
    r"[<>≈€+-]{0,2} ?\d[\d.,]*(?: ?(?:%|pct|fte|mln|k|eur|dagen|uur))?|-|n\.?v\.?t\.?|n/?a", re.IGNORECASE
)
_MEASURE: Final = re.compile(r"-?\d+[.,]\d+.{0,5}|-?\d+ ?%")
_TOTALLED: Final = re.compile(
    r"(?:eind|sub)?tota(?:al|len)|grand total|rijlabels|kolomlabels|row labels|column labels|(?:aantal|som"
    r"|gemiddelde|count"
    r"|sum|average) (?:van|of)\b.{1,40}|aantal [a-z]{2,20}|\(leeg\)",
    re.IGNORECASE,
)
_HEADS_MOST: Final = 3  # digits of a number of heads; one of personnel has more
_UNIT: Final = whole(
    r"locatie|vestiging|team|afdeling|cluster|organisatie-?eenheid|eenheid|unit|sector|regio|wijk"
    r"|functie(?:groep)?|schaal|leeftijd.{0,12}"
    r"|dienst|directie|cao|rayon|school|complex|department|location|age.{0,8}|grade|region"
)
_PLAIN_NUMBER: Final = re.compile(r"\d+")
_SUBJECT_ROLE: Final = whole(
    r"medewerk(?:er|ster)(?:naam)?|werknemer|naam|name|employee|collega|betrokkene|casus|bsn|geboortedatum"
    r"|personeels(?:nr|nummer)|dossier(?:nr|nummer)?"
    r"|client(?:nr|nummer)|patient(?:nr|nummer)|kamer|bed"
)


def are_of_organisations(grid: Grid) -> bool:
    """Business contacts: an organisation beside nearly everybody, and nothing that is asked of a private person."""
    filled = (len(cells) for title, cells in grid.columns() if _ORGANISATION.fullmatch(title))
    is_private = any(_AT_HOME_ONLY.fullmatch(title) for title in grid.head) or are_reached_at_home(grid)
    return max(filled, default=0) >= _NEARLY_ALL * len(grid.rows) and not is_private


def are_of_topics(grid: Grid) -> bool:
    """A log of risks, a programme: whoever is named owns the risk or speaks about it, and nobody else is named."""
    named = [grid.head[at] for at in range(len(grid.head)) if _are_called(grid.column(at))]
    is_of_subjects = any(PRIVATE_ROLE.fullmatch(title) or _SUBJECT_ROLE.fullmatch(title) for title in grid.head)
    is_private = is_of_subjects or any(AT_HOME.fullmatch(title) for title in grid.head)
    return bool(named) and all(map(OFFICIAL.fullmatch, named)) and not is_private


def without_officials(grid: Grid) -> list[list[str]]:
    """The rows without those who own or tell what stands in them."""
    kept = [at for at, title in enumerate(grid.head) if OFFICIAL.fullmatch(title) is None]
    return [[row[at] for at in kept if at < len(row)] for row in grid.rows]


def sentences_in(grid: Grid) -> list[bytes]:
    """The cells that say something, each ended."""
    return [cell.encode() + b"." for row in grid.rows for cell in row if cell.count(" ") >= _SENTENCE_BLANKS]


def holds_figures(grid: Grid) -> bool:
    """A table of measures: beside the first column numbers alone, some with decimals, thousands or a percentage."""
    beside = [cells for _, cells in list(grid.columns())[1:] if cells]
    is_measured = any(_MEASURE.fullmatch(cell) for cells in beside for cell in cells) or _is_totalled(grid)
    return bool(beside) and is_measured and all(_are_numbers(cells, grid) for cells in beside)


def counts_heads(grid: Grid) -> bool:
    """Units with how many work there and which share of them: no number in it is of one of them."""
    columns = [cells for _, cells in grid.columns() if cells]
    is_of_units = bool(columns) and not most(columns[0], _PLAIN_NUMBER)
    if is_of_units and _UNIT.fullmatch(grid.head[0]) is not None:
        is_of_units = not any(map(is_sure, columns[0]))  # "De Linde" may be a person, "Linde, A. de" is one
    else:
        is_of_units &= not _are_called(columns[0])
    whole = [cells for cells in columns[1:] if not any(map(_MEASURE.fullmatch, cells))]
    are_few = all(min(map(len, cells)) <= _HEADS_MOST for cells in whole)  # the totals have more
    return is_of_units and holds_figures(grid) and sum(map(len, whole)) > 0 and are_few


def _is_totalled(grid: Grid) -> bool:
    """A pivot of whole numbers: its heads or its last rows say that they were added up."""
    said = [*grid.head, *(row[0] for row in grid.rows if row)]
    return sum(_TOTALLED.fullmatch(cell) is not None for cell in said) > 0 and len(grid.head) > 2


def _are_numbers(cells: Sequence[str], grid: Grid) -> bool:
    """The second row of a pivot may be a head, too."""
    return most(cells, _NUMBER) or (_is_totalled(grid) and most(cells[1:], _NUMBER))


def _are_called(cells: Sequence[str]) -> bool:
    """Whether a column is of names, also of few persons."""
    filled = [cell for cell in cells if cell]
    return sum(map(is_likely, filled)) >= max(2, _SHARE * len(filled))
