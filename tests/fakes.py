"""Fakes of system parts that keep the contract of the real ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.domain.lock_settings import LockSettings, OnLid
from app.domain.messages import Message, msg
from app.domain.moments import ClockJudgement, ClockReason, ClockState
from app.domain.presence import Presence
from app.system.autostart import AutostartState
from app.system.lock import LockResult
from app.system.notify import Answer, OnAnswer, Toast
from app.system.session_events import OnSessionEvent, SessionEvent

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday


class FakeClock:
    """Moves only when told. Set `state` to suspect to see what waits for time."""

    def __init__(self, start: datetime = START) -> None:
        self.moment = start
        self.state = ClockState.TRUSTED

    def now(self) -> datetime:
        return self.moment

    def advance(self, step: timedelta) -> None:
        self.moment += step

    def judgement(self) -> ClockJudgement:
        reason = ClockReason.SAME_BOOT if self.state is ClockState.TRUSTED else ClockReason.LEAP
        return ClockJudgement(state=self.state, reason=reason, now=self.moment, highest_trusted_at=self.moment)


class FakeSessionLock:
    """A screen that locks when it is asked, unless told otherwise. Keeps the contract of `app.system.lock`.

    `state`: what the session tells. `refusal`: why a request is not taken. `way` None: there is nothing to ask.
    """

    def __init__(self) -> None:
        self.state: bool | None = False
        self.way: str | None = "fake"
        self.obeys = True
        self.obeys_again = True
        self.refusal: Message | None = None
        self.requests: list[bool] = []  # whether each came again

    def mechanism(self) -> str | None:
        return self.way

    def lock(self, *, again: bool = False) -> LockResult:
        self.requests.append(again)
        if self.way is None:
            return LockResult(requested=False, reason=msg("lock.no-way"))
        if self.refusal is not None:
            return LockResult(requested=False, reason=self.refusal)
        if self.state is not None and (self.obeys_again if again else self.obeys):
            self.state = True
        return LockResult(requested=True)

    def is_locked(self) -> bool | None:
        return None if self.way is None else self.state


class FakeIdleClock:
    """Nobody touched anything for `seconds`; None: cannot tell."""

    def __init__(self, seconds: float | None = 0.0) -> None:
        self.seconds = seconds

    def seconds_idle(self) -> float | None:
        return self.seconds


class FakeSessionEvents:
    """Tells what it was told to tell. Keeps the contract of `app.system.session_events`."""

    def __init__(self, on_event: OnSessionEvent, ending: str | None = None) -> None:
        self._on_event = on_event
        self.ending = ending
        self.hears = True
        self.is_closed = False
        self.let_go = 0
        self.let_end = 0

    def tell(self, event: SessionEvent) -> None:
        if not self.is_closed and (event is not SessionEvent.ENDING or self.ending is not None):
            self._on_event(event)

    def ready_to_sleep(self) -> None:
        self.let_go += 1

    def ready_to_end(self) -> None:
        self.let_end += 1

    def close(self) -> None:
        self.is_closed = True
        self.hears = False


SAFE_LOCK = LockSettings(locks_after=timedelta(0), asks_on_wake=True, on_lid=OnLid.SLEEPS, dynamic_lock=False)


class FakeLockSettings:
    """A system that is set as it was told; at first safely. Keeps the contract of `app.system.lock_settings`."""

    def __init__(self, settings: LockSettings | None = None) -> None:
        self.settings = settings or SAFE_LOCK
        self.reads = 0

    def read(self) -> LockSettings:
        self.reads += 1
        return self.settings


class FakePresenceSource:
    """Tells what it was told. Keeps the contract of `app.system.presence`."""

    def __init__(self, presence: Presence | None = None) -> None:
        self.presence = presence or Presence(in_presentation=False, in_call=False, session_locked=False)
        self.asked = 0

    def read(self) -> Presence:
        self.asked += 1
        return self.presence


class FakeNotifier:
    """A desktop that shows toasts in memory. Keeps the contract of `app.system.notify`.

    `is_there` False: it has no notifications. `choose` and `dismiss` are what a person does.
    """

    def __init__(self, on_answer: OnAnswer) -> None:
        self._on_answer = on_answer
        self.is_there = True
        self.is_closed = False
        self.shown: list[Toast] = []
        self.standing: dict[int, Toast] = {}
        self._last = 0

    def show(self, toast: Toast, replaces: int | None = None) -> int | None:
        if not self.is_there or self.is_closed:
            return None
        self.shown.append(toast)
        if replaces is None:
            self._last += 1
        id_ = replaces or self._last
        self.standing[id_] = toast
        return id_

    def withdraw(self, id_: int) -> None:
        self.standing.pop(id_, None)

    def close(self) -> None:
        self.is_closed = True

    def choose(self, id_: int, key: str, activation: str | None = None) -> None:
        if id_ in self.standing and not self.is_closed:
            self._on_answer(Answer(id=id_, key=key, activation=activation))

    def dismiss(self, id_: int) -> None:
        if self.standing.pop(id_, None) is not None and not self.is_closed:
            self._on_answer(Answer(id=id_))


class FakeAutostart:
    """Starts with the session or not, as it was told. Keeps the contract of `app.system.autostart`."""

    def __init__(self, state: AutostartState | None = AutostartState.ABSENT) -> None:
        self.told = state
        self.refusal: OSError | None = None

    def state(self) -> AutostartState | None:
        return self.told

    def switch(self, on: bool) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.told = AutostartState.OWN if on else AutostartState.ABSENT
