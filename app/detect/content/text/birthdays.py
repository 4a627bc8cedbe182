"""Birth dates that no label names: a child's behind its name, in the line of contacts of a CV, on a list of birthdays, on a
driving licence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.detect.content.expressions import any_of, compiled
from app.detect.content.numbers import is_bsn
from app.detect.content.text.dates import ADULT_YEARS, DATE, MONTHS, parsed
from app.detect.content.text.piece import Hit, Piece

_CHILD: Final = re.compile(
    rb"\b(?:zoon(?:tje)?|dochter(?:tje)?|kind(?:je|eren)?|kleinzoon|kleindochter|leerling|pupil|broer(?:tje)?|zus(?:je)?"
    rb"|baby|peuter|kleuter|jongen|meisje|tweeling|pleegkind|stiefzoon|stiefdochter|jeugdige|minderjarige|son|daughter|child"
    rb"|pupil)\b[^.\n]{0,40}\Z",
    re.IGNORECASE,
)
_CHILD_WITHIN: Final = 70
_AT_SCHOOL: Final = re.compile(
    rb"\b(?:groep [1-8]|(?:brug)?klas [1-6]|zorgmelding|zorgsignaal|verwijsindex|meldcode|veilig thuis|leerplicht|jeugdhulp"
    rb"|jeugdzorg|jeugdbescherming|ondertoezichtstelling|handelingsplan|ontwikkelingsperspectief|schoolarts|schoolverzuim)\b",
    re.IGNORECASE,
)
_SCHOOL_WITHIN: Final = 150
_CHILD_YEARS: Final = range(1990, 2031)
_BRACKET: Final = re.compile(rb" ?\((?:geb\.? |\* ?)?(?=\d)")
_BRACKET_END: Final = re.compile(rb"[ ]?(?:[,;)]|$)")
# `06-... | naam@... | 17-04-1973`
_PARTED: Final = re.compile(rb"[ \t]{0,3}(?:[|/;,]|\xc2\xb7|\xe2\x80\xa2|\xb7| -)[ \t]{0,3}(?=\d)")
_PART_END: Final = re.compile(rb"[ \t]*(?:[|;,\r\n]|\xc2\xb7|\xe2\x80\xa2|\xb7|\Z)")
# `3 maart  Anna de Vries ('62)`, `Anna de Vries, 3 maart ('62)`
_DAY: Final = rf"\b[0-3]?\d[ \t]{{1,3}}(?:{MONTHS})\b"
_BIRTHDAY: Final = compiled(
    rf"{_DAY}[ \t:-]{{1,6}}(?-i:[A-Z])[A-Za-z'.-]{{0,20}}[ \t](?:[A-Za-z'.-]{{1,20}}[ \t]){{0,4}}\(?'\d\d\b"
    rf"|{_DAY}[ ]?[,]?[ ]?\(?'\d\d\b",
    any_case=True,
)
_YEAR: Final = re.compile(rb"'(\d\d)\Z")
_DAY_AND_MONTH: Final = re.compile(rb"([0-3]?\d)[ \t]{1,3}([A-Za-z]{3,10})")
# `geboren in 1971 op 12 maart`
_YEAR_FIRST: Final = compiled(
    rf"\b(?:geboren|born|geb\.) (?:is |was )?(?:in )?(?:19|20)\d\d,? (?:op |on )?(?:de )?[0-3]?\d(?:e|de|ste)? (?:{MONTHS})\b",
    any_case=True,
)
# Numbered fields of the European model. Source: directive 2006/126/EC, annex I: 1 surname, 2 other names, 3 date of birth.
_LICENCE: Final = compiled(r"\b(?:rijbewijs|driving licen[cs]e|permis de conduire|fuhrerschein)\b", any_case=True)
_LICENCE_NAME: Final = compiled(r"(?:^|\n)[ ]?1\.? [A-Z][A-Za-z' -]{1,30}\r?\n[ ]?2\.? [A-Z][A-Za-z' -]{1,40}")
_LICENCE_BORN: Final = compiled(r"(?:^|\n)[ ]?3\.? [0-3]\d[.-/][01]\d[.-/](?:19|20)?\d\d\b")
_LICENCE_BSN: Final = compiled(r"(?:^|\n)[ ]?4d\.? \d{9}\b")

_ANY: Final = any_of(_BIRTHDAY, _YEAR_FIRST, _LICENCE_BORN)
TRIGGERS: Final = (_BIRTHDAY, _YEAR_FIRST, _LICENCE_BORN)


def find_birthdays(piece: Piece) -> Iterator[Hit]:
    if next(piece.matches(_ANY), None) is None:  # one look spares three
        return
    for start, end in piece.matches(_BIRTHDAY):
        day = _DAY_AND_MONTH.match(piece.text, start)
        year = _YEAR.search(piece.text[start:end])
        if day is not None and year is not None:
            yield from _born(start, end, b" ".join((*day.groups(), year[1])))
    for start, end in piece.matches(_YEAR_FIRST):
        year_at = next(at for at in range(start, end) if piece.text[at : at + 4].isdigit())
        behind = piece.text[year_at + 4 : end]
        day = _DAY_AND_MONTH.search(_ORDINAL.sub(rb"\1", behind))
        if day is not None:
            yield from _born(start, end, b" ".join((*day.groups(), piece.text[year_at : year_at + 4])))
    for start, end in piece.matches(_LICENCE_BORN):
        if _LICENCE.search(piece.text) is not None:
            yield from _of_licence(piece, start, end)


_ORDINAL: Final = re.compile(rb"(\d)(?:ste|de|e)\b")


def _born(start: int, end: int, written: bytes) -> Iterator[Hit]:
    found = parsed(written)
    if found is not None:
        yield Hit("date_of_birth", start, end, b"%04d-%02d-%02d" % found)


def _of_licence(piece: Piece, start: int, end: int) -> Iterator[Hit]:
    date = next(DATE.spans(piece.text, start, end), None)
    if date is not None:
        yield from _born(start, end, piece.text[slice(*date)])
    for low, high in piece.matches(_LICENCE_NAME):
        surname, first = piece.text[low:high].strip().split(b"\n")
        name = first.strip().partition(b" ")[2] + b" " + surname.strip().partition(b" ")[2]
        yield Hit("name", low, high, b" ".join(name.lower().split()))
    for low, high in piece.matches(_LICENCE_BSN):
        if is_bsn(piece.text[high - 9 : high]):
            yield Hit("bsn", low, high, piece.text[high - 9 : high])


def childs_birth_date(piece: Piece, hit: Hit) -> Hit | None:
    """`mijn dochter Fenna de Wit (9-3-2014)`"""
    bracket = _BRACKET.match(piece.text, hit.end)
    if bracket is None or not _is_child(piece, hit):
        return None
    return _date_at(piece, bracket.end(), _CHILD_YEARS, _BRACKET_END)


def _is_child(piece: Piece, hit: Hit) -> bool:
    """Whether a word of a child stands before a name, or its class or care on the same line."""
    if _CHILD.search(piece.before(hit.start, _CHILD_WITHIN) + piece.text[hit.start : hit.end]) is not None:
        return True
    return _AT_SCHOOL.search(piece.around(hit.start, hit.end, _SCHOOL_WITHIN)) is not None


def birth_date_in_contacts(piece: Piece, hit: Hit) -> Hit | None:
    """The date of an adult that is an item of its own behind a telephone number or a mail address on one line."""
    gap = _PARTED.match(piece.text, hit.end)
    return _date_at(piece, gap.end(), ADULT_YEARS, _PART_END) if gap is not None else None


def _date_at(piece: Piece, start: int, years: range, end: re.Pattern[bytes]) -> Hit | None:
    date = DATE.match(piece.text, start)
    found = parsed(piece.text[slice(*date)]) if date is not None else None
    if date is None or found is None or found[0] not in years or end.match(piece.text, date[1]) is None:
        return None
    return Hit("date_of_birth", *date, b"%04d-%02d-%02d" % found)
