"""The service as a process, for demonstrations and measurements; runs until it is stopped (Ctrl+C, SIGTERM)."""

from __future__ import annotations

import argparse
import json
import signal
import threading
from pathlib import Path

from tests.microsoft365.microsoft365 import Microsoft365


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.microsoft365", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="first of three ports (one with --one-port); 0: any")
    parser.add_argument("--state", type=Path, required=True, help="folder for certificates and files")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds that every answer takes")
    parser.add_argument("--one-port", action="store_true")
    parser.add_argument(
        "--person", action="append", default=[], help="mail address of a member; may be given more than once"
    )
    parser.add_argument("--approve-device", metavar="MAIL", help="this person approves every device code at once")
    chosen = parser.parse_args()
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    service = Microsoft365(chosen.state.absolute(), port=chosen.port, one_port=chosen.one_port, latency=chosen.latency)
    people = chosen.person or ["anna@vroom.example"]
    for mail in people:
        service.add_person(mail)
    service.open_control()
    service.entra.devices.interval = 1
    service.entra.devices.approves = chosen.approve_device
    with service:
        print(json.dumps(service.described(people[0])), flush=True)
        stopping.wait()


if __name__ == "__main__":
    main()
