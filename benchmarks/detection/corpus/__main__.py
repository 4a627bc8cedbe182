"""The command: `python -m benchmarks.detection.corpus OUT --seed 1 --files 400`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from benchmarks.detection.corpus.laptop import make_laptop


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.detection.corpus", description="Make a laptop with labels."
    )
    parser.add_argument("out", type=Path, help="a folder that does not exist yet")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=int, default=400)
    wanted = parser.parse_args()
    try:
        laptop = make_laptop(wanted.out, wanted.seed, wanted.files)
    except OSError as error:
        print(f"The laptop cannot be made: {error.strerror}", file=sys.stderr)
        return 1
    counted = Counter(file.truth for file in laptop.files)
    print(
        ", ".join(f"{count} {truth}" for truth, count in counted.items()),
        f"of {len({f.case for f in laptop.files})} cases",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
