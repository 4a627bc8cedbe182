"""Mutates real documents of every format and lets the detector read them: no crash beyond the worker, no hang, no value.

    python -m benchmarks.fuzz_documents --minutes 60 [--seeds FOLDER]... [--seed 1] [--keep FOLDER] [--told-every 400]

`--seeds`: folders with documents; without one a made-up laptop is generated. Bytes are changed, tokens of texts, and what is in
containers (`benchmarks.fuzzing`). Known values are put into one document in three and looked for in all that is said: the
judgement and the log of each, and, after so many documents, what the real command line prints, logs and keeps of forty of
them, also inside its database. What made the worker end, took long or was not as promised is kept in `--keep`. Exit 1 when
something was not as promised.
"""

from __future__ import annotations

import argparse
import logging
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.detect.process.worker_process import DetectionWorker
from app.detect.reading.limits import DEFAULT_LIMITS
from app.domain.finding import Judgement, Verdict
from app.domain.ports import DetectionContext
from app.system.files import local_files
from benchmarks.fuzzing.canaries import found_in, plant
from benchmarks.fuzzing.containers import changed_inside, mutate_piece
from benchmarks.fuzzing.mutations import mutated_bytes
from benchmarks.fuzzing.told import CommandLine

MOST_BYTES = 3_000_000  # of a seed: more mutations an hour say more than larger ones
GRACE_SECONDS = 2.0
TOLD_OF = 40  # documents that the command line is asked about at once
PLANTED = 1 / 3
NUMBER = re.compile(r"\d{8,}")  # nothing that is told of a document holds a number of that length
ENDED = ("crashed", "timeout")


@dataclass
class Tally:
    documents: int = 0
    planted: int = 0
    told: int = 0
    starts: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    formats: Counter[str] = field(default_factory=Counter)
    ended: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    broken_promises: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Mutant:
    seed: Path
    content: bytes
    has_canary: bool


class CountedWorker(DetectionWorker):
    """Counts its starts: one for each crash, one for each document that took too long, one to begin with."""

    starts = 0

    def command(self) -> list[str]:
        self.starts += 1
        return super().command()


def mutants(seeds: list[Path], rng: random.Random) -> Iterator[Mutant]:
    while True:
        seed = rng.choice(seeds)
        content = seed.read_bytes()
        has_canary = rng.random() < PLANTED
        if has_canary:
            content = changed_inside(content, rng, plant)
        change = rng.random()
        if change < 0.35:
            content = mutated_bytes(content, rng)
        elif change < 0.95 or not has_canary:
            content = changed_inside(content, rng, mutate_piece)
        yield Mutant(seed, content, has_canary)


class Fuzzing:
    """One run. `folder`: where documents are put and the command line has its home."""

    def __init__(self, folder: Path, keep: Path, told_every: int) -> None:
        self._documents, self._keep, self._told_every = folder / "documents", keep, told_every
        self._waiting = folder / "told"
        self._command_line = CommandLine(folder)
        for made in (self._documents, self._waiting):
            made.mkdir()
        self._log = _log_from_now_on()
        # Its waiting after crashes would count as the time of documents.
        self._worker = CountedWorker(local_files(), back_off=lambda _seconds: None)
        self._worker.use(DetectionContext())
        self.tally = Tally()

    def run(self, mutants: Iterable[Mutant], minutes: float) -> Tally:
        """Until the time is over or there are no more."""
        ends = time.monotonic() + minutes * 60
        try:
            for mutant in mutants:
                self._try(mutant)
                if time.monotonic() > ends:
                    break
                if self.tally.documents % self._told_every == 0:
                    self._ask_command_line()
            self._ask_command_line()
        finally:
            self._worker.close()
        self.tally.starts = self._worker.starts
        return self.tally

    def _try(self, mutant: Mutant) -> None:
        path = self._documents / f"document{mutant.seed.suffix}"
        path.write_bytes(mutant.content)
        started = time.monotonic()
        judgement = self._worker.judge(path, None)
        spent = time.monotonic() - started
        problem = problem_of(judgement, spent, self._log)
        if path.read_bytes() != mutant.content or len(list(self._documents.iterdir())) != 1:
            problem = "the folder was changed"
        path.unlink()
        self._note(mutant, judgement, spent)
        self._set_aside(mutant, judgement, problem)

    def _note(self, mutant: Mutant, judgement: Judgement, spent: float) -> None:
        tally = self.tally
        tally.documents += 1
        tally.planted += mutant.has_canary
        tally.verdicts[judgement.verdict.value] += 1
        tally.errors[judgement.error or "-"] += 1
        tally.formats[mutant.seed.suffix.lower() or "-"] += 1
        tally.seconds.append(spent)

    def _set_aside(self, mutant: Mutant, judgement: Judgement, problem: str | None) -> None:
        name = f"{self.tally.documents:06d}{mutant.seed.suffix}"
        if problem or judgement.error in ENDED:
            self._keep.mkdir(parents=True, exist_ok=True)
            (self._keep / name).write_bytes(mutant.content)
            self.tally.ended.append(f"{name}: {judgement.error}, from {mutant.seed.name}")
        if problem:
            self.tally.broken_promises.append(f"{name}: {problem}")
        is_wanted = mutant.has_canary and judgement.error not in ENDED
        if is_wanted and len(list(self._waiting.iterdir())) < TOLD_OF:
            (self._waiting / name).write_bytes(mutant.content)

    def _ask_command_line(self) -> None:
        documents = sorted(self._waiting.iterdir())
        canary = found_in(self._command_line.said_of(self._waiting)) if documents else None
        if canary is not None:
            self.tally.broken_promises.append(f"{documents[0].name} to {documents[-1].name}: the program told {canary}")
        self.tally.told += len(documents)
        for document in documents:
            if canary is not None:
                self._keep.mkdir(parents=True, exist_ok=True)
                (self._keep / document.name).write_bytes(document.read_bytes())
            document.unlink()


def problem_of(judgement: Judgement, spent: float, log: list[str]) -> str | None:
    """What of it was not as promised. `log`: what was logged of it; emptied."""
    if spent > DEFAULT_LIMITS.wall_seconds + GRACE_SECONDS:
        return f"took {spent:.1f} s"
    if judgement.verdict is Verdict.CLEAN and judgement.error is not None:
        return f"clean, though {judgement.error}"
    said = [repr(judgement.reasons), repr(judgement.kinds), *log]
    log.clear()
    if any(NUMBER.search(text) for text in said) or found_in(said):
        return "a value was told"
    return None


def _log_from_now_on() -> list[str]:
    told: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            told.append(self.format(record))

    logging.getLogger().addHandler(Kept())
    return told


def _seeds(folders: list[Path], into: Path) -> list[Path]:
    if not folders:
        from benchmarks.detection.corpus.laptop import make_laptop

        make_laptop(into, 4242, 400)
        folders = [into]
    found = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    return [path for path in found if 0 < path.stat().st_size <= MOST_BYTES]


def fuzz(seeds: list[Path], minutes: float, seed: int, keep: Path, told_every: int = 400) -> Tally:
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        return Fuzzing(Path(folder), keep, told_every).run(mutants(seeds, random.Random(seed)), minutes)


def _print(tally: Tally, seeds: int) -> None:
    seconds = sorted(tally.seconds)
    print(f"documents   {tally.documents} from {seeds} real ones, {tally.planted} with known values in them")
    print(f"told        {tally.told} of those were looked for in what the program prints, logs and keeps")
    print(f"formats     {dict(tally.formats.most_common())}")
    print(f"verdicts    {dict(tally.verdicts.most_common())}")
    print(f"unread      {dict(tally.errors.most_common())}")
    print(f"starts      {tally.starts} of the worker")
    print(f"slowest     {seconds[-1]:.1f} s, 99 % within {seconds[len(seconds) * 99 // 100]:.2f} s")
    print(f"ended       {len(tally.ended)} by a crash or after too long")
    for line in tally.ended[:50]:
        print(f"  {line}")
    print(f"not as promised: {len(tally.broken_promises)}")
    for line in tally.broken_promises[:50]:
        print(f"  {line}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--seeds", type=Path, action="append", default=[])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "fuzz-kept")
    parser.add_argument(
        "--told-every", type=int, default=400, help="documents between two questions to the command line"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        seeds = _seeds(options.seeds, Path(made))
        tally = fuzz(seeds, options.minutes, options.seed, options.keep, options.told_every)
    _print(tally, len(seeds))
    return 1 if tally.broken_promises else 0


if __name__ == "__main__":
    sys.exit(main())
