"""What the lead sees of the team: one row a laptop, what is overdue on top, no scores. From records to rows, pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from app.domain.messages import Message
from app.domain.signatures import fingerprint
from app.domain.team_record import Head, ProjectWord, RecordProblem, RuleWord, TeamRecord


class LaptopState(StrEnum):
    """Contract: `team status`."""

    REPORTING = "reporting"
    LATE = "late"
    SILENT = "silent"
    AWAY = "away"
    REJECTED = "rejected"
    NEW_KEY = "new-key"
    RETIRED = "retired"


ASKING = ("overdue", "attention", "unknown")  # states of rules, what asks most first
RANK = {state: place for place, state in enumerate(ASKING)}
OF_THE_FIRM = frozenset({"VT-B4"})  # what IT owes all laptops alike is no matter of one of them
ALARMING = (LaptopState.REJECTED, LaptopState.SILENT, LaptopState.NEW_KEY)  # late is no alarm yet


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
    fingerprint: str | None = None  # of a new key (64 hexadecimal digits), to be compared with its owner

    @property
    def wanting(self) -> tuple[str, ...]:
        """The rules where something is to be done or nobody can say, overdue ones first."""
        asking = [id_ for id_, word in self.rules.items() if word.state in ASKING and id_ not in OF_THE_FIRM]
        return tuple(sorted(asking, key=lambda id_: (ASKING.index(self.rules[id_].state), id_)))

    @property
    def needs_attention(self) -> bool:
        if self.state is LaptopState.RETIRED:
            return False
        return self.state in ALARMING or bool(self.overdue) or self._worst < len(ASKING)

    @property
    def _worst(self) -> int:
        """The place in ASKING of the rule that asks most; after its end for none."""
        places = (RANK.get(word.state) for id_, word in self.rules.items() if id_ not in OF_THE_FIRM)
        return min((place for place in places if place is not None), default=len(ASKING))

    @property
    def order(self) -> tuple[bool, int, int, int, str, str]:
        """What asks most comes first: overdue deletions, then laptops nobody hears or believes, then rules."""
        alarm = ALARMING.index(self.state) if self.state in ALARMING else 9
        is_retired = self.state is LaptopState.RETIRED
        return is_retired, -(self.overdue or 0), alarm, self._worst, self.person.casefold(), self.device


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
    what: str  # a rule id, or "overdue" for deletions
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
        is_short = self.coverage.expected is not None and bool(self.coverage.missing)
        return is_short or any(row.needs_attention for row in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known of a device: its last record that counted, or (a new key) the one that does not yet, and what is wrong
    with what stands there now."""

    device: str
    record: TeamRecord | None
    problem: RecordProblem | None = None
    is_new: bool = False
    is_retired: bool = False
    is_own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """From when on a laptop is late or silent; `away`: devices whose people are known to be away."""

    today: date
    late_days: int
    silent_days: int
    away: frozenset[str] = frozenset()


def row_of(standing: Standing, terms: Terms) -> TeamRow:
    record, state = standing.record, _state(standing, terms)
    if record is None:
        return TeamRow(
            device=standing.device, person="", mail="", team="", state=state, last_seen=None, problem=standing.problem
        )
    # What an unknown key says of its laptop is no news of the team.
    counts = state is not LaptopState.NEW_KEY
    return TeamRow(
        device=standing.device,
        person=record.person.name or record.person.mail,
        mail=record.person.mail,
        team=record.team,
        state=state,
        last_seen=record.day,
        rules=record.rules if counts else {},
        next_due=record.next_due_day if counts else None,
        overdue=record.overdue if counts else None,
        open_findings=record.open_findings if counts else None,
        head=record.head if counts else None,
        version=record.versions.app if counts else None,
        fingerprint=None if counts else fingerprint(record.key),
        problem=standing.problem,
        is_own=standing.is_own,
    )


def _state(standing: Standing, terms: Terms) -> LaptopState:
    if standing.is_retired:
        return LaptopState.RETIRED
    if standing.problem is not None and standing.problem is not RecordProblem.GONE:
        return LaptopState.REJECTED
    if standing.is_new:
        return LaptopState.NEW_KEY
    if standing.record is None:
        return LaptopState.SILENT
    days = (terms.today - standing.record.day).days
    if days < terms.late_days:
        return LaptopState.REPORTING
    if standing.device in terms.away:
        return LaptopState.AWAY
    return LaptopState.LATE if days < terms.silent_days else LaptopState.SILENT


def rows_of(standings: Iterable[Standing], terms: Terms) -> tuple[TeamRow, ...]:
    """In the order in which they ask for something."""
    return tuple(sorted((row_of(standing, terms) for standing in standings), key=lambda row: row.order))


def coverage_of(rows: Sequence[TeamRow], expected: Mapping[str, str]) -> Coverage:
    """`expected`: how each expected person is shown, by mail address in lower case; empty: nobody said. A laptop that was
    silent too long covers nobody. Source: VR-P7."""
    heard = (LaptopState.REPORTING, LaptopState.LATE, LaptopState.AWAY)
    covered = {row.mail.casefold() for row in rows if row.state in heard}
    reporting = sum(row.state in heard for row in rows)
    if not expected:
        return Coverage(expected=None, reporting=reporting)
    unexpected = sorted(
        {row.person for row in rows if row.state is not LaptopState.RETIRED and row.mail.casefold() not in expected}
    )
    missing = tuple(sorted(shown for mail, shown in expected.items() if mail not in covered))
    return Coverage(
        expected=len(expected), reporting=len(expected) - len(missing), missing=missing, unexpected=tuple(unexpected)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownProject:
    code: str
    client: str
    is_closed: bool


def projects_of(
    records: Iterable[TeamRecord], known: Mapping[str, KnownProject], here: Callable[[str], str]
) -> tuple[ProjectRow, ...]:
    """The projects of which something lies on a laptop, those with something overdue first. `here`: the id a project has on
    this laptop, where another one knows it by its own."""
    words: dict[str, list[ProjectWord]] = {}
    for record in records:
        for id_, word in record.projects.items():
            words.setdefault(here(id_), []).append(word)
    rows = [_project(id_, known.get(id_), told) for id_, told in words.items()]
    return tuple(sorted(rows, key=lambda row: (-row.overdue, row.next_due or date.max, row.code or row.id)))


def _project(id_: str, known: KnownProject | None, words: Sequence[ProjectWord]) -> ProjectRow:
    due = min((word.due for word in words if word.due is not None), default=None)
    return ProjectRow(
        id=id_,
        code=None if known is None else known.code,
        client=None if known is None else known.client,
        is_closed=known is not None and known.is_closed,
        laptops=len(words),
        copies=sum(word.copies for word in words),
        overdue=sum(word.overdue for word in words),
        open_findings=sum(word.open_findings for word in words),
        next_due=None if due is None else date.fromisoformat(due),
    )


def day_of(rows: Sequence[TeamRow], day: date) -> TeamDay:
    """The team in counts; retired laptops and new keys are not the team."""
    counted = [row for row in rows if row.state not in (LaptopState.RETIRED, LaptopState.NEW_KEY)]
    rules: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in counted:
        for id_, word in row.rules.items():
            rules[id_][word.state] += 1
    return TeamDay(
        day=day,
        laptops=len(counted),
        reporting=sum(row.state is LaptopState.REPORTING for row in counted),
        overdue=sum(row.overdue or 0 for row in counted),
        open_findings=sum(row.open_findings or 0 for row in counted),
        rules={id_: dict(states) for id_, states in sorted(rules.items())},
    )


def open_of(row: TeamRow) -> dict[str, tuple[str, int]]:
    """What stands open on a laptop: rules that ask for something, and deletions that are overdue, with state and count."""
    if row.state in (LaptopState.RETIRED, LaptopState.NEW_KEY):
        return {}
    found: dict[str, tuple[str, int]] = {id_: (row.rules[id_].state, row.rules[id_].count) for id_ in row.wanting}
    return found | ({"overdue": ("overdue", row.overdue)} if row.overdue else {})
