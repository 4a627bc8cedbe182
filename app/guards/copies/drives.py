"""Removable drives that appear: offered, never walked unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from app.domain.ports import PlaceKind, Places

EVERY = 30.0


class Drives:
    """`told(mount_point)` is called once each time a removable drive appears."""

    def __init__(
        self, mount_points: Callable[[], Iterable[Path]], places: Places, told: Callable[[Path], None]
    ) -> None:
        self._mount_points = mount_points
        self._places = places
        self._told = told
        self._known: frozenset[Path] = frozenset()
        self._next = float("-inf")

    def look(self, at: float) -> None:
        """See which volumes there are, at most twice a minute."""
        if at < self._next:
            return
        self._next = at + EVERY
        now = frozenset(self._mount_points())
        for point in sorted(now - self._known):
            if self._places.of(point).kind is PlaceKind.REMOVABLE:
                self._told(point)
        self._known = now
