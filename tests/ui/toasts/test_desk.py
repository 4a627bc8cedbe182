"""Toasts on their way to the person and back, with a desktop that shows them in memory."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from app.actions.news import NewsActions
from app.domain.errors import EnvironmentLacking
from app.domain.messages import Message, msg
from app.domain.presence import Presence
from app.domain.toast import LATER, News, Spot, ToastRequest, Topic
from app.domain.toast_text import toast_of
from app.system.language import texts
from app.system.notify import DEFAULT, Notifier, OnAnswer
from app.system.places.standard import standard_folders
from app.ui.toasts import ToastDesk
from app.ui.toasts import desk as desk_module
from tests.actions.laptop import HOUR, Laptop
from tests.fakes import START, FakeNotifier, FakePresenceSource

A_FILE = "salarissen Voorbeeldstad.xlsx"


class ToldNews:
    """Gives what it was told to, when the person may be disturbed; remembers what became of it."""

    def __init__(self) -> None:
        self.waiting: ToastRequest | None = None
        self.is_over = False
        self.is_failing = False
        self.heard: list[tuple[str, ToastRequest | None]] = []
        self.threads: set[int] = set()
        self.looks = 0

    def next(self, ask: Callable[[], Presence]) -> ToastRequest | None:
        self.threads.add(threading.get_ident())
        self.looks += 1
        if self.is_failing:
            raise EnvironmentLacking(msg("store.full"))
        if self.waiting is None or not ask().may_be_disturbed:
            self.heard.append(("none", None))
            return None
        return self.waiting

    def told(self, request: ToastRequest) -> None:
        self.waiting = None
        self.heard.append(("told", request))

    def later(self, request: ToastRequest) -> None:
        self.heard.append(("later", request))

    def seen(self) -> None:
        self.waiting = None
        self.heard.append(("seen", None))

    def lasts(self, request: ToastRequest) -> bool:
        return not self.is_over

    def what(self) -> list[str]:
        return [what for what, _ in self.heard]


class TrayInMemory(QSystemTrayIcon):
    """A tray that shows messages although there is no panel."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[tuple[str, str]] = []
        self.is_there = True

    def isVisible(self) -> bool:  # noqa: N802  # Qt's name
        return self.is_there

    def supportsMessages(self) -> bool:  # type: ignore[override]  # noqa: N802  # static in Qt; asked of the icon by us
        return True

    def showMessage(self, title: str, body: str, icon: QIcon, milliseconds: int) -> None:  # type: ignore[override]  # noqa: N802
        self.messages.append((title, body))


class Scene:
    """A desk with everything around it. `notifier`: as `FakeNotifier`."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.news = ToldNews()
        self.presence = FakePresenceSource()
        self.tray = TrayInMemory()
        self.notifier: FakeNotifier
        self.views: list[tuple[str, object]] = []
        self.desk = ToastDesk(self.news, self.presence, self._make, texts("nl").render, self.tray)
        self.desk.view_requested.connect(self._viewed)
        self.desk.start()

    def _make(self, on_answer: OnAnswer) -> Notifier:
        self.notifier = FakeNotifier(on_answer)
        return self.notifier

    def _viewed(self, page: str, subject: object) -> None:
        self.views.append((page, subject))

    def look(self) -> None:
        """Have it look, and wait until it has."""
        before = len(self.news.heard)
        self.desk.look_soon()
        self.qtbot.waitUntil(lambda: len(self.news.heard) > before)

    def shows(self, request: ToastRequest) -> int:
        """The id of the notification that comes of it."""
        self.news.waiting = request
        self.look()
        return next(iter(self.notifier.standing))


@pytest.fixture
def scene(qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(qtbot)
    yield made
    assert made.desk.close()


def request(topic: Topic = Topic.FINDINGS, *, again: bool = False) -> ToastRequest:
    item = News(
        topic=topic,
        count=2,
        began_at=START,
        latest_at=START,
        spot=Spot.DOWNLOADS,
        subject="group-1" if topic is Topic.FINDINGS else None,
        again=again,
    )
    return toast_of([item])


def test_a_toast_says_place_and_step_and_offers_two_ways(scene: Scene) -> None:
    scene.shows(request())
    (toast,) = scene.notifier.shown
    assert toast.title == "Er staan 2 klantbestanden in Downloads."
    assert toast.body == "Daarvoor is nog geen afspraak met de klant vastgelegd."
    assert [action.label for action in toast.actions] == ["Bekijken", "Straks"]


def test_one_that_came_back_cannot_be_put_off_again(scene: Scene) -> None:
    scene.shows(request(again=True))
    assert [action.key for action in scene.notifier.shown[0].actions] == ["view"]


def test_several_things_have_a_line_each(scene: Scene) -> None:
    both = toast_of([request(Topic.VAULT_HELD).news[0], request().news[0]])
    scene.shows(both)
    assert scene.notifier.shown[0].title == "2 dingen vragen je aandacht."
    assert len(scene.notifier.shown[0].body.splitlines()) == 2


@pytest.mark.parametrize("key", ["view", DEFAULT])
def test_viewing_opens_its_page_in_the_windows_thread(scene: Scene, key: str) -> None:
    id_ = scene.shows(request())
    here = []
    scene.desk.view_requested.connect(lambda *_: here.append(threading.current_thread()))
    with scene.qtbot.waitSignal(scene.desk.view_requested) as seen:
        scene.notifier.choose(id_, key)
    assert seen.args == ["findings", "group-1"]
    assert here == [threading.main_thread()]
    assert scene.notifier.standing == {}


def test_the_windows_thread_is_never_the_one_that_looks(scene: Scene) -> None:
    scene.look()
    assert threading.get_ident() not in scene.news.threads


def test_a_token_reaches_the_window_that_comes_forward(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(desk_module.ACTIVATION, raising=False)
    id_ = scene.shows(request())
    with scene.qtbot.waitSignal(scene.desk.view_requested):
        scene.notifier.choose(id_, "view", "token-1")
    assert os.environ[desk_module.ACTIVATION] == "token-1"
    monkeypatch.setenv(desk_module.ACTIVATION, "")  # so that it is taken away again


def test_later_is_passed_on_and_the_toast_goes(scene: Scene) -> None:
    wanted = request()
    id_ = scene.shows(wanted)
    scene.notifier.choose(id_, "later")
    scene.qtbot.waitUntil(lambda: scene.news.heard[-1] == ("later", wanted))
    assert scene.notifier.standing == {}
    assert scene.views == []


def test_who_must_not_be_disturbed_sees_nothing(scene: Scene) -> None:
    scene.presence.presence = Presence(in_call=True)
    scene.news.waiting = request()
    scene.look()
    assert (scene.notifier.shown, scene.tray.messages, scene.news.what()) == ([], [], ["none"])


def test_a_new_toast_takes_the_place_of_the_one_that_stands(scene: Scene) -> None:
    first = scene.shows(request())
    second = scene.shows(request(Topic.VAULT_HELD))
    assert first == second
    assert len(scene.notifier.standing) == 1
    with scene.qtbot.waitSignal(scene.desk.view_requested) as seen:
        scene.notifier.choose(second, "view")
    assert seen.args == ["vault", None]


def test_one_that_is_no_longer_so_is_withdrawn(scene: Scene) -> None:
    scene.shows(request())
    scene.news.is_over = True
    scene.look()
    assert scene.notifier.standing == {}


def test_one_that_was_dismissed_is_done_with(scene: Scene) -> None:
    id_ = scene.shows(request())
    scene.notifier.dismiss(id_)
    scene.look()
    assert scene.shows(request()) != id_


def test_over_the_window_nothing_pops_up(scene: Scene) -> None:
    scene.shows(request())
    scene.desk.window_in_front(True)
    scene.qtbot.waitUntil(lambda: scene.news.what()[-1] == "seen")
    assert scene.notifier.standing == {}
    scene.news.waiting = request()
    scene.look()
    assert (len(scene.notifier.shown), scene.news.what()[-1]) == (1, "seen")
    scene.desk.window_in_front(False)
    scene.shows(request())
    assert len(scene.notifier.shown) == 2


class TestTray:
    """Where the system shows no notifications."""

    @pytest.fixture(autouse=True)
    def _no_notifications(self, scene: Scene) -> None:
        scene.notifier.is_there = False

    def test_the_tray_says_it_and_a_click_leads_to_its_page(self, scene: Scene) -> None:
        scene.news.waiting = request()
        scene.look()
        assert scene.tray.messages == [
            ("Er staan 2 klantbestanden in Downloads.", "Daarvoor is nog geen afspraak met de klant vastgelegd.")
        ]
        assert scene.news.what() == ["told"]
        scene.tray.messageClicked.emit()
        scene.tray.messageClicked.emit()
        assert scene.views == [("findings", "group-1")]

    def test_without_a_tray_it_waits(self, scene: Scene) -> None:
        scene.tray.is_there = False
        scene.news.waiting = request()
        scene.desk.look_soon()
        scene.qtbot.waitUntil(lambda: scene.presence.asked == 1)
        assert scene.news.what() == []
        scene.tray.is_there = True
        scene.look()
        assert scene.news.what() == ["told"]

    def test_a_click_after_the_window_was_opened_leads_nowhere(self, scene: Scene) -> None:
        scene.news.waiting = request()
        scene.look()
        scene.desk.window_in_front(True)
        scene.tray.messageClicked.emit()
        assert scene.views == []


class TestTrouble:
    def test_a_store_that_fails_is_told_to_the_log_once(self, scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
        scene.news.is_failing = True
        with caplog.at_level(logging.WARNING):
            for _ in range(3):
                scene.desk.look_soon()
            scene.qtbot.waitUntil(lambda: scene.news.looks == 3)
        scene.news.is_failing = False
        scene.shows(request())
        assert [record.getMessage() for record in caplog.records] == ["toasts wait: store.full"]

    def test_a_bug_silences_nothing_and_names_nothing(
        self, scene: Scene, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as broken, caplog.at_level(logging.ERROR):
            broken.setattr(scene.presence, "read", broken_presence)
            scene.news.waiting = request()
            scene.desk.look_soon()
            scene.qtbot.waitUntil(lambda: len(caplog.records) == 1)
        assert "ValueError" in caplog.text
        assert "Voorbeeldstad" not in caplog.text
        scene.shows(request())


def broken_presence() -> Presence:
    raise ValueError(A_FILE)


class TestEnd:
    def test_nothing_stands_and_no_thread_runs_after_it(self, qtbot: QtBot) -> None:
        before = set(threading.enumerate())
        scene = Scene(qtbot)
        scene.shows(request())
        assert scene.desk.close()
        assert set(threading.enumerate()) <= before
        assert scene.notifier.standing == {}
        assert scene.notifier.is_closed

    def test_one_that_was_never_started_ends_too(self, qtbot: QtBot) -> None:
        notifiers: list[FakeNotifier] = []

        def make(on_answer: OnAnswer) -> Notifier:
            notifiers.append(FakeNotifier(on_answer))
            return notifiers[-1]

        assert ToastDesk(ToldNews(), FakePresenceSource(), make, texts("nl").render).close()
        assert notifiers[0].is_closed


def test_from_a_download_to_a_page_and_once_more_later(qtbot: QtBot, tmp_path: Path) -> None:
    """All of it but the desktop: a real store, over hours."""
    laptop = Laptop(tmp_path)
    app = laptop.app
    news = NewsActions(app.office, app.settings, app.deadlines, standard_folders(laptop.home), ZoneInfo("UTC"))
    laptop.client()
    laptop.watch()
    notifiers: list[FakeNotifier] = []

    def make(on_answer: OnAnswer) -> Notifier:
        notifiers.append(FakeNotifier(on_answer))
        return notifiers[-1]

    def english(message: Message) -> str:
        return texts("en").render(message)

    presence = FakePresenceSource()
    desk = ToastDesk(news, presence, make, english)
    desk.start()
    (notifier,) = notifiers
    group = laptop.finding().group
    laptop.passes(HOUR)
    desk.look_soon()
    qtbot.waitUntil(lambda: len(notifier.shown) == 1)
    assert notifier.shown[0].title == "There is a client's file in Downloads."
    notifier.choose(1, "later")
    qtbot.waitUntil(lambda: notifier.standing == {})
    laptop.passes(LATER)
    desk.look_soon()
    qtbot.waitUntil(lambda: len(notifier.standing) == 1)
    with qtbot.waitSignal(desk.view_requested) as seen:
        notifier.choose(next(iter(notifier.standing)), "view")
    assert seen.args == ["findings", group]
    assert desk.close()
    laptop.close()
