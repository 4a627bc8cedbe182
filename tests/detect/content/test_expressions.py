"""Expressions tell the places that google-re2 tells."""

from __future__ import annotations

import re2
from hypothesis import given
from hypothesis import strategies as st

from app.detect.content.expressions import any_of, compiled, one_of

WORDS = compiled(r"\b[a-c]{2,3}\b")
PLAIN = re2.compile(rb"\b[a-c]{2,3}\b")


@given(st.text("abc d", max_size=40), st.integers(0, 10))
def test_places_are_those_of_the_library(text: str, start: int) -> None:
    data = text.encode()
    start = min(start, len(data))
    assert list(WORDS.spans(data, start)) == [match.span() for match in PLAIN.finditer(data, start)]
    found = PLAIN.search(data, start)
    assert WORDS.search(data, start) == (found.span() if found is not None else None)
    here = PLAIN.match(data, start)
    assert WORDS.match(data, start) == (here.span() if here is not None else None)


def test_what_stands_around_the_searched_part_counts() -> None:
    assert WORDS.search(b"xabc", 1) is None
    assert WORDS.search(b"abcx", 0, 3) is None


def test_an_empty_match_moves_on() -> None:
    assert list(compiled("x*").spans(b"axb")) == [(0, 0), (1, 2), (2, 2), (3, 3)]


def test_any_of_finds_each_in_its_own_case() -> None:
    either = any_of(compiled("abc", any_case=True), compiled("Def"))
    assert [b"xABCxDefxdef"[start:end] for start, end in either.spans(b"xABCxDefxdef")] == [b"ABC", b"Def"]


def test_signs_in_words_are_signs_and_the_longest_wins() -> None:
    assert compiled(one_of(["a.b", "a.bc"])).search(b"axb a.bc") == (4, 8)
