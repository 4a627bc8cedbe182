"""How quick the command line is on a full store: 500 projects and 100,000 copies.

`python -m benchmarks.many_copies`. Goals: `deadline list --json` under 1 s, `status` on an ordinary store under 0.5 s.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from app.assistant import Site, build
from benchmarks.store_speed import fill_copies

PROGRAM = (sys.executable, "-m", "app", "--data-dir")
GOALS = {"deadline list": 1.0, "status": 0.5}


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        empty, full = Path(folder, "ordinary"), Path(folder, "full")
        fill(full)
        subprocess.run([*PROGRAM, str(empty), "status"], stdout=subprocess.DEVNULL, check=False)
        figures = {
            "deadline list": timed(full, "deadline", "list", "--json"),
            "status": timed(empty, "status", "--json"),
            "status on the full store": timed(full, "status", "--json"),
            "copy list on the full store": timed(full, "copy", "list", "--json"),
        }
    for name, seconds in figures.items():
        goal = f" (goal {GOALS[name]})" if name in GOALS else ""
        print(f"{name}: {seconds:.2f} s{goal}")
    return int(any(figures[name] > goal for name, goal in GOALS.items()))


def fill(data: Path) -> None:
    assistant = build(Site(data_dir=data))
    try:
        assistant.begin()
        fill_copies(assistant.office.store, 500, 100_000)
    finally:
        assistant.close()


def timed(data: Path, *command: str) -> float:
    """Median wall time of five runs, the interpreter's start included."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([*PROGRAM, str(data), *command], stdout=subprocess.DEVNULL, check=False)
        times.append(time.perf_counter() - start)
    return median(times)


if __name__ == "__main__":
    sys.exit(main())
