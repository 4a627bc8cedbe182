"""The Job object around the worker: memory, processor time, one process, no desktop, and it ends with its parent."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import contextlib
import ctypes
from ctypes import wintypes

from app.detect.process._windows_calls import HANDLE, assign_to_job, close_handle, create_job, query_job, set_job

PROCESS_TIME, ACTIVE_PROCESS, PROCESS_MEMORY, JOB_MEMORY = 0x2, 0x8, 0x100, 0x200
DIE_ON_UNHANDLED_EXCEPTION, KILL_ON_CLOSE = 0x400, 0x2000
# Handles of others, clipboard (2), system parameters, display, global atoms, desktops, ending the session
ALL_OF_THE_DESKTOP = 0xFF
_UI_RESTRICTIONS, _EXTENDED_LIMITS = 4, 9
_TICKS = 10_000_000  # a second, in the units of 100 ns that Windows counts in


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("per_process_time", ctypes.c_int64),
        ("per_job_time", ctypes.c_int64),
        ("flags", wintypes.DWORD),
        ("minimum_working_set", ctypes.c_size_t),
        ("maximum_working_set", ctypes.c_size_t),
        ("active_processes", wintypes.DWORD),
        ("affinity", ctypes.c_size_t),
        ("priority_class", wintypes.DWORD),
        ("scheduling_class", wintypes.DWORD),
    )


class JobLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("basic", _BasicLimits),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


class Job:
    """For one process; whatever is left of it ends when this is closed. Raises OSError."""

    def __init__(self, memory_bytes: int) -> None:
        self._handle: HANDLE | None = create_job(None, None)
        self._limits = JobLimits()
        flags = ACTIVE_PROCESS | PROCESS_MEMORY | JOB_MEMORY | DIE_ON_UNHANDLED_EXCEPTION | KILL_ON_CLOSE
        self._limits.basic.flags = flags
        self._limits.basic.active_processes = 1
        self._limits.process_memory = self._limits.job_memory = memory_bytes
        try:
            self._set_limits()
        except OSError:
            self.close()
            raise

    def take(self, process: HANDLE) -> None:
        """Put a process in that does not run yet."""
        assign_to_job(self._handle, process)
        # A job within another one (a terminal, a build server) cannot have these before a process is in it, or at all.
        with contextlib.suppress(OSError):
            desktop = wintypes.DWORD(ALL_OF_THE_DESKTOP)
            set_job(self._handle, _UI_RESTRICTIONS, ctypes.byref(desktop), ctypes.sizeof(desktop))

    def limit_time(self, seconds: float) -> None:
        """Of the processor, outside of the kernel, since the process began."""
        self._limits.basic.flags |= PROCESS_TIME
        self._limits.basic.per_process_time = int(seconds * _TICKS)
        self._set_limits()

    def close(self) -> None:
        handle, self._handle = self._handle, None
        if handle:
            close_handle(handle)

    def _set_limits(self) -> None:
        set_job(self._handle, _EXTENDED_LIMITS, ctypes.byref(self._limits), ctypes.sizeof(self._limits))


def own_limits() -> JobLimits:
    """Of the job that this process is in; without flags when it is in none. Raises OSError where the system cannot tell."""
    limits = JobLimits()
    query_job(None, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits), None)
    return limits


def own_desktop_limits() -> int:
    """What of the desktop is kept from this process. Raises OSError where the system cannot tell."""
    told = wintypes.DWORD()
    query_job(None, _UI_RESTRICTIONS, ctypes.byref(told), ctypes.sizeof(told), None)
    return told.value
