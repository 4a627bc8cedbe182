"""How quick the lists of the window are on a full store: `python -m benchmarks.lists [--copies 100000] [--waiting 500]`.

500 projects of 60 clients, one agreement each, 100,000 live copies, 500 files that wait for an answer, 5,000 open findings.
Goals: a page of 200 rows of the vault, with their number, under 50 ms in any order at any offset, the number alone under
30 ms; under 80 and 50 ms with any search, states or project; the next page of a query under 50 ms in any case; the lists of
projects, clients and agreements under 200 ms, of 500 declarations under 100 ms. The worst of all queries counts, each by the
best of its rounds (a shared machine only makes things slower). Prints one JSON object; exit 1 when a goal is missed.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from app.assistant import Assistant, Site, build
from app.domain.agreement import Agreement, Evidence, Place
from app.domain.certificate import IssuedCertificate
from app.domain.client import Client
from app.domain.copy import CopyState, Location, OutsideCopy
from app.domain.deadline import Trigger
from app.domain.finding import Finding, FindingState, Verdict
from app.domain.identity import FileIdentity, new_id
from app.domain.project import Project
from app.domain.vault_list import RowState, VaultOrder, VaultQuery
from app.store import Session
from app.system.credentials import MemoryKeys

GOALS = {
    "page_ms": 50,
    "count_ms": 30,
    "filtered_page_ms": 80,
    "filtered_count_ms": 50,
    "filtered_next_page_ms": 50,
    "projects_ms": 200,
    "clients_ms": 200,
    "agreements_ms": 200,
    "declarations_ms": 100,
}
PAGE = 200
ROUNDS = 7
PROJECTS, CLIENTS, OPEN = 500, 60, 5000
NOW = datetime.now(UTC).replace(microsecond=0)
WORDS = ("salarissen", "verzuim", "medewerkers", "rapport", "formatie", "overzicht", "énquête", "bijlage", "loonlijst")
STATES = (*(CopyState.KEPT,) * 18, CopyState.CHECKED_OUT, CopyState.ASKED, CopyState.BLOCKED)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=100_000)
    parser.add_argument("--waiting", type=int, default=500)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        assistant = build(Site(data_dir=Path(folder) / "data", keys=MemoryKeys()))
        try:
            with assistant.office.change() as work:
                fill(work.session, random.Random(8), chosen.copies, chosen.waiting)
            slowest, measured = measure(assistant)
        finally:
            assistant.close()
    missed = [name for name, goal in GOALS.items() if measured[name] > goal]
    rounded = {name: round(value, 1) for name, value in measured.items()}
    sys.stdout.write(
        json.dumps({"measured": rounded, "slowest": slowest, "goals": GOALS, "missed": missed}, indent=2) + "\n"
    )
    return 1 if missed else 0


def measure(assistant: Assistant) -> tuple[dict[str, str], dict[str, float]]:
    """Which queries were the slowest; and milliseconds."""
    project = assistant.projects.list()[0].project.id
    slowest, measured = {}, {}
    for kind, asked in (("", orders()), ("filtered_", filters(project))):
        pages, next_pages, counts = {}, {}, {}
        for name, query in asked:
            total, counts[name] = count(assistant, query)
            for offset in {0, total // 2, max(0, total - PAGE)}:
                pages[f"{name}, from {offset} of {total}"] = page(assistant, query, offset)
                next_pages[f"{name}, from {offset} of {total}"] = next_page(assistant, query, offset)
        for what, times in (("page_ms", pages), ("next_page_ms", next_pages), ("count_ms", counts)):
            slowest[kind + what] = max(times, key=times.__getitem__)
            measured[kind + what] = max(times.values())
    return slowest, measured | {
        "select_all_ms": timed(lambda: assistant.vault.ids(VaultQuery())),
        "projects_ms": timed(assistant.projects.list),
        "clients_ms": timed(assistant.clients.rows),
        "agreements_ms": timed(assistant.agreements.rows),
        "declarations_ms": timed(assistant.certificates.rows),
    }


def count(assistant: Assistant, query: VaultQuery) -> tuple[int, float]:
    return assistant.vault.page(query, 0, 0).total, page(assistant, query, 0, rows=0)


def page(assistant: Assistant, query: VaultQuery, offset: int, rows: int = PAGE) -> float:
    """The first look at this query: nothing is remembered of it."""

    def another() -> None:
        assistant.vault.page(replace(query, text=f"{query.text}{' ' * next(number)}"), offset, rows)

    number = itertools.count(1)
    return timed(another)


def next_page(assistant: Assistant, query: VaultQuery, offset: int) -> float:
    assistant.vault.page(query, 0, 0)
    return timed(lambda: assistant.vault.page(query, offset, PAGE))


def orders() -> Iterator[tuple[str, VaultQuery]]:
    for order in VaultOrder:
        for descending in (False, True):
            yield f"{order} {'down' if descending else 'up'}", VaultQuery(order=order, descending=descending)


def filters(project: str) -> Iterator[tuple[str, VaultQuery]]:
    some = frozenset({RowState.KEPT, RowState.WAITING})
    for order in VaultOrder:
        yield f"{order}, one project", VaultQuery(order=order, project=project)
        for text in ("salar", "énq", "VB-0", "Gemeente 1", "zzz"):
            yield f"{order}, {text!r}", VaultQuery(order=order, text=text)
        yield f"{order}, overdue", VaultQuery(order=order, states=frozenset({RowState.OVERDUE}))
        yield f"{order}, kept or waiting", VaultQuery(order=order, states=some)
        yield f"{order}, kept or waiting and 'a'", VaultQuery(order=order, states=some, text="a")


def timed(act: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        act()
        times.append((perf_counter() - start) * 1000)
    return min(times)


def fill(session: Session, rng: random.Random, copies: int, waiting: int) -> None:
    clients = [Client(id=new_id(), name=f"Gemeente {number}", created_at=NOW) for number in range(CLIENTS)]
    for client in clients:
        session.clients.add(client)
    agreements = [_agreement(session, rng.choice(clients), number) for number in range(PROJECTS)]
    for number in range(copies):
        session.copies.add(_copy(rng, rng.choice(agreements), number))
    for number in range(waiting + OPEN):
        session.findings.add(_finding(rng, rng.choice(agreements), clients[0].id, waits=number < waiting))


def _agreement(session: Session, client: Client, number: int) -> Agreement:
    project = Project(id=new_id(), code=f"VB-{number:04}", client_id=client.id, created_at=NOW)
    session.projects.add(project)
    agreement = Agreement(
        id=new_id(),
        project_id=project.id,
        scope="uren",
        purpose="analyse",
        place=Place.LAPTOP,
        agreed_with_name="N. Voorbeeld",
        agreed_with_mail="n@voorbeeld.example",
        agreed_at=NOW,
        registered_at=NOW,
        evidence=Evidence(id=new_id(), name="akkoord.eml", sha256="0" * 64, size_bytes=1),
    )
    session.agreements.add(agreement)
    items = [{"name": f"uren-{item}.xlsx", "sha256": "0" * 64} for item in range(200)]
    session.certificates.add(
        IssuedCertificate(
            id=new_id(),
            project_id=project.id,
            agreement_id=agreement.id,
            issued_at=NOW,
            copies=200,
            methods=("cryptographic-erase",),
            residuals=0,
            complete=True,
            document={"items": items},
        )
    )
    return agreement


def _copy(rng: random.Random, agreement: Agreement, number: int) -> OutsideCopy:
    location = rng.choice((*(Location.VAULT,) * 8, Location.IN_PLACE, Location.ELSEWHERE))
    sealed = location is Location.VAULT
    state = rng.choice(STATES)
    return OutsideCopy(
        id=new_id(),
        project_id=agreement.project_id,
        agreement_id=agreement.id,
        location=location,
        name=f"{rng.choice(WORDS)} {rng.choice(WORDS)} {number}.xlsx",
        created_at=NOW,
        path=f"{new_id()}.age" if sealed else f"/home/robin/{number}.xlsx",
        size_bytes=rng.randrange(10**7),
        sha256=f"{number:064x}",
        identity=FileIdentity(volume="fd00", file_id=f"{number:x}"),
        state=state,
        due_at=rng.choice((None, NOW + timedelta(seconds=rng.randrange(-(10**5), 10**6)))),
        trigger=Trigger.PROJECT_CLOSED,
        sealed_digest=f"{number:064x}" if sealed else None,
        sealed_bytes=number if sealed else None,
        sealed_at=NOW - timedelta(seconds=rng.randrange(10**7)) if sealed else None,
        checked_out_path=f"/home/robin/uit/{number}.xlsx" if state is CopyState.CHECKED_OUT else None,
        checked_out_at=NOW if state is CopyState.CHECKED_OUT else None,
        original_path=f"/home/robin/Downloads/{number}.xlsx",
        original_method="unlink",
    )


def _finding(rng: random.Random, agreement: Agreement, client_id: str, *, waits: bool) -> Finding:
    return Finding(
        id=new_id(),
        group=new_id(),
        path=f"/home/robin/Downloads/{rng.choice(WORDS)} {rng.randrange(10**6)}.xlsx",
        verdict=Verdict.CLIENT_DATA,
        kinds={"bsn": 12},
        reasons=(),
        found_at=NOW,
        decide_by=NOW + timedelta(days=1),
        client_id=client_id,
        project_id=agreement.project_id,
        state=FindingState.WAITING if waits else FindingState.OPEN,
        sealed_digest="0" * 64 if waits else None,
        sealed_bytes=5 if waits else None,
        sealed_at=NOW if waits else None,
        size_bytes=rng.randrange(10**6),
    )


if __name__ == "__main__":
    sys.exit(main())
