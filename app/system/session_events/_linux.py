"""Session events on Linux: logind's signals, and those of the desktop's ScreenSaver where logind's hint is not kept.

logind waits some seconds with sleep and shutdown for who asked it to (a "delay" inhibitor), so that the screen is locked
before, and a person can answer. A sign-out alone is the desktop's, and logind knows nothing of it.
"""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from app.system.bus import PROPERTIES, Bus, Service, Unanswered, is_there
from app.system.bus.conversation import Conversation, OnSignal
from app.system.bus.inhibitor import Delay
from app.system.bus.logind import MANAGER, screen_session
from app.system.session_events import OnSessionEvent, SessionEvent

SAVERS = tuple(
    Service(bus=Bus.SESSION, name=name, path="/" + name.replace(".", "/"), interface=name)
    for name in ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
)


class LinuxSessionEvents:
    """Implements `SessionEvents`. What is not there when it is made is not heard."""

    def __init__(self, on_event: OnSessionEvent, ending: str | None = None) -> None:
        self._on_event = on_event
        self._delays = _Delays("sleep", "Locks the screen before sleep")
        self._ends = None if ending is None else _Delays("shutdown", ending)
        self._conversations = [
            heard
            for heard in (
                _listening(lambda: MANAGER, self._of_manager),
                _listening(_session_properties, self._of_session),
                *(_listening(partial(_present, saver), self._of_saver) for saver in SAVERS),
            )
            if heard is not None
        ]
        self._delays.take()
        if self._ends is not None:
            self._ends.take()

    @property
    def hears(self) -> bool:
        return any(conversation.is_open for conversation in self._conversations)

    def ready_to_sleep(self) -> None:
        self._delays.release()

    def ready_to_end(self) -> None:
        if self._ends is not None:
            self._ends.release()

    def close(self) -> None:
        while self._conversations:
            self._conversations.pop().close()
        self._delays.close()
        if self._ends is not None:
            self._ends.close()

    def _of_manager(self, name: str, values: tuple[Any, ...]) -> None:
        if not values or not isinstance(values[0], bool):
            return
        if name == "PrepareForSleep":
            if not values[0]:
                self._delays.take()
            self._on_event(SessionEvent.SLEEPING if values[0] else SessionEvent.AWAKE)
        elif name == "PrepareForShutdown" and self._ends is not None:
            if values[0]:
                self._on_event(SessionEvent.ENDING)
            else:
                self._ends.take()  # somebody thought better of it

    def _of_session(self, name: str, values: tuple[Any, ...]) -> None:
        if name != "PropertiesChanged" or len(values) != 3 or not isinstance(values[1], dict):
            return
        changed = {key: value for key, (_, value) in values[1].items()}
        if "LockedHint" in changed:
            self._on_event(SessionEvent.LOCKED if changed["LockedHint"] else SessionEvent.UNLOCKED)
        if "Active" in changed:
            self._on_event(SessionEvent.TAKEN_UP if changed["Active"] else SessionEvent.LEFT)

    def _of_saver(self, name: str, values: tuple[Any, ...]) -> None:
        if name == "ActiveChanged" and values and isinstance(values[0], bool):
            self._on_event(SessionEvent.LOCKED if values[0] else SessionEvent.UNLOCKED)


class _Delays:
    """The delay that is held now. Taking one asks a question, so after waking a thread of its own does it."""

    def __init__(self, what: str, why: str) -> None:
        self._what = what
        self._why = why
        self._held: Delay | None = None
        self._lock = threading.Lock()
        self._taking: threading.Thread | None = None
        self._closed = False

    def take(self) -> None:
        self._taking = threading.Thread(target=self._take, name=f"{self._what}-delay", daemon=True)
        self._taking.start()

    def release(self) -> None:
        with self._lock:
            held, self._held = self._held, None
        if held is not None:
            held.release()

    def close(self) -> None:
        with self._lock:
            self._closed = True
        if self._taking is not None:
            self._taking.join()
        self.release()

    def _take(self) -> None:
        try:
            delay = Delay(self._what, self._why)
        except Unanswered:
            return  # without it the screen may be locked just after waking
        with self._lock:
            if self._held is None and not self._closed:
                self._held, delay = delay, None  # type: ignore[assignment]  # handed over
        if delay is not None:
            delay.release()


def _listening(service: Callable[[], Service], on_signal: OnSignal) -> Conversation | None:
    try:
        return Conversation(service(), on_signal)
    except Unanswered:
        return None


def _session_properties() -> Service:
    """Raises Unanswered."""
    return replace(screen_session().service, interface=PROPERTIES)


def _present(saver: Service) -> Service:
    """Raises Unanswered: it is not there."""
    if not is_there(saver.bus, saver.name):
        raise Unanswered("org.freedesktop.DBus.Error.NameHasNoOwner")
    return saver
