"""One assistant a person: a second start asks the first to show itself. Requirement VT-C4."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from app.ui.instance import LONGEST, SHOW, Doorbell, address, ask_to_show


@pytest.fixture
def where(tmp_path: Path, short_folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short_folder))
    return address(tmp_path / "data")


@pytest.fixture
def doorbell(where: str, qapp: object) -> Iterator[Doorbell]:
    made = Doorbell(where)
    assert made.is_listening
    yield made
    made.close()


def test_nobody_answers_when_nothing_runs(where: str, qapp: object):
    assert not ask_to_show(where)


def test_another_process_rings_and_leaves(doorbell: Doorbell, where: str, qtbot: QtBot):
    script = f"import sys; from app.ui.instance import ask_to_show; sys.exit(not ask_to_show({where!r}))"
    with qtbot.waitSignal(doorbell.rung, timeout=10_000):
        process = subprocess.Popen([sys.executable, "-c", script])
    assert process.wait(10) == 0


@pytest.mark.parametrize("words", [b"", b"quit\n", b"show", b"show\nshow\n", b"x" * (LONGEST * 50)])
def test_anything_else_is_not_heard(doorbell: Doorbell, where: str, qtbot: QtBot, words: bytes):
    """VT-C4: what arrives is one word of ours or nothing."""
    socket = QLocalSocket()
    socket.connectToServer(where)
    assert socket.waitForConnected(1_000)
    with qtbot.assertNotEmitted(doorbell.rung, wait=200):
        socket.write(words)
        socket.flush()
    socket.abort()
    with qtbot.waitSignal(doorbell.rung, timeout=5_000):
        assert ask_to_show(where)  # and it still listens


@pytest.mark.skipif(sys.platform == "win32", reason="the rights of a socket in the file system")
def test_nobody_else_can_ring(doorbell: Doorbell, where: str):
    assert stat.S_IMODE(Path(where).stat().st_mode) & 0o077 == 0


def test_what_a_killed_assistant_left_is_no_obstacle(where: str, qtbot: QtBot, qapp: object):
    if not where.startswith("/"):
        pytest.skip("pipes of Windows go with their process")
    import socket

    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(where)
    doorbell = Doorbell(where)
    with qtbot.waitSignal(doorbell.rung, timeout=5_000):
        assert ask_to_show(where)
    doorbell.close()


def test_each_data_directory_has_an_assistant_of_its_own(tmp_path: Path):
    assert address(tmp_path / "one") != address(tmp_path / "two")
    assert len(address(Path("/", *["very-long-name"] * 60)).encode()) < 108


def test_the_word_fits():
    assert len(SHOW) < LONGEST
