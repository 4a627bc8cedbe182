"""Notifications of the system with buttons. Where there are none the window falls back on its tray icon."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

DEFAULT = "default"  # the key of a click on the notification itself
APPLICATION_ID = "Vroom.Assistant"  # Windows' AUMID: the installer's shortcut bears it too


@dataclass(frozen=True, slots=True)
class ToastAction:
    """A button: what it says, and the key that comes back."""

    key: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Toast:
    """Plain texts, rendered. The first action is also what a click on the notification itself means."""

    title: str
    body: str
    actions: tuple[ToastAction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of notification `id`. `key`: the action that was chosen (DEFAULT for the notification itself); None: it is
    gone without a choice. `activation`: a token that lets a window come to the front (Wayland)."""

    id: int
    key: str | None = None
    activation: str | None = None


OnAnswer = Callable[[Answer], None]


class Ability(StrEnum):
    """How notifications of this program reach a person here."""

    BUTTONS = "buttons"
    PLAIN = "plain"  # without buttons
    TRAY = "tray"  # the system has none for it: through the tray icon
    SWITCHED_OFF = "switched-off"  # by the person or IT, in the system's own settings


class Notifier(Protocol):
    """Its methods may be called from any thread but the one of `on_answer`, and end within seconds."""

    def show(self, toast: Toast, replaces: int | None = None) -> int | None:
        """The id of the notification; None: this system has none, or does not answer. `replaces`: an id that it takes the
        place of, so that one never stands beside an older one."""
        ...

    def withdraw(self, id_: int) -> None:
        """Harmless when it is gone already."""
        ...

    def close(self) -> None:
        """Nothing is told after it. What still stands stays: `withdraw` it first."""
        ...


def system_notifier(on_answer: OnAnswer) -> Notifier:
    """`on_answer` is called in a thread of the notifier, and returns at once."""
    if sys.platform == "win32":
        from app.system.notify._windows import WindowsNotifier as PlatformNotifier
    else:
        from app.system.notify._linux import LinuxNotifier as PlatformNotifier
    return PlatformNotifier(on_answer)


def toast_ability() -> Ability:
    """Nothing is shown for it."""
    if sys.platform == "win32":
        from app.system.notify._windows import toast_ability as ability
    else:
        from app.system.notify._linux import toast_ability as ability
    return ability()


def claim_application_id() -> bool:
    """Before the first window: taskbar and notifications then know the process as the installed program. False: this system
    has no such names, or refused."""
    if sys.platform == "win32":
        from app.system.notify._windows import claim_application_id as claim

        return claim()
    return False
