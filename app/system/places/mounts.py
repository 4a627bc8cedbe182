"""The mount table of Linux (`/proc/self/mountinfo`)."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

MOUNT_TABLE = Path("/proc/self/mountinfo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mount:
    """One line of the mount table. `device`: major and minor number as `8:1`."""

    point: str
    device: str
    kind: str
    source: str


def mounts(table: Path = MOUNT_TABLE) -> list[Mount]:
    """What is mounted; empty where there is no table to read."""
    try:
        lines = table.read_bytes().splitlines()
    except OSError:
        return []
    return [mount for mount in map(_parsed, lines) if mount is not None]


def mount_of(path: str, table: list[Mount]) -> Mount | None:
    """The mount that holds `path` (absolute, resolved): the longest point, of two on the same point the later one."""
    found: Mount | None = None
    for mount in table:
        inside = path == mount.point or path.startswith(mount.point.rstrip("/") + "/")
        if inside and (found is None or len(mount.point) >= len(found.point)):
            found = mount
    return found


def _parsed(line: bytes) -> Mount | None:
    """`36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw`; octal escapes in the texts."""
    front, dash, back = line.partition(b" - ")
    fields, tail = front.split(b" "), back.split(b" ")
    if not dash or len(fields) < 5 or len(tail) < 2:
        return None
    return Mount(
        device=os.fsdecode(fields[2]), point=_text(fields[4]), kind=os.fsdecode(tail[0]), source=_text(tail[1])
    )


def _text(field: bytes) -> str:
    return os.fsdecode(re.sub(rb"\\([0-3][0-7]{2})", lambda match: bytes([int(match.group(1), 8)]), field))
