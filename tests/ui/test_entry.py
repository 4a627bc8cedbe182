"""`vroom-assistant` without a command: the window, or without a display the guards alone. Source: contract."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.__main__ import wants_window
from app.ui.entry import main, options
from tests.windows_lab.credentials import forget_keys


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], True),
        (["--in-tray"], True),
        (["--lang", "en"], True),
        (["--data-dir", "/x", "--lang=nl"], True),
        (["status"], False),
        (["--data-dir", "/x", "status"], False),
        (["--version"], False),
        (["--help"], False),
        (["--data-dir"], False),  # a value is missing: the command line says so
        (["--lang", "nl", "run", "--headless"], False),
    ],
)
def test_a_window_is_wanted_when_no_command_is_given(arguments: list[str], expected: bool):
    assert wants_window(arguments) is expected


def test_options_are_read_in_either_way_of_writing():
    assert options(["--data-dir=/x", "--lang", "en", "--in-tray"]) == {"--data-dir": "/x", "--lang": "en"}


def test_an_unknown_language_is_refused(capsys: pytest.CaptureFixture[str]):
    assert main(["--lang", "fr"]) == 2
    assert "fr" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Linux")
def test_a_shell_that_asks_for_completions_gets_no_window(tmp_path: Path):
    """It calls without a command too, and would wait for ever."""
    asked = {"_VROOM_ASSISTANT_COMPLETE": "bash_complete", "COMP_WORDS": "vroom-assistant stat", "COMP_CWORD": "1"}
    program = Path(sys.executable).with_name("vroom-assistant")
    environment = {**os.environ, **asked, "QT_QPA_PLATFORM": "offscreen"}
    answer = subprocess.run([program], env=environment, capture_output=True, text=True, timeout=60)
    assert "plain,status" in answer.stdout.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows always has a display")
def test_without_a_display_the_guards_run_and_say_so(tmp_path: Path):
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    data = tmp_path / "data"
    command = [sys.executable, "-m", "app", "--data-dir", str(data), "--lang", "nl"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stderr is not None
        assert "geen scherm" in process.stderr.readline().decode()
        assert process.stdout is not None
        process.stdout.readline()  # a guard has looked
        process.terminate()
        assert process.wait(20) == 0
    forget_keys(data)


@pytest.mark.skipif(sys.platform == "win32", reason="ends a process by a signal of Linux")
def test_a_polite_kill_ends_the_window_in_order(tmp_path: Path, short_folder: Path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(short_folder)}
    data = tmp_path / "data"
    command = [sys.executable, "-m", "app", "--data-dir", str(data), "--lang", "nl"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) as process:
        second = subprocess.Popen(
            [sys.executable, "-c", WAIT_AND_RING, str(data)], env=environment, stderr=subprocess.PIPE
        )
        assert second.wait(60) == 0, second.stderr.read() if second.stderr else ""
        if second.stderr:
            second.stderr.close()
        process.terminate()
        assert process.wait(30) == 0
        assert process.stderr is not None
        said = [line for line in process.stderr.read().decode().splitlines() if "plugin does not support" not in line]
        assert [line for line in said if "systemTrayWindowChanged" not in line] == []
    forget_keys(data)


WAIT_AND_RING = """
import sys, time
from pathlib import Path
from app.ui.instance import address, ask_to_show
until = time.monotonic() + 50
while time.monotonic() < until:
    if (Path(sys.argv[1]) / "store.db").exists() and ask_to_show(address(Path(sys.argv[1]))):
        sys.exit(0)
    time.sleep(0.2)
sys.exit(1)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="ends a process by a signal of Linux")
def test_of_two_first_starts_at_once_one_stays(tmp_path: Path, short_folder: Path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(short_folder)}
    data = tmp_path / "data"
    command = [sys.executable, "-m", "app", "--data-dir", str(data), "--lang", "nl"]
    both = [subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) for _ in range(2)]
    try:
        left = next(process for process in _until_one_ends(both))
        assert left.returncode in (0, 3)
        stayed = next(process for process in both if process is not left)
        assert stayed.poll() is None
        stayed.terminate()
        assert stayed.wait(30) == 0
    finally:
        for process in both:
            process.kill()
            process.wait()
    forget_keys(data)


def _until_one_ends(processes: list[subprocess.Popen[bytes]]) -> Iterator[subprocess.Popen[bytes]]:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        yield from (process for process in processes if process.poll() is not None)
        time.sleep(0.05)  # processes of their own
    raise AssertionError("both went on running")
