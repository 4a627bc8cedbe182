"""What the copies guard costs: `python benchmarks/copies_guard.py [--part latency|reconcile|burst|idle] [--minutes 1]`.

Goals: a settled 1 MB xlsx is a finding within 1.0 s (p95), the worker started while it settles; 100,000 unchanged files
reconciled under 5 s and 300 MB; none of a burst of 25,000 files missed; idle with 10,000 files in 1,000 folders under 0.5 %
of one core and 90 MB. The guards run for real, on a store in memory; each part in a process of its own. Prints one JSON
object a part; exit 1 when a goal is missed. There is no peer for these figures: they are absolute.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from time import monotonic, perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run from a clean clone, without installing

import psutil

from app.domain.finding import Judgement, Origin, Verdict
from app.domain.folder import FolderKind, WatchedFolder
from app.domain.identity import FileFacts, new_id
from app.domain.intake import Judged
from app.domain.messages import Message
from app.domain.moments import ClockJudgement, ClockReason, ClockState
from app.domain.ports import DetectionContext, Detector, PlaceInfo, PlaceKind
from app.domain.rules import RuleState
from app.guards.copies import CopiesGuard, Surroundings
from app.guards.copies.reconcile import Fingerprints, Walked, walk
from app.guards.runner import Runner
from app.system.files import local_files
from app.system.watch import file_probe, folder_watcher

GOALS = {
    "latency_p95_s": 1.0,
    "reconcile_s": 5.0,
    "reconcile_mb": 300.0,
    "missed": 0.0,
    "idle_cpu": 0.5,
    "idle_mb": 90.0,
}
PARTS = ("latency", "reconcile", "burst", "idle")
SETTLES = 1.0


class MemoryIntake:
    """Keeps what the guard says in memory, and tells when a file was judged."""

    def __init__(self, folder: Path) -> None:
        added = datetime(2000, 1, 1, tzinfo=UTC)
        self._folder = WatchedFolder(id=new_id(), path=str(folder), kind=FolderKind.WATCHED, added_at=added)
        self._seen: set[bytes] = set()
        self.judged_at: dict[str, float] = {}
        self.news = threading.Condition()

    def folders(self) -> tuple[WatchedFolder, ...]:
        return (self._folder,)

    def context(self) -> tuple[DetectionContext, int]:
        return DetectionContext(), 1

    def secret(self) -> bytes:
        return b"s" * 32

    def seen(self, folder_id: str) -> set[bytes]:
        return set(self._seen)

    def remember(self, folder_id: str, add: Collection[bytes], forget: Collection[bytes]) -> None:
        self._seen.update(add)
        self._seen.difference_update(forget)

    def judged(self, folder_id: str, batch: Sequence[Judged]) -> int:
        with self.news:
            for judged in batch:
                self.judged_at.setdefault(judged.path.name, monotonic())
            self.news.notify_all()
        return len(batch)

    def moved(self, old: Path, new: Path, facts: FileFacts) -> None: ...

    def saved(self, path: Path, facts: FileFacts) -> None: ...

    def vanished(self, path: Path) -> None: ...

    def looked(self, folder_id: str) -> None: ...

    def is_registered(self, facts: FileFacts) -> bool:
        return False

    def folder_state(self, folder_id: str, state: RuleState, sentence: Message) -> None: ...

    def place(self, folder: WatchedFolder) -> None: ...

    def drive_appeared(self, mount_point: Path) -> None: ...

    def wait_for(self, holds: Callable[[], bool], seconds: float) -> bool:
        with self.news:
            return self.news.wait_for(holds, seconds)


class QuickDetector:
    """For what is not about reading files."""

    def use(self, context: DetectionContext) -> None: ...

    def warm_up(self) -> None: ...

    def judge(self, path: Path, origin: Origin | None) -> Judgement:
        return Judgement(verdict=Verdict.CLEAN)

    def rest(self) -> None: ...

    def close(self) -> None: ...


class Awake:
    def should_rest(self) -> bool:
        return False


class Local:
    def of(self, folder: Path) -> PlaceInfo:
        return PlaceInfo(kind=PlaceKind.LOCAL)


class RealClock:
    def now(self) -> datetime:
        return datetime.now(UTC).replace(microsecond=0)

    def judgement(self) -> ClockJudgement:
        now = self.now()
        return ClockJudgement(state=ClockState.TRUSTED, reason=ClockReason.SAME_BOOT, now=now, highest_trusted_at=now)


@contextmanager
def running(folder: Path, detector: Detector) -> Iterator[MemoryIntake]:
    """The guard on `folder` in the runner's threads, past its first look."""
    intake, files, ready = MemoryIntake(folder), local_files(), threading.Event()
    around = Surroundings(
        watcher=folder_watcher,
        probe=file_probe(),
        files=files,
        is_settled_open=files.settled_open,
        power=Awake(),
        places=Local(),
        mount_points=tuple,
    )
    guard = CopiesGuard(intake, detector, around)
    runner = Runner([guard], RealClock(), lambda report: ready.set() if report.state is RuleState.OK else None)
    runner.start()
    try:
        if not ready.wait(300):
            raise SystemExit("the first look did not end in 300 s")
        yield intake
    finally:
        runner.stop()
        detector.close()


def latency(folder: Path, files: int = 20) -> dict[str, float]:
    """Seconds from settled (one second after the last write) to the verdict handed over, with a cold worker each time."""
    from app.detect.process.worker_process import DetectionWorker
    from tests.samples import payroll_xlsx

    sample = payroll_xlsx(folder.with_name("sample.xlsx"), rows=14_500, client_name="Gemeente Voorbeeldstad")
    content = sample.read_bytes()
    detector, took = DetectionWorker(local_files()), []
    with running(folder, detector) as intake:
        for number in range(files):
            detector.rest()
            name = f"{number}.xlsx"
            (folder / name).write_bytes(content)
            written = monotonic()
            if not intake.wait_for(lambda name=name: name in intake.judged_at, 60):  # type: ignore[misc]
                raise SystemExit("a file was not judged in 60 s")
            took.append(intake.judged_at[name] - written - SETTLES)
    return {
        "file_mb": round(len(content) / 1e6, 2),
        "latency_p50_s": round(median(took), 3),
        "latency_p95_s": round(quantiles(took, n=20)[-1], 3),
    }


def reconcile(folder: Path, files: int = 100_000) -> dict[str, float]:
    """Seconds and peak memory of a walk in which nothing is new."""
    fill(folder, folders=100, files=files // 100)
    marks, probe = Fingerprints(b"s" * 32, 1, str(folder)), file_probe()
    seen = {
        found.fingerprint for step in walk(str(folder), set(), marks, probe, frozenset(), Walked()) for found in step
    }
    walked = Walked()
    start = perf_counter()
    unseen = sum(map(len, walk(str(folder), seen, marks, probe, frozenset(), walked)))
    took = perf_counter() - start
    if unseen or walked.files != files:
        raise SystemExit(f"{unseen} of {walked.files} files were not known again")
    return {"reconcile_s": round(took, 2), "reconcile_mb": round(peak_mb(), 1)}


def burst(folder: Path, files: int = 25_000) -> dict[str, float]:
    """Files that were not judged after as many were made as fast as this machine can."""
    with running(folder, QuickDetector()) as intake:
        start = perf_counter()
        for number in range(files):
            (folder / f"{number}.txt").write_bytes(b"x")
        made = perf_counter() - start
        intake.wait_for(lambda: len(intake.judged_at) >= files, 600)
        took = perf_counter() - start
        missed = files - len(intake.judged_at)
    return {"made_s": round(made, 1), "judged_s": round(took, 1), "missed": missed, "burst_mb": round(peak_mb(), 1)}


def idle(folder: Path, seconds: float) -> dict[str, float]:
    """Processor time and memory while nothing happens."""
    fill(folder, folders=1_000, files=10)
    from app.detect.process.worker_process import DetectionWorker

    with running(folder, Fleeting(DetectionWorker(local_files()))):
        threading.Event().wait(35)  # until the guard rests
        process = psutil.Process()
        before = sum(process.cpu_times()[:2])
        threading.Event().wait(seconds)
        used = sum(process.cpu_times()[:2]) - before
        memory = process.memory_info().rss / 1e6
    return {"seconds": seconds, "idle_cpu": round(100 * used / seconds, 3), "idle_mb": round(memory, 1)}


class Fleeting:
    """The real detector, that does not read the ten thousand files of the first look."""

    def __init__(self, detector: Detector) -> None:
        self._detector = detector
        self.use, self.warm_up = detector.use, detector.warm_up
        self.rest, self.close = detector.rest, detector.close

    def judge(self, path: Path, origin: Origin | None) -> Judgement:
        return Judgement(verdict=Verdict.CLEAN)


def fill(folder: Path, folders: int, files: int) -> None:
    old = time.time() - 86_400
    for number in range(folders):
        below = folder / f"folder{number:04d}"
        below.mkdir()
        for name in range(files):
            path = below / f"document {name:05d}.docx"
            path.touch()
            os.utime(path, (old, old))


def peak_mb() -> float:
    if sys.platform == "win32":
        return float(psutil.Process().memory_info().peak_wset) / 1e6
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def measure(part: str, seconds: float) -> dict[str, float]:
    room = Path(tempfile.mkdtemp(prefix="copies-guard-"))
    folder = room / "Downloads"
    folder.mkdir()
    try:
        return (
            idle(folder, seconds)
            if part == "idle"
            else {"latency": latency, "reconcile": reconcile, "burst": burst}[part](folder)
        )
    finally:
        shutil.rmtree(room, ignore_errors=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--minutes", type=float, default=1.0, help="how long idleness is measured")
    options = parser.parse_args()
    if options.part is None:
        own = [sys.executable, __file__, "--minutes", str(options.minutes), "--part"]
        return max([subprocess.run([*own, part], check=False).returncode for part in PARTS])
    found: dict[str, Any] = measure(options.part, options.minutes * 60)
    missed = [name for name, most in GOALS.items() if name in found and found[name] > most]
    print(json.dumps({"part": options.part, **found, "goals_missed": missed}))
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
