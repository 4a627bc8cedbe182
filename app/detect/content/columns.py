"""One column of a table: its header and all its cells decide together what it holds; its distinct values are counted.

Cells of the first rows make a sample; once that is full the reading stands, and further cells are only counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.detect.content import people
from app.detect.content.fields import Field, Header
from app.detect.content.forms import FORMS
from app.detect.content.readings import Reading, read_column
from app.detect.content.shapes import Sample
from app.detect.content.values import plain, says_nothing

SAMPLE = 300  # distinct cells that say something
SAMPLE_ROWS = 4_000  # filled cells: after them the sample of a column with few distinct cells is full, too
DISTINCT_AT_MOST = 100_000  # of a column: a count of this size says enough, and it is 10 MB
SEEN_AT_MOST = 20_000  # cells that are skipped when they come again: all dates of birth of a large firm
KEPT_OF_TABLE = 1_000_000  # hashes of all columns together
SEEN_OF_TABLE = 300_000
CELL_CHARS = 2_000  # of a longer cell only the text counts

_NUMERIC: Final = b"0123456789.,:/%-+ \n"
_WORDED: Final = re.compile(r"[^\W\d_]{2}")
_PHONELIKE: Final = re.compile(rb"(?m)^\(?(?:0[1-9]|\+|00[1-9])[\d ()/.-]{8,}$")


@dataclass(frozen=True, slots=True)
class Taken:
    """Of a batch: the distinct cells that were not seen lately, and those among them that the reading does not explain, which
    are to be looked at as text."""

    fresh: Sequence[str]
    unexplained: Sequence[str]


_NOTHING_NEW: Final = Taken((), ())
_NONE: Final[Mapping[str, None]] = {}


class Column:
    """What one column held below its header: hashes of its distinct values, never a value but for the sample."""

    __slots__ = (
        "_looked_at",
        "_most",
        "_most_seen",
        "_sample",
        "_seen",
        "filled",
        "header",
        "reading",
        "sure",
        "values",
    )

    def __init__(self, header: Header, columns: int = 1) -> None:
        """`columns`: how many share the memory."""
        self.header = header
        self._most = min(DISTINCT_AT_MOST, KEPT_OF_TABLE // columns)
        self._most_seen = min(SEEN_AT_MOST, SEEN_OF_TABLE // columns)
        self.reading = Reading(header.field)
        self.filled = 0
        self.values: set[int] = set()
        self.sure: set[int] = set()  # of a column called "naam" the names that are persons' beyond doubt
        self._sample: dict[str, None] | None = {}
        self._looked_at = 0
        self._seen: set[str] = set()

    @property
    def field(self) -> Field | None:
        return self.reading.field

    @property
    def distinct(self) -> int:
        """Distinct cells, as far as they were kept."""
        return max(len(self.values), len(self._seen))

    def has_seen(self, cell: str) -> bool:
        """Whether the cell was among the first that were told apart."""
        return cell in self._seen

    def take(self, cells: Sequence[str]) -> Taken:
        """Count a batch."""
        self.filled += len(cells) - cells.count("")
        if self._is_full and not self._has_odd("\n".join(cells).encode("utf-8", "replace")):
            return _NOTHING_NEW
        distinct = dict.fromkeys(cells) if self._sample is not None else set(cells).difference(self._seen)
        kept = [cell for cell in distinct if cell and cell not in self._seen]
        if not kept:
            return _NOTHING_NEW
        counted = self._look(kept) if self._sample is not None else _NONE
        self._count([cell for cell in kept if cell not in counted] if counted else kept)
        if len(self._seen) < self._most_seen:
            self._seen.update(kept[: self._most_seen - len(self._seen)])
        return Taken(kept, self._unexplained(kept))

    @property
    def _is_full(self) -> bool:
        """Enough values are counted: the rest is only looked at for signs that no value has."""
        return self._sample is None and len(self.values) >= self._most and self._odd is not None

    @property
    def _odd(self) -> bytes | None:
        form = FORMS.get(self.reading.field) if self.reading.field is not None else None
        return form.odd if form is not None else None

    def _has_odd(self, joined: bytes) -> bool:
        return self._odd is None or len(joined.translate(None, self._odd)) < len(joined)

    def settle(self) -> None:
        """Read the sample as it is: somebody asks."""
        if self._sample is not None and self._looked_at < len(self._sample):
            self._read()

    def _look(self, cells: Sequence[str]) -> Mapping[str, None]:
        """Gives the cells that were counted already, under a new reading."""
        sample = self._sample
        assert sample is not None
        for cell in cells:
            if len(sample) >= SAMPLE:
                break
            if len(cell) <= CELL_CHARS and not says_nothing(cell):
                sample[cell] = None
        is_full = len(sample) >= SAMPLE or self.filled >= SAMPLE_ROWS
        is_new = self._read() if is_full or 4 * len(sample) >= 5 * self._looked_at else False
        if is_full:
            self._sample = None
        return sample if is_new else _NONE

    def _read(self) -> bool:
        """Whether the sample is read as something else than before, and was counted as that."""
        assert self._sample is not None
        self._looked_at = len(self._sample)
        reading = read_column(self.header, Sample(list(self._sample)))
        if reading == self.reading:
            return False
        self.reading = reading
        self.values.clear()
        self.sure.clear()
        self._count(self._sample)
        return True

    def _count(self, cells: Iterable[str]) -> None:
        form = FORMS.get(self.reading.field) if self.reading.field is not None else None
        if form is None or len(self.values) >= self._most:
            return
        is_weak = self.reading.field is Field.WEAK_NAME
        for cell in cells:
            value = form.value(cell)
            if value is not None:
                self.values.add(hash(value))
                if is_weak and people.is_sure(cell):
                    self.sure.add(hash(value))

    def _unexplained(self, cells: list[str]) -> list[str]:
        """Cells with words; a number says nothing outside its column, unless it looks like one that is called."""
        joined = "\n".join(cells).encode("utf-8", "replace")
        if self._odd is None:
            is_phonelike = self.reading.field is None and _PHONELIKE.search(joined) is not None
            if joined.translate(None, _NUMERIC):
                return [cell for cell in cells if _WORDED.search(cell) or (is_phonelike and _is_phonelike(cell))]
            return cells if is_phonelike else []
        if not self._has_odd(joined):
            return []
        value = FORMS[self.reading.field].value if self.reading.field is not None else plain
        return [cell for cell in cells if value(cell) is None and _WORDED.search(cell) is not None]


def _is_phonelike(cell: str) -> bool:
    return _PHONELIKE.match(cell.encode("utf-8", "replace")) is not None
