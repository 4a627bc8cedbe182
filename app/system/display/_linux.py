"""Display servers of Linux. Qt ends the program where the one that is named does not answer, so it is asked first.

Source: X(7), "Display names"; wl_display_connect of libwayland.
"""

from __future__ import annotations

import os
import re
import socket
import sys
from pathlib import Path

assert sys.platform == "linux"

X11_SOCKETS = "/tmp/.X11-unix/X"  # where X servers listen
X11_PORTS = 6000
PATIENCE = 2.0  # seconds, for one on another machine
NAME = re.compile(r"(?:unix)?(?P<host>[^:]*):(?P<number>\d+)(?:\.\d+)?")


def has_display() -> bool:
    return bool(os.environ.get("QT_QPA_PLATFORM")) or _answers_wayland() or _answers_x11()


def _answers_wayland() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    return bool(name) and _listens(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name or "")))


def _answers_x11() -> bool:
    name = os.environ.get("DISPLAY", "")
    found = NAME.fullmatch(name)
    if found is None:
        return name.startswith("/") and _listens(name)
    number = found["number"]
    if found["host"]:
        return _listens_at(found["host"], X11_PORTS + int(number))
    # Linux servers listen in the abstract namespace, in the file system, or in both.
    return _listens(f"\0{X11_SOCKETS}{number}") or _listens(f"{X11_SOCKETS}{number}")


def _listens(path: str) -> bool:
    with socket.socket(socket.AF_UNIX) as trying:
        trying.settimeout(PATIENCE)
        try:
            trying.connect(path)
        except OSError:
            return False
    return True


def _listens_at(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), PATIENCE).close()
    except OSError:
        return False
    return True
