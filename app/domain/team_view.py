"""What the lead sees of the team: one row a laptop, what is overdue on top, no scores. From records to rows, pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from app.domain.messages import Message
from app.domain.team_record import Head, RecordProblem, RuleWord, TeamRecord


class LaptopState(StrEnum):
    """Contract: `team status`."""

    REPORTING = "reporting"
    LATE = "late"
    SILENT = "silent"
    AWAY = "away"
    REJECTED = "rejected"
    NEW_KEY = "new-key"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRow:
    """One laptop. Figures are None, and `rules` empty, where no record of it counts (a new key, nothing ever received)."""

    device: str
    person: str
    mail: str
    team: str
    state: LaptopState
    last_seen: date | None
    rules: Mapping[str, RuleWord] = field(default_factory=dict)
    next_due: date | None = None
    overdue: int | None = None
    open_findings: int | None = None
    head: Head | None = None
    version: str | None = None
    problem: RecordProblem | None = None
    is_own: bool = False

    @property
    def wanting(self) -> tuple[str, ...]:
        """The rules where something is to be done, overdue ones first."""
        raise NotImplementedError

    @property
    def needs_attention(self) -> bool:
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRow:
    """A project over all laptops that report. `code`: as this laptop knows it; None where it does not know the project."""

    id: str
    code: str | None
    client: str | None
    is_closed: bool
    laptops: int
    copies: int
    overdue: int
    open_findings: int
    next_due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamDay:
    """The team on one day, as it was last seen that day: counts alone, nobody by name."""

    day: date
    laptops: int
    reporting: int
    overdue: int
    open_findings: int
    rules: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # rule id: laptops by state


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """Something that stands open on a laptop, and since which day it was seen so. At most 90 days back."""

    device: str
    person: str
    what: str  # a rule id, "overdue" or "open-findings"
    state: str
    count: int
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """VR-P7: who was to report and does. `missing`: expected people of whom no laptop reports; `unexpected`: of whom one
    does, and who are on no list. No list: `expected` is None."""

    expected: int | None
    reporting: int
    missing: tuple[str, ...] = ()
    unexpected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamStatus:
    """`as_of`: when the remote was last read (None: never). `is_whole`: all laptops were to be seen; else only the own row.
    Items stand in the order in which they ask for something."""

    as_of: datetime | None
    now: datetime
    is_whole: bool
    items: tuple[TeamRow, ...]
    projects: tuple[ProjectRow, ...]
    coverage: Coverage
    history: tuple[TeamDay, ...]  # oldest first, days that were not seen left out
    open_items: tuple[OpenItem, ...]
    notices: tuple[Message, ...]  # what a person must know: offline since, readable by all, no date of consent

    @property
    def needs_attention(self) -> bool:
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What is remembered of a device: its last record that counted, and what was wrong with what came after it."""

    device: str
    record: TeamRecord | None
    digest: str | None
    problem: RecordProblem | None = None


def ordered(rows: Sequence[TeamRow]) -> tuple[TeamRow, ...]:
    raise NotImplementedError
