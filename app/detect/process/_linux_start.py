"""Starts the worker on Linux: a socket carries requests and open documents to it, a pipe its answers back."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import contextlib
import math
import os
import resource
import select
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence

from app.detect.process._platform import WorkerProcess
from app.detect.process.measures import Force, Measure, Measures

_SCHEDULED_TIME = 2  # of the clocks of a process: what it really used. Source: posix-timers.h
_PIECE_BYTES = 65_536
LIFELINE = "VROOM_LIFELINE"  # in its environment: the descriptor of a pipe that nobody writes to, see _linux_inside.py


class LinuxProcess:
    """Implements WorkerProcess."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.deadline = 0.0
        self.measures: Measures = {Measure.HANDED_OVER: Force.IN_FORCE}
        with contextlib.ExitStack() as undo:
            self._requests, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
            lifes_end, self._lifeline = os.pipe()
            undo.callback(self._close_ours)
            try:
                self._requests.shutdown(socket.SHUT_RD)  # it answers by the pipe alone
                self._process = _started(command, environment, theirs, lifes_end)
            finally:
                theirs.close()
                os.close(lifes_end)
            undo.pop_all()
        assert self._process.stdout is not None
        self.pid, self._answers = self._process.pid, self._process.stdout
        self._clock = ~self.pid << 3 | _SCHEDULED_TIME
        self._document: list[int] = []
        self._answered = bytearray()
        self._poll = select.poll()
        self._poll.register(self._answers, select.POLLIN)

    def hand_over(self, document: int) -> int:
        self._document = [document]
        return 0

    def send(self, frame: bytes) -> None:
        document, self._document = self._document, []
        self._requests.settimeout(self._seconds_left())
        sent = socket.send_fds(self._requests, [frame], document) if document else 0
        if sent < len(frame):
            self._requests.sendall(memoryview(frame)[sent:])

    def read(self, size: int) -> bytes:
        while len(self._answered) < size:
            if not self._poll.poll(self._seconds_left() * 1000):
                raise TimeoutError
            piece = os.read(self._answers.fileno(), _PIECE_BYTES)
            if not piece:
                break
            self._answered += piece
        content = bytes(self._answered[:size])
        del self._answered[:size]
        return content

    def processor_seconds(self) -> float:
        return time.clock_gettime(self._clock)

    def limit_processor_seconds(self, seconds: float) -> None:
        _, hard = resource.prlimit(self.pid, resource.RLIMIT_CPU)
        soft = math.ceil(seconds)
        soft = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
        resource.prlimit(self.pid, resource.RLIMIT_CPU, (soft, hard))

    def is_over(self) -> bool:
        return self._process.poll() is not None

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> None:
        self.kill()
        self._process.wait()
        self._close_ours()
        with contextlib.suppress(OSError):
            self._answers.close()

    def _close_ours(self) -> None:
        self._requests.close()
        lifeline, self._lifeline = self._lifeline, -1
        if lifeline >= 0:
            os.close(lifeline)

    def _seconds_left(self) -> float:
        seconds = self.deadline - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds


def start(
    command: Sequence[str], environment: Mapping[str, str], _memory_bytes: int, *, is_plain: bool
) -> WorkerProcess:
    """The same in both cases: the worker limits itself, and no measure keeps it from starting."""
    del is_plain
    return LinuxProcess(command, environment)


def _started(
    command: Sequence[str], environment: Mapping[str, str], requests: socket.socket, lifeline: int
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        bufsize=0,
        stdin=requests.fileno(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**environment, LIFELINE: str(lifeline)},
        pass_fds=(lifeline,),
        cwd="/",
        start_new_session=True,  # no terminal to type into, no Ctrl+C meant for the parent
    )
