"""What a column header says, whatever the system that wrote it: spelled out, abbreviated, glued together or cryptic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from app.detect.content.fields import ATTRIBUTES, KINDS, NAME_PARTS, Field, Header, Mark
from app.detect.content.folding import fold
from app.detect.content.header_phrases import EXACT, MARKS, PHRASES
from app.detect.content.header_words import FILLERS, WORDS
from app.detect.content.system_fields import SYSTEM_FIELDS

HEADER_CHARS = 120
HEADER_WORDS = 12
UNKNOWN_WORDS = 2  # besides the known ones: "BSN volgens loonaangifte"
SHORTEST_PART = 3  # of a word that is glued together
LONGEST_PART = 24
_LINKS = ("", "s", "e", "en", "n")  # between the parts of a Dutch compound: personeel-s-nummer

_OPENING = re.compile(r"[(\[{]")
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]?")
_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD = re.compile(r"[A-Za-z]+")
_WORD_OR_NUMBER = re.compile(r"[A-Za-z]+|[0-9]+")
_PARTS = re.compile(r"[.\-_/:]")
_NUMBER_SIGN = re.compile(r"(?<=\w) ?#$")  # "Employee #", where "# employees" is how many
_HAS_SIGNS = re.compile(r"[%#Ø]")
_SIGNS = str.maketrans({"%": " percentage ", "#": " aantal ", "Ø": " gemiddeld "})
_ENDINGS: Final = (
    "datum",
    "nummer",
    "naam",
    "bedrag",
    "code",
    "prijs",
    "kosten",
    "adres",
    "salaris",
    "loon",
    "inkomen",
    "nr",
)
_STEMS: Final = ("loon", "salaris", "ziekte", "ziekm", "verzuim", "geboorte", "personeels", "medewerker", "werknemer")
_WITHOUT_VOWELS: Final = str.maketrans("", "", "aeiouy")
_DECISIVE: Final = {"bsn": Field.BSN, "kvk": Field.ORGANISATION_NUMBER}  # "BSN/onderwijsnummer", "RSIN leverancier"
_BETWEEN: Final = frozenset({"of", "en", "in"})  # date-of-birth
_SHORT_ENDINGS: Final = {"nr": ("nummer",), "id": ("id",), "dt": ("datum",), "no": ("nummer",), "nm": ("naam",)}
_OWNED: Final = (
    (KINDS.keys() | ATTRIBUTES) - NAME_PARTS - {Field.WEAK_NAME, Field.WEAK_HEALTH, Field.LEAVE, Field.AMOUNT}
)
_NOTHING: Final = Header()


def _spellings() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in WORDS.strip().splitlines():
        meaning, _, spellings = line.partition(":")
        for spelling in spellings.split():
            found.setdefault(spelling, tuple(meaning.split()))
    return found


_SPELLINGS: Final = _spellings()
_FILLERS: Final = frozenset(FILLERS.split())
_LONG_FILLERS: Final = frozenset(filler for filler in _FILLERS if len(filler) > SHORTEST_PART)  # basis-salaris


def _phrases_by_word() -> dict[str, list[tuple[int, Field, frozenset[str]]]]:
    """Every phrase under one of its words, with its place among all."""
    found: dict[str, list[tuple[int, Field, frozenset[str]]]] = {}
    every = ((field, phrase) for field, phrases in PHRASES.items() for phrase in phrases.split(", "))
    for place, (field, phrase) in enumerate(every):
        words = phrase.split()
        found.setdefault(words[0], []).append((place, field, frozenset(words)))
    return found


def _marks_by_word() -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for mark, words in MARKS.items():
        for word in words:
            found.setdefault(word, []).append(mark)
    return found


_PHRASES: Final = _phrases_by_word()
_MARKS: Final = _marks_by_word()


@lru_cache(maxsize=4_096)
def read_header(text: str) -> Header:
    """What a header, or the label of a form's field, says. Any other text says nothing, or little."""
    text = text.strip().rstrip(":*").strip()
    if not text or len(text) > HEADER_CHARS or "@" in text:
        return _NOTHING
    found = _of_system(text)
    if found is not None:
        return Header(found)
    outside = _BRACKETS.sub(" ", text) if _OPENING.search(text) is not None else text
    header = _of_words(outside)
    if header.field is None or Mark.UNKNOWN in header.marks:
        found = _of_element(text)
        if found is not None:
            return Header(found)
    return header if header.field is not None or outside == text else _of_words(text)


def is_known(text: str) -> bool:
    """Whether a cell would be understood as a header."""
    return read_header(text).field is not None


def _of_system(text: str) -> Field | None:
    """A system's name of a field, also behind the name of a table: `t1.PERNR`, `P0002-GBDAT`."""
    lower = text.lower()
    found = SYSTEM_FIELDS.get(lower)
    if found is None and " " not in lower:
        last = _PARTS.split(lower)[-1]
        found = SYSTEM_FIELDS.get(last) if len(last) > 3 and last.isalnum() and not last.isdigit() else None
    return found


def _of_element(text: str) -> Field | None:
    """A system's name of a field at the end of the path of an element, parted at its capitals: `Ln Lb Ph`."""
    words = text.lower().split()
    if len(words) < 2:
        return None
    joined = ("".join(words[-count:]) for count in range(min(3, len(words)), 1, -1))
    return next((SYSTEM_FIELDS[name] for name in joined if len(name) > 3 and name in SYSTEM_FIELDS), None)


def _of_words(text: str) -> Header:
    plain = _spelled_out(text)
    found = [part.lower() for word in _WORD.findall(plain) for part in _parted(word)]
    exact = EXACT.get(" ".join(_WORD_OR_NUMBER.findall(plain)).lower())
    if exact is not None:
        return Header(exact, _marks({meaning for word in found for meaning in _meanings(word)}))
    meanings: set[str] = set()
    unknown = []
    for word in found:
        known = _meanings(word)
        if not known and word not in _FILLERS and len(word) > 1:
            unknown.append(word)
            known = _ends(word)
        meanings.update(known)
    doubts = _doubts(unknown)
    if len(found) > HEADER_WORDS or len(unknown) > UNKNOWN_WORDS:
        return Header(marks=doubts)
    marks = _marks(meanings)
    return Header(_field_of(meanings, marks), marks | doubts)


def _spelled_out(text: str) -> str:
    """Without accents, and with words for signs."""
    if _HAS_SIGNS.search(text) is not None:
        text = _NUMBER_SIGN.sub(" nummer", text).translate(_SIGNS)
    return text if text.isascii() else fold(text).decode("utf-8", "replace")


def _doubts(unknown: Sequence[str]) -> frozenset[Mark]:
    if not unknown:
        return frozenset()
    return frozenset({Mark.UNKNOWN, Mark.WORDY} if any(map(_is_word, unknown)) else {Mark.UNKNOWN})


def _parted(word: str) -> list[str]:
    """`dateOfBirth` is three words, "KvK" and "BSNnr" are one."""
    is_one = word[1:].islower() or _meanings(word.lower())
    return [word] if is_one else _CASE.split(word)


def _marks(meanings: set[str]) -> frozenset[Mark]:
    return frozenset(mark for meaning in meanings for mark in _MARKS.get(meaning, ()))


def _field_of(meanings: set[str], marks: frozenset[Mark]) -> Field | None:
    for meaning, field in _DECISIVE.items():
        if meaning in meanings:
            return field
    fitting = [
        (-len(phrase), place, field)
        for meaning in meanings
        for place, field, phrase in _PHRASES.get(meaning, ())
        if phrase <= meanings
    ]
    length, _, found = min(fitting, default=(0, 0, None))
    if found is Field.NAME and length == -1:  # whose it is: "adres van de werknemer"
        found = min((one for one in fitting if one[2] in _OWNED and one[0] == -1), default=(0, 0, found))[2]
    if found in NAME_PARTS and marks & {Mark.AGGREGATE, Mark.COUNT}:
        return Field.COUNT  # "personeelskosten"
    return found


@lru_cache(maxsize=4_096)
def _meanings(word: str) -> tuple[str, ...]:
    """What a word says, if need be by its parts: `werknemersnummer`, `dateofbirth`."""
    known = _SPELLINGS.get(word)
    if known is not None or word in _FILLERS:
        return known or ()
    return _split(word, 0, set()) or ()


def _ends(word: str) -> tuple[str, ...]:
    """Of a compound whose parts are not all known what its beginning or its end says: `leverdatum`, `loonelement`."""
    if not (word.startswith(_STEMS) or word.endswith(_ENDINGS)):
        return ()
    for stem in _STEMS:
        if word.startswith(stem):
            return _SPELLINGS.get(stem, ("ziek",))
    return next((_SPELLINGS[ending] for ending in _ENDINGS if word.endswith(ending)), ())


def _is_word(word: str) -> bool:
    """An ordinary word rather than the cryptic name of a field."""
    return len(word) > 4 and len(word) - len(word.translate(_WITHOUT_VOWELS)) >= 0.25 * len(word)


def _split(word: str, start: int, failed: set[int]) -> tuple[str, ...] | None:
    """The meanings of the parts of `word` from `start` on, the longest parts that fit; None when it has no such parts.
    `failed`: the places from which on there are none, so that no word is tried twice from one place."""
    if start == len(word):
        return ()
    if start in failed:
        return None
    for end in range(min(len(word), start + LONGEST_PART), start + 1, -1):
        known = _part(word[start:end], is_first=start == 0)
        if known is None:
            continue
        for link in _LINKS:
            if word.startswith(link, end) and (not link or end + len(link) < len(word)):
                rest = _split(word, end + len(link), failed)
                if rest is not None:
                    return known + rest
    failed.add(start)
    return None


def _part(part: str, *, is_first: bool) -> tuple[str, ...] | None:
    if len(part) >= SHORTEST_PART:
        return () if part in _LONG_FILLERS else _SPELLINGS.get(part)
    return () if part in _BETWEEN and not is_first else _SHORT_ENDINGS.get(part)
