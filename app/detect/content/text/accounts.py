"""Bank accounts and payment cards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.detect.content.expressions import compiled
from app.detect.content.numbers import IBAN_LENGTHS, is_card, is_iban
from app.detect.content.text.piece import Hit, Piece

_COUNTRIES: Final = "|".join(sorted(code.decode() for code in IBAN_LENGTHS))
_IBAN_START: Final = compiled(rf"\b(?:{_COUNTRIES})[ .-]?\d\d[ .\t-]{{0,2}}[A-Z0-9]{{4}}", any_case=True)
_IBAN_GAPS: Final = b" .-\t\n\r/"
_IBAN_REACH: Final = 34 + 3 * 10  # signs, and room for gaps between groups of four
_CARD: Final = compiled(r"\b[2-6]\d{3}(?:[ .-]?\d{4}){2}[ .-]?\d{1,7}\b|\b3\d{3}[ .-]?\d{6}[ .-]?\d{4,5}\b")
# As cards show it: the same sign between all groups, of four, or of American Express and Diners.
_GROUPED: Final = re.compile(rb"\d{4}([ .-])\d{4}\1\d{4}\1\d{1,4}(?:\1?\d{1,3})?|\d{4}([ .-])\d{6}\2\d{4,5}")
_CARD_WORDS: Final = compiled(
    r"(?:credit ?card|kaart(?:nummer|nr|houder)|\bcard\b|card ?(?:number|no|holder)|\bvisa\b|master ?card|maestro|\bamex\b"
    r"|american express|\bcv[cv]2?\b|geldig tot|verval ?datum|valid thru|\bexp(?:iry|ires)?\b)",
    any_case=True,
)
_CARD_REACH: Final = 120
_NO_CARD: Final = compiled(
    r"(?:kenmerk|acceptgiro|referentie|reference|factuur|order|polis|barcode|\bean\b|imei|meter|zaak|transactie)"
    r"[a-z]{0,12}[ :#.-]{0,4}$",
    any_case=True,
)

TRIGGERS: Final = (_IBAN_START, _CARD)


def find_ibans(piece: Piece) -> Iterator[Hit]:
    """In any notation; groups may stand in cells or on lines beside each other."""
    for start, _ in piece.matches(_IBAN_START):
        window = piece.text[start : start + _IBAN_REACH]
        compact = window.translate(None, _IBAN_GAPS).upper()
        account = compact[: IBAN_LENGTHS[compact[:2]]]
        if not is_iban(account):
            continue
        end = start + _length_in(window, len(account))
        if not piece.text[end : end + 1].isalnum():
            yield Hit("iban", start, end, account)


def _length_in(window: bytes, signs: int) -> int:
    """How far into the window the account's last sign stands."""
    for index, sign in enumerate(window):
        if sign not in _IBAN_GAPS:
            signs -= 1
            if not signs:
                return index + 1
    return len(window)


def find_cards(piece: Piece) -> Iterator[Hit]:
    """A number of sixteen digits in a row passes the proof once in ten: only where a word says what it is."""
    for start, end in piece.matches(_CARD):
        written = piece.text[start:end]
        digits = written.translate(None, b" .-")
        if not is_card(digits) or piece.is_part_of_more(start, end):
            continue
        before = piece.before(start, _CARD_REACH)
        if _NO_CARD.search(before) is not None:
            continue
        is_grouped = len(digits) != len(written)
        if is_grouped and _GROUPED.fullmatch(written) is None:
            continue  # a decimal number, or parts of several
        if is_grouped or _CARD_WORDS.search(_near(piece, start, end)) is not None:
            yield Hit("credit_card", start, end, digits)


def _near(piece: Piece, start: int, end: int) -> bytes:
    """The line and the two around it: on a form the label may stand above."""
    return piece.text[max(0, start - _CARD_REACH) : end + _CARD_REACH]
