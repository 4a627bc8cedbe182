"""Compiles the expressions of running text. RE2: time linear in the text, whatever the text. They look at folded bytes."""

from __future__ import annotations

from collections.abc import Iterable

import re2

MEMORY_BYTES = 32 << 20  # a list of thousands of names: with the default of 8 MB the search falls back to a slow one


def compiled(pattern: str, *, any_case: bool = False) -> re2._Regexp:
    """`pattern` in the syntax of RE2. The expression has no groups: only what it matched as a whole is asked."""
    options = re2.Options()
    options.case_sensitive = not any_case
    options.never_capture = True
    options.max_mem = MEMORY_BYTES
    options.log_errors = False  # its complaints would quote nothing, but nobody reads them
    return re2.compile(pattern.encode("utf-8"), options)


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of these texts, as they are written; the longest first, for the first that fits wins."""
    return "(?:" + "|".join(map(_literal, sorted(words, key=lambda word: (-len(word), word)))) + ")"


def _literal(word: str) -> str:
    return "".join(sign if sign.isalnum() or sign == " " else "\\" + sign for sign in word)
