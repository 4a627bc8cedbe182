"""Takes from the worker every right to files but reading what it is made of, and connections. Source: landlock(7).

The kernel says which version it has; each adds rights that can be taken. What an older one lacks is told as absent.
"""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import contextlib
import ctypes
import errno
import os
import socket
import stat
import struct
from collections.abc import Callable, Iterable
from pathlib import Path

from app.detect.process._libc import system_call
from app.detect.process.measures import Force, Measure, Measures, in_force

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # on every architecture
_VERSION = 1
_PATH_BENEATH = 1

# All rights to files of a version: execute, write, read, list, remove (2), make (7); 2: link and rename elsewhere;
# 3: truncate; 5: device controls
_FILE_RIGHTS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_TCP_FROM, _TCP_RIGHTS = 4, 0b11  # bind, connect
_SCOPE_FROM, _SCOPES = 6, 0b11  # abstract unix sockets, signals
_LOG_FROM, _NOT_LOGGED = 7, 0b1  # the audit log would hold the path that was tried, which may be made of the document


def confine_files(readable: Iterable[str]) -> Measures:
    """From now on the process reads below `readable` alone, and writes, makes and removes nothing. Needs no_new_privs."""
    version = _version()
    if version == 0 or _has_other_threads():  # it would hold for this thread alone
        force = Force.ABSENT if version == 0 else Force.REFUSED
        return dict.fromkeys((Measure.FILES, Measure.CONNECTIONS, Measure.SIGNALS), force)
    try:
        _restrict(version, readable)
    except OSError:
        return dict.fromkeys((Measure.FILES, Measure.CONNECTIONS, Measure.SIGNALS), Force.REFUSED)
    return {
        Measure.FILES: in_force(_files_hold()),
        Measure.CONNECTIONS: _since(version, _TCP_FROM, _connections_hold),
        Measure.SIGNALS: _since(version, _SCOPE_FROM, _signals_hold),
    }


def _version() -> int:
    """0 where the kernel has none, or was started without it."""
    try:
        return system_call(_CREATE_RULESET, None, 0, _VERSION)
    except OSError:
        return 0


def _has_other_threads() -> bool:
    return len(list(Path("/proc/self/task").iterdir())) > 1


def _restrict(version: int, readable: Iterable[str]) -> None:
    files = max(rights for since, rights in _FILE_RIGHTS.items() if since <= version)
    fields = [files]
    if version >= _TCP_FROM:
        fields.append(_TCP_RIGHTS)
    if version >= _SCOPE_FROM:
        fields.append(_SCOPES)
    attributes = struct.pack(f"{len(fields)}Q", *fields)
    ruleset = system_call(_CREATE_RULESET, ctypes.c_char_p(attributes), len(attributes), 0)
    try:
        for path in readable:
            _let_read(ruleset, path)
        system_call(_RESTRICT_SELF, ruleset, _NOT_LOGGED if version >= _LOG_FROM else 0)
    finally:
        os.close(ruleset)


def _let_read(ruleset: int, path: str) -> None:
    """Below a folder, or the one file. What is not there needs no right."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError, PermissionError):
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            is_folder = stat.S_ISDIR(os.fstat(place).st_mode)
            rights = _READ_FILE | _READ_FOLDER if is_folder else _READ_FILE
            rule = struct.pack("=Qi", rights, place)
            system_call(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.c_char_p(rule), 0)
        finally:
            os.close(place)


def _since(version: int, first: int, holds: Callable[[], bool]) -> Force:
    return Force.ABSENT if version < first else in_force(holds())


def _files_hold() -> bool:
    return _is_denied(lambda: os.close(os.open("/", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC))) and _is_denied(
        lambda: os.close(os.open(os.devnull, os.O_WRONLY | os.O_CLOEXEC))
    )


def _connections_hold() -> bool:
    """By taking a port of this machine, so that nothing is sent to anyone should it not be denied."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tried:
        return _is_denied(lambda: tried.bind(("127.0.0.1", 0)))


def _signals_hold() -> bool:
    parent = os.getppid()
    return parent == 0 or _is_denied(lambda: os.kill(parent, 0))  # 0: in another namespace, out of reach


def _is_denied(attempt: Callable[[], None]) -> bool:
    try:
        attempt()
    except OSError as error:
        return error.errno in (errno.EACCES, errno.EPERM)
    return False
