"""The program with every attempt to reach another machine written down: `python -m tests.cli.connections LOG FILE ARGUMENTS`.

An audit hook sees what any library does, names that are looked up too; whatever a worker process does is looked at in the same
way by its own hook (`app/detect/process/audit.py` forbids it there). FILE: a policy, or "-" for none. Linux alone.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

WATCHED = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind")


def watch(log: Path) -> None:
    """From now on, for this process; cannot be taken back."""
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        if event not in WATCHED:
            return
        place = arguments[0] if event.startswith("socket.get") else arguments[1]
        if isinstance(place, (str, bytes)) and not event.startswith("socket.get"):
            return  # a socket of this machine's own file system: the desktop's bus, the assistant's own window
        host = place[0] if isinstance(place, tuple) else place
        port = place[1] if isinstance(place, tuple) else arguments[1] if event == "socket.getaddrinfo" else ""
        os.write(descriptor, f"{event} {host} {port}\n".encode())

    sys.addaudithook(hear)


if __name__ == "__main__":
    watch(Path(sys.argv[1]))
    from app.__main__ import main
    from tests.cli.as_it_set_it import with_policy

    if sys.argv[2] != "-":
        with_policy(Path(sys.argv[2]))
    sys.argv = ["vroom-assistant", *sys.argv[3:]]
    sys.exit(main())
