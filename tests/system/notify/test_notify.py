"""Notifications: a fake, a service of python-dbusmock on Linux, and Windows' with its own part made up."""

from __future__ import annotations

import sys
from pathlib import Path
from queue import SimpleQueue

import pytest

from app.system.notify import Ability, Answer, Notifier, claim_application_id, system_notifier, toast_ability
from tests.fakes import FakeNotifier
from tests.system.desktop import assert_passes_inside, need_desktop
from tests.system.notify.contract import TOAST, NotifierContract
from tests.system.notify.windows_centre import MadeCentre
from tests.system.wine import is_wine

INSIDE = Path(__file__).with_name("in_desktop.py")
linux = pytest.mark.skipif(sys.platform == "win32", reason="D-Bus is Linux's")


class FakeScreen:
    def __init__(self) -> None:
        self.answers: SimpleQueue[Answer] = SimpleQueue()
        self.fake = FakeNotifier(self.answers.put)

    @property
    def notifier(self) -> Notifier:
        return self.fake

    def choose(self, id_: int, key: str) -> None:
        self.fake.choose(id_, key)

    def dismiss(self, id_: int) -> None:
        self.fake.dismiss(id_)

    def shown(self) -> list[tuple[str, str, list[str]]]:
        return [(toast.title, toast.body, [action.label for action in toast.actions]) for toast in self.fake.shown]

    def vanish(self) -> None:
        self.fake.is_there = False


class TestFake(NotifierContract):
    @pytest.fixture
    def screen(self) -> FakeScreen:
        return FakeScreen()


@linux
def test_a_desktop_keeps_the_contract(tmp_path: Path) -> None:
    need_desktop()
    assert_passes_inside(INSIDE, tmp_path)


class WindowsScreen:
    def __init__(self) -> None:
        from app.system.notify._windows import WindowsNotifier

        self.answers: SimpleQueue[Answer] = SimpleQueue()
        self.centre = MadeCentre()
        self.notifier: Notifier = WindowsNotifier(self.answers.put, lambda: self.centre)

    def choose(self, id_: int, key: str) -> None:
        self.centre.click(str(id_), key)

    def dismiss(self, id_: int) -> None:
        self.centre.close(str(id_))

    def shown(self) -> list[tuple[str, str, list[str]]]:
        return [(toast.texts[0], toast.texts[1], toast.labels) for toast in self.centre.shown]

    def vanish(self) -> None:
        self.centre.is_there = False


@pytest.mark.windows
class TestWindows(NotifierContract):
    """All but Windows' own part, which Wine does not have."""

    @pytest.fixture
    def screen(self) -> WindowsScreen:
        return WindowsScreen()

    def test_one_that_was_replaced_answers_nothing(self, screen: WindowsScreen) -> None:
        id_ = screen.notifier.show(TOAST)
        former = screen.centre.shown[0]
        screen.notifier.show(TOAST, replaces=id_)
        assert list(screen.centre.standing) == [str(id_)]
        former.gone()
        former.chosen("view")
        assert screen.answers.empty()

    def test_what_cannot_be_shown_does_not_leave_the_older_one_standing(self, screen: WindowsScreen) -> None:
        id_ = screen.notifier.show(TOAST)
        screen.vanish()
        assert screen.notifier.show(TOAST, replaces=id_) is None
        assert screen.centre.standing == {}

    def test_whether_they_are_switched_on_is_told(self, screen: WindowsScreen) -> None:
        from app.system.notify._windows import toast_ability as ability

        assert ability(lambda: screen.centre) is Ability.BUTTONS
        screen.vanish()
        assert ability(lambda: screen.centre) is Ability.SWITCHED_OFF

    def test_notifications_that_are_switched_on_again_are_used(self, screen: WindowsScreen) -> None:
        screen.vanish()
        assert screen.notifier.show(TOAST) is None
        screen.centre.is_there = True
        assert screen.notifier.show(TOAST) is not None


@pytest.mark.windows
@pytest.mark.skipif(not is_wine(), reason="a real Windows shows them, to the person who runs the tests")
def test_without_the_windows_runtime_the_tray_icon_is_left_to_tell(caplog: pytest.LogCaptureFixture) -> None:
    """The packages load under Wine, its classes are missing."""
    with caplog.at_level("INFO"):
        notifier = system_notifier(lambda _answer: None)
        assert [notifier.show(TOAST), notifier.show(TOAST)] == [None, None]
    notifier.withdraw(1)
    notifier.close()
    assert toast_ability() is Ability.TRAY
    assert [record.getMessage() for record in caplog.records if "OSError" in record.getMessage()] == [
        "Windows shows no toasts of this program (OSError): the tray icon tells"
    ]


def test_the_process_takes_the_id_that_the_installed_program_has() -> None:
    """Wine takes it without keeping it."""
    assert claim_application_id() is (sys.platform == "win32")
