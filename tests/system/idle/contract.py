"""What every idle clock keeps to. Each kind's test class gives a `desk`: a clock and what a test can do to it."""

from __future__ import annotations

from typing import Protocol

import pytest

from app.system.idle import IdleClock

SLACK = 5.0  # seconds the test itself may take


class Desk(Protocol):
    @property
    def clock(self) -> IdleClock: ...

    def leave(self, seconds: int) -> None:
        """Nobody touched anything for so long."""
        ...

    def vanish(self) -> None:
        """Nobody tells."""
        ...


class IdleContract:
    def test_time_without_input_is_told_in_seconds(self, desk: Desk) -> None:
        """VR-P6"""
        for seconds in (7, 119):  # less than any machine has run when it comes to this
            desk.leave(seconds)
            told = desk.clock.seconds_idle()
            assert told is not None
            assert seconds <= told < seconds + SLACK

    def test_what_nobody_tells_is_unknown(self, desk: Desk) -> None:
        """VR-P6"""
        desk.leave(30)
        desk.vanish()
        assert desk.clock.seconds_idle() is None


class TouchContract(IdleContract):
    """Those that also see that somebody is there."""

    def test_a_touch_starts_anew(self, desk: Desk) -> None:
        desk.leave(60)
        desk.clock.seconds_idle()
        desk.leave(0)
        assert desk.clock.seconds_idle() == pytest.approx(0, abs=SLACK)
