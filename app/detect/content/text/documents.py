"""Identity documents: their numbers beside a word for them, and machine readable zones by their check digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.detect.content.expressions import compiled
from app.detect.content.numbers import is_bsn, mrz_digit
from app.detect.content.text.piece import Hit, Piece, values_right, values_under

_NUMBER_WORDS: Final = r"(?: ?-?(?:nummer|nr|number|no)\b\.?)"
_LABEL: Final = compiled(
    rf"\b(?:(?:paspoort|rijbewijs|identiteits ?-?(?:kaart|bewijs)|id-?(?:kaart|bewijs)|legitimatie(?:bewijs)?"
    rf"|reis ?document|vreemdelingen ?document|verblijfs ?(?:document|vergunning)"
    rf"|passport|driving licen[cs]e|driver'?s licen[cs]e|identity card|id card){_NUMBER_WORDS}?|(?:document"
    rf"|nummer identiteitsbewijs){_NUMBER_WORDS}?)",
    any_case=True,
)
# Passports and cards of the Netherlands have nine signs without O: two letters, six letters or digits, a digit.
_DUTCH: Final = r"[A-NP-Z]{2}[A-NP-Z0-9]{6}\d"
_VALUE: Final = compiled(rf"\b(?:{_DUTCH}|\d{{10}}|[A-Z]{{1,3}}\d{{6,9}}|[A-Z]\d{{2}}[A-Z0-9]{{5,7}}|\d{{9}})\b")
_DUTCH_ALONE: Final = re.compile(_DUTCH.encode())
_RIGHT = 60
# A "document number" is also a letter's reference: then it must look like that of an identity document.
_LOOSE: Final = (b"document", b"reis", b"vreemd", b"verblijf")
_MRZ: Final = compiled(r"(?:^|[\n\t ])[ ]{0,8}[PIAC][A-Z0-9<][A-Z<]{3}[A-Z0-9<]{25,39}")
# The first line alone, as somebody typed it over or a scan cut it off.
_MRZ_NAMES: Final = re.compile(
    rb"(?<![A-Z0-9<])P[A-Z<][A-Z]{3}([A-Z]{2,}(?:<[A-Z]+)*)<<([A-Za-z]+(?:<[A-Za-z]+)*)<{3,}"
)
_YEAR_OF_CENTURY: Final = 26  # of two digits: the last year that may be of this century
_MRZ_LINE: Final = re.compile(rb"[A-Z0-9<]{28,44}")
_GAP: Final = re.compile(rb"[ \t]*\r?\n[ \t]*|[ \t]+")
_EXAMPLE: Final = compiled(r"\b(?:bijv(?:oorbeeld)?|voorbeeld|formaat|example|zoals|e\.g)\b[^\n]{0,14}$", any_case=True)

_ZONE: Final = compiled(r"[A-Z]<<[A-Z]")
TRIGGERS: Final = (_LABEL, _MRZ, _ZONE)


def find_documents(piece: Piece) -> Iterator[Hit]:
    under_until = 0
    for label in piece.matches(_LABEL):
        spans = values_right(piece, label[1], _VALUE, _RIGHT)[:1]
        if not spans and label[0] >= under_until and not piece.from_table:
            spans = values_under(piece, label, _VALUE, lines=6)
            under_until = spans[-1][1] if spans else under_until
        is_loose = piece.text[slice(*label)].lower().startswith(_LOOSE)
        for start, end in spans:
            value = piece.text[start:end]
            if _EXAMPLE.search(piece.before(start, 40)) is not None or (
                is_loose and _DUTCH_ALONE.fullmatch(value) is None
            ):
                continue
            if any(48 <= sign <= 57 for sign in value) and not _is_in_address(piece, start, end):
                yield Hit("id_document", start, end, value)
    if b"<<" in piece.text:
        yield from _machine_readable(piece)
        for match in _MRZ_NAMES.finditer(piece.text):
            name = (match[2] + b" " + match[1]).replace(b"<", b" ").lower()
            yield Hit("name", *match.span(), name)


def _machine_readable(piece: Piece) -> Iterator[Hit]:
    """Zones of passports (two lines of 44), cards (three of 30) and old cards (two of 36). Source: ICAO 9303 parts 4 to 6."""
    text = piece.text
    for start, end in piece.matches(_MRZ):
        lines: list[bytes] = []
        at = end - len(text[start:end].lstrip())
        while len(lines) < 3:
            line = _MRZ_LINE.match(text, at)
            if line is None:
                break
            lines.append(line.group())
            gap = _GAP.match(text, line.end())
            at = gap.end() if gap is not None else len(text)
        number = _document_number(lines)
        if number is not None:
            yield Hit("id_document", start, end, number)
            yield Hit("name", start, end, _name_in(lines))
            yield from _personal(lines, start, end)


def _personal(lines: list[bytes], start: int, end: int) -> Iterator[Hit]:
    """The date of birth, and the citizen's number where the zone of optional data holds one that passes its proof."""
    if len(lines[0]) >= 36:
        birth, digit, number = lines[1][13:19], lines[1][19:20], lines[1][28:37]
    else:
        birth, digit, number = lines[1][:6], lines[1][6:7], lines[0][15:24]
    if birth.isdigit() and digit.isdigit() and mrz_digit(birth) == int(digit):
        year = int(birth[:2])
        century = 19 if year > _YEAR_OF_CENTURY else 20
        yield Hit("date_of_birth", start, end, b"%02d%02d-%b-%b" % (century, year, birth[2:4], birth[4:6]))
    if number.isdigit() and is_bsn(number):
        yield Hit("bsn", start, end, number)


def _name_in(lines: list[bytes]) -> bytes:
    """`P<NLDDE<VRIES<<ANNA<MARIA`: surname, then first names."""
    field = lines[0][5:] if len(lines[0]) >= 36 else lines[-1]
    surname, _, first = field.strip(b"<").partition(b"<<")
    return b" ".join((first.replace(b"<", b" ").strip() + b" " + surname.replace(b"<", b" ")).split()).lower()


def _document_number(lines: list[bytes]) -> bytes | None:
    if len(lines) >= 2 and len(lines[0]) >= 36:
        field, digit = lines[1][:9], lines[1][9:10]
    elif lines and len(lines[0]) == 30:
        field, digit = lines[0][5:14], lines[0][14:15]
    else:
        return None
    is_proved = digit.isdigit() and mrz_digit(field) == int(digit)
    return field.rstrip(b"<") if is_proved else None


def _is_in_address(piece: Piece, start: int, end: int) -> bool:
    """Whether a number belongs to a longer one, or to the address of a page."""
    return piece.is_part_of_more(start, end) or piece.text[start - 1 : start] in (b"/", b"=", b"#")
