"""What holds the worker: each measure, and whether it is in force. The worker tells it, `doctor` shows it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias


class Measure(StrEnum):
    """The values are message ids of the catalogue under `isolation.`; each platform has those it knows."""

    LIMITS = "limits"  # memory, processor time, no file of any size, no memory dump
    HANDED_OVER = "handed-over"  # the parent opens the document, the worker gets the open file
    PRIVATE = "private"  # other programs of the same person cannot look into it
    ENDS_WITH_PARENT = "ends-with-parent"
    NO_PRIVILEGES = "no-privileges"
    FILES = "files"
    CONNECTIONS = "connections"
    SIGNALS = "signals"
    SYSTEM_CALLS = "system-calls"
    PROGRAMS = "programs"  # it starts no other
    LIBRARIES = "libraries"  # none from another machine or of less trust, nothing slipped into it
    DESKTOP = "desktop"  # no clipboard, no windows of others
    PYTHON_CODE = "python-code"


class Force(StrEnum):
    IN_FORCE = "in-force"
    ABSENT = "absent"  # this system does not have it
    REFUSED = "refused"  # it has, and did not grant it, or it was tried and did not hold


Measures: TypeAlias = Mapping[Measure, Force]


def in_force(holds: bool) -> Force:
    """Of what the system has: whether it was granted, or held when it was tried."""
    return Force.IN_FORCE if holds else Force.REFUSED
