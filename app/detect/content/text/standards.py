"""Records of standards that tell persons by the place of a field: HL7 messages, bank statements, fixed-width care records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.detect.content.expressions import compiled
from app.detect.content.numbers import is_bsn
from app.detect.content.text.dates import parsed
from app.detect.content.text.piece import Hit, Piece

_PID: Final = compiled(r"(?:^|[\n\r])PID\|")
_DG1: Final = compiled(r"(?:^|[\n\r])DG1\|")
# Fields of the segment PID, and what marks a citizen's number among the identifiers. Source: HL7 version 2, 3.4.2; Nictiz.
_IDENTIFIERS, _NAME, _BIRTH, _ADDRESS = 3, 5, 7, 11
_CITIZEN_AUTHORITY: Final = b"NLMINBIZA"
# A movement of a bank statement with what it was for. Source: SWIFT MT940, fields 61 and 86.
_PAID_PAY: Final = compiled(
    r":61:\d{6,10}R?[CD][A-Z]?\d{1,9},\d{0,2}[^\n]*\n(?:[^:\n][^\n]*\n)?:86:[^\n]*\b(?:SALARIS|LOON|SALARY)\b",
    any_case=True,
)
# A citizen's number and a birth date without anything between, then the sex and the surname, as in declarations of care.
_RECORD: Final = compiled(
    r"\d{9}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-29]{1,2}[A-Z][a-z]+(?:[- ][A-Z]?[a-z]+)*"
)
_DIGITS: Final = re.compile(rb"\d+")
_RECORDS_LEAST, _RECORDS_SHARE = 3, 0.9

TRIGGERS: Final = (_PID, _DG1, _PAID_PAY, _RECORD)


def find_records(piece: Piece) -> Iterator[Hit]:
    for start, end in piece.matches(_PID):
        yield from _patient(piece, start, piece.line(end, end)[1])
    for start, end in piece.matches(_DG1):
        fields = piece.text[start : piece.line(end, end)[1]].strip().split(b"|")
        said = fields[3] if len(fields) > 3 and fields[3] else b""
        if said.strip(b"^"):
            yield Hit("health", start, end, said.lower())
    for start, end in piece.matches(_PAID_PAY):
        yield Hit("salary", start, end, piece.text[start:end].partition(b"\n")[0])
    yield from _fixed_width(piece)


def _patient(piece: Piece, start: int, end: int) -> Iterator[Hit]:
    fields = piece.text[start:end].strip().split(b"|")
    fields += [b""] * (_ADDRESS + 1 - len(fields))
    for identifier in fields[_IDENTIFIERS].split(b"~"):
        digits = identifier.partition(b"^")[0]
        if _CITIZEN_AUTHORITY in identifier and is_bsn(digits):
            yield Hit("bsn", start, end, digits)
    name = [part for part in fields[_NAME].split(b"^")[:3] if part]
    if name and name[0][:1].isalpha():
        yield Hit("name", start, end, b" ".join((*name[1:], name[0])).lower())
    birth = parsed(fields[_BIRTH][:8])
    if birth is not None:
        yield Hit("date_of_birth", start, end, b"%04d-%02d-%02d" % birth)
    if any(48 <= sign <= 57 for sign in fields[_ADDRESS]):
        yield Hit("address", start, end, b" ".join(fields[_ADDRESS].replace(b"^", b" ").lower().split()))


def _fixed_width(piece: Piece) -> Iterator[Hit]:
    """Nearly all numbers pass the proof, or they are none."""
    records = [(span, piece.text[slice(*span)]) for span in piece.matches(_RECORD)]
    passing = [(span, record) for span, record in records if is_bsn(record[:9])]
    if len(passing) < _RECORDS_LEAST or len(passing) < _RECORDS_SHARE * len(records):
        return
    for (start, end), record in passing:
        born = parsed(record[9:17])
        yield Hit("bsn", start, end, record[:9])
        yield Hit("name", start, end, _DIGITS.sub(b"", record).lower())
        if born is not None:
            yield Hit("date_of_birth", start, end, b"%04d-%02d-%02d" % born)
