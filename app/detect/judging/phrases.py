"""Finds many phrases in a text at once, whole words, in time linear in the text.

The text is taken apart into its words, which costs the same for fifty clients and for five thousand (measured: 100 MB/s);
a phrase is looked for only where all of its words are met.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, Generic, TypeVar

from app.detect.content.folding import fold

Mark = TypeVar("Mark")

APART: Final = b" \xff "  # between pieces of text: no phrase reaches across, for no text holds this byte
SHORT: Final = (
    4  # letters: up to here a name is an abbreviation that is also a word ("ING", "ing"): only as it is written
)
LEAST: Final = 2
OCCURRENCES: Final = 200  # looked at to find one that is not part of a longer phrase
LONGER_AT_ONE_PLACE: Final = 4
_EDGES: Final = frozenset(bytes([code]) for code in b" 0123456789")
_AS_WORDS: Final = bytes(code if code >= 128 or chr(code).isalnum() else 32 for code in range(256))
# A table is full of numbers, and nobody is called by one alone: half of the time went into telling them apart.
_AS_LETTERS: Final = bytes(32 if chr(code).isdigit() and code < 128 else _AS_WORDS[code] for code in range(256))
_AS_SMALL_LETTERS: Final = _AS_LETTERS.lower()
# What is no letter beyond ASCII: signs of Latin-1, dashes, quotes, bullets, boxes (U+2000 to U+2BFF), what could not be read.
_SIGNS: Final = re.compile(rb"\xc2[\x80-\xbf]|\xe2[\x80-\xaf][\x80-\xbf]|\xef\xbf\xbd")


def key_of(text: str) -> bytes:
    """The words of a text, folded, in lower case, between single spaces: by this key phrases are the same. As
    content.folding.words, twenty times as fast: a register has a hundred thousand phrases."""
    folded = fold(text)
    if not folded.isascii():
        folded = _SIGNS.sub(b" ", folded)
    return b" ".join(folded.lower().translate(_AS_WORDS).split())


class _Phrase(Generic[Mark]):
    """A phrase with what it stands for. `needles`: what to look for; for an abbreviation the ways in which it is written."""

    __slots__ = ("is_exact", "letters", "longer", "marks", "needles", "words")

    def __init__(self, key: bytes, *, is_exact: bool) -> None:
        self.words = tuple(key.split())
        self.letters = tuple(key.translate(_AS_LETTERS).split())
        self.is_exact = is_exact
        self.marks: set[Mark] = set()
        self.needles: set[bytes] = set() if self.is_exact else {_spaced(self.words).strip()}
        self.longer: list[_Phrase[Mark]] = []

    def spans(self, text: Words) -> Iterator[tuple[int, int]]:
        """Where it stands, the first few times."""
        for needle in self.needles:
            yield from islice(_found(needle, text.cased if self.is_exact else text.plain), OCCURRENCES)


class Words:
    """A text as its words, each between spaces of its own. Taken apart once for all that is looked for in it."""

    def __init__(self, folded: bytes) -> None:
        if not folded.isascii():
            folded = _SIGNS.sub(b" ", folded)
        self._folded = folded
        self.length = len(folded)
        self.met = set(folded.translate(_AS_SMALL_LETTERS).split())
        self._cased: bytes | None = None
        self._plain: bytes | None = None

    @property
    def cased(self) -> bytes:
        if self._cased is None:
            self._cased = _spaced(self._folded.translate(_AS_WORDS).split())
        return self._cased

    @property
    def plain(self) -> bytes:
        if self._plain is None:
            self._plain = self.cased.lower()
        return self._plain


class Phrases(Generic[Mark]):
    """`marks`: what each phrase stands for; a phrase may stand for several things. One without a letter is left out: a
    number is no name. `exact_up_to`: phrases of so many letters
    count only as they are written."""

    def __init__(self, marks: Iterable[tuple[str, Mark]], *, exact_up_to: int = SHORT) -> None:
        phrases: dict[bytes, _Phrase[Mark]] = {}
        for phrase, mark in marks:
            key = key_of(phrase)
            if len(key) < LEAST or not key.translate(_AS_LETTERS).split():
                continue
            known = phrases.get(key)
            if known is None:
                known = phrases[key] = _Phrase(key, is_exact=len(key) <= exact_up_to)
            known.marks.add(mark)
            if known.is_exact:
                known.needles.add(_spaced(fold(phrase).translate(_AS_WORDS).split()).strip())
        _tell_of_longer(phrases)
        self._by_word = _by_rarest_word(phrases.values())

    def find(self, folded: bytes, known: Collection[Mark] = ()) -> set[Mark]:
        """The marks whose phrases occur in folded text by themselves, not as a part of a longer phrase. Those that are
        `known` already are not looked for."""
        return self.find_in(Words(folded), known)

    def find_in(self, text: Words, known: Collection[Mark] = ()) -> set[Mark]:
        """`find` in a text that is looked at for several things."""
        found: set[Mark] = set()
        for word in self._by_word.keys() & text.met:
            for phrase in self._by_word[word]:
                wanted = text.met.issuperset(phrase.letters) and not phrase.marks.issubset(known)
                if wanted and _stands_alone(phrase, text):
                    found |= phrase.marks
        return found


def _spaced(parts: Sequence[bytes]) -> bytes:
    return b" " + b"  ".join(parts) + b" "


def _found(needle: bytes, text: bytes) -> Iterator[tuple[int, int]]:
    """Its places in a text of words. A number may stand against it without a space, as records of fixed width have it."""
    at = text.find(needle)
    while at >= 0:
        end = at + len(needle)
        if text[at - 1 : at] in _EDGES and text[end : end + 1] in _EDGES:
            yield at, end
        at = text.find(needle, at + 1)


def _stands_alone(phrase: _Phrase[Mark], text: Words) -> bool:
    longer = [other for other in phrase.longer if text.met.issuperset(other.letters)]
    if not longer and len(phrase.words) == 1 and phrase.words == phrase.letters and not phrase.is_exact:
        return True
    spans = phrase.spans(text)
    if not longer:
        return next(spans, None) is not None
    taken = sorted(span for other in longer for span in other.spans(text))
    return any(not _is_within(own, taken) for own in spans)


def _is_within(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the spans of longer phrases, in order, holds `span`."""
    at = bisect_right(taken, (span[0], sys.maxsize))
    return any(start <= span[0] and span[1] <= end for start, end in taken[max(0, at - LONGER_AT_ONE_PLACE) : at])


def _tell_of_longer(phrases: dict[bytes, _Phrase[Mark]]) -> None:
    """Each phrase learns of those that hold it: of "Zorg Noord" and "Zorg Noord Holland" the longer one wins."""
    for phrase in phrases.values():
        size = len(phrase.words)
        for start in range(size):
            for end in range(start + 1, size + 1):
                part = phrases.get(b" ".join(phrase.words[start:end])) if end - start < size else None
                if part is not None:
                    part.longer.append(phrase)


def _by_rarest_word(phrases: Collection[_Phrase[Mark]]) -> dict[bytes, list[_Phrase[Mark]]]:
    counts = Counter(word for phrase in phrases for word in phrase.letters)
    found: dict[bytes, list[_Phrase[Mark]]] = {}
    for phrase in phrases:
        rarest = min(phrase.letters, key=lambda word: (counts[word], -len(word), word))
        found.setdefault(rarest, []).append(phrase)
    return found
