"""The contract against services of a desktop. `test_lock.py` runs this on a private bus; by itself it is not collected."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.system import bus
from app.system.lock import SessionLock, session_lock
from tests.system.desktop import LOGIND, LOGIND_PATH, SESSION, Desktop
from tests.system.lock.contract import LockContract

GNOME, GNOME_PATH = "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"
SAVER, SAVER_PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
NOT_ALLOWED = 'raise dbus.exceptions.DBusException("no", name="org.freedesktop.DBus.Error.AccessDenied")'
NOT_MADE = 'raise dbus.exceptions.DBusException("no", name="org.freedesktop.DBus.Error.NotSupported")'
SOON = 3.0  # seconds, with patience at 0.3


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    made = Desktop()
    yield made
    made.close()


class Logind:
    """A desktop that listens to logind and keeps LockedHint."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.lock: SessionLock = session_lock()
        desktop.start_template("logind", LOGIND)
        self.path = desktop.add_session("auto", "wayland")

    def obey(self) -> None:
        self._answer_lock(f'self.UpdateProperties("{SESSION}", {{"LockedHint": dbus.Boolean(True)}})')

    def refuse(self) -> None:
        self._answer_lock(NOT_ALLOWED)

    def open(self) -> None:
        self.hint(locked=False)

    def vanish(self) -> None:
        self.desktop.stop(LOGIND)

    def hint(self, *, locked: bool) -> None:
        self.desktop.change(LOGIND, self.path, SESSION, LockedHint=("b", locked))

    def requests(self) -> int:
        return self.desktop.calls(LOGIND, self.path, "Lock")

    def _answer_lock(self, code: str) -> None:
        self.desktop.method(LOGIND, self.path, SESSION, "Lock", "", code)


class Saver:
    """A desktop without logind: its ScreenSaver service locks and tells."""

    def __init__(self, desktop: Desktop, name: str = SAVER, path: str = SAVER_PATH) -> None:
        self.desktop, self.name, self.path = desktop, name, path
        self.lock: SessionLock = session_lock()
        desktop.start(name, path)
        self.cover(covered=False)
        self._answer("Lock", "", "")

    def obey(self) -> None:
        self._answer("Lock", "", f'self.AddMethod("{self.name}", "GetActive", "", "b", "ret = True")')

    def refuse(self) -> None:
        self._answer("Lock", "", NOT_ALLOWED)

    def open(self) -> None:
        self.cover(covered=False)

    def vanish(self) -> None:
        self.desktop.stop(self.name)

    def cover(self, *, covered: bool) -> None:
        self._answer("GetActive", "b", f"ret = {covered}")

    def _answer(self, method: str, gives: str, code: str) -> None:
        self.desktop.method(self.name, self.path, self.name, method, gives, code)


class TestLogindInsideDesktop(LockContract):
    @pytest.fixture
    def screen(self, desktop: Desktop) -> Logind:
        return Logind(desktop)


class TestSaverInsideDesktop(LockContract):
    @pytest.fixture(params=[(SAVER, SAVER_PATH), (GNOME, GNOME_PATH)], ids=["freedesktop", "gnome"])
    def screen(self, desktop: Desktop, request: pytest.FixtureRequest) -> Saver:
        return Saver(desktop, *request.param)


class TestDesktops:
    """What the desktops are known to do."""

    def test_dbusmocks_own_gnome_locks_and_tells(self, desktop: Desktop) -> None:
        desktop.start_template("gnome_screensaver", GNOME)
        lock = session_lock()
        assert (lock.mechanism(), lock.is_locked()) == (GNOME, False)
        assert lock.lock().requested
        assert lock.is_locked() is True

    def test_gnomes_bearer_of_the_freedesktop_name_can_neither_lock_nor_tell(self, desktop: Desktop) -> None:
        bearer = Saver(desktop)
        for method, gives in (("Lock", ""), ("GetActive", "b")):
            desktop.method(SAVER, SAVER_PATH, SAVER, method, gives, NOT_MADE)
        assert bearer.lock.mechanism() is None
        gnome = Saver(desktop, GNOME, GNOME_PATH)
        gnome.obey()
        assert gnome.lock.mechanism() == GNOME
        assert gnome.lock.lock().requested
        assert gnome.lock.is_locked() is True

    def test_gnomes_covered_screen_without_the_hint_is_not_called_locked(self, desktop: Desktop) -> None:
        """It covers the screen before it locks it, or without locking it."""
        logind, gnome = Logind(desktop), Saver(desktop, GNOME, GNOME_PATH)
        gnome.cover(covered=True)
        assert logind.lock.is_locked() is None
        logind.hint(locked=True)
        assert logind.lock.is_locked() is True
        logind.hint(locked=False)
        gnome.cover(covered=False)
        assert logind.lock.is_locked() is False

    def test_kdes_word_counts_without_the_hint(self, desktop: Desktop) -> None:
        logind, kde = Logind(desktop), Saver(desktop)
        kde.cover(covered=True)
        assert logind.lock.is_locked() is True
        kde.cover(covered=False)
        assert logind.lock.is_locked() is False

    def test_a_hint_that_nobody_keeps_says_nothing(self, desktop: Desktop) -> None:
        """swaylock never sets it: a screen that may well be locked is not called open."""
        logind = Logind(desktop)
        assert (logind.lock.mechanism(), logind.lock.is_locked()) == ("logind", None)
        logind.hint(locked=True)
        assert logind.lock.is_locked() is True
        logind.hint(locked=False)
        assert logind.lock.is_locked() is False

    def test_a_request_that_had_no_effect_goes_to_the_desktop_itself(self, desktop: Desktop) -> None:
        logind, saver = Logind(desktop), Saver(desktop)
        saver.obey()
        assert logind.lock.lock().requested
        assert logind.lock.is_locked() is False
        assert logind.lock.lock(again=True).requested
        assert logind.lock.is_locked() is True
        assert logind.requests() == 1

    def test_what_logind_refuses_the_desktop_may_do(self, desktop: Desktop) -> None:
        logind, saver = Logind(desktop), Saver(desktop)
        logind.refuse()
        saver.obey()
        assert logind.lock.lock().requested
        assert logind.lock.is_locked() is True

    def test_from_a_console_the_session_with_the_screen_is_locked(self, desktop: Desktop) -> None:
        logind = Logind(desktop)
        desktop.change(LOGIND, logind.path, SESSION, Type=("s", "tty"))
        assert logind.lock.mechanism() is None
        logind.path = desktop.add_session("c2", "x11")
        user = f"{LOGIND_PATH}/user/{os.getuid()}"
        found = f'ret = "{user}"'  # dbusmock's own answer fails: it adds the number to a text
        desktop.method(LOGIND, LOGIND_PATH, f"{LOGIND}.Manager", "GetUser", "o", found, takes="u")
        desktop.change(LOGIND, user, f"{LOGIND}.User", Display=("(so)", ("c2", logind.path)))
        logind.obey()
        assert logind.lock.lock().requested
        assert (logind.lock.is_locked(), logind.requests()) == (True, 1)

    def test_an_answer_of_another_kind_is_none(self, desktop: Desktop) -> None:
        saver = Saver(desktop)
        desktop.method(SAVER, SAVER_PATH, SAVER, "GetActive", "s", 'ret = "yes"')
        assert saver.lock.is_locked() is None


class TestPatience:
    @pytest.fixture(autouse=True)
    def _little(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(bus, "PATIENCE_SECONDS", 0.3)

    def test_services_that_hang_are_not_waited_for(self, desktop: Desktop) -> None:
        logind, saver = Logind(desktop), Saver(desktop)
        desktop.freeze(LOGIND)
        desktop.freeze(SAVER)
        began = time.monotonic()
        assert saver.lock.is_locked() is None
        assert logind.lock.mechanism() is None
        assert time.monotonic() - began < SOON

    def test_a_lock_that_answers_late_was_asked_for(self, desktop: Desktop) -> None:
        """KDE answers when the screen is covered; whether it is, the session tells."""
        saver = Saver(desktop)
        desktop.freeze(SAVER)
        assert saver.lock.lock().requested

    def test_a_bus_that_says_nothing_is_not_waited_for(
        self, short_folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with socket.socket(socket.AF_UNIX) as silent:
            silent.bind(str(short_folder / "bus"))
            silent.listen(8)
            for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
                monkeypatch.setenv(name, f"unix:path={short_folder / 'bus'}")
            began = time.monotonic()
            assert session_lock().is_locked() is None
            assert time.monotonic() - began < SOON

    @pytest.mark.parametrize("address", ["", "nonsense", "unix:path=/nowhere/bus", "tcp:host=127.0.0.1,port=9"])
    def test_an_address_that_leads_nowhere_is_no_desktop(self, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address or "unix:path=/nowhere/bus")
        lock = session_lock()
        assert (lock.mechanism(), lock.is_locked(), lock.lock().requested) == (None, None, False)

    def test_without_an_address_there_is_no_desktop(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
        result = session_lock().lock()
        assert result.reason is not None
        assert result.reason.id == "lock.no-way"
