"""Runs one peer over files, inside the peers' environment: `python run.py NAME < paths`. A line of JSON per file."""

from __future__ import annotations

import json
import logging
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from peers.plain import kinds_in as plain_kinds
from peers.texts import text_of

MOST_CHARS = 200_000  # of a document: at their speed a long one alone would take minutes
DEDUCE_KINDS = {
    "persoon": "name",
    "patient": "name",
    "locatie": "address",
    "bsn": "bsn",
    "telefoonnummer": "phone",
    "emailadres": "email",
    "leeftijd": "age",
    "datum": "date",
}


def presidio() -> Callable[[str], Counter[str]]:
    from peers.presidio import Presidio

    return Presidio().kinds_in


def deduce() -> Callable[[str], Counter[str]]:
    from deduce import Deduce

    model = Deduce()

    def kinds_in(text: str) -> Counter[str]:
        found = model.deidentify(text).annotations
        return Counter(DEDUCE_KINDS[item.tag] for item in found if item.tag in DEDUCE_KINDS)

    return kinds_in


PEERS = {"presidio": presidio, "deduce": deduce, "patterns": lambda: plain_kinds}


def main() -> None:
    logging.disable(logging.CRITICAL)
    kinds_in = PEERS[sys.argv[1]]()
    kinds_in("Beste Jan, tot morgen.")  # what is loaded late is loaded now
    for line in sys.stdin:
        path = Path(line.rstrip("\n"))
        started = time.process_time()
        text = text_of(path)
        kinds = kinds_in(text[:MOST_CHARS]) if text else {}
        spent = time.process_time() - started
        chars = min(len(text or ""), MOST_CHARS)
        print(json.dumps({"path": str(path), "kinds": kinds, "seconds": spent, "chars": chars}), flush=True)


if __name__ == "__main__":
    main()
