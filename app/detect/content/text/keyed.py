"""Values behind the keys of data that stands in running text: JSON in a log line, in a comment or in a string, and the
elements of the Dutch population register.

Keys are written as programs write them, `birthDate`, `last_name`, and a value may stand on the line below its key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.detect.content.expressions import any_of, compiled
from app.detect.content.lexicon import CLEAR_SURNAMES, FIRST_NAMES, NOT_NAMES
from app.detect.content.numbers import is_bsn
from app.detect.content.text import name_shape as shape
from app.detect.content.text.dates import DATE, parsed
from app.detect.content.text.piece import Hit, Piece

_QUOTE: Final = r"(?:\\{0,3}[\"'])"
_TO_VALUE: Final = rf"{_QUOTE}?[ ]?[:=][ ]?(?:\[[ \n]{{0,12}})?{_QUOTE}"
_NAME_KEYS: Final = (
    r"(?:achter|voor|roep|geslachts|familie|meisjes)[_ -]?naam|voornamen|(?:volledige|medewerker|client|patient)[_ -]?naam"
    r"|naam|sur_?name|(?:given|first|last|family|full|employee|patient)[_ ]?name|family|name"
)
_NAME: Final = compiled(rf"{_QUOTE}(?:{_NAME_KEYS}){_TO_VALUE}[A-Z'][a-z]", any_case=True)
_LOOSE_KEY: Final = re.compile(rb"['\"](?:naam|name|family)\\{0,3}['\"]", re.IGNORECASE)
_VALUE: Final = re.compile(rb"[A-Za-z][A-Za-z' .-]{1,40}(?=\\{0,3}[\"'])")
_BIRTH: Final = compiled(
    rf"{_QUOTE}(?:date[_ ]?of[_ ]?birth|birth[_ ]?(?:date|day)?|dob|geb(?:oorte)?[_ ]?(?:datum|dat|dd)|geboren){_TO_VALUE}"
    r"[0-9]",
    any_case=True,
)
# The name of the system of identifiers, then the identifier. Source: HL7 FHIR, NamingSystem bsn; its OID.
_IDENTIFIER: Final = compiled(
    rf"(?:[/.:]bsn|2\.16\.840\.1\.113883\.2\.4\.6\.3){_QUOTE}?[,;/>\s]{{1,40}}(?:<?{_QUOTE}?(?:value|extension){_QUOTE}?"
    rf"[ ]?[:=][ ]?){_QUOTE}?\d{{9}}\b",
    any_case=True,
)
# Number, length and value of an element. Source: Logisch Ontwerp GBA, categories 01 to 09 and 51 to 59.
_ELEMENT: Final = compiled(
    r"(?:0120009\d{9}|0310008(?:19|20)\d{6}|0240\d{3}[A-Z][A-Za-z' -]{1,40}|1160006[1-9]\d{3}[A-Z]{2})"
)
_ANY: Final = any_of(_NAME, _BIRTH, _IDENTIFIER, _ELEMENT)
TRIGGERS: Final = (_NAME, _BIRTH, _IDENTIFIER, _ELEMENT)


def find_keyed(piece: Piece) -> Iterator[Hit]:
    """Names, birth dates, citizens' numbers and postcodes behind their keys."""
    text = piece.text
    if next(piece.matches(_ANY), None) is None:  # one look spares four
        return
    for start, end in piece.matches(_NAME):
        yield from _named(text, start, end - 2)
    for _, end in piece.matches(_BIRTH):
        date = DATE.match(text, end - 1)
        found = parsed(text[slice(*date)]) if date is not None else None
        if date is not None and found is not None:
            yield Hit("date_of_birth", *date, b"%04d-%02d-%02d" % found)
    for start, end in piece.matches(_IDENTIFIER):
        if is_bsn(text[end - 9 : end]):
            yield Hit("bsn", start, end, text[end - 9 : end])
    yield from _elements(piece)


def _named(text: bytes, start: int, value_at: int) -> Iterator[Hit]:
    """Under a key that things have, too, a name must be one of the lists."""
    match = _VALUE.match(text, value_at)
    if match is None:
        return
    words = match.group().lower().split()
    is_listed = any(word in FIRST_NAMES or word in CLEAR_SURNAMES for word in words) or shape.is_known(words[-1])
    is_of_things = all(word in NOT_NAMES for word in words)
    if (is_listed or _LOOSE_KEY.match(text, start) is None) and not is_of_things:
        yield Hit("name", *match.span(), b" ".join(words))


def _elements(piece: Piece) -> Iterator[Hit]:
    """Of a message of the population register, in which the elements stand one behind the other."""
    found = [(start, end, piece.text[start + 7 : end]) for start, end in piece.matches(_ELEMENT)]
    if not any(piece.text.startswith(b"0120", start) and is_bsn(value) for start, _, value in found):
        return
    for start, end, value in found:
        element = piece.text[start : start + 2]
        if element == b"01" and is_bsn(value):
            yield Hit("bsn", start, end, value)
        elif element == b"03" and (born := parsed(value)) is not None:
            yield Hit("date_of_birth", start, end, b"%04d-%02d-%02d" % born)
        elif element == b"02":
            length = int(piece.text[start + 4 : start + 7])
            yield Hit("name", start, start + 7 + length, value[:length].lower())
        elif element == b"11":
            yield Hit("address", start, end, value.lower())
