"""How a worker ends, and who pays for it: killed from outside, with its parent, at a limit, or after long service."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from app.detect.process import child as child_module
from app.detect.process.child import Child
from app.detect.process.measures import Measure
from app.detect.process.wire import Answer, Report, read_answer
from app.detect.process.worker_process import DetectionWorker, DetectorClosedError
from app.detect.reading.limits import Limits
from app.detect.reading.unread import Unread
from app.domain.finding import Verdict
from tests import samples
from tests.detect.fakes import FakeFiles, MockReadingWorker, context
from tests.detect.process.conftest import MakeWorker, mock_document

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="how Linux does it")
REPOSITORY = Path(__file__).resolve().parents[3]

# A parent of its own: says its worker's process id, and when the worker is in the middle of the document.
PARENT = """
import sys
from dataclasses import replace
from pathlib import Path
from app.detect.process import child
from app.detect.reading.limits import Limits
from tests.detect.fakes import FakeFiles, MockReadingWorker, context
read_answer = child.read_answer
def read(*arguments):
    answer = read_answer(*arguments)
    if getattr(answer, "done", None) is False:
        print("at work", flush=True)
    return answer
child.read_answer = read
only = sys.argv[2].split(",") if len(sys.argv) > 2 else None
worker = MockReadingWorker(FakeFiles(), replace(Limits(), wall_seconds=100.0), only=only)
worker.use(context())
worker.warm_up()
print(worker._child.process.pid, flush=True)
print(worker.judge(Path(sys.argv[1]), None).verdict.value, flush=True)
worker.close()
"""


def pid_of(worker: DetectionWorker) -> int:
    assert worker._child is not None
    return worker._child.process.pid


def until(condition: Callable[[], bool], seconds: float = 20.0) -> bool:
    ends = time.monotonic() + seconds
    waiting = threading.Event()
    while not condition():
        if time.monotonic() > ends:
            return False
        waiting.wait(0.01)
    return True


def is_gone(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Set when the worker has told something of a document: it is in the middle of it."""
    event = threading.Event()

    def read(*arguments: object) -> Answer | None:
        answer = read_answer(*arguments)  # type: ignore[arg-type]  # handed on as they came
        if isinstance(answer, Report) and not answer.done:
            event.set()
        return answer

    monkeypatch.setattr(child_module, "read_answer", read)
    return event


@pytest.fixture
def parent() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Another process with a worker of its own."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str | Path) -> subprocess.Popen[str]:
        command = [sys.executable, "-X", "utf8", "-c", PARENT, *map(str, arguments)]
        process = subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True)
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def test_a_worker_that_was_killed_while_it_had_nothing_to_do_is_no_crash(mock: MakeWorker, tmp_path: Path) -> None:
    worker = mock()
    worker.warm_up()
    psutil.Process(pid_of(worker)).kill()
    assert until(lambda: is_gone(pid_of(worker)))
    assert worker.judge(samples.payroll_csv(tmp_path / "p.csv", 20), None).verdict is Verdict.CLIENT_DATA
    assert list(worker._crashes) == []


def test_a_worker_that_the_system_kills_for_want_of_memory_is_started_once_more(
    tmp_path: Path, told: threading.Event
) -> None:
    """VR-K1"""
    marker, waits = tmp_path / "marker", list[float]()

    def back_off(seconds: float) -> None:
        waits.append(seconds)
        marker.touch()

    worker = MockReadingWorker(FakeFiles(), Limits(crashes=1), back_off=back_off)
    document = mock_document(tmp_path, "payroll", f"hang-unless-there:{marker}")
    killer = threading.Thread(target=lambda: (told.wait(20), psutil.Process(pid_of(worker)).kill()))
    killer.start()
    judgement = worker.judge(document, None)
    killer.join()
    worker.close()
    assert (judgement.verdict, judgement.error) == (Verdict.CLIENT_DATA, None)
    assert waits == [1.0]


@linux_only
def test_a_worker_is_the_first_to_go_when_memory_is_short(mock: MakeWorker) -> None:
    worker = mock()
    worker.warm_up()
    assert Path(f"/proc/{pid_of(worker)}/oom_score_adj").read_text() == "1000\n"


def test_a_worker_outlives_the_thread_that_started_it(mock: MakeWorker, tmp_path: Path) -> None:
    worker = mock()
    starter = threading.Thread(target=worker.warm_up)
    starter.start()
    starter.join()
    before = pid_of(worker)
    assert worker.judge(samples.payroll_csv(tmp_path / "p.csv", 20), None).verdict is Verdict.CLIENT_DATA
    assert pid_of(worker) == before


def test_a_parent_that_is_killed_takes_its_worker_along(
    parent: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    """In the middle of a document, when the worker looks at nothing else."""
    process = parent(mock_document(tmp_path, "payroll", "spin"))
    assert process.stdout is not None
    worker = int(process.stdout.readline())
    assert process.stdout.readline() == "at work\n"
    process.kill()
    assert until(lambda: is_gone(worker))


@linux_only
def test_without_that_measure_the_worker_would_stay(
    parent: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    process = parent(mock_document(tmp_path, "payroll", "spin"), Measure.FILES)
    assert process.stdout is not None
    worker = psutil.Process(int(process.stdout.readline()))
    assert process.stdout.readline() == "at work\n"
    process.kill()
    process.wait()
    spent = worker.cpu_times().user
    assert until(lambda: worker.cpu_times().user > spent + 0.2)
    worker.kill()


@linux_only
def test_a_worker_at_rest_ends_when_its_requests_end(mock: MakeWorker) -> None:
    from app.detect.process._linux_start import LinuxProcess

    worker = mock()
    worker.warm_up()
    assert worker._child is not None
    process = worker._child.process
    assert isinstance(process, LinuxProcess)
    process._requests.close()
    assert process._process.wait(20) == 0


def test_two_parents_at_once_have_a_worker_each(parent: Callable[..., subprocess.Popen[str]], tmp_path: Path) -> None:
    document = mock_document(tmp_path, "payroll")
    processes = [parent(document), parent(document)]
    answers = [process.communicate(timeout=60)[0].split() for process in processes]
    assert [words[-1] for words in answers] == ["client-data", "client-data"]
    assert answers[0][0] != answers[1][0]


def test_closing_does_not_wait_for_a_worker_that_looks_at_nothing(mock: MakeWorker, tmp_path: Path) -> None:
    worker = mock(wall_seconds=100.0)

    def judge() -> None:
        with contextlib.suppress(DetectorClosedError):
            worker.judge(mock_document(tmp_path, "spin"), None)

    thread = threading.Thread(target=judge)
    thread.start()
    assert until(lambda: worker._child is not None and worker._child.is_ready)
    pid = pid_of(worker)
    worker.close()
    thread.join(20)
    assert not thread.is_alive()
    assert is_gone(pid)


@pytest.mark.parametrize("action", ["hang", "spin"])
def test_a_document_over_the_wall_costs_that_document(mock: MakeWorker, tmp_path: Path, action: str) -> None:
    """VR-K1"""
    worker = mock(wall_seconds=1.0)
    judgement = worker.judge(mock_document(tmp_path, action), None)
    assert (judgement.verdict, judgement.error) == (Verdict.UNREADABLE, "timeout")
    assert worker.judge(mock_document(tmp_path, "payroll"), None).verdict is Verdict.CLIENT_DATA
    assert len(worker._crashes) == 1


@linux_only
def test_the_system_ends_a_worker_that_uses_up_its_processor_time(tmp_path: Path) -> None:
    """VR-K1. Also while the parent is stopped, and nobody looks at the clock."""
    worker = MockReadingWorker(FakeFiles())
    child = Child(worker.command(), Limits(wall_seconds=60.0))
    assert child.set_up(context(), 30.0)
    child.process.limit_processor_seconds(child.process.processor_seconds() + 0.5)
    child._allowed_seconds = 1_000.0  # the parent sees no need for more
    started = time.monotonic()
    with mock_document(tmp_path, "payroll", "spin").open("rb") as document:
        report, why = child.judge(b"document.bin", None, document.fileno())
    child.end()
    assert why is Unread.CRASHED
    assert report is not None
    assert not report.done
    assert time.monotonic() - started < 30


def test_a_worker_after_long_service_is_replaced_between_documents(
    mock: MakeWorker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = mock()
    worker.warm_up()
    before = pid_of(worker)
    monkeypatch.setattr(child_module, "PROCESSOR_SECONDS", -1.0)
    assert worker.judge(mock_document(tmp_path, "payroll"), None).verdict is Verdict.CLIENT_DATA
    assert pid_of(worker) != before
    assert list(worker._crashes) == []


def test_a_machine_on_which_some_measure_keeps_the_worker_from_starting_gets_one_without(
    mock: MakeWorker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    start = child_module.start_process

    def start_process(command: list[str], *arguments: object, is_plain: bool) -> object:
        asked.append(is_plain)
        ending = [sys.executable, "-c", "raise SystemExit(1)"]
        return start(command if is_plain else ending, *arguments, is_plain=is_plain)  # type: ignore[arg-type]

    monkeypatch.setattr(child_module, "start_process", start_process)
    worker = mock()
    document = mock_document(tmp_path, "payroll")
    assert worker.judge(document, None).verdict is Verdict.CLIENT_DATA
    worker.rest()
    assert worker.judge(document, None).verdict is Verdict.CLIENT_DATA
    assert asked == [False, True, True]


def test_the_worker_does_not_get_what_others_keep_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MADE_UP_TOKEN", "not for the worker")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    environment = child_module.worker_environment()
    assert "MADE_UP_TOKEN" not in environment
    assert environment["LC_ALL"] == "C.UTF-8"


@linux_only
def test_the_worker_has_no_terminal_and_stands_in_no_folder_of_anybody(mock: MakeWorker) -> None:
    worker = mock()
    worker.warm_up()
    process = psutil.Process(pid_of(worker))
    assert os.getsid(process.pid) == process.pid
    assert process.terminal() is None
    assert process.cwd() == "/"


def test_a_file_system_that_does_not_answer_keeps_only_its_own_document_waiting(
    mock: MakeWorker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.detect.process import worker_process

    opens, answers = threading.Event(), threading.Event()
    slow = mock_document(tmp_path, "payroll")
    opened_file = worker_process.OpenedFile

    def opening(path: str) -> object:
        if path == os.fspath(slow):
            opens.set()
            answers.wait(20)
        return opened_file(path)

    monkeypatch.setattr(worker_process, "OpenedFile", opening)
    worker = mock()
    waiting = threading.Thread(target=worker.judge, args=(slow, None))
    waiting.start()
    assert opens.wait(20)
    assert worker.judge(samples.payroll_csv(tmp_path / "p.csv", 20), None).verdict is Verdict.CLIENT_DATA
    answers.set()
    waiting.join()


@linux_only
def test_the_processor_time_of_a_worker_is_limited_whenever_it_works(mock: MakeWorker, tmp_path: Path) -> None:
    import resource

    worker = mock()
    worker.judge(mock_document(tmp_path, "payroll"), None)
    soft, hard = resource.prlimit(pid_of(worker), resource.RLIMIT_CPU)
    assert 0 < soft <= 4 * Limits().start_seconds + 1
    assert 0 < hard <= 3_600
