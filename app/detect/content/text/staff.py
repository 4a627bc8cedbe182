"""Numbers of staff: personnel numbers, and registrations of care professionals (BIG)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.detect.content.expressions import compiled
from app.detect.content.text.piece import Hit, Piece, values_right, values_under

_EMPLOYEE: Final = compiled(
    r"\b(?:(?:personeels?|medewerkers?|werknemers?|personeels ?lid)[ -]?(?:nummer|nr|no|id|code)\b\.?"
    r"|pers\.? ?(?:nummer|nr)\b\.?|stam ?-?(?:nummer|nr)\b\.?|employee[ -]?(?:number|no|id|nr)\b\.?"
    r"|staff[ -]?(?:number|no|id)\b\.?|pernr\b|p-?nummer\b|dienstverband ?-?(?:nummer|nr)\b|loonnummer\b|salarisnummer\b)",
    any_case=True,
)
_NUMBER: Final = compiled(r"\b[A-Z]{0,3}-?\d{3,10}\b", any_case=True)
_BIG: Final = compiled(r"\bbig ?-?(?:registratie)? ?-?(?:nummer|nr|registratie|reg)?\b\.?|\bbig:", any_case=True)
_BIG_NUMBER: Final = compiled(r"\b(?:\d{11}|\d{2} ?\d{6} ?\d{2} ?\d|\d{8} ?\d{3})\b")
_RIGHT = 30
_EXAMPLE: Final = compiled(
    r"\b(?:bijv(?:oorbeeld)?|bv|voorbeeld(?:waarde)?|formaat|example|zoals|e\.g|posities|lengte|n)\b[^\n]{0,14}$",
    any_case=True,
)
_BLOCKED: Final = compiled(
    r"[a-z]{4,}[^\n]*[a-z]{4,}|[.!?]|datum|tel|versie", any_case=True
)  # a sentence goes on; another label

_BARE: Final = compiled(r"\b(?:medewerker|werknemer|personeelslid|wn\.?) #?\d{5,8}\b", any_case=True)
TRIGGERS: Final = (_EMPLOYEE, _BARE, _BIG)


def find_staff_numbers(piece: Piece) -> Iterator[Hit]:
    for start, end in piece.matches(_BARE):
        yield Hit("employee_number", start, end, piece.text[start:end].rpartition(b" ")[2].lstrip(b"#"))
    for kind, label, number in (("employee_number", _EMPLOYEE, _NUMBER), ("big_number", _BIG, _BIG_NUMBER)):
        under_until = 0
        for place in piece.matches(label):
            spans = [
                span for span in values_right(piece, place[1], number, _RIGHT)[:1] if _is_next(piece, place[1], span[0])
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


def _is_next(piece: Piece, label_end: int, start: int) -> bool:
    between = piece.text[label_end:start]
    return b"," not in between and _BLOCKED.search(between.lstrip(b".: ")) is None
