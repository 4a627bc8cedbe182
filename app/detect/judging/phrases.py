"""Finds many phrases in a text at once, whole words, in time linear in the text.

Of each phrase the rarest word is looked for first, all of these words in one automaton (measured: 790 MB/s for 7,000 of
them); the phrases themselves only where their word was met.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Generic, TypeVar

import re2

from app.detect.content.folding import fold, words

Mark = TypeVar("Mark")

# RE2 falls back to a slow search, twenty times slower, when a pattern outgrows its memory: 7,000 words need 16 MB.
WORDS_PER_PATTERN = 5_000
PATTERN_BYTES = 16 << 20
SHORT = 4  # up to here a name is an abbreviation that is also a word ("ING", "ing"): only as it is written
LEAST = 2
OCCURRENCES = 1_000  # looked at to find one that is not part of a longer phrase


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
            self._pattern = _compiled(self._source(), PATTERN_BYTES // 16)
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
        self._patterns = tuple(_word_patterns(self._by_word))

    def find(self, folded: bytes, known: Collection[Mark] = ()) -> set[Mark]:
        """The marks whose phrases occur in folded text by themselves, not as a part of a longer phrase. Those that are
        `known` already are not looked for."""
        text = folded.replace(b"_", b" ")  # to a pattern an underscore is a letter
        plain = text.lower()
        met = {word for pattern in self._patterns for word in pattern.findall(plain)}
        found: set[Mark] = set()
        for word in met:
            for phrase in self._by_word[word]:
                if not phrase.marks.issubset(known) and _stands_alone(phrase, text, plain):
                    found |= phrase.marks
        return found


def _stands_alone(phrase: _Phrase[Mark], text: bytes, plain: bytes) -> bool:
    spans = phrase.spans(text, plain)
    if not phrase.longer:
        return next(spans, None) is not None
    taken = [span for longer in phrase.longer for span in longer.spans(text, plain)]
    return any(not any(start <= own[0] and own[1] <= end for start, end in taken) for own in spans)


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


def _word_patterns(by_word: Iterable[bytes]) -> Iterator[re2._Regexp]:
    ordered = sorted(by_word)
    for start in range(0, len(ordered), WORDS_PER_PATTERN):
        group = ordered[start : start + WORDS_PER_PATTERN]
        # \b knows ASCII letters only; next to another letter it would never match.
        plain = [word for word in group if word.isascii()]
        other = [word for word in group if not word.isascii()]
        yield _compiled(b"|".join([*([rb"\b(?:%s)\b" % b"|".join(plain)] if plain else []), *other]), PATTERN_BYTES)


def _joined(parts: Iterable[bytes]) -> bytes:
    """Words one after another, whatever signs stand between them."""
    split = ["".join(sign if sign.isalnum() else " " for sign in part.decode()).split() for part in parts]
    flat = [part for group in split for part in group]  # letters and digits alone: nothing to escape
    # \W is any sign but an ASCII letter or digit: the classes of all alphabets make these patterns a hundred times larger.
    body = r"\W{1,3}".join(flat)
    before = r"\b" if flat[0][0].isascii() else ""
    after = r"\b" if flat[-1][-1].isascii() else ""
    return (before + body + after).encode()


def _compiled(pattern: bytes, memory: int) -> re2._Regexp:
    options = re2.Options()
    options.never_capture = True
    options.max_mem = memory
    options.log_errors = False  # it writes to the error output, patterns included
    return re2.compile(pattern, options)
