"""What nearly every action needs: the store, the clock, and who acts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.events import Value
from app.domain.ports import Clock
from app.store import Session, Store


@dataclass(frozen=True, slots=True)
class Work:
    """One change under way: everything in it is committed together with its journal entries, or not at all."""

    session: Session
    now: datetime
    actor: str

    def note(
        self,
        event: str,
        subject: str,
        *,
        project: str | None = None,
        outcome: str = "ok",
        data: Mapping[str, Value] | None = None,
    ) -> None:
        """Write the journal entry that belongs to this change."""
        self.session.journal.append(
            event, subject=subject, actor=self.actor, project=project, outcome=outcome, data=data or {}
        )


@dataclass(frozen=True, slots=True)
class Office:
    """`actor`: "person" at the window or command line, "guard" in the background."""

    store: Store
    clock: Clock
    actor: str = field(default="person")

    @contextmanager
    def change(self) -> Iterator[Work]:
        now = self.clock.now()
        with self.store.write(now) as session:
            yield Work(session, now, self.actor)

    @contextmanager
    def change_of_day(self) -> Iterator[Work]:
        """A change whose journal entries tell the day alone (UTC): no entry may be read as working hours (VT-B2)."""
        day = self.clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
        with self.store.write(day) as session:
            yield Work(session, day, self.actor)

    @contextmanager
    def look(self) -> Iterator[Session]:
        with self.store.read() as session:
            yield session

    def as_guard(self) -> Office:
        return Office(self.store, self.clock, "guard")
