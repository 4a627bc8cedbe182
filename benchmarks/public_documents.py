"""Real documents of public test sets, judged one after another: none without an outcome, none slow, none clean unread.

    python -m benchmarks.public_documents FOLDER [--list]

FOLDER: what was gathered of the test sets of Apache Tika, Apache POI, pdf.js and the like; they stay out of the repository.
A document that is called clean is read once more, to see whether there was any text. Exit 1 when something is not so.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import TimeoutError as TooLong
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from app.detect.process.worker_process import DetectionWorker
from app.domain.finding import Judgement, Verdict
from app.domain.ports import DetectionContext
from app.system.files import local_files

SLOW_SECONDS = 15.0
LEAST_BYTES = 200  # an empty page of a test set has no text


def chars_of(path: Path) -> int:
    """How many signs the readers find, in this process."""
    import io

    from app.detect.judging.evidence import Evidence
    from app.detect.judging.register import Register
    from app.detect.reading.budget import Budget
    from app.detect.reading.document import Part, Reading
    from app.detect.reading.limits import DEFAULT_LIMITS

    content = path.read_bytes()
    evidence = Evidence(Register(DetectionContext()), Budget(DEFAULT_LIMITS), lambda _: None)
    part = Part(name=path.name, open=lambda: io.BytesIO(content), size_bytes=len(content))
    Reading(evidence).read(part)
    return evidence.chars


def without_text(paths: list[Path]) -> list[Path]:
    found = []
    with ProcessPoolExecutor(1) as pool:
        for path in paths:
            try:
                if pool.submit(chars_of, path).result(timeout=60) == 0:
                    found.append(path)
            except (BrokenProcessPool, TooLong, Exception) as error:  # noqa: BLE001  # whatever it was, it was not read
                print(f"  {path.name}: {type(error).__name__}")
                found.append(path)
    return found


def judged(paths: list[Path]) -> dict[Path, tuple[Judgement, float]]:
    worker = DetectionWorker(local_files())
    worker.use(DetectionContext())
    outcomes = {}
    for path in paths:
        started = time.monotonic()
        judgement = worker.judge(path, None)
        outcomes[path] = (judgement, time.monotonic() - started)
    worker.close()
    return outcomes


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true", help="each document that is not simply read")
    options = parser.parse_args()
    paths = sorted(path for path in options.folder.rglob("*") if path.is_file() and path.stat().st_size >= LEAST_BYTES)
    outcomes = judged(paths)
    by_suffix: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for path, (judgement, _) in outcomes.items():
        by_suffix[path.suffix.lower()][judgement.error or judgement.verdict.value] += 1
    for suffix, counts in sorted(by_suffix.items(), key=lambda item: -sum(item[1].values())):
        print(f"{suffix:<10} {sum(counts.values()):>5}  {dict(counts.most_common())}")
    seconds = [spent for _, spent in outcomes.values()]
    slow = [path for path, (_, spent) in outcomes.items() if spent > SLOW_SECONDS]
    crashed = [path for path, (judgement, _) in outcomes.items() if judgement.error == "crashed"]
    clean = [path for path, (judgement, _) in outcomes.items() if judgement.verdict is Verdict.CLEAN]
    unread = without_text(clean)
    print(f"documents {len(paths)}, median {statistics.median(seconds) * 1000:.1f} ms, longest {max(seconds):.1f} s")
    for title, found in (("over 15 s", slow), ("the worker crashed", crashed), ("clean without any text", unread)):
        print(f"{title}: {len(found)}")
        for path in found[: None if options.list else 20]:
            print(f"  {path.relative_to(options.folder)}")
    if options.list:
        for path, (judgement, spent) in outcomes.items():
            if judgement.error:
                print(f"  {judgement.error:<12} {spent:6.2f} s  {path.relative_to(options.folder)}")
    return 1 if slow or unread else 0


if __name__ == "__main__":
    sys.exit(main())
