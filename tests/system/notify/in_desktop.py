"""The contract against a notification service. `test_notify.py` runs this on a private bus; by itself it is not collected."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from html import unescape
from queue import SimpleQueue

import pytest

from app.system import bus
from app.system.notify import DEFAULT, Ability, Answer, Notifier, Toast, system_notifier, toast_ability
from tests.system.desktop import Desktop
from tests.system.notify.contract import SOON, TOAST, NotifierContract

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
USUAL = "body body-markup actions persistence"


class Daemon:
    """A desktop whose notifications can do what `abilities` say."""

    def __init__(self, desktop: Desktop, abilities: str = USUAL) -> None:
        self.desktop = desktop
        self.answers: SimpleQueue[Answer] = SimpleQueue()
        desktop.start_template("notification_daemon", NAME, capabilities=abilities)
        self.notifier: Notifier = system_notifier(self.answers.put)

    def choose(self, id_: int, key: str) -> None:
        self.desktop.emit(NAME, PATH, "ActionInvoked", "us", ("u", id_), ("s", key))

    def dismiss(self, id_: int) -> None:
        self.desktop.emit(NAME, PATH, "NotificationClosed", "uu", ("u", id_), ("u", 2))

    def shown(self) -> list[tuple[str, str, list[str]]]:
        return [
            (title, unescape(body), actions[3::2])  # the first pair is the notification itself
            for _, _, _, title, body, actions, *_ in self.desktop.heard(NAME, PATH, "Notify")
        ]

    def vanish(self) -> None:
        self.desktop.stop(NAME)


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    made = Desktop()
    yield made
    made.close()


@pytest.fixture
def screen(desktop: Desktop) -> Iterator[Daemon]:
    made = Daemon(desktop)
    yield made
    made.notifier.close()


class TestDaemon(NotifierContract):
    def test_the_desktop_learns_who_speaks_and_how_calmly(self, screen: Daemon) -> None:
        screen.notifier.show(TOAST)
        ((program, replaces, icon, _, body, actions, hints, lasts),) = screen.desktop.heard(NAME, PATH, "Notify")
        assert (program, replaces, icon, lasts) == ("Vroom assistant", 0, "vroom-assistant", -1)
        assert {name: value for name, (_, value) in hints.items()} == {
            "urgency": 1,
            "category": "x-vroom.news",
            "desktop-entry": "vroom-assistant",
            "suppress-sound": True,
        }
        assert body == "Kijk &amp; kies &lt;nu&gt;."
        assert actions[:2] == [DEFAULT, "Bekijken"]

    def test_a_token_for_the_window_comes_with_its_choice_alone(self, screen: Daemon) -> None:
        first, second = (screen.notifier.show(TOAST) for _ in range(2))
        assert first is not None
        assert second is not None
        screen.desktop.emit(NAME, PATH, "ActivationToken", "us", ("u", first), ("s", "token-1"))
        screen.choose(first, "view")
        screen.choose(second, "view")
        answers = [screen.answers.get(timeout=SOON) for _ in range(2)]
        assert [answer.activation for answer in answers] == ["token-1", None]

    def test_what_it_can_do_is_told(self, screen: Daemon) -> None:
        assert toast_ability() is Ability.BUTTONS
        screen.vanish()
        assert toast_ability() is Ability.TRAY

    def test_other_programs_notifications_are_none_of_ours(self, screen: Daemon) -> None:
        id_ = screen.notifier.show(TOAST)
        assert id_ is not None
        screen.choose(id_ + 100, "view")
        screen.choose(id_, "view")
        assert screen.answers.get(timeout=SOON).id == id_

    def test_a_service_that_comes_back_is_used_again(self, screen: Daemon) -> None:
        screen.notifier.show(TOAST)
        screen.vanish()
        assert screen.notifier.show(TOAST) is None
        screen.desktop.start_template("notification_daemon", NAME, capabilities=USUAL)
        id_ = screen.notifier.show(TOAST)
        assert id_ is not None
        screen.choose(id_, "view")
        assert screen.answers.get(timeout=SOON).key == "view"

    def test_a_service_that_hangs_is_not_waited_for(self, screen: Daemon, monkeypatch: pytest.MonkeyPatch) -> None:
        from app.system.bus import conversation

        screen.notifier.show(TOAST)
        monkeypatch.setattr(conversation, "PATIENCE_SECONDS", 0.3)
        screen.desktop.freeze(NAME)
        assert screen.notifier.show(TOAST) is None
        screen.notifier.withdraw(1)

    def test_its_thread_ends_with_it(self, screen: Daemon) -> None:
        before = {thread.name for thread in threading.enumerate()}
        screen.notifier.show(TOAST)
        assert {thread.name for thread in threading.enumerate()} - before == {f"bus-{NAME}"}
        screen.notifier.close()
        assert {thread.name for thread in threading.enumerate()} - before == set()


class TestLessAbleDaemon:
    @pytest.fixture
    def screen(self, desktop: Desktop) -> Iterator[Daemon]:
        made = Daemon(desktop, "body")
        yield made
        made.notifier.close()

    def test_it_gets_plain_text_and_no_buttons(self, screen: Daemon) -> None:
        assert screen.notifier.show(TOAST) is not None
        ((_, _, _, _, body, actions, *_),) = screen.desktop.heard(NAME, PATH, "Notify")
        assert (body, actions) == (TOAST.body, [])
        assert toast_ability() is Ability.PLAIN


def test_without_a_bus_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    for address in ("unix:path=/nowhere/at/all", "tcp:host=localhost", "no address"):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        notifier = system_notifier(lambda _answer: None)
        assert notifier.show(Toast(title="a", body="b")) is None
        notifier.close()
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert system_notifier(lambda _answer: None).show(Toast(title="a", body="b")) is None
    assert toast_ability() is Ability.TRAY


def test_a_bus_that_goes_is_noticed(desktop: Desktop) -> None:
    """What the thread hears is the end of the connection; the next toast connects anew."""
    daemon = Daemon(desktop)
    assert daemon.notifier.show(TOAST)
    held = daemon.notifier._conversation  # type: ignore[attr-defined]  # the connection, to cut it
    held._socket.shutdown(2)
    held._thread.join(SOON)
    assert not held.is_open
    with pytest.raises(bus.Unanswered):
        held.ask("GetCapabilities")
    assert daemon.notifier.show(TOAST)
    daemon.notifier.close()
