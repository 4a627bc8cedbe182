"""Finds many phrases in a text at once, whole words, in time linear in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

import re2

from app.detect.content.folding import fold, words

Mark = TypeVar("Mark")

# RE2 falls back to a slow search when one pattern outgrows its memory: measured 5 s a megabyte with 5,000 phrases in one.
PHRASES_PER_PATTERN = 500
PATTERN_BYTES = 16 << 20
SHORT = 4  # up to here a name is an abbreviation that is also a word ("ING", "ing"): only as it is written
LEAST = 2


class Phrases(Generic[Mark]):
    """`marks`: what each phrase stands for; a phrase may stand for several things."""

    def __init__(self, marks: Iterable[tuple[str, Mark]]) -> None:
        self._marks: dict[bytes, list[Mark]] = {}
        exact: set[str] = set()
        loose: set[str] = set()
        for phrase, mark in marks:
            key = words(phrase)
            if len(key) < LEAST:
                continue
            known = self._marks.setdefault(key, [])
            if mark not in known:
                known.append(mark)
            (exact if len(key) <= SHORT else loose).add(phrase)
        self._patterns = [*_compiled(exact, case_sensitive=True), *_compiled(loose, case_sensitive=False)]

    def find(self, folded: bytes) -> set[Mark]:
        """The marks whose phrases occur in folded text."""
        found: set[Mark] = set()
        folded = folded.replace(b"_", b" ")  # to a pattern an underscore is a letter
        for pattern in self._patterns:
            for hit in set(pattern.findall(folded)):
                found.update(self._marks.get(words(hit.decode("utf-8", "replace")), ()))
        return found


def _compiled(phrases: Iterable[str], *, case_sensitive: bool) -> Iterator[re2._Regexp]:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))  # the longest wins where several fit
    options = re2.Options()
    options.case_sensitive = case_sensitive
    options.never_capture = True
    options.max_mem = PATTERN_BYTES
    for start in range(0, len(ordered), PHRASES_PER_PATTERN):
        group = ordered[start : start + PHRASES_PER_PATTERN]
        yield re2.compile(b"|".join(_pattern(phrase) for phrase in group), options)


def _pattern(phrase: str) -> bytes:
    parts = "".join(sign if sign.isalnum() else " " for sign in fold(phrase).decode("utf-8")).split()
    # \W is any sign but an ASCII letter or digit: the classes of all alphabets make these patterns a hundred times larger.
    body = rb"\W{1,3}".join(re2.escape(part).encode("utf-8") for part in parts)
    # \b knows ASCII letters only; next to another letter it would never match.
    before = rb"\b" if parts[0][0].isascii() else b""
    after = rb"\b" if parts[-1][-1].isascii() else b""
    return before + body + after
