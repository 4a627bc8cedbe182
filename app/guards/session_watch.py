"""What the system tells of the session, for a guard: heard in another thread, taken in the guard's own. Source: VR-P6."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from queue import Empty, SimpleQueue

from app.system.session_events import OnSessionEvent, SessionEvent, SessionEvents

TRY_AGAIN = timedelta(minutes=5)  # where nothing could be heard, or the system's service went

MakeEvents = Callable[[OnSessionEvent], SessionEvents]


class SessionWatch:
    """`make` begins to listen; that may take seconds, so it is done at the first look and not when the guards start."""

    def __init__(self, make: MakeEvents | None) -> None:
        self._make = make
        self._wake: Callable[[], None] | None = None
        self._events: SessionEvents | None = None
        self._tried_at: datetime | None = None
        self._heard: SimpleQueue[SessionEvent] = SimpleQueue()

    def listen(self, wake: Callable[[], None]) -> None:
        self._wake = wake

    def take(self, now: datetime) -> tuple[SessionEvent, ...]:
        """What was heard since the last time, the oldest first."""
        self._keep_listening(now)
        heard = []
        while True:
            try:
                heard.append(self._heard.get_nowait())
            except Empty:
                return tuple(heard)

    def ready_to_sleep(self) -> None:
        if self._events is not None:
            self._events.ready_to_sleep()

    def close(self) -> None:
        events, self._events = self._events, None
        self._wake = None
        if events is not None:
            events.close()

    def _keep_listening(self, now: datetime) -> None:
        if self._make is None or self._wake is None or (self._events is not None and self._events.hears):
            return
        if self._tried_at is not None and timedelta(0) <= now - self._tried_at < TRY_AGAIN:
            return
        self._tried_at = now
        if self._events is not None:
            self._events.close()
        self._events = self._make(self._hear)

    def _hear(self, event: SessionEvent) -> None:
        self._heard.put(event)
        wake = self._wake
        if wake is not None:
            wake()


def asks_for_a_lock(heard: tuple[SessionEvent, ...]) -> bool:
    """Whether the screen has to be locked for what was heard: before sleep, and after it unless the person unlocked since."""
    wanted = False
    for event in heard:
        if event in (SessionEvent.SLEEPING, SessionEvent.AWAKE):
            wanted = True
        elif event is SessionEvent.UNLOCKED:
            wanted = False
    return wanted
