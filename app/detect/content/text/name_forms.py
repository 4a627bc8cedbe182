"""Names as registers, tickets and extracts write them: surname first in capitals, with a stroke, or in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.detect.content.expressions import any_of, compiled
from app.detect.content.lexicon import FIRST_NAMES, NOT_NAMES
from app.detect.content.text import name_shape as shape
from app.detect.content.text.piece import Hit, Piece

_PREFIX: Final = r"(?:(?i:van(?: (?:der|den|de|het|'t))?|op den|op de|in 't|in het|de|den|der|ter|ten|te|el) )?"
# `OOSTERHUIS, D.J.`, `VAN DEN BERG, A.`
_CAPITALS: Final = compiled(
    r"\b(?:(?:VAN|DE|DER|DEN|TER|TEN|TE|EL|HET|'T) ){0,3}[A-Z]{4,25}(?:-[A-Z]{3,20})?, ?(?:[A-Z]\. ?){0,4}[A-Z]\."
)
# The sex or a birth date behind it, as registers print them.
_REGISTERED: Final = re.compile(rb"[ \t]{0,6}(?:\(?[MVFmvf]\)?[ \t]{1,6})?\(?[0-3]\d[-/.][01]\d[-/.]\d{2,4}")
# `HOEKSTRA/SIETSKE MRS`, as carriers write it.
_TICKET: Final = compiled(r"\b[A-Z]{3,25}/[A-Z]{2,25}(?: ?(?:MRS|MR|MS|MISS|MSTR|CHD|DHR|MW))?\b")
_TICKET_TITLE: Final = re.compile(rb"(?: |(?<=[A-Z]))(?:MRS|MR|MS|MISS|MSTR|CHD|DHR|MW)\Z")
# `Oosterhof^Sietske^A`, as messages of hospitals write it. Source: HL7 version 2, data type XPN.
_MESSAGE: Final = compiled(
    rf"(?:^|[\n|~\t;]){_PREFIX}[A-Z'][A-Za-z']{{1,24}}(?:[ -][A-Z][a-z]{{2,24}})?"
    r"\^[A-Z][A-Za-z.'-]{1,24}(?:\^[A-Za-z.'-]{0,24}){0,4}"
)
# A surname and initials, each in its column.
_IN_COLUMNS: Final = compiled(
    rf"\b{_PREFIX}[A-Z'][A-Za-z']{{2,24}}(?:-[A-Z][a-z]{{2,24}})?\t(?:(?:[A-Z]\.){{1,5}}|[A-Z]{{1,4}})\t?"
)
# The fields of a card or form without a colon: `Naam El Amrani  Voornamen Anna Maria`.
_FIELDS: Final = compiled(
    rf"\b(?:[Nn]aam|[Aa]chternaam|[Gg]eslachtsnaam|[Ss]urname) ?:? {_PREFIX}(?:[A-Z][A-Za-z'-]{{1,24}} ?){{1,2}}[ \t,;|]{{1,4}}"
    r"(?:[Rr]oepnaam|[Vv]oorna(?:am|men)|[Gg]iven names?|[Ff]irst names?)(?:\(en\))? ?:?"
    r" [A-Z][A-Za-z'-]{1,20}(?: [A-Z][a-z'-]{1,20}){0,3}"
)
_LEAST, _SHARE = 3, 0.3

_LABELS: Final = re.compile(
    rb"(?i)\b(?:roepnaam|voorna(?:am|men)|given names?|first names?)(?:\(en\))?|[a-z]*naam\b|\bsurname\b"
)
_ANY: Final = any_of(_CAPITALS, _TICKET, _FIELDS, _MESSAGE)
TRIGGERS: Final = (_CAPITALS, _TICKET, _FIELDS, _MESSAGE)


def find_name_forms(piece: Piece) -> Iterator[Hit]:
    """Of running text and of rows without heads."""
    if not piece.from_table and not piece.has_where(_ANY):
        return
    for start, end in piece.matches(_CAPITALS):
        surname = piece.text[start:end].partition(b",")[0].lower().split()[-1]
        if shape.is_known(surname) or surname not in NOT_NAMES:
            is_sure = (
                shape.is_known(surname)
                or piece.text.count(b".", start, end) > 1
                or _REGISTERED.match(piece.text, end) is not None
            )
            yield Hit("name", start, end, b" ".join(piece.text[start:end].lower().split()), sure=is_sure)
    for start, end in piece.matches(_TICKET):
        written = _TICKET_TITLE.sub(b"", piece.text[start:end])
        surname, _, first = written.lower().partition(b"/")
        is_titled = len(written) < end - start
        if (is_titled or shape.is_known(surname)) and (first in FIRST_NAMES or (is_titled and shape.is_known(surname))):
            yield Hit("name", start, end, first + b" " + surname)
    for start, end in piece.matches(_MESSAGE):
        surname, first = piece.text[start:end].strip(b"|~\t;\n").lower().split(b"^")[:2]
        if shape.is_known(surname.split()[-1]) or first in FIRST_NAMES:
            yield Hit("name", start, end, first + b" " + surname)
    for start, end in piece.matches(_FIELDS):
        parts = [part.strip(b" :,;|\t") for part in _LABELS.split(piece.text[start:end])]
        yield Hit("name", start, end, b" ".join(reversed([part for part in parts if part])).lower())
    if piece.from_table:
        yield from _in_columns(piece)


def _in_columns(piece: Piece) -> Iterator[Hit]:
    """When several rows have one, and many of the surnames are in the list."""
    found = [(start, end, piece.text[start:end].split(b"\t")) for start, end in piece.matches(_IN_COLUMNS)]
    known = sum(shape.is_known(cells[0].lower().split()[-1]) for _, _, cells in found)
    if known >= max(_LEAST, _SHARE * len(found)):
        for start, end, cells in found:
            yield Hit("name", start, end, (cells[1] + b" " + cells[0]).lower())
