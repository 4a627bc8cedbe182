"""Numbers of staff: personnel numbers, and registrations of care professionals (BIG)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.detect.content.expressions import Span, compiled
from app.detect.content.text.piece import Hit, Piece, values_right, values_under

_EMPLOYEE: Final = compiled(
    r"\b(?:(?:personeels?|medewerkers?|werknemers?|personeels ?lid)[ -]?(?:nummer|nr|no|id|code)\b\.?"
    r"|pers\.? ?(?:nummer|nr|no)\b\.?|p-?nr\b\.?|p\.nr\b\.?|(?:medew|mdw|werkn|wn|w|dv)\.? ?-?(?:nummer|nr)\b\.?"
    r"|empl(?:oyee)?\.? ?(?:id|nr|no)\b\.?|emplid\b|payroll ?-?(?:number|no|nr|id)\b\.?|employee ?#|staff ?#"
    r"|personeels ?dossier ?\(? ?(?:nr|nummer)\b\.?|stam ?-?(?:nummer|nr)\b\.?|employee[ -]?(?:number|no|id"
    r"|nr)\b\.?"
    r"|staff[ -]?(?:number|no|id)\b\.?|pernr\b|p-?nummer\b|dienstverband ?-?(?:nummer|nr)\b|loonnummer\b"
    r"|salarisnummer\b)",
    any_case=True,
)
_NUMBER: Final = compiled(r"\b[A-Z]{0,3}-?\d{3,10}\b", any_case=True)
_BIG: Final = compiled(
    r"\bbig ?-?(?:registratie)? ?-?(?:nummer|nr|registratie|registration|reg|number|no)?\b\.?(?: ?(?:nummer|nr|no"
    r"|number)\b\.?)?"
    r"|\bbig:",
    any_case=True,
)
_BIG_NUMBER: Final = compiled(r"\b(?:\d{11}|\d{2} ?\d{6} ?\d{2} ?\d|\d{8} ?\d{3})\b")
_RIGHT = 30
_SHORT_LABEL = 4  # bytes: "pnr" is also the name of a field
_LETTERS: Final = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_EXAMPLE: Final = compiled(
    r"\b(?:bijv(?:oorbeeld)?|bv|voorbeeld(?:waarde)?|formaat|example|zoals|e\.g|posities|lengte|n)\b[^\n]{0,14}$",
    any_case=True,
)
_BLOCKED: Final = compiled(
    r"[a-z]{4,}[^\n]*[a-z]{4,}|[.!?]|datum|tel|versie", any_case=True
)  # a sentence goes on; another label

_BARE: Final = compiled(r"\b(?:medewerker|werknemer|personeelslid|wn\.?) #?\d{5,8}\b", any_case=True)
# Behind whom they are, or behind the label of a form about somebody: `Employee: Emma Clarke (ID 51234)`.
_BESIDE_NAME: Final = re.compile(
    rb" ?[(\[] ?(?:id|nr|no|pnr|pers|#)[ .:#]{0,3}([A-Z]{0,2}\d{4,8}) ?[)\],;]", re.IGNORECASE
)
_OF_LABELLED: Final = compiled(
    r"\b(?:employee|medewerk(?:st)?er|werkne(?:mer|emster)|staff member|collega"
    r"|personeelslid)(?: name)?: ?[^\n:;]{3,60}[(\[] ?(?:id|nr|no|#)"
    r"[ .:#]{0,3}[0-9]{4,8} ?[)\]]",
    any_case=True,
)
# `Jan (20117)`: a number alone is one of staff where several lines have one.
_IN_BRACKETS: Final = re.compile(rb" ?\((\d{4,8})\)")
_YEAR: Final = re.compile(rb"(?:19|20)\d\d")
_BRACKETS_LEAST: Final = 3
_LONG: Final = 5  # digits: no year, no house, no count
_LONG_LEAST: Final = 2
TRIGGERS: Final = (_EMPLOYEE, _BARE, _OF_LABELLED, _BIG)


def numbers_in_brackets(piece: Piece, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Behind names on several lines, each another number, none of them a year."""
    found: dict[int, re.Match[bytes]] = {}
    for hit in hits:
        match = _IN_BRACKETS.match(piece.text, hit.end) if hit.kind == "name" else None
        if match is not None and _YEAR.fullmatch(match[1]) is None:
            found[match.start()] = match
    are_long = all(len(match[1]) >= _LONG for match in found.values())
    least = _LONG_LEAST if are_long else _BRACKETS_LEAST
    if len({match[1] for match in found.values()}) < max(least, len(found)):
        return
    if len({piece.line(*match.span())[0] for match in found.values()}) >= least:
        yield from (Hit("employee_number", *match.span(1), match[1]) for match in found.values())


def numbers_before(piece: Piece, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Right before a name that a citizen's number follows: `34143 A.B. Visser (bsn 123456782)`."""
    starts = [hit.start for hit in hits if hit.kind == "bsn" and hit.sure]
    for hit in hits if starts else ():
        match = _BEFORE_NAME.search(piece.before(hit.start, 12)) if hit.kind == "name" else None
        if match is not None and any(hit.end <= start <= hit.end + _NUMBER_WITHIN for start in starts):
            if _POSTCODE.match(piece.text, hit.start) is not None and len(match[1]) == _POSTCODE_DIGITS:
                continue
            start = hit.start - len(match.group())
            yield Hit("employee_number", start, start + len(match[1]), match[1])


_BEFORE_NAME: Final = re.compile(rb"(?<![0-9.,/$-])(\d{4,8})[ ,;:\t]{1,2}\Z")
_POSTCODE: Final = re.compile(rb"[A-Z]{2} [A-Z]")  # `8180 ZB Gorinchem`
_POSTCODE_DIGITS: Final = 4
_NUMBER_WITHIN: Final = 24


def number_behind(piece: Piece, hit: Hit) -> Hit | None:
    """The number in brackets right behind a name: `Emma Clarke (ID 51234)`."""
    match = _BESIDE_NAME.match(piece.text, hit.end)
    return None if match is None else Hit("employee_number", *match.span(1), match[1].upper())


def find_staff_numbers(piece: Piece) -> Iterator[Hit]:
    for start, end in piece.matches(_BARE):
        yield Hit("employee_number", start, end, piece.text[start:end].rpartition(b" ")[2].lstrip(b"#"))
    for start, end in piece.matches(_OF_LABELLED):
        digits = bytes(sign for sign in piece.text[start:end].rpartition(b"(")[2] if 48 <= sign <= 57)
        yield Hit("employee_number", start, end, digits)
    for kind, label, number in (("employee_number", _EMPLOYEE, _NUMBER), ("big_number", _BIG, _BIG_NUMBER)):
        under_until = 0
        for place in piece.matches(label):
            spans = [
                span for span in values_right(piece, place[1], number, _RIGHT)[:1] if _is_next(piece, place, span[0])
            ]
            if (
                not spans
                and place[0] >= under_until
                and not piece.from_table
                and not piece.after(place[1], 40).strip(b" :\t.|*()-_")
            ):
                spans = [span for span in values_under(piece, place, number) if not piece.is_part_of_more(*span)]
                under_until = spans[-1][1] if spans else under_until
            for start, end in spans:
                if _EXAMPLE.search(piece.before(start, 40)) is None and not piece.is_part_of_more(start, end):
                    value = piece.text[start:end].upper().replace(b" ", b"")
                    yield Hit(kind, start, end, value)


def _is_next(piece: Piece, label: Span, start: int) -> bool:
    between = piece.text[label[1] : start]
    if label[1] - label[0] <= _SHORT_LABEL and any(sign in _LETTERS for sign in between):
        return False
    return b"," not in between and _BLOCKED.search(between.lstrip(b".: ")) is None
