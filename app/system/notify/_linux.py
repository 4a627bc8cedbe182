"""Notifications by org.freedesktop.Notifications (specification 1.2), which every desktop has in its own way."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import threading
from collections.abc import Sequence
from html import escape
from types import MappingProxyType
from typing import Any, Final

from app.system.bus import Bus, Service, Unanswered
from app.system.bus.conversation import Conversation
from app.system.notify import DEFAULT, Ability, Answer, OnAnswer, Toast, ToastAction

SERVICE = Service(
    bus=Bus.SESSION,
    name="org.freedesktop.Notifications",
    path="/org/freedesktop/Notifications",
    interface="org.freedesktop.Notifications",
)
PROGRAM = "Vroom assistant"
DESKTOP_ENTRY = "vroom-assistant"  # by it desktops know the icon, and the person's wishes for this program
NORMAL = 1  # urgency; a critical one would stay on the screen, and come through "do not disturb"
AS_THE_DESKTOP_DOES = -1  # how long it stays
HINTS: Final = MappingProxyType(
    {
        "urgency": ("y", NORMAL),
        "category": ("s", "x-vroom.news"),
        "desktop-entry": ("s", DESKTOP_ENTRY),
        "suppress-sound": ("b", True),
    }
)


class LinuxNotifier:
    """Implements `Notifier`. Connects when the first toast is shown, and anew when the bus was lost."""

    def __init__(self, on_answer: OnAnswer) -> None:
        self._on_answer = on_answer
        self._lock = threading.Lock()
        self._conversation: Conversation | None = None
        self._abilities: frozenset[str] = frozenset()
        self._mine: set[int] = set()  # other programs' notifications are told of too
        self._activation: tuple[int, str] | None = None
        self._is_closed = False

    def show(self, toast: Toast, replaces: int | None = None) -> int | None:
        with self._lock:
            try:
                conversation = self._opened()
                (id_,) = conversation.ask("Notify", "susssasa{sv}i", self._arguments(toast, replaces or 0))
            except Unanswered:
                return None
            self._mine.add(int(id_))
            return int(id_)

    def withdraw(self, id_: int) -> None:
        with self._lock:
            self._mine.discard(id_)
            if self._conversation is None:
                return
            try:
                self._conversation.ask("CloseNotification", "u", (id_,))
            except Unanswered:
                return  # it is gone, or the service is

    def close(self) -> None:
        with self._lock:
            self._is_closed = True
            if self._conversation is not None:
                self._conversation.close()

    def _opened(self) -> Conversation:
        """Raises Unanswered. Abilities are asked for first: that also starts a service that is started on demand."""
        if self._is_closed:
            raise Unanswered("closed")
        if self._conversation is None or not self._conversation.is_open:
            if self._conversation is not None:
                self._conversation.close()
                self._mine.clear()  # ids of a service that may have gone with the bus
            self._conversation = Conversation(SERVICE, self._hear)
        (abilities,) = self._conversation.ask("GetCapabilities")
        self._abilities = frozenset(abilities)
        return self._conversation

    def _arguments(self, toast: Toast, replaces: int) -> tuple[object, ...]:
        body = escape(toast.body, quote=False) if "body-markup" in self._abilities else toast.body
        actions = _flat(toast.actions) if "actions" in self._abilities else []
        return (PROGRAM, replaces, DESKTOP_ENTRY, toast.title, body, actions, dict(HINTS), AS_THE_DESKTOP_DOES)

    def _hear(self, signal: str, values: Sequence[Any]) -> None:
        """In the thread of the conversation."""
        id_ = values[0] if values else None
        if not isinstance(id_, int) or id_ not in self._mine:
            return
        if signal == "ActivationToken":  # comes just before the action it belongs to
            self._activation = (id_, str(values[1]))
        elif signal == "ActionInvoked":
            self._on_answer(Answer(id=id_, key=str(values[1]), activation=self._take_token(id_)))
        elif signal == "NotificationClosed":
            self._mine.discard(id_)
            self._on_answer(Answer(id=id_))

    def _take_token(self, id_: int) -> str | None:
        held, self._activation = self._activation, None
        return held[1] if held is not None and held[0] == id_ else None


def toast_ability() -> Ability:
    try:
        conversation = Conversation(SERVICE, lambda _signal, _values: None)
    except Unanswered:
        return Ability.TRAY
    try:
        (abilities,) = conversation.ask("GetCapabilities")
    except Unanswered:
        return Ability.TRAY
    finally:
        conversation.close()
    return Ability.BUTTONS if "actions" in abilities else Ability.PLAIN


def _flat(actions: Sequence[ToastAction]) -> list[str]:
    """Keys and labels by turns; a click on the notification means the first."""
    named = [(action.key, action.label) for action in actions]
    if named:
        named.insert(0, (DEFAULT, named[0][1]))
    return [part for pair in named for part in pair]
