"""That the guards run, and when they last did: without them no rule that they keep may be shown green."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.actions.office import Office
from app.store import Session

ALIVE = "guards.alive"  # note: the last moment the guards were known to run
NOTE_EVERY = timedelta(minutes=10)
SILENT_AFTER = timedelta(hours=24)


class GuardsAlive:
    def __init__(self, office: Office) -> None:
        self._office = office

    def note(self) -> None:
        """The guards run now. Writes at most every ten minutes. Raises EnvironmentLacking."""
        now = self._office.clock.now()
        with self._office.look() as session:
            last = alive_at(session)
        if last is None or not timedelta(0) <= now - last < NOTE_EVERY:
            with self._office.change() as work:
                work.session.notes.set(ALIVE, work.now.isoformat())


def alive_at(session: Session) -> datetime | None:
    """None: they never ran on this store."""
    noted = session.notes.get(ALIVE)
    return None if noted is None else datetime.fromisoformat(noted)
