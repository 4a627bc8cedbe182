"""What a file says: each value notes itself where it is written, so that the label cannot differ from the content."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from . import numbers

SPECIAL = frozenset({"health", "criminal", "union", "religion", "ethnicity", "orientation"})
KEPT = 3


@dataclass(slots=True)
class Content:
    """`values`: per kind the first few values, each with the other ways in which a format may store it."""

    values: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

    def put(self, kind: str, text: str, *stored: str) -> str:
        """`text` itself, noted under `kind`."""
        known = self.values.setdefault(kind, [])
        if len(known) < KEPT:
            known.append((text, *stored))
        return text

    def put_number(self, kind: str, value: float) -> float:
        self.put(
            kind,
            str(value),
            f"{value:g}",
            numbers.euro(value),
            f"{value:.16g}",
            f"{value:.2f}",
            f"{value:.2f}".replace(".", ","),
        )
        return value

    def put_day(self, kind: str, day: date) -> date:
        """A date cell: a sheet stores its serial number, other formats one of the notations."""
        serial = str((day - date(1899, 12, 30)).days)
        self.put(kind, day.isoformat(), serial, *(numbers.write_date(day, n) for n in numbers.DATE_NOTATIONS))
        return day

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(sorted(self.values))

    @property
    def special(self) -> bool:
        return bool(SPECIAL & self.values.keys())
