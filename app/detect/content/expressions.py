"""Expressions of running text. RE2: time linear in the text, whatever the text. They look at folded bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

import re2

MEMORY_BYTES = 48 << 20  # a list of thousands of names: with the default of 8 MB the search falls back to a slow one

Span: TypeAlias = "tuple[int, int]"

_NOWHERE: Final = (-1, -1)
_ANYWHERE: Final = re2._Anchor.UNANCHORED
_HERE: Final = re2._Anchor.ANCHOR_START


class Expression:
    """A compiled expression that tells places. What stands before and behind the part that is searched counts for `\\b`.

    It asks RE2 itself: the match objects of google-re2 take three times as long as the search of a line does.
    """

    __slots__ = ("_match", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._match: Callable[..., Sequence[Span]]

    def __getattr__(self, name: str) -> Callable[..., Sequence[Span]]:
        """Compiles it when it is used first, for `_match` is not there before: a worker is up a tenth sooner when it need not
        compile all of them, and many documents need few. From then on this costs nothing."""
        if name != "_match":
            raise AttributeError(name)
        options = re2.Options()
        options.never_capture = True
        options.max_mem = MEMORY_BYTES
        options.log_errors = False  # its complaints would quote nothing, but nobody reads them
        self._match = re2.compile(self.pattern.encode("utf-8"), options)._regexp.Match
        return self._match

    def search(self, text: bytes, start: int = 0, end: int | None = None) -> Span | None:
        """The first place between `start` and `end` where it matches."""
        found: Span = self._match(_ANYWHERE, text, start, len(text) if end is None else end)[0]
        return None if found == _NOWHERE else found

    def count(self, text: bytes) -> int:
        """How many places there are, none of them in another."""
        return sum(1 for _ in self.spans(text))

    def match(self, text: bytes, start: int) -> Span | None:
        """What it matches from `start` on."""
        found: Span = self._match(_HERE, text, start, len(text))[0]
        return None if found == _NOWHERE else found

    def spans(self, text: bytes, start: int = 0, end: int | None = None) -> Iterator[Span]:
        """All places between `start` and `end`, none of them in another."""
        last = len(text) if end is None else end
        while start <= last:
            found: Span = self._match(_ANYWHERE, text, start, last)[0]
            if found == _NOWHERE:
                return
            yield found
            start = found[1] + (found[0] == found[1])


def compiled(pattern: str, *, any_case: bool = False) -> Expression:
    """`pattern` in the syntax of RE2. The expression has no groups: only what it matched as a whole is asked."""
    return Expression(f"(?i:{pattern})" if any_case else pattern)


def any_of(*expressions: Expression) -> Expression:
    """Finds a place where one of these begins, all in one pass over the text."""
    return Expression("|".join(f"(?:{expression.pattern})" for expression in expressions))


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of these texts, as they are written; the longest first, for the first that fits wins."""
    return "(?:" + "|".join(map(_literal, sorted(words, key=lambda word: (-len(word), word)))) + ")"


def _literal(word: str) -> str:
    if word.replace(" ", "").isalnum():  # thousands of names, at every start
        return word
    return "".join(sign if sign.isalnum() or sign == " " else "\\" + sign for sign in word)
