"""A table that holds one dataclass: one column a field, named like it; and what every register can do with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import fields
from functools import cache
from typing import Any, Generic, TypeVar, get_type_hints

from app.domain.errors import NotFoundError
from app.domain.messages import Message, msg
from app.store.values import Cell, forms, pack_text, unpack_text

T = TypeVar("T")
LEAST_START = 6  # characters of an id that are enough (contract)
AFTER_ALL = "\U0010ffff"  # sorts after every character of an id


class Table(Generic[T]):
    """The mapping between `kind` (a dataclass with an `id`) and the rows of `name`."""

    def __init__(self, name: str, kind: type[T]) -> None:
        self.name = name
        self.kind = kind
        hints = get_type_hints(kind)
        self.columns = tuple(field.name for field in fields(kind))  # type: ignore[arg-type]  # T is always a dataclass
        by_column = [(column, *forms(hints[column])) for column in self.columns]
        self._packs = [(column, pack) for column, pack, _ in by_column]
        self._unpacks = [
            (position, unpack)
            for position, (_, _, unpack) in enumerate(by_column)
            if unpack is not None and unpack is not unpack_text
        ]
        self.selected = ", ".join(f'{name}."{column}"' for column in self.columns)
        listed = ", ".join(f'"{column}"' for column in self.columns)
        marks = ", ".join("?" for _ in self.columns)
        settings = ", ".join(f'"{column}" = ?' for column in self.columns)
        self.insert = f"INSERT INTO {name} ({listed}) VALUES ({marks})"
        self.update = f"UPDATE {name} SET {settings} WHERE id = ?"

    def pack(self, item: T) -> list[Cell]:
        cells: list[Cell] = []
        for column, pack in self._packs:
            value = getattr(item, column)
            cells.append(value if pack is None or value is None else pack(value))
        return cells

    def unpack(self, row: Iterable[Cell]) -> T:
        cells: list[Any] = list(row)
        if bytes in map(type, cells):  # rare: only names that are not UTF-8 lie as bytes
            cells = [unpack_text(cell) if isinstance(cell, bytes) else cell for cell in cells]
        for position, unpack in self._unpacks:
            if cells[position] is not None:
                cells[position] = unpack(cells[position])
        return self.kind(**dict(zip(self.columns, cells, strict=True)))


@cache
def table(name: str, kind: type[T]) -> Table[T]:
    return Table(name, kind)


class Register(Generic[T]):
    """Rows of one table inside one session. `subject` names the kind of thing in messages."""

    def __init__(self, connection: sqlite3.Connection, rows: Table[T], subject: Message) -> None:
        self._connection = connection
        self._rows = rows
        self._subject = subject

    def add(self, item: T) -> None:
        self._connection.execute(self._rows.insert, self._rows.pack(item))

    def update(self, item: T) -> None:
        """Write all fields of the item with this id. Raises NotFoundError when there is none."""
        cells = self._rows.pack(item)
        id_ = cells[self._rows.columns.index("id")]
        if self._connection.execute(self._rows.update, [*cells, id_]).rowcount != 1:
            raise self._not_found(str(id_))

    def get(self, id_: str) -> T:
        """The item with this complete id. Raises NotFoundError."""
        item = self.find(id_)
        if item is None:
            raise self._not_found(id_)
        return item

    def find(self, id_: str) -> T | None:
        """The item with this complete id, or None."""
        return next(iter(self._where("id = ?", id_)), None)

    def at(self, rows: Collection[int]) -> dict[int, T]:
        """The items in these rows of the table, by their row."""
        query = (
            f"SELECT rowid, {self._rows.selected} FROM {self._rows.name} WHERE rowid IN ({', '.join('?' * len(rows))})"
        )
        return {row: self._rows.unpack(cells) for row, *cells in self._connection.execute(query, tuple(rows))}

    def all(self) -> list[T]:
        """Everything, in the order in which it was added."""
        return self._where("TRUE")

    def _where(self, condition: str, *cells: Cell, order: str = "rowid") -> list[T]:
        query = f"SELECT {self._rows.selected} FROM {self._rows.name} WHERE {condition} ORDER BY {order}"
        unpack = self._rows.unpack
        return [unpack(row) for row in self._connection.execute(query, cells)]

    def _starting(self, start: str, column: str = "id") -> list[T]:
        wanted = start.strip().lower()
        found = self._where(f'"{column}" = ?', pack_text(wanted))
        if found or len(wanted) < LEAST_START:
            return found
        return self._where(f'"{column}" >= ? AND "{column}" < ?', pack_text(wanted), pack_text(wanted + AFTER_ALL))

    def _only(self, start: str, found: list[T]) -> T:
        if not found:
            raise self._not_found(start)
        if len(found) > 1:
            raise self._ambiguous(start)
        return found[0]

    def _not_found(self, start: str) -> NotFoundError:
        return NotFoundError(msg("store.not-found", kind=self._subject, start=start))

    def _ambiguous(self, start: str) -> NotFoundError:
        return NotFoundError(msg("store.ambiguous", kind=self._subject, start=start))


class Resolving(Register[T]):
    """A register whose items are told apart by the start of their ids."""

    def resolve(self, start: str) -> T:
        """The one item whose id begins with `start` (6 characters or more, or the whole id). Raises NotFoundError."""
        return self._only(start, self._starting(start))
