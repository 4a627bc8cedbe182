"""What falls due when, and when a person is warned. Source: VR-P4."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from app.actions.office import Office, Work
from app.domain.copy import CopyState, OutsideCopy, state_at
from app.domain.deadline import DAY_BEFORE, last_morning, warnings
from app.domain.moments import ClockState
from app.store import CopyDeadline

WARNED = "warned."  # note by copy: when a person was last warned of its deletion
EARLIEST_WARNING = timedelta(days=4)  # the last weekday before a Monday is the Friday


class DeadlineRow(NamedTuple):
    """A live copy's deadline, and how it stands now. A plain tuple: there can be 100,000 of them."""

    copy: CopyDeadline
    state: CopyState
    seconds_late: int
    next_warning_at: datetime | None


class DeadlineActions:
    """`zone`: the person's, for "the last weekday before"."""

    def __init__(self, office: Office, zone: ZoneInfo) -> None:
        self._office = office
        self._zone = zone
        self._mornings: dict[datetime, datetime] = {}

    def list(self) -> tuple[DeadlineRow, ...]:
        """All live copies whose end is known, the earliest first."""
        judgement = self._office.clock.judgement()
        trusted = judgement.state is ClockState.TRUSTED
        with self._office.look() as session:
            deadlines = session.copies.deadlines()
        now = judgement.now
        return tuple(
            DeadlineRow(row, row.state, 0, self._next_warning(row.due_at, now))
            if row.due_at > now
            else DeadlineRow(
                row,
                state_at(row.state, row.due_at, now, time_trusted=trusted),
                int((now - row.due_at).total_seconds()),
                None,
            )
            for row in deadlines
        )

    def _next_warning(self, due_at: datetime, now: datetime) -> datetime | None:
        """As `domain.deadline.next_warning`; the morning before is computed once an hour of deadlines."""
        hour = due_at.replace(minute=0, second=0)
        morning = self._mornings.get(hour)
        if morning is None:
            morning = self._mornings[hour] = last_morning(due_at, self._zone)
        day_before = due_at - DAY_BEFORE
        first, second = (morning, day_before) if morning <= day_before else (day_before, morning)
        return first if first > now else second if second > now else None

    def warnings_due(self) -> tuple[OutsideCopy, ...]:
        """Copies whose latest warning was not given yet. `mark_warned` records that it was."""
        now = self._office.clock.now()
        due = []
        with self._office.look() as session:
            for copy in session.copies.due_by(now + EARLIEST_WARNING):
                if copy.due_at is None or copy.due_at <= now:
                    continue
                passed = [moment for moment in warnings(copy.due_at, self._zone) if moment <= now]
                last = session.notes.get(WARNED + copy.id)
                if passed and (last is None or datetime.fromisoformat(last) < passed[-1]):
                    due.append(copy)
        return tuple(due)

    def mark_warned(self, copies: Sequence[OutsideCopy]) -> None:
        with self._office.change() as work:
            for copy in copies:
                work.session.notes.set(WARNED + copy.id, work.now.isoformat())
            self._forget_gone(work)

    def _forget_gone(self, work: Work) -> None:
        """Notes of copies that are gone by now say nothing any more."""
        for key in work.session.notes.listing(WARNED):
            copy = work.session.copies.find(key.removeprefix(WARNED))
            if copy is None or not copy.is_live:
                work.session.notes.delete(key)
