"""A piece of running text, and what was found in it."""

from __future__ import annotations

import re
from typing import NamedTuple

import re2

SPAN_AT_MOST = 2_000  # no sentence and no line is looked at further than this


class Hit(NamedTuple):
    """A value in a piece. `value`: its canonical form, by which two mentions are one; it never leaves the scan.

    `sure` is False for what counts only beside more of its kind or in a document about persons. `role`: of a name, what
    the person does here.
    """

    kind: str
    start: int
    end: int
    value: bytes
    sure: bool = True
    role: str = ""


class Piece:
    """Folded text with the neighbourhood of a place in it. Positions are bytes. Columns are parted by tabs."""

    __slots__ = ("from_table", "text")

    def __init__(self, folded: bytes, *, from_table: bool = False) -> None:
        self.text = folded
        self.from_table = from_table

    def line(self, start: int, end: int) -> tuple[int, int]:
        """The line around a place, cut to SPAN_AT_MOST on each side."""
        low = max(0, start - SPAN_AT_MOST)
        first = self.text.rfind(b"\n", low, start) + 1
        last = self.text.find(b"\n", end, end + SPAN_AT_MOST)
        return first or low, last if last >= 0 else min(len(self.text), end + SPAN_AT_MOST)

    def before(self, start: int, reach: int) -> bytes:
        """What stands before a place on its line, `reach` bytes at most."""
        low = max(0, start - reach)
        return self.text[max(low, self.text.rfind(b"\n", low, start) + 1) : start]

    def after(self, end: int, reach: int) -> bytes:
        """What stands behind a place on its line, `reach` bytes at most."""
        high = self.text.find(b"\n", end, end + reach)
        return self.text[end : high if high >= 0 else end + reach]

    def around(self, start: int, end: int, reach: int) -> bytes:
        """The line around a place, `reach` bytes to either side."""
        return self.before(start, reach) + self.text[start:end] + self.after(end, reach)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence around a place, as far as line ends and full stops tell, cut to SENTENCE on each side."""
        low, high = max(0, start - SENTENCE), min(len(self.text), end + SENTENCE)
        first = self.text.rfind(b"\n", low, start) + 1 or low
        last = self.text.find(b"\n", end, high)
        last = last if last >= 0 else high
        for match in _STOP.finditer(self.text, first, start):
            first = match.end()
        stop = _STOP.search(self.text, end, last)
        return first, stop.start() + 1 if stop is not None else last

    def is_part_of_more(self, start: int, end: int) -> bool:
        """Whether digits at a place belong to a longer number or word: a fraction, a reference with dashes, a path."""
        text = self.text
        if start >= 1 and (text[start - 1 : start].isalnum() or text[start - 1] in _GLUE):
            return True
        if start >= 2 and text[start - 1] in _JOINS and text[start - 2 : start - 1].isdigit():
            return True
        if text[end : end + 1].isalnum() or text[end : end + 1] == b"_":
            return True
        return end + 1 < len(text) and text[end] in _JOINS and text[end + 1 : end + 2].isdigit()


def values_right(piece: Piece, label_end: int, value: re2._Regexp, reach: int) -> list[tuple[int, int]]:
    """The values within `reach` bytes behind a label, on its line."""
    end = piece.text.find(b"\n", label_end, label_end + reach)
    end = end if end >= 0 else min(len(piece.text), label_end + reach)
    return [match.span() for match in value.finditer(piece.text, label_end, end)]


def values_under(piece: Piece, label: tuple[int, int], value: re2._Regexp, *, lines: int = 1) -> list[tuple[int, int]]:
    """The values under a label, on the next line with something on it, or further down (up to `lines` of them), and on
    every line that follows directly, as in a column: of each line the one nearest to the label's place."""
    text = piece.text
    first, line_end = piece.line(*label)
    column = label[0] - first
    found: list[tuple[int, int]] = []
    start = line_end + 1
    for _ in range(COLUMN_LINES):
        if start >= len(text):
            break
        end = text.find(b"\n", start, start + SPAN_AT_MOST)
        end = end if end >= 0 else min(len(text), start + SPAN_AT_MOST)
        spans = [match.span() for match in value.finditer(text, start, end)]
        if spans:
            found.append(min(spans, key=lambda span: abs(span[0] - start - column)))
        elif found or (text[start:end].strip(_RULES) and (lines := lines - 1) <= 0):
            break
        start = end + 1
    return found


COLUMN_LINES = 200
SENTENCE = 300
# The stop of an abbreviation or an initial ends no sentence.
_STOP = re.compile(rb"(?<![ .(][A-Za-z])(?<!\bmw)(?<!\bdr)(?<!\bmr)(?<!\bir)(?<!dhr)(?<!drs)(?<!ing)(?<!evr)(?<!rof)(?<!geb)(?<!nr)[.!?] (?=[A-Z\"'])")
_RULES = b" \t\r-=_|+.:"
_JOINS = b".,-/+:"
_GLUE = b"_+#@"
