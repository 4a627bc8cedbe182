"""Starts the worker on Windows: with few rights and no handles but its own, in a Job object before it runs."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import _winapi
import contextlib
import ctypes
import msvcrt
import os
import subprocess
from collections.abc import Mapping, Sequence
from ctypes import wintypes

from app.detect.process._platform import WorkerProcess
from app.detect.process._windows_calls import (
    HANDLE,
    attribute_list,
    close_handle,
    create_process,
    create_process_as,
    delete_attributes,
    process_times,
    resume_thread,
    update_attribute,
)
from app.detect.process._windows_job import Job
from app.detect.process._windows_pipes import pipe_from_child, pipe_to_child
from app.detect.process._windows_token import restricted_token
from app.detect.process.measures import Force, Measure, Measures

_SUSPENDED, _DETACHED, _UNICODE_ENVIRONMENT, _EXTENDED_STARTUP = 0x4, 0x8, 0x400, 0x8_0000
_USE_STANDARD_HANDLES = 0x100
_HANDLE_LIST = 0x2_0002
_TICKS = 10_000_000  # a second, in units of 100 ns
_PATIENCE_MILLISECONDS = 10_000  # until the system has cleared away what was ended


class _StartUp(ctypes.Structure):
    """STARTUPINFOEXW."""

    _fields_ = (
        ("size", wintypes.DWORD),
        ("reserved", wintypes.LPWSTR),
        ("desktop", wintypes.LPWSTR),
        ("title", wintypes.LPWSTR),
        ("position_and_size", wintypes.DWORD * 7),
        ("flags", wintypes.DWORD),
        ("show", wintypes.WORD),
        ("reserved_bytes", wintypes.WORD),
        ("reserved_pointer", ctypes.c_void_p),
        ("input", wintypes.HANDLE),
        ("output", wintypes.HANDLE),
        ("error", wintypes.HANDLE),
        ("attributes", ctypes.c_void_p),
    )


class _Started(ctypes.Structure):
    """PROCESS_INFORMATION."""

    _fields_ = (
        ("process", wintypes.HANDLE),
        ("thread", wintypes.HANDLE),
        ("process_id", wintypes.DWORD),
        ("thread_id", wintypes.DWORD),
    )


class WindowsProcess:
    """Implements WorkerProcess. Raises OSError when it cannot be started."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], memory_bytes: int, *, is_plain: bool
    ) -> None:
        self.deadline = 0.0
        self.measures: Measures = {Measure.HANDED_OVER: Force.IN_FORCE}
        self._answered = bytearray()
        self._requests, request_end = pipe_to_child()
        self._answers, answer_end = pipe_from_child()
        nowhere = os.open(os.devnull, os.O_RDWR | os.O_NOINHERIT)
        os.set_handle_inheritable(msvcrt.get_osfhandle(nowhere), True)
        try:
            theirs = (request_end, answer_end, msvcrt.get_osfhandle(nowhere))
            started = _started(*_of_base_interpreter(command, environment), theirs, is_plain=is_plain)
        except OSError:
            self._close_pipes()
            raise
        finally:
            os.close(nowhere)
            for end in (request_end, answer_end):
                _winapi.CloseHandle(end)
        self._process, self.pid = int(started.process), int(started.process_id)
        self._job: Job | None = None
        try:
            self._job = _put_in_job(started, memory_bytes)
        except OSError:
            self.end()
            raise

    def hand_over(self, document: int) -> int:
        own = _winapi.GetCurrentProcess()
        handle = msvcrt.get_osfhandle(document)
        return _winapi.DuplicateHandle(own, handle, self._process, 0, False, _winapi.DUPLICATE_SAME_ACCESS)

    def send(self, frame: bytes) -> None:
        self._requests.write(frame, self.deadline)

    def read(self, size: int) -> bytes:
        while len(self._answered) < size and (piece := self._answers.read(self.deadline)):
            self._answered += piece
        content = bytes(self._answered[:size])
        del self._answered[:size]
        return content

    def processor_seconds(self) -> float:
        times = [ctypes.c_uint64() for _ in range(4)]  # began, ended, in the kernel, outside of it
        process_times(self._process, *(ctypes.byref(time) for time in times))
        return times[3].value / _TICKS

    def limit_processor_seconds(self, seconds: float) -> None:
        if self._job is not None:
            self._job.limit_time(seconds)

    def is_over(self) -> bool:
        return _winapi.WaitForSingleObject(self._process, 0) == _winapi.WAIT_OBJECT_0

    def kill(self) -> None:
        with contextlib.suppress(OSError):  # it is over already
            _winapi.TerminateProcess(self._process, 1)

    def end(self) -> None:
        if self._process:
            self.kill()
            _winapi.WaitForSingleObject(self._process, _PATIENCE_MILLISECONDS)
            process, self._process = self._process, 0
            _winapi.CloseHandle(process)
            self._close_pipes()
        if self._job is not None:
            self._job.close()

    def _close_pipes(self) -> None:
        self._requests.close()
        self._answers.close()


def start(
    command: Sequence[str], environment: Mapping[str, str], memory_bytes: int, *, is_plain: bool
) -> WorkerProcess:
    return WindowsProcess(command, environment, memory_bytes, is_plain=is_plain)


def _of_base_interpreter(
    command: Sequence[str], environment: Mapping[str, str]
) -> tuple[Sequence[str], Mapping[str, str]]:
    """The python.exe of a virtual environment only starts the real one, as a second process, which a worker may not.
    Source: multiprocessing/popen_spawn_win32.py"""
    base = getattr(sys, "_base_executable", sys.executable)
    if command[0] != sys.executable or os.path.normcase(base) == os.path.normcase(sys.executable):
        return command, environment
    return [base, *command[1:]], {**environment, "__PYVENV_LAUNCHER__": sys.executable}


def _started(
    command: Sequence[str], environment: Mapping[str, str], handles: tuple[int, int, int], *, is_plain: bool
) -> _Started:
    """A process that does not run yet, and inherits these handles alone. Raises OSError."""
    inherited = (HANDLE * len(handles))(*handles)
    attributes = attribute_list(1)
    try:
        update_attribute(attributes, 0, _HANDLE_LIST, inherited, ctypes.sizeof(inherited), None, None)
        startup = _StartUp(size=ctypes.sizeof(_StartUp), flags=_USE_STANDARD_HANDLES)
        startup.input, startup.output, startup.error = handles
        startup.attributes = ctypes.addressof(attributes)
        return _created(command, environment, startup, is_plain=is_plain)
    finally:
        delete_attributes(attributes)


def _created(command: Sequence[str], environment: Mapping[str, str], startup: _StartUp, *, is_plain: bool) -> _Started:
    """With restricted rights where the system grants it; the worker itself looks which it got."""
    started = _Started()
    block = "".join(f"{name}={value}\0" for name, value in sorted(environment.items())) + "\0"
    arguments = (
        command[0],
        ctypes.create_unicode_buffer(subprocess.list2cmdline(command)),
        None,
        None,
        True,
        # Without a console: that would be one more process.
        _SUSPENDED | _DETACHED | _UNICODE_ENVIRONMENT | _EXTENDED_STARTUP,
        ctypes.create_unicode_buffer(block, len(block)),
        os.environ.get("SYSTEMROOT"),  # not where the parent stands: it would keep that folder from being removed
        ctypes.byref(startup),
        ctypes.byref(started),
    )
    if not is_plain:
        with contextlib.suppress(OSError):
            token = restricted_token()
            try:
                create_process_as(token, *arguments)
            finally:
                close_handle(token)
            return started
    create_process(*arguments)
    return started


def _put_in_job(started: _Started, memory_bytes: int) -> Job | None:
    """Then it runs. Without a Job the worker tells which limits it lacks."""
    job: Job | None = None
    try:
        job = Job(memory_bytes)
        job.take(started.process)
    except OSError:
        if job is not None:
            job.close()
        job = None
    try:
        resume_thread(started.thread)
    finally:
        close_handle(started.thread)
    return job
