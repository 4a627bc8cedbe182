"""Tables: what their columns hold, whatever the layout of the sheet they stand on.

Rows come in batches of any size. The first rows are kept until they show how the sheet is laid out; from then on each batch is
counted column by column, and what no column explains is handed back to be looked at as running text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.detect.content.bands import FIRST_ROWS, Band, Summary
from app.detect.content.layout import COLUMNS, Row, bands
from app.detect.content.regions import Rest


class Table:
    """One table or sheet. Filled with `rows`; every answer holds for the rows so far. `title`: the line above it."""

    def __init__(self, title: str = "") -> None:
        self._title = title
        self._first: list[Row] = []
        self._bands: list[Band] = []
        self._slices: list[slice] = []
        self._stashed = Rest()
        self._row_count = self._column_count = 0
        self._summaries: list[Summary] | None = None

    def rows(self, rows: Sequence[Row]) -> Rest:
        """What is left to be looked at as text, of these rows or of earlier ones."""
        self._summaries = None
        self._row_count += sum(map(any, rows))
        self._column_count = max(self._column_count, max(map(len, rows), default=0))
        if self._bands:
            return self._unstashed(self._take(rows))
        self._first += rows
        return self._unstashed(self._lay_out()) if len(self._first) >= FIRST_ROWS else Rest()

    def settle(self) -> Rest:
        """Decide on the rows so far, however few. Gives what is left of them to be looked at as text."""
        if self._first:
            self._summaries = None
        return self._unstashed(self._lay_out())

    @property
    def is_laid_out(self) -> bool:
        """Whether there were rows enough, or somebody asked: no row is kept any more."""
        return bool(self._bands)

    def kinds(self) -> Mapping[str, set[int]]:
        """Distinct values (hashes) by kind, whoever they belong to; what is told of persons, in rows about persons only."""
        found: dict[str, list[set[int]]] = {}
        for region in self._settled():
            for kind, values in region.kinds.items():
                found.setdefault(kind, []).append(values)
        return {kind: sets[0] if len(sets) == 1 else set().union(*sets) for kind, sets in found.items()}

    def unclaimed(self) -> Mapping[str, set[int]]:
        """Values (hashes) of pay in rows that do not say whose it is: the lines of a payslip, a year in months."""
        found: dict[str, set[int]] = {}
        for region in self._settled():
            for kind, values in region.unclaimed.items():
                found[kind] = found.get(kind, set()) | values
        return found

    def persons(self) -> int:
        """Of how many persons the rows tell something that is no business of others; of several regions the most."""
        return max((region.persons for region in self._settled()), default=0)

    @property
    def row_count(self) -> int:
        """Rows with something in them, headers and titles among them."""
        return self._row_count

    @property
    def column_count(self) -> int:
        return min(self._column_count, COLUMNS)

    @property
    def has_header(self) -> bool:
        """Whether something of it is understood: the name of a column, the label of a field."""
        return any(region.has_header for region in self._settled())

    @property
    def is_about_persons(self) -> bool:
        """Whether rows are about one person each and tell more than a business card does."""
        return any(region.is_about_persons for region in self._settled())

    @property
    def is_aggregate(self) -> bool:
        """Rows are groups, with counts, sums and averages, and no row is a person."""
        regions = self._settled()
        return any(region.is_aggregate for region in regions) and not any(region.has_person_rows for region in regions)

    @property
    def is_empty_form(self) -> bool:
        """Fields of persons are named and nothing is filled in, anywhere."""
        regions = self._settled()
        return any(region.is_empty_form for region in regions) and not any(region.kinds for region in regions)

    @property
    def is_mapping(self) -> bool:
        """A field mapping or data dictionary: its cells are names of fields and types, no values."""
        self._stash()
        return any(band.is_mapping for band in self._bands)

    @property
    def is_contact_list(self) -> bool:
        """Business contacts and nothing private of any person."""
        about = [region for region in self._settled() if region.kinds]
        return any(region.is_contact_list for region in about) and all(
            region.is_contact_list or not region.has_person_rows for region in about
        )

    @property
    def is_pseudonymised(self) -> bool:
        """Rows of persons under keys without names, or the table that tells whose keys these are."""
        return any(region.is_pseudonymised for region in self._settled())

    def _settled(self) -> list[Summary]:
        """Asked several times a document, and each time all columns are added up: kept until there are more rows."""
        if self._summaries is None:
            self._stash()
            self._summaries = [summary for band in self._bands for summary in band.summaries()]
        return self._summaries

    def _stash(self) -> None:
        if self._first:
            self._stashed.add(self._lay_out())

    def _unstashed(self, rest: Rest) -> Rest:
        stashed, self._stashed = self._stashed, Rest()
        stashed.add(rest)
        return stashed

    def _lay_out(self) -> Rest:
        rows, self._first = self._first, []
        if not rows:
            return Rest()
        if not self._bands:
            self._slices = bands(rows)
            self._bands = [Band(self._title) for _ in self._slices]
        return self._take(rows)

    def _take(self, rows: Sequence[Row]) -> Rest:
        if len(self._bands) == 1:
            return self._bands[0].take(rows)
        rest = Rest()
        for band, columns in zip(self._bands, self._slices, strict=True):
            rest.add(band.take([row[columns] for row in rows]))
        return rest
