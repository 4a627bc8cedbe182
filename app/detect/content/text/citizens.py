"""Citizens' numbers (BSN): by their label, by the person they stand beside, or because too many pass the proof for chance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.detect.content.expressions import Span, compiled
from app.detect.content.numbers import is_bsn
from app.detect.content.text.piece import Hit, Piece, values_right, values_under

OTHER_NINE: Final = "nine-digits"  # no kind: a number of nine digits that is no BSN, to compare with
# No kinds: the same under a label of another number. A register that numbers its files by citizens' numbers calls them so.
BSN_CALLED_OTHERWISE: Final = "bsn-called-otherwise"
NINE_CALLED_OTHERWISE: Final = "nine-digits-called-otherwise"

_LABEL: Final = compiled(
    r"(?:\bb\.?s\.?n\.?(?: ?-?(?:nummer|nr)s?|'?s)?|[a-z_]bsn|\bbsn_?(?:nummer|nr)|\bburger ?service ?-?(?:nummers?"
    r"|nr)|\bb ?[.] ?s ?[.] ?n\b|\bb s n\b|\bb5n\b|\b8sn\b"  # spaced out, or misread by a scanner
    r"|\bburger ?serv ?ice ?num ?mer|\b01\.01\.20\b"
    r"|\bso(?:cia|ci)?fi ?-?(?:nummers?|nr)|\bsv ?-?(?:nummers?|nr)\b|\bsociaal[ -]?fiscaal ?-?(?:nummers?|nr)"
    r"|\bpersoonsgebonden ?nummer|\bpgn\b|\bpersoons ?-?(?:nummer|nr)|\bpersonal (?:no"
    r"|number)|\bcitizen[ _]?service[ _]?(?:number|no)"
    r"|\b(?:social[ _]?security|dutch tax)[ _]?(?:number|no|nr))\b",
    any_case=True,
)
_NINE: Final = compiled(
    r"\b(?:\d{9}|\d{4}[. -]\d{2}[. -]\d{3}|\d{3}[. -]\d{3}[. -]\d{3}|\d{2}[. -]\d{3}[. -]\d{2}[. -]\d{2}"
    r"|\d{3} \d{2} \d{2} \d{2})\b"
)
_LABELLED: Final = compiled(
    r"\b(?:\d{8,9}|\d{3,4}[. -]\d{2}[. -]\d{3}|\d{2,3}[. -]\d{3}[. -]\d{3}|\d{2}[. -]\d{3}[. -]\d{2}[. -]\d{2}"
    r"|\d{3} \d{2} \d{2} \d{2}|\d(?: ?[ |] ?\d){8})\b"
)
# The number of an assessment of the tax authority begins with the citizen's: 123456782.H.56.01, H for income, W for care,
# T for allowances. Those of organisations have other letters.
_ASSESSMENT: Final = compiled(r"\b(?:\d{9}|\d{4}[.]\d{2}[.]\d{3}) ?[.]? ?[HWT] ?[.]? ?\d{2,4}(?: ?[.]? ?\d{2,4})?\b")
_OF_TAXES: Final = compiled(r"aanslag|belasting|toeslag|beschikking|zvw|betalingskenmerk", any_case=True)
_TAXES_WITHIN: Final = 400
# `"timeout": 123456782` behind `"bsn": [..]`: the key of another field stands right before it.
_KEY: Final = re.compile(rb"[\"']([A-Za-z_][A-Za-z_ .-]{1,30})[\"'] ?[:=] ?[\"'\[{]?\Z")
_KEYS_OF_VALUES: Final = frozenset(
    b"value values waarde waarden nummer number nr id bsn content text inhoud key sleutel identificatie".split()
)
_SEPARATORS: Final = b" .-|\n"
UNDER_SHARE = 0.6
_RIGHT, _LEFT, _LINES_UNDER = 70, 45, 9
# What a number is instead, when this stands right before it, or between the label and it.
_OTHER: Final = compiled(
    r"\b(?:rsin|fiscaal ?nummer|btw|vat|omzetbelasting|loonheffing|kvk|kamer van koophandel|vestiging|order|bestel"
    r"|factuur"
    r"|zaak|dossier|klant|relatie|artikel|product|polis|contract|kenmerk|referentie|ref|serie|serial|meter|telefoon"
    r"|tel"
    r"|mobiel|fax|rekening|personeels?|medewerker|werknemer|lid|case|ticket|invoice|transactie|betaling|debiteur"
    r"|crediteur"
    r"|aanvraag|melding|project|documents?|paspoort|rijbewijs|barcode|student|leerling|patient|client|zorg|verzekerde"
    r"|inschrijf|deelnemer|agb|isbn|ean|id|versie|hash|commit|poort|port|pid|session|sessie)"
    r"[a-z]{0,12}[ -]?(?:nummers?|nrs?|number|no|id|code|kenmerk)?\b",
    any_case=True,
)
# Numbers of organisations that pass the proof of a BSN.
_SAME_PROOF: Final = compiled(
    r"\b(?:rsin|fiscaal|btw|vat|omzetbelasting|loonheffing|\d{9}b\d\d|nl\d{9})", any_case=True
)
_KNOWN_AS: Final = compiled(
    r"\b(?:(?:bij u |bij jullie |daar )?(?:bekend|geregistreerd|ingeschreven) (?:bij u )?(?:onder"
    r"|met)(?: (?:het )?nummer)?"
    r"|(?:mijn|zijn|haar|uw|persoonlijke?) (?:burger|persoons|bs|sofi)[ -]?(?:nummer|nr\.?)(?: is)?"
    r"|known (?:to you )?(?:under|as))"
    r"[ :]{1,3}$",
    any_case=True,
)
_CUT: Final = re.compile(rb"[ :]{0,3}(\d{3,4}[. -]?\d{0,3}[. -]?\n\d{2,6}(?:[. -]\d{3})?)\b")
_EXAMPLE: Final = compiled(
    r"\b(?:bijv(?:oorbeeld)?|bv|b\.v|voorbeeld(?:en|waarde)?|e\.?g|example|zoals|formaat|format|fictie(?:f|ve)"
    r"|dummy)\b"
    r"[^0-9\n]{0,14}$",
    any_case=True,
)

LABELS: Final = (_LABEL,)
NUMBERS: Final = (_NINE, _ASSESSMENT)


def find_bsns(piece: Piece) -> Iterator[Hit]:
    """Sure: with its label. Unsure: passes the proof; OTHER_NINE: does not."""
    labelled: set[int] = set()
    under_until = 0
    for label in piece.matches(_LABEL):
        if _is_call(piece, label):
            continue
        spans = [
            *values_right(piece, label[1], _LABELLED, _RIGHT),
            *_wrapped(piece, label[1]),
            *_left_of(piece, label[0]),
        ]
        if not spans and label[0] >= under_until and _is_heading(piece, label):
            spans = _mostly_bsns(piece, values_under(piece, label, _LABELLED, lines=_LINES_UNDER))
            under_until = spans[-1][1] if spans else under_until
        for start, end in spans:
            digits = _digits(piece, start, end)
            if start not in labelled and is_bsn(digits) and not _is_other(piece, label[1], start):
                labelled.add(start)
                yield Hit("bsn", start, end, digits)
    yield from _of_assessments(piece, labelled)
    yield from _unlabelled(piece, labelled)


def _of_assessments(piece: Piece, labelled: set[int]) -> Iterator[Hit]:
    for start, end in piece.matches(_ASSESSMENT):
        digits = bytes(sign for sign in piece.text[start:end] if 48 <= sign <= 57)[:9]
        is_told = _OF_TAXES.search(piece.text, max(0, start - _TAXES_WITHIN), end) is not None
        if start not in labelled and is_told and is_bsn(digits):
            labelled.add(start)
            yield Hit("bsn", start, end, digits)


def _unlabelled(piece: Piece, labelled: set[int]) -> Iterator[Hit]:
    for start, end in piece.matches(_NINE):
        if (
            start in labelled
            or piece.is_part_of_more(start, end)
            or b"/" in piece.text[start - 1 : start] + piece.text[end : end + 1]
        ):
            continue
        before = piece.before(start, 60)
        if _EXAMPLE.search(before) is not None:
            continue
        digits = _digits(piece, start, end)
        if _OTHER.search(before) is not None:
            if _SAME_PROOF.search(before) is None:
                yield Hit(
                    BSN_CALLED_OTHERWISE if is_bsn(digits) else NINE_CALLED_OTHERWISE, start, end, digits, sure=False
                )
            continue
        is_known_as = is_bsn(digits) and _KNOWN_AS.search(before) is not None
        yield Hit("bsn" if is_bsn(digits) else OTHER_NINE, start, end, digits, sure=is_known_as)


def _is_call(piece: Piece, label: Span) -> bool:
    """Whether it is the name of a function of a program, `is_bsn("...")`: what it is given is an example."""
    is_name = piece.text[label[0] : label[0] + 1].isalpha() and piece.text[label[0] : label[1]].lower() != b"bsn"
    return (is_name or piece.text[label[0] : label[0] + 1] == b"_") and piece.text[label[1] : label[1] + 1] == b"("


def _mostly_bsns(piece: Piece, spans: list[Span]) -> list[Span]:
    """A column of numbers is one of citizens' numbers when most of them pass the proof."""
    passing = [span for span in spans if is_bsn(_digits(piece, *span))]
    return passing if len(passing) > UNDER_SHARE * len(spans) else []


def _is_heading(piece: Piece, label: Span) -> bool:
    """Whether a label may stand above its value: not the name of a field in a query or a sentence that goes on."""
    before, behind = piece.text[label[0] - 1 : label[0]], piece.after(label[1], 3)
    return before not in (b".", b"$", b"_", b"`", b"'", b'"') and not behind.startswith(
        (b"_", b"(", b")", b"`", b"'", b'"', b", ")
    )


def _wrapped(piece: Piece, label_end: int) -> list[Span]:
    """A number that a line end cuts in two."""
    match = _CUT.match(piece.text, label_end)
    return [match.span(1)] if match is not None else []


def _left_of(piece: Piece, label_start: int) -> list[Span]:
    """`123456782 (BSN)`: directly before the label."""
    low = max(0, label_start - _LEFT)
    spans = list(_LABELLED.spans(piece.text, low, label_start))
    return [span for span in spans[-1:] if not piece.text[span[1] : label_start].strip(b" (:-,=\t")]


def _is_other(piece: Piece, label_end: int, start: int) -> bool:
    between = piece.text[label_end:start] if label_end <= start <= label_end + _RIGHT else b""
    if b"\n" in between:  # other labels may stand between a label and the block of values
        between = piece.before(start, _RIGHT)
    key = _KEY.search(between)
    if key is not None and b"bsn" not in key[1].lower() and key[1].lower() not in _KEYS_OF_VALUES:
        return True
    return _OTHER.search(between) is not None or _EXAMPLE.search(piece.before(start, 40)) is not None


def _digits(piece: Piece, start: int, end: int) -> bytes:
    """A number of eight digits lost its zero in a spreadsheet."""
    return piece.text[start:end].translate(None, _SEPARATORS).zfill(9)
