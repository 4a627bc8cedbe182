"""Labels beside their values: forms, tables with a person in each column, long lists of pairs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from app.detect.content.fields import NAME_PARTS, Mark
from app.detect.content.headers import read_header
from app.detect.content.layout import Row
from app.detect.content.regions import Region, Rest

LABELS_AT_MOST = 300
_INSIDE: Final = re.compile(r"([^:\d]{2,40}):\s+(\S.*)")
_NUMBERED: Final = re.compile(
    r"(?P<number>\d{3,10})[ ,:/-]+(?P<name>[^\d]{3,60})|(?P<named>[^\d]{3,60}?)[ ,:/-]+\(?(?P<behind>\d{3,10})\)?"
)


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
                inside = _inside(label)
                if not inside:
                    inside = [(label, cell) for cell in row[start + 1 : end]]
                else:
                    rest.unexplained += filter(None, row[start + 1 : end])
                for name, value in inside:
                    index = self._index_of(name) if name else None
                    if index is None:
                        rest.unexplained += filter(None, (label, value))
                        continue
                    while index >= len(columns):
                        columns.append([])
                    columns[index].append(value)
        longest = max(map(len, columns), default=0)
        rest.add(self.region.take_columns(list(zip(*zip_longest(*columns, fillvalue=""), strict=True)), longest))
        return rest

    def _index_of(self, label: str) -> int | None:
        index = self._indexes.get(label)
        if index is None and len(self._indexes) < LABELS_AT_MOST:
            index = self._indexes[label] = self.region.add_column(read_header(label))
        return index


def _inside(cell: str) -> list[tuple[str, str]]:
    """The label and the value of a cell that holds both, `Medewerker: 10234 J. Jansen`: of a person his number and his name."""
    match = _INSIDE.fullmatch(cell)
    header = read_header(match[1]) if match is not None else None
    if match is None or header is None or header.field is None or Mark.UNKNOWN in header.marks:
        return []
    person = _NUMBERED.fullmatch(match[2]) if header.field in NAME_PARTS else None
    if person is None:
        return [(match[1], match[2])]
    number = person["number"] or person["behind"]
    name = person["name"] or person["named"]
    return [(f"{match[1]} nummer", number), (match[1], name)]
