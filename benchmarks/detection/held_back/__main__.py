"""`python -m benchmarks.detection.held_back OUT --seed 1 --files 400`."""

from __future__ import annotations

import argparse
from pathlib import Path

from .laptop import write


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.detection.held_back", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=int, default=400)
    options = parser.parse_args()
    laptop = write(options.out, options.seed, options.files)
    print(f"{len(laptop.files)} files, {len(laptop.clients)} clients, owner {laptop.owner.name}")


if __name__ == "__main__":
    main()
