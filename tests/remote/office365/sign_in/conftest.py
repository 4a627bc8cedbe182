"""A laptop where Anna sits at the browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.microsoft365 import Microsoft365
from tests.remote.office365.sign_in.place import Place, place_at


@pytest.fixture
def place(microsoft365: Microsoft365, tmp_path: Path, clock: FakeClock) -> Iterator[Place]:
    made = place_at(microsoft365, tmp_path, clock)
    yield made
    made.close()
