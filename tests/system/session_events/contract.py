"""What all session events keep to. Each kind's test class gives a `session`: events and what a test can let happen."""

from __future__ import annotations

from queue import SimpleQueue
from typing import Protocol

from app.system.session_events import SessionEvent, SessionEvents

WHY = "Kopieën kunnen weg voordat je afsluit"
PATIENCE = 10.0  # seconds; an event takes milliseconds

Heard = SimpleQueue[SessionEvent]


class SessionUnderTest(Protocol):
    @property
    def events(self) -> SessionEvents: ...

    @property
    def heard(self) -> Heard: ...

    def happen(self, event: SessionEvent) -> None: ...


class SessionEventsContract:
    def test_it_says_that_it_hears(self, session: SessionUnderTest) -> None:
        assert session.events.hears

    def test_each_event_is_heard_in_its_order(self, session: SessionUnderTest) -> None:
        """VR-P6"""
        for event in SessionEvent:
            if event is SessionEvent.SLEEPING:
                session.events.ready_to_sleep()
            session.happen(event)
            assert session.heard.get(timeout=PATIENCE) is event
            session.events.ready_to_sleep()
            session.events.ready_to_end()

    def test_after_the_end_nothing_is_heard(self, session: SessionUnderTest) -> None:
        session.events.close()
        session.events.close()
        assert not session.events.hears
        session.events.ready_to_sleep()
        session.events.ready_to_end()
