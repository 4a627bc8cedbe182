"""Presence from the services of a desktop. `test_presence.py` runs this on a private bus; by itself it is not collected."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.system import bus
from app.system.presence import presence_source
from tests.system.desktop import Desktop

NOTIFICATIONS, NOTIFICATIONS_PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
GNOME, GNOME_PATH = "org.gnome.SessionManager", "/org/gnome/SessionManager"
INHIBITOR = f"{GNOME}.Inhibitor"
PLASMA, PLASMA_PATH = "org.kde.Solid.PowerManagement.PolicyAgent", "/org/kde/Solid/PowerManagement/PolicyAgent"
IDLE, SUSPEND = 8, 4


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    made = Desktop()
    yield made
    made.close()


def in_presentation() -> bool | None:
    return presence_source(lambda: None).read().in_presentation


def keeps_open() -> bool:
    """Whether it is a reason not to lock."""
    return presence_source(lambda: None).read().is_engaged


class TestGnome:
    @pytest.fixture(autouse=True)
    def _service(self, desktop: Desktop) -> None:
        desktop.start(GNOME, GNOME_PATH)
        desktop.method(GNOME, GNOME_PATH, GNOME, "IsInhibited", "b", "ret = False", "u")
        desktop.method(GNOME, GNOME_PATH, GNOME, "GetInhibitors", "ao", "ret = []")

    def inhibited(self, desktop: Desktop, *programs: tuple[str, int]) -> None:
        paths = [f"{GNOME_PATH}/Inhibitor{number}" for number, _ in enumerate(programs)]
        held = any(flags & IDLE for _, flags in programs)
        desktop.method(GNOME, GNOME_PATH, GNOME, "IsInhibited", "b", f"ret = {held} and args[0] == {IDLE}", "u")
        desktop.method(GNOME, GNOME_PATH, GNOME, "GetInhibitors", "ao", f"ret = {paths}")
        for path, (program, flags) in zip(paths, programs, strict=True):
            desktop.add_object(GNOME, GNOME_PATH, path, INHIBITOR)
            desktop.method(GNOME, path, INHIBITOR, "GetAppId", "s", f"ret = {program!r}")
            desktop.method(GNOME, path, INHIBITOR, "GetFlags", "u", f"ret = {flags}")

    def test_a_screen_that_may_go_dark_shows_nothing(self) -> None:
        assert in_presentation() is False

    def test_a_program_that_keeps_it_on_shows_something(self, desktop: Desktop) -> None:
        self.inhibited(desktop, ("org.gnome.Evince", IDLE))
        assert in_presentation() is True
        assert keeps_open()

    def test_one_that_keeps_the_computer_from_sleep_does_not(self, desktop: Desktop) -> None:
        self.inhibited(desktop, ("backup", SUSPEND))
        assert in_presentation() is False

    def test_a_tool_that_only_keeps_awake_does_not(self, desktop: Desktop) -> None:
        """One that is always on would keep everything silent for ever."""
        self.inhibited(desktop, ("caffeine-gnome-extension", IDLE), ("backup", SUSPEND))
        assert in_presentation() is False
        assert not keeps_open()

    def test_a_remote_desktop_is_no_presentation(self, desktop: Desktop) -> None:
        """VR-P6: it keeps the screen on as long as it is open, whether somebody is there or not."""
        self.inhibited(desktop, ("org.remmina.Remmina", IDLE))
        assert not keeps_open()

    def test_a_presentation_beside_such_a_tool_does(self, desktop: Desktop) -> None:
        self.inhibited(desktop, ("caffeine-gnome-extension", IDLE), ("libreoffice-impress", IDLE))
        assert in_presentation() is True

    def test_one_that_ends_meanwhile_shows_nothing(self, desktop: Desktop) -> None:
        self.inhibited(desktop, ("org.gnome.Evince", IDLE))
        desktop.method(GNOME, GNOME_PATH, GNOME, "GetInhibitors", "ao", f"ret = ['{GNOME_PATH}/gone']")
        assert in_presentation() is False

    def test_a_service_that_hangs_is_not_waited_for(self, desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(bus, "PATIENCE_SECONDS", 0.3)
        desktop.freeze(GNOME)
        began = time.monotonic()
        assert in_presentation() is None
        assert time.monotonic() - began < 3


class TestPlasma:
    @pytest.fixture(autouse=True)
    def _service(self, desktop: Desktop) -> None:
        desktop.start(PLASMA, PLASMA_PATH)
        self.inhibited(desktop)

    def inhibited(self, desktop: Desktop, *programs: str) -> None:
        listed = [(program, "a reason") for program in programs]
        desktop.method(PLASMA, PLASMA_PATH, PLASMA, "HasInhibition", "b", f"ret = {bool(listed)} and args[0] == 4", "u")
        desktop.method(PLASMA, PLASMA_PATH, PLASMA, "ListInhibitions", "a(ss)", f"ret = {listed}")

    def test_a_program_that_keeps_the_screen_on_shows_something(self, desktop: Desktop) -> None:
        assert in_presentation() is False
        self.inhibited(desktop, "Okular")
        assert in_presentation() is True

    def test_the_switch_of_the_panel_does_not(self, desktop: Desktop) -> None:
        self.inhibited(desktop, "plasmashell")
        assert in_presentation() is False


class TestNotifications:
    @pytest.fixture(autouse=True)
    def _service(self, desktop: Desktop) -> None:
        desktop.start(NOTIFICATIONS, NOTIFICATIONS_PATH)

    def test_who_asked_for_silence_gets_it(self, desktop: Desktop) -> None:
        """And no grace: silence is not somebody who is there (VR-P6)."""
        add_property(desktop, Inhibited=True)
        assert in_presentation() is True
        assert not keeps_open()

    def test_who_did_not_does_not(self, desktop: Desktop) -> None:
        add_property(desktop, Inhibited=False)
        assert in_presentation() is False

    def test_a_desktop_that_knows_no_silence_cannot_tell(self, desktop: Desktop) -> None:
        """The specification has no such property; Plasma has."""
        add_property(desktop, Other=True)
        assert in_presentation() is None


def add_property(desktop: Desktop, **values: bool) -> None:
    for name, value in values.items():
        desktop._mock(NOTIFICATIONS, NOTIFICATIONS_PATH, "AddProperty", "ssv", NOTIFICATIONS, name, ("b", value))


def test_nobody_can_tell_where_nobody_is(tmp_path: Path) -> None:
    assert in_presentation() is None
