"""How fast tables are read and judged, and in how much memory: `python -m benchmarks.table_speed [MEGABYTES]`.

Each table is judged in a process of its own; the time is that process's processor time without its start, the best of a few.
Targets: 8 MB/s for delimited text, reading included, under 200 MB resident.
"""

from __future__ import annotations

import csv
import multiprocessing
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from app.detect.judging.evidence import Evidence
from app.detect.judging.register import Register
from app.detect.judging.verdict import judge_evidence
from app.detect.reading.budget import Budget
from app.detect.reading.document import Part, Reading
from app.detect.reading.limits import Limits
from tests import samples
from tests.detect.fakes import context

TIMES = 3
MEGABYTES = 50
WORKBOOK_ROWS = 100_000
PROSE = "de aanvraag is behandeld en het besluit volgt na overleg met de afdeling over de kosten van het project"
Row = tuple[object, ...]


def payroll(rng: random.Random) -> Iterator[Row]:
    yield samples.PAYROLL_HEADER
    yield from samples.payroll_rows(10**9)


def cryptic(rng: random.Random) -> Iterator[Row]:
    yield ("PERNR", "NACHN", "GBDAT", "PERID", "LGART", "BETRG", "STRAS", "PSTLZ")
    for row in samples.payroll_rows(10**9):
        street = f"Lindenweg {rng.randint(1, 300)}"
        yield (
            row[0],
            row[2],
            str(row[4]).replace("-", ""),
            row[3],
            "/101",
            row[6],
            street,
            f"{rng.randint(1000, 9999)} AB",
        )


def measurements(rng: random.Random) -> Iterator[Row]:
    yield ("Tijdstip", "Sensor", "Waarde", "Ordernummer", "Status")
    while True:
        yield (
            "2026-01-01 10:00:00",
            rng.randint(1, 99),
            rng.random(),
            rng.randint(10**8, 10**9),
            rng.choice(("aan", "uit")),
        )


def remarks(rng: random.Random) -> Iterator[Row]:
    yield ("Zaaknummer", "Behandelaar", "Toelichting")
    while True:
        yield rng.randint(10**6, 10**7), " ".join(samples.make_name(rng)), " ".join(rng.choices(PROSE.split(), k=20))


def written(path: Path, rows: Iterator[Row], size_bytes: int) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        while stream.tell() < size_bytes:
            writer.writerows(next(rows) for _ in range(2_000))
    return path


def judged(path: Path, told: multiprocessing.Queue[tuple[float, float]]) -> None:
    """Seconds of processor time and the most MB that were resident."""
    evidence = Evidence(Register(context()), Budget(Limits(wall_seconds=300)), judge_evidence)
    started = time.process_time()
    Reading(evidence).read(Part(name=path.name, open=lambda: path.open("rb"), size_bytes=path.stat().st_size))
    judge_evidence(evidence)
    told.put((time.process_time() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def measured(path: Path) -> tuple[float, float]:
    processes = multiprocessing.get_context("spawn")
    found = []
    for _ in range(TIMES):
        told: multiprocessing.Queue[tuple[float, float]] = processes.Queue()
        process = processes.Process(target=judged, args=(path, told))
        process.start()
        found.append(told.get())
        process.join()
    return min(found)


def main() -> None:
    size_bytes = int(sys.argv[1] if len(sys.argv) > 1 else MEGABYTES) * 1_000_000
    kinds: tuple[Callable[[random.Random], Iterator[Row]], ...] = (payroll, cryptic, measurements, remarks)
    with tempfile.TemporaryDirectory() as folder:
        paths = [written(Path(folder) / f"{make.__name__}.csv", make(random.Random(1)), size_bytes) for make in kinds]
        paths.append(samples.payroll_xlsx(Path(folder) / "payroll.xlsx", WORKBOOK_ROWS))
        for path in paths:
            seconds, resident = measured(path)
            size = path.stat().st_size / 1e6
            print(
                f"{path.name:18} {size:5.0f} MB {seconds:6.2f} s {size / seconds:6.1f} MB/s {resident:5.0f} MB resident"
            )


if __name__ == "__main__":
    main()
