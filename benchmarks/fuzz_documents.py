"""Mutates real documents of every format and lets the detector read them: no crash beyond the worker, no hang, no value.

    python -m benchmarks.fuzz_documents --minutes 60 [--seeds FOLDER] [--seed 1] [--keep FOLDER]

`--seeds`: a folder with documents; without it a made-up laptop is generated. What made the worker end, took long or had no
outcome is kept in `--keep`. Exit 1 when something was not as promised.
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
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.detect.process.worker_process import DetectionWorker
from app.domain.finding import Judgement, Verdict
from app.domain.ports import DetectionContext
from app.system.files import local_files

MOST_BYTES = 3_000_000  # of a seed: more mutations an hour say more than larger ones
SLOW_SECONDS = 15.0
GRACE_SECONDS = 2.0
NUMBER = re.compile(r"\d{8,}")  # nothing that is told of a document holds a number of that length
Mutation = Callable[[bytearray, random.Random], None]


@dataclass
class Tally:
    documents: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    formats: Counter[str] = field(default_factory=Counter)
    slowest_seconds: float = 0.0
    broken_promises: list[str] = field(default_factory=list)


def flip(content: bytearray, rng: random.Random) -> None:
    for _ in range(rng.choice((1, 1, 4, 16, 64))):
        content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)


def overwrite(content: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(content))
    piece = rng.choice((b"\xff" * 4, b"\x00" * 8, b"\x7f\xff\xff\xff", b"\x80\x00\x00\x00", rng.randbytes(16)))
    content[at : at + len(piece)] = piece


def cut(content: bytearray, rng: random.Random) -> None:
    del content[rng.randrange(1, len(content) + 1) :]


def remove(content: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(content))
    del content[at : at + rng.choice((1, 3, 100, 5_000))]


def repeat(content: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(content))
    piece = bytes(content[at : at + rng.choice((1, 8, 200, 4_000))])
    content[at:at] = piece * rng.choice((1, 2, 50))


def shuffle(content: bytearray, rng: random.Random) -> None:
    """Two pieces change places: tables that point at each other no longer do."""
    size = rng.choice((4, 64, 512))
    one, other = (rng.randrange(len(content)) for _ in range(2))
    first, second = bytes(content[one : one + size]), bytes(content[other : other + size])
    content[one : one + size], content[other : other + size] = second, first


MUTATIONS: tuple[Mutation, ...] = (flip, overwrite, cut, remove, repeat, shuffle)


def mutated(content: bytes, rng: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(rng.choice((1, 1, 2, 5))):
        if changed:
            rng.choice(MUTATIONS)(changed, rng)
    return bytes(changed)


def documents(seeds: list[Path], rng: random.Random) -> Iterator[tuple[Path, bytes]]:
    while True:
        seed = rng.choice(seeds)
        yield seed, mutated(seed.read_bytes(), rng)


def fuzz(seeds: list[Path], minutes: float, seed: int, keep: Path) -> Tally:
    tally, rng = Tally(), random.Random(seed)
    told = _told_by_the_log()
    worker = DetectionWorker(local_files())
    worker.use(DetectionContext())
    ends = time.monotonic() + minutes * 60
    try:
        with tempfile.TemporaryDirectory() as folder:
            for origin, content in documents(seeds, rng):
                if time.monotonic() > ends:
                    return tally
                path = Path(folder) / f"document{origin.suffix}"
                path.write_bytes(content)
                started = time.monotonic()
                judgement = worker.judge(path, None)
                spent = time.monotonic() - started
                problem = problem_of(judgement, spent, told)
                if path.read_bytes() != content or len(list(Path(folder).iterdir())) != 1:
                    problem = "the folder was changed"
                _note(tally, origin, judgement, spent)
                if problem or judgement.error in ("crashed", "timeout"):
                    kept = keep / f"{tally.documents:06d}{origin.suffix}"
                    keep.mkdir(parents=True, exist_ok=True)
                    kept.write_bytes(content)
                if problem:
                    tally.broken_promises.append(f"{kept.name}: {problem}")
    finally:
        worker.close()
    return tally


def problem_of(judgement: Judgement, spent: float, told: list[str]) -> str | None:
    if spent > SLOW_SECONDS + GRACE_SECONDS:
        return f"took {spent:.1f} s"
    if judgement.verdict is Verdict.CLEAN and judgement.error is not None:
        return f"clean, though {judgement.error}"
    said = [repr(judgement.reasons), *told]
    told.clear()
    if any(NUMBER.search(text) for text in said):
        return "a value was told"
    return None


def _note(tally: Tally, origin: Path, judgement: Judgement, spent: float) -> None:
    tally.documents += 1
    tally.verdicts[judgement.verdict.value] += 1
    tally.errors[judgement.error or "-"] += 1
    tally.formats[origin.suffix.lower() or "-"] += 1
    tally.slowest_seconds = max(tally.slowest_seconds, spent)


def _told_by_the_log() -> list[str]:
    told: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            told.append(record.getMessage())

    logging.getLogger().addHandler(Kept())
    return told


def _seeds(folder: Path | None, into: Path) -> list[Path]:
    if folder is None:
        from benchmarks.detection.corpus.laptop import make_laptop

        make_laptop(into, 4242, 400)
        folder = into
    found = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return [path for path in found if 0 < path.stat().st_size <= MOST_BYTES]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--seeds", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "fuzz-kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        seeds = _seeds(options.seeds, Path(made))
        tally = fuzz(seeds, options.minutes, options.seed, options.keep)
    print(f"documents   {tally.documents} from {len(seeds)} real ones")
    print(f"formats     {dict(tally.formats.most_common())}")
    print(f"verdicts    {dict(tally.verdicts.most_common())}")
    print(f"unread      {dict(tally.errors.most_common())}")
    print(f"slowest     {tally.slowest_seconds:.1f} s")
    print(f"not as promised: {len(tally.broken_promises)}")
    for line in tally.broken_promises[:50]:
        print(f"  {line}")
    return 1 if tally.broken_promises else 0


if __name__ == "__main__":
    sys.exit(main())
