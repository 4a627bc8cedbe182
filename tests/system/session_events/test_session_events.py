"""Session events: fakes, logind and ScreenSavers made of python-dbusmock's services on Linux, and the messages of Windows."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from app.system.session_events import SessionEvent, SessionEvents, session_events
from tests.fakes import FakeSessionEvents
from tests.system.desktop import assert_passes_inside, need_desktop
from tests.system.session_events.contract import PATIENCE, WHY, Heard, SessionEventsContract

INSIDE = Path(__file__).with_name("in_desktop.py")
linux = pytest.mark.skipif(sys.platform == "win32", reason="D-Bus is Linux's")


class FakeSession:
    def __init__(self) -> None:
        self.heard: Heard = SimpleQueue()
        self.fake = FakeSessionEvents(self.heard.put, WHY)

    @property
    def events(self) -> SessionEvents:
        return self.fake

    def happen(self, event: SessionEvent) -> None:
        self.fake.tell(event)


class TestFake(SessionEventsContract):
    @pytest.fixture
    def session(self) -> FakeSession:
        return FakeSession()


@linux
def test_a_desktop_keeps_the_contract(tmp_path: Path) -> None:
    """VR-P6"""
    need_desktop()
    assert_passes_inside(INSIDE, tmp_path)


class WindowsSession:
    """Sends its window what Windows would send."""

    def __init__(self, ending: str | None = WHY) -> None:
        self.heard: Heard = SimpleQueue()
        self.events = session_events(self.heard.put, ending)

    def happen(self, event: SessionEvent) -> None:
        assert sys.platform == "win32"
        from app.system.session_events import _windows as windows

        window = getattr(self.events, "window", None)
        assert window is not None
        of_session = {heard: number for number, heard in windows.SESSION.items()}
        of_power = {heard: number for number, heard in windows.POWER.items()}
        if event is SessionEvent.ENDING:
            message, number = windows.WM_QUERYENDSESSION, 0
        elif event in of_session:
            message, number = windows.WM_WTSSESSION_CHANGE, of_session[event]
        else:
            message, number = windows.WM_POWERBROADCAST, of_power[event]
        assert windows._user32().PostMessageW(window, message, number, 0)

    def force_the_end(self) -> None:
        assert sys.platform == "win32"
        from app.system.session_events import _windows as windows

        window = getattr(self.events, "window", None)
        assert windows._user32().PostMessageW(window, windows.WM_QUERYENDSESSION, 0, windows.ENDSESSION_CRITICAL)


@pytest.mark.windows
class TestWindows(SessionEventsContract):
    @pytest.fixture
    def session(self) -> Iterator[WindowsSession]:
        made = WindowsSession()
        yield made
        made.events.close()

    def test_sleep_is_held_off_until_the_lock_is_done(self, session: WindowsSession) -> None:
        """VR-P6: the window answers PBT_APMSUSPEND when it is ready, or after a second and a half."""
        session.happen(SessionEvent.SLEEPING)
        assert session.heard.get(timeout=PATIENCE) is SessionEvent.SLEEPING
        session.happen(SessionEvent.AWAKE)  # it waits behind the one before
        threading.Event().wait(0.2)
        assert session.heard.empty()
        session.events.ready_to_sleep()
        assert session.heard.get(timeout=PATIENCE) is SessionEvent.AWAKE

    def test_the_end_is_held_off_until_a_person_has_answered(self, session: WindowsSession) -> None:
        """VR-P4"""
        session.happen(SessionEvent.ENDING)
        assert session.heard.get(timeout=PATIENCE) is SessionEvent.ENDING
        session.happen(SessionEvent.LOCKED)  # it waits behind the one before
        threading.Event().wait(0.2)
        assert session.heard.empty()
        session.events.ready_to_end()
        assert session.heard.get(timeout=PATIENCE) is SessionEvent.LOCKED

    def test_a_forced_end_is_not_held_off(self, session: WindowsSession) -> None:
        """VR-P4"""
        session.force_the_end()
        session.happen(SessionEvent.LOCKED)
        assert session.heard.get(timeout=PATIENCE) is SessionEvent.LOCKED

    def test_who_did_not_ask_for_it_holds_nothing_off(self) -> None:
        session = WindowsSession(ending=None)
        session.happen(SessionEvent.ENDING)
        session.happen(SessionEvent.LOCKED)
        assert session.heard.get(timeout=PATIENCE) is SessionEvent.LOCKED
        session.events.close()

    def test_the_thread_ends(self, session: WindowsSession) -> None:
        session.events.close()
        assert "session-events" not in {thread.name for thread in threading.enumerate()}
