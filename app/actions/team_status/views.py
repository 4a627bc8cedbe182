"""What pages and commands get: the record before it is sent, what was sent, who can read it, who looked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.messages import Message
from app.domain.team_board import Reach as Reach
from app.domain.team_board import Readers as Readers


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A lead looked at the team on that day, as the lead's own laptop published it. The remote itself keeps no list."""

    person: str
    day: date
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    items: tuple[Look, ...]  # latest first
    sentence: Message  # what this can tell and what it cannot


@dataclass(frozen=True, slots=True, kw_only=True)
class SentRecord:
    """`document`: exactly what was sent. `changed`: the paths that differ from the record before it."""

    sequence: int
    day: date
    document: Mapping[str, Any]
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPreview:
    """`document`: the record as it would be sent now, its signature and all. `text`: the same bytes, readable.
    `changed`: paths that differ from what was sent last; `before`: what was sent last (None: nothing yet).
    `will_send`: whether sending is on; `next_on`: the day of the next planned sending, where nothing changes before."""

    document: Mapping[str, Any]
    text: str
    before: Mapping[str, Any] | None
    changed: tuple[str, ...]
    readers: Readers
    looks: Looks
    will_send: bool
    sentence: Message  # when it goes, and why (or why not)
    next_on: date | None
