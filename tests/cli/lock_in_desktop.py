"""`lock`, `doctor --try-lock` and the guard in real processes, against services of a desktop on a private bus.

`test_lock.py` runs this there; by itself it is not collected.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from app.assistant import Assistant, Site, build
from app.domain.rules import RuleState
from tests.cli.program import ROOT, Program
from tests.system.desktop import LOGIND, LOGIND_PATH, SESSION, Desktop

MUTTER, MUTTER_PATH = "org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core"
REFUSES = 'raise dbus.exceptions.DBusException("no", name="org.freedesktop.DBus.Error.AccessDenied")'
LEFT = 117  # seconds without input when a test begins; 120 is the limit


class DesktopProgram(Program):
    """Sees the bus of this session."""

    @property
    def environment(self) -> dict[str, str]:
        return super().environment | {name: os.environ[name] for name in os.environ if name.startswith("DBUS_")}


@pytest.fixture
def program(tmp_path: Path) -> Program:
    (tmp_path / "home").mkdir()
    return DesktopProgram(data_dir=tmp_path / "data", home=tmp_path / "home")


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    made = Desktop()
    yield made
    made.close()


@pytest.fixture
def session(desktop: Desktop) -> str:
    """A session that locks when it is asked."""
    desktop.start_template("logind", LOGIND)
    path = desktop.add_session("auto", "wayland")
    locks(desktop, path)
    return path


def locks(desktop: Desktop, path: str, *, told: Path | None = None) -> None:
    """`told`: a file that then holds the moment."""
    code = f'self.UpdateProperties("{SESSION}", {{"LockedHint": dbus.Boolean(True)}})'
    if told is not None:
        code += f"; open({str(told)!r}, 'w').write(str(time.monotonic()))"
    desktop.method(LOGIND, path, SESSION, "Lock", "", code)


def test_a_screen_that_locks_is_exit_0(program: Program, desktop: Desktop, session: str) -> None:
    """VR-P6"""
    answer = program.run("lock")
    assert (answer.code, answer.out, answer.err) == (0, "De computer is vergrendeld.\n", "")
    assert program.done("lock") == {"schema": 1, "outcome": "locked"}
    assert desktop.calls(LOGIND, session, "Lock") == 2
    assert program.done("journal", "list", "--event", "lock.day")["items"] == []  # the day is not over


def test_a_screen_that_does_not_is_exit_3_with_a_sentence(program: Program, desktop: Desktop, session: str) -> None:
    """VR-P6"""
    desktop.method(LOGIND, session, SESSION, "Lock", "", REFUSES)
    answer = program.json("lock")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("Het systeem weigerde te vergrendelen (org.freedesktop.DBus.Error.AccessDenied)")
    (entry,) = program.done("journal", "list", "--event", "lock.failed")["items"]
    assert entry["at"].endswith("T00:00:00Z")
    assert entry["data"]["reason"] == "lock.refused"


def test_a_store_that_cannot_be_opened_keeps_no_screen_open(program: Program, desktop: Desktop, session: str) -> None:
    """VR-P6"""
    program.run("status")
    (program.data_dir / "keys.json").unlink()
    answer = program.run("lock")
    assert (answer.code, answer.out) == (0, "De computer is vergrendeld.\n")
    assert len(answer.err.strip().splitlines()) == 1
    assert desktop.calls(LOGIND, session, "Lock") == 1


def test_doctor_looks_and_on_request_tries(program: Program, desktop: Desktop, session: str) -> None:
    """VR-P6"""
    found = lock_check(program)
    assert found["state"] == "unknown"  # nobody but the hint tells, and it was never seen to say yes
    assert desktop.calls(LOGIND, session, "Lock") == 0
    desktop.start("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver")
    desktop.method(
        "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "GetActive", "b", "ret=False"
    )
    assert "invoer" in lock_check(program)["sentence"]
    desktop.start(MUTTER, MUTTER_PATH)
    desktop.method(MUTTER, MUTTER_PATH, MUTTER, "GetIdletime", "t", "ret = 1000")
    assert lock_check(program)["state"] == "ok"
    assert "logind" in lock_check(program)["sentence"]
    tried = lock_check(program, "--try-lock")
    assert (tried["state"], tried["fix"]) == ("ok", None)
    assert desktop.calls(LOGIND, session, "Lock") == 1


def lock_check(program: Program, *words: str) -> dict[str, str | None]:
    checks = program.json("doctor", *words).document["checks"]
    return next(check for check in checks if check["id"] == "lock")


def test_on_the_road_the_guard_locks_in_time(program: Program, desktop: Desktop, session: str, tmp_path: Path) -> None:
    """VR-P6: within 2 s of the moment, in a process of its own that only reads the store's note."""
    locked_at = tmp_path / "locked"
    locks(desktop, session, told=locked_at)
    desktop.start(MUTTER, MUTTER_PATH)
    with assistant(program) as here:
        here.locking.on_the_road(True)
        began = time.monotonic()
        idle = f"ret = int(1000 * ({LEFT} + time.monotonic() - {began}))"
        desktop.method(MUTTER, MUTTER_PATH, MUTTER, "GetIdletime", "t", idle)
        with guards(program) as process:
            assert told_by(process, "idle-lock") == "ok"
            assert not locked_at.exists()
            desktop.wait_for_call(LOGIND, session, "Lock")
        late = float(locked_at.read_text()) - began - (120 - LEFT)
        assert 0 <= late <= 2
        assert here.locking.is_locked() is True
        (rule,) = (rule for rule in here.status.status().rules if rule.id == "VR-P6")
        assert rule.state is RuleState.OK


def test_off_the_road_the_guard_locks_after_the_limit(
    program: Program, desktop: Desktop, session: str, tmp_path: Path
) -> None:
    """VR-P6: within 2 s, after a countdown that is told."""
    locked_at = tmp_path / "locked"
    locks(desktop, session, told=locked_at)
    desktop.start(MUTTER, MUTTER_PATH)
    program.done("config", "set", "lock.idle_seconds", "60")
    began = time.monotonic()
    desktop.method(
        MUTTER, MUTTER_PATH, MUTTER, "GetIdletime", "t", f"ret = int(1000 * (51 + time.monotonic() - {began}))"
    )
    with guards(program) as process:
        notice = next(event for event in events_of(process) if event["event"] == "lock.countdown")
        assert notice["data"]["phase"] == "countdown"
        assert 0 < notice["data"]["seconds_left"] <= 9
        desktop.wait_for_call(LOGIND, session, "Lock")
    assert 0 <= float(locked_at.read_text()) - began - 9 <= 2


def test_before_sleep_and_after_it_the_session_is_locked(program: Program, desktop: Desktop, session: str) -> None:
    """VR-P6: suspend counts as locked, and what wakes open is locked, however short ago somebody touched a key."""
    desktop.start(MUTTER, MUTTER_PATH)
    desktop.method(MUTTER, MUTTER_PATH, MUTTER, "GetIdletime", "t", "ret = 1000")
    program.run("status")
    with guards(program) as process:
        assert told_by(process, "idle-lock") == "ok"
        assert desktop.calls(LOGIND, session, "Lock") == 0
        sleeps(desktop, going=True)
        desktop.wait_for_call(LOGIND, session, "Lock")
        unlocked = f'self.UpdateProperties("{SESSION}", {{"LockedHint": dbus.Boolean(False)}})'
        desktop.method(LOGIND, session, SESSION, "Lock", "", f"{unlocked}; self.again = True")
        desktop.change(LOGIND, session, SESSION, LockedHint=("b", False))
        sleeps(desktop, going=False)
        until(lambda: desktop.calls(LOGIND, session, "Lock") >= 2)


def sleeps(desktop: Desktop, *, going: bool) -> None:
    arguments = (f"{LOGIND}.Manager", "PrepareForSleep", "b", [("b", going)])
    desktop._mock(LOGIND, LOGIND_PATH, "EmitSignal", "sssav", *arguments)


def until(condition: Callable[[], bool]) -> None:
    """pytest's own limit ends the waiting."""
    pause = threading.Event()
    while not condition():
        pause.wait(0.05)


def events_of(process: subprocess.Popen[str]) -> Iterator[dict[str, Any]]:
    assert process.stdout is not None
    for line in process.stdout:
        yield json.loads(line)


def told_by(process: subprocess.Popen[str], guard: str) -> str:
    """The state that the guard tells first; pytest's own limit ends the waiting."""
    assert process.stdout is not None
    for line in process.stdout:
        data = json.loads(line)["data"]
        if data.get("guard") == guard:
            return str(data["state"])
    raise AssertionError(f"{guard} never told")


@contextmanager
def guards(program: Program) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        program.command("run", "--headless", "--jsonl"),
        cwd=ROOT,
        env=program.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)


@contextmanager
def assistant(program: Program) -> Iterator[Assistant]:
    program.run("status")  # makes the data directory
    opened = build(Site(data_dir=program.data_dir, home=program.home))
    try:
        yield opened
    finally:
        opened.close()
