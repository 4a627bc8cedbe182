"""Starts the worker on Linux: a socket carries requests and open documents to it, a pipe its answers back."""

from __future__ import annotations

import sys

assert sys.platform == "linux"

import contextlib
import math
import resource
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from typing import BinaryIO, cast

from app.detect.process.measures import Force, Measure, Measures

_SCHEDULED_TIME = 2  # of the clocks of a process: what it really used. Source: posix-timers.h


class LinuxProcess:
    """Implements WorkerProcess. To be started by a thread that outlives the worker: it ends with that thread."""

    measures: Measures = {Measure.HANDED_OVER: Force.IN_FORCE}

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._requests, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        with theirs:
            try:
                self._requests.shutdown(socket.SHUT_RD)  # it answers by the pipe alone
                self._process = subprocess.Popen(
                    command,
                    stdin=theirs,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=environment,
                    cwd="/",
                    start_new_session=True,  # no terminal to type into, no Ctrl+C meant for the parent
                )
            except BaseException:
                self._requests.close()
                raise
        self.pid = self._process.pid
        self.answers = cast("BinaryIO", self._process.stdout)
        self._clock = ~self.pid << 3 | _SCHEDULED_TIME
        self._documents: list[int] = []

    def hand_over(self, document: int) -> int:
        self._documents = [document]
        return 0

    def send(self, frame: bytes) -> None:
        documents, self._documents = self._documents, []
        sent = socket.send_fds(self._requests, [frame], documents) if documents else 0
        self._requests.sendall(memoryview(frame)[sent:])

    def processor_seconds(self) -> float:
        return time.clock_gettime(self._clock)

    def limit_processor_seconds(self, seconds: float) -> None:
        _, hard = resource.prlimit(self.pid, resource.RLIMIT_CPU)
        soft = math.ceil(seconds)
        resource.prlimit(
            self.pid, resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard)
        )

    def is_over(self) -> bool:
        return self._process.poll() is not None

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> None:
        self.kill()
        self._process.wait()
        self._requests.close()
        with contextlib.suppress(OSError):
            self.answers.close()
