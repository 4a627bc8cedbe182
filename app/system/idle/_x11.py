"""Idle time of an X server: one question of its extension MIT-SCREEN-SAVER, over the server's socket.

libXss would end the program where the server goes, so the few bytes are written here. On Wayland the X server in it knows of
the input to its own windows alone: then it is not asked. Source: X Window System Protocol, appendix B; the extension's
specification (saver.xml).
"""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import os
import re
import socket
import struct
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

PATIENCE_SECONDS: Final = 2.0  # for the whole question
SOCKETS: Final = "/tmp/.X11-unix/X"
EXTENSION: Final = b"MIT-SCREEN-SAVER"
COOKIE: Final = b"MIT-MAGIC-COOKIE-1"
QUERY_EXTENSION, QUERY_INFO = 98, 1
REPLY_BYTES: Final = 32
MOST_BYTES: Final = 1_048_576  # of a greeting, of a file with cookies
_LOCAL = re.compile(r"(?:unix)?:(\d{1,5})(?:\.\d+)?")


def seconds_without_input() -> float | None:
    """None: there is no X server of this machine, it is Wayland's, or it does not tell."""
    found = _LOCAL.fullmatch(os.environ.get("DISPLAY", ""))
    if found is None or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("XDG_SESSION_TYPE") == "wayland":
        return None
    try:
        return _ask(found[1])
    except (OSError, ValueError, struct.error):
        return None


def _ask(number: str) -> float | None:
    end = time.monotonic() + PATIENCE_SECONDS
    with _connected(number) as server:
        root = _greet(server, _cookie(number), end)
        padded = EXTENSION + b"\0" * (-len(EXTENSION) % 4)
        asked = struct.pack("<BxHHxx", QUERY_EXTENSION, 2 + len(padded) // 4, len(EXTENSION)) + padded
        is_present, opcode = struct.unpack_from("<BB", _exchange(server, asked, end), 8)
        if not is_present:
            return None
        info = _exchange(server, struct.pack("<BBHI", opcode, QUERY_INFO, 2, root), end)
        (milliseconds,) = struct.unpack_from("<I", info, 16)
    return float(milliseconds) / 1000


def _connected(number: str) -> socket.socket:
    """Linux servers listen in the abstract namespace, in the file system, or in both."""
    for address in (f"\0{SOCKETS}{number}", f"{SOCKETS}{number}"):
        trying = socket.socket(socket.AF_UNIX)
        trying.settimeout(PATIENCE_SECONDS)
        try:
            trying.connect(address)
        except OSError:
            trying.close()
        else:
            return trying
    raise ConnectionRefusedError


def _greet(server: socket.socket, cookie: bytes, end: float) -> int:
    """Introduce ourselves; the root window of the first screen. Raises ValueError where we are not let in."""
    name = COOKIE if cookie else b""
    words = (part + b"\0" * (-len(part) % 4) for part in (name, cookie))
    server.sendall(struct.pack("<cxHHHHxx", b"l", 11, 0, len(name), len(cookie)) + b"".join(words))
    is_in, _major, _minor, length = struct.unpack("<BxHHH", _receive(server, 8, end))
    told = _receive(server, 4 * length, end)
    if is_in != 1:
        raise ValueError("not let in")
    vendor, formats = struct.unpack_from("<H", told, 16)[0], told[21]
    return int(struct.unpack_from("<I", told, 32 + vendor + -vendor % 4 + 8 * formats)[0])


def _exchange(server: socket.socket, asked: bytes, end: float) -> bytes:
    """The answer to one question. Raises ValueError for an error; events are none of ours, and pass."""
    server.sendall(asked)
    while True:
        told = _receive(server, REPLY_BYTES, end)
        if told[0] == 1:
            _receive(server, 4 * struct.unpack_from("<I", told, 4)[0], end)
            return told
        if told[0] == 0:
            raise ValueError("refused")


def _receive(server: socket.socket, size: int, end: float) -> bytes:
    if size > MOST_BYTES:
        raise ValueError("no X server")
    told = bytearray()
    while len(told) < size:
        server.settimeout(max(end - time.monotonic(), 0.001))
        part = server.recv(size - len(told))
        if not part:
            raise ConnectionResetError
        told += part
    return bytes(told)


def _cookie(number: str) -> bytes:
    """What lets us in; nothing where there is none (a server may let everybody of this person in)."""
    path = Path(os.environ.get("XAUTHORITY") or Path.home() / ".Xauthority")
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES)
    except OSError:
        return b""
    for display, name, data in _records(content):
        if name == COOKIE and display in (number.encode(), b""):
            return data
    return b""


def _records(content: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Display number, kind and value of each entry of an Xauthority file. Raises struct.error for a cut one."""
    at = 0
    while at < len(content):
        at += 2  # the family
        fields = []
        for _ in range(4):
            (length,) = struct.unpack_from(">H", content, at)
            fields.append(content[at + 2 : at + 2 + length])
            at += 2 + length
        yield fields[1], fields[2], fields[3]
