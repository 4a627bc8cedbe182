"""python -m benchmarks.detection.unseen OUT --seed 1 --files 300"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from benchmarks.detection.unseen.laptop import make_laptop


def main() -> int:
    parser = argparse.ArgumentParser(description="Writes a made-up laptop that the detector was not developed on.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=int, default=300)
    options = parser.parse_args()
    laptop = make_laptop(options.out, options.seed, options.files)
    counts = Counter(file.truth for file in laptop.files)
    print(", ".join(f"{count} {truth}" for truth, count in sorted(counts.items())))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
