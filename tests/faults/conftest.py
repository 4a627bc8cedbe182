"""Real processes on real disks; not on Windows, where the laboratory has its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    collect_ignore_glob = ["test_*.py"]

from tests.faults.scene import Scene, Warm, warm


@pytest.fixture(scope="session")
def running() -> Iterator[Warm]:
    with warm() as found:
        yield found


@pytest.fixture
def scene(tmp_path: Path, running: Warm) -> Scene:
    return Scene(tmp_path, running).start()
