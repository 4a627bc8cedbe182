"""The worker as a process: limits, crashes, names, and what never leaves it."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.detect.process import worker_process
from app.detect.process.worker_process import DetectionWorker, DetectorClosedError, WorkerLacking, worker_command
from app.detect.reading.limits import Limits
from app.domain.finding import Judgement, Origin, ReasonType, Verdict
from tests import samples
from tests.detect.fakes import SHAREPOINT, FakeFiles, MockReadingWorker, client, context
from tests.detect.process.conftest import mock_document
from tests.system.wine import is_wine

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="a file type Windows does not have")


def test_a_document_that_hangs_is_stopped_at_the_wall_and_is_unreadable(mock, tmp_path: Path) -> None:
    """VR-K1"""
    worker = mock(wall_seconds=1.0)
    started = time.monotonic()
    judgement = worker.judge(mock_document(tmp_path, "hang"), None)
    assert (judgement.verdict, judgement.error) == (Verdict.UNREADABLE, "timeout")
    assert time.monotonic() - started < 10


def test_the_next_document_is_read_after_one_that_hung(mock, tmp_path: Path) -> None:
    worker = mock(wall_seconds=1.0)
    worker.judge(mock_document(tmp_path, "hang"), None)
    assert worker.judge(samples.payroll_csv(tmp_path / "p.csv", 20), None).verdict is Verdict.CLIENT_DATA


@posix_only
def test_a_document_that_eats_memory_is_over_the_limit(mock, tmp_path: Path) -> None:
    """VR-K1. On Windows a Job object keeps the limit; Wine's has no effect."""
    judgement = mock().judge(mock_document(tmp_path, "eat"), None)
    assert (judgement.verdict, judgement.error) == (Verdict.UNREADABLE, "limit")


def test_a_document_that_crashes_the_worker_is_tried_once_more_and_is_unreadable(mock, tmp_path: Path) -> None:
    """VR-K1"""
    worker = mock()
    judgement = worker.judge(mock_document(tmp_path, "exit"), None)
    assert (judgement.verdict, judgement.error) == (Verdict.UNREADABLE, "crashed")
    assert worker.judge(samples.brochure_pdf(tmp_path / "b.pdf"), None).verdict is Verdict.CLEAN


@pytest.mark.parametrize("end", ["hang", "exit", "abort", "no-frame", "half-a-frame"])
def test_client_data_seen_before_the_worker_ended_counts(mock, tmp_path: Path, end: str) -> None:
    """VR-K1"""
    judgement = mock(wall_seconds=2.0).judge(mock_document(tmp_path, "payroll", end), None)
    assert judgement.verdict is Verdict.CLIENT_DATA
    assert judgement.reasons[-1].type is ReasonType.LIMIT
    assert judgement.kinds["bsn"] >= 3


def test_name_and_origin_count_when_the_worker_crashes_at_once(mock, tmp_path: Path) -> None:
    judgement = mock().judge(mock_document(tmp_path, "exit"), Origin(host=SHAREPOINT))
    assert judgement.verdict is Verdict.UNREADABLE
    assert judgement.client_id == client().id
    assert ReasonType.ORIGIN in {reason.type for reason in judgement.reasons}


def test_what_a_library_prints_does_not_disturb_the_answers(mock, tmp_path: Path) -> None:
    judgement = mock().judge(mock_document(tmp_path, "print", "payroll"), None)
    assert judgement.verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize("lie", ["flood", "no-frame", "half-a-frame", "wrong-answer", "wrong-kind"])
def test_an_answer_that_is_none_counts_as_a_crash_and_costs_that_file(mock, tmp_path: Path, lie: str) -> None:
    """VR-K1"""
    worker = mock()
    judgement = worker.judge(mock_document(tmp_path, lie), None)
    assert (judgement.verdict, judgement.error) == (Verdict.UNREADABLE, "crashed")
    assert worker.judge(samples.payroll_csv(tmp_path / "p.csv", 20), None).verdict is Verdict.CLIENT_DATA


def test_no_document_can_make_python_code_write_a_file(mock, tmp_path: Path) -> None:
    """VR-K1"""
    target = tmp_path / "written"
    judgement = mock().judge(mock_document(tmp_path, f"write:{target}"), None)
    assert judgement.verdict is Verdict.UNREADABLE
    assert not target.exists()


def test_no_document_can_make_python_code_connect(mock, tmp_path: Path) -> None:
    """VR-K1"""
    with socket.create_server(("127.0.0.1", 0)) as server:
        judgement = mock().judge(mock_document(tmp_path, f"connect:{server.getsockname()[1]}"), None)
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()
    assert judgement.verdict is Verdict.UNREADABLE


def test_after_three_crashes_in_a_minute_the_next_start_waits_longer_each_time(tmp_path: Path) -> None:
    waits: list[float] = []
    worker = MockReadingWorker(FakeFiles(), Limits(), back_off=waits.append, monotonic=lambda: 100.0)
    for _ in range(3):
        worker.judge(mock_document(tmp_path, "exit"), None)
    worker.close()
    assert waits == [1.0, 2.0, 4.0, 8.0]  # the last one judges by name alone, and waits for the next document


def test_who_asks_the_worker_loads_nothing_that_it_knows() -> None:
    """The tray runs all day; what the worker knows of words and names would double its memory."""
    code = "import sys, app.detect.process.worker_process; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not [name for name in loaded if name.startswith(("app.detect.content", "app.detect.judging"))]


def test_crashes_long_ago_do_not_slow_the_next_start(tmp_path: Path) -> None:
    now, waits = [0.0], []
    worker = MockReadingWorker(FakeFiles(), Limits(), back_off=waits.append, monotonic=lambda: now[0])
    for _ in range(5):
        worker.judge(mock_document(tmp_path, "exit"), None)
        now[0] += 61.0
    worker.close()
    assert waits == []


def test_a_worker_that_never_starts_is_said_once_and_not_blamed_on_the_file(tmp_path: Path) -> None:
    class Broken(DetectionWorker):
        def command(self) -> list[str]:
            return [sys.executable, "-c", "raise SystemExit(1)"]

    worker = Broken(FakeFiles(), back_off=lambda _seconds: None)
    with pytest.raises(WorkerLacking):
        worker.judge(samples.payroll_csv(tmp_path / "p.csv", 5), None)
    worker.close()


def test_closing_in_the_middle_of_a_document_ends_the_worker_and_judges_nothing(mock, tmp_path: Path) -> None:
    worker = mock(wall_seconds=60.0)
    raised = threading.Event()

    def judge() -> None:
        try:
            worker.judge(mock_document(tmp_path, "hang"), None)
        except DetectorClosedError:
            raised.set()

    thread = threading.Thread(target=judge)
    thread.start()
    assert until(lambda: worker._child is not None)
    worker.close()
    thread.join(20)
    assert raised.is_set()


def test_several_threads_get_their_own_answers(detector: DetectionWorker, tmp_path: Path) -> None:
    sizes = {samples.payroll_csv(tmp_path / f"{rows}.csv", rows): rows for rows in range(10, 18)}
    found: dict[Path, Judgement] = {}
    threads = [threading.Thread(target=lambda p=path: found.update({p: detector.judge(p, None)})) for path in sizes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {path: judgement.kinds["bsn"] for path, judgement in found.items()} == sizes


def test_resting_ends_the_process_and_the_next_document_starts_it_again(tmp_path: Path) -> None:
    worker = DetectionWorker(FakeFiles())
    worker.warm_up()
    assert worker._child is not None
    pid = worker._child.process.pid
    worker.rest()
    assert not psutil.pid_exists(pid)
    assert worker.judge(samples.brochure_pdf(tmp_path / "b.pdf"), None).verdict is Verdict.CLEAN
    worker.close()


def test_the_register_in_use_changes_between_documents(tmp_path: Path) -> None:
    worker = DetectionWorker(FakeFiles())
    path = samples.brochure_pdf(tmp_path / "b.pdf")
    assert worker.judge(path, None).client_id is None
    worker.use(context())
    assert worker.judge(path, None).client_id == client().id
    worker.close()


def test_a_frozen_program_starts_itself_with_a_hidden_argument(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == [sys.executable, "--detect-worker"]


def test_a_file_that_is_only_in_the_cloud_is_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """VR-K1"""
    monkeypatch.setattr(worker_process, "OpenedFile", lambda path: pytest.fail(f"{path} was opened"))
    path = samples.payroll_csv(tmp_path / "lonen Voorbeeldstad.csv", 5)
    worker = DetectionWorker(FakeFiles(cloud_only=[path]))
    worker.use(context())
    judgement = worker.judge(path, Origin(host=SHAREPOINT))
    assert (judgement.verdict, judgement.error) == (Verdict.UNREADABLE, "cloud-only")
    assert judgement.kinds == {}
    assert {reason.type for reason in judgement.reasons} == {ReasonType.ORIGIN, ReasonType.NAME}
    worker.close()


def test_a_file_that_is_gone_is_vanished(detector: DetectionWorker, tmp_path: Path) -> None:
    assert detector.judge(tmp_path / "gone.csv", None).error == "vanished"


def test_a_folder_is_a_special_file(detector: DetectionWorker, tmp_path: Path) -> None:
    assert detector.judge(tmp_path, None).error == "special-file"


@posix_only
def test_fifos_sockets_devices_and_links_are_not_opened(detector: DetectionWorker, tmp_path: Path) -> None:
    """VR-K1"""
    fifo, link, address = tmp_path / "fifo", tmp_path / "link.csv", tmp_path / "socket"
    os.mkfifo(fifo)
    link.symlink_to(samples.payroll_csv(tmp_path / "real.csv", 20))
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.fspath(address))
        for path in (fifo, link, address, Path("/dev/null"), Path("/dev/zero")):
            judgement = detector.judge(path, None)
            assert (judgement.verdict, judgement.error) == (Verdict.UNREADABLE, "special-file")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a person without rights")
def test_a_file_without_permission_is_said_so(detector: DetectionWorker, tmp_path: Path) -> None:
    path = samples.payroll_csv(tmp_path / "p.csv", 5)
    path.chmod(0)
    assert detector.judge(path, None).error == "no-permission"


@posix_only
@pytest.mark.parametrize(
    "name",
    [
        b"lonen\nmet regeleinde.csv",
        b"lonen \xff\xfe\x80.csv",
        b"lonen 'met' \"tekens\".csv",
        "lonen \u202egnp.csv".encode(),
        "lonen 🎉.csv".encode(),
        b"l" * 246 + b".csv",
    ],
)
def test_every_name_survives_the_pipe(detector: DetectionWorker, tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    samples.payroll_csv(path, 10)
    assert detector.judge(path, None).verdict is Verdict.CLIENT_DATA


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), rows=st.integers(1, 12), labelled=st.booleans())
def test_no_value_of_a_document_is_in_the_judgement(
    detector: DetectionWorker, tmp_path: Path, seed: int, rows: int, labelled: bool
) -> None:
    """Counts only: no run of six digits of any number in the document, no name from a column."""
    rng = random.Random(seed)
    numbers = [samples.make_bsn(rng) for _ in range(rows)]
    accounts = [samples.make_iban(rng) for _ in range(rows)]
    header = "BSN" if labelled else numbers[0]  # also where a value stands in the place of a header
    lines = [f"{header};Rekening;Naam", *(f"{n};{a};Quirijntje" for n, a in zip(numbers, accounts, strict=True))]
    path = tmp_path / "export.csv"
    path.write_text("\n".join(lines))
    shown = repr(replace(detector.judge(path, None), size_bytes=0, milliseconds=0))
    assert "Quirijntje" not in shown
    for number in [*numbers, *(account[4:] for account in accounts)]:
        assert not any(number[start : start + 6] in shown for start in range(len(number) - 5))


def test_the_worker_starts_quickly_and_stays_small() -> None:
    """Under two seconds of a processor, however many others want it; under 60 MB at rest."""
    worker = DetectionWorker(FakeFiles())
    worker.warm_up()
    assert worker._child is not None
    if not is_wine():  # which counts what its own server does, too
        assert worker._child.process.processor_seconds() < 2.0
    assert psutil.Process(worker._child.process.pid).memory_info().rss < 60_000_000
    worker.close()


def until(condition: Callable[[], bool], seconds: float = 20.0) -> bool:
    ends = time.monotonic() + seconds
    waiting = threading.Event()
    while not condition():
        if time.monotonic() > ends:
            return False
        waiting.wait(0.01)
    return True


def test_a_register_with_broken_text_does_not_stop_the_detector(tmp_path: Path) -> None:
    worker = DetectionWorker(FakeFiles())
    worker.use(context(clients=(client(name="Stad \udcff", domains=(SHAREPOINT,), hosts=()),)))
    judgement = worker.judge(samples.brochure_pdf(tmp_path / "b.pdf"), Origin(host="a\udcff.example"))
    worker.close()
    assert judgement.verdict is Verdict.CLEAN


@pytest.mark.parametrize("lie", ["text-as-kind", "many-kinds", "long-reason", "endless-reports", "other-number"])
def test_a_report_that_no_sound_worker_makes_is_not_believed(mock, tmp_path: Path, lie: str) -> None:
    """VR-K1. What has taken over a worker cannot pass a document's text on as a kind, or speak about the next document."""
    worker = mock()
    judgement = worker.judge(mock_document(tmp_path, lie), None)
    assert (judgement.verdict, judgement.error) == (Verdict.UNREADABLE, "crashed")
    assert worker.judge(samples.payroll_csv(tmp_path / "p.csv", 20), None).verdict is Verdict.CLIENT_DATA
