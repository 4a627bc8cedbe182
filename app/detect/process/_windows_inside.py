"""The worker on Windows, seen from inside: how it gets its requests, what holds it, and what it gives up itself."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import contextlib
import ctypes
import msvcrt
import os
from collections.abc import Callable
from ctypes import wintypes
from pathlib import Path

from app.detect.process._platform import Requests
from app.detect.process._windows_calls import current_process, drive_type, get_mitigation, set_mitigation
from app.detect.process._windows_job import (
    ACTIVE_PROCESS,
    ALL_OF_THE_DESKTOP,
    KILL_ON_CLOSE,
    PROCESS_MEMORY,
    PROCESS_TIME,
    own_desktop_limits,
    own_limits,
)
from app.detect.process._windows_token import LOW_INTEGRITY, own_integrity, own_privileges
from app.detect.process.measures import Force, Measure, Measures, in_force

_BUFFER_BYTES = 262_144
_REMOTE_DRIVE = 4
_PASSING_THROUGH_FOLDERS = 1  # the one privilege that a restricted token keeps
# Policies of SetProcessMitigationPolicy, and what of them. Left out: no code made at run time, which ctypes' callbacks are;
# system fonts and win32k, which libraries of Windows that Python loads take.
_EXTENSION_POINTS, _IMAGES, _CHILD_PROCESSES = 6, 10, 13
_NO_REMOTE_IMAGES, _NO_LOW_IMAGES = 1, 2


class PipeRequests:
    """Implements Requests: an open document is a handle that the parent put into this process."""

    def __init__(self, descriptor: int) -> None:
        self._pipe = os.fdopen(descriptor, "rb", _BUFFER_BYTES)

    def read(self, size: int) -> bytes:
        return self._pipe.read(size)

    def document(self, told: int) -> int:
        return msvcrt.open_osfhandle(told, os.O_RDONLY | os.O_BINARY | os.O_NOINHERIT)


def requests_from(descriptor: int) -> Requests:
    return PipeRequests(descriptor)


def confine(memory_bytes: int) -> Measures:
    """What the parent has put around this process is looked at from inside; the rest is asked for here."""
    return {
        Measure.LIMITS: _told(lambda: _is_limited(memory_bytes)),
        Measure.ENDS_WITH_PARENT: _told(lambda: bool(own_limits().basic.flags & KILL_ON_CLOSE)),
        Measure.DESKTOP: _told(lambda: own_desktop_limits() == ALL_OF_THE_DESKTOP),
        Measure.NO_PRIVILEGES: _told(lambda: own_privileges() <= _PASSING_THROUGH_FOLDERS),
        Measure.FILES: _told(lambda: own_integrity() <= LOW_INTEGRITY),
        Measure.PROGRAMS: _told(_starts_no_other),
        Measure.LIBRARIES: _told(_loads_own_libraries),
    }


def _told(look: Callable[[], bool]) -> Force:
    """What the system has no answer to, it does not have."""
    try:
        return in_force(look())
    except OSError:
        return Force.ABSENT


def _is_limited(memory_bytes: int) -> bool:
    limits = own_limits()
    wanted = PROCESS_MEMORY | PROCESS_TIME
    return bool(limits.basic.flags & wanted == wanted and 0 < limits.process_memory <= memory_bytes)


def _starts_no_other() -> bool:
    """By the Job, which counts one process; and by a policy, which an older Windows does not have."""
    limits = own_limits()
    by_job = bool(limits.basic.flags & ACTIVE_PROCESS) and limits.basic.active_processes == 1
    with contextlib.suppress(OSError):
        return _mitigate(_CHILD_PROCESSES, 1) or by_job
    return by_job


def _loads_own_libraries() -> bool:
    """None from another machine, unless the program itself lies there; none that a program of low integrity wrote."""
    images = _NO_LOW_IMAGES if _is_remote(sys.base_prefix) else _NO_LOW_IMAGES | _NO_REMOTE_IMAGES
    return all([_mitigate(_EXTENSION_POINTS, 1), _mitigate(_IMAGES, images)])


def _is_remote(folder: str) -> bool:
    anchor = Path(folder).anchor
    return anchor.startswith("\\\\") or bool(drive_type(anchor) == _REMOTE_DRIVE)


def _mitigate(policy: int, flags: int) -> bool:
    """There is no way back. False when it does not stand afterwards. Raises OSError where the system has it not."""
    wanted, told = wintypes.DWORD(flags), wintypes.DWORD()
    set_mitigation(policy, ctypes.byref(wanted), ctypes.sizeof(wanted))
    get_mitigation(current_process(), policy, ctypes.byref(told), ctypes.sizeof(told))
    return told.value & flags == flags
