"""The person's own browser: opened, or told that there is none."""

from __future__ import annotations

import webbrowser

import pytest

from app.system.browser import open_address


def test_the_address_goes_to_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: bool(opened.append(address)) or True)
    assert open_address("https://login.example/authorize")
    assert opened == ["https://login.example/authorize"]


@pytest.mark.parametrize("error", [webbrowser.Error("none"), OSError(2, "gone")])
def test_without_a_browser_it_says_so(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(_: str) -> bool:
        raise error

    monkeypatch.setattr(webbrowser, "open", fail)
    assert not open_address("https://login.example/authorize")
