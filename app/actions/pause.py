"""Pausing the look at folders: a note in the store, so that every process sees it. Deletion and the vault go on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import msgspec

from app.actions.office import Office
from app.domain.pause import LONGEST_PAUSE, Pause, pause_from
from app.store import Session

PAUSE = "scan.pause"  # note: the last pause


class PauseActions:
    def __init__(self, office: Office) -> None:
        self._office = office

    def pause(self, period: timedelta = LONGEST_PAUSE) -> datetime:
        """Nothing is looked at from now on, for an hour at most; what arrives meanwhile is looked at afterwards. Returns when
        it goes on by itself."""
        with self._office.change() as work:
            begun = pause_from(work.now, period, _last(work.session))
            work.session.notes.set(PAUSE, msgspec.to_builtins(begun))
            work.note("scan.paused", "scan", data={"count": begun.count})
        return begun.until

    def resume(self) -> None:
        """Go on before the pause ends. Nothing happens when there is none."""
        with self._office.change() as work:
            last = _last(work.session)
            if last is not None and last.is_on(work.now):
                work.session.notes.set(PAUSE, msgspec.to_builtins(replace(last, until=work.now)))
                work.note("scan.resumed", "scan")

    def until(self) -> datetime | None:
        """When it goes on; None while nothing is paused."""
        now = self._office.clock.now()
        with self._office.look() as session:
            return paused_until(session, now)


def paused_until(session: Session, now: datetime) -> datetime | None:
    last = _last(session)
    return last.until if last is not None and last.is_on(now) else None


def _last(session: Session) -> Pause | None:
    noted = session.notes.get(PAUSE)
    return None if noted is None else msgspec.convert(noted, type=Pause)
