"""A team: laptops with one shared folder between them, and people who do things to what lies there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.domain.journal import JournalEntry
from app.domain.settings import SettingValue
from app.domain.team_view import LaptopState, TeamRow, TeamStatus
from tests.actions.laptop import FakeSystemClock, Laptop
from tests.domain.card_samples import DeviceKey


class Team:
    """Laptops by the name of their person, on one clock. `policy` is what IT set on all of them. `known_keys`: each name has
    always the same key, for what follows from it by chance."""

    def __init__(
        self, root: Path, policy: Mapping[str, SettingValue] | None = None, *, known_keys: bool = False
    ) -> None:
        self.known_keys = known_keys
        self.root = root
        self.folder = root / "team"
        self.folder.mkdir()
        self.clock = FakeSystemClock()
        self.policy = {"remote.folder": str(self.folder), "team.council_date": "2026-09-01", **(policy or {})}
        self.laptops: list[Laptop] = []

    def laptop(self, name: str, place: str | None = None, **policy: SettingValue) -> Laptop:
        """`place`: another data directory of the same person. `policy` with "__" for "."."""
        account = {"own.name": name.title(), "own.mail": f"{name}@adviesbureau.example"}
        own = {key.replace("__", "."): value for key, value in policy.items()}
        made = Laptop(self.root / (place or name), policy=self.policy | own, account=account, clock=self.clock)
        if self.known_keys:
            made.app.__dict__["signer"] = DeviceKey(place or name)
        made.app.begin()
        self.laptops.append(made)
        return made

    def file(self, laptop: Laptop) -> Path:
        """Where the record of a laptop lies."""
        return self.folder / "status" / f"{laptop.app.team.device}.json"

    def close(self) -> None:
        for laptop in self.laptops:
            laptop.close()


def seen_by(laptop: Laptop) -> dict[str, TeamRow]:
    """What a laptop sees of the team, by the name of the person, after it read the remote."""
    return by_person(laptop.app.team_status.status())


def by_person(status: TeamStatus) -> dict[str, TeamRow]:
    return {row.person: row for row in status.items}


def states(laptop: Laptop) -> dict[str, LaptopState]:
    return {name: row.state for name, row in seen_by(laptop).items()}


def entries(laptop: Laptop, event: str) -> list[JournalEntry]:
    with laptop.app.office.look() as session:
        return session.journal.entries(event=event)


def data(laptop: Laptop, event: str) -> list[Mapping[str, Any]]:
    return [entry.data or {} for entry in entries(laptop, event)]
