"""What a document says, apart from its format: blocks of running text, and sheets of a workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

Cell: TypeAlias = "str | int | float | date | None"
Row: TypeAlias = "Sequence[Cell]"


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in running text."""

    rows: Sequence[Row]


Block: TypeAlias = "str | Heading | Grid"  # a string is a paragraph; it may hold line breaks


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """Parts of a text document beside its body; each holds text or is empty."""

    header: str = ""
    footer: str = ""
    comment: str = ""
    deleted: str = ""  # a tracked deletion
    textbox: str = ""
    footnote: str = ""
    properties: Mapping[str, str] = field(default_factory=dict)  # custom ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`hidden_rows` and `hidden_columns` count from 1. `merged`: ranges as "A1:D1". `comments`: by cell."""

    name: str
    rows: Sequence[Row]
    state: Literal["visible", "hidden", "veryHidden"] = "visible"
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()
    merged: Sequence[str] = ()
    comments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    title: str
    lines: Sequence[str]
    notes: str = ""
    grid: Sequence[Row] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What the program writes about a document. `label_tenant`: the tenant of its sensitivity label."""

    author: str = ""
    changed_by: str = ""
    company: str = ""
    title: str = ""
    label_tenant: str = ""
    label_part: bool = False  # in docMetadata/LabelInfo.xml, otherwise among the custom properties
    custom: Mapping[str, str] = field(default_factory=dict)


NO_PROPERTIES = Properties()


def text_of(cell: Cell) -> str:
    """A cell as a person reads it, the Dutch way."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    if isinstance(cell, float):
        return f"{cell:.2f}".replace(".", ",")
    return str(cell)
