"""How fast the store and the journal are: `python benchmarks/store_speed.py [--entries 200000] [--copies 100000]`.

Goals: a durable journal entry under 5 ms, 200,000 entries verified under 20 s, the deadlines of 500 projects with 100,000
copies listed under 1 s. Prints one JSON object; exit 1 when a goal is missed.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run from a clean clone, without installing

from app.domain.agreement import Agreement, Evidence, Place
from app.domain.client import Client
from app.domain.copy import Location, OutsideCopy
from app.domain.deadline import Trigger
from app.domain.identity import FileIdentity, new_id
from app.domain.project import Project
from app.store import Session, Store

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SIGN_EVERY = 4  # entries in one transaction, as an ordinary change has
GOALS = {"append_ms": 5.0, "verify_s": 20.0, "deadlines_s": 1.0}


def timed(act: Callable[[], Any]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start


def append_durable(store: Store, count: int = 300) -> dict[str, float]:
    """One entry, one transaction, one sync."""

    def one() -> None:
        with store.write(NOW) as session:
            session.journal.append("guard.state", subject="copies", actor="guard", data={"state": "ok"})

    times = sorted(timed(one) * 1000 for _ in range(count))
    return {"append_ms": median(times), "append_p95_ms": quantiles(times, n=20)[-1]}


def fill_journal(store: Store, entries: int) -> None:
    """In large transactions, but sealed every few entries, as many changes would have done."""
    for start in range(0, entries, 5000):
        with store.write(NOW) as session:
            for number in range(start, min(start + 5000, entries)):
                session.journal.append("copy.planned", subject=new_id(), actor="person", data={"planned_at": "2026"})
                if number % SIGN_EVERY == 0:
                    session.journal.seal()


def verify(store: Store) -> dict[str, float]:
    with store.read() as session:
        times = {
            "verify_s": timed(session.journal.verify),
            "verify_full_s": timed(lambda: session.journal.verify(True)),
        }
        assert session.journal.verify().valid
    return times


def fill_copies(store: Store, projects: int, copies: int) -> None:
    evidence = Evidence(id=new_id(), name="akkoord.eml", sha256="0" * 64, size_bytes=1)
    with store.write(NOW) as session:
        client = Client(id=new_id(), name="Waterschap Zeeduin", created_at=NOW)
        session.clients.add(client)
        for number in range(projects):
            project = Project(id=new_id(), code=f"ZD-{number:04}", client_id=client.id, created_at=NOW)
            session.projects.add(project)
            agreement = _agreement(project.id, evidence)
            session.agreements.add(agreement)
            for copy in range(copies // projects):
                session.copies.add(_copy(project.id, agreement.id, number * 1000 + copy))


def _agreement(project_id: str, evidence: Evidence) -> Agreement:
    return Agreement(
        id=new_id(),
        project_id=project_id,
        scope="uren",
        purpose="analyse",
        place=Place.LAPTOP,
        agreed_with_name="N. Voorbeeld",
        agreed_with_mail="n@zeeduin.example",
        agreed_at=NOW,
        registered_at=NOW,
        evidence=evidence,
    )


def _copy(project_id: str, agreement_id: str, number: int) -> OutsideCopy:
    return OutsideCopy(
        id=new_id(),
        project_id=project_id,
        agreement_id=agreement_id,
        location=Location.VAULT,
        name=f"uren-{number}.xlsx",
        created_at=NOW,
        path=f"{number:08}.age",
        size_bytes=number,
        sha256=f"{number:064x}",
        identity=FileIdentity(volume="fd00", file_id=f"{number:x}"),
        due_at=NOW + timedelta(seconds=number),
        trigger=Trigger.PROJECT_CLOSED,
    )


def deadlines(store: Store) -> dict[str, float]:
    """All 100,000 live and due, the worst there is: as the list shows them, as whole copies, and only what is due."""
    with store.read() as session:
        return {
            "deadlines_s": median(timed(session.copies.deadlines) for _ in range(5)),
            "all_copies_s": median(timed(session.copies.all) for _ in range(3)),
            "all_due_s": median(timed(lambda: session.copies.due_by(NOW + timedelta(days=365))) for _ in range(3)),
            "due_100_ms": 1000 * median(timed(lambda: _due(session, 100)) for _ in range(5)),
            "projects_ms": 1000 * median(timed(session.projects.all) for _ in range(5)),
        }


def _due(session: Session, seconds: int) -> None:
    session.copies.due_by(NOW + timedelta(seconds=seconds))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=200_000)
    parser.add_argument("--projects", type=int, default=500)
    parser.add_argument("--copies", type=int, default=100_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        key, seed = bytes(range(32)), bytes(range(32, 64))
        store = Store.create(path, key, seed, NOW)
        measured = append_durable(store)
        fill_journal(store, chosen.entries)
        measured |= verify(store)
        fill_copies(store, chosen.projects, chosen.copies)
        measured |= deadlines(store)
        measured["database_mb"] = path.stat().st_size / 1024**2
        store.close()
        measured["open_ms"] = 1000 * timed(lambda: Store.open(path, key, seed).close())
    missed = [name for name, goal in GOALS.items() if measured[name] > goal]
    rounded = {name: round(value, 3) for name, value in measured.items()}
    sys.stdout.write(json.dumps({"measured": rounded, "goals": GOALS, "missed": missed}, indent=2) + "\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
