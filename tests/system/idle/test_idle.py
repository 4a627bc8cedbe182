"""Idle time: fakes, a desktop made of python-dbusmock's services on Linux, and the calls of Windows."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.system.idle import IdleClock, idle_clock
from tests.fakes import FakeIdleClock
from tests.system.desktop import assert_passes_inside, need_desktop
from tests.system.idle.contract import TouchContract

INSIDE = Path(__file__).with_name("in_desktop.py")
linux = pytest.mark.skipif(sys.platform == "win32", reason="D-Bus is Linux's")


class FakeDesk:
    def __init__(self) -> None:
        self.fake = FakeIdleClock()

    @property
    def clock(self) -> IdleClock:
        return self.fake

    def leave(self, seconds: int) -> None:
        self.fake.seconds = float(seconds)

    def vanish(self) -> None:
        self.fake.seconds = None


class TestFake(TouchContract):
    @pytest.fixture
    def desk(self) -> FakeDesk:
        return FakeDesk()


@linux
def test_a_desktop_keeps_the_contract(tmp_path: Path) -> None:
    """VR-P6"""
    need_desktop()
    assert_passes_inside(INSIDE, tmp_path)


@pytest.mark.windows
class TestWindows:
    def test_windows_tells(self) -> None:
        seconds = idle_clock().seconds_idle()
        assert seconds is not None
        assert 0 <= seconds < 49.7 * 86_400

    def test_time_runs_while_nobody_touches_anything(self) -> None:
        import ctypes

        clock = idle_clock()
        first = clock.seconds_idle()
        ctypes.WinDLL("kernel32").Sleep(200)  # the counter of Windows itself must move
        second = clock.seconds_idle()
        assert first is not None
        assert second is not None
        assert second > first or second < 0.2  # somebody moved the mouse of the machine

    def test_a_counter_that_starts_anew_changes_nothing(self) -> None:
        from app.system.idle._windows import seconds_between

        assert seconds_between(1_000, 121_000) == 120.0
        assert seconds_between(2**32 - 60_000, 60_000) == 120.0
        assert seconds_between(5_000, 5_000) == 0.0

    def test_input_that_bears_a_later_moment_than_now_is_input_of_now(self) -> None:
        """Else it would read as 49.7 days without anybody."""
        from app.system.idle._windows import seconds_between

        assert seconds_between(121_000, 120_984) == 0.0
