"""Counts what reading one document costs and stops it at a limit."""

from __future__ import annotations

import time

from app.detect.reading.limits import Limits
from app.detect.reading.unread import LimitReachedError, Unread, UnreadableError

STOP_EARLIER = 0.85  # of the wall time: the worker stops by itself, so that what it found is told


class Budget:
    """Every method raises LimitReachedError when its limit is passed: reading ends. Where a limit is about one part alone,
    it raises UnreadableError: the other parts are read."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._ends = time.monotonic() + limits.wall_seconds * STOP_EARLIER
        self._read = self._expanded = self._text = self._members = self._pages = self._cells = 0

    def check_time(self) -> None:
        if time.monotonic() > self._ends:
            raise LimitReachedError(Unread.TIMEOUT)

    def read(self, size_bytes: int) -> None:
        self._read += size_bytes
        self._within(self._read, self.limits.read_bytes)

    def expand(self, size_bytes: int) -> None:
        self._expanded += size_bytes
        self._within(self._expanded, self.limits.expanded_bytes)

    def check_ratio(self, packed_bytes: int, expanded_bytes: int) -> None:
        """Raises UnreadableError: a part that expands like a bomb."""
        if expanded_bytes > max(self.limits.ratio_from_bytes, self.limits.ratio * max(packed_bytes, 1)):
            raise UnreadableError(Unread.LIMIT)

    def check_memory(self, size_bytes: int) -> None:
        """Before a part is taken into memory. Raises UnreadableError."""
        if size_bytes > self.limits.member_bytes:
            raise UnreadableError(Unread.LIMIT)

    def take_text(self, chars: int) -> None:
        self._text += chars
        self._within(self._text, self.limits.text_chars)

    def take_member(self) -> None:
        self._members += 1
        self._within(self._members, self.limits.members)

    def take_page(self) -> None:
        self._pages += 1
        self._within(self._pages, self.limits.pages)

    def take_cells(self, cells: int) -> None:
        self._cells += cells
        self._within(self._cells, self.limits.cells)

    def check_depth(self, depth: int) -> None:
        """Raises UnreadableError."""
        if depth > self.limits.depth:
            raise UnreadableError(Unread.LIMIT)

    def check_members(self, members: int) -> None:
        """Before a long list of members is even read."""
        self._within(members, self.limits.members)

    def _within(self, value: int, limit: int) -> None:
        if value > limit:
            raise LimitReachedError
        self.check_time()
