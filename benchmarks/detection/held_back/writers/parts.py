"""What documents and sheets consist of, apart from any format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Cell = str | int | float | date | None
Row = Sequence[Cell]
State = Literal["visible", "hidden", "veryHidden"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A sensitivity label as Microsoft Purview writes it."""

    tenant: str
    identifier: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    author: str = ""
    changed_by: str = ""
    company: str = ""
    template: str = ""
    title: str = ""
    made: datetime = datetime(2025, 3, 3, 9, 15)  # noqa: DTZ001 - local time, as documents store it
    label: Label | None = None
    custom: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True, kw_only=True)
class Sheet:
    """`rows` from the top left; `comments` and `merged` by row and column from 0."""

    name: str = "Blad1"
    rows: list[Row]
    state: State = "visible"
    hidden_columns: tuple[int, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: tuple[tuple[int, int, int, int], ...] = ()  # first row, first column, last row, last column
    heads: tuple[int, ...] = ()  # rows in bold


@dataclass(slots=True, kw_only=True)
class Book:
    sheets: list[Sheet]
    properties: Properties = field(default_factory=Properties)
    dates: str = "dashes"  # the notation where a format has no dates of its own
    macros: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Para:
    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first row is its header when `head`."""

    rows: tuple[tuple[str, ...], ...]
    head: bool = True


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels with their values: `left` of them on a line, `above` them, or in a `table`."""

    pairs: tuple[tuple[str, str], ...]
    layout: str = "left"


Block = Heading | Para | Bullets | Grid | Fields


@dataclass(slots=True, kw_only=True)
class Document:
    """`deleted` and `inserted` are tracked changes, `boxes` text boxes; formats without such parts leave them out."""

    blocks: list[Block]
    header: str = ""
    footer: str = ""
    properties: Properties = field(default_factory=Properties)
    deleted: tuple[str, ...] = ()
    inserted: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    merge_fields: tuple[str, ...] = ()
    embedded: tuple[tuple[str, bytes], ...] = ()
