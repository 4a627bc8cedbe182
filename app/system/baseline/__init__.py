"""Reads IT's baseline of versions. A file that others than IT can write does not count, and is reported. Source: VR-S1b."""

from __future__ import annotations

import sys
from pathlib import Path

from app.domain.causes import cause_of
from app.domain.errors import InputError
from app.domain.health_baseline import BaselineReading, parse_baseline
from app.domain.messages import Message, msg

LIMIT = 256 * 1024  # bytes


class NotTrusted(Exception):
    """`message`: why the file does not count."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


def baseline_place() -> Path:
    """Where the baseline lies when policy names no other place."""
    if sys.platform == "win32":
        from app.system.baseline._windows import DEFAULT_PLACE
    else:
        from app.system.baseline._linux import DEFAULT_PLACE
    return DEFAULT_PLACE


def read_baseline(place: Path | None = None) -> BaselineReading:
    """What counts now. Raises nothing: what goes wrong is in the reading."""
    if sys.platform == "win32":
        from app.system.baseline._windows import trusted_content
    else:
        from app.system.baseline._linux import trusted_content
    path = place or baseline_place()
    try:
        content = trusted_content(path)
        if len(content) > LIMIT:
            return BaselineReading(problem=msg("baseline.too-large"))
        return BaselineReading(baseline=parse_baseline(content))
    except (FileNotFoundError, NotADirectoryError):
        # At a place that policy names a file is expected; at the usual one there may be none.
        return BaselineReading(problem=None if place is None else msg("baseline.missing"))
    except NotTrusted as refusal:
        return BaselineReading(problem=refusal.message)
    except InputError as error:
        return BaselineReading(problem=error.message)
    except OSError as error:
        return BaselineReading(problem=msg("baseline.unreadable", reason=cause_of(error)))
