"""What the worker may not do, whatever a document makes its libraries try: connect, start a program, write a file."""

from __future__ import annotations

import os
import sys

_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.fork", "os.startfile")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class ForbiddenError(PermissionError):
    """A library tried what no document may make it do. An OSError, for libraries are ready for those: Python's own
    `platform.system()` tries to run `cmd /c ver` on Windows and goes on without it."""


def forbid_side_effects() -> None:
    """From now on, until the process ends. It stops Python code; native code is held by the system's limits."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        mode, flags = arguments[1], arguments[2]
        writes = isinstance(flags, int) and bool(flags & _WRITING)
        if writes or (isinstance(mode, str) and bool(set(mode) & set("wax+"))):
            raise ForbiddenError(event)
    elif event.startswith(_FORBIDDEN):
        raise ForbiddenError(event)
