"""How quick and how small the window is: 100,000 copies, 5,000 findings, and long work beside it.

`python -m benchmarks.window_speed [--copies 100000] [--findings 5000] [--files 100000] [--seal-gb 2]`

Goals: start to usable tray 1.5 s; window 0.4 s after the click; no gap of the event loop over 100 ms while 100,000 files are
scanned, 2 GB are sealed and the journal is checked; 130 MB resident with the window open once, 110 MB when it is closed
again. Qt draws without a screen (QT_QPA_PLATFORM=offscreen) unless one is named.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil

GOALS = {
    "tray_s": 1.5,
    "window_s": 0.4,
    "window_again_s": 0.4,
    "gap_ms": 100.0,
    "open_mb": 130.0,
    "closed_mb": 110.0,
}
EVERY_MS = 5  # how often the event loop is felt
PATIENCE = 900.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=100_000)
    parser.add_argument("--findings", type=int, default=5_000)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--seal-gb", type=float, default=2.0)
    parser.add_argument("--child", type=Path)
    options = parser.parse_args()
    if options.child is not None:
        return child(options)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        fill(root / "data", options.copies, options.findings)
        make_files(root / "watched", options.files)
        figures: dict[str, float] = {}
        for part in ("start", "work"):
            figures |= run_child(root, part, options)
    for name, value in figures.items():
        goal = f" (goal {GOALS[name]:g})" if name in GOALS else ""
        print(f"{name}: {value:.3f}{goal}")
    return int(any(figures.get(name, 0.0) > goal for name, goal in GOALS.items()))


def run_child(root: Path, part: str, options: argparse.Namespace) -> dict[str, float]:
    environment = {**os.environ, "VROOM_BENCHMARK_PART": part}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", "benchmarks.window_speed", "--child", str(root), "--seal-gb", str(options.seal_gb)]
    answer = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, timeout=PATIENCE)
    found: dict[str, float] = json.loads(answer.stdout.splitlines()[-1])
    return found


def child(options: argparse.Namespace) -> int:
    """The tray app itself, with a stopwatch in it."""
    from benchmarks.window_stopwatch import Stopwatch

    part = os.environ["VROOM_BENCHMARK_PART"]
    print(json.dumps(Stopwatch(options.child, part, options.seal_gb).measure()))
    return 0


def fill(data: Path, copies: int, findings: int) -> None:
    """A store as it is after years of work: everything due far ahead, so that nothing is deleted meanwhile."""
    from app.assistant import Site, build
    from app.domain.finding import Finding, Reason, ReasonType, Verdict
    from app.domain.identity import new_id
    from benchmarks import store_speed

    now = datetime.now(UTC).replace(microsecond=0)
    assistant = build(Site(data_dir=data))
    assistant.begin()
    store = assistant.office.store
    store_speed.fill_copies(store, 500, copies)
    with store.write(now) as session:
        for copy in session.copies.all():
            number = int(copy.identity.file_id, 16) // 1000 if copy.identity else 0  # those of a project go together
            session.copies.update(replace(copy, due_at=now + timedelta(hours=30 + number * 7 % 900)))
        client = session.clients.all()[0]
        for number in range(findings):
            session.findings.add(
                Finding(
                    id=new_id(),
                    group=f"group{number // 17:021}",
                    path=f"/home/jo/Downloads/map {number // 17}/uitdraai {number}.xlsx",
                    verdict=Verdict.CLIENT_DATA,
                    kinds={"bsn": number, "name": 12},
                    reasons=(Reason(type=ReasonType.ORIGIN, detail="zeeduin.example"),),
                    found_at=now,
                    decide_by=now + timedelta(hours=20),
                    client_id=client.id,
                    size_bytes=4_000,
                )
            )
    assistant.close()


def make_files(folder: Path, count: int) -> None:
    for number in range(count):
        part = folder / f"map {number // 500}"
        if number % 500 == 0:
            part.mkdir(parents=True)
        (part / f"notitie {number}.txt").write_text("Boodschappen: brood, melk.\n", encoding="utf-8")


def resident_mb() -> float:
    return float(psutil.Process().memory_info().rss) / 1024**2


def until(condition: Callable[[], bool], seconds: float = PATIENCE) -> float:
    """Run the event loop until `condition`; seconds it took."""
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    start = time.perf_counter()
    while not condition():
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as a running event loop does
        if time.perf_counter() - start > seconds:
            raise TimeoutError
        time.sleep(0.001)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
