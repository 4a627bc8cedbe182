"""How fast the detector is: `python -m benchmarks.detect_worker`. Made-up documents in a temporary folder.

Targets: a cold start takes under 0.7 s; a warm worker judges a workbook of 1 MB well under 0.8 s; handing a document over and
getting its verdict back costs less than looking into the smallest one. Each figure is the best of a few, as other work on
the machine only ever adds to it; processor time stands beside it where that says more.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from app.detect.process.measures import Force
from app.detect.process.worker_process import DetectionWorker
from app.domain.client import Client
from tests import samples
from tests.detect.fakes import FakeFiles, client, context

TIMES = 5
WORKBOOK_ROWS = 16_000  # about 1 MB
SMALL_FILES = 500
CLIENTS = 5_000
PROSE = "De gemeente heeft in dit project gewerkt aan een beter proces voor de inwoners van de stad.\n"


@dataclass(frozen=True, slots=True)
class Line:
    what: str
    value: str
    target: str = ""


def best(act: Callable[[], object], times: int = TIMES) -> float:
    """Seconds by the clock."""
    spent = []
    for _ in range(times):
        started = time.perf_counter()
        act()
        spent.append(time.perf_counter() - started)
    return min(spent)


def started(clients: tuple[Client, ...] | None = None) -> DetectionWorker:
    worker = DetectionWorker(FakeFiles())
    worker.use(context() if clients is None else context(clients=clients))
    worker.warm_up()
    return worker


def processor_seconds(worker: DetectionWorker) -> float:
    """Of the worker, since it was started."""
    assert worker._child is not None
    return worker._child.process.processor_seconds()


def resident(worker: DetectionWorker) -> float:
    """In MB."""
    assert worker._child is not None
    return psutil.Process(worker._child.process.pid).memory_info().rss / 1e6


def starting() -> Iterator[Line]:
    yield Line("cold start", f"{best(lambda: started().close()):.2f} s", "< 0.7 s")
    many = tuple(client(id=f"client-{number}", name=f"Gemeente Verzonnen {number}") for number in range(CLIENTS))
    yield Line(f"the same with {CLIENTS} clients", f"{best(lambda: started(many).close(), 2):.2f} s")
    worker = started(many)
    before = processor_seconds(worker)

    def renewed() -> None:
        worker.use(context(clients=many))
        worker.warm_up()

    yield Line("a changed register of that size", f"{best(renewed, 2):.2f} s")
    yield Line("  of which the worker's processor", f"{(processor_seconds(worker) - before) / 2:.2f} s")
    worker.close()
    worker = started()
    measures = worker.isolation()
    yield Line("measures in force", f"{sum(f is Force.IN_FORCE for f in measures.values())} of {len(measures)}", "all")
    yield Line("at rest, resident", f"{resident(worker):.0f} MB")
    worker.close()


def small_files(folder: Path) -> Iterator[Line]:
    paths = [folder / f"note-{number}.txt" for number in range(SMALL_FILES)]
    for number, path in enumerate(paths):
        path.write_text(f"Een kort briefje over niets bijzonders, nummer {number}.\n")
    worker = started()

    def judge_all() -> None:
        for path in paths:
            worker.judge(path, None)

    judge_all()
    yield Line("small files", f"{SMALL_FILES / best(judge_all):.0f} a second")
    ours, theirs = time.process_time(), processor_seconds(worker)
    judge_all()
    ours, theirs = time.process_time() - ours, processor_seconds(worker) - theirs
    yield Line("  a file, here", f"{ours / SMALL_FILES * 1e6:.0f} µs processor", "< the worker's")
    yield Line("  a file, in the worker", f"{theirs / SMALL_FILES * 1e6:.0f} µs processor")
    worker.close()


def large_files(folder: Path) -> Iterator[Line]:
    worker = started()
    workbook = samples.payroll_xlsx(folder / "payroll.xlsx", WORKBOOK_ROWS)
    spent = best(lambda: worker.judge(workbook, None))
    yield Line(f"xlsx of {workbook.stat().st_size / 1e6:.2f} MB", f"{spent:.2f} s", "< 0.8 s")
    prose, table = folder / "prose.txt", samples.payroll_csv(folder / "table.csv", 200_000)
    prose.write_text(PROSE * 220_000)
    for name, path, target in (("text", prose, ">= 20 MB/s"), ("csv with personal data", table, ">= 8 MB/s")):
        size = path.stat().st_size / 1e6
        spent = best(lambda path=path: worker.judge(path, None), 3)
        yield Line(f"{name} of {size:.0f} MB", f"{size / spent:.0f} MB/s", target)
    yield Line("after that, resident", f"{resident(worker):.0f} MB", "< 400 MB")
    worker.close()


def main() -> None:
    print(f"load of the machine: {', '.join(f'{load:.1f}' for load in psutil.getloadavg())}")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for lines in (starting(), small_files(place), large_files(place)):
            for line in lines:
                print(f"{line.what:34} {line.value:>16}   {line.target}", flush=True)


if __name__ == "__main__":
    main()
