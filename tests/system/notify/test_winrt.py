"""What is asked of the Windows Runtime, with its two packages made up: there is none under Wine."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from app.system.notify import APPLICATION_ID
from app.system.notify._winrt import GROUP, WinrtCentre

ENABLED, DISABLED_FOR_USER = 0, 2
USER_CANCELED, APPLICATION_HIDDEN, TIMED_OUT = 0, 1, 2


class MadeToast:
    def __init__(self, document: MadeDocument) -> None:
        self.document = document
        self.handlers: dict[str, Any] = {}

    def add_activated(self, handler: object) -> None:
        self.handlers["activated"] = handler

    def add_dismissed(self, handler: object) -> None:
        self.handlers["dismissed"] = handler

    def add_failed(self, handler: object) -> None:
        self.handlers["failed"] = handler


class MadeDocument:
    text = ""

    def load_xml(self, text: str) -> None:
        self.text = text


class MadeNotifier:
    def __init__(self) -> None:
        self.setting = ENABLED
        self.shown: list[MadeToast] = []
        self.hidden: list[object] = []

    def show(self, toast: MadeToast) -> None:
        self.shown.append(toast)

    def hide(self, toast: object) -> None:
        self.hidden.append(toast)


@pytest.fixture
def notifier(monkeypatch: pytest.MonkeyPatch) -> MadeNotifier:
    made, asked = MadeNotifier(), []

    def create(application: str) -> MadeNotifier:
        asked.append(application)
        assert asked == [APPLICATION_ID]
        return made

    toasts, documents = ModuleType("winrt.windows.ui.notifications"), ModuleType("winrt.windows.data.xml.dom")
    toasts.ToastNotificationManager = SimpleNamespace(create_toast_notifier=create)  # type: ignore[attr-defined]
    toasts.ToastNotification = MadeToast  # type: ignore[attr-defined]
    toasts.ToastActivatedEventArgs = "the arguments that it really is"  # type: ignore[attr-defined]
    documents.XmlDocument = MadeDocument  # type: ignore[attr-defined]
    for module in (toasts, documents):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    return made


def shown(notifier: MadeNotifier) -> tuple[MadeToast, list[str]]:
    heard: list[str] = []
    assert WinrtCentre().show("<toast/>", "7", heard.append, lambda: heard.append("gone")) is notifier.shown[0]
    return notifier.shown[0], heard


def test_a_toast_is_shown_as_described_where_a_newer_one_takes_its_place(notifier: MadeNotifier) -> None:
    toast, heard = shown(notifier)
    assert (toast.document.text, toast.tag, toast.group) == ("<toast/>", "7", GROUP)  # type: ignore[attr-defined]
    assert toast.expires_on_reboot  # type: ignore[attr-defined]
    assert heard == []


def test_the_key_of_a_button_comes_back(notifier: MadeNotifier) -> None:
    toast, heard = shown(notifier)
    plain = SimpleNamespace(as_=lambda kind: SimpleNamespace(arguments="later") if "really" in kind else None)
    toast.handlers["activated"](toast, plain)
    assert heard == ["later"]


@pytest.mark.parametrize(("reason", "said"), [(USER_CANCELED, ["gone"]), (APPLICATION_HIDDEN, []), (TIMED_OUT, [])])
def test_only_what_the_person_closed_is_gone(notifier: MadeNotifier, reason: int, said: list[str]) -> None:
    """One that timed out stands in the notification centre."""
    toast, heard = shown(notifier)
    toast.handlers["dismissed"](toast, SimpleNamespace(reason=reason))
    assert heard == said


def test_what_could_not_be_shown_is_gone(notifier: MadeNotifier) -> None:
    toast, heard = shown(notifier)
    toast.handlers["failed"](toast, SimpleNamespace(error_code=-1))
    assert heard == ["gone"]


def test_nothing_is_shown_where_the_person_switched_them_off(notifier: MadeNotifier) -> None:
    notifier.setting = DISABLED_FOR_USER
    centre = WinrtCentre()
    assert not centre.is_switched_on()
    with pytest.raises(OSError):
        centre.show("<toast/>", "7", lambda _key: None, lambda: None)
    assert notifier.shown == []


def test_one_that_is_withdrawn_is_hidden(notifier: MadeNotifier) -> None:
    toast, _ = shown(notifier)
    WinrtCentre.hide(SimpleNamespace(_notifier=notifier), toast)  # type: ignore[arg-type]
    assert notifier.hidden == [toast]
