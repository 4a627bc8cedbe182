"""The contract against services of a desktop. `test_idle.py` runs this on a private bus; by itself it is not collected."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from app.system import bus
from app.system.idle import IdleClock, idle_clock
from tests.system.desktop import LOGIND, SESSION, Desktop
from tests.system.idle.contract import IdleContract, TouchContract

MUTTER, MUTTER_PATH = "org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core"
SAVER, SAVER_PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
KDE = "org.kde.screensaver"


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    made = Desktop()
    yield made
    made.close()


class Mutter:
    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.clock: IdleClock = idle_clock()
        desktop.start(MUTTER, MUTTER_PATH)

    def leave(self, seconds: int) -> None:
        self.desktop.method(MUTTER, MUTTER_PATH, MUTTER, "GetIdletime", "t", f"ret = {seconds * 1000}")

    def vanish(self) -> None:
        self.desktop.stop(MUTTER)


class Saver:
    """Counts `per_second`: KDE, known by a name of its own, thousands."""

    def __init__(self, desktop: Desktop, per_second: int) -> None:
        self.desktop, self.per_second = desktop, per_second
        self.clock: IdleClock = idle_clock()
        desktop.start(SAVER, SAVER_PATH)
        if per_second > 1:
            desktop.start(KDE, "/ScreenSaver")

    def leave(self, seconds: int) -> None:
        self.answer(f"ret = {seconds * self.per_second}")

    def vanish(self) -> None:
        self.desktop.stop(SAVER)

    def answer(self, code: str) -> None:
        self.desktop.method(SAVER, SAVER_PATH, SAVER, "GetSessionIdleTime", "u", code)


class Logind:
    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.clock: IdleClock = idle_clock()
        desktop.start_template("logind", LOGIND)
        self.path = desktop.add_session("auto", "wayland")

    def leave(self, seconds: int) -> None:
        since = int((time.monotonic() - seconds) * 1_000_000)
        self.desktop.change(LOGIND, self.path, SESSION, IdleHint=("b", True), IdleSinceHintMonotonic=("t", since))

    def vanish(self) -> None:
        self.desktop.stop(LOGIND)


class TestMutterInsideDesktop(TouchContract):
    @pytest.fixture
    def desk(self, desktop: Desktop) -> Mutter:
        return Mutter(desktop)


class TestSaverInsideDesktop(TouchContract):
    @pytest.fixture(params=[1, 1000], ids=["seconds", "kde"])
    def desk(self, desktop: Desktop, request: pytest.FixtureRequest) -> Saver:
        return Saver(desktop, request.param)


class TestLogindInsideDesktop(IdleContract):
    @pytest.fixture
    def desk(self, desktop: Desktop) -> Logind:
        return Logind(desktop)


class TestDesktops:
    """What the desktops are known to do."""

    def test_a_service_that_always_says_zero_is_not_believed(self, desktop: Desktop) -> None:
        """Plasma 5 on Wayland. Believed, it would keep a computer open for ever."""
        saver = Saver(desktop, 1000)
        saver.leave(0)
        assert saver.clock.seconds_idle() is None

    def test_a_service_that_says_it_cannot_is_left(self, desktop: Desktop) -> None:
        """Plasma 6 on Wayland."""
        saver = Saver(desktop, 1000)
        saver.answer('raise dbus.exceptions.DBusException("no", name="org.freedesktop.DBus.Error.NotSupported")')
        assert saver.clock.seconds_idle() is None

    def test_logind_without_the_hint_does_not_say_that_somebody_is_there(self, desktop: Desktop) -> None:
        """sway without an idle daemon: the hint never comes."""
        logind = Logind(desktop)
        assert logind.clock.seconds_idle() is None
        logind.leave(30)
        desktop.change(LOGIND, logind.path, SESSION, IdleHint=("b", False))  # and the moment is that of the change
        assert logind.clock.seconds_idle() is None
        desktop.change(LOGIND, logind.path, SESSION, IdleHint=("b", True), IdleSinceHintMonotonic=("t", 0))
        assert logind.clock.seconds_idle() is None

    def test_the_compositor_goes_before_the_others(self, desktop: Desktop) -> None:
        saver, mutter = Saver(desktop, 1), Mutter(desktop)
        saver.leave(7)
        mutter.leave(50)
        assert mutter.clock.seconds_idle() == pytest.approx(50, abs=1)

    def test_services_that_hang_are_not_waited_for(self, desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(bus, "PATIENCE_SECONDS", 0.3)
        mutter = Mutter(desktop)
        mutter.leave(50)
        desktop.freeze(MUTTER)
        began = time.monotonic()
        assert mutter.clock.seconds_idle() is None
        assert time.monotonic() - began < 3
