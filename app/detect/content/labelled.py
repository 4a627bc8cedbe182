"""Labels beside their values: forms, tables with a person in each column, long lists of pairs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from app.detect.content.headers import read_header
from app.detect.content.layout import Row
from app.detect.content.regions import Region, Rest

LABELS_AT_MOST = 300


class LabelledRegion:
    """Each label is the header of a column, whose cells are the values beside it in every row with that label.

    `labels`: the columns in which labels stand; their values stand in the columns up to the next one.
    """

    def __init__(self, labels: Sequence[int]) -> None:
        self._spans = list(zip(labels, [*labels[1:], None], strict=True))
        self._indexes: dict[str, int] = {}
        self.region = Region([], LABELS_AT_MOST)

    def take_rows(self, rows: Sequence[Row]) -> Rest:
        columns: list[list[str]] = [[] for _ in self._indexes]
        rest = Rest()
        for row in rows:
            for start, end in self._spans:
                label = row[start].strip() if start < len(row) else ""
                index = self._index_of(label) if label else None
                if index is None:
                    rest.unexplained += filter(None, row[start:end])
                    continue
                while index >= len(columns):
                    columns.append([])
                columns[index] += row[start + 1 : end]
        longest = max(map(len, columns), default=0)
        rest.add(self.region.take_columns(list(zip(*zip_longest(*columns, fillvalue=""), strict=True)), longest))
        return rest

    def _index_of(self, label: str) -> int | None:
        index = self._indexes.get(label)
        if index is None and len(self._indexes) < LABELS_AT_MOST:
            index = self._indexes[label] = self.region.add_column(read_header(label))
        return index
