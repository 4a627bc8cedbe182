"""The peers on the same files: what they found, how long they took, and the rule by which each does best."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from benchmarks.detection.environment import python_of_peers
from benchmarks.detection.labels import Labelled
from benchmarks.detection.peers.plain import PATTERNS
from benchmarks.detection.scoring import CLIENT_DATA, Outcome, ScoreReport, score_files

RUNNER = Path(__file__).with_name("peers") / "run.py"
PEERS = {"Presidio, Dutch recognisers": "presidio", "deduce": "deduce", "plain patterns": "patterns"}
# A file is client data from so many hits of these kinds on: each peer gets the rule that suits it best on these files.
KINDS = (
    frozenset({"bsn"}),
    frozenset({"bsn", "iban"}),
    frozenset({"bsn", "iban", "date_of_birth", "salary", "health"}),
    frozenset({"bsn", "iban", "date_of_birth", "salary", "health", "address"}),
    frozenset({"name"}),
    frozenset({"name", "address", "bsn", "iban", "date_of_birth"}),
)
HITS = (1, 2, 3, 5, 8, 12, 20)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerRun:
    """`seconds`: processor time in the peer's process for all files, reading included. `rule`: as people would say it."""

    name: str
    report: ScoreReport
    seconds: float
    chars: int
    rule: str


def run_peers(files: Sequence[tuple[Path, Labelled]], names: Iterable[str]) -> list[PeerRun]:
    return [_run(name, files) for name in names]


def _run(name: str, files: Sequence[tuple[Path, Labelled]]) -> PeerRun:
    command = [str(python_of_peers()), "-P", str(RUNNER), PEERS[name]]
    asked = "\n".join(str(path) for path, _ in files)
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    rows = {row["path"]: row for row in map(json.loads, done.stdout.splitlines())}
    found = {path: rows[str(path)]["kinds"] for path, _ in files}
    report, rule = _best(files, found)
    return PeerRun(
        name=name,
        report=report,
        seconds=sum(row["seconds"] for row in rows.values()),
        chars=sum(row["chars"] for row in rows.values()),
        rule=rule,
    )


def _best(files: Sequence[tuple[Path, Labelled]], found: Mapping[Path, Mapping[str, int]]) -> tuple[ScoreReport, str]:
    """The report by the rule with the highest F1, and the rule."""
    reports = []
    for kinds, least in product(KINDS, HITS):
        judged = [(file, _outcome(found[path], kinds, least)) for path, file in files]
        reports.append((score_files(judged), f"{least} or more of {', '.join(sorted(kinds))}"))
    return max(reports, key=lambda item: item[0].client_data.f1 or 0.0)


def _outcome(found: Mapping[str, int], kinds: frozenset[str], least: int) -> Outcome:
    hits = sum(count for kind, count in found.items() if kind in kinds)
    return Outcome(verdict=CLIENT_DATA if hits >= least else "clean", kinds=frozenset(found))


def ripgrep_seconds(folders: Sequence[Path], times: int = 3) -> float | None:
    """Processor time of one thread of ripgrep for the plain patterns over the raw files; None without ripgrep."""
    program = shutil.which("rg")
    if program is None:
        return None
    patterns = [part for pattern in PATTERNS.values() for part in ("-e", pattern)]
    command = [program, "-j1", "-a", "--count-matches", "--no-ignore", "--hidden", *patterns, *map(str, folders)]
    spent = []
    for _ in range(times):
        started = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        spent.append(time.perf_counter() - started)
    return min(spent)
