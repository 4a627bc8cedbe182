"""Where persons are named or numbered in a piece: what is told beside them is told of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from app.detect.content.text.piece import Hit

MENTION: Final = "mention"  # no kind: somebody or something that does what persons do, under a name of no list
IDENTIFYING: Final = frozenset({"name", "bsn", "date_of_birth", "employee_number", MENTION})


class Anchors:
    """The places of identifying hits, in order."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        self.hits = sorted((hit for hit in hits if hit.kind in IDENTIFYING), key=lambda hit: (hit.start, hit.end))
        self._starts = [hit.start for hit in self.hits]

    def within(self, start: int, end: int) -> bool:
        """Whether somebody is named or numbered between two places."""
        index = bisect_left(self._starts, start)
        return index < len(self._starts) and self._starts[index] < end

    def identify(self, start: int, end: int) -> bool:
        """Whether somebody's number and birth date stand between two places: whoever it is, is no example of a rule."""
        index = bisect_left(self._starts, start)
        kinds = set()
        for hit in self.hits[index : index + 8]:
            if hit.start < end:
                kinds.add(hit.kind)
        return {"bsn", "date_of_birth"} <= kinds

    def last_before(self, place: int, reach: int) -> list[Hit]:
        """The hits in the `reach` bytes before a place, the nearest first; eight at most."""
        index = bisect_left(self._starts, place)
        return [hit for hit in reversed(self.hits[max(0, index - 8) : index]) if hit.start >= place - reach]

    def first_after(self, place: int, reach: int) -> list[Hit]:
        index = bisect_left(self._starts, place)
        return [hit for hit in self.hits[index : index + 4] if hit.start < place + reach]
