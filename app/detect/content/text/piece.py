"""A piece of running text, and what was found in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.detect.content.expressions import Expression, Span

MATCHES_AT_MOST = 5_000  # in one piece
BYTES_A_REGION = 2_500  # where there are more regions, one search of the whole piece is faster than one of each
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

    __slots__ = ("_regions", "from_table", "text")

    def __init__(self, folded: bytes, *, from_table: bool = False) -> None:
        self.text = folded
        self.from_table = from_table
        self._regions: Sequence[Span] = ((0, len(folded)),)

    def look_everywhere(self) -> None:
        self._regions = ((0, len(self.text)),)

    def look_where(self, trigger: Expression) -> bool:
        """From now on `matches` looks at the lines with the trigger only. False when there is none."""
        regions: list[Span] = []
        at = 0
        most = len(self.text) // BYTES_A_REGION + 1
        while (found := trigger.search(self.text, at)) is not None:
            low, high = self.line(*found)
            low = max(low - 1, 0)  # with the line end before it, which is part of some expressions
            if regions and regions[-1][1] + 1 >= low:
                regions[-1] = regions[-1][0], max(high, regions[-1][1])
            else:
                regions.append((low, high))
            most -= 1
            if not most:
                self.look_everywhere()
                return True
            at = found[1] + (found[0] == found[1])
        self._regions = regions
        return bool(regions)

    def has_where(self, trigger: Expression) -> bool:
        """Whether the trigger is on one of the lines that `matches` looks at now."""
        return any(trigger.search(self.text, low, high) is not None for low, high in self._regions)

    def matches(self, expression: Expression) -> Iterator[Span]:
        """The places where it matches; MATCHES_AT_MOST times, which no text that people read comes near."""
        left = MATCHES_AT_MOST
        for low, high in self._regions:
            for span in expression.spans(self.text, low, high):
                yield span
                left -= 1
                if not left:
                    return

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
        first = self.text.rfind(b"\n", low, start)
        while first >= 0 and self.is_wrapped(first):
            first = self.text.rfind(b"\n", low, first)
        first = first + 1 if first >= 0 else low
        last = self.text.find(b"\n", end, high)
        while last >= 0 and self.is_wrapped(last):
            last = self.text.find(b"\n", last + 1, high)
        last = last if last >= 0 else high
        stop = self.text.rfind(b". ", first, start)
        while stop >= 0 and self._is_abbreviation(stop):
            stop = self.text.rfind(b". ", first, stop)
        first = stop + 2 if stop >= 0 else first
        stop = self.text.find(b". ", end, last)
        while stop >= 0 and self._is_abbreviation(stop):
            stop = self.text.find(b". ", stop + 1, last)
        return first, stop + 1 if stop >= 0 else last

    def is_wrapped(self, line_end: int) -> bool:
        """Whether a sentence goes on behind the end of a line: no stop before it, a small letter or a digit after it."""
        after = self.text[line_end + 1 : line_end + 2]
        return (
            (after.islower() or after.isdigit())
            and line_end > 0
            and self.text[line_end - 1 : line_end] not in b".:;!?\n\r\t"
            and not self.from_table
        )

    def _is_abbreviation(self, stop: int) -> bool:
        """Whether a full stop ends no sentence: an initial's, or that of a title."""
        words = self.text[max(0, stop - 6) : stop].replace(b".", b" ").replace(b"(", b" ").split()
        return not words or len(words[-1]) <= 1 or words[-1].lower() in _ABBREVIATIONS

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


def values_right(piece: Piece, label_end: int, value: Expression, reach: int) -> list[Span]:
    """The values within `reach` bytes behind a label, on its line."""
    end = piece.text.find(b"\n", label_end, label_end + reach)
    end = end if end >= 0 else min(len(piece.text), label_end + reach)
    return list(value.spans(piece.text, label_end, end))


def values_under(piece: Piece, label: Span, value: Expression, *, lines: int = 1) -> list[Span]:
    """The values under a label, on the next line with something on it, or further down (up to `lines` of them), and on
    every line that follows directly, as in a column: of each line the one nearest to the label's place."""
    text = piece.text
    first, line_end = piece.line(*label)
    column = label[0] - first
    found: list[Span] = []
    start = line_end + 1
    for _ in range(COLUMN_LINES):
        if start >= len(text):
            break
        end = text.find(b"\n", start, start + SPAN_AT_MOST)
        end = end if end >= 0 else min(len(text), start + SPAN_AT_MOST)
        spans = list(value.spans(text, start, end))
        if spans:
            found.append(min(spans, key=lambda span: abs(span[0] - start - column)))
        elif found or (text[start:end].strip(_RULES) and (lines := lines - 1) <= 0):
            break
        start = end + 1
    return found


COLUMN_LINES = 200
SENTENCE = 300
_ABBREVIATIONS = frozenset(
    b"mw dr mr ir dhr drs ing mevr prof geb nr tel bijv ca incl excl max min resp fam ds st jr sr bv nv".split()
)
_RULES = b" \t\r-=_|+.:"
_JOINS = b".,-/+:"
_GLUE = b"_+#@"
