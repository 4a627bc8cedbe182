"""How the worker is started on Windows. What Wine has no effect for is tried by hand: see docs/platforms.md."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

if sys.platform != "win32":
    pytest.skip("Windows starts it otherwise", allow_module_level=True)

import _winapi

from app.detect.process import _windows_start
from app.detect.process._windows_pipes import pipe_from_child, pipe_to_child
from app.detect.process.measures import Force, Measure
from app.domain.finding import Verdict
from tests.detect.process.conftest import MakeWorker, mock_document
from tests.system.wine import is_wine

pytestmark = pytest.mark.windows


def test_every_measure_of_windows_is_told(mock: MakeWorker) -> None:
    told = mock().isolation()
    assert set(told) == {
        *(Measure.LIMITS, Measure.HANDED_OVER, Measure.ENDS_WITH_PARENT, Measure.NO_PRIVILEGES, Measure.FILES),
        *(Measure.PROGRAMS, Measure.LIBRARIES, Measure.DESKTOP, Measure.PYTHON_CODE),
    }
    if not is_wine():
        assert {measure for measure, force in told.items() if force is not Force.IN_FORCE} <= {Measure.DESKTOP}


def test_without_a_restricted_token_or_a_job_the_worker_starts_all_the_same(
    mock: MakeWorker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_arguments: object) -> None:
        raise OSError(5, "refused")

    monkeypatch.setattr(_windows_start, "restricted_token", refused)
    monkeypatch.setattr(_windows_start, "Job", refused)
    worker = mock()
    assert worker.judge(mock_document(tmp_path, "payroll"), None).verdict is Verdict.CLIENT_DATA
    assert worker.isolation()[Measure.LIMITS] is not Force.IN_FORCE


def test_the_interpreter_behind_a_virtual_environment_is_started_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one would start it as a second process, and a worker may be one only."""
    monkeypatch.setattr(sys, "executable", r"C:\work\.venv\Scripts\python.exe")
    monkeypatch.setattr(sys, "_base_executable", r"C:\Python311\python.exe", raising=False)
    command, environment = _windows_start._of_base_interpreter([sys.executable, "-m", "worker"], {"TZ": "UTC"})
    assert command == [r"C:\Python311\python.exe", "-m", "worker"]
    assert environment == {"TZ": "UTC", "__PYVENV_LAUNCHER__": r"C:\work\.venv\Scripts\python.exe"}


def test_another_program_is_started_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_base_executable", sys.executable, raising=False)
    assert _windows_start._of_base_interpreter([sys.executable], {}) == ([sys.executable], {})


def test_reading_waits_no_longer_than_told_and_ends_with_the_other_end() -> None:
    ours, theirs = pipe_from_child()
    with pytest.raises(TimeoutError):
        ours.read(time.monotonic() + 0.2)
    _winapi.WriteFile(theirs, b"an answer")
    assert ours.read(time.monotonic() + 10) == b"an answer"
    _winapi.CloseHandle(theirs)
    assert ours.read(time.monotonic() + 10) == b""
    ours.close()


def test_writing_to_who_does_not_read_waits_no_longer_than_told() -> None:
    ours, theirs = pipe_to_child()
    with pytest.raises(TimeoutError):
        ours.write(bytes(1_000_000), time.monotonic() + 0.5)
    _winapi.CloseHandle(theirs)
    with pytest.raises(BrokenPipeError):
        ours.write(b"x", time.monotonic() + 10)
    ours.close()


def test_the_worker_stands_in_no_folder_of_anybody(
    mock: MakeWorker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process keeps the folder that it stands in from being removed."""
    folder = tmp_path / "of somebody"
    folder.mkdir()
    monkeypatch.chdir(folder)
    worker = mock()
    worker.warm_up()
    monkeypatch.undo()
    folder.rmdir()
    assert not folder.exists()
