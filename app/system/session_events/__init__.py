"""Hears what becomes of the person's session: locked and unlocked, left and taken up, sleep and waking. Source: VR-P6."""

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

    def close(self) -> None:
        """Hear nothing more; harmless when it is closed. Not from within an event."""
        ...


def session_events(on_event: OnSessionEvent) -> SessionEvents:
    """Begins to listen. `on_event` is called in another thread, returns at once and asks the system nothing."""
    if sys.platform == "win32":
        from app.system.session_events._windows import WindowsSessionEvents as PlatformEvents
    else:
        from app.system.session_events._linux import LinuxSessionEvents as PlatformEvents
    return PlatformEvents(on_event)
