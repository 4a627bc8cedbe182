"""Finds many phrases in a text at once, whole words, in time linear in the text.

The text is taken apart into the set of its words, which costs the same for fifty clients and for five thousand (measured:
100 MB/s); a phrase is looked for only where all of its words are met.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

import re2

from app.detect.content.folding import fold, words

Mark = TypeVar("Mark")

PATTERN_BYTES = 1 << 20
SHORT = 4  # up to here a name is an abbreviation that is also a word ("ING", "ing"): only as it is written
LEAST = 2
LONGER_AT_ONE_PLACE = 4
OCCURRENCES = 200  # looked at to find one that is not part of a longer phrase
_AS_WORDS = bytes(code if code >= 128 or chr(code).isalnum() else 32 for code in range(256))
# What is no letter beyond ASCII: signs of Latin-1, dashes, quotes, bullets, boxes (U+2000 to U+2BFF), what could not be read.
_SIGNS = re.compile(rb"\xc2[\x80-\xbf]|\xe2[\x80-\xaf][\x80-\xbf]|\xef\xbf\xbd")


class _Phrase(Generic[Mark]):
    """A phrase with what it stands for. `spellings`: as it is written, where only that counts."""

    __slots__ = ("_pattern", "longer", "marks", "spellings", "words")

    def __init__(self, key: bytes) -> None:
        self.words = tuple(key.split())
        self.marks: set[Mark] = set()
        self.spellings: set[str] = set()
        self.longer: list[_Phrase[Mark]] = []
        self._pattern: re2._Regexp | None = None

    @property
    def is_exact(self) -> bool:
        return bool(self.spellings)

    def spans(self, text: bytes, plain: bytes) -> Iterator[tuple[int, int]]:
        """Where it stands in the text, or in `plain`, the same in lower case."""
        if self._pattern is None:  # most phrases of a large register are never met
            self._pattern = _compiled(self._source())
        for count, match in enumerate(self._pattern.finditer(text if self.is_exact else plain)):
            if count >= OCCURRENCES:
                return
            yield match.span()

    def _source(self) -> bytes:
        if self.is_exact:
            return b"|".join(_joined(fold(spelling).split()) for spelling in sorted(self.spellings))
        return _joined(self.words)


class Phrases(Generic[Mark]):
    """`marks`: what each phrase stands for; a phrase may stand for several things."""

    def __init__(self, marks: Iterable[tuple[str, Mark]]) -> None:
        phrases: dict[bytes, _Phrase[Mark]] = {}
        for phrase, mark in marks:
            key = words(phrase)
            if len(key) < LEAST:
                continue
            known = phrases.setdefault(key, _Phrase(key))
            known.marks.add(mark)
            if len(key) <= SHORT:
                known.spellings.add(phrase)
        _tell_of_longer(phrases)
        self._by_word = _by_rarest_word(phrases.values())

    def find(self, folded: bytes, known: Collection[Mark] = ()) -> set[Mark]:
        """The marks whose phrases occur in folded text by themselves, not as a part of a longer phrase. Those that are
        `known` already are not looked for."""
        text = folded.replace(b"_", b" ")  # to a pattern an underscore is a letter
        plain = text.lower()
        met = _words_in(plain)
        found: set[Mark] = set()
        for word in self._by_word.keys() & met:
            for phrase in self._by_word[word]:
                wanted = met.issuperset(phrase.words) and not phrase.marks.issubset(known)
                if wanted and _stands_alone(phrase, text, plain):
                    found |= phrase.marks
        return found


def _words_in(plain: bytes) -> set[bytes]:
    if not plain.isascii():
        plain = _SIGNS.sub(b" ", plain)
    return set(plain.translate(_AS_WORDS).split())


def _stands_alone(phrase: _Phrase[Mark], text: bytes, plain: bytes) -> bool:
    if len(phrase.words) == 1 and not phrase.longer and not phrase.is_exact:
        return True
    spans = phrase.spans(text, plain)
    if not phrase.longer:
        return next(spans, None) is not None
    taken = sorted(span for longer in phrase.longer for span in longer.spans(text, plain))
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
    counts = Counter(word for phrase in phrases for word in phrase.words)
    found: dict[bytes, list[_Phrase[Mark]]] = {}
    for phrase in phrases:
        rarest = min(phrase.words, key=lambda word: (counts[word], -len(word), word))
        found.setdefault(rarest, []).append(phrase)
    return found


def _joined(parts: Iterable[bytes]) -> bytes:
    """Words one after another, whatever signs stand between them."""
    split = ["".join(sign if sign.isalnum() else " " for sign in part.decode()).split() for part in parts]
    flat = [part for group in split for part in group]  # letters and digits alone: nothing to escape
    # \W is any sign but an ASCII letter or digit: the classes of all alphabets make these patterns a hundred times larger.
    body = r"\W{1,3}".join(flat)
    before = r"\b" if flat[0][0].isascii() else ""
    after = r"\b" if flat[-1][-1].isascii() else ""
    return (before + body + after).encode()


def _compiled(pattern: bytes) -> re2._Regexp:
    options = re2.Options()
    options.never_capture = True
    options.max_mem = PATTERN_BYTES
    options.log_errors = False  # it writes to the error output, patterns included
    return re2.compile(pattern, options)
