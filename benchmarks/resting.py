"""What the running assistant costs at rest: all guards on a real store, a folder of 10,000 files, workers at rest.

`python -m benchmarks.resting [--minutes 10] [--files 10000]`. Goals: under 0.5 % of one core, under 90 MB resident.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

GOAL_PERCENT = 0.5
GOAL_MEGABYTES = 90
SETTLE = 45.0  # seconds for the first look at all files, and for the worker to go to rest
PROGRAM = (sys.executable, "-m", "app")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--files", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        watched = make_files(root / "Downloads", options.files)
        data = root / "data"
        subprocess.run([*PROGRAM, "--data-dir", str(data), "folder", "add", str(watched)], check=True)
        seconds = SETTLE + options.minutes * 60 + 30
        command = [*PROGRAM, "--data-dir", str(data), "run", "--headless", "--for", str(seconds)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
            try:
                return measure(psutil.Process(process.pid), options.minutes * 60)
            finally:
                process.terminate()


def make_files(folder: Path, count: int) -> Path:
    for number in range(count):
        part = folder / f"map {number // 100}"
        part.mkdir(parents=True, exist_ok=True)
        (part / f"notitie {number}.txt").write_text(f"Notitie nummer {number}.\n", encoding="utf-8")
    return folder


def measure(process: psutil.Process, seconds: float) -> int:
    time.sleep(SETTLE)
    while process.children():  # the worker is still reading
        time.sleep(1)
    before, start = process.cpu_times(), time.monotonic()
    time.sleep(seconds)
    if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
        sys.exit("the assistant ended by itself")
    after, passed = process.cpu_times(), time.monotonic() - start
    percent = 100 * (after.user + after.system - before.user - before.system) / passed
    megabytes = process.memory_info().rss / 1024**2
    print(
        f"{passed:.0f} s at rest: {percent:.3f} % of a core (goal {GOAL_PERCENT}), {megabytes:.0f} MB (goal {GOAL_MEGABYTES})"
    )
    return 0 if percent < GOAL_PERCENT and megabytes < GOAL_MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
