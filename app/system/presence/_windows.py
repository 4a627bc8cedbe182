r"""Presence on Windows: what the Shell says of full screens, and which programs use microphone or camera now.

A remote desktop that fills the screen is full screen too, but no presentation: nobody has to be there for it.

The second stands where Windows itself reads it for the icon in its taskbar: each program that ever used the device has a key
below `CapabilityAccessManager\ConsentStore`, whose stop time is 0 while it does. A crash, or power that fails, leaves such a
zero for ever, so one from before the start of the system does not count, nor one of a program that does not run.
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import ntpath
import winreg
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from enum import IntEnum

import psutil

from app.domain.presence import Presence
from app.system.presence._windows_programs import foreground_program, running_programs
from app.system.sessions import is_remote_client

CONSENT = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore"
DEVICES = ("microphone", "webcam")
NOT_PACKAGED = "NonPackaged"  # below it the programs that are no app, their paths written with # for \
EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
SLACK = timedelta(minutes=1)  # the moment of the start is computed, and the clock may have been corrected since


class Shell(IntEnum):
    """QUERY_USER_NOTIFICATION_STATE."""

    NOT_PRESENT = 1  # screen saver, locked, or another person's session in front
    BUSY = 2  # something is full screen, or presentation settings are on
    D3D_FULL_SCREEN = 3
    PRESENTATION_MODE = 4
    ACCEPTS = 5
    QUIET_TIME = 6  # the first hour of a new account or system: nothing is to be shown
    APP = 7  # from Windows 8, where apps were full screen; in a window now


SHOWING = frozenset({Shell.BUSY, Shell.PRESENTATION_MODE})  # not a game, nor silence
SILENT = frozenset({Shell.BUSY, Shell.D3D_FULL_SCREEN, Shell.PRESENTATION_MODE, Shell.QUIET_TIME})


class WindowsPresence:
    """Implements `PresenceSource`. `consent`: the key of the person's registry below which the devices are."""

    def __init__(self, is_locked: Callable[[], bool | None], consent: str = CONSENT) -> None:
        self._is_locked = is_locked
        self._consent = consent

    def read(self) -> Presence:
        shell = shell_state()
        return Presence(
            in_presentation=None if shell is None else shell in SILENT,
            is_showing=None if shell is None else shell in SHOWING and not is_remote_client(foreground_program()),
            in_call=is_in_use(self._consent),
            session_locked=True if shell is Shell.NOT_PRESENT else self._is_locked(),
        )


def shell_state() -> Shell | None:
    """None: the Shell does not answer, or with something unknown."""
    state = ctypes.c_int()
    if ctypes.WinDLL("shell32").SHQueryUserNotificationState(ctypes.byref(state)) != 0:
        return None
    return {known.value: known for known in Shell}.get(state.value)


def is_in_use(consent: str) -> bool | None:
    """Whether a program uses microphone or camera; None where Windows does not keep it (before 1903)."""
    known = False
    for device in DEVICES:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, rf"{consent}\{device}") as store:
                known = True
                if any(_is_used_now(started, path) for started, path in _unfinished(store)):
                    return True
        except OSError:
            continue
    return False if known else None


def _unfinished(store: winreg.HKEYType) -> Iterator[tuple[datetime, str | None]]:
    """When each use began that has no end, and the program's path where it is no app."""
    for name in _names(store):
        if name == NOT_PACKAGED:
            with winreg.OpenKey(store, name) as programs:
                for path in _names(programs):
                    yield from ((began, path.replace("#", "\\")) for began in _began(programs, path))
        else:
            yield from ((began, None) for began in _began(store, name))


def _names(key: winreg.HKEYType) -> list[str]:
    count, _values, _changed = winreg.QueryInfoKey(key)
    return [winreg.EnumKey(key, number) for number in range(count)]


def _began(programs: winreg.HKEYType, name: str) -> Iterator[datetime]:
    try:
        with winreg.OpenKey(programs, name) as program:
            started, _ = winreg.QueryValueEx(program, "LastUsedTimeStart")
            stopped, _ = winreg.QueryValueEx(program, "LastUsedTimeStop")
    except OSError:  # it was allowed, and never used
        return
    if isinstance(started, int) and started > 0 and stopped == 0:
        yield EPOCH + timedelta(microseconds=started // 10)


def _is_used_now(began: datetime, path: str | None) -> bool:
    if began < datetime.fromtimestamp(psutil.boot_time(), UTC) - SLACK:
        return False
    programs = running_programs()
    return path is None or programs is None or ntpath.basename(path).lower() in programs
