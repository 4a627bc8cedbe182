"""Names of persons by a list of first names: with a surname behind or before them, or alone where persons stand."""

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
# `Karin S.`, `Peter van D.`: who writes of somebody in confidence, and schools, cut the surname.
_SHORTENED_SURNAME: Final = re.compile(
    rb" (?:(?:van|de|der|den|het|'t|ter|ten|el|v\.?d\.?) ){0,3}[A-Z]\.(?= [a-z(&]|[,;:)\n\r\t]| ?$| - | en )"
)
_REVERSED: Final = re.compile(rb"(\b[A-Za-z]{2,20} )?\b(" + shape.CAPITALISED + rb"), ?\Z")
_PERSON_VERBS: Final = re.compile(
    rb",? (?:zegt|zei|meldt|meldde|vraagt|vroeg|belt|belde|heeft|had|is|was|gaat|ging|komt|kwam|wil|wilde|stuurt"
    rb"|stuurde|mailt"
    rb"|mailde|pakt|neemt|nam|geeft|gaf|legt|licht|vindt|denkt|maakt|zoekt|regelt|overlegt|bespreekt|checkt|werkt|woont"
    rb"|said|says|asked|will|has|en [A-Z][a-z]+ |and [A-Z][a-z]+ |\()"
)
# What persons do and things do not: also behind a first name that is a word as well.
_STATE_VERBS: Final = re.compile(
    rb",? (?:zit|ligt|valt|viel|moet|krijgt|kreeg|slaapt|drinkt|slikt|gebruikt|durft|voelt|huilt|blijft|stopt|raakte"
    rb"|herstelt|hoort|eet|plast|snijdt|dwaalt|kampt|lijdt|mist|rouwt|trekt|wordt|werd|takes|feels|suffers)\b"
)
_ALONE_AFTER: Final = re.compile(
    rb"(?:\b(?:met|aan|van|door|bij|voor|namens|actie|en|with|by|to|from|cc|over|inzake|betreft)|m\.b\.t\.|[,:(/)]) ?\Z"
    rb"|\d\d(?: [ap]m)?[\]>)]? (?:- )?\Z",  # the hour in a chat, before who speaks
    re.IGNORECASE,
)
_CALLED_UPON: Final = re.compile(
    rb"\b(?:bel|belt|mail|mailt|vraag|vraagt|app|spreek|spreekt|sprak|overleg|stuur|help|bedank|feliciteer|collega"
    rb"|zus|broer|vriendin|vriend|zoon|dochter"
    rb"|ask|call|email|tell) \Z",
    re.IGNORECASE,
)
_SPOKEN_TO: Final = re.compile(rb", [a-z]")  # "Rob, kun jij"
_BEFORE_A_THING: Final = re.compile(rb"\b(?:de|het|een|the|a|sint|st) \Z")


def find_listed_names(piece: Piece) -> Iterator[Hit]:
    """By a first name of the list. Unsure: the first name alone, and one that is a word as well."""
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
    shortened = _SHORTENED_SURNAME.match(text, end)
    if shortened is not None and first in CLEAR_FIRST_NAMES:
        value = b" ".join(text[start : shortened.end()].lower().split())
        return Hit("name", start, shortened.end(), value)
    surname = shape.surname_behind(text, end)
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
    prefix = shape.PREFIX_BEHIND.match(text, end + 1)
    return Hit("name", match.start(2), prefix.end() if prefix is not None else end, first + b" " + match[2].lower())


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


def _alone(piece: Piece, start: int, end: int, first: bytes) -> Hit | None:
    """A first name alone, where persons stand in a sentence or a list of actions."""
    if first not in CLEAR_FIRST_NAMES and first not in MILD_FIRST_NAMES:
        return None
    text = piece.text
    follows = _PERSON_VERBS.match(text, end) is not None
    has_state = not follows and _STATE_VERBS.match(text, end) is not None
    follows = follows or has_state
    leads = _ALONE_AFTER.search(text, max(0, start - 12), start) is not None
    called = _CALLED_UPON.search(text, max(0, start - 14), start) is not None
    low = max(0, start - 20)
    inside = shape.IN_SENTENCE.search(text, low, start) is not None and _BEFORE_A_THING.search(text, low, start) is None
    on_own_line = text[start - 1 : start] in (b"", b"\n") and text[end : end + 1] in (b"", b"\n", b"\r")
    spoken_to = text[start - 1 : start] in (b"", b"\n") and _SPOKEN_TO.match(text, end) is not None
    closed = text[end : end + 1] in (b"", b"\n", b",", b".", b")", b"/", b":", b";", b" ", b"\t")
    if not closed or shape.is_no_person(text, start, end, first):
        return None
    next_is_capital = text[end : end + 1] == b" " and text[end + 1 : end + 2].isupper()
    if (
        first in CLEAR_FIRST_NAMES
        and (follows or leads or called or inside or on_own_line or spoken_to)
        and not next_is_capital
    ):
        return Hit("name", start, end, first, sure=called or (inside and follows))
    return Hit("name", start, end, first, sure=False) if follows and (leads or inside or has_state) else None
