"""What a deletion costs: `python benchmarks/deletion_speed.py [--copies 2000] [--files 50000]`.

Seals `--copies` files of one agreement, puts `--files` others (a fifth of them as large as a copy, a hundred the same) in a
watched folder, and deletes all that is due in one run. Goals, set here: 2,000 vault copies with a sweep over 50,000 files in
under 60 s; 500 files in their place in under 30 s. Prints one JSON object; exit 1 when a goal is missed. There is no peer.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run from a clean clone, without installing

from app.actions.agreements import NewAgreement
from app.actions.clients import ClientDetails
from app.assistant import Assistant, Site, build
from app.domain.agreement import Agreement
from app.system.credentials import MemoryKeys

SIZE = 4000
IN_PLACE = 500
GOALS = {"vault_seconds": 60.0, "in_place_seconds": 30.0}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=2000)
    parser.add_argument("--files", type=int, default=50_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="deletion-") as folder:
        root = Path(folder)
        home = root / "home"
        watched = home / "Downloads"
        watched.mkdir(parents=True)
        app = build(Site(data_dir=root / "data", keys=MemoryKeys(), home=home))
        app.clients.add("Voorbeeldstad", ClientDetails(domains=("voorbeeldstad.example",)))
        app.projects.add("P1", "Voorbeeldstad", goals=("Onderzoek",))
        figures = {"copies": chosen.copies, "files": chosen.files, "in_place": IN_PLACE}
        figures |= vault_run(app, root, watched, chosen.copies, chosen.files)
        figures |= in_place_run(app, root, watched)
        app.close()
    print(json.dumps(figures))
    return int(any(figures[name] > goal for name, goal in GOALS.items()))


def vault_run(app: Assistant, root: Path, watched: Path, copies: int, files: int) -> dict[str, float]:
    agreement = agreed(app, root)
    first = b""

    def seal() -> None:
        nonlocal first
        for number in range(copies):
            path = watched / f"copy {number}.xlsx"
            content = os.urandom(SIZE)
            first = first or content
            path.write_bytes(content)
            app.copies.add(path, agreement.id)

    sealing = seconds(seal)
    app.folders.add(watched)
    scatter(watched, files, first)
    withdraw(app, root, agreement)
    deletion = seconds(app.deletion.run_due)
    left = sum(1 for path in watched.rglob("*") if path.is_file())
    assert left == files - min(100, files // 10), left
    return {"seal_ms_each": round(1000 * sealing / copies, 1), "vault_seconds": round(deletion, 1)}


def scatter(watched: Path, files: int, same: bytes) -> None:
    """A fifth is as large as a copy, so it must be read; a hundred hold the first copy's content."""
    for number in range(files):
        folder = watched / f"{number % 500}"
        folder.mkdir(exist_ok=True)
        content = os.urandom(SIZE) if number % 5 == 0 else b"x" * (100 + number % 3000)
        if number < min(100, files // 10):
            content = same
        (folder / f"{number}.bin").write_bytes(content)


def in_place_run(app: Assistant, root: Path, watched: Path) -> dict[str, float]:
    agreement = agreed(app, root)
    for number in range(IN_PLACE):
        path = watched / f"in place {number}.xlsx"
        path.write_bytes(os.urandom(SIZE))
        app.copies.add(path, agreement.id, in_place=True)
    withdraw(app, root, agreement)
    return {"in_place_seconds": round(seconds(app.deletion.run_due), 1)}


def agreed(app: Assistant, root: Path) -> Agreement:
    mail = root / f"akkoord-{len(list(root.iterdir()))}.eml"
    mail.write_bytes(b"From: eva@voorbeeldstad.example\n\nAkkoord " + os.urandom(8).hex().encode())
    new = NewAgreement(
        project_code="P1",
        scope="bestand",
        purpose="Onderzoek",
        agreed_with="Eva <eva@voorbeeldstad.example>",
        agreed_at=datetime.now(UTC) - timedelta(days=1),
        evidence=mail,
    )
    return app.agreements.add(new)


def withdraw(app: Assistant, root: Path, agreement: Agreement) -> None:
    mail = root / "stop.eml"
    mail.write_bytes(b"From: eva@voorbeeldstad.example\n\nStop")
    app.agreements.withdraw(agreement.id, mail)


def seconds(act: Callable[[], object]) -> float:
    started = perf_counter()
    act()
    return perf_counter() - started


if __name__ == "__main__":
    raise SystemExit(main())
