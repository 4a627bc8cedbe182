"""`sync once` with everything it does (look, judge, queue, send, compare, write down) beside a bare loop of requests.

    python benchmarks/office365/filing.py [--documents 1000] [--latency 0.2]

Goal: 1,000 documents of 20 KB at no less than 0.7 of the bare loop. Prints one JSON object; `share` is bare seconds by ours.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.actions.clients import ClientDetails
from app.actions.documents.target import FilingTarget
from app.assistant import Site, build
from app.domain.document import DocumentState
from app.domain.document_names import site_characters
from app.system.credentials import MemoryKeys
from benchmarks.office365.sending import Bare, ours, peak_bytes, settings_of

ROOT = Path(__file__).resolve().parents[2]
WORDS = (
    *("project", "plan", "overleg", "besluit", "actie", "inrichting", "proces", "systeem", "planning", "risico"),
    *("ontwerp", "scherm", "veld", "koppeling"),
)


def documents(folder: Path, count: int) -> None:
    for number in range(count):
        path = folder / f"map-{number % 20}" / f"verslag-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = " ".join(WORDS[(number * 7 + place * place) % len(WORDS)] for place in range(2800))
        path.write_text(f"Verslag {number}\n{text}"[:20_000])


@contextmanager
def server(state: Path, latency: float) -> Iterator[dict[str, str]]:
    command = [
        sys.executable,
        str(ROOT / "benchmarks/office365/server.py"),
        "--state",
        str(state),
        "--latency",
        str(latency),
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.terminate()
        process.wait()


def bare_seconds(told: dict[str, str], folder: Path) -> float:
    bare = Bare(told)
    bare.make_folders("bare", 20)
    some = [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in sorted(folder.rglob("*.md"))]
    began = time.perf_counter()
    bare.send("bare", [*some])
    return time.perf_counter() - began


def our_seconds(told: dict[str, str], folder: Path, state: Path) -> tuple[float, float, int]:
    """Wall and processor seconds of one round, and how many documents were filed."""
    app = build(Site(data_dir=state / "data", keys=MemoryKeys()))
    office = ours(told, state)
    target = FilingTarget(
        remote=office.documents,
        name="office365",
        rewrites=True,
        side_by_side=4,
        site_characters=site_characters(settings_of(told).site),
        look_now=office.feed.look_now,
    )
    app.filing_target = lambda: target  # type: ignore[method-assign]
    app.clients.add("Voorbeeldstad", ClientDetails(domains=("voorbeeldstad.example",)))
    app.projects.add("P1", "Voorbeeldstad", goals=("Onderzoek",), documents=(folder,))
    began, worked = time.perf_counter(), time.process_time()
    status = app.documents.once(with_filed=False)
    spent = time.perf_counter() - began, time.process_time() - worked
    app.close()
    return *spent, status.counts[DocumentState.FILED]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--latency", type=float, default=0.2)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        folder = root / "Documentatie"
        documents(folder, chosen.documents)
        (root / "server").mkdir()
        (root / "laptop").mkdir()
        time.sleep(1.1)  # what was just written is not filed yet
        with server(root / "server", chosen.latency) as told:
            bare = bare_seconds(told, folder)
            wall, processor, filed = our_seconds(told, folder, root / "laptop")
    found = {
        "documents": filed,
        "bare_seconds": round(bare, 2),
        "our_seconds": round(wall, 2),
        "our_processor_seconds": round(processor, 2),
        "share": round(bare / wall, 2),
        "peak_mb": peak_bytes() // 1024**2,
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
