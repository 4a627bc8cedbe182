"""The test server as a process of its own; prints one JSON line with its addresses and a token, and runs until it is stopped.

What comes in is not kept for looking at: a gigabyte in the server's memory would slow down whoever is measured.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run from a clean clone, without installing

from tests.microsoft365.messages import Request
from tests.microsoft365.microsoft365 import Microsoft365

PERSON = "anna@vroom.example"


class NothingKept(list[Request]):
    def append(self, request: Request, /) -> None:
        return


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--state", type=Path, required=True)
    parser.add_argument("--latency", type=float, default=0.0)
    chosen = parser.parse_args()
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    service = Microsoft365(chosen.state, latency=chosen.latency)
    service.requests = NothingKept()
    service.add_person(PERSON, "Anna Bakker")
    with service:
        print(json.dumps({**service.described(PERSON), "token": service.token(PERSON)}), flush=True)
        stopping.wait()


if __name__ == "__main__":
    main()
