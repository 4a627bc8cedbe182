"""What the tables of a document are, whether they still grow or were taken over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.detect.content.tables import Table

_TELLING = ("is_about_persons", "is_aggregate", "is_empty_form", "is_mapping", "is_contact_list", "is_pseudonymised")


@dataclass(frozen=True, slots=True)
class Shape:
    """Of one table."""

    is_about_persons: bool = False
    is_aggregate: bool = False
    is_empty_form: bool = False
    is_mapping: bool = False
    is_contact_list: bool = False
    is_pseudonymised: bool = False

    @classmethod
    def of(cls, table: Table) -> Shape:
        return cls(**{name: bool(getattr(table, name, False)) for name in _TELLING})


class Shapes:
    """Remembers of a finished table its shape only."""

    def __init__(self) -> None:
        self._finished: list[Shape] = []
        self._open: list[Table] = []

    def add(self, table: Table) -> None:
        self._finished.append(Shape.of(table))

    def open(self, table: Table) -> None:
        self._open.append(table)

    def close(self, table: Table) -> None:
        self._open.remove(table)
        self.add(table)

    def all(self) -> Iterator[Shape]:
        yield from self._finished
        yield from map(Shape.of, self._open)
