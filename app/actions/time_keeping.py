"""The one clock: what the system says, judged against what was trusted before. Source: design, Time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.domain.moments import ClockJudgement, ClockReason, ClockState, Reading, Recorded, judge
from app.domain.ports import Keys, SystemClock
from app.store import Store

KEEP_EVERY = timedelta(seconds=60)
KEEP_KEY_EVERY = timedelta(hours=1)  # the credential store is no place for a write a minute
KEY = "clock"


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
        return judge(self._system.read(), self._recorded, known_elsewhere=self._elsewhere)

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
        """A person confirms that the wall clock is right: it counts from now on."""
        reading = self._system.read()
        self._save(reading, reading.wall, "clock.confirmed", None)
        self._keys.put(KEY, _stamp(reading.wall))
        return self.judgement()

    def _load(self) -> Recorded | None:
        with self._store.read() as session:
            recorded = session.clock.load()
        kept = self._keys.get(KEY)
        self._elsewhere = datetime.fromisoformat(kept.decode("ascii")) if kept is not None else None
        return recorded

    def _save(self, reading: Reading, highest: datetime, event: str, reason: ClockReason | None) -> None:
        first = self._recorded is None
        with self._store.write(highest) as session:
            was_suspect = session.notes.get("clock.suspect") is not None
            session.clock.save(Recorded(reading=reading, highest_trusted_at=highest))
            session.notes.delete("clock.suspect")
            if event == "clock.confirmed" or was_suspect or first:
                data = {"reason": reason.value} if reason else {}
                session.journal.append(event, subject="clock", actor="assistant", data=dict(data))
        self._recorded = Recorded(reading=reading, highest_trusted_at=highest)
        kept = self._keys.get(KEY)
        if kept is None or highest - datetime.fromisoformat(kept.decode("ascii")) >= KEEP_KEY_EVERY:
            self._keys.put(KEY, _stamp(highest))

    def _say_suspect(self, judgement: ClockJudgement) -> None:
        with self._store.read() as session:
            if session.notes.get("clock.suspect") is not None:
                return
        with self._store.write(judgement.highest_trusted_at) as session:
            session.notes.set("clock.suspect", judgement.reason.value)
            session.journal.append(
                "clock.suspect", subject="clock", actor="assistant", data={"reason": judgement.reason.value}
            )


def _stamp(moment: datetime) -> bytes:
    return moment.astimezone(UTC).isoformat().encode("ascii")
