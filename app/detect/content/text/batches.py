"""Batches of payments: records of fixed width in which a person, an amount and an account have their places.

A bank's or a payroll's batch names persons in capitals, often without a space before them, and says once or on each record
what is paid: pay, a pension, a benefit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.detect.content.expressions import Span, compiled
from app.detect.content.lexicon import ORGANISATION_WORDS, SURNAMES
from app.detect.content.text.piece import Hit, Piece

# Source: ClieOp03, Nederlandse Vereniging van Banken: 0100 transaction, 0110 and 0170 names of who pays and who is paid.
_TRANSACTION: Final = compiled(r"(?m:^0100A\d{4}\d{12}\d{10,20})")
_AMOUNT_FROM, _AMOUNT_TO = 9, 21  # in cents
_CLIEOP_NAME: Final = compiled(r"(?m:^01[17]0B[^\n]{3,35})")
_NAME_FROM: Final = 5
_TITLE: Final = compiled(r"(?:DE HEER|DHR|HR|MEVROUW|MEVR|MW|MR|MRS|MS)\.? ")
# In other batches: a line that begins as a record does, and in it initials with a surname, or a surname with initials.
_RECORD: Final = compiled(r"(?m:^[A-Z0-9 ]{0,12}\d{6,}[^a-z\n]{10,200}$)")
_PREFIX: Final = r"(?:(?:VAN|VON|DE|DER|DEN|DES|TEN|TER|TE|EL|AL|OP|IN|HET|'T|LA|LE|DI|DA) ){0,3}"
_IN_CAPITALS: Final = compiled(
    rf"(?:[A-Z]\.){{1,6}} ?{_PREFIX}[A-Z][A-Z'-]{{2,25}}|[A-Z]{{3,25}}(?:, ?| {{1,20}})(?:[A-Z]\.){{1,6}}"
    rf"|[A-Z]{{3,25}} {{1,2}}[A-Z]{{1,4}}(?: (?:VAN|DE|DER|DEN|TEN|TER))* "
)
_PAY: Final = compiled(
    r"(?:SALAR|[A-Z]*LOON\b|\bLOON|WEDDE|PENSIOEN|VAKANTIEGELD|UITKERING|\bAOW\b|\bWAO\b|\bWIA\b|BIJSTAND|PAYROLL|WAGES|BEZOLDIGING"
    r"|NETTO)",
    any_case=True,
)
_LEAST: Final = 3  # persons: fewer are somebody's own payments

TRIGGERS: Final = (_TRANSACTION, _CLIEOP_NAME, _RECORD)


def find_batches(piece: Piece) -> Iterator[Hit]:
    """Names of persons in records, and what they are paid where the batch says that it is pay."""
    records = list(piece.matches(_TRANSACTION)) if b"0100A" in piece.text else []
    names = list(_of_clieop(piece)) if records else list(_of_records(piece))
    if len({hit.value for hit in names}) < _LEAST:
        return
    yield from names
    if _PAY.search(piece.text) is not None:
        spans = records or [piece.line(hit.start, hit.end) for hit in names]
        for start, end in spans:
            yield Hit("salary", start, end, _amount(piece, (start, end), is_clieop=bool(records)))


def _amount(piece: Piece, span: Span, *, is_clieop: bool) -> bytes:
    """Where the amount stands in a record that is no standard's is not known: the record itself tells it from others."""
    written = piece.text[slice(*span)]
    return written[_AMOUNT_FROM:_AMOUNT_TO].lstrip(b"0") if is_clieop else written


def _of_clieop(piece: Piece) -> Iterator[Hit]:
    for start, end in piece.matches(_CLIEOP_NAME):
        title = _TITLE.match(piece.text, start + _NAME_FROM)
        first = title[1] if title is not None else start + _NAME_FROM
        name = piece.text[first:end].strip()
        if _is_person(name):
            yield Hit("name", first, end, name.lower())


def _of_records(piece: Piece) -> Iterator[Hit]:
    for start, end in piece.matches(_RECORD):
        found = _IN_CAPITALS.search(piece.text, start, end)
        if found is not None and _is_listed(name := piece.text[slice(*found)].strip()):
            yield Hit("name", *found, name.lower())


def _is_person(name: bytes) -> bool:
    """Initials or a known surname, and no word of an organisation."""
    words = name.lower().replace(b".", b". ").split()
    if any(word.strip(b".") in ORGANISATION_WORDS for word in words) or any(sign.isdigit() for sign in words):
        return False
    return any(word.endswith(b".") and len(word) <= 3 for word in words) or any(word in SURNAMES for word in words)


def _is_listed(name: bytes) -> bool:
    words = name.lower().replace(b".", b". ").replace(b",", b" ").split()
    return _is_person(name) and any(word in SURNAMES for word in words)
