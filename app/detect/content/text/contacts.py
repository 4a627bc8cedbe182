"""Mail addresses and telephone numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.detect.content.expressions import Span, compiled
from app.detect.content.text.piece import MATCHES_AT_MOST, Hit, Piece

_EMAIL: Final = compiled(r"[A-Za-z0-9_][A-Za-z0-9._%+'-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}\b")
_LOCAL_BYTES, _HOST_BYTES = 65, 260  # of an address before and behind its @
_SPELLED_EMAIL: Final = compiled(
    r"\b[a-z0-9._-]{2,40} ?[\[(] ?(?:at|apenstaartje) ?[\])] ?[a-z0-9-]{2,40}"
    r"(?:\.| ?[\[(] ?(?:dot|punt) ?[\])] ?)[a-z]{2,6}\b",
    any_case=True,
)
# Endings that make what looks like an address the name of a file or of a package: logo@2x.png.
_FILE_ENDINGS: Final = frozenset(
    b"png jpg jpeg gif svg webp ico bmp pdf css js ts jsx tsx json xml html htm php py rb java zip".split()
)
_PLACEHOLDERS: Final = frozenset(
    b"naam voornaam.achternaam v.achternaam uwnaam uw.naam jouwnaam jouw.naam voorletter.achternaam naam.achternaam"
    b" firstname.lastname first.last your.name yourname xxx username gebruikersnaam".split()
)

# Area codes. Source: Nummerplan telefoon- en ISDN-diensten.
_AREAS_OF_THREE: Final = (
    "10 13 15 20 23 24 26 30 33 35 36 38 40 43 45 46 50 53 55 58 70 71 72 73 74 75 76 77 78 79 84 85 87 88 91"
)
_AREAS_OF_FOUR: Final = (
    "111 113 114 115 117 118 161 162 164 165 166 167 168 172 174 180 181 182 183 184 186 187 222 223 224 226 227 228 229"
    " 251 252 255 294 297 299 313 314 315 316 317 318 320 321 341 342 343 344 345 346 347 348 411 412 413 416 418 475"
    " 478 481 485 486 487 488 492 493 495 497 499 511 512 513 514 515 516 517 518 519 521 522 523 524 525 527 528 529"
    " 541 543 544 545 546 547 548 561 562 566 570 571 572 573 575 577 578 591 592 593 594 595 596 597 598 599"
)
_GAP: Final = r"[ ./-]{0,3}"


def _national() -> str:
    """A number of the Netherlands after its zero: subscribers' numbers have nine digits with the area code."""
    three, four = _AREAS_OF_THREE.replace(" ", "|"), _AREAS_OF_FOUR.replace(" ", "|")
    digits = rf"(?:{_GAP}\d)"
    return rf"(?:6\)?{digits}{{8}}|(?:{three})\)?{digits}{{7}}|(?:{four})\)?{digits}{{6}})"


_PHONE: Final = compiled(
    rf"(?:\+ ?31|\b00 ?31)[ .-]?(?:\(0\))?{_GAP}\(?{_national()}"  # +31 (0)20 123 45 67
    rf"|\(0{_national()}|\b0{_national()}"
    r"|\b0(?:800|900|906|909)[ ./-]{0,3}\d{2} ?\d{2}(?:[ -]?\d{3})?"
    # Other countries: + or 00, the country's code, six digits at least.
    r"|(?:\+[1-9]\d{0,2}|\b00(?:3\d|4\d|90|212|597|599|297|35\d|380|62|86|91"
    r"|61))[ ./-]{0,2}(?:\(0?\d{0,4}\))?(?:[ ./-]{0,2}\d){6,12}"
)
# Area code and six digits, as numbers were before 1995 and as they are still printed: told apart by their area code, a gap
# behind it and what stands beside them.
_OLD_PHONE: Final = compiled(
    rf"(?:\(0(?:{_AREAS_OF_THREE.replace(' ', '|')})\) ?|\b0(?:{_AREAS_OF_THREE.replace(' ', '|')})[ ./-]{{1,3}})"
    r"\d(?:[ .]?\d){5}\b"
)
_SHORT_PHONE: Final = compiled(r"\b14 ?0\d{2,3}\b")
_CUE: Final = compiled(
    r"\b(?:tel(?:efoon|\.)?|telefoon ?(?:nummer|nr)|mob(?:iel|ile|\.)?|gsm|bel(?:t|len|bare?)?|gebeld|bereikbaar"
    r"|phone|call"
    r"|mobile|cell|fax|whats ?app|app|sms|doorkies ?(?:nummer|nr)?|spoed|noodnummer|contact(?:persoon|gegevens)?|thuis"
    r"|prive|werk|nummer|[tmf])\b ?\.?:?|@",
    any_case=True,
)
# What a number is instead, when its label stands right before it.
_OTHER_NUMBER: Final = compiled(
    r"\b(?:bsn|burger ?service|sofi|iban|rekening|order|bestel|factuur|zaak|dossier|klant|relatie|artikel|product|polis"
    r"|contract|kvk|rsin|btw|vat|kenmerk|referentie|ref|serie|serial|meter|ean|isbn|issn|barcode|imei|kenteken|paspoort"
    r"|rijbewijs|document|lid|case|ticket|versie|version|build|invoice|transactie|betalings?|debiteur|crediteur"
    r"|big|agb)"
    r"[a-z]{0,12}[ -]?(?:nummer|nr|number|no|id|code)?\.?[ :#=.-]{0,4}$",
    any_case=True,
)

_CARD: Final = compiled(r"@[a-z0-9-]+\.[a-z]|\b[1-9]\d{3} ?[A-Z]{2}\b")
_IN_CODE: Final = frozenset([b"`", b"/", b"="])
_PAIR_BEFORE: Final = compiled(r"\b[0-9a-f]{2} {1,2}$")
_PAIR_BEHIND: Final = compiled(r"^ {1,2}[0-9a-f]{2}\b")
TRIGGERS: Final = (_PHONE, _OLD_PHONE, _SHORT_PHONE)


def find_emails(piece: Piece) -> Iterator[Hit]:
    text = piece.text
    for start, end in _around_signs(text):
        value = text[start:end].lower()
        if not _is_no_address(text, start, end, value):
            yield Hit("email", start, end, value)
    if b"(at)" in text or b"[at]" in text:
        for start, end in piece.matches(_SPELLED_EMAIL):
            yield Hit("email", start, end, text[start:end].lower())


def _around_signs(text: bytes) -> Iterator[Span]:
    """The places of addresses: looked for around each @, of which most texts have few, not in the whole text."""
    at, done = text.find(b"@"), 0
    for _ in range(MATCHES_AT_MOST):
        if at < 0:
            return
        span = _EMAIL.search(text, max(done, at - _LOCAL_BYTES), min(len(text), at + _HOST_BYTES))
        if span is not None and span[0] < at < span[1]:
            yield span
            done = span[1]
        at = text.find(b"@", max(at + 1, done))


def _is_no_address(text: bytes, start: int, end: int, value: bytes) -> bool:
    if value.rpartition(b".")[2] in _FILE_ENDINGS or value.partition(b"@")[0] in _PLACEHOLDERS:
        return True
    if text[start - 1 : start] in (b":", b"/") and b"://" in text[max(0, start - 60) : start]:
        return True  # a name and password before a host
    return text[end : end + 1] == b":" and text[end + 1 : end + 2].isalnum()  # git@host:owner, user@host:22


def find_phones(piece: Piece) -> Iterator[Hit]:
    """Unsure: ten digits in a row after a zero, with nothing that says telephone."""
    for start, end in piece.matches(_PHONE):
        if (
            piece.is_part_of_more(start, end)
            or _is_in_dump(piece, start, end)
            or _OTHER_NUMBER.search(piece.before(start, 40)) is not None
        ):
            continue
        written = piece.text[start:end]
        if (piece.text[start - 1 : start] in _IN_CODE and not _is_keyed(piece, start)) or piece.text[
            end : end + 1
        ] in _IN_CODE:
            continue
        sure = not written.isdigit() or _is_last_on_line(piece, start, end, written) or _has_cue(piece, start, end)
        if sure and not _is_dotted_figure(written):
            yield Hit("phone", start, end, _significant(written))
        elif not sure:
            yield Hit("phone", start, end, _significant(written), sure=False)
    yield from _find_old_phones(piece)
    if b"14" in piece.text:
        for start, end in piece.matches(_SHORT_PHONE):
            if _CUE.search(piece.before(start, 30)) is not None and not piece.is_part_of_more(start, end):
                yield Hit("phone", start, end, piece.text[start:end].replace(b" ", b""))


_KEY: Final = compiled(
    r"\b(?:to|from|tel|phone|mobile|mobiel|msisdn|telefoon|nummer|number|recipient|ontvanger|afzender|dest)=$",
    any_case=True,
)


def _is_keyed(piece: Piece, start: int) -> bool:
    """`to=+31612345678`, as a log of messages writes it."""
    return _KEY.search(piece.before(start, 16)) is not None


def _find_old_phones(piece: Piece) -> Iterator[Hit]:
    """Sure beside a word for a telephone or on a line with an address only: nine digits are many things."""
    for start, end in piece.matches(_OLD_PHONE):
        if piece.is_part_of_more(start, end) or _OTHER_NUMBER.search(piece.before(start, 40)) is not None:
            continue
        if _has_cue(piece, start, end) and not _is_in_dump(piece, start, end):
            yield Hit("phone", start, end, _significant(piece.text[start:end]))


def _is_last_on_line(piece: Piece, start: int, end: int, written: bytes) -> bool:
    """A mobile number on a line of its own, or the value of a field."""
    if not written.startswith(b"06") or piece.after(end, 3).strip(b" \r\t"):
        return False
    before = piece.before(start, 40).strip()
    return not before or before.endswith(b":")


def _has_cue(piece: Piece, start: int, end: int) -> bool:
    """A word for a telephone on the line; or, where the number has a line of its own, an address above or below it."""
    if not piece.before(start, 40).strip() and not piece.after(end, 40).strip():
        return _CARD.search(piece.text[max(0, start - 80) : end + 80]) is not None
    return _CUE.search(piece.before(start, 60) + b" " + piece.after(end, 40)) is not None


def _is_in_dump(piece: Piece, start: int, end: int) -> bool:
    """Bytes in pairs of hexadecimal digits, `0e 06 12 34 56 78 9a`."""
    if piece.text[start + 2 : start + 3] != b" ":
        return False
    return (
        _PAIR_BEFORE.search(piece.before(start, 8)) is not None or _PAIR_BEHIND.search(piece.after(end, 8)) is not None
    )


def _is_dotted_figure(written: bytes) -> bool:
    """`0.20.1234567`: a version or a section, unless every group has two digits or more."""
    return b"." in written and any(len(group) == 1 for group in written.split(b"."))


def _significant(written: bytes) -> bytes:
    """The digits after the zero or the country code of the Netherlands."""
    digits = bytes(sign for sign in written.replace(b"(0)", b"") if 48 <= sign <= 57)
    digits = digits.removeprefix(b"00")
    return digits.removeprefix(b"31" if len(digits) > 10 else b"").lstrip(b"0")
