"""The contract against services of a desktop. `test_session_events.py` runs this; by itself it is not collected."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from queue import SimpleQueue

import pytest

from app.system.bus import Bus, Service, ask
from app.system.bus.inhibitor import Delay
from app.system.session_events import SessionEvent, SessionEvents, session_events
from tests.system.desktop import LOGIND, LOGIND_PATH, MOCK, SESSION, Desktop
from tests.system.session_events.contract import PATIENCE, WHY, Heard, SessionEventsContract

MANAGER = f"{LOGIND}.Manager"
ASKED = Service(bus=Bus.SYSTEM, name=LOGIND, path=LOGIND_PATH, interface=MANAGER)
SAVER, SAVER_PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
HINTS = {SessionEvent.LOCKED: True, SessionEvent.UNLOCKED: False}
ACTIVES = {SessionEvent.TAKEN_UP: True, SessionEvent.LEFT: False}
SLEEPS = {SessionEvent.SLEEPING: True, SessionEvent.AWAKE: False}


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    made = Desktop()
    yield made
    made.close()


class Logind:
    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        desktop.start_template("logind", LOGIND)
        self.path = desktop.add_session("auto", "wayland")
        self.heard: Heard = SimpleQueue()
        self.events: SessionEvents = session_events(self.heard.put, WHY)

    def happen(self, event: SessionEvent) -> None:
        if event is SessionEvent.ENDING:
            self.prepare("Shutdown", True)
        elif event in SLEEPS:
            self.prepare("Sleep", SLEEPS[event])
        elif event in HINTS:
            self.change("LockedHint", HINTS[event])
        else:
            self.change("Active", ACTIVES[event])

    def prepare(self, what: str, going: bool) -> None:
        values = (MANAGER, f"PrepareFor{what}", "b", [("b", going)])
        self.desktop._call(LOGIND, LOGIND_PATH, MOCK, "EmitSignal", "sssav", *values)

    def change(self, name: str, value: bool) -> None:
        """As logind itself does it."""
        code = f'self.UpdateProperties("{SESSION}", {{"{name}": dbus.Boolean({value})}})'
        self.desktop.method(LOGIND, self.path, SESSION, "Change", "", code)
        ask(Service(bus=Bus.SYSTEM, name=LOGIND, path=self.path, interface=SESSION), "Change")


@pytest.fixture
def session(desktop: Desktop) -> Iterator[Logind]:
    made = Logind(desktop)
    yield made
    made.events.close()


class TestLogindInsideDesktop(SessionEventsContract):
    pass


def delays(of: str = "sleep") -> int:
    """How many wait with it now."""
    (held,) = ask(ASKED, "ListInhibitors", gives="a(ssssuu)")
    assert all(mode == "delay" for _what, _who, _why, mode, _uid, _pid in held)
    return sum(what == of for what, *_ in held)


def until_delays(count: int, of: str = "sleep") -> None:
    """logind notices the end of a delay by itself, some milliseconds later."""
    pause = threading.Event()
    for _ in range(200):
        if delays(of) == count:
            return
        pause.wait(0.02)
    raise AssertionError(delays(of))


class TestDelay:
    def test_it_holds_until_it_is_released(self, desktop: Desktop) -> None:
        """VR-P6"""
        desktop.start_template("logind", LOGIND)
        delay = Delay("sleep", "Locks the screen")
        assert delays() == 1
        delay.release()
        delay.release()
        until_delays(0)

    def test_sleep_waits_until_the_lock_is_done_and_the_next_one_too(self, session: Logind) -> None:
        """VR-P6"""
        until_delays(1)
        session.happen(SessionEvent.SLEEPING)
        assert session.heard.get(timeout=PATIENCE) is SessionEvent.SLEEPING
        assert delays() == 1
        session.events.ready_to_sleep()
        until_delays(0)
        session.happen(SessionEvent.AWAKE)
        assert session.heard.get(timeout=PATIENCE) is SessionEvent.AWAKE
        until_delays(1)
        session.events.close()
        until_delays(0)

    def test_shutdown_waits_until_a_person_has_answered_and_again_when_it_was_called_off(self, session: Logind) -> None:
        """VR-P4"""
        until_delays(1, "shutdown")
        session.happen(SessionEvent.ENDING)
        assert session.heard.get(timeout=PATIENCE) is SessionEvent.ENDING
        assert delays("shutdown") == 1
        session.events.ready_to_end()
        until_delays(0, "shutdown")
        session.prepare("Shutdown", False)
        until_delays(1, "shutdown")
        session.events.close()
        until_delays(0, "shutdown")

    def test_who_did_not_ask_for_it_hears_of_no_end(self, desktop: Desktop) -> None:
        desktop.start_template("logind", LOGIND)
        heard: Heard = SimpleQueue()
        events = session_events(heard.put)
        until_delays(1)
        assert delays("shutdown") == 0
        for what in ("Shutdown", "Sleep"):
            values = (MANAGER, f"PrepareFor{what}", "b", [("b", True)])
            desktop._call(LOGIND, LOGIND_PATH, MOCK, "EmitSignal", "sssav", *values)
        assert heard.get(timeout=PATIENCE) is SessionEvent.SLEEPING
        events.close()

    def test_a_logind_that_refuses_takes_no_event_away(self, desktop: Desktop) -> None:
        desktop.start_template("logind", LOGIND)
        desktop.method(
            LOGIND,
            LOGIND_PATH,
            MANAGER,
            "Inhibit",
            "h",
            'raise dbus.exceptions.DBusException("no", name="org.freedesktop.DBus.Error.AccessDenied")',
            takes="ssss",
        )
        events = session_events(lambda _event: None)
        assert events.hears
        events.ready_to_sleep()
        events.close()


class TestOthers:
    def test_a_desktop_without_logind_is_heard_by_its_screen_saver(self, desktop: Desktop) -> None:
        """VR-P6"""
        desktop.start(SAVER, SAVER_PATH)
        heard: Heard = SimpleQueue()
        events = session_events(heard.put)
        assert events.hears
        for covered, event in ((True, SessionEvent.LOCKED), (False, SessionEvent.UNLOCKED)):
            desktop.emit(SAVER, SAVER_PATH, "ActiveChanged", "b", ("b", covered))
            assert heard.get(timeout=PATIENCE) is event
        events.close()

    def test_signals_of_another_shape_say_nothing(self, desktop: Desktop) -> None:
        desktop.start(SAVER, SAVER_PATH)
        heard: Heard = SimpleQueue()
        events = session_events(heard.put)
        desktop.emit(SAVER, SAVER_PATH, "ActiveChanged", "s", ("s", "yes"))
        desktop.emit(SAVER, SAVER_PATH, "Other", "b", ("b", True))
        desktop.emit(SAVER, SAVER_PATH, "ActiveChanged", "b", ("b", True))
        assert heard.get(timeout=PATIENCE) is SessionEvent.LOCKED
        assert heard.empty()
        events.close()

    def test_a_service_that_goes_is_not_heard_any_more(self, desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
        """Nobody there at all: it says so."""
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus")
        events = session_events(lambda _event: None)
        assert not events.hears
        events.close()
