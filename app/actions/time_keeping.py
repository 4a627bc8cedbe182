"""The one clock: what the system says, judged against what was trusted before. Source: design, Time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.domain.moments import ClockJudgement, ClockReason, ClockState, Reading, Recorded, judge
from app.domain.ports import Keys, SystemClock
from app.store import Store

KEEP_EVERY = timedelta(seconds=60)
KEEP_KEY_EVERY = timedelta(hours=1)  # the credential store is no place for a write a minute
KEY = "clock"  # of the credential store: the highest trusted moment, for when an older database is put back
SUSPECT = "clock.suspect"  # note: why; while it stands the suspicion was said


class TrustedClock:
    """Implements `Clock`. `keep` records trusted moments; between two calls only the system's clocks are read."""

    def __init__(self, system: SystemClock, store: Store, keys: Keys) -> None:
        self._system = system
        self._store = store
        self._keys = keys
        self._elsewhere: datetime | None = None
        self._recorded = self._load()

    def now(self) -> datetime:
        return self.judgement().now

    def judgement(self) -> ClockJudgement:
        found = judge(self._system.read(), self._recorded, known_elsewhere=self._elsewhere)
        return replace(found, now=found.now.replace(microsecond=0))

    def keep(self) -> ClockJudgement:
        """Record the moment when it is trusted; say so once when it is not. Called at start and every minute."""
        self._recorded = self._load()
        reading = self._system.read()
        judgement = judge(reading, self._recorded, known_elsewhere=self._elsewhere)
        if judgement.state is ClockState.SUSPECT:
            self._say_suspect(judgement)
        elif self._is_worth_recording(reading, judgement.now):
            self._save(reading, judgement.highest_trusted_at, "clock.trusted", judgement.reason)
        return judgement

    def _is_worth_recording(self, reading: Reading, now: datetime) -> bool:
        last = self._recorded
        new_boot = last is None or reading.boot_id != last.reading.boot_id
        return new_boot or (last is not None and now - last.highest_trusted_at >= KEEP_EVERY)

    def confirm(self) -> ClockJudgement:
        """A person confirms that the wall clock is right: it counts from now on, but never for less than what was trusted
        before: a clock that was set back postpones nothing."""
        self._recorded = self._load()
        reading = self._system.read()
        found = judge(reading, self._recorded, known_elsewhere=self._elsewhere)
        highest = max(reading.wall, found.highest_trusted_at)
        self._save(reading, highest, "clock.confirmed", None)
        self._put(highest)
        return self.judgement()

    def _load(self) -> Recorded | None:
        with self._store.read() as session:
            recorded = session.clock.load()
        kept = self._keys.get(KEY)
        self._elsewhere = None if kept is None else _moment(kept)
        return recorded

    def _save(self, reading: Reading, highest: datetime, event: str, reason: ClockReason | None) -> None:
        first = self._recorded is None
        with self._store.write(highest) as session:
            was_suspect = session.notes.get(SUSPECT) is not None
            session.clock.save(Recorded(reading=reading, highest_trusted_at=highest))
            session.notes.delete(SUSPECT)
            if event == "clock.confirmed" or was_suspect or first:
                data = {"reason": reason.value} if reason else {}
                session.journal.append(event, subject="clock", actor="assistant", data=dict(data))
        self._recorded = Recorded(reading=reading, highest_trusted_at=highest)
        if self._elsewhere is None or highest - self._elsewhere >= KEEP_KEY_EVERY:
            self._put(highest)

    def _put(self, highest: datetime) -> None:
        self._keys.put(KEY, highest.astimezone(UTC).isoformat().encode("ascii"))
        self._elsewhere = highest

    def _say_suspect(self, judgement: ClockJudgement) -> None:
        with self._store.read() as session:
            if session.notes.get(SUSPECT) is not None:
                return
        with self._store.write(judgement.highest_trusted_at) as session:
            session.notes.set(SUSPECT, judgement.reason.value)
            session.journal.append(
                "clock.suspect", subject="clock", actor="assistant", data={"reason": judgement.reason.value}
            )


def _moment(kept: bytes) -> datetime | None:
    """None for what this key never holds: then the database alone tells."""
    try:
        moment = datetime.fromisoformat(kept.decode("ascii"))
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
