"""Where a window can be shown: what is named must answer, for Qt ends a program that asks in vain."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from app.system.display import has_display

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="display servers of Linux")
NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture(autouse=True)
def _nothing_is_named(monkeypatch: pytest.MonkeyPatch, short_folder: Path) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short_folder))


def test_nothing_named_is_no_display():
    assert not has_display()


@pytest.mark.parametrize("name", [":93", "unix:93", ":93.0", "127.0.0.1:93", "nonsense", "", "/nowhere/X", ":"])
def test_an_x_server_that_does_not_answer_is_no_display(monkeypatch: pytest.MonkeyPatch, name: str):
    monkeypatch.setenv("DISPLAY", name)
    assert not has_display()


def test_an_x_server_that_answers_is_one(monkeypatch: pytest.MonkeyPatch, short_folder: Path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X94")
        server.listen()
        monkeypatch.setenv("DISPLAY", ":94.0")
        assert has_display()


def test_an_x_server_on_another_machine_is_asked_there(monkeypatch: pytest.MonkeyPatch):
    with socket.create_server(("127.0.0.1", 6095)):
        monkeypatch.setenv("DISPLAY", "127.0.0.1:95")
        assert has_display()


def test_a_compositor_is_found_by_its_socket(monkeypatch: pytest.MonkeyPatch, short_folder: Path):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert not has_display()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(short_folder / "wayland-7"))
        server.listen()
        assert has_display()


def test_qt_can_be_told_to_draw_without(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert has_display()
