"""The contract against services of a desktop. `test_session_events.py` runs this; by itself it is not collected."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from queue import SimpleQueue

import pytest

from app.system.bus import Bus, Service, ask
from app.system.bus.inhibitor import SleepDelay
from app.system.session_events import SessionEvent, SessionEvents, session_events
from tests.system.desktop import LOGIND, LOGIND_PATH, MOCK, SESSION, Desktop
from tests.system.session_events.contract import PATIENCE, Heard, SessionEventsContract

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
        self.events: SessionEvents = session_events(self.heard.put)

    def happen(self, event: SessionEvent) -> None:
        if event in SLEEPS:
            self.desktop._call(LOGIND, LOGIND_PATH, MOCK, "EmitSignal", "sssav", *self.sleep_signal(SLEEPS[event]))
        elif event in HINTS:
            self.change("LockedHint", HINTS[event])
        else:
            self.change("Active", ACTIVES[event])

    def sleep_signal(self, going: bool) -> tuple[object, ...]:
        return (MANAGER, "PrepareForSleep", "b", [("b", going)])

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


def delays() -> int:
    """How many wait with sleep now."""
    (held,) = ask(ASKED, "ListInhibitors", gives="a(ssssuu)")
    assert all(what == "sleep" and mode == "delay" for what, _who, _why, mode, _uid, _pid in held)
    return len(held)


def until_delays(count: int) -> None:
    """logind notices the end of a delay by itself, some milliseconds later."""
    pause = threading.Event()
    for _ in range(200):
        if delays() == count:
            return
        pause.wait(0.02)
    raise AssertionError(delays())


class TestDelay:
    def test_it_holds_until_it_is_released(self, desktop: Desktop) -> None:
        """VR-P6"""
        desktop.start_template("logind", LOGIND)
        delay = SleepDelay()
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
