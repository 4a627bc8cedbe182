"""What all tests share: a clock that moves when told, reproducible examples, and no thread left behind."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.fakes import FakeClock
from tests.system.wine import is_wine

# A slow machine is no wrong answer, and a red build must be red again on the next machine.
settings.register_profile(
    "ci", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("developer", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# Linux tries all examples of the same rules; what differs on Windows differs at the first of them.
settings.register_profile("laboratory", settings.get_profile("ci"), max_examples=25)
if is_wine():
    settings.load_profile("laboratory")
else:
    settings.load_profile("ci" if os.environ.get("CI") or sys.platform == "win32" else "developer")

THREAD_PATIENCE = 5.0  # seconds that a thread which was told to stop may take


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """For sockets, whose paths have 108 bytes at most; a test's own folder may be longer than that."""
    with tempfile.TemporaryDirectory(prefix="va-") as folder:
        yield Path(folder)


@pytest.fixture(autouse=True)
def _no_thread_is_left_behind() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(THREAD_PATIENCE)
    assert [thread.name for thread in left if thread.is_alive()] == []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if sys.platform == "win32":
        return
    for item in items:
        if item.get_closest_marker("windows"):
            item.add_marker(pytest.mark.skip(reason="needs Windows: python dev.py test --windows"))


def pytest_collection_finish() -> None:
    """Thousands of tests were made that stay to the end: no collection, of which each window asks one, looks at them again."""
    gc.collect()
    gc.freeze()
