"""What a document is made of before it gets a format."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

Cell = str | int | float | date | datetime | None
Row = list[Cell]


@dataclass(slots=True)
class Heading:
    text: str
    level: int = 1


@dataclass(slots=True)
class Text:
    text: str


@dataclass(slots=True)
class Bullets:
    items: list[str]
    numbered: bool = False


@dataclass(slots=True)
class Pairs:
    """Fields with their values: a form, a block of particulars."""

    pairs: list[tuple[str, str]]


@dataclass(slots=True)
class Table:
    header: list[str]
    rows: list[Row]


Block = Heading | Text | Bullets | Pairs | Table


@dataclass(slots=True, kw_only=True)
class Paper:
    """A text. `notes` go to a part that is not shown: comments, speaker notes; `header` and `footer` to each page."""

    name: str
    blocks: list[Block]
    header: str = ""
    footer: str = ""
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Sheet:
    title: str
    header: list[str]
    rows: list[Row]
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    hidden: bool = False


@dataclass(slots=True, kw_only=True)
class Book:
    """Tables."""

    name: str
    sheets: list[Sheet]
    sideways: bool = False  # one column a record


@dataclass(slots=True, kw_only=True)
class Mail:
    name: str
    sender: str
    to: str
    subject: str
    body: list[str]
    sent: datetime
    attachments: list[Attachment] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Raw:
    """A file whose very form is the point."""

    name: str
    extension: str
    content: bytes


@dataclass(slots=True, kw_only=True)
class Bundle:
    """A zip of other drafts with their formats."""

    name: str
    parts: list[Attachment]


Content = Paper | Book | Mail | Raw | Bundle


@dataclass(slots=True)
class Attachment:
    content: Content
    format: str


@dataclass(slots=True, kw_only=True)
class Properties:
    """What Office and PDF files tell about where they come from."""

    author: str = ""
    company: str = ""
    label_tenant: str = ""
    label_name: str = ""
    made: datetime = datetime(2025, 3, 3, 9, 15)  # noqa: DTZ001
