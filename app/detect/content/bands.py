"""Columns that belong together, row after row: where headers stand among them, and which regions they make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from app.detect.content import people
from app.detect.content.fields import IDENTITY, NAME_PARTS, Field
from app.detect.content.headers import read_header
from app.detect.content.labelled import LabelledRegion
from app.detect.content.labels import is_dictionary, is_list_of_types, labels_of, pair_of
from app.detect.content.layout import (
    COLUMNS,
    Row,
    fields_of,
    headers_of,
    is_header,
    is_near_blank,
    is_second_header,
    is_units,
    may_begin_anew,
    under_title,
)
from app.detect.content.regions import Region, Rest

FIRST_ROWS = 400  # kept until the layout is known
HEADER_ROWS = 25  # the first header stands among these
AFTER_GAP = 4  # rows after a gap or a title in which another header may stand
PREAMBLE_ROWS = 15  # above a header: titles, remarks
REGIONS = 200  # what is told apart; the rest is counted with the last
SMALL_ROWS = 60  # of a table that stands in the text about the person it is of
_HEADER_LED = 3  # fields in one row
_TITLE_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Summary:
    """What is kept of a region whose rows are all read."""

    kinds: Mapping[str, set[int]]
    persons: int
    has_header: bool
    has_person_rows: bool
    is_about_persons: bool
    is_aggregate: bool
    is_empty_form: bool
    is_contact_list: bool
    is_pseudonymised: bool
    unclaimed: Mapping[str, set[int]]


class Band:
    """Columns that belong together; below each other in them stand one region or more."""

    def __init__(self, title: str) -> None:
        self.is_mapping = False
        self._finished: list[Summary] = []
        self._region: Region | None = None
        self._labelled: LabelledRegion | None = None
        self._are_pairs = False
        self._header: list[Row] = []
        self._look = HEADER_ROWS  # rows left in which each is looked at
        self._after_gap = False
        self._is_first = True
        self._left = COLUMNS  # where the first of its columns stands
        self._title = title  # the last line that stood alone

    def summaries(self) -> list[Summary]:
        growing = (self._region, self._labelled.region if self._labelled is not None else None)
        return self._finished + [_summary_of(region) for region in growing if region is not None]

    def take(self, rows: Sequence[Row]) -> Rest:
        if self._is_first:
            self._is_first = False
            return self._take_first(rows)
        if self.is_mapping:
            return Rest(_texts(rows))
        return self._take_labelled(rows) if self._labelled is not None else self._take_rows(rows)

    def _take_first(self, rows: Sequence[Row]) -> Rest:
        labels = labels_of(rows)
        if is_list_of_types(rows) or (labels is not None and is_dictionary(rows, labels)):
            self.is_mapping = True
            return Rest(_texts(_without_examples(rows)))
        rest = Rest()
        for block in _blocks(rows, among_labels=labels is not None):
            found = labels if len(block) == len(rows) else labels_of(block)
            if found is None and labels is not None and not _is_header_led(block):
                found = labels
            if found is None:
                self._labelled = self._end_labelled()
                rest.add(self._take_rows(block))
            else:
                self._region = self._end_region()
                self._labelled = self._labelled or LabelledRegion(found.columns)
                self._are_pairs = found.are_pairs
                rest.add(self._take_labelled(block))
        return rest

    def _take_labelled(self, rows: Sequence[Row]) -> Rest:
        assert self._labelled is not None
        others: list[Row] = []
        if self._are_pairs:
            others = [row for row in rows if pair_of(row) is None]
            rows = [pair for row in rows if (pair := pair_of(row)) is not None]
        rest = self._labelled.take_rows(rows)
        rest.unexplained += _lines(others)
        if len(rows) <= SMALL_ROWS and self._labelled.region.meaning().is_unclaimed:
            return Rest(_lines(rows), rest.spoken)
        return rest

    def _take_rows(self, rows: Sequence[Row]) -> Rest:
        rest = Rest()
        start = index = 0
        has_narrow = False  # rows with one cell or none
        while index < len(rows):
            row = rows[index]
            if is_near_blank(row):
                has_narrow = True
                self._title = "".join(row) or self._title
                self._look = max(self._look, AFTER_GAP)
                self._after_gap = True
            header = 0
            if self._look > 0 or may_begin_anew(row):
                self._look -= 1
                header = self._header_at(rows, index)
            if header:
                rest.add(self._take_data(rows[start:index], has_narrow=has_narrow, before_header=True))
                headings = _texts(rows[index : index + header])
                rest.headings += headings
                rest.unexplained += filter(_is_told, headings)
                self._begin(rows[index : index + header])
                index += header
                start, has_narrow = index, False
                continue
            index += 1
        rest.add(self._take_data(rows[start:], has_narrow=has_narrow, before_header=False))
        return rest

    def _header_at(self, rows: Sequence[Row], index: int) -> int:
        """How many rows from `index` on are a header; 0 for none."""
        row = rows[index]
        if self._header and row == self._header[0]:
            return len(self._header)
        under = bool(self._header)
        if not is_header(row, rows[index + 1 : index + 8], under_header=under, after_gap=self._after_gap):
            return 0
        count = 1
        if index + 1 < len(rows) and is_second_header(row, rows[index + 1]):
            count = 2
        if index + count < len(rows) and is_units(rows[index + count]):
            count += 1
        return count

    def _begin(self, header: Sequence[Row]) -> None:
        self._look, self._after_gap = 0, False
        if [*header] == self._header and self._region is not None:
            return  # the same header again: another page
        named = [header[0], *(row for row in header[1:] if not is_units(row))]
        self._left = min(map(_first_filled, named))
        if self._region is None or len(self._finished) < REGIONS:
            self._region = self._end_region()
            self._region = Region(under_title(headers_of(named), named[-1], self._title))
        self._header = [*header]

    def _take_data(self, rows: Sequence[Row], *, has_narrow: bool, before_header: bool) -> Rest:
        if has_narrow:
            rows = [row for row in rows if any(row)]
        if not rows:
            return Rest()
        if self._region is None:
            if before_header and len(rows) <= PREAMBLE_ROWS:
                return Rest(_lines(rows))
            self._region = Region([])
        titles: list[Row] = []
        data = rows
        if has_narrow and max(self._region.columns, max(map(len, rows))) > _TITLE_COLUMNS:
            self._left = min(self._left, *map(_first_filled, rows))
            titles = [row for row in rows if _is_title(row, self._left)]
            data = [row for row in rows if not _is_title(row, self._left)]
        self._region.explain(_texts(titles))
        rest = self._region.take_rows(data) if data else Rest()
        rest.unexplained += _texts(titles)
        if len(data) <= SMALL_ROWS and self._region.meaning().is_unclaimed:
            return Rest(_lines(rows), rest.spoken)
        if not self._region.has_header and len(data) <= FIRST_ROWS:
            return Rest(self._region.unexplained_lines(rows), rest.spoken)
        return rest

    def _end_region(self) -> Region | None:
        if self._region is not None:
            self._finished.append(_summary_of(self._region))
        return None

    def _end_labelled(self) -> LabelledRegion | None:
        if self._labelled is not None:
            self._finished.append(_summary_of(self._labelled.region))
        return None


# A label with its value in a row that looks like a header: `BSN 123456782`, `Geb.datum 21-05-1966`.
_FILLED_LABEL: Final = re.compile(r"[A-Za-z].*(?:\d{5}|\d[-/.][01]?\d[-/.](?:19|20)\d\d)")


def _is_told(heading: str) -> bool:
    """Whether a heading is a value itself: persons over columns of what they do, fields of a form above the table."""
    return people.is_sure(heading) or _FILLED_LABEL.search(heading) is not None


def _summary_of(region: Region) -> Summary:
    meaning = region.meaning()
    return Summary(
        kinds=meaning.kinds(),
        persons=meaning.persons(),
        has_header=meaning.has_header,
        has_person_rows=meaning.has_person_rows,
        is_about_persons=meaning.is_about_persons,
        is_aggregate=meaning.is_aggregate,
        is_empty_form=meaning.is_empty_form,
        is_contact_list=meaning.is_contact_list,
        is_pseudonymised=meaning.is_pseudonymised,
        unclaimed=meaning.unclaimed(),
    )


def _blocks(rows: Sequence[Row], *, among_labels: bool) -> Iterator[Sequence[Row]]:
    """The rows in runs that end with the blank rows below them; `among_labels`: or above a row that names columns."""
    start = 0
    for index in range(1, len(rows)):
        is_new = not any(rows[index - 1]) or (among_labels and _names_columns(rows, index))
        if any(rows[index]) and is_new:
            yield rows[start:index]
            start = index
    yield rows[start:]


def _is_header_led(rows: Sequence[Row]) -> bool:
    if any(len(set(fields_of(row).values())) >= _HEADER_LED for row in rows[:_HEADER_LED]):
        return True
    return _names_columns(rows, 0)


def _names_columns(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is the header of a list of persons among labels: the rows below it fill the same columns, the row above
    it fills others."""
    columns = _filled_columns(rows[index])
    below = rows[index + 1 : index + 3]
    if len(columns) < _HEADER_LED or not below or (index and _filled_columns(rows[index - 1]) == columns):
        return False
    if any(_filled_columns(row) != columns for row in below):
        return False
    fields = fields_of(rows[index])
    if (NAME_PARTS | IDENTITY).isdisjoint(fields.values()):
        return False
    return len(set(fields.values())) >= 2 and not any(len(fields_of(row)) >= len(fields) for row in below)


def _is_title(row: Row, left: int) -> bool:
    """A single cell at the left of a wider table: a title, a remark, the name of a group of rows."""
    return row.count("") >= len(row) - 1 and _first_filled(row) < left + _TITLE_COLUMNS


def _filled_columns(row: Row) -> list[int]:
    return [index for index, cell in enumerate(row) if cell]


def _first_filled(row: Row) -> int:
    return next((index for index, cell in enumerate(row) if cell), len(row))


def _texts(rows: Sequence[Row]) -> list[str]:
    return [cell for cell in chain.from_iterable(rows) if cell]


def _lines(rows: Sequence[Row]) -> list[str]:
    return list(map("\t".join, rows))


def _without_examples(rows: Sequence[Row]) -> Sequence[Row]:
    """A data dictionary's column of examples holds values that are nobody's."""
    examples: Final = {
        index
        for row in rows[:HEADER_ROWS]
        for index, cell in enumerate(row)
        if read_header(cell).field is Field.EXAMPLE
    }
    return [[cell for index, cell in enumerate(row) if index not in examples] for row in rows] if examples else rows
