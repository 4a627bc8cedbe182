"""What the system refuses to code that has taken over the worker, past Python. Each measure is tried alone, and left out."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.detect.process.measures import Force, Measure
from app.domain.finding import Verdict
from tests.detect.fakes import MockReadingWorker
from tests.detect.process.conftest import MakeWorker, mock_document

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the measures of Linux")

LIMITS, FILES, CALLS = Measure.LIMITS, Measure.FILES, Measure.SYSTEM_CALLS
CONNECTIONS, SIGNALS = Measure.CONNECTIONS, Measure.SIGNALS

# What is tried, and the measures each of which holds it alone.
ON_FILES = {
    "write": (LIMITS, FILES, CALLS),
    "make": (FILES, CALLS),
    "truncate": (FILES, CALLS),
    "remove": (FILES, CALLS),
    "remove-folder": (FILES, CALLS),
    "rename": (FILES, CALLS),
    "make-folder": (FILES, CALLS),
    "make-pipe": (FILES, CALLS),
    "link": (FILES, CALLS),
    "symlink": (FILES, CALLS),
    "change-mode": (CALLS,),
    "change-times": (CALLS,),
    "set-attribute": (CALLS,),
    "change-document": (CALLS,),
    "reopen-document": (FILES, CALLS),
    "lock-document": (CALLS,),
    "read-file": (FILES,),
    "list-folder": (FILES,),
    "run-program": (FILES, CALLS),
}
ON_OTHERS = {
    "connect": (CONNECTIONS, CALLS),
    "connect-to-name": (SIGNALS, CALLS),
    "connect-to-path": (CALLS,),
    "listen": (CONNECTIONS, CALLS),
    "send-datagram": (CALLS,),
    "make-socketpair": (CALLS,),
    "kill": (SIGNALS, CALLS),
    "kill-thread": (SIGNALS, CALLS),
    "signal-parent": (SIGNALS, CALLS),
}
ON_ITSELF = {
    "fork": (CALLS,),
    "fork-by-number": (CALLS,),
    "clone3": (CALLS,),
    "anonymous-file": (CALLS,),
    "lift-limits": (CALLS,),
    "outlive-parent": (CALLS,),
    "let-others-in": (CALLS,),
    "take-memory": (LIMITS,),
    "is-open-to-others": (Measure.PRIVATE,),
    "may-gain-privileges": (Measure.NO_PRIVILEGES,),
}
HELD = {**ON_FILES, **ON_OTHERS, **ON_ITSELF}
NEEDS_EXISTING = {"truncate", "remove", "rename", "link", "change-mode", "change-times", "set-attribute", "read-file"}
MEGABYTES = "700"  # more than a worker may have
ENDS_WORKER = ("ptrace", "read-memory", "keyctl", "bpf", "perf", "userfaultfd", "unshare", "mount", "open-by-handle")

Confined = Callable[[tuple[Measure, ...] | None], MockReadingWorker]


@pytest.fixture
def victim() -> Iterator[subprocess.Popen[bytes]]:
    """Another program of the same person."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process
        process.kill()


@pytest.fixture
def target(tmp_path: Path, short_folder: Path, victim: subprocess.Popen[bytes]) -> Iterator[Callable[[str], str]]:
    """What an attempt is aimed at: something that is really there."""
    with socket.socket() as server, socket.socket(socket.AF_UNIX) as named, socket.socket(socket.AF_UNIX) as placed:
        server.bind(("127.0.0.1", 0))
        server.listen()
        named.bind(f"\0vroom-test-{os.getpid()}")
        named.listen()
        placed.bind(os.fspath(short_folder / "s"))
        placed.listen()

        def aimed(attempt: str) -> str:
            if attempt in ("connect", "send-datagram"):
                return str(server.getsockname()[1])
            if attempt == "connect-to-name":
                return f"vroom-test-{os.getpid()}"
            if attempt in ("kill", "kill-thread"):
                return str(victim.pid)
            if attempt == "connect-to-path":
                return os.fspath(short_folder / "s")
            return MEGABYTES if attempt == "take-memory" else place(attempt)

        def place(attempt: str) -> str:
            path = tmp_path / "folder"
            if attempt in NEEDS_EXISTING:
                path.write_text("of somebody")
            elif attempt in ("remove-folder", "list-folder"):
                path.mkdir()
            return os.fspath(path)

        yield aimed


def seen(folder: Path) -> dict[str, tuple[int, int, int, int, bytes]]:
    """Everything that an attempt could change in a folder."""
    return {
        path.name: (
            *(getattr(path.lstat(), fact) for fact in ("st_mode", "st_nlink", "st_size", "st_mtime_ns")),
            path.read_bytes() if path.is_file() and not path.is_symlink() else b"",
        )
        for path in folder.iterdir()
    }


@pytest.mark.parametrize("attempt", HELD)
def test_the_worker_is_refused_what_it_does_not_need(
    confined: Confined, tmp_path: Path, target: Callable[[str], str], victim: subprocess.Popen[bytes], attempt: str
) -> None:
    """VR-K1"""
    document = mock_document(tmp_path, f"try:{attempt}:{target(attempt)}")
    before = seen(tmp_path)
    judgement = confined(None).judge(document, None)
    assert (judgement.verdict, judgement.error) == (Verdict.CLEAN, None)  # refused, and the worker goes on
    assert seen(tmp_path) == before
    assert victim.poll() is None


@pytest.mark.parametrize(("attempt", "measure"), [(attempt, held) for attempt in HELD for held in HELD[attempt]])
def test_each_measure_holds_it_alone(
    confined: Confined, tmp_path: Path, target: Callable[[str], str], attempt: str, measure: Measure
) -> None:
    judgement = confined((measure,)).judge(mock_document(tmp_path, f"try:{attempt}:{target(attempt)}"), None)
    assert (judgement.verdict, judgement.error) == (Verdict.CLEAN, None)


@pytest.mark.parametrize("attempt", HELD)
def test_without_its_measures_the_same_attempt_succeeds(
    confined: Confined, tmp_path: Path, target: Callable[[str], str], attempt: str
) -> None:
    """So that the tests above cannot pass for another reason."""
    others = tuple(measure for measure in Measure if measure not in HELD[attempt])
    judgement = confined(others).judge(mock_document(tmp_path, f"try:{attempt}:{target(attempt)}"), None)
    if attempt == "run-program":
        assert judgement.error == "crashed"  # another program runs in the worker's place, and answers nothing
    else:
        assert judgement.verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize("attempt", ENDS_WORKER)
def test_what_only_an_attack_tries_ends_the_worker(mock: MakeWorker, tmp_path: Path, attempt: str) -> None:
    """VR-K1"""
    worker = mock()
    judgement = worker.judge(mock_document(tmp_path, f"try:{attempt}"), None)
    assert (judgement.verdict, judgement.error) == (Verdict.UNREADABLE, "crashed")
    assert worker.judge(mock_document(tmp_path, "unread"), None).error == "unsupported"


@pytest.mark.parametrize("attempt", ENDS_WORKER)
def test_without_the_filter_it_does_not(confined: Confined, tmp_path: Path, attempt: str) -> None:
    assert confined(()).judge(mock_document(tmp_path, f"try:{attempt}"), None).error is None


@pytest.mark.parametrize("attempt", ["io-uring"])
def test_what_libraries_look_for_is_not_there(confined: Confined, tmp_path: Path, attempt: str) -> None:
    judgement = confined(None).judge(mock_document(tmp_path, f"try:{attempt}"), None)
    assert (judgement.verdict, judgement.error) == (Verdict.CLEAN, None)


def test_libraries_may_start_threads(confined: Confined, tmp_path: Path) -> None:
    judgement = confined(None).judge(mock_document(tmp_path, "try:start-thread"), None)
    assert judgement.verdict is Verdict.CLIENT_DATA


def test_every_measure_of_linux_is_in_force_here(mock: MakeWorker) -> None:
    """On a kernel that has them all; the worker tried each before it said so."""
    told = mock().isolation()
    lacking = {measure for measure, force in told.items() if force is not Force.IN_FORCE}
    assert lacking <= kernel_lacks()
    assert set(told) == set(Measure) - {Measure.DESKTOP, Measure.PROGRAMS, Measure.LIBRARIES}


def kernel_lacks() -> set[Measure]:
    """What this kernel is too old for. Source: landlock(7)."""
    release = tuple(int(part) for part in os.uname().release.split("-")[0].split(".")[:2])
    since = {FILES: (5, 13), CONNECTIONS: (6, 7), SIGNALS: (6, 12)}
    return {measure for measure, version in since.items() if release < version}


@pytest.mark.parametrize("measure", [m for m in Measure if m in {*HELD["write"], *HELD["kill"], Measure.PYTHON_CODE}])
def test_a_measure_that_does_not_hold_is_told(mock: MakeWorker, measure: Measure) -> None:
    told = mock(only=tuple(each for each in Measure if each is not measure)).isolation()
    assert told[measure] is not Force.IN_FORCE
