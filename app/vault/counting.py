"""Tells how far work on one file is."""

from __future__ import annotations

from time import monotonic

from app.domain.ports import Progress

PACE_SECONDS = 0.1


class ByteCounter:
    """Tells `progress` the beginning, the end, and what lies between at most ten times a second, from the caller's thread."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._done = 0
        self._total = total
        self._progress = progress
        self._next = 0.0

    def begin(self) -> None:
        self._tell()

    def add(self, size: int) -> None:
        """So many bytes more are done. The end itself is told by `finish` alone."""
        self._done = min(self._done + size, self._total)
        if self._progress is not None and self._done < self._total and monotonic() >= self._next:
            self._tell()

    def finish(self) -> None:
        self._done = self._total
        self._tell()

    def _tell(self) -> None:
        if self._progress is not None:
            self._next = monotonic() + PACE_SECONDS
            self._progress(self._done, self._total)
