"""The birth of a process: ticks since boot and the boot's id. Both stand still when the clock is moved. Source: proc(5)."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform != "win32"

from pathlib import Path


def birth_of(pid: int) -> str | None:
    """None when there is no such process (a zombie counts as gone)."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return None
    fields = stat.rpartition(")")[2].split()  # the name in brackets may hold blanks and brackets
    return None if fields[0] in ("Z", "X") else f"{fields[19]}:{boot}"
