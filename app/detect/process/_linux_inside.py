"""The worker on Linux, seen from inside: how it gets its requests, and how it gives up every right it does not need."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import contextlib
import fcntl
import os
import resource
import signal
import socket
from collections.abc import Callable
from pathlib import Path

from app.detect.process._landlock import confine_files
from app.detect.process._libc import process_control
from app.detect.process._linux_start import LIFELINE
from app.detect.process._platform import Requests
from app.detect.process._readable import own_files
from app.detect.process._seccomp import confine_calls
from app.detect.process.measures import Force, Measure, Measures, in_force

PROCESSOR_SECONDS = 3_600  # of one worker in all its life; the parent starts a new one long before
_OPEN_FILES = 128
_SET_SIGNAL, _GET_SIGNAL = 10, 11  # of fcntl(2), for what is told by O_ASYNC
_GET_DUMPABLE, _SET_DUMPABLE = 3, 4
_SET_NO_NEW_PRIVILEGES, _GET_NO_NEW_PRIVILEGES = 38, 39
_FIRST_TO_GO = "1000"
_PIECE_BYTES = 65_536


class SocketRequests:
    """Implements Requests: an open document travels beside the bytes of its frame (SCM_RIGHTS)."""

    def __init__(self, descriptor: int) -> None:
        self._socket = socket.socket(fileno=descriptor)
        self._bytes = bytearray()
        self._documents: list[int] = []

    def read(self, size: int) -> bytes:
        while len(self._bytes) < size and self._receive():
            pass
        content = bytes(self._bytes[:size])
        del self._bytes[:size]
        return content

    def document(self, told: int) -> int:
        if not self._documents:
            raise FileNotFoundError
        *others, document = self._documents
        for other in others:
            os.close(other)
        self._documents = []
        return document

    def _receive(self) -> bool:
        content, documents, _, _ = socket.recv_fds(self._socket, _PIECE_BYTES, 1, socket.MSG_CMSG_CLOEXEC)
        self._bytes += content
        self._documents += documents
        return bool(content)


def requests_from(descriptor: int) -> Requests:
    return SocketRequests(descriptor)


def confine(memory_bytes: int) -> Measures:
    """In this order: the later measures take away what the earlier ones need."""
    lifeline = int(os.environ.get(LIFELINE, "-1"))
    with contextlib.suppress(OSError):  # so that others do not go for it; it holds nothing
        Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_GO)
    measures = {
        Measure.LIMITS: _granted(lambda: _limit(memory_bytes)),
        Measure.ENDS_WITH_PARENT: _granted(lambda: _end_with_parent(lifeline)),
        Measure.PRIVATE: _granted(_keep_others_out),
        Measure.NO_PRIVILEGES: _granted(_give_up_privileges),
    }
    measures |= confine_files(own_files())
    measures[Measure.SYSTEM_CALLS] = confine_calls(lifeline)
    return measures


def _granted(take: Callable[[], bool]) -> Force:
    try:
        return in_force(take())
    except (OSError, ValueError):  # ValueError: how `resource` says that a limit is not the system's to give
        return Force.REFUSED


def _limit(memory_bytes: int) -> bool:
    """Address space within `memory_bytes`, no byte written to a file, no memory dump, few open files."""
    wanted = {
        resource.RLIMIT_AS: memory_bytes,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: _OPEN_FILES,
        resource.RLIMIT_CPU: PROCESSOR_SECONDS,
    }
    for kind, most in wanted.items():
        soft, hard = (_least(now, most) for now in resource.getrlimit(kind))
        resource.setrlimit(kind, (soft, hard))
    return all(0 <= max(resource.getrlimit(kind)) <= most for kind, most in wanted.items())


def _least(now: int, most: int) -> int:
    return most if now == resource.RLIM_INFINITY else min(now, most)


def _end_with_parent(lifeline: int) -> bool:
    """The kernel kills the worker when the parent's end of a pipe is closed, which happens however the parent ends.

    PR_SET_PDEATHSIG would do so at the end of the *thread* that started the worker, and threads come and go here.
    """
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, _SET_SIGNAL, signal.SIGKILL)
    fcntl.fcntl(lifeline, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
    told = fcntl.fcntl(lifeline, _GET_SIGNAL), fcntl.fcntl(lifeline, fcntl.F_GETFL) & os.O_ASYNC
    return told == (signal.SIGKILL, os.O_ASYNC)


def _keep_others_out() -> bool:
    """No debugger, no look into its memory, no descriptor taken from it, by other programs of the same person."""
    process_control(_SET_DUMPABLE, 0)
    return process_control(_GET_DUMPABLE) == 0


def _give_up_privileges() -> bool:
    process_control(_SET_NO_NEW_PRIVILEGES, 1)
    return process_control(_GET_NO_NEW_PRIVILEGES) == 1
