"""How each operating system starts the worker and holds it.

The one module of this package that asks for the platform: `system` cannot be imported from here, and these few calls
belong to starting and being the worker, not to a concern of their own. `_linux_…`, `_landlock` and `_seccomp`, and
`_windows_…`, are reached through it alone.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Protocol

from app.detect.process.measures import Measures
from app.detect.reading.limits import Limits


class WorkerProcess(Protocol):
    """A started worker, seen from its parent. `measures`: what the parent itself has put around it. `deadline`: of
    time.monotonic(), after which `send` and `read` raise TimeoutError."""

    pid: int
    measures: Measures
    deadline: float

    def hand_over(self, document: int) -> int:
        """Give it an open file together with the next frame: what the frame has to say about it. Raises OSError."""
        ...

    def send(self, frame: bytes) -> None:
        """Raises OSError when it is gone."""
        ...

    def read(self, size: int) -> bytes:
        """That many bytes of its answers; fewer when it is gone. Raises OSError."""
        ...

    def processor_seconds(self) -> float:
        """What it used since it was started. Raises OSError when it is gone."""
        ...

    def limit_processor_seconds(self, seconds: float) -> None:
        """The system ends it at that much in all. Raises OSError."""
        ...

    def is_over(self) -> bool: ...

    def kill(self) -> None:
        """From any thread; who waits for an answer gets none."""
        ...

    def end(self) -> None:
        """Kill it, wait until it is gone, close what leads to it."""
        ...


class Requests(Protocol):
    """The parent, seen from the worker."""

    def read(self, size: int) -> bytes:
        """That many bytes; fewer when the parent is gone."""
        ...

    def document(self, told: int) -> int:
        """A descriptor of the file that was handed over with the last frame. Raises OSError."""
        ...


def start_process(
    command: Sequence[str], environment: Mapping[str, str], limits: Limits, *, is_plain: bool
) -> WorkerProcess:
    """Its input and output are ours, its complaints lead nowhere: a library's may quote the document. Raises OSError.

    `is_plain`: without what on some machine may keep it from starting at all.
    """
    if sys.platform == "win32":
        from app.detect.process._windows_start import start
    else:
        from app.detect.process._linux_start import start
    return start(command, environment, limits.memory_bytes, is_plain=is_plain)


def requests_at(descriptor: int) -> Requests:
    """Called by the worker with the descriptor its parent writes to."""
    if sys.platform == "win32":
        from app.detect.process._windows_inside import requests_from
    else:
        from app.detect.process._linux_inside import requests_from
    return requests_from(descriptor)


def confine_self(memory_bytes: int) -> Measures:
    """Called by the worker before its first document; there is no way back."""
    if sys.platform == "win32":
        from app.detect.process._windows_inside import confine
    else:
        from app.detect.process._linux_inside import confine
    return confine(memory_bytes)
