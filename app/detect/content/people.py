"""Whether a cell is the name of a person: by its shape, and by lists of common names."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

from app.detect.content.folding import fold

MOST_WORDS = 8
LONGEST = 60
LIKELY, PERHAPS, NOT = 2, 1, 0

_TITLES: Final = re.compile(
    r"^(?:(?:dhr|mevr|mw|mej|mrs|mr|ms|dr|drs|ir|ing|prof|ds|de heer|mevrouw|meneer|juffrouw|heer|fam|familie|sir|miss)\b\.? *)+",
    re.IGNORECASE,
)
_DEGREES: Final = re.compile(r",? *\b(?:BSc|MSc|MA|BA|LLM|PhD|MBA|RA|RE|RC|CPC|EMIM)\b\.?|\(.*\)$")
_INITIALS: Final = re.compile(r"(?:[A-Z][a-z]{0,2}\.[ -]?){1,6}|[A-Z]{1,4}")
_DOTTED: Final = re.compile(r"(?:[A-Z][a-z]{0,2}\. ?){1,6}")
_NO_NAME: Final = re.compile(r"[\d@/\\:;_=<>+*#€$%\"|?!\[\]{}~^]")
_PREFIXES: Final = frozenset(
    "van de den der het ter ten te op in aan uit bij voor onder over tot t 't von zu zum la le du des del della di da dos das do"
    " el al ait ben bin bint abu abou d l o en of los las y e mac mc st".split()
)
_OF_PLACES: Final = frozenset({"aan", "op", "in", "bij", "over", "uit", "en"})  # Capelle aan den IJssel
_NO_PERSON_WORDS: Final = frozenset(
    "totaal total subtotaal som gemiddelde gemiddeld vacature anoniem onbekend leeg nvt overig overige diverse niemand allen"
    " iedereen nader bepalen werknemer medewerker persoon client".split()
)


@cache
def listed(name: str) -> frozenset[str]:
    """The words of one of the lists under `words/`, lower case."""
    text = (files("app.detect.content.words") / f"{name}.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word.lower() for line in lines for word in line.split())


def likeness(cell: str) -> int:
    """LIKELY where the name is on a list or written as only names are ("Vries, J. de", "A. Jansen"); PERHAPS for a few
    words with capitals."""
    text = fold(cell.strip()).decode("utf-8", "replace")
    if not 2 <= len(text) <= LONGEST or _NO_NAME.search(text) is not None:
        return NOT
    bare = _DEGREES.sub("", _TITLES.sub("", text)).strip(" ,.-")
    has_title = len(bare) < len(text) - 1 and _TITLES.match(text) is not None
    words = bare.replace(",", " ").replace("-", " ").split()
    if not 1 <= len(words) <= MOST_WORDS or _says_no_person(words) or not _has_capitals(words):
        return NOT
    if has_title or _is_turned(bare) or _has_initials(bare) or _is_listed(words) or _has_prefix(words):
        return LIKELY
    return PERHAPS if len(words) <= 4 else NOT


def is_likely(cell: str) -> bool:
    return likeness(cell) == LIKELY


def is_perhaps(cell: str) -> bool:
    return likeness(cell) >= PERHAPS


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
    lower = {word.lower().strip(".") for word in words} - _PREFIXES
    return bool(lower & _NO_PERSON_WORDS or lower & listed("not_names"))


def _is_turned(text: str) -> bool:
    """ "Vries, J. de", "Jansen, Piet"."""
    last, comma, first = text.partition(",")
    words = first.split()
    if not comma or not words or "," in first or len(last.split()) > 4:
        return False
    return _INITIALS.fullmatch(words[0]) is not None or words[0].lower() in _first_names()


def _has_initials(text: str) -> bool:
    match = _DOTTED.match(text)
    return match is not None and len(text) - match.end() >= 2 and text[match.end()].isalpha()


def _is_listed(words: list[str]) -> bool:
    first = words[0].lower()
    if len(words) == 1:
        return first in listed("first_names")
    is_first = first in _first_names()
    return is_first or (words[-1].lower() in listed("surnames") and words[0][0].isupper())


def _has_prefix(words: list[str]) -> bool:
    """ "Sanne van den Berg": between two words with a capital."""
    inner = [word.lower() for word in words[1:-1]]
    return bool(inner) and inner[0] not in _OF_PLACES and all(word in _PREFIXES for word in inner)


def _first_names() -> frozenset[str]:
    return listed("first_names") | listed("first_names_also_words")
