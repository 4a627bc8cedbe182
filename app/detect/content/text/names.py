"""Names of persons: by a list of first names, by titles and initials, and where letters, mails, minutes and forms put them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.detect.content.expressions import compiled, one_of
from app.detect.content.lexicon import (
    CLEAR_FIRST_NAMES,
    CLEAR_SURNAMES,
    FIRST_NAMES,
    MILD_FIRST_NAMES,
    NOT_NAMES,
    SURNAMES,
)
from app.detect.content.text import name_shape as shape
from app.detect.content.text.name_shape import Strength
from app.detect.content.text.piece import Hit, Piece


def _first_names() -> str:
    """Clear ones in any case, the others with a capital."""
    clear = one_of(name.decode() for name in CLEAR_FIRST_NAMES)
    rest = sorted(FIRST_NAMES - CLEAR_FIRST_NAMES)
    capital = one_of(written for name in rest for written in (name.decode().capitalize(), name.decode().upper()))
    return rf"\b(?:(?i:{clear})|{capital})\b"


_FIRST: Final = compiled(_first_names())
_COMPOUND: Final = re.compile(rb"(?:-[A-Z]?[a-z]{2,20}){0,2}")
_REVERSED: Final = re.compile(rb"(\b[A-Za-z]{2,20} )?\b(" + shape.CAPITALISED + rb"), ?\Z")
_TITLES: Final = compiled(
    r"\b(?:[Dd]e [Hh]eer|[Hh]eer|[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Dd]hr\.?|[Dd]rs\.?|[Ii]ng\.|[Ii]r\.|[Mm]r\.|[Pp]rof\.?"
    r"|[Dd]r\.|[Dd]s\.|[Mm]eneer|[Mm]ej\.|[Mm]ejuffrouw|[Jj]hr\.|[Ff]am\.|[Ff]amilie|Mr|Mrs\.?|Ms\.?|Miss|Herr|Frau|Dr"
    r"|[Ww]ethouder|[Bb]urgemeester|[Nn]otaris|[Mm]inister|[Ss]taatssecretaris|[Cc]ollega|[Bb]edrijfsarts|[Hh]uisarts"
    r"|[Dd]okter|[Pp]sycholoog|[Ww]ijkagent|[Aa]rts|[Bb]uurman|[Bb]uurvrouw|[Oo]om|[Tt]ante|[Jj]uf|[Mm]eester|[Zz]uster"
    r"|[Rr]echter|[Aa]dvocaat|[Dd]ocent|[Cc]asemanager|[Tt]eamleider|[Vv]oorzitter|[Ss]ecretaris) "
)
# Titles that ordinary words, functions and streets also follow: there the surname must be known or have its prefix.
_LOOSE_TITLES: Final = (
    b"fam", b"weth", b"burg", b"nota", b"mini", b"staa", b"coll", b"bedr", b"huis", b"dokt", b"psyc", b"wijk", b"arts",
    b"buur", b"oom", b"tant", b"juf", b"mees", b"zust", b"rech", b"advo", b"doce", b"case", b"team", b"voor", b"secr", b"mr ",
    b"dr ",
)  # fmt: skip
_MORE_TITLES: Final = re.compile(
    rb"(?:(?:[Dd]rs|[Ii]ng|[Ii]r|[Mm]r|[Pp]rof|[Dd]r|[Dd]s|[Jj]hr|[Dd]hr|[Mm]w|[Mm]evr)\.? |[Mm]evrouw |[Dd]e heer )*"
)
_INITIALS: Final = compiled(r"\b(?:(?:[A-Z]|Th|Ch|Chr|Ph|Fr|IJ|Joh|Jac|Wm|Corn)\.[ -]?){1,6}(?:[A-Z'vdtelbioau])")
_INITIALS_AT: Final = re.compile(shape.INITIALS)
_NO_INITIALS: Final = frozenset(
    b"bv nv cv vof us usa uk vs eu vn ps nb pm am po dd tav mbt svp aub ntb io wo qq ed sa la kvk wa ai bw pc ad bc".split()
)
_SURNAME_INITIALS: Final = compiled(
    r"\b(?:[A-Z][a-z]{1,30}|IJ[a-z]{2,30})(?:-[A-Z][a-z]{1,30})?, ?(?:(?:[A-Z]|Th|Ch|Joh)\. ?){1,5}"
)
_PREFIX_BEHIND: Final = re.compile(rb"\(?(?:" + shape.PREFIX + rb")\)?(?![A-Za-z])")
# Somebody who is introduced: by birth, number or home.
_INTRODUCED: Final = compiled(
    r"\b(?:[A-Z][A-Za-z'-]{1,25} |[A-Z]\. ?|(?:van|de|der|den|het|'t|ten|ter|te|el|al|von|op|aan"
    r"|in) ){1,6}[A-Z][A-Za-z'-]{1,30} ?"
    r"[,(]? ?\(?(?:geboren|geb\.|geb |b\.?s\.?n\b|burgerservicenummer|wonende|woonachtig|personeelsnummer"
    r"|pers\.? ?nr|born)",
)
_INTRODUCTION_TAIL: Final = re.compile(rb" ?[,(]? ?\(?(?:geb|b\.?s\.?n|burger|won|woon|pers|born).*", re.DOTALL)
_WITH_PREFIX: Final = compiled(
    r"\b[A-Z][a-z]{1,20}(?:-[A-Z][a-z]{1,20})? (?:van (?:der|den|de|'t|het) |van |de |den |der |ter |ten |el |von )"
    r"[A-Z][a-z]{2,25}\b"
)


TRIGGERS: Final = (_TITLES, _INITIALS, _SURNAME_INITIALS, _INTRODUCED, _WITH_PREFIX)


def find_listed_names(piece: Piece) -> Iterator[Hit]:
    """By a first name of the list. Unsure: the first name alone, and one that is a word as well."""
    yield from _by_first_name(piece)


def find_titled_names(piece: Piece) -> Iterator[Hit]:
    """By what stands before or behind a name. Unsure: what is a name only beside others."""
    yield from _by_title(piece)
    yield from _by_initials(piece)
    yield from _by_prefix(piece)
    yield from _introduced(piece)


def _by_first_name(piece: Piece) -> Iterator[Hit]:
    done = 0
    for start, end in piece.matches(_FIRST):
        if start < done:
            continue
        hit = _of_first_name(piece, start, end)
        if hit is not None:
            done = hit.end
            yield hit


def _of_first_name(piece: Piece, start: int, end: int) -> Hit | None:
    text = piece.text
    written = text[start:end]
    if text[start - 1 : start] in (b"@", b"_", b"/", b".", b"-") or text[end : end + 1] in (b"@", b"_", b"/"):
        return None
    if written.islower():
        return _of_pair(text, start, end, shape.LOWER_SURNAME)
    if written.isupper():
        return _of_pair(text, start, end, shape.UPPER_SURNAME)
    if not written.istitle():
        return None  # "IDs"
    compound = _COMPOUND.match(text, end)
    end = compound.end() if compound is not None else end
    first = written.lower()
    surname = _surname_behind(text, end)
    if surname is None:
        return _after_surname(text, start, end, first) or _alone(piece, start, end, first)
    found = shape.strength(first, surname, starts_sentence=shape.starts_sentence(text, start))
    if found is Strength.NONE:
        return _alone(piece, start, end, first) if surname.core in NOT_NAMES else None
    if shape.is_no_person(text, start, surname.word_end, surname.core):
        return None
    return Hit("name", start, surname.end, shape.key_of(first, surname), sure=found is Strength.SURE)


def _after_surname(text: bytes, start: int, end: int, first: bytes) -> Hit | None:
    """`Bakker, Anna`"""
    match = _REVERSED.search(text, max(0, start - 40), start)
    if match is None or not shape.is_known(match[2].lower()) or (match[1] or b"").strip().lower() in FIRST_NAMES:
        return None
    prefix = _PREFIX_BEHIND.match(text, end + 1)
    return Hit("name", match.start(2), prefix.end() if prefix is not None else end, first + b" " + match[2].lower())


def _surname_behind(text: bytes, end: int) -> shape.Surname | None:
    """The surname after a first name, past other first names and initials."""
    for _ in range(4):
        middle = shape.MIDDLE.match(text, end)
        if middle is not None:
            end = middle.end() - (text[middle.end() - 1 : middle.end()] == b" ")
        elif text[end : end + 1] != b" ":
            return None
        surname = shape.surname_at(text, end)
        if surname is None:
            return None
        if surname.prefix or surname.core not in FIRST_NAMES:
            return surname
        further = shape.surname_at(text, surname.end) if text[surname.end : surname.end + 1] in (b" ", b".") else None
        if further is None or (not further.prefix and not shape.could_be_surname(further.core)):
            return surname if surname.core in SURNAMES else None
        end = surname.end
    return None


def _of_pair(text: bytes, start: int, end: int, pattern: re.Pattern[bytes]) -> Hit | None:
    """A first name and a surname of the lists, both in lower case or both in capitals."""
    match = pattern.match(text, end)
    if match is None:
        return None
    core = match["name"].lower()
    if core not in SURNAMES or (core in NOT_NAMES and not match["prefix"]):
        return None
    first = text[start:end].lower()
    if first not in CLEAR_FIRST_NAMES and core not in CLEAR_SURNAMES:
        return None
    return Hit(
        "name", start, match.end("name"), b" ".join(filter(None, (first, (match["prefix"] or b"").lower(), core)))
    )


_PERSON_VERBS: Final = re.compile(
    rb",? (?:zegt|zei|meldt|meldde|vraagt|vroeg|belt|belde|heeft|had|is|was|gaat|ging|komt|kwam|wil|wilde|stuurt"
    rb"|stuurde|mailt"
    rb"|mailde|pakt|neemt|nam|geeft|gaf|legt|licht|vindt|denkt|maakt|zoekt|regelt|overlegt|bespreekt|checkt|werkt|woont"
    rb"|said|says|asked|will|has|en [A-Z][a-z]+ |and [A-Z][a-z]+ |\()"
)
_ALONE_AFTER: Final = re.compile(
    rb"(?:\b(?:met|aan|van|door|bij|voor|namens|actie|en|with|by|to|from|cc)|[,:(/]) ?\Z", re.IGNORECASE
)
_CALLED_UPON: Final = re.compile(
    rb"\b(?:bel|belt|mail|mailt|vraag|vraagt|app|spreek|spreekt|sprak|overleg|stuur|help|bedank|feliciteer|collega"
    rb"|zus|broer|vriendin|vriend|zoon|dochter"
    rb"|ask|call|email|tell) \Z",
    re.IGNORECASE,
)
_IN_SENTENCE: Final = re.compile(rb"\b[a-z]{2,} \Z")
_BEFORE_A_THING: Final = re.compile(rb"\b(?:de|het|een|the|a|sint|st) \Z")


def _alone(piece: Piece, start: int, end: int, first: bytes) -> Hit | None:
    """A first name alone, where persons stand in a sentence or a list of actions."""
    if first not in CLEAR_FIRST_NAMES and first not in MILD_FIRST_NAMES:
        return None
    text = piece.text
    follows = _PERSON_VERBS.match(text, end) is not None
    leads = _ALONE_AFTER.search(text, max(0, start - 12), start) is not None
    called = _CALLED_UPON.search(text, max(0, start - 14), start) is not None
    low = max(0, start - 20)
    inside = _IN_SENTENCE.search(text, low, start) is not None and _BEFORE_A_THING.search(text, low, start) is None
    on_own_line = text[start - 1 : start] in (b"", b"\n") and text[end : end + 1] in (b"", b"\n", b"\r")
    closed = text[end : end + 1] in (b"", b"\n", b",", b".", b")", b"/", b":", b";", b" ", b"\t")
    if not closed or shape.is_no_person(text, start, end, first):
        return None
    next_is_capital = text[end : end + 1] == b" " and text[end + 1 : end + 2].isupper()
    if first in CLEAR_FIRST_NAMES and (follows or leads or called or inside or on_own_line) and not next_is_capital:
        return Hit("name", start, end, first, sure=called or (inside and follows))
    return Hit("name", start, end, first, sure=False) if follows and (leads or inside) else None


def _by_title(piece: Piece) -> Iterator[Hit]:
    text = piece.text
    for start, end in piece.matches(_TITLES):
        title = text[start:end].lower()
        more = _MORE_TITLES.match(text, end)
        end = more.end() if more is not None else end
        first, surname = _after_title(text, end)
        if surname is None or not shape.could_be_surname(surname.core):
            continue
        if shape.is_no_person(text, end, surname.word_end, surname.core) or not _has_end(text, surname.end):
            continue
        is_loose = title.startswith(_LOOSE_TITLES)
        known = bool(first) or shape.is_known(surname.core) or surname.prefix not in (b"", b"van")
        if not is_loose or known or surname.core in CLEAR_FIRST_NAMES:
            yield Hit("name", end, surname.end, shape.key_of(first, surname))


def _after_title(text: bytes, end: int) -> tuple[bytes, shape.Surname | None]:
    """First name or initials, if any, and the surname."""
    initials = _INITIALS_AT.match(text, end)
    if initials is not None:
        return initials.group().strip(), shape.surname_at(text, initials.end())
    surname = shape.surname_at(text, end)
    if surname is None or surname.prefix or surname.core not in FIRST_NAMES:
        return b"", surname
    behind = _surname_behind(text, surname.end)
    return (surname.core, behind) if behind is not None else (b"", surname)


def _has_end(text: bytes, end: int) -> bool:
    return text[end : end + 1] not in (b"@", b"_", b"/") or text[end : end + 1] == b"/"


def _by_initials(piece: Piece) -> Iterator[Hit]:
    text = piece.text
    for start, _ in piece.matches(_INITIALS):
        initials = _INITIALS_AT.match(text, start)
        if initials is None or text[start - 1 : start] in (b".", b"-", b"@", b"_"):
            continue
        letters = initials.group().translate(None, b". -").lower()
        surname = shape.surname_at(text, initials.end()) or shape.upper_surname_at(text, initials.end())
        if surname is None or letters in _NO_INITIALS or not shape.could_be_surname(surname.core):
            continue
        if shape.is_no_person(text, start, surname.word_end, surname.core):
            continue
        is_listed = shape.is_known(surname.core) and surname.core not in NOT_NAMES
        sure = is_listed or bool(surname.prefix) or initials.group().count(b".") > 1
        yield Hit("name", start, surname.end, shape.key_of(initials.group().strip(), surname), sure=sure)
    for start, end in piece.matches(_SURNAME_INITIALS):
        core = text[start:end].partition(b",")[0].lower()
        if core in NOT_NAMES and core not in CLEAR_SURNAMES:
            continue
        prefix = _PREFIX_BEHIND.match(text, end)
        sure = shape.is_known(core) or prefix is not None
        yield Hit(
            "name", start, prefix.end() if prefix is not None else end, text[start:end].strip().lower(), sure=sure
        )


def _by_prefix(piece: Piece) -> Iterator[Hit]:
    """`Xanthe van der Meulen`: no first name of the list, a surname of it."""
    text = piece.text
    for start, end in piece.matches(_WITH_PREFIX):
        first, _, rest = text[start:end].partition(b" ")
        core = rest.rpartition(b" ")[2].lower()
        lower = first.lower()
        if (
            core not in CLEAR_SURNAMES
            or lower in NOT_NAMES
            or lower in FIRST_NAMES
            or lower.endswith(_NO_FIRST_NAME_ENDS)
        ):
            continue
        if not shape.is_no_person(text, start, end, core):
            yield Hit("name", start, end, text[start:end].lower(), sure=False)


def _introduced(piece: Piece) -> Iterator[Hit]:
    """`Pieternel Schipper, geboren 8 mei 1990`"""
    for start, end in piece.matches(_INTRODUCED):
        written = _INTRODUCTION_TAIL.sub(b"", piece.text[start:end])
        words = [word for word in written.split() if word[:1].isupper()]
        named = [word.lower() for word in words if len(word) > 2]
        if all(word.isupper() for word in words) and not (named and named[-1] in SURNAMES and named[0] in FIRST_NAMES):
            continue
        if not (2 <= len(words) <= 5 and named and all(map(shape.could_be_surname, named))):
            continue
        if not shape.is_no_person(piece.text, start, start + len(written), named[-1]):
            yield Hit("name", start, start + len(written), b" ".join(written.lower().split()))


_NO_FIRST_NAME_ENDS: Final = (
    b"ing", b"heid", b"erij", b"schap", b"tie", b"ment", b"bedrijf", b"huis", b"groep", b"dienst", b"straat", b"laan", b"weg",
    b"plein", b"school", b"zorg", b"bouw", b"handel", b"winkel", b"fonds", b"prijs", b"wet", b"zaak", b"baan", b"makers",
    b"kantoor",
)  # fmt: skip
