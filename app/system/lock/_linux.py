"""Locking on Linux: logind, which passes it on to the desktop; else the desktop's own ScreenSaver service.

Nobody has to obey logind, and its LockedHint is only as good as the desktop that sets it. GNOME and KDE set it; GNOME misses
it when it locks right after starting; swaylock never sets it. GNOME's GetActive says that the screen is covered, locked or not;
KDE's that it is locked. So LockedHint counts when it says yes, and "no" needs a second witness.
"""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

from app.domain.messages import msg
from app.system.bus import Bus, Service, Unanswered, ask
from app.system.bus.logind import screen_session
from app.system.lock import LockResult

LOGIND = "logind"
FREEDESKTOP = Service(
    bus=Bus.SESSION,
    name="org.freedesktop.ScreenSaver",
    path="/org/freedesktop/ScreenSaver",
    interface="org.freedesktop.ScreenSaver",
)
GNOME = Service(
    bus=Bus.SESSION,
    name="org.gnome.ScreenSaver",
    path="/org/gnome/ScreenSaver",
    interface="org.gnome.ScreenSaver",
)
SAVERS = (FREEDESKTOP, GNOME)


class LinuxSessionLock:
    """Implements `SessionLock`."""

    def __init__(self) -> None:
        self._hint_is_kept = False  # it was seen to say yes, so its "no" is worth something

    def mechanism(self) -> str | None:
        if _locked_hint() is not None:
            return LOGIND
        return next((saver.name for saver in SAVERS if _is_active(saver) is not None), None)

    def lock(self, *, again: bool = False) -> LockResult:
        ways: list[Service | None] = [None, *SAVERS]  # None: the session, which is looked for each time
        if again:
            ways = [*SAVERS, None]
        refused = None
        for way in ways:
            try:
                _ask_to_lock(way or screen_session().service)
            except Unanswered as error:
                refused = refused or (None if error.is_absent else error.code)
            else:
                return LockResult(requested=True)
        reason = msg("lock.no-way") if refused is None else msg("lock.refused", code=refused)
        return LockResult(requested=False, reason=reason)

    def is_locked(self) -> bool | None:
        hint = _locked_hint()
        if hint:
            self._hint_is_kept = True
            return True
        for saver in SAVERS:
            is_active = _is_active(saver)
            if is_active and saver is GNOME and hint is False:
                return None  # covered without a lock, or locked without the hint
            if is_active is not None:
                return is_active
        return False if hint is False and self._hint_is_kept else None


def _ask_to_lock(service: Service) -> None:
    """Raises Unanswered. An answer that comes late is none: some services answer when the screen is covered."""
    try:
        ask(service, "Lock")
    except Unanswered as error:
        if not error.came_late:
            raise


def _locked_hint() -> bool | None:
    try:
        hint = screen_session().seen.get("LockedHint")
    except Unanswered:
        return None
    return hint if isinstance(hint, bool) else None


def _is_active(saver: Service) -> bool | None:
    """None: not there, or (as GNOME's bearer of the freedesktop name) without this method."""
    try:
        return bool(ask(saver, "GetActive", gives="b")[0])
    except Unanswered:
        return None
