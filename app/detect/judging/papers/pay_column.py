"""A column of pay beside names, wherever on a sheet it stands and whatever is above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

_HEAD: Final = re.compile(
    rb"\W{0,3}(?:bruto|netto|salaris|loon|maandsalaris|maandloon|uurloon|jaarsalaris|brutoloon|nettoloon|brutosalaris|nettosalaris"
    rb"|schaalbedrag|toelage|bonus|gratificatie|gross|net|salary|wage|pay|base pay|gross pay|net pay|annual salary)"
    rb"(?: ?(?:loon|salaris|bedrag|per maand|p/?m|pm|fulltime|basis|oud|nieuw|eur|euro|pay|salary))?\W{0,8}",
    re.IGNORECASE,
)
_AMOUNT: Final = re.compile(rb"(?:\xe2\x82\xac|eur)?\s{0,3}-?\d{1,3}(?:[., ]?\d{3})*(?:[.,]\d{1,2})?", re.IGNORECASE)
_LEAST: Final = 4  # rows below it
_AHEAD: Final = 12
_DELIMITERS: Final = (b"\t", b";", b",", b"|")


def has_pay_column(lines: Sequence[bytes]) -> bool:
    """`lines`: folded, cells parted by tabs or as in a delimited file."""
    return any(
        _amounts_below(lines[at + 1 : at + 1 + _AHEAD], delimiter, column) >= _LEAST
        for at, line in enumerate(lines)
        for delimiter, column in _pay_heads(line)
    )


def _pay_heads(line: bytes) -> Iterator[tuple[bytes, int]]:
    for delimiter in _DELIMITERS:
        cells = line.split(delimiter)
        if len(cells) > 1:
            yield from ((delimiter, column) for column, cell in enumerate(cells) if _HEAD.fullmatch(cell.strip()))


def _amounts_below(lines: Sequence[bytes], delimiter: bytes, column: int) -> int:
    rows = (line.split(delimiter) for line in lines)
    cells = (row[column].strip(b' "') for row in rows if len(row) > column)
    return sum(_AMOUNT.fullmatch(cell) is not None for cell in cells if cell)
