"""Presence on Linux: what the desktop knows of silence and of screens kept awake, and what the kernel knows of microphones.

Nobody tells plainly that a presentation or a call is on. What comes near:

- Plasma's notifications say `Inhibited` while the person or a shared or mirrored screen asks for silence.
- A program that shows something full screen, or holds a call, keeps the screen from going dark: GNOME, MATE and Cinnamon
  (`org.gnome.SessionManager`) and Plasma (PowerDevil) tell that somebody does, and who. Programs that do nothing else than
  keep a computer awake do not count.
- A capture stream of ALSA that runs means that somebody listens; PipeWire and PulseAudio capture through it, and suspend it
  seconds after the last listener. The microphone of a Bluetooth headset goes another way and is not seen.
"""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from app.domain.presence import Presence
from app.system.bus import Bus, Service, Unanswered, ask, properties
from app.system.sessions import is_remote_client

NOTIFICATIONS = Service(
    bus=Bus.SESSION,
    name="org.freedesktop.Notifications",
    path="/org/freedesktop/Notifications",
    interface="org.freedesktop.Notifications",
)
SESSION_MANAGER = Service(
    bus=Bus.SESSION,
    name="org.gnome.SessionManager",
    path="/org/gnome/SessionManager",
    interface="org.gnome.SessionManager",
)
POLICY_AGENT = Service(
    bus=Bus.SESSION,
    name="org.kde.Solid.PowerManagement.PolicyAgent",
    path="/org/kde/Solid/PowerManagement/PolicyAgent",
    interface="org.kde.Solid.PowerManagement.PolicyAgent",
)
IDLE = 8  # flag of the session manager's inhibitors: the screen stays on
SCREEN = 4  # PowerDevil's ChangeScreenSettings
MOST_INHIBITORS = 20  # each is a question of its own
KEEP_AWAKE = (
    "caffeine",
    "coffee",
    "espresso",
    "inhibit",
    "keep-awake",
    "keepawake",
    "nosleep",
    "plasmashell",
    "stay-awake",
)


class LinuxPresence:
    """Implements `PresenceSource`. `sound`: where the kernel shows its sound cards."""

    def __init__(self, is_locked: Callable[[], bool | None], sound: Path = Path("/proc/asound")) -> None:
        self._is_locked = is_locked
        self._sound = sound

    def read(self) -> Presence:
        is_showing = _any(look() for look in (_kept_on_by_gnome, _kept_on_by_plasma))
        return Presence(
            in_presentation=is_showing or _any((_silence_asked(), is_showing)),
            is_showing=is_showing,
            in_call=_is_listening(self._sound),
            session_locked=self._is_locked(),
        )


def _any(answers: Iterable[bool | None]) -> bool | None:
    """True as soon as one is; None when nobody could tell."""
    known = False
    for answer in answers:
        if answer:
            return True
        known = known or answer is False
    return False if known else None


def _silence_asked() -> bool | None:
    try:
        inhibited = properties(NOTIFICATIONS).get("Inhibited")
    except Unanswered:
        return None
    return inhibited if isinstance(inhibited, bool) else None


def _kept_on_by_gnome() -> bool | None:
    try:
        if not ask(SESSION_MANAGER, "IsInhibited", "u", (IDLE,))[0]:
            return False
        (paths,) = ask(SESSION_MANAGER, "GetInhibitors")
    except Unanswered:
        return None
    return any(_shows_something(path) for path in paths[:MOST_INHIBITORS])


def _shows_something(path: str) -> bool:
    """Whether this inhibitor keeps the screen on and is no keep-awake tool. One that went meanwhile shows nothing."""
    inhibitor = replace(SESSION_MANAGER, path=path, interface="org.gnome.SessionManager.Inhibitor")
    try:
        if not ask(inhibitor, "GetFlags")[0] & IDLE:
            return False
        return not _only_keeps_awake(str(ask(inhibitor, "GetAppId")[0]))
    except Unanswered:
        return False


def _kept_on_by_plasma() -> bool | None:
    try:
        if not ask(POLICY_AGENT, "HasInhibition", "u", (SCREEN,))[0]:
            return False
        (programs,) = ask(POLICY_AGENT, "ListInhibitions")
    except Unanswered:
        return None
    return any(not _only_keeps_awake(str(name)) for name, _reason in programs)


def _only_keeps_awake(program: str) -> bool:
    """A remote desktop keeps the screen on for as long as it is open: nobody has to be there for it either."""
    return any(word in program.lower() for word in KEEP_AWAKE) or is_remote_client(program.rpartition(".")[2])


def _is_listening(sound: Path) -> bool | None:
    """Whether a capture stream runs; None where there is no microphone to be seen."""
    states = [_text(status) for status in sound.glob("card*/pcm*c/sub*/status")]
    if not states:
        return None
    return any("RUNNING" in state for state in states)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:  # the card was unplugged
        return ""
