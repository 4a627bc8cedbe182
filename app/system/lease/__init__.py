"""The guards' lease: one process keeps the rules, others see that it does. The system frees it when the process ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Protocol


class GuardLease(Protocol):
    """An exclusive lock on a file. Not for several threads."""

    @property
    def is_held(self) -> bool:
        """Whether this object holds it."""
        ...

    def try_acquire(self) -> bool:
        """Take it; False while another process (or object) has it. Again by its holder is harmless. Raises OSError when
        there can be no lock file."""
        ...

    def release(self) -> None:
        """Let go; harmless without the lease."""
        ...

    def holder(self) -> int | None:
        """Process id of who holds it now; None when nobody does, or when it cannot be told."""
        ...


def guard_lease(path: Path) -> GuardLease:
    """The lease kept in the lock file `path`, which is made when it is first taken and stays."""
    if sys.platform == "win32":
        from app.system.lease._windows import WindowsLease as SystemLease
    else:
        from app.system.lease._linux import LinuxLease as SystemLease
    return SystemLease(path)
