"""Idle time on Linux: GNOME's compositor, the desktop's ScreenSaver service, X11, logind's hint. Wayland without: unknown."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import time

from app.system.bus import Bus, Service, Unanswered, ask, is_there
from app.system.bus.logind import screen_session
from app.system.idle._x11 import seconds_without_input

MUTTER = Service(
    bus=Bus.SESSION,
    name="org.gnome.Mutter.IdleMonitor",
    path="/org/gnome/Mutter/IdleMonitor/Core",
    interface="org.gnome.Mutter.IdleMonitor",
)
SAVER = Service(
    bus=Bus.SESSION,
    name="org.freedesktop.ScreenSaver",
    path="/org/freedesktop/ScreenSaver",
    interface="org.freedesktop.ScreenSaver",
)
KDE = "org.kde.screensaver"  # bears the freedesktop name too, and counts milliseconds where others count seconds


class LinuxIdleClock:
    """Implements `IdleClock`."""

    def __init__(self) -> None:
        self._saver_counts = False

    def seconds_idle(self) -> float | None:
        for read in (_by_mutter, self._by_saver, seconds_without_input, _by_logind):
            try:
                seconds = read()
            except Unanswered:
                continue
            if seconds is not None:
                return seconds
        return None

    def _by_saver(self) -> float | None:
        """Some answer zero for ever (Plasma 5 on Wayland), so zero means something only after another answer was seen."""
        (count,) = ask(SAVER, "GetSessionIdleTime", gives="u")
        self._saver_counts = self._saver_counts or count > 0
        if not self._saver_counts:
            return None
        return count / 1000 if is_there(Bus.SESSION, KDE) else float(count)


def _by_mutter() -> float:
    (milliseconds,) = ask(MUTTER, "GetIdletime", gives="t")
    return float(milliseconds) / 1000


def _by_logind() -> float | None:
    """The desktop sets the hint after some minutes: since then nobody was there. Before that there is no telling."""
    seen = screen_session().seen
    since = seen.get("IdleSinceHintMonotonic")
    if seen.get("IdleHint") is not True or not isinstance(since, int) or since <= 0:
        return None
    return max(0.0, time.monotonic() - since / 1_000_000)  # both are CLOCK_MONOTONIC
