"""The countdown before a lock and what the tray says of a grace, as the guard tells them. VR-P6."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from threading import Thread

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.idle import Phase
from app.domain.locking import LockNotice
from app.domain.messages import Message
from app.domain.rules import Stage
from app.system.language import texts
from app.ui.bridge import GuardBridge
from app.ui.lock.countdown import Countdown
from app.ui.lock.desk import LockDesk
from app.ui.texts import WindowTexts
from app.ui.tray.tray import Tray
from tests.ui.windows import application

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
NL, EN = (WindowTexts(texts(language)) for language in ("nl", "en"))


def soon(seconds: int, stage: Stage = Stage.ACT) -> LockNotice:
    return LockNotice(phase=Phase.COUNTDOWN, left=seconds * SECOND, stage=stage)


GRACE = LockNotice(phase=Phase.GRACE, left=42 * MINUTE + 30 * SECOND)
LAST_OF_GRACE = LockNotice(phase=Phase.LAST_OF_GRACE, left=110 * SECOND)


class Ticks:
    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def desk(ticks: Ticks) -> Iterator[LockDesk]:
    application()
    made = LockDesk(NL, lambda words: Countdown(words, ticks))
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def window(desk: LockDesk) -> Countdown:
    assert desk.countdown is not None
    return desk.countdown


class TestCountdown:
    def test_it_says_what_happens_when_and_how_to_go_on(self, desk: LockDesk) -> None:
        """VR-P6"""
        desk.show_notice(soon(23))
        shown = window(desk)
        assert shown.isVisible()
        assert shown.sentence.text() == "Over 23 seconden gaat je computer op slot."
        assert shown.detail.text() == "Beweeg de muis of druk op een toets om door te werken."
        assert (shown.accessibleName(), shown.accessibleDescription()) == (shown.sentence.text(), shown.detail.text())

    def test_it_counts_by_itself_and_never_below_nothing(self, desk: LockDesk, ticks: Ticks) -> None:
        desk.show_notice(soon(23))
        ticks.seconds += 22.5
        window(desk)._tick()
        assert window(desk).sentence.text() == "Over 1 seconde gaat je computer op slot."
        ticks.seconds += 60
        window(desk)._tick()
        assert (window(desk).sentence.text(), window(desk).bar.value()) == (
            "Over 0 seconden gaat je computer op slot.",
            0,
        )

    def test_it_takes_no_focus_and_stands_over_everything(self, desk: LockDesk) -> None:
        """look, style: nothing steals the focus; VR-P6: it is seen."""
        desk.show_notice(soon(30))
        flags = window(desk).windowFlags()
        for flag in (Qt.WindowType.WindowStaysOnTopHint, Qt.WindowType.WindowDoesNotAcceptFocus):
            assert flags & flag
        assert window(desk).testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        assert QApplication.focusWidget() is None

    def test_when_the_guard_sees_input_it_goes_and_the_next_time_it_comes(self, desk: LockDesk) -> None:
        """VR-P6"""
        desk.show_notice(soon(30))
        desk.show_notice(None)
        assert not window(desk).isVisible()
        assert not window(desk)._ticking.isActive()
        desk.show_notice(soon(30))
        assert window(desk).isVisible()

    @pytest.mark.parametrize("touch", ["click", "key", "wheel-less move"])
    def test_any_touch_of_it_ends_it_at_once(self, desk: LockDesk, touch: str) -> None:
        """VR-P6"""
        desk.show_notice(soon(30))
        shown = window(desk)
        if touch == "click":
            QTest.mouseClick(shown, Qt.MouseButton.LeftButton)
        elif touch == "key":
            QTest.keyClick(shown, Qt.Key.Key_Shift)
        else:
            QCursor.setPos(shown.mapToGlobal(QPoint(5, 5)))
            QTest.mouseMove(shown, QPoint(9, 9))
            QApplication.processEvents()
        assert not shown.isVisible()

    def test_the_end_of_a_grace_says_why(self, desk: LockDesk) -> None:
        """VR-P6: two minutes."""
        desk.show_notice(LAST_OF_GRACE)
        assert window(desk).sentence.text() == "Over 2 minuten gaat je computer op slot."
        assert window(desk).detail.text().startswith("Je gesprek of presentatie is voorbij")

    def test_before_it_acts_it_only_asks(self, desk: LockDesk) -> None:
        desk.show_notice(soon(30, Stage.WARN))
        assert window(desk).sentence.text() == "Ben je weg? Vergrendel dan je computer."

    def test_it_speaks_the_chosen_language(self, desk: LockDesk) -> None:
        desk.show_notice(soon(30))
        desk.speak(EN)
        assert window(desk).sentence.text() == "In 30 seconds your computer will be locked."

    def test_it_stands_within_the_screen(self, desk: LockDesk) -> None:
        desk.show_notice(soon(30))
        screen = QApplication.primaryScreen().availableGeometry()
        assert screen.contains(window(desk).geometry())


class TestGrace:
    def test_it_is_said_without_a_window_and_goes_again(self, desk: LockDesk, qtbot: QtBot) -> None:
        """VR-P6: visible."""
        told: list[Message | None] = []
        desk.grace_told.connect(told.append)
        for notice in (GRACE, GRACE, LAST_OF_GRACE, None, None):
            desk.show_notice(notice)
        assert [None if said is None else NL.render(said) for said in told] == [
            "Het slot wacht op je gesprek of presentatie: nog 42 minuten zonder invoer.",
            "Het slot wacht op je gesprek of presentatie: nog 1 minuut zonder invoer.",
            None,
        ]
        assert not window(desk).isVisible()

    def test_an_ordinary_countdown_is_no_grace(self, desk: LockDesk, qtbot: QtBot) -> None:
        with qtbot.assertNotEmitted(desk.grace_told):
            desk.show_notice(soon(20))

    def test_the_trays_menu_says_it(self, desk: LockDesk) -> None:
        """VR-P6"""
        tray = Tray(NL)
        desk.grace_told.connect(tray.tell_grace)
        lines = [action for action in tray.menu.actions() if "slot wacht" in action.text()]
        assert lines == []
        desk.show_notice(GRACE)
        (line,) = (action for action in tray.menu.actions() if "slot wacht" in action.text())
        assert line.isVisible()
        desk.show_notice(None)
        assert not line.isVisible()
        tray.close()
        tray.deleteLater()


def test_a_guard_tells_it_from_its_own_thread(desk: LockDesk, qtbot: QtBot) -> None:
    bridge = GuardBridge()
    bridge.lock_noticed.connect(desk.show_notice)
    with qtbot.waitSignal(bridge.lock_noticed):
        thread = Thread(target=bridge.show_lock, args=(soon(30),))
        thread.start()
        thread.join()
    qtbot.waitUntil(lambda: desk.countdown is not None and desk.countdown.isVisible())
