"""A column of pay beside names, wherever on a sheet it stands and whatever is above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.detect.content.people import is_perhaps

_HEAD: Final = re.compile(
    rb"\W{0,3}(?:(?:som|totaal|gem(?:iddelde?|\.)?|max|min|sum|total|average|avg)\.? (?:van "
    rb"|of )?)?(?:bruto|netto|salaris|loon|maandsalaris|maandloon|uurloon|jaarsalaris|brutoloon"
    rb"|nettoloon|brutosalaris|nettosalaris"
    rb"|schaalbedrag|toelage|bonus|gratificatie|gross|net|salary|wage|pay|base pay|gross pay|net pay|annual salary)"
    rb"(?: ?(?:loon|salaris|bedrag|per maand|p/?m|pm|fulltime|basis|oud|nieuw|eur|euro|pay|salary"
    rb"|totaal|total|per jaar|jaar|year))?\W{0,8}",
    re.IGNORECASE,
)
# Accounts have these heads as payrolls do: then the rows must be of persons.
_OF_ACCOUNTS: Final = re.compile(
    rb"\W{0,3}(?:(?:som|totaal|gem(?:iddelde?|\.)?|sum|total|average)\.? (?:van |of )?)?(?:bruto|netto|gross|net)\W{0,8}",
    re.IGNORECASE,
)
_OF_TRADE: Final = re.compile(
    rb"\b(?:market value|equity|price|prijs|shares|aandelen|revenue|omzet|margin|marge|assets?|sector|btw|vat|factuur[a-z]*"
    rb"|invoice|units|debet|debit|grootboek[a-z]*)\b",
    re.IGNORECASE,
)
_AMOUNT: Final = re.compile(rb"(?:\xe2\x82\xac|eur)?\s{0,3}-?\d{1,3}(?:[., ]?\d{3})*(?:[.,]\d{1,2})?", re.IGNORECASE)
_LEAST: Final = 4  # rows below it
_AHEAD: Final = 12
_DELIMITERS: Final = (b"\t", b";", b",", b"|")


def has_pay_column(lines: Sequence[bytes]) -> bool:
    """`lines`: folded, cells parted by tabs or as in a delimited file."""
    return any(
        _amounts_below(lines[at + 1 : at + 1 + _AHEAD], delimiter, column, of_persons=of_persons) >= _LEAST
        for at, line in enumerate(lines)
        for delimiter, column, of_persons in _pay_heads(line)
    )


def _pay_heads(line: bytes) -> Iterator[tuple[bytes, int, bool]]:
    """The delimiter, the column, and whether the rows must be seen to be of persons."""
    for delimiter in _DELIMITERS:
        cells = line.split(delimiter)
        if len(cells) > 1:
            is_traded = _OF_TRADE.search(line) is not None
            for column, cell in enumerate(map(bytes.strip, cells)):
                of_accounts = _OF_ACCOUNTS.fullmatch(cell) is not None
                if _HEAD.fullmatch(cell) and not (of_accounts and is_traded):
                    yield delimiter, column, of_accounts


def _amounts_below(lines: Sequence[bytes], delimiter: bytes, column: int, *, of_persons: bool) -> int:
    rows = (line.split(delimiter) for line in lines)
    rows_of_interest = (row for row in rows if len(row) > column and (not of_persons or any(map(_is_person, row))))
    cells = (row[column].strip(b' "') for row in rows_of_interest)
    return sum(_AMOUNT.fullmatch(cell) is not None for cell in cells if cell)


def _is_person(cell: bytes) -> bool:
    return is_perhaps(cell.decode("utf-8", "replace").strip(' "'))
