"""`lock`: exit 0 when the screen is locked and seen to be, else exit 3 with a sentence."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.here import ProgramHere
from tests.cli.program import Program
from tests.system.desktop import assert_passes_inside, need_desktop
from tests.system.wine import is_wine

INSIDE = Path(__file__).with_name("lock_in_desktop.py")
linux = pytest.mark.skipif(sys.platform == "win32", reason="D-Bus is Linux's")


class NoDesktop(Program):
    """The system's bus has a place of its own, without which the screen of whoever runs the tests would be locked."""

    @property
    def environment(self) -> dict[str, str]:
        return super().environment | {"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere/bus"}


@linux
def test_a_desktop_is_locked(tmp_path: Path) -> None:
    """VR-P6"""
    need_desktop()
    assert_passes_inside(INSIDE, tmp_path)


@linux
@pytest.mark.parametrize(("language", "sentence"), [("nl", "Er is hier geen manier"), ("en", "No way was found here")])
def test_without_a_desktop_it_says_so(language: str, sentence: str, tmp_path: Path) -> None:
    """VR-P6"""
    program = NoDesktop(data_dir=tmp_path / "data", home=tmp_path)
    answer = program.run("--lang", language, "lock")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith(sentence)
    assert len(answer.err.strip().splitlines()) == 1
    (entry,) = program.done("journal", "list", "--event", "lock.failed")["items"]
    assert (entry["actor"], entry["data"]["reason"]) == ("person", "lock.no-way")


@linux
def test_doctor_says_that_nothing_could_lock(tmp_path: Path) -> None:
    program = NoDesktop(data_dir=tmp_path / "data", home=tmp_path)
    answer = program.json("doctor")
    (check,) = (check for check in answer.document["checks"] if check["id"] == "lock")
    assert (answer.code, check["state"]) == (1, "attention")
    assert check["fix"]
    tried = program.json("doctor", "--try-lock")
    (check,) = (check for check in tried.document["checks"] if check["id"] == "lock")
    assert (tried.code, check["state"]) == (1, "failed")


@pytest.mark.windows
def test_a_refusal_of_windows_is_told(tmp_path: Path) -> None:
    """VR-P6: Wine cannot lock, and says so."""
    if not is_wine():
        pytest.skip("it would lock the screen")
    program = ProgramHere(data_dir=tmp_path / "data", home=tmp_path)
    answer = program.run("lock")
    assert (answer.code, answer.out) == (3, "")
    assert "LockWorkStation" in answer.err
