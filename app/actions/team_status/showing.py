"""The team as it is shown: rows from what was kept, history day by day, what a person must know of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from app.actions.cards.joining import Aliases
from app.actions.team_seen import COVERAGE
from app.actions.team_status.desk import TeamDesk
from app.actions.team_status.reading import BOARD
from app.actions.team_status.sending import LOOKED
from app.domain.messages import Message
from app.domain.team_judging import Keys
from app.domain.team_record import RecordProblem, TeamRecord, decode
from app.domain.team_view import (
    KnownProject,
    LaptopState,
    OpenItem,
    Standing,
    TeamDay,
    TeamRow,
    TeamStatus,
    coverage_of,
    day_of,
    open_of,
    projects_of,
    rows_of,
)
from app.store import Session
from app.store.team_records import KeptRecord, OpenSpan, SeenEntry

VIEWED = "team.viewed"  # note: the day on which the team was last read
OPEN_FOR = timedelta(days=90)  # what stands open is remembered per laptop so long
HISTORY = timedelta(days=2 * 366)  # counts of the team, nobody by name
A_YEAR = timedelta(days=365)
LOOKS_KEPT = timedelta(days=89)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All that the store holds of the team, read in one snapshot."""

    kept: Sequence[KeptRecord]
    entries: Sequence[SeenEntry]
    keys: Keys
    days: Sequence[tuple[date, Mapping[str, Any]]]
    spans: Sequence[OpenSpan]
    viewed: date | None
    read_at: datetime | None
    projects: Mapping[str, KnownProject]
    here: Callable[[str], str]


Stood = tuple[Known, tuple[TeamRow, ...]]  # what is known, and the rows that follow from it


class Showing:
    """`own`: this laptop's record as it would be sent now, for a row of its own before it ever sent one."""

    def __init__(self, desk: TeamDesk, own: Callable[[], TeamRecord]) -> None:
        self._desk = desk
        self._own = own
        self._read: dict[str, TeamRecord] = {}  # by digest: what did not change is not read again

    def show(self, *, whole: bool, notices: tuple[Message, ...], stood: Stood | None = None) -> TeamStatus:
        """`stood`: what `remember` has just found; else it is read from the store."""
        known, rows = stood or self._stood(whole=whole)
        expected = self._desk.expected() if whole else {}
        # A new key may speak of projects that are none of the team's; what was refused speaks as it last counted.
        counted = {row.device for row in rows if row.state not in (LaptopState.NEW_KEY, LaptopState.RETIRED)}
        records = [self._record(kept) for kept in known.kept if kept.device in counted]
        people = {row.device: row.person for row in rows}
        today = self._desk.today()
        return TeamStatus(
            as_of=known.read_at,
            now=self._desk.office.clock.now(),
            is_whole=whole,
            items=rows,
            projects=projects_of(records, known.projects, known.here),
            coverage=coverage_of(rows, expected),
            history=tuple(_day(day, totals) for day, totals in known.days) if whole else (),
            open_items=_open_items(known, people, today),
            notices=notices,
        )

    def history(self, start: date, end: date) -> tuple[TeamDay, ...]:
        """The days of a period that were seen, oldest first."""
        with self._desk.office.look() as session:
            return tuple(_day(day, totals) for day, totals in session.team_records.days(start, end))

    def _stood(self, *, whole: bool) -> Stood:
        known = self.known()
        standings = self._standings(known)
        if not whole:
            standings = [standing for standing in standings if standing.is_own]
        return known, rows_of(standings, self._desk.terms())

    def known(self) -> Known:
        named, today = self._desk.team.named(), self._desk.today()
        with self._desk.office.look() as session:
            noted: Mapping[str, Any] = session.notes.get(BOARD) or {}
            told = session.notes.get(VIEWED)
            viewed = None if told is None else date.fromisoformat(told)
            return Known(
                kept=session.team_records.all(),
                entries=session.team_records.entries(),
                keys=self._desk.keys(session, named),
                days=session.team_records.days(today - A_YEAR, today),
                spans=[] if viewed is None else session.team_records.open_on(viewed),
                viewed=viewed,
                read_at=datetime.fromisoformat(noted["read_at"]) if "read_at" in noted else None,
                projects=_projects(session),
                here=Aliases(session).here,
            )

    def _standings(self, known: Known) -> list[Standing]:
        problems, fine = _problems(known.entries)
        keys, found = known.keys, []
        pinned: dict[str, list[str]] = {}
        for kept in known.kept:
            before = pinned.setdefault(kept.mail, [])
            is_new = keys.is_new(kept.device, kept.mail, before)
            if not is_new:
                before.append(kept.device)
            problem = problems.get(kept.device)
            if problem is None and kept.device not in fine:
                problem = RecordProblem.GONE
            found.append(self._standing(kept.device, self._record(kept), problem, keys, is_new=is_new))
        there = {standing.device for standing in found}
        found += [
            self._standing(device, None, problem, keys, is_new=False)
            for device, problem in problems.items()
            if device not in there
        ]
        there.update(problems)
        if keys.own not in there:
            found.append(self._standing(keys.own, self._own(), None, keys, is_new=False))
        return found

    def _standing(
        self, device: str, record: TeamRecord | None, problem: RecordProblem | None, keys: Keys, *, is_new: bool
    ) -> Standing:
        return Standing(
            device=device,
            record=record,
            problem=problem,
            is_new=is_new,
            is_retired=device in keys.trust.retired,
            is_own=device == keys.own,
        )

    def _record(self, kept: KeptRecord) -> TeamRecord:
        record = self._read.get(kept.digest)
        if record is None:
            record = self._read[kept.digest] = decode(kept.record.encode())
        return record

    # -- remembering how it stood -------------------------------------------------------------------------------------

    def remember(self) -> Stood:
        """Note how the whole team stood today, and forget what is past its term. Called after the board was read; gives what
        it found, as it is remembered now."""
        known, rows = self._stood(whole=True)
        today = self._desk.today()
        self._forget_old_readings(known)
        spans, totals = _spans(rows, known, today), _totals(day_of(rows, today))
        coverage = self._coverage(rows, today)
        with self._desk.office.change() as work:
            records = work.session.team_records
            records.set_open(spans)
            if dict(known.days).get(today) != totals:
                records.set_day(today, totals)
            if known.viewed != today:
                work.session.notes.set(VIEWED, today.isoformat())
                records.purge(open_before=today - OPEN_FOR, days_before=today - HISTORY, sent_before=today - OPEN_FOR)
                self._forget_retired(work.session, today)
            if work.session.notes.get(COVERAGE) != coverage:
                work.session.notes.set(COVERAGE, coverage)
            is_same_day = known.viewed == today
            days = records.days(today - A_YEAR, today)
            open_ = known.spans if is_same_day and not spans else records.open_on(today)
        return replace(known, days=days, spans=open_, viewed=today), rows

    def note_look(self, laptops: int) -> None:
        """Somebody looked at the records of others: counted by day, and told in this laptop's own record."""
        if laptops == 0:
            return
        today = self._desk.today()
        with self._desk.office.change_of_day() as work:
            looked: dict[str, int] = work.session.notes.get(LOOKED) or {}
            if today.isoformat() not in looked:
                work.note("team.looked", self._desk.device, data={"day": today.isoformat(), "laptops": laptops})
            first = (today - LOOKS_KEPT).isoformat()
            kept = {day: times for day, times in looked.items() if day >= first}
            work.session.notes.set(LOOKED, kept | {today.isoformat(): kept.get(today.isoformat(), 0) + 1})

    def _coverage(self, rows: Sequence[TeamRow], today: date) -> dict[str, Any]:
        coverage = coverage_of(rows, self._desk.expected())
        return {
            "day": today.isoformat(),
            "expected": coverage.expected,
            "missing": len(coverage.missing),
            "silent": sum(row.state is LaptopState.SILENT for row in rows),
            "rejected": sum(row.state is LaptopState.REJECTED for row in rows),
        }

    def _forget_retired(self, session: Session, today: date) -> None:
        for device in session.devices.all():
            if device.retired_at is not None and today - device.retired_at.date() > OPEN_FOR:
                session.team_records.forget(device.id)

    def _forget_old_readings(self, known: Known) -> None:
        now = {kept.digest for kept in known.kept}
        self._read = {digest: record for digest, record in self._read.items() if digest in now}


def _problems(entries: Sequence[SeenEntry]) -> tuple[dict[str, RecordProblem], set[str]]:
    """What is wrong by device, and the devices of which something stands there that counts."""
    fine = {entry.device for entry in entries if entry.problem is None and entry.device is not None}
    wrong = {
        entry.device: RecordProblem(entry.problem)
        for entry in entries
        if entry.problem is not None and entry.device is not None and entry.device not in fine
    }
    return wrong, fine


def _spans(rows: Sequence[TeamRow], known: Known, today: date) -> list[OpenSpan]:
    """What is open now, gone on from what was open when the team was last read; only what has to be written."""
    before = {(span.device, span.what): span for span in known.spans}
    found = []
    for row in rows:
        for what, (state, count) in open_of(row).items():
            last = before.get((row.device, what))
            span = OpenSpan(
                device=row.device,
                what=what,
                state=state,
                count=count,
                since=today if last is None else last.since,
                last_day=today,
            )
            if span != last:
                found.append(span)
    return found


def _open_items(known: Known, people: Mapping[str, str], today: date) -> tuple[OpenItem, ...]:
    """Those of the last reading, longest open first; further back than 90 days nothing is told."""
    first = today - OPEN_FOR
    items = [
        OpenItem(
            device=span.device,
            person=people[span.device],
            what=span.what,
            state=span.state,
            count=span.count,
            since=max(span.since, first),
        )
        for span in known.spans
        if span.device in people
    ]
    return tuple(sorted(items, key=lambda item: (item.state != "overdue", item.since, item.person, item.what)))


def _totals(day: TeamDay) -> dict[str, Any]:
    return {
        "laptops": day.laptops,
        "reporting": day.reporting,
        "overdue": day.overdue,
        "open_findings": day.open_findings,
        "rules": {id_: dict(states) for id_, states in day.rules.items()},
    }


def _day(day: date, totals: Mapping[str, Any]) -> TeamDay:
    return TeamDay(day=day, **totals)


def _projects(session: Session) -> dict[str, KnownProject]:
    names = {client.id: client.name for client in session.clients.all()}
    return {
        project.id: KnownProject(
            code=project.code, client=names[project.client_id], is_closed=project.closed_at is not None
        )
        for project in session.projects.all()
    }
