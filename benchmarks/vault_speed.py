"""Seal and open one large file, ours beside the stock `age` command on the same file.

    python benchmarks/vault_speed.py [--megabytes 1000] [--rounds 3] [--folder DIR]

Ours does more than `age`: SHA-256 of the plain content, BLAKE3 of the sealed file, sync to disk, reading back and comparing
every byte before the sealed file gets its name; opening compares the digest and syncs. Rounds alternate between the two, the
best of each counts (a shared machine only makes things slower). Exit 1 when ours is under half the speed of `age`, or took
more than 150 MB of memory.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEAST_RATIO = 0.5
MOST_RESIDENT_MB = 150

OURS = """
import json, sys, time
from pathlib import Path
from app.system.credentials import MemoryKeys
from app.vault.vault import Vault
folder, source = Path(sys.argv[1]), Path(sys.argv[2])
vault = Vault(folder / "vault", MemoryKeys(), None)
vault.ensure_key("agreement.benchmark")
start = time.perf_counter()
sealed = vault.seal(source, "benchmark", "agreement.benchmark")
middle = time.perf_counter()
vault.open("benchmark", "agreement.benchmark", folder / "opened", sealed.sha256)
end = time.perf_counter()
with open("/proc/self/status") as status:
    peak = next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM"))
print(json.dumps({"seal": middle - start, "open": end - middle, "peak_mb": peak}))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=None)
    options = parser.parse_args()
    if shutil.which("age") is None:
        print("the age command is missing (Debian: age)", file=sys.stderr)
        return 3
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        return measure(Path(name), options.megabytes, options.rounds)


def measure(folder: Path, megabytes: int, rounds: int) -> int:
    source = folder / "plain"
    with source.open("wb") as file:
        for _ in range(megabytes):
            file.write(secrets.token_bytes(1_000_000))
    stock, ours = [], []
    for _ in range(rounds):
        stock.append(stock_round(folder, source))
        ours.append(our_round(folder, source))
    return report(megabytes, stock, ours)


def stock_round(folder: Path, source: Path) -> dict[str, float]:
    identity = folder / "identity"
    if not identity.exists():
        subprocess.run(["age-keygen", "-o", identity], check=True, capture_output=True)
    recipient = subprocess.run(
        ["age-keygen", "-y", identity], check=True, capture_output=True, text=True
    ).stdout.strip()
    sealed, opened = folder / "stock.age", folder / "stock"
    took = {
        "seal": timed(lambda: subprocess.run(["age", "-r", recipient, "-o", sealed, source], check=True)),
        "open": timed(lambda: subprocess.run(["age", "-d", "-i", identity, "-o", opened, sealed], check=True)),
    }
    sealed.unlink()
    opened.unlink()
    return took


def our_round(folder: Path, source: Path) -> dict[str, float]:
    run = subprocess.run(
        [sys.executable, "-c", OURS, folder, source],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    shutil.rmtree(folder / "vault")
    (folder / "opened").unlink()
    took: dict[str, float] = json.loads(run.stdout)
    return took


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def report(megabytes: int, stock: list[dict[str, float]], ours: list[dict[str, float]]) -> int:
    print(f"{megabytes} MB, best of {len(ours)}        age        ours       ratio of speeds")
    best = [{step: min(taken[step] for taken in rounds) for step in ("seal", "open")} for rounds in (stock, ours)]
    for step in ("seal", "open"):
        print(f"{step:>22} {best[0][step]:8.2f} s {best[1][step]:8.2f} s {best[0][step] / best[1][step]:10.2f}")
    totals = [sum(taken.values()) for taken in best]
    ratio = totals[0] / totals[1]
    peak = max(taken["peak_mb"] for taken in ours)
    print(f"{'seal and open':>22} {totals[0]:8.2f} s {totals[1]:8.2f} s {ratio:10.2f}  (at least {LEAST_RATIO})")
    print(f"{'peak memory':>22} {peak:.0f} MB (at most {MOST_RESIDENT_MB})")
    return 0 if ratio >= LEAST_RATIO and peak <= MOST_RESIDENT_MB else 1


if __name__ == "__main__":
    raise SystemExit(main())
