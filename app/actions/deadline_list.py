"""What falls due when, and when a person is warned. Source: VR-P4."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from app.actions.office import Office
from app.domain.copy import CopyState, OutsideCopy, state_at
from app.domain.deadline import Trigger, warnings
from app.domain.moments import ClockState


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRow:
    copy_id: str
    project_id: str
    agreement_id: str
    trigger: Trigger
    due_at: datetime
    planned_at: datetime | None
    state: CopyState
    seconds_late: int
    next_warning_at: datetime | None


class DeadlineActions:
    """`zone`: the person's, for "the last weekday before"."""

    def __init__(self, office: Office, zone: ZoneInfo) -> None:
        self._office = office
        self._zone = zone
        self._warnings: dict[datetime, tuple[datetime, datetime]] = {}

    def list(self) -> tuple[DeadlineRow, ...]:
        """All live copies whose end is known, the earliest first."""
        judgement = self._office.clock.judgement()
        trusted = judgement.state is ClockState.TRUSTED
        with self._office.look() as session:
            deadlines = session.copies.deadlines()
        now = judgement.now
        return tuple(
            DeadlineRow(
                copy_id=row.copy_id,
                project_id=row.project_id,
                agreement_id=row.agreement_id,
                trigger=row.trigger,
                due_at=row.due_at,
                planned_at=row.planned_at,
                state=state_at(row.state, row.due_at, now, time_trusted=trusted),
                seconds_late=max(0, int((now - row.due_at).total_seconds())),
                next_warning_at=self._next_warning(row.due_at, now),
            )
            for row in deadlines
        )

    def _next_warning(self, due_at: datetime, now: datetime) -> datetime | None:
        """Many copies of one project share a deadline: each is computed once."""
        if due_at not in self._warnings:
            self._warnings[due_at] = warnings(due_at, self._zone)
        return next((moment for moment in self._warnings[due_at] if moment > now), None)

    def warnings_due(self) -> tuple[OutsideCopy, ...]:
        """Copies whose latest warning was not given yet. `mark_warned` records that it was."""
        now = self._office.clock.now()
        due = []
        with self._office.look() as session:
            for copy in session.copies.all(live_only=True):
                if copy.due_at is None or copy.due_at <= now:
                    continue
                passed = [moment for moment in warnings(copy.due_at, self._zone) if moment <= now]
                last = session.notes.get(f"warned.{copy.id}")
                if passed and (last is None or datetime.fromisoformat(last) < passed[-1]):
                    due.append(copy)
        return tuple(due)

    def mark_warned(self, copies: tuple[OutsideCopy, ...]) -> None:
        with self._office.change() as work:
            for copy in copies:
                work.session.notes.set(f"warned.{copy.id}", work.now.isoformat())
