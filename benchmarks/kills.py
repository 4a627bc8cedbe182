"""Kills commands at every moment of their life: `python benchmarks/kills.py [--kills 300] [--verb seal]... [--hours 1]`.

Each verb is started, its process group killed with SIGKILL after an ever later moment of its usual duration, and everything
looked at: `doctor` finds nothing failed, vault, journal and files agree, every record is wholly old or wholly new. Prints a
JSON object a verb; stops with the error of the first that is not. With `--hours` it goes on until the time is over.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run from a clean clone, without installing

from tests.faults.kills import VERBS, Tally, kill_loop
from tests.faults.scene import Scene, Warm, warm


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300, help="of each verb")
    parser.add_argument("--verb", action="append", choices=sorted(VERBS), help="by default all")
    parser.add_argument("--hours", type=float, help="go on, round after round, for so long")
    chosen = parser.parse_args()
    until = None if chosen.hours is None else time.monotonic() + chosen.hours * 3600
    with warm() as running:
        while True:
            for verb in chosen.verb or sorted(VERBS):
                print(json.dumps(told(verb, one(running, verb, chosen.kills))), flush=True)
            if until is None or time.monotonic() > until:
                return


def one(running: Warm, verb: str, kills: int) -> Tally:
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        return kill_loop(Scene(Path(folder), running).start(), VERBS[verb](), kills, doctor_each=True)


def told(verb: str, tally: Tally) -> dict[str, object]:
    return {
        "verb": verb,
        "killed": tally.kills,
        "done_before_the_kill": tally.finished,
        "usual_seconds": round(tally.seconds, 3),
        "clean": True,
    }


if __name__ == "__main__":
    main()
