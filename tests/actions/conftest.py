"""A laptop for every test that asks for one; `laptops` makes more, or one under IT's policy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.actions.laptop import Laptop

MakeLaptop = Callable[..., Laptop]


@pytest.fixture(autouse=True)
def _home_is_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows temporary folders lie below the home folder, whose name is left out of what clients read."""
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "iemand"))


@pytest.fixture
def make_laptop(tmp_path: Path) -> Iterator[MakeLaptop]:
    """`make_laptop(policy={...})`: as `Laptop`, in a folder of its own, closed at the end."""
    made: list[Laptop] = []

    def make(**options: object) -> Laptop:
        laptop = Laptop(tmp_path / f"laptop-{len(made) + 1}", **options)  # type: ignore[arg-type]
        made.append(laptop)
        return laptop

    yield make
    for laptop in made:
        laptop.close()


@pytest.fixture
def laptop(make_laptop: MakeLaptop) -> Laptop:
    return make_laptop()


@pytest.fixture
def ready(laptop: Laptop) -> Laptop:
    """With a client, a project and a watched folder."""
    laptop.client()
    laptop.project()
    laptop.watch()
    return laptop
