"""What every notifier keeps to. Each kind's test class gives a `screen`: a notifier, and what a person can do with it."""

from __future__ import annotations

from queue import SimpleQueue
from typing import Protocol

from app.system.notify import DEFAULT, Answer, Notifier, Toast, ToastAction

SOON = 20.0  # seconds in which an answer comes
VIEW, LATER = ToastAction("view", "Bekijken"), ToastAction("later", "Straks")
TOAST = Toast(title="Er staat een bestand in Downloads.", body="Kijk & kies <nu>.", actions=(VIEW, LATER))


class Screen(Protocol):
    @property
    def notifier(self) -> Notifier: ...

    @property
    def answers(self) -> SimpleQueue[Answer]: ...

    def choose(self, id_: int, key: str) -> None: ...

    def dismiss(self, id_: int) -> None: ...

    def shown(self) -> list[tuple[str, str, list[str]]]:
        """Title, body and labels of every toast so far, as they were meant to be read."""
        ...

    def vanish(self) -> None:
        """The desktop shows no notifications any more."""
        ...


class NotifierContract:
    def test_a_toast_is_shown_as_it_was_given(self, screen: Screen) -> None:
        assert screen.notifier.show(TOAST) is not None
        assert screen.shown() == [(TOAST.title, TOAST.body, ["Bekijken", "Straks"])]

    def test_each_has_an_id_of_its_own(self, screen: Screen) -> None:
        assert screen.notifier.show(TOAST) != screen.notifier.show(TOAST)

    def test_one_that_replaces_another_takes_its_id(self, screen: Screen) -> None:
        first = screen.notifier.show(TOAST)
        assert screen.notifier.show(TOAST, replaces=first) == first

    def test_a_choice_comes_back(self, screen: Screen) -> None:
        first, second = (screen.notifier.show(TOAST) for _ in range(2))
        assert first is not None
        assert second is not None
        screen.choose(second, "later")
        screen.choose(first, DEFAULT)
        assert [screen.answers.get(timeout=SOON) for _ in range(2)] == [
            Answer(id=second, key="later"),
            Answer(id=first, key=DEFAULT),
        ]

    def test_so_does_an_end_without_one(self, screen: Screen) -> None:
        id_ = screen.notifier.show(TOAST)
        assert id_ is not None
        screen.dismiss(id_)
        assert screen.answers.get(timeout=SOON) == Answer(id=id_)

    def test_what_was_withdrawn_answers_nothing(self, screen: Screen) -> None:
        first, second = (screen.notifier.show(TOAST) for _ in range(2))
        assert first is not None
        assert second is not None
        screen.notifier.withdraw(first)
        screen.notifier.withdraw(first)
        screen.dismiss(first)
        screen.choose(second, "view")
        assert screen.answers.get(timeout=SOON) == Answer(id=second, key="view")

    def test_a_desktop_without_notifications_shows_none(self, screen: Screen) -> None:
        screen.vanish()
        assert screen.notifier.show(TOAST) is None
        screen.notifier.withdraw(1)

    def test_after_the_end_nothing_is_shown_or_told(self, screen: Screen) -> None:
        id_ = screen.notifier.show(TOAST)
        assert id_ is not None
        screen.notifier.close()
        screen.notifier.close()
        screen.choose(id_, "view")
        assert screen.notifier.show(TOAST) is None
        assert screen.answers.empty()
