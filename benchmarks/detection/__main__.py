"""Us and the peers on the same made-up laptops, in one run: a table, a picture, the hard cases.

    python -m benchmarks.detection [--seeds 101 102 103] [--files 400] [--only-ours] [--write]

Laptops of all generators, of seeds that nobody developed on. `--write` keeps the result beside this file (RESULTS.md,
results.svg). The peers are installed into an environment of their own, build/peers, when they are needed first.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from app.detect.process.worker_process import DetectionWorker
from app.system.files import local_files
from benchmarks.detection.compared import PEERS, ripgrep_seconds, run_peers
from benchmarks.detection.corpus.laptop import make_laptop as make_first
from benchmarks.detection.held_back.laptop import write as make_held_back
from benchmarks.detection.labels import FILES, Labelled, read_manifest
from benchmarks.detection.ours import context_of, origin, outcome_of
from benchmarks.detection.results import Row, as_markdown, as_picture, as_text
from benchmarks.detection.scoring import Outcome, rendered, score_files
from benchmarks.detection.unseen.laptop import make_laptop as make_unseen

GENERATORS = {"corpus": make_first, "held back": make_held_back, "unseen": make_unseen}
HERE = Path(__file__).parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="+", default=[101, 102, 103])
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--only-ours", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        text, markdown, picture = compare(Path(place), options.seeds, options.files, peers=not options.only_ours)
    print(text)
    if options.write:
        (HERE / "RESULTS.md").write_text(markdown, encoding="utf-8")
        (HERE / "results.svg").write_text(picture, encoding="utf-8")
    return 0


def compare(place: Path, seeds: list[int], files: int, *, peers: bool) -> tuple[str, str, str]:
    laptops = []
    for name, make in GENERATORS.items():
        for seed in seeds:
            folder = place / name.replace(" ", "-") / str(seed)
            make(folder, seed, files)
            laptops.append((name, folder))
    judged: dict[str, list[tuple[Labelled, Outcome]]] = {name: [] for name in GENERATORS}
    every: list[tuple[Path, Labelled]] = []
    seconds = 0.0
    with closing(DetectionWorker(local_files())) as worker:
        for name, folder in laptops:
            spent, outcomes = ours(worker, folder)
            seconds += spent
            judged[name] += outcomes
            every += [(folder / FILES / file.path, file) for file, _ in outcomes]
    both = [pair for pairs in judged.values() for pair in pairs]
    report = score_files(both)
    rows = [Row(name="Vroom assistant", report=report, seconds=seconds, rule="its verdict")]
    if peers:
        rows += [
            Row(name=run.name, report=run.report, seconds=run.seconds, rule=run.rule) for run in run_peers(every, PEERS)
        ]
    ripgrep = ripgrep_seconds([folder / FILES for _, folder in laptops])
    size = sum(path.stat().st_size for path, _ in every)
    details = {name: rendered(score_files(pairs), all_cases=False) for name, pairs in judged.items()}
    facts = f"{len(every)} files, {size / 1e6:.0f} MB, seeds {', '.join(map(str, seeds))} of three generators"
    return (
        as_text(rows, ripgrep, facts, details),
        as_markdown(rows, ripgrep, facts, details),
        as_picture(rows),
    )


def ours(worker: DetectionWorker, folder: Path) -> tuple[float, list[tuple[Labelled, Outcome]]]:
    """Seconds of the worker for all files, its start with the register left out as it is for the peers, and what it said."""
    laptop, files = read_manifest(folder), local_files()
    worker.use(context_of(laptop))
    worker.warm_up()
    outcomes, started = [], time.perf_counter()
    for file in laptop.files:
        path = folder / FILES / file.path
        outcomes.append((file, outcome_of(laptop, worker.judge(path, origin(files, path, file)))))
    return time.perf_counter() - started, outcomes


if __name__ == "__main__":
    sys.exit(main())
