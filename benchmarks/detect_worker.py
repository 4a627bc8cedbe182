"""How fast the detector is: `python -m benchmarks.detect_worker`. Made-up documents in a temporary folder.

Targets: a warm worker judges a workbook of 1 MB well under 0.8 s; a cold start takes under 0.7 s.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from app.detect.process.worker_process import DetectionWorker
from tests import samples
from tests.detect.fakes import FakeFiles, context

TIMES = 5
WORKBOOK_ROWS = 16_000  # about 1 MB
PROSE = "De gemeente heeft in dit project gewerkt aan een beter proces voor de inwoners van de stad.\n"


def measured(act: Callable[[], object]) -> float:
    """Median seconds of a few times."""
    spent = []
    for _ in range(TIMES):
        started = time.perf_counter()
        act()
        spent.append(time.perf_counter() - started)
    return statistics.median(spent)


def cold_start() -> None:
    worker = DetectionWorker(FakeFiles())
    worker.use(context())
    worker.warm_up()
    worker.close()


def main() -> None:
    lines = [("cold start of the worker", f"{measured(cold_start):.2f} s", "< 0.7 s")]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        worker = DetectionWorker(FakeFiles())
        worker.use(context())
        worker.warm_up()
        lines.append(("worker at rest, resident", f"{resident(worker):.0f} MB", ""))
        workbook = samples.payroll_xlsx(place / "payroll.xlsx", WORKBOOK_ROWS)
        spent = measured(lambda: worker.judge(workbook, None))
        lines.append((f"xlsx of {workbook.stat().st_size / 1e6:.2f} MB", f"{spent:.2f} s", "< 0.8 s"))
        prose, table = place / "prose.txt", samples.payroll_csv(place / "table.csv", 200_000)
        prose.write_text(PROSE * 220_000)
        for name, path in (("text", prose), ("csv with personal data", table)):
            size = path.stat().st_size / 1e6
            spent = measured(lambda path=path: worker.judge(path, None))
            lines.append((f"{name} of {size:.0f} MB", f"{size / spent:.0f} MB/s", ""))
        lines.append(("worker after that, resident", f"{resident(worker):.0f} MB", "< 400 MB"))
        worker.close()
    for what, value, target in lines:
        print(f"{what:32} {value:>10}   {target}")


def resident(worker: DetectionWorker) -> float:
    """Of all processes that this one started, in MB."""
    return sum(child.memory_info().rss for child in psutil.Process().children(recursive=True)) / 1e6


if __name__ == "__main__":
    main()
