"""Pipes between parent and worker on Windows whose parent's end waits no longer than it is told to."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import _winapi
import itertools
import os
import secrets
import time

_BUFFER_BYTES = 65_536
_NO_REMOTE_CLIENTS = 0x8
_READ, _WRITE = _winapi.GENERIC_READ, _winapi.GENERIC_WRITE
_OUTBOUND = 2
_BROKEN = (_winapi.ERROR_BROKEN_PIPE, 232, 233)  # it ended; is being closed; nobody at the other end
_WAITED_IN_VAIN = 258
_numbers = itertools.count()


class ParentsEnd:
    """One direction. Raises TimeoutError after `deadline`, of time.monotonic(); OSError when the other end is gone."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def read(self, deadline: float) -> bytes:
        """What is there, once something is; nothing at the end."""
        try:
            reading, error = _winapi.ReadFile(self._handle, _BUFFER_BYTES, overlapped=True)
            _wait(reading, error, deadline)
            count, _ = reading.GetOverlappedResult(True)
        except OSError as error_raised:
            if isinstance(error_raised, BrokenPipeError) or error_raised.winerror in _BROKEN:
                return b""
            raise
        return (reading.getbuffer() or b"")[:count]

    def write(self, content: bytes, deadline: float) -> None:
        at = 0
        while at < len(content):
            writing, error = _winapi.WriteFile(self._handle, content[at : at + _BUFFER_BYTES], overlapped=True)
            _wait(writing, error, deadline)
            count, _ = writing.GetOverlappedResult(True)
            at += count

    def close(self) -> None:
        handle, self._handle = self._handle, 0
        if handle:
            _winapi.CloseHandle(handle)


def _wait(operation: _winapi.Overlapped, error: int, deadline: float) -> None:
    if error != _winapi.ERROR_IO_PENDING:
        return
    milliseconds = max(0, int((deadline - time.monotonic()) * 1000))
    if _winapi.WaitForSingleObject(operation.event, milliseconds) == _WAITED_IN_VAIN:
        operation.cancel()
        raise TimeoutError


def pipe_to_child() -> tuple[ParentsEnd, int]:
    """Ours to write to, and a handle for the child to inherit, to be closed here when it has. Raises OSError."""
    return _pipe(_OUTBOUND, _READ)


def pipe_from_child() -> tuple[ParentsEnd, int]:
    """Ours to read from, and a handle for the child to inherit, to be closed here when it has. Raises OSError."""
    return _pipe(_winapi.PIPE_ACCESS_INBOUND, _WRITE)


def _pipe(direction: int, childs_access: int) -> tuple[ParentsEnd, int]:
    # An anonymous pipe cannot be waited for. Nobody else can take this name, or be a second client.
    name = rf"\\.\pipe\vroom-{os.getpid()}-{next(_numbers)}-{secrets.token_hex(8)}"
    ours = _winapi.CreateNamedPipe(
        name,
        direction | _winapi.FILE_FLAG_OVERLAPPED | _winapi.FILE_FLAG_FIRST_PIPE_INSTANCE,
        _NO_REMOTE_CLIENTS,
        1,
        _BUFFER_BYTES,
        _BUFFER_BYTES,
        _winapi.NMPWAIT_WAIT_FOREVER,
        _winapi.NULL,
    )
    end = ParentsEnd(ours)
    try:
        theirs = _winapi.CreateFile(name, childs_access, 0, _winapi.NULL, _winapi.OPEN_EXISTING, 0, _winapi.NULL)
        _winapi.ConnectNamedPipe(ours, overlapped=True).GetOverlappedResult(True)
        os.set_handle_inheritable(theirs, True)
    except OSError:
        end.close()
        raise
    return end, theirs
