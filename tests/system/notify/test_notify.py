"""Notifications: a fake, a service of python-dbusmock on Linux, and Windows, which shows none yet."""

from __future__ import annotations

import sys
from pathlib import Path
from queue import SimpleQueue

import pytest

from app.system.notify import Answer, Notifier, system_notifier
from tests.fakes import FakeNotifier
from tests.system.desktop import assert_passes_inside, need_desktop
from tests.system.notify.contract import TOAST, NotifierContract

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


@pytest.mark.windows
def test_windows_shows_none_yet_and_says_so() -> None:
    """The window falls back on its tray icon."""
    notifier = system_notifier(lambda _answer: None)
    assert notifier.show(TOAST) is None
    notifier.withdraw(1)
    notifier.close()
