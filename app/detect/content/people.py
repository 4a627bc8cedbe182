"""Whether a cell is the name of a person: by its shape, and by lists of common names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from app.detect.content.folding import fold
from app.detect.content.lexicon import (
    CLEAR_FIRST_NAMES,
    CLEAR_SURNAMES,
    FIRST_NAMES,
    MILD_FIRST_NAMES,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PLACES,
    SURNAMES,
)

MOST_WORDS = 8
LONGEST = 60
ABBREVIATION = 4  # "HR", "ICT"
SURE, LIKELY, PERHAPS, NOT = 3, 2, 1, 0

_TITLES: Final = re.compile(
    r"^(?:(?:dhr|mevr|mw|mej|mrs|mr|ms|dr|drs|ir|ing|prof|ds|de heer|mevrouw|meneer|juffrouw|heer|fam|familie|sir|miss)"
    r"\b\.? *)+",
    re.IGNORECASE,
)
_DEGREES: Final = re.compile(r",? *\b(?:BSc|MSc|MA|BA|LLM|PhD|MBA|RA|RE|RC|CPC|EMIM)\b\.?|\(.*\)$")
_INITIALS: Final = re.compile(r"(?:[A-Z][a-z]{0,2}\.[ -]?){1,6}|[A-Z]{1,4}")
_DOTTED: Final = re.compile(r"(?:[A-Z][a-z]{0,2}\. ?){1,6}")
_NO_NAME: Final = re.compile(r"[\d@/\\:;_=<>+*#€$%\"|?!\[\]{}~^]")
_BEFORE_SURNAMES: Final = """
van de den der het ter ten te op in aan uit bij voor onder over tot t 't von zu zum la le du des del della di da dos das do
el al ait ben bin bint abu abou d l o en of los las y e mac mc st
"""
_PREFIXES: Final = frozenset(_BEFORE_SURNAMES.split())
_OF_PLACES: Final = frozenset({"aan", "op", "in", "bij", "over", "uit", "en", "voor"})  # Capelle aan den IJssel
_INSTEAD_OF_NAMES: Final = """
totaal total subtotaal som gemiddelde gemiddeld vacature anoniem onbekend leeg nvt overig overige diverse niemand allen iedereen
nader bepalen werknemer medewerker persoon client
"""
_NO_PERSON_WORDS: Final = frozenset(_INSTEAD_OF_NAMES.split())


@lru_cache(maxsize=2_048)  # each cell of a sample is asked for twice or more, by one test after another
def likeness(cell: str) -> int:
    """SURE where it is written as only names are ("Vries, J. de", "mevr. A. Jansen", a first name with a surname), LIKELY where
    a word of it is on a list of names, PERHAPS for a few words with capitals."""
    text = fold(cell.strip()).decode("utf-8", "replace")
    if not 2 <= len(text) <= LONGEST or _NO_NAME.search(text) is not None:
        return NOT
    bare = _DEGREES.sub("", _TITLES.sub("", text)).strip(" ,.-")
    words = bare.replace(",", " ").replace("-", " ").split()
    if not 1 <= len(words) <= MOST_WORDS or not _has_capitals(words):
        return NOT
    has_prefix = _has_prefix(words)
    bearing = words[:-1] if has_prefix else words  # "van der Laan": behind these any word is a name
    if _says_no_person(bearing):
        return NOT
    has_title = len(bare) < len(text) - 1 and _TITLES.match(text) is not None
    if has_title or _is_turned(bare) or _has_initials(bare) or _has_both(words) or _has_bare_initials(words):
        return SURE
    if any(map(_is_no_name, bearing)):
        return NOT
    if has_prefix or _is_listed(words):
        return LIKELY
    is_abbreviation = len(bare) <= ABBREVIATION and bare.isupper()
    return PERHAPS if len(words) <= 4 and not is_abbreviation else NOT


def is_sure(cell: str) -> bool:
    return likeness(cell) == SURE


def may_be(cell: str) -> bool:
    """PERHAPS, or LIKELY if it had capitals: what may stand under a header that says whose names these are."""
    return likeness(cell) >= PERHAPS or (cell.islower() and likeness(cell.title()) >= LIKELY)


def is_likely(cell: str) -> bool:
    return likeness(cell) >= LIKELY


def is_perhaps(cell: str) -> bool:
    return likeness(cell) >= PERHAPS


def is_surname(cell: str) -> bool:
    """A common surname and nothing else: `Bakker`, `van den Berg`, `KUIPER-DE WIT`. It may be a word, too."""
    words = fold(cell.strip()).lower().replace(b"-", b" ").split()
    named = [word for word in words if word.decode("ascii", "replace").strip("'") not in _PREFIXES]
    return bool(named) and len(words) <= MOST_WORDS and all(word in SURNAMES and word not in PLACES for word in named)


def is_clear_surname(cell: str) -> bool:
    """One that is no word, or has before it what stands before surnames."""
    words = fold(cell.strip()).lower().replace(b"-", b" ").split()
    return is_surname(cell) and (len(words) > 1 or words[0] in CLEAR_SURNAMES)


def may_be_surname(cell: str) -> bool:
    """One word with a capital, or two with a dash, and what stands before surnames."""
    text = cell.strip()
    words = text.replace("-", " ").split()
    if not 1 <= len(words) <= MOST_WORDS or len(text) > LONGEST or _NO_NAME.search(text) is not None:
        return False
    named = [word for word in words if word.lower().strip("'") not in _PREFIXES]
    are_parts = len(named) == 1 or (len(named) == 2 and "-" in text)
    return are_parts and _has_capitals(words) and all(len(word) > 1 for word in named) and not _says_no_person(named)


def is_name_part(cell: str) -> bool:
    """What may stand in a column that its header calls a name: letters, no number, no mark of an empty place."""
    text = cell.strip()
    return (
        len(text) <= LONGEST
        and any(map(str.isalpha, text))
        and _NO_NAME.search(text) is None
        and text.lower() not in _NO_PERSON_WORDS
    )


def _has_capitals(words: list[str]) -> bool:
    """Every word but what stands before a surname starts with a capital, and there is one at least."""
    named = [word for word in words if word.lower().strip("'.") not in _PREFIXES]
    return bool(named) and all(word[0].isupper() or word[0] == "'" for word in named)


def _says_no_person(words: list[str]) -> bool:
    return any(word.lower().strip(".") in _NO_PERSON_WORDS or _key(word) in ORGANISATION_WORDS for word in words)


def _is_no_name(word: str) -> bool:
    key = _key(word)
    return key in NOT_NAMES and key not in SURNAMES and word.lower() not in _PREFIXES


def _key(word: str) -> bytes:
    return word.lower().strip(".").encode()


def _is_turned(text: str) -> bool:
    """ "Vries, J. de", "Jansen, Piet"."""
    last, comma, first = text.partition(",")
    words = first.split()
    if not comma or not words or "," in first or len(last.split()) > 4:
        return False
    return _INITIALS.fullmatch(words[0]) is not None or _key(words[0]) in FIRST_NAMES


def _has_initials(text: str) -> bool:
    match = _DOTTED.match(text)
    return match is not None and len(text) - match.end() >= 2 and text[match.end()].isalpha()


def _has_bare_initials(words: list[str]) -> bool:
    """ "JANSEN P", "JP Jansen"."""
    first, last = words[0], words[-1]
    return len(words) == 2 and (
        (_key(first) in SURNAMES and len(last) <= 3 and last.isupper())
        or (_key(last) in SURNAMES and len(first) <= 3 and first.isupper())
    )


def _has_both(words: list[str]) -> bool:
    """A common first name, and a surname that is common or has what stands before surnames."""
    return len(words) > 1 and _key(words[0]) in FIRST_NAMES and (_key(words[-1]) in SURNAMES or _has_prefix(words))


def _is_listed(words: list[str]) -> bool:
    first = _key(words[0])
    if len(words) == 1:
        return first in CLEAR_FIRST_NAMES or first in MILD_FIRST_NAMES
    return first in FIRST_NAMES or _key(words[-1]) in SURNAMES


def _has_prefix(words: list[str]) -> bool:
    """ "Sanne van den Berg": between two words with a capital."""
    before = [word.lower() for word in words[1:-1]]
    while before and before[0] not in _PREFIXES:
        before = before[1:]  # a second first name
    known = _key(words[0]) in FIRST_NAMES
    return bool(before) and (known or before[0] not in _OF_PLACES) and all(word in _PREFIXES for word in before)
