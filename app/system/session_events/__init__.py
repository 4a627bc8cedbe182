"""Hears what becomes of the person's session: locked and unlocked, left and taken up, sleep and waking, and its end.
Source: VR-P6, VR-P4."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Protocol


class SessionEvent(StrEnum):
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    LEFT = "left"  # another person's session in front, or a remote one disconnected
    TAKEN_UP = "taken-up"
    SLEEPING = "sleeping"  # about to
    AWAKE = "awake"
    ENDING = "ending"  # sign-out, restart or shutdown is about to come; told only to who asked for it


OnSessionEvent = Callable[[SessionEvent], None]


class SessionEvents(Protocol):
    """Nobody promises that every event comes: who hears one looks how it is, and who hears none looks now and then."""

    @property
    def hears(self) -> bool:
        """Whether anything can be heard: False where the system tells nobody."""
        ...

    def ready_to_sleep(self) -> None:
        """What had to be done after SLEEPING is done. Without it the system waits a few seconds at most."""
        ...

    def ready_to_end(self) -> None:
        """What had to be done after ENDING is done. Without it the end comes after five seconds, and a forced one at once."""
        ...

    def close(self) -> None:
        """Hear nothing more; harmless when it is closed. Not from within an event."""
        ...


def session_events(on_event: OnSessionEvent, ending: str | None = None) -> SessionEvents:
    """Begins to listen. `on_event` is called in another thread, returns at once and asks the system nothing. `ending`: why the
    end of the session should wait a moment, in the person's language; None: it need not, and ENDING is not told."""
    if sys.platform == "win32":
        from app.system.session_events._windows import WindowsSessionEvents as PlatformEvents
    else:
        from app.system.session_events._linux import LinuxSessionEvents as PlatformEvents
    return PlatformEvents(on_event, ending)
