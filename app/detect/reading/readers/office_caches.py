"""What charts and pivot tables keep of the cells that they were made from, also when those are not in the document."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import zip_longest

from app.detect.content.tables import Table
from app.detect.judging.evidence import Evidence
from app.detect.reading.readers.cell_formats import plain_number
from app.detect.reading.readers.lines import ROWS
from app.detect.reading.readers.office_text import OfficeText
from app.detect.reading.readers.parsing import Attributes, Ends, Starts

_MIDNIGHT = "T00:00:00"
_VALUES = ("s", "n", "d", "b", "e", "m")  # string, number, date, boolean, error, missing


class Chart(OfficeText):
    """A chart: its titles, and its series as a table: a category a row, a series a column."""

    def __init__(self, evidence: Evidence) -> None:
        self._series: list[dict[str, dict[str, str]]] = []
        self._role: str | None = None
        self._point = "0"
        self._value: list[str] | None = None
        super().__init__(evidence)
        roles = {
            "tx": "name",
            "cat": "category",
            "xVal": "category",
            "val": "value",
            "yVal": "value",
            "bubbleSize": "size",
        }
        self.starts = dict(self.starts) | {
            "ser": lambda _: self._series.append({}),
            "pt": self._start_point,
            "v": lambda _: self._start_value(),
            **{name: partial(self._start_role, role) for name, role in roles.items()},
        }
        self.ends = dict(self.ends) | {"pt": self.end_line, "v": self._end_value} | dict.fromkeys(roles, self._end_role)

    def data(self, text: str) -> None:
        if self._value is not None:
            self._value.append(text)
        else:
            super().data(text)

    def close(self) -> None:
        super().close()
        if any(self._series):
            evidence = self._evidence
            evidence.rows(evidence.open_table(), self._rows())

    def _rows(self) -> list[list[str]]:
        series = [one for one in self._series if one]
        points = {
            point: None for one in series for role in ("category", "value", "size") for point in one.get(role, ())
        }
        rows = [["", *(" ".join(one.get("name", {}).values()) for one in series)]]
        for point in points:
            category = next((found for one in series if (found := one.get("category", {}).get(point))), "")
            rows.append([category, *(one.get("value", one.get("size", {})).get(point, "") for one in series)])
        return rows

    def _start_role(self, role: str, _attributes: Attributes) -> None:
        if self._series:
            self._role, self._point = role, "0"

    def _end_role(self) -> None:
        self._role = None

    def _start_point(self, attributes: Attributes) -> None:
        self._point = attributes.get("idx", "0")

    def _start_value(self) -> None:
        self._value = []

    def _end_value(self) -> None:
        text, self._value = "".join(self._value or ()).strip(), None
        if self._role is None:
            self._add(text)
            self.end_line()
            return
        points = self._series[-1].setdefault(self._role, {})
        known = points.get(self._point)
        points[self._point] = text if known is None else f"{known} {text}"[:1_000]  # categories of several levels


class PivotFields:
    """The definition of a pivot cache: the names of its fields, and for each the values that records refer to."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self.names: list[str] = []
        self.items: list[list[str]] = []
        self._shared: list[str] | None = None
        self.starts: Starts = {
            "cacheField": self._start_field,
            "sharedItems": lambda _: self._start_items(),
            "worksheetSource": self._source,
            "pageItem": self._source,
            **dict.fromkeys(_VALUES, self._value),
        }
        self.ends: Ends = {"sharedItems": self._end_items}

    def data(self, text: str) -> None:
        return

    def close(self) -> None:
        return

    def tell_items(self) -> None:
        """The values by field, for what no record shows any more."""
        if any(self.items):
            rows = list(map(list, zip_longest(*self.items, fillvalue="")))
            self._evidence.rows(self._evidence.open_table(), [self.names, *rows])

    def _start_field(self, attributes: Attributes) -> None:
        self.names.append(attributes.get("name", ""))
        self.items.append([])

    def _start_items(self) -> None:
        self._shared = self.items[-1] if self.items else None

    def _end_items(self) -> None:
        self._shared = None

    def _value(self, attributes: Attributes) -> None:
        value = value_of(attributes)
        if self._shared is not None:
            self._shared.append(value)
        elif value:  # the name of a group, a computed item
            self._evidence.text(value)

    def _source(self, attributes: Attributes) -> None:
        self._evidence.text(" ".join(value for key, value in attributes.items() if key in ("name", "sheet")))


class PivotRecords:
    """The records of a pivot cache as rows under the names of their fields."""

    def __init__(self, evidence: Evidence, names: Sequence[str], items: Sequence[Sequence[str]]) -> None:
        self._evidence, self._items = evidence, items
        self._table: Table = evidence.open_table()
        self._rows: list[list[str]] = [list(names)] if names else []
        self._row: list[str] = []
        self.starts: Starts = {
            "x": self._reference,
            **dict.fromkeys(_VALUES, self._value),
        }
        self.ends: Ends = {"r": self._end_record}

    def data(self, text: str) -> None:
        return

    def close(self) -> None:
        if self._rows:
            self._evidence.rows(self._table, self._rows)
            self._rows = []

    def _value(self, attributes: Attributes) -> None:
        self._row.append(value_of(attributes))

    def _reference(self, attributes: Attributes) -> None:
        """Raises IndexError, ValueError: a value that is not there."""
        self._row.append(self._items[len(self._row)][int(attributes["v"])])

    def _end_record(self) -> None:
        self._rows.append(self._row)
        self._row = []
        if len(self._rows) >= ROWS:
            self.close()


def value_of(attributes: Attributes) -> str:
    value = attributes.get("v", "")
    if value.endswith(_MIDNIGHT):
        return value[: -len(_MIDNIGHT)]
    if "E" in value:
        try:
            return plain_number(value)
        except ValueError:  # a word
            return value
    return value
