"""Two laptops of one firm with real data directories, one clock, and a remote between them; their guards as they are wired."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from app.guards.guard import Guard
from app.wiring.guards import GuardWiring
from tests.actions.laptop import FakeSystemClock, Laptop

ANNA, BAS = "anna@adviesbureau.example", "bas@adviesbureau.example"


@contextmanager
def two_laptops(root: Path, **policy: object) -> Iterator[tuple[Laptop, Laptop]]:
    """They know each other by policy. `policy`: what IT set on both."""
    clock = FakeSystemClock()
    laptops = []
    for mail in (ANNA, BAS):
        name = mail.partition("@")[0]
        account = {"own.name": name.title(), "own.mail": mail}
        laptops.append(Laptop(root / name, account=account, clock=clock, policy={"own.firm": "Adviesbureau", **policy}))  # type: ignore[dict-item]  # as settings have them
    anna, bas = laptops
    known(anna, bas)
    try:
        yield anna, bas
    finally:
        for laptop in laptops:
            laptop.close()


def known(*laptops: Laptop) -> None:
    fingerprints = tuple(laptop.app.signer.fingerprint for laptop in laptops)
    for laptop in laptops:
        laptop.policy["team.devices"] = fingerprints


def card_guard(laptop: Laptop) -> Guard:
    return next(guard for guard in GuardWiring(laptop.app).all() if guard.name == "cards")


def runs_until(laptop: Laptop, guard: Guard, until: timedelta) -> None:
    """The guard is asked whenever it wants to be, while time passes."""
    end = laptop.now + until
    while laptop.now < end:
        report = guard.check(laptop.now)
        wanted = report.next_check_at or laptop.now + guard.interval
        laptop.passes(max(timedelta(seconds=1), min(wanted, end) - laptop.now))
    guard.check(laptop.now)
