"""The offer when the session ends: it waits for an answer five seconds at most, and says when the end may come. VR-P4"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.errors import EnvironmentLacking
from app.domain.messages import msg
from app.system.language import texts
from app.system.session_events import OnSessionEvent, SessionEvent
from app.ui.ending import desk as ending_desk
from app.ui.ending.desk import EndingDesk
from app.ui.jobs import Jobs
from app.ui.texts import WindowTexts
from tests.fakes import FakeSessionEvents
from tests.ui.windows import application

NL = WindowTexts(texts("nl"))


class Offered:
    """Actions that offer what they are told, and remember what was deleted."""

    def __init__(self) -> None:
        self.ids: tuple[str, ...] = ("a", "b")
        self.deleted: list[str] = []
        self.refuses = False

    def falling_due(self) -> tuple[str, ...]:
        return self.ids

    def delete(self, ids: Sequence[str]) -> None:
        if self.refuses:
            raise EnvironmentLacking(msg("deletion.busy"))
        self.deleted += ids


class Ending:
    def __init__(self) -> None:
        self.offered = Offered()
        self.jobs = Jobs()
        self.day = date(2026, 11, 28)
        self.events: FakeSessionEvents | None = None
        self.desk = EndingDesk(
            self.offered,  # type: ignore[arg-type]  # no more than is asked of them
            self.jobs,
            NL,
            self.make,
            lambda: self.day,
        )
        self.desk.begin()
        until(lambda: self.events is not None and self.jobs.is_idle)

    def make(self, on_event: OnSessionEvent, why: str) -> FakeSessionEvents:
        self.events = FakeSessionEvents(on_event, why)
        return self.events

    def tell(self, event: SessionEvent) -> None:
        assert self.events is not None
        self.events.tell(event)
        QApplication.processEvents()
        until(lambda: self.jobs.is_idle)

    @property
    def let_end(self) -> int:
        assert self.events is not None
        return self.events.let_end


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 10.0
    while not condition():
        assert time.monotonic() < end, "it did not come to that"
        QApplication.processEvents()
        time.sleep(0.002)  # jobs work in threads of their own


@pytest.fixture
def ending(qtbot: QtBot) -> Iterator[Ending]:
    application()
    made = Ending()
    yield made
    made.desk.close()
    made.jobs.close()
    made.desk.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_nothing_falls_due_so_nothing_waits(ending: Ending) -> None:
    """VR-P4"""
    ending.offered.ids = ()
    ending.tell(SessionEvent.ENDING)
    assert ending.desk.offer is None
    assert ending.let_end == 1


def test_a_yes_deletes_and_then_the_session_may_end(ending: Ending, qtbot: QtBot) -> None:
    """VR-P4"""
    ending.tell(SessionEvent.ENDING)
    offer = ending.desk.offer
    assert offer is not None
    assert "2 kopieën" in offer.sentence.text()
    assert ending.let_end == 0
    with qtbot.waitSignal(ending.desk.acted):
        offer.yes.click()
    assert ending.offered.deleted == ["a", "b"]
    assert ending.let_end == 1
    assert ending.desk.offer is None


@pytest.mark.parametrize("how", ["later", "escape", "close", "enter"])
def test_anything_but_a_yes_is_a_no(ending: Ending, how: str) -> None:
    """VR-P4"""
    ending.tell(SessionEvent.ENDING)
    offer = ending.desk.offer
    assert offer is not None
    ways: dict[str, Callable[[], Any]] = {
        "later": offer.no.click,
        "escape": lambda: QTest.keyClick(offer, Qt.Key.Key_Escape),
        "close": offer.close,
        "enter": lambda: QTest.keyClick(offer.no, Qt.Key.Key_Return),
    }
    ways[how]()
    assert ending.offered.deleted == []
    assert ending.let_end == 1


def test_without_an_answer_the_end_comes_all_the_same(
    ending: Ending, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """VR-P4"""
    assert ending_desk.LONGEST_MS < 5_000
    ending.desk._patience.setInterval(50)
    ending.tell(SessionEvent.ENDING)
    until(lambda: ending.let_end == 1)
    assert ending.desk.offer is None
    assert ending.offered.deleted == []


def test_a_deletion_that_fails_keeps_nobody(ending: Ending) -> None:
    ending.offered.refuses = True
    ending.tell(SessionEvent.ENDING)
    offer = ending.desk.offer
    assert offer is not None
    offer.yes.click()
    until(lambda: ending.let_end == 1)


def test_qt_s_own_word_of_the_end_waits_as_well(ending: Ending) -> None:
    """VR-P4: whichever window Windows asks first."""
    answering = QTimer()
    answering.timeout.connect(lambda: ending.desk.offer is not None and ending.desk.offer.no.click())
    answering.start(20)
    ending.desk.before_end()
    answering.stop()
    assert ending.let_end == 1


def test_sleep_is_not_held_up_and_asked_once_a_day(ending: Ending) -> None:
    """VR-P4: the offer stands there when the person is back."""
    ending.tell(SessionEvent.SLEEPING)
    assert ending.events is not None
    assert ending.events.let_go == 1
    offer = ending.desk.offer
    assert offer is not None
    offer.no.click()
    ending.tell(SessionEvent.SLEEPING)
    assert ending.desk.offer is None
    ending.day = date(2026, 11, 29)
    ending.tell(SessionEvent.SLEEPING)
    assert ending.desk.offer is not None


def test_an_end_takes_the_place_of_an_offer_from_before_sleep(ending: Ending) -> None:
    ending.tell(SessionEvent.SLEEPING)
    first = ending.desk.offer
    ending.tell(SessionEvent.ENDING)
    assert ending.desk.offer is not None
    assert ending.desk.offer is not first


def test_the_offer_names_nobody_and_can_be_said_by_a_screen_reader(ending: Ending) -> None:
    ending.tell(SessionEvent.ENDING)
    offer = ending.desk.offer
    assert offer is not None
    assert offer.accessibleName() == offer.sentence.text()
    assert offer.accessibleDescription() != ""


def test_listening_that_begins_after_the_end_is_ended(qtbot: QtBot) -> None:
    application()
    made = Ending()
    made.desk.close()
    assert made.events is not None
    assert made.events.is_closed
    made.desk.begin()
    until(lambda: made.jobs.is_idle)
    assert made.events.is_closed
    made.jobs.close()
    made.desk.deleteLater()
