"""Which process began something, and whether it still lives: what a dead one left may be taken up, nothing else."""

from __future__ import annotations

import os
import sys


def own_token() -> str:
    """Names this process among all processes of all boots."""
    return f"{os.getpid()}:{_birth_of(os.getpid())}"


def is_alive(token: str) -> bool:
    """Whether the process that `token` names still runs. A process id that was given out again is another process."""
    pid, _, birth = token.partition(":")
    return pid.isdigit() and bool(birth) and _birth_of(int(pid)) == birth


def _birth_of(pid: int) -> str | None:
    if sys.platform == "win32":
        from app.system.processes._windows import birth_of
    else:
        from app.system.processes._linux import birth_of
    return birth_of(pid)
