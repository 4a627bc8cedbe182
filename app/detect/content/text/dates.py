"""Dates of birth: a date whose words, label or place say that somebody was born on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.detect.content.expressions import Span, compiled
from app.detect.content.lexicon import NOT_NAMES
from app.detect.content.text.piece import Hit, Piece, values_right, values_under

MONTHS: Final = (
    "jan(?:uari|uary|\\.)?|feb(?:ruari|ruary|\\.)?|m(?:aart|aa?rt?|rt|arch)\\.?|apr(?:il|\\.)?|mei|may|jun(?:i|e|\\.)?"
    "|jul(?:i|y|\\.)?|aug(?:ustus|ust|\\.)?|sept?(?:ember|\\.)?|o[kc]t(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?"
)
_SHORT_MONTHS: Final = "jan feb maa-mar-mrt apr mei-may jun jul aug sep okt-oct nov dec"
_MONTH_NUMBERS: Final = {
    name: number for number, names in enumerate(_SHORT_MONTHS.split(), 1) for name in names.encode().split(b"-")
}
DATE: Final = compiled(
    r"\b(?:[0-3]?\d ?[-/.] ?[01]?\d ?[-/.] ?(?:(?:19|20)\d{2}|'?\d{2})|[0-3]?\d[ -]?(?:"
    + MONTHS
    + r")(?: ?/ ?(?:"  # in two languages, as in a passport
    + MONTHS
    + r"))?[ -]?'?(?:(?:19|20)\d{2}|\d{2})|(?:19|20)\d{2}[-/.][01]?\d[-/.][0-3]?\d|(?:"
    + MONTHS
    + r") [0-3]?\d, (?:19|20)\d{2}|[0-3]\d [01]\d (?:19|20)\d{2}|(?:19|20)\d{2}[01]\d[0-3]\d|[0-3]\d[01]\d(?:19"
    r"|20)\d{2})\b",
    any_case=True,
)
_LABEL: Final = compiled(
    r"(?:\bgeboorte ?-?(?:datum|dag|dd\b|dat\.?)(?: en -?plaats|/-?plaats)?|\bgeboorteplaats en -?datum"
    r"|\bgeborend{1,2}\b|\b(?:is |was |werd )?geboren\b|\bgebo ?r ?en\b|\bgeb oren\b|\b0[1-9]\.03\.10\b"
    r"|\bgeb\b\.?(?: ?-?(?:d\.d|datum|dat|dd?)\b\.?)?"
    r"|\bgebdat(?:um)?\b|\bgebo?d\b\.?"
    r"|\bgbd\b\.?|\bverjaart(?: op)?\b|\bjarig op\b|\bdate of birth\b"
    r"|\bbirth ?-?(?:date|day)\b|\bd\.?o\.?b\b\.?|\bborn(?: on)?\b|\bverjaardag\b)",
    any_case=True,
)
_SIGNS: Final = compiled(
    r"(?:°|[A-Za-z,;(] ?[*])[ ]?[0-3]?\d[-/. ]|\n[ ]?[*][ ]?[0-3]?\d[-/.][01]?\d[-/.]19\d\d[ \r]{0,3}(?:\n|$)"
)  # ° and * as genealogists and care files use them
_RIGHT, _LINES_UNDER = 60, 9
# Another date begins here: what comes behind is no birth date.
_OTHER: Final = compiled(
    r"(?:datum|\bd\.?d\b|\bop\b[^0-9]{0,4}$|ingang|in dienst|overleden|aangemaakt|gewijzigd|getekend|ondertekening"
    r"|afgifte"
    r"|geldig|verklar|verzonden|per \b|sinds|vanaf|\bas of\b|\beffective\b|\b[<>(\[{]?d{1,2}-m{1,2}-[jy])",
    any_case=True,
)
_FIELD: Final = compiled(
    r"(?:[a-z_]+ ?\d+|veld|field|waarde|value|antwoord)[^:\n]{0,10}: *$", any_case=True
)  # the field of a form without its label
_EXAMPLE: Final = compiled(
    r"\b(?:bijv(?:oorbeeld)?|bv|b\.v|voorbeeld(?:waarde)?|e\.?g|example|zoals|formaat|format|notatie)\b[^0-9\n]{0,14}$",
    any_case=True,
)
# Somebody who is old enough to be an employee, or an adult at least: a date right behind a name.
ADULT_YEARS: Final = range(1915, 2010)

# "Hij is van 9 juli 1977": somebody's age by the day, said behind a pronoun or a name.
_OF_SOMEBODY: Final = compiled(
    r"\b(?:hij|zij|ze)[ \n](?:is|was|komt)[ \n](?:zelf |ook |nog |dus |er (?:een|eentje) |eentje |al )?(?:van"
    r"|uit)[ \n][0-3]?\d[-/. ]",
    any_case=True,
)
# "Welke Karin, die van 9-7-1977?": of two who are called so.
_THAT_OF: Final = compiled(r"\b[A-Z][a-z]{2,20},? (?:dat is )?(?:die|degene) van [0-3]?\d[-/.]")
_IS_OF: Final = re.compile(
    rb"(?: ?\([^()\n]{1,40}\))? (?:is|was) (?:zelf |ook |er (?:een|eentje) |eentje )?van (?=[0-3]?\d[-/. ])",
    re.IGNORECASE,
)
_HIS_BEFORE: Final = re.compile(
    rb"\b(?:van|door|aan|met|namens|bij|of|by) (?:de heer |mevrouw |dhr\.? |mw\.? )?$", re.IGNORECASE
)
_UNTIL: Final = re.compile(rb"[ \n]{0,2}(?:tot|t/m|tm|until|till|-|/)[ \n]?", re.IGNORECASE)
_LATEST_BORN: Final = 2015
TRIGGERS: Final = (_LABEL, _SIGNS, _OF_SOMEBODY, _THAT_OF)


def find_birth_dates(piece: Piece) -> Iterator[Hit]:
    under_until = 0
    for label in piece.matches(_LABEL):
        if _OF_A_GROUP.match(piece.text, label[1]) is not None:
            continue
        spans = [span for span in values_right(piece, label[1], DATE, _RIGHT)[:1] if _belongs(piece, label, span[0])]
        if not spans and label[0] >= under_until and not _is_filled(piece, label[1]):
            spans = values_under(piece, label, DATE, lines=_LINES_UNDER)
            spans = [span for span in spans if _stands_alone(piece, label, span)]
            under_until = spans[-1][1] if spans else under_until
        for start, end in spans:
            found = parsed(piece.text[start:end])
            if found is not None and _EXAMPLE.search(piece.before(start, 40)) is None:
                yield Hit("date_of_birth", start, end, b"%04d-%02d-%02d" % found)
    for _, end in piece.matches(_OF_SOMEBODY):
        yield from _born_at(piece, max(piece.text.rfind(b" ", 0, end - 1), piece.text.rfind(b"\n", 0, end)) + 1)
    for start, end in piece.matches(_THAT_OF):
        if re.split(rb"[ ,]", piece.text[start:end].lower())[0] not in NOT_NAMES:
            yield from _born_at(piece, piece.text.rfind(b" ", 0, end - 1) + 1)
    for start, end in piece.matches(_SIGNS):
        date = DATE.match(piece.text, next(at for at in range(start, end) if 48 <= piece.text[at] <= 57))
        found = parsed(piece.text[slice(*date)]) if date is not None else None
        if date is not None and found is not None:
            yield Hit("date_of_birth", start, date[1], b"%04d-%02d-%02d" % found)


def birth_date_before(piece: Piece, hit: Hit) -> Hit | None:
    """The date right before a citizen's number and its label: `Hof, J. 12-03-1970 BSN 123456782`."""
    label = _BSN_BEFORE.search(piece.before(hit.start, _LABEL_WITHIN))
    end = hit.start - len(label.group()) if label is not None else 0
    date = next((span for span in DATE.spans(piece.text, max(0, end - _DATE_BYTES), end) if span[1] == end), None)
    found = parsed(piece.text[slice(*date)]) if date is not None else None
    if date is None or found is None or found[0] not in ADULT_YEARS:
        return None
    return Hit("date_of_birth", *date, b"%04d-%02d-%02d" % found)


_BSN_BEFORE: Final = re.compile(rb"[ ,;|/(\t-]{1,4}(?:bsn|burgerservicenummer)[ :.]{0,3}\Z", re.IGNORECASE)
_LABEL_WITHIN, _DATE_BYTES = 30, 20


def _born_at(piece: Piece, start: int) -> Iterator[Hit]:
    """The date at a place that cannot be another one's than somebody's birth."""
    date = DATE.match(piece.text, start)
    found = parsed(piece.text[slice(*date)]) if date is not None else None
    if date is None or found is None or found[0] > _LATEST_BORN:
        return
    if _UNTIL.match(piece.text, date[1]) is None:
        yield Hit("date_of_birth", *date, b"%04d-%02d-%02d" % found)


def birth_date_behind(piece: Piece, hit: Hit) -> Hit | None:
    """The date right behind a name or number, `Anna de Vries (12-03-1975)`: of birth, if she is an adult by it."""
    name_end = hit.end
    if _DIGIT.search(piece.text, name_end, name_end + _DATE_WITHIN) is None:
        return None  # most names
    said = _IS_OF.match(piece.text, name_end) if hit.kind == "name" else None
    if said is not None and _HIS_BEFORE.search(piece.before(hit.start, 24)) is None:
        return next(_born_at(piece, said.end()), None)
    sex = _SEX.match(piece.text, name_end)
    name_end = sex.end() if sex is not None else name_end
    name_end -= piece.text[name_end - 1 : name_end] == b" "
    gap = piece.text[name_end : name_end + 4]
    skip = len(gap) - len(gap.lstrip(b" ,;(\t*"))
    if not skip:
        return None
    life = _LIFE.match(piece.text, name_end)
    if life is not None:
        found = parsed(life[1], earliest=1500)
        return None if found is None else Hit("date_of_birth", life.start(1), life.end(1), b"%04d-%02d-%02d" % found)
    date = DATE.match(piece.text, name_end + skip)
    found = parsed(piece.text[slice(*date)]) if date is not None else None
    if date is None or found is None or found[0] not in ADULT_YEARS:
        return None
    if (
        hit.kind == "name"
        and b"(" not in gap[:skip]
        and any(97 <= sign <= 122 for sign in piece.text[slice(*date)].lower())
    ):
        return None  # who wrote something, and when: `Anna de Vries, 12 maart 1998`
    if _TIME_OF_DAY.match(piece.text, date[1]) is not None or _WROTE.search(piece.before(hit.start, 30)) is not None:
        return None
    return Hit("date_of_birth", *date, b"%04d-%02d-%02d" % found)


def parsed(written: bytes, *, earliest: int = 1900) -> tuple[int, int, int] | None:
    """Year, month and day; None for what is no date. A year of two digits is the last one before 2030."""
    text = _LETTERS.sub(rb" \g<0> ", written.lower())
    parts = [part for part in text.translate(_TO_SPACES).split() if part]
    month = next((_MONTH_NUMBERS[part[:3]] for part in parts if part[:3] in _MONTH_NUMBERS), None)
    numbers = [part for part in parts if part.isdigit()]
    if len(numbers) == 1 and len(numbers[0]) == 8:
        numbers = _of_eight(numbers[0])
    if month is not None and len(numbers) == 2:
        numbers.insert(1, b"%d" % month)
    if len(numbers) != 3:
        return None
    if len(numbers[0]) == 4:
        numbers.reverse()
    day, month, year = map(int, numbers)
    if len(numbers[2]) == 2:
        year += 1900 if year >= 30 else 2000
    if month > 12 >= day:
        day, month = month, day
    return (year, month, day) if 1 <= day <= 31 and 1 <= month <= 12 and earliest <= year <= 2035 else None


def _of_eight(digits: bytes) -> list[bytes]:
    if digits[:2] in (b"19", b"20"):
        return [digits[:4], digits[4:6], digits[6:]]
    return [digits[:2], digits[2:4], digits[4:]]


def _belongs(piece: Piece, label: Span, start: int) -> bool:
    """Whether nothing between the label and the date says that it is another date, and no sentence ends there."""
    between = piece.text[label[1] : start]
    if b". " in between.removeprefix(b".") or between.count(b"\t") > 2:
        return False
    word = piece.text[label[0] : label[1]].lower()
    if word.endswith((b"geboren", b"born")):
        return _OTHER.search(between.replace(b" op ", b" ")) is None
    return _OTHER.search(between) is None


def _is_filled(piece: Piece, label_end: int) -> bool:
    """Whether the place right of the label holds something else, or the dots of an empty form."""
    behind = piece.after(label_end, 60).strip(b" :\t*()")
    return behind.startswith((b"..", b"__", b"--", b"[", b"<", b"dd", b"DD")) or (
        len(behind) > 3
        and b"\t" not in behind
        and b"  " not in behind
        and piece.text[label_end : label_end + 1] == b":"
    )


def _stands_alone(piece: Piece, label: Span, span: Span) -> bool:
    """Whether a date under a label is no other label's value: `Datum: 12-03-2024`."""
    before = piece.before(span[0], 80).removeprefix(b"op ")
    if _TIME_OF_DAY.match(piece.text, span[1]) is not None and b"00:00" not in piece.after(span[1], 8):
        return False
    return (b":" not in before or _FIELD.search(before) is not None) and _OTHER.search(before) is None


# `Olaf Vos (Achterdorp, 2 juli 1862 - aldaar, 1953)`: a life as books tell it.
_LIFE: Final = re.compile(
    rb" ?\((?:[A-Z][A-Za-z' -]{2,30}, )?([0-3]?\d[ ./-](?:[a-z]{3,9}|[01]?\d)[ ./-]\d{4}) ?(?:-|\xe2\x80\x93)"
)
# "born before January 2, 1946", "geboren na 1 januari 1955": a rule for everybody.
_OF_A_GROUP: Final = re.compile(
    rb" {1,2}(?:(?:is|zijn|was|were|on|op|or|of) ){0,2}(?:before|after|between|prior to|voor|na|tussen|vanaf) ",
    re.IGNORECASE,
)
_TIME_OF_DAY: Final = re.compile(rb"[ \t,]{0,3}(?:(?:om|at) )?[0-2]?\d[:.][0-5]\d(?!\d)(?![.-]\d)")
_WROTE: Final = re.compile(
    rb"\b(?:posted|written|created|modified|edited|saved|printed|reviewed|signed|updated|geplaatst|geschreven"
    rb"|gewijzigd|aangemaakt|opgesteld|bewerkt|ondertekend|gecontroleerd|ingevoerd)(?: (?:by|door|on|op))[ :]{1,2}$",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(rb"[0-9]")
_DATE_WITHIN: Final = 60
_SEX: Final = re.compile(rb" \((?:[mvMVfFxX]|man|vrouw|[MV]/[VM])\)(?=[ ,;])|[ \t]{1,6}[MVFXmvfx](?=[ \t]{1,6}\d)")
_LETTERS: Final = re.compile(rb"[a-z]+")
_TO_SPACES: Final = bytes.maketrans(b"-/.,'", b"     ")
