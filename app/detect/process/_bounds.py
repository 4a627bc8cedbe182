"""What the operating system keeps for us around the worker: memory, no files written, no windows.

The one module of this package that asks for the platform: `system` cannot be imported from here, and these few calls
belong to starting and being the worker, not to a concern of their own.
"""

from __future__ import annotations

import subprocess
import sys
from typing import Any, Protocol


class Bounds(Protocol):
    """Keeps the limits of a running worker until it is closed; closing ends what is left of the worker."""

    def close(self) -> None: ...


class NoBounds:
    """The worker keeps its limits itself."""

    def close(self) -> None:
        return


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _KILL_ON_CLOSE = 0x2000
    _PROCESS_MEMORY = 0x100
    _EXTENDED_LIMIT_INFORMATION = 9

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

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("basic", _BasicLimits),
            ("io_counters", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    class JobBounds:
        """A Job object: a memory limit, and all its processes end when its handle is closed. Raises OSError."""

        def __init__(self, process: subprocess.Popen[bytes], memory_bytes: int) -> None:
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            self._kernel.CreateJobObjectW.restype = wintypes.HANDLE
            self._kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
            self._kernel.SetInformationJobObject.argtypes = (
                wintypes.HANDLE,
                ctypes.c_int,
                ctypes.c_void_p,
                wintypes.DWORD,
            )
            self._kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
            self._kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
            self._job: Any = self._kernel.CreateJobObjectW(None, None)
            if not self._job:
                raise ctypes.WinError(ctypes.get_last_error())
            limits = _ExtendedLimits()
            limits.basic.flags = _KILL_ON_CLOSE | _PROCESS_MEMORY
            limits.process_memory = memory_bytes
            size = ctypes.sizeof(limits)
            handle = int(process._handle)  # type: ignore[attr-defined]  # Popen has no public handle
            if not (
                self._kernel.SetInformationJobObject(self._job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), size)
                and self._kernel.AssignProcessToJobObject(self._job, handle)
            ):
                error = ctypes.WinError(ctypes.get_last_error())
                self.close()
                raise error

        def close(self) -> None:
            if self._job:
                self._kernel.CloseHandle(self._job)
                self._job = None


def bound_child(process: subprocess.Popen[bytes], memory_bytes: int) -> Bounds:
    """Called by the parent right after the start. Raises OSError when the limit cannot be set."""
    if sys.platform == "win32":
        return JobBounds(process, memory_bytes)
    return NoBounds()


def start_flags() -> int:
    """Popen's creation flags: no console window flashes up behind the windowed program."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0


def bound_self(memory_bytes: int) -> None:
    """Called by the worker: address space within `memory_bytes`, no file can be written, no memory dump. OSError."""
    if sys.platform != "win32":
        import resource

        for kind, limit in (
            (resource.RLIMIT_AS, memory_bytes),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            _, hard = resource.getrlimit(kind)
            limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
            resource.setrlimit(kind, (limit, limit))


def bound_time(seconds: float) -> None:
    """Called by the worker before a document: even without its parent it ends after that much processor time."""
    if sys.platform != "win32":
        import resource

        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        most = int(used + 2 * seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
