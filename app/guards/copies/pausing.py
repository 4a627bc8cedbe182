"""Whether scans wait for better times: what the machine says, and whether the person wants it."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.ports import Power


class PausedScans:
    """Implements `Power`. `is_wanted`: the setting `copies.pause_on_battery_saver`, asked for at each use."""

    def __init__(self, power: Power, is_wanted: Callable[[], bool]) -> None:
        self._power = power
        self._is_wanted = is_wanted

    def should_rest(self) -> bool:
        return self._is_wanted() and self._power.should_rest()
